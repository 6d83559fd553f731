//! Writes XML that is well-formed whatever the text holds; indents what holds no words.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;
use std::io::{self, Write};

pub(super) struct Xml<'o> {
    writer: Writer<&'o mut dyn Write>,
    depth: usize,
}

impl<'o> Xml<'o> {
    pub(super) fn new(out: &'o mut dyn Write) -> Self {
        Xml { writer: Writer::new(out), depth: 0 }
    }

    /// The declaration that opens the file.
    pub(super) fn head(&mut self) -> io::Result<()> {
        self.writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        self.writer.get_mut().write_all(b"\n")
    }

    /// Opens an element that holds elements.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.indent()?;
        self.depth += 1;
        self.writer.write_event(Event::Start(start(name, attributes)))?;
        self.line()
    }

    /// Closes it.
    pub(super) fn close(&mut self, name: &str) -> io::Result<()> {
        self.depth -= 1;
        self.indent()?;
        self.writer.write_event(Event::End(BytesEnd::new(name)))?;
        self.line()
    }

    /// An element that holds nothing.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.indent()?;
        self.writer.write_event(Event::Empty(start(name, attributes)))?;
        self.line()
    }

    /// An element that holds words, written by `content`.
    pub(super) fn words(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.indent()?;
        self.inline(name, attributes, content)?;
        self.line()
    }

    /// An element among words.
    pub(super) fn inline(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.writer.write_event(Event::Start(start(name, attributes)))?;
        content(self)?;
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.writer.write_event(Event::Text(BytesText::new(&allowed(text))))
    }

    fn indent(&mut self) -> io::Result<()> {
        let depth = self.depth;
        let out = self.writer.get_mut();
        (0..depth).try_for_each(|_| out.write_all(b"  "))
    }

    fn line(&mut self) -> io::Result<()> {
        self.writer.get_mut().write_all(b"\n")
    }
}

fn start<'n>(name: &'n str, attributes: &[(&str, &str)]) -> BytesStart<'n> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        start.push_attribute((*name, &*allowed(&value)));
    }
    start
}

/// Text with only such characters as XML 1.0 allows: others, and what a reader would turn into a line's end, replaced.
pub(super) fn allowed(text: &str) -> Cow<'_, str> {
    let kept = |c: char| matches!(c, '\t' | '\n' | ' '..='\u{7e}' | '\u{a0}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(kept) {
        return text.into();
    }
    let put = |c: char| match c {
        '\r' => '\n',
        c if kept(c) => c,
        _ => char::REPLACEMENT_CHARACTER,
    };
    text.replace("\r\n", "\n").chars().map(put).collect::<String>().into()
}
