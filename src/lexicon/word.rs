//! Cuts text into folded words and signs: the one place that knows letters from punctuation.
//!
//! Used twice: on the phrases of a lexicon when it is compiled, and on the text that is read. Both must fold alike, so
//! both call [`scan`]. Folding lowers case, makes every apostrophe `'`, joins a letter with its marks, takes a stray letter
//! of another script for the one that it looks like, and drops what does not show (soft hyphens, zero-width characters). A hyphen inside a word only separates: "long-term" and "long term" are the same two words.

use super::key::{Key, letters};
use unicode_normalization::char::compose;

/// How a word is written; a lexicon entry in capitals asks for them (`US` is no pronoun).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Case {
    /// No capital at its start.
    Lower,
    /// A capital at its start.
    Initial,
    /// Two capitals or more, and nothing but capitals.
    Upper,
}

/// What is not a word and still means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Sign {
    Comma,
    Semicolon,
    Colon,
    Stop,
    Dash,
    Slash,
    Open,
    Close,
    Number,
}

/// Receives the words and signs of a text in order; `start..end` are bytes of the text.
pub(crate) trait Sink {
    /// A word, folded.
    fn word(&mut self, word: Folded<'_>, start: usize, end: usize, case: Case);
    /// A sign.
    fn sign(&mut self, sign: Sign, start: usize, end: usize);
}

/// A word without its capitals and the rest of what folding takes away.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Folded<'a> {
    /// What it is looked up by.
    pub(crate) key: Key,
    /// Folded, or as they are written where they are ASCII letters.
    pub(crate) bytes: &'a [u8],
}

impl<'a> Folded<'a> {
    /// A word whose bytes are folded.
    fn of(bytes: &'a [u8]) -> Self {
        Folded { key: Key::of(bytes), bytes }
    }
}

/// The folded bytes of a [`Folded`] word.
#[inline]
pub(crate) fn folded(bytes: &[u8]) -> impl Iterator<Item = u8> {
    bytes.iter().map(|byte| if byte.is_ascii() { byte | 0x20 } else { *byte })
}

/// The classes of bytes that the scanner tells apart.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    Letter,
    Digit,
    /// White space, which separates and means nothing.
    Blank,
    Other,
    /// Part of a character that is not ASCII.
    Wide,
}

const fn classes() -> [Class; 256] {
    let mut table = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        let b = byte as u8;
        if b.is_ascii_alphabetic() {
            table[byte] = Class::Letter;
        } else if b.is_ascii_digit() {
            table[byte] = Class::Digit;
        } else if b == b' ' || b == b'\n' || b == b'\r' || b == b'\t' {
            table[byte] = Class::Blank;
        } else if byte >= 128 {
            table[byte] = Class::Wide;
        }
        byte += 1;
    }
    table
}

/// A word or a number that is longer is cut: it is none.
const LONGEST: usize = 1 << 15;

static CLASSES: [Class; 256] = classes();

/// How a word of ASCII letters is written.
#[inline(always)]
fn case(word: &[u8]) -> Case {
    match word {
        [first, ..] if first & 0x20 != 0 => Case::Lower,
        [_, second, rest @ ..] if second & 0x20 == 0 => capitals(rest),
        _ => Case::Initial,
    }
}

/// Does a word of so many ASCII letters end before `next`? A stop may be its own ("U.S.").
#[inline(always)]
fn ends(next: u8, length: usize) -> bool {
    match CLASSES[usize::from(next)] {
        Class::Blank => true,
        Class::Other => next != b'.' || length > 2,
        Class::Letter | Class::Digit | Class::Wide => false,
    }
}

/// How a word is written that begins with two capitals.
#[inline(never)]
fn capitals(rest: &[u8]) -> Case {
    if rest.iter().all(u8::is_ascii_uppercase) { Case::Upper } else { Case::Initial }
}

/// Scans `text[from..to]`; offsets handed to the sink count from the start of `text`.
///
/// `from` and `to` must lie on character boundaries, which the caller's spans do.
pub(crate) fn scan(text: &str, from: usize, to: usize, sink: &mut impl Sink) {
    Scanner { text, bytes: text.as_bytes(), at: from, to, folded: Vec::new() }.run(sink);
}

