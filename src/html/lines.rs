//! The lines of a page as they are gathered: white space run together, and which part of the page each stands in.

use super::element::Role;
use super::marker::Marker;
use std::ops::Range;

/// Items of deeper lists stand no farther in than this.
const DEEPEST: usize = 8;

/// Columns that a list stands in from the one around it.
const STEP: usize = 3;

/// A line of the text.
#[derive(Clone, Debug)]
pub(super) struct Line {
    words: Range<usize>,
    pub(super) marker: Option<Marker>,
    /// Lists around it, its own left out where it opens an item.
    depth: usize,
    /// Does an empty line stand before it?
    blank_before: bool,
    /// In which part of the page it stands.
    pub(super) part: usize,
    /// Letters and digits inside links that lead elsewhere.
    pub(super) linked: usize,
    /// Letters and digits outside of them.
    pub(super) plain: usize,
    pub(super) links: usize,
    /// Is it a heading of the first rank?
    pub(super) title: bool,
}

/// A part of the page that may be left out, or that may be all that is kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) role: Role,
    /// The part around it, which comes earlier; the first is around itself.
    pub(super) parent: usize,
}

/// The page's text in lines.
#[derive(Debug)]
pub(super) struct Lines {
    words: String,
    pub(super) lines: Vec<Line>,
    pub(super) parts: Vec<Part>,
    /// Of each list that counts down to one, how many items it has.
    pub(super) totals: Vec<i64>,
    /// The part that is being read.
    pub(super) part: usize,
    /// The lists that are open.
    pub(super) depth: usize,
    /// Inside a link that leads elsewhere.
    pub(super) link: bool,
    /// Inside a heading of the first rank.
    pub(super) title: bool,
    /// The marker of the item that has no words yet.
    pub(super) marker: Option<Marker>,
    start: usize,
    space: bool,
    blank: bool,
    linked: usize,
    plain: usize,
    links: usize,
}

impl Lines {
    pub(super) fn new(capacity: usize) -> Self {
        Lines {
            words: String::with_capacity(capacity),
            lines: Vec::new(),
            parts: vec![Part { role: Role::Plain, parent: 0 }],
            totals: Vec::new(),
            part: 0,
            depth: 0,
            link: false,
            title: false,
            marker: None,
            start: 0,
            space: false,
            blank: false,
            linked: 0,
            plain: 0,
            links: 0,
        }
    }

    /// Text, its white space run together.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c') {
                self.space = true;
            } else {
                if std::mem::take(&mut self.space) && !self.is_empty() {
                    self.words.push(' ');
                }
                self.push(c);
            }
        }
    }

    /// Text whose lines are kept.
    pub(super) fn preformatted(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' => self.line_break(),
                '\r' => {}
                _ => self.push(c),
            }
        }
    }

    fn push(&mut self, c: char) {
        self.words.push(c);
        if c.is_alphanumeric() {
            *if self.link { &mut self.linked } else { &mut self.plain } += 1;
        }
    }

    /// A link that leads elsewhere opens.
    pub(super) fn link(&mut self) {
        self.link = true;
        self.links += 1;
    }

    /// Has the line no words yet?
    pub(super) fn is_empty(&self) -> bool {
        self.words.len() == self.start
    }

    /// The next cell of a row.
    pub(super) fn tab(&mut self) {
        if !self.is_empty() {
            self.space = false;
            self.words.push('\t');
        }
    }

    /// `<br>`, or a line end that is kept; two of them leave an empty line.
    pub(super) fn line_break(&mut self) {
        let nothing = self.is_empty();
        self.end(nothing);
    }

    /// Ends the line, and leaves an empty one behind it or not.
    pub(super) fn end(&mut self, blank: bool) {
        let words = self.words[self.start..].trim_end_matches([' ', '\t']);
        let end = self.start + words.len();
        if words.chars().all(char::is_whitespace) {
            self.words.truncate(self.start);
        } else {
            self.words.truncate(end);
            let marker = self.marker.take();
            self.lines.push(Line {
                words: self.start..end,
                depth: self.depth.min(DEEPEST).saturating_sub(usize::from(marker.is_some())),
                marker,
                blank_before: std::mem::take(&mut self.blank),
                part: self.part,
                linked: self.linked,
                plain: self.plain,
                links: self.links,
                title: self.title,
            });
            self.start = end;
        }
        (self.linked, self.plain, self.links) = (0, 0, usize::from(self.link));
        self.space = false;
        self.blank |= blank;
    }

    /// Opens a part of the page within the one that is read.
    pub(super) fn open_part(&mut self, role: Role) {
        self.parts.push(Part { role, parent: self.part });
        self.part = self.parts.len() - 1;
    }

    /// The lines that are kept, as one text.
    pub(super) fn write(&self, kept: &[bool]) -> String {
        let mut text = String::with_capacity(self.words.len() + 8 * self.lines.len());
        let mut blank = false;
        for (line, kept) in self.lines.iter().zip(kept) {
            blank |= line.blank_before;
            if !kept {
                continue;
            }
            if std::mem::take(&mut blank) && !text.is_empty() {
                text.push('\n');
            }
            let words = &self.words[line.words.clone()];
            (0..STEP * line.depth).for_each(|_| text.push(' '));
            if let Some(marker) = line.marker {
                text.push_str(&marker.written(words, &self.totals));
            }
            text.push_str(words);
            text.push('\n');
        }
        text
    }
}
