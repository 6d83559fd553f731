//! Goes through a page's tags: which elements are open, and what ends where another starts.

use super::element::{Kind, Role, bare_list, keeps_lines, role};
use super::encoding::{attribute, raw};
use super::lines::Lines;
use super::marker::{Marker, Style};
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// Elements that lie deeper are read as if they stood side by side; browsers too stop somewhere.
const DEEPEST: usize = 256;

/// An element that is open, and what is to hold again when it ends.
struct Open {
    name: Vec<u8>,
    kind: Kind,
    part: usize,
    hidden: bool,
    keeps_lines: bool,
    article: bool,
}

/// A list that is open.
struct List {
    marker: Option<Marker>,
    /// What the number grows by from item to item.
    step: i64,
}

struct Walk {
    page: Lines,
    open: Vec<Open>,
    /// Elements that are open beyond the deepest.
    deeper: usize,
    lists: Vec<List>,
    paragraphs: usize,
    tables: usize,
    articles: usize,
    foreign: usize,
    /// Inside something that is not shown and runs along in its line.
    hidden: bool,
    keeps_lines: bool,
    /// Has the row that is open ended a line in one of its cells?
    row_broken: bool,
    /// A line end right behind `<pre>` is no line.
    fresh: bool,
}

/// Gathers the lines of a page.
pub(super) fn walk(html: &str) -> Lines {
    let mut walk = Walk {
        page: Lines::new(html.len() / 4),
        open: Vec::new(),
        deeper: 0,
        lists: Vec::new(),
        paragraphs: 0,
        tables: 0,
        articles: 0,
        foreign: 0,
        hidden: false,
        keeps_lines: false,
        row_broken: false,
        fresh: false,
    };
    let mut tokens = Tokenizer::new_with_emitter(html, DefaultEmitter::<()>::default());
    // The words of scripts, styles and titles come as one string behind their start tag.
    let mut skip = false;
    while let Some(Ok(token)) = tokens.next() {
        match token {
            Token::StartTag(tag) => {
                let state = raw(&tag.name).filter(|_| walk.foreign == 0);
                skip = state.is_some() && !matches!(tag.name.as_slice(), b"xmp" | b"plaintext");
                if !skip {
                    walk.start(&tag);
                }
                if let Some(state) = state {
                    tokens.set_state(state);
                }
            }
            Token::EndTag(tag) => {
                skip = false;
                walk.end(&tag.name);
            }
            Token::String(text) if !skip => walk.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    walk.page.end(false);
    walk.page
}

impl Walk {
    fn text(&mut self, text: &str) {
        if self.hidden || self.foreign > 0 {
            return;
        }
        if self.keeps_lines {
            let fresh = std::mem::take(&mut self.fresh);
            let text = if fresh { text.strip_prefix('\n').unwrap_or(text) } else { text };
            self.page.preformatted(text);
        } else {
            self.page.text(text);
        }
    }

    fn start(&mut self, tag: &StartTag<()>) {
        let name = tag.name.as_slice();
        let kind = Kind::of(name);
        self.fresh = false;
        match kind {
            Kind::Void => return self.void(tag),
            Kind::Nothing => {
                if matches!(name, b"tbody" | b"thead" | b"tfoot") {
                    self.close_row(Kind::Row);
                }
                return;
            }
            Kind::Row | Kind::Cell if self.tables == 0 => return self.page.end(true),
            _ => {}
        }
        if self.foreign > 0 {
            if !kind.breaks() {
                if !tag.self_closing {
                    self.push(tag, Kind::Inline);
                }
                return;
            }
            // A block ends a drawing, as browsers have it.
            self.close(|open| open.kind == Kind::Foreign, |_| false);
        }
        self.imply_ends(name, kind);
        match name {
            b"a" => self.anchor(tag),
            b"q" if !self.hidden => self.page.text("“"),
            _ => {}
        }
        self.push(tag, kind);
    }

    fn void(&mut self, tag: &StartTag<()>) {
        match tag.name.as_slice() {
            b"br" if !self.hidden => self.page.line_break(),
            b"hr" => {
                self.close_paragraph();
                self.page.end(true);
            }
            // Some sites draw their arrows and bullets as pictures.
            b"img" if !self.hidden && self.foreign == 0 => {
                let alt = attribute(tag, b"alt").unwrap_or_default().trim();
                let sign = alt.chars().take(6).count() < 6 && !alt.chars().any(|c| c.is_ascii() || c.is_alphabetic());
                if sign {
                    self.page.text(alt);
                }
            }
            _ => {}
        }
    }

    /// Ends what the start of such an element ends.
    fn imply_ends(&mut self, name: &[u8], kind: Kind) {
        if kind.ends_paragraph() {
            self.close_paragraph();
        }
        let last = self.open.last();
        match kind {
            Kind::Heading if last.is_some_and(|open| open.kind == Kind::Heading) => self.pop(),
            Kind::Block if name.starts_with(b"opt") && last.is_some_and(|open| open.name == b"option") => self.pop(),
            Kind::Item => {
                self.close(|open| open.kind == kind, |open| open.kind == Kind::List || open.kind.holds());
            }
            Kind::Term => {
                self.close(|open| open.kind == kind, |open| open.name == b"dl" || open.kind.holds());
            }
            Kind::Row | Kind::Cell => self.close_row(kind),
            _ => {}
        }
    }

    fn anchor(&mut self, tag: &StartTag<()>) {
        let elsewhere = attribute(tag, b"href").is_some_and(|href| !href.trim_start().starts_with('#'));
        self.page.link = false;
        if elsewhere {
            self.page.link();
        }
    }

    fn close_paragraph(&mut self) {
        if self.paragraphs > 0 {
            self.close(|open| open.kind == Kind::Paragraph, |open| open.kind.holds() || open.name == b"button");
        }
    }

    /// Ends the open cell, and for a new row the open row.
    fn close_row(&mut self, kind: Kind) {
        let table = |open: &Open| open.kind == Kind::Table;
        if kind == Kind::Row {
            self.close(|open| open.kind == Kind::Row, table);
        } else {
            self.close(|open| open.kind == Kind::Cell, |open| table(open) || open.kind == Kind::Row);
        }
    }

    /// Ends the innermost open element that is looked for, with all in it; nothing if another stands before it.
    fn close(&mut self, wanted: impl Fn(&Open) -> bool, wall: impl Fn(&Open) -> bool) -> bool {
        for at in (0..self.open.len()).rev() {
            if wanted(&self.open[at]) {
                while self.open.len() > at {
                    self.pop();
                }
                return true;
            }
            if wall(&self.open[at]) {
                break;
            }
        }
        false
    }

    fn push(&mut self, tag: &StartTag<()>, kind: Kind) {
        if self.open.len() == DEEPEST {
            self.deeper += 1;
            if kind.breaks() {
                self.page.end(true);
            }
            return;
        }
        let role = role(tag, self.articles > 0);
        let open = Open {
            name: tag.name.to_vec(),
            kind,
            part: self.page.part,
            hidden: self.hidden,
            keeps_lines: self.keeps_lines,
            article: role == Role::Article,
        };
        self.keeps_lines |= keeps_lines(tag);
        self.fresh = self.keeps_lines && !open.keeps_lines;
        self.articles += usize::from(open.article);
        if kind.breaks() {
            self.block(tag, kind, role);
        } else {
            self.foreign += usize::from(kind == Kind::Foreign);
            self.hidden |= role == Role::Aside;
        }
        self.open.push(open);
    }

    /// A block starts: ends the line, and opens a part of the page where it is one.
    fn block(&mut self, tag: &StartTag<()>, kind: Kind, role: Role) {
        let blank = match kind {
            // Without markers only an empty line tells items apart.
            Kind::Item => self.lists.last().is_some_and(|list| list.marker.is_none()),
            Kind::Row => false,
            Kind::List => self.lists.is_empty(),
            Kind::Cell => self.cell(),
            _ => true,
        };
        if kind != Kind::Cell {
            self.row_broken |= !self.page.is_empty() || kind == Kind::Table;
            self.page.end(blank);
            self.page.link = false;
        }
        // A block inside of something inline that is not shown may yet be all the page.
        let role = if std::mem::take(&mut self.hidden) { Role::Aside } else { role };
        if role != Role::Plain {
            self.page.end(true);
            self.page.open_part(role);
        }
        match kind {
            Kind::Paragraph => self.paragraphs += 1,
            Kind::Heading => self.page.title = tag.name.as_slice() == b"h1",
            Kind::Table => self.tables += 1,
            Kind::Row => self.row_broken = false,
            Kind::List => {
                let list = self.list(tag);
                self.page.depth += usize::from(list.marker.is_some());
                self.lists.push(list);
            }
            Kind::Item => self.item(tag),
            _ => {}
        }
    }

    /// A cell goes on in its row's line, unless one before it has lines of its own.
    fn cell(&mut self) -> bool {
        if self.row_broken {
            self.page.end(true);
        } else {
            self.page.tab();
        }
        false
    }

    fn list(&mut self, tag: &StartTag<()>) -> List {
        if bare_list(tag) {
            return List { marker: None, step: 0 };
        }
        if tag.name.as_slice() != b"ol" {
            return List { marker: Some(Marker::Bullet), step: 0 };
        }
        let style = attribute(tag, b"type").and_then(Style::of).unwrap_or_default();
        let start = attribute(tag, b"start").and_then(integer);
        let reversed = attribute(tag, b"reversed").is_some();
        let back_in = (reversed && start.is_none()).then(|| {
            self.page.totals.push(0);
            self.page.totals.len() - 1
        });
        let value = if back_in.is_some() { 0 } else { start.unwrap_or(1) };
        let step = if reversed && back_in.is_none() { -1 } else { 1 };
        List { marker: Some(Marker::Number { value, back_in, style }), step }
    }

    fn item(&mut self, tag: &StartTag<()>) {
        let Some(list) = self.lists.last_mut() else {
            self.page.marker = Some(Marker::Bullet);
            return;
        };
        if let Some(Marker::Number { value, back_in, style }) = &mut list.marker {
            if let Some(total) = back_in.and_then(|list| self.page.totals.get_mut(list)) {
                *total += 1;
            }
            if let Some(own) = attribute(tag, b"value").and_then(integer) {
                if back_in.take().is_some() {
                    list.step = -1;
                }
                *value = own;
            }
            if let Some(own) = attribute(tag, b"type").and_then(Style::of) {
                *style = own;
            }
        }
        self.page.marker = list.marker;
        if let Some(Marker::Number { value, .. }) = &mut list.marker {
            *value = value.saturating_add(list.step);
        }
    }

    fn end(&mut self, name: &[u8]) {
        let kind = Kind::of(name);
        match (name, kind) {
            (b"br", _) => return self.page.line_break(),
            (_, Kind::Void | Kind::Nothing) => return,
            _ => {}
        }
        if self.deeper > 0 {
            self.deeper -= 1;
            if kind.breaks() {
                self.page.end(true);
            }
            return;
        }
        if name == b"a" {
            self.page.link = false;
        }
        let closed = match kind {
            Kind::Inline | Kind::Foreign => {
                self.close(|open| open.name == name, |open| open.kind.breaks() && kind == Kind::Inline)
            }
            Kind::Heading => self.close(|open| open.kind == Kind::Heading, |open| open.kind.holds()),
            Kind::Item => {
                self.close(|open| open.kind == Kind::Item, |open| open.kind == Kind::List || open.kind.holds())
            }
            Kind::Table => self.close(|open| open.kind == Kind::Table, |_| false),
            Kind::Row | Kind::Cell => self.close(|open| open.name == name, |open| open.kind == Kind::Table),
            _ => self.close(|open| open.name == name, |open| open.kind.holds()),
        };
        if closed && name == b"q" && !self.hidden {
            self.page.text("”");
        }
        if !closed && kind == Kind::Paragraph {
            self.page.end(true);
        }
    }

    /// Ends the innermost open element.
    fn pop(&mut self) {
        let Some(open) = self.open.pop() else { return };
        if open.kind.breaks() {
            match open.kind {
                // The row's line goes on with the next cell.
                Kind::Cell if open.part == self.page.part && !self.row_broken => {}
                Kind::Item => {
                    self.page.end(false);
                    self.page.marker = None;
                }
                Kind::Row => self.page.end(self.row_broken),
                Kind::List => {
                    let list = self.lists.pop();
                    self.page.end(self.lists.is_empty());
                    self.page.depth -= usize::from(list.is_some_and(|list| list.marker.is_some()));
                }
                _ => {
                    self.row_broken |= !self.page.is_empty() && self.tables > 0;
                    self.page.end(true);
                }
            }
            self.page.link = false;
        }
        match open.kind {
            Kind::Paragraph => self.paragraphs -= 1,
            Kind::Heading => self.page.title = false,
            Kind::Table => {
                self.tables -= 1;
                self.row_broken = true;
            }
            Kind::Foreign => self.foreign -= 1,
            _ => {}
        }
        self.articles -= usize::from(open.article);
        self.page.part = open.part;
        self.hidden = open.hidden;
        self.keeps_lines = open.keeps_lines;
    }
}

/// A whole number as HTML reads it: what stands behind its digits does not matter.
fn integer(text: &str) -> Option<i64> {
    let text = text.trim_ascii_start();
    let (sign, digits) = text.strip_prefix('-').map_or((1, text.strip_prefix('+').unwrap_or(text)), |rest| (-1, rest));
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let value: i32 = digits[..end].parse().ok()?;
    Some(sign * i64::from(value))
}