struct Scanner<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    to: usize,
    /// The word that is being read, where it is more than ASCII letters.
    folded: Vec<u8>,
}

impl Scanner<'_> {
    /// Most of a text is words of ASCII letters and the blanks between them: these are read here, all else with care.
    fn run(&mut self, sink: &mut impl Sink) {
        let (bytes, to) = (self.bytes, self.to);
        let mut at = self.at;
        while at < to {
            // What is cut out may look behind the end, as the span of a word does not.
            let Some(rest @ [byte, ..]) = bytes.get(at..) else { break };
            let class = CLASSES[usize::from(*byte)];
            if class == Class::Letter {
                let (length, key) = letters(rest, LONGEST);
                let end = at + length;
                let next = rest.get(length).copied().unwrap_or(b' ');
                if end <= to && (next == b' ' || ends(next, length)) {
                    let word = &rest[..length];
                    sink.word(Folded { key, bytes: word }, at, end, case(word));
                    at = end + usize::from(next == b' ');
                    continue;
                }
                self.at = at;
                self.careful(end, key, sink);
                at = self.at;
            } else if class == Class::Blank {
                at += 1;
            } else {
                self.at = at;
                match class {
                    Class::Digit => self.number(sink),
                    Class::Wide => self.wide(sink),
                    _ => self.ascii_sign(*byte, sink),
                }
                at = self.at;
            }
        }
    }

    /// A word that begins with ASCII letters up to `end`, and may go on with other letters, or with a stop of its own.
    #[inline(never)]
    fn careful(&mut self, end: usize, key: Key, sink: &mut impl Sink) {
        let start = self.at;
        let (end, key) =
            if end <= self.to { (end, key) } else { (self.to, letters(&self.bytes[start..self.to], LONGEST).1) };
        let (next, length) = (self.peek(end), end - start);
        if next == b'.' && length == 2 && self.doubled_initials(start, sink) {
            return;
        }
        let goes_on = next.is_ascii_digit() || next >= 128 && self.char_at(end).is_some_and(joins);
        if goes_on || next == b'.' && length == 1 {
            return self.word(sink);
        }
        let word = &self.bytes[start..end];
        sink.word(Folded { key, bytes: word }, start, end, case(word));
        self.at = end;
    }

    /// The byte at `at`, or 0 behind the end.
    fn peek(&self, at: usize) -> u8 {
        if at < self.to { self.bytes[at] } else { 0 }
    }

    /// The character at `at`, if there is one before the end.
    fn char_at(&self, at: usize) -> Option<char> {
        if at >= self.to {
            return None;
        }
        let byte = self.bytes[at];
        if byte < 128 { Some(byte as char) } else { self.text.get(at..self.to)?.chars().next() }
    }

    fn letter_at(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(char::is_alphabetic)
    }

    /// A word: letters, with digits inside it ("G7"), initials with their stops ("U.S."), and what does not show.
    fn word(&mut self, sink: &mut impl Sink) {
        let start = self.at;
        self.folded.clear();
        let (mut letters, mut capitals, mut initials, mut first_capital) = (0u32, 0u32, true, false);
        let mut end = start;
        let script = self.script();
        while self.at < self.to && self.at - start < LONGEST {
            let byte = self.bytes[self.at];
            if byte < 128 {
                match CLASSES[byte as usize] {
                    Class::Letter => {
                        if byte.is_ascii_uppercase() {
                            capitals += 1;
                            first_capital |= letters == 0;
                        }
                        initials &= letters == 0 || self.bytes[end - 1] == b'.';
                        letters += 1;
                        match script {
                            Script::Cyrillic => fold(cyrillic_twin(byte as char), script, &mut self.folded),
                            // A mark that follows belongs to the letter.
                            Script::Latin if self.peek(self.at + 1) == 0xcc => {
                                let (c, length) = self.composed(byte as char);
                                fold(c, script, &mut self.folded);
                                self.at += length - 1;
                            }
                            Script::Latin => self.folded.push(byte | 0x20),
                        }
                    }
                    Class::Digit => {
                        initials = false;
                        self.folded.push(byte);
                    }
                    _ => {
                        if matches!(byte, b'\'' | b'`')
                            && script == Script::Cyrillic
                            && end > start
                            && self.letter_at(self.at + 1)
                        {
                            self.at += 1; // "зобов'язання"
                            continue;
                        }
                        // "U.S.": a single letter, a stop, a single letter.
                        let next = self.peek(self.at + 1);
                        if byte == b'.' && initials && next.is_ascii_alphabetic() && !self.letter_at(self.at + 2) {
                            self.at += 1;
                            end = self.at;
                            continue;
                        }
                        break;
                    }
                }
                self.at += 1;
                end = self.at;
                continue;
            }
            let Some(c) = self.char_at(self.at) else { break };
            if is_letter(c) || is_mark(c) {
                let (c, length) = self.composed(c);
                if c.is_uppercase() {
                    capitals += 1;
                    first_capital |= letters == 0;
                }
                initials = false;
                letters += 1;
                fold(c, script, &mut self.folded);
                self.at += length;
                end = self.at;
            } else if is_invisible(c) {
                self.at += c.len_utf8();
            } else if is_apostrophe(c) && is_cyrillic(self.char_before(end)) && self.letter_at(self.at + c.len_utf8()) {
                // Inside a Cyrillic word an apostrophe is a letter's sign, not a break.
                self.at += c.len_utf8();
            } else {
                break;
            }
        }
        let case = if letters >= 2 && capitals == letters {
            Case::Upper
        } else if first_capital {
            Case::Initial
        } else {
            Case::Lower
        };
        let initialism = initials && letters >= 2;
        sink.word(Folded::of(&self.folded), start, end, case);
        if initialism && self.peek(self.at) == b'.' && !self.ends_line(self.at + 1) {
            self.at += 1; // the stop of "U.S. support" belongs to the abbreviation
        }
    }

    /// "EE.UU.", "EE. UU.": two doubled capitals, each with its stop, are one word.
    fn doubled_initials(&mut self, start: usize, sink: &mut impl Sink) -> bool {
        let doubled = |at: usize| self.peek(at).is_ascii_uppercase() && self.peek(at) == self.peek(at + 1);
        let second = start + 3 + usize::from(self.peek(start + 3) == b' ');
        if !doubled(start) || !doubled(second) || self.letter_at(second + 2) {
            return false;
        }
        let folded = [start, start + 1, second, second + 1].map(|at| self.bytes[at] | 0x20);
        sink.word(Folded::of(&folded), start, second + 2, Case::Upper);
        self.at = second + 2;
        if self.peek(self.at) == b'.' && !self.ends_line(self.at + 1) {
            self.at += 1;
        }
        true
    }

    /// The script of the word that starts here, by most of its letters: a stray twin from another script is folded to it.
    fn script(&self) -> Script {
        let (mut cyrillic, mut latin) = (0, 0);
        for byte in &self.bytes[self.at..self.to] {
            match byte {
                0xd0..=0xd3 => cyrillic += 1,
                b'a'..=b'z' | b'A'..=b'Z' => latin += 1,
                0x80.. => {}
                _ => break,
            }
        }
        if cyrillic > latin { Script::Cyrillic } else { Script::Latin }
    }

    /// The letter at `at` with the combining marks behind it, and how many bytes they take.
    fn composed(&self, first: char) -> (char, usize) {
        let (mut c, mut length) = (first, first.len_utf8());
        while let Some(mark) = self.char_at(self.at + length).filter(|mark| is_mark(*mark)) {
            let Some(whole) = compose(c, mark) else { break };
            (c, length) = (whole, length + mark.len_utf8());
        }
        (c, length)
    }

    fn char_before(&self, at: usize) -> char {
        self.text.get(..at).and_then(|t| t.chars().next_back()).unwrap_or(' ')
    }

    fn ends_line(&self, at: usize) -> bool {
        matches!(self.peek(at), 0 | b'\n' | b'\r')
    }

    /// Digits with their thousands groups: `800,000`, `800.000`, `800 000`, `800’000`.
    fn number(&mut self, sink: &mut impl Sink) {
        let start = self.at;
        while self.peek(self.at).is_ascii_digit() && self.at - start < LONGEST {
            self.at += 1;
        }
        while let Some(c) = self.char_at(self.at).filter(|_| self.at - start < LONGEST) {
            // A line that was wrapped inside a number ends like a blank.
            if !matches!(c, ',' | '.' | '\'' | '’' | ' ' | '\n' | '\r' | '\u{a0}' | '\u{202f}' | '\u{2009}') {
                break;
            }
            let group = self.at + c.len_utf8() + usize::from(c == '\r' && self.peek(self.at + 1) == b'\n');
            let c = if matches!(c, '\n' | '\r') { ' ' } else { c };
            let digits = (group..group + 4).take_while(|&i| self.peek(i).is_ascii_digit()).count();
            // A blank groups thousands only where the number so far could be such a head ("1 800 000").
            if digits != 3
                || self.at - start > 3 && c == ' ' && self.peek(start + 1).is_ascii_digit() && self.at - start == 4
            {
                break;
            }
            self.at = group + 3;
        }
        sink.sign(Sign::Number, start, self.at);
    }

    fn ascii_sign(&mut self, byte: u8, sink: &mut impl Sink) {
        let at = self.at;
        self.at += 1;
        let sign = match byte {
            b',' => Sign::Comma,
            b';' => Sign::Semicolon,
            b':' => Sign::Colon,
            b'/' => Sign::Slash,
            b'(' | b'[' => Sign::Open,
            b')' | b']' => Sign::Close,
            b'!' | b'?' => Sign::Stop,
            b'.' if self.stops(at) => Sign::Stop,
            b'-' if self.spaced(at, self.at) => Sign::Dash,
            b'\'' | b'`' => return self.apostrophe(at, sink),
            b'&' => {
                sink.word(Folded::of(b"&"), at, self.at, Case::Lower);
                return;
            }
            _ => return,
        };
        sink.sign(sign, at, self.at);
    }

    /// Does the stop at `at` end a sentence? Not inside "example.org" or "3.5"; yes in "force.The".
    fn stops(&self, at: usize) -> bool {
        match self.char_at(at + 1) {
            None => true,
            Some(c) => {
                !(c.is_lowercase() || c.is_ascii_digit() && at > 0 && self.bytes[at - 1].is_ascii_digit() || c == '.')
            }
        }
    }

    /// Is the sign from `at` to `end` a dash between words, not a hyphen inside one?
    fn spaced(&self, at: usize, end: usize) -> bool {
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        blank(self.char_at(end)) && (at == 0 || self.char_before(at).is_whitespace())
    }

    /// `'s` is a word of its own; any other apostrophe or quotation mark only separates.
    fn apostrophe(&mut self, at: usize, sink: &mut impl Sink) {
        let next = self.peek(self.at);
        let closes_word = at > 0 && self.char_before(at).is_alphanumeric();
        if closes_word && matches!(next, b's' | b'S') && !self.char_at(self.at + 1).is_some_and(char::is_alphanumeric) {
            self.at += 1;
            sink.word(Folded::of(b"'s"), at, self.at, Case::Lower);
        }
    }

    fn wide(&mut self, sink: &mut impl Sink) {
        let Some(c) = self.char_at(self.at) else {
            self.at = self.to;
            return;
        };
        if is_letter(c) {
            return self.word(sink);
        }
        let at = self.at;
        self.at += c.len_utf8();
        let sign = match c {
            '—' => Sign::Dash,
            '–' | '‐' | '‑' | '−' if self.spaced(at, self.at) => Sign::Dash,
            '…' | '。' => Sign::Stop,
            '’' | 'ʼ' | '‘' => return self.apostrophe(at, sink),
            _ => return,
        };
        sink.sign(sign, at, self.at);
    }
}

