//! JSON: indented, lists of numbers in one line, and safe to look at in a terminal.

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// Writes a value, with a newline behind it.
pub(crate) fn pretty(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(&mut *out, Tidy::default());
    value.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

/// Writes a value in one line.
pub(crate) fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = Serializer::new(&mut *out);
    value.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

/// Indents by two. A list that holds numbers stays in its line: `[12, 20]`.
#[derive(Default)]
struct Tidy {
    depth: usize,
    /// A list has begun an element, and what it is decides whether it takes a line of its own; is it the first?
    begun: Option<bool>,
    /// The last thing written ends a list's element that took no line of its own.
    inline: bool,
    /// Nothing has been written into what was opened last.
    empty: bool,
}

impl Tidy {
    fn line<W: ?Sized + Write>(&self, out: &mut W) -> io::Result<()> {
        out.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| out.write_all(b"  "))
    }

    /// What comes next takes a line of its own, if it is in a list.
    fn apart<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        match self.begun.take() {
            Some(first) => {
                if !first {
                    out.write_all(b",")?;
                }
                self.inline = false;
                self.line(out)
            }
            None => Ok(()),
        }
    }

    fn open<W: ?Sized + Write>(&mut self, out: &mut W, sign: &[u8]) -> io::Result<()> {
        self.apart(out)?;
        self.depth += 1;
        self.empty = true;
        self.inline = false;
        out.write_all(sign)
    }

    fn close<W: ?Sized + Write>(&mut self, out: &mut W, sign: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if !self.empty && !self.inline {
            self.line(out)?;
        }
        self.empty = false;
        self.inline = false;
        out.write_all(sign)
    }
}

impl Formatter for Tidy {
    fn write_u64<W: ?Sized + Write>(&mut self, out: &mut W, value: u64) -> io::Result<()> {
        if let Some(first) = self.begun.take() {
            self.inline = true;
            if !first {
                out.write_all(b", ")?;
            }
        }
        write!(out, "{value}")
    }

    fn write_null<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.apart(out)?;
        out.write_all(b"null")
    }

    fn write_bool<W: ?Sized + Write>(&mut self, out: &mut W, value: bool) -> io::Result<()> {
        self.apart(out)?;
        write!(out, "{value}")
    }

    fn write_i64<W: ?Sized + Write>(&mut self, out: &mut W, value: i64) -> io::Result<()> {
        self.apart(out)?;
        write!(out, "{value}")
    }

    fn write_f64<W: ?Sized + Write>(&mut self, out: &mut W, value: f64) -> io::Result<()> {
        self.apart(out)?;
        write!(out, "{value:?}")
    }

    fn begin_string<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.apart(out)?;
        out.write_all(b"\"")
    }

    /// What a terminal would obey is escaped, which reads as the same string.
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(|c: char| matches!(c, '\u{7f}'..='\u{9f}')) {
            let (before, behind) = rest.split_at(at);
            out.write_all(before.as_bytes())?;
            let mut chars = behind.chars();
            if let Some(c) = chars.next() {
                write!(out, "\\u{:04x}", u32::from(c))?;
            }
            rest = chars.as_str();
        }
        out.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, _: &mut W, first: bool) -> io::Result<()> {
        self.begun = Some(first);
        self.empty = false;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.empty = false;
        if !first {
            out.write_all(b",")?;
        }
        self.line(out)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot write is to fail")]
mod tests {
    use super::pretty;
    use serde_json::{Value, json};

    fn written(value: &Value) -> String {
        let mut out = Vec::new();
        pretty(value, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_stay_in_their_line() {
        let text = written(&json!({ "a": [], "b": {}, "c": [[1, 2], [3, 4]], "d": ["x", { "y": 5 }] }));
        let lines = [
            "{",
            "  \"a\": [],",
            "  \"b\": {},",
            "  \"c\": [",
            "    [1, 2],",
            "    [3, 4]",
            "  ],",
            "  \"d\": [",
            "    \"x\",",
            "    {",
            "      \"y\": 5",
            "    }",
            "  ]",
            "}\n",
        ];
        assert_eq!(text, lines.join("\n"));
    }

    #[test]
    fn it_reads_back_as_what_was_written() {
        let value = json!([null, true, 1.5, -3, "\u{1b}[31m\u{9b}\u{7f} → \"\\", [[]], [{}], { "k": [1, "two", [3]] }]);
        let text = written(&value);
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
    }
}