/// The script that most letters of a word are of.
#[derive(Clone, Copy, PartialEq)]
enum Script {
    Latin,
    Cyrillic,
}

/// Adds a letter, lowered; "ß" as "ss", "ё" as "е", ligatures as their letters.
fn fold(c: char, script: Script, folded: &mut Vec<u8>) {
    let lower = match c {
        'А'..='Я' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        'а'..='я' => c,
        'ё' | 'Ё' => 'е',
        'ß' | 'ẞ' => return folded.extend_from_slice(b"ss"),
        'ﬀ' => return folded.extend_from_slice(b"ff"),
        'ﬁ' => return folded.extend_from_slice(b"fi"),
        'ﬂ' => return folded.extend_from_slice(b"fl"),
        'ﬃ' => return folded.extend_from_slice(b"ffi"),
        'ﬄ' => return folded.extend_from_slice(b"ffl"),
        _ => c,
    };
    let mut push = |c: char| folded.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    let lower = if script == Script::Latin { latin_twin(lower) } else { lower };
    if matches!(lower, 'а'..='я') {
        push(lower);
    } else {
        lower.to_lowercase().for_each(push);
    }
}

/// The Cyrillic letter that looks as a Latin one does.
fn cyrillic_twin(c: char) -> char {
    const TWINS: &[(char, char)] = &[
        ('a', 'а'),
        ('c', 'с'),
        ('e', 'е'),
        ('i', 'і'),
        ('o', 'о'),
        ('p', 'р'),
        ('x', 'х'),
        ('y', 'у'),
        ('k', 'к'),
        ('A', 'А'),
        ('B', 'В'),
        ('C', 'С'),
        ('E', 'Е'),
        ('H', 'Н'),
        ('I', 'І'),
        ('K', 'К'),
        ('M', 'М'),
        ('O', 'О'),
        ('P', 'Р'),
        ('T', 'Т'),
        ('X', 'Х'),
    ];
    TWINS.iter().find(|(latin, _)| *latin == c).map_or(c, |(_, cyrillic)| *cyrillic)
}

/// The Latin letter that looks as a Cyrillic one does.
fn latin_twin(c: char) -> char {
    const TWINS: &[(char, char)] =
        &[('а', 'a'), ('с', 'c'), ('е', 'e'), ('і', 'i'), ('о', 'o'), ('р', 'p'), ('х', 'x'), ('у', 'y')];
    if !is_cyrillic(c) {
        return c;
    }
    TWINS.iter().find(|(cyrillic, _)| *cyrillic == c).map_or(c, |(_, latin)| *latin)
}

/// Characters that may go on with a word.
fn joins(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c) || is_invisible(c)
}

/// A letter or a digit; Unicode counts an apostrophe among the letters, and a Latin word ends at it.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_apostrophe(c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`')
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// Characters that change nothing for a reader: soft hyphen, zero-width signs, byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::{Case, Folded, Sign, Sink, folded, scan};

    /// What comes out: words as they fold, signs by their names.
    struct Seen(Vec<String>);

    impl Sink for Seen {
        fn word(&mut self, word: Folded<'_>, start: usize, end: usize, case: Case) {
            let word = String::from_utf8(folded(word.bytes).collect()).unwrap_or_default();
            self.0.push(format!("{word} {start}..{end} {case:?}"));
        }

        fn sign(&mut self, sign: Sign, start: usize, end: usize) {
            self.0.push(format!("{sign:?} {start}..{end}"));
        }
    }

    fn seen(text: &str, from: usize, to: usize) -> Vec<String> {
        let mut seen = Seen(Vec::new());
        scan(text, from, to, &mut seen);
        seen.0
    }

    #[test]
    fn a_word_ends_at_any_sign_and_goes_on_with_digits_and_letters() {
        let text = "The G7, U.S. aid/Élysée–US-led\nF16x";
        let expected = [
            "the 0..3 Initial",
            "g7 4..6 Initial",
            "Comma 6..7",
            "us 8..11 Upper",
            "aid 13..16 Lower",
            "Slash 16..17",
            "élysée 17..25 Initial",
            "us 28..30 Upper",
            "led 31..34 Lower",
            "f16x 35..39 Initial",
        ];
        assert_eq!(seen(text, 0, text.len()), expected);
    }

    #[test]
    fn nothing_behind_the_end_is_read() {
        let text = "led by France7";
        assert_eq!(seen(text, 4, 6), ["by 4..6 Lower"]);
        assert_eq!(seen(text, 7, 12), ["franc 7..12 Initial"]);
        assert_eq!(seen(text, 7, 13), ["france 7..13 Initial"]);
        assert_eq!(seen(text, 7, 14), ["france7 7..14 Initial"]);
    }
}
