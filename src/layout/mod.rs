//! What stands where: the text as blocks, each a paragraph, a line of its own or an item with its marker.
//!
//! Layout reads signs and white space only; what a block means is the grammar's business.

pub(crate) mod marker;

use crate::span::Span;
use marker::{MarkerKind, is_arrow, is_bullet, is_picture, labelled, split, split_label};
use std::collections::BTreeSet;

/// A paragraph, a heading, or a list item.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    /// Its words, without the marker.
    pub(crate) span: Span,
    /// The marker that opens it.
    pub(crate) marker: Option<(Span, MarkerKind)>,
    /// Columns before it.
    pub(crate) indent: usize,
}

/// A line without its blanks.
#[derive(Clone, Copy)]
struct Line {
    span: Span,
    indent: usize,
    blank_before: bool,
}

/// Cuts the text into blocks, in order. Every character that is not blank lies in one of them or in its marker.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let lines = lines(text);
    let width = wrap_width(text, &lines);
    let counted = counted(text, &lines);
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut before: Option<Line> = None;
    for line in lines {
        let words = line.span.of(text).unwrap_or_default();
        let label = || labelled(words).filter(|(word, _)| counted.contains(word)).and_then(|_| split_label(words));
        let mark = split(words).or_else(label);
        let goes_on = mark.is_none() && before.is_some_and(|b| continues(text, b, line, width));
        match blocks.last_mut() {
            Some(block) if goes_on => block.span.end = line.span.end,
            _ => blocks.push(open(line, mark)),
        }
        split_inline(text, &mut blocks);
        before = Some(line);
    }
    blocks
}

/// The words that items are counted by: "Pillar 1." and "Pillar 2." open a line each.
fn counted<'t>(text: &'t str, lines: &[Line]) -> BTreeSet<&'t str> {
    let (mut first, mut second) = (BTreeSet::new(), BTreeSet::new());
    for (word, number) in lines.iter().filter_map(|line| labelled(line.span.of(text)?)) {
        match number {
            "1" => first.insert(word),
            "2" => second.insert(word),
            _ => false,
        };
    }
    first.retain(|word| second.contains(word));
    first
}

fn open(line: Line, mark: Option<(usize, usize, MarkerKind)>) -> Block {
    let start = line.span.start;
    match mark {
        Some((skip, length, kind)) => Block {
            span: Span::new(start + skip, line.span.end),
            marker: Some((Span::new(start, start + length), kind)),
            indent: line.indent,
        },
        None => Block { span: line.span, marker: None, indent: line.indent },
    }
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(32);
    let (mut at, mut blank_before) = (0, true);
    let bytes = text.as_bytes();
    while at < bytes.len() {
        let end = memchr::memchr2(b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |on| at + on);
        let raw = text.get(at..end).unwrap_or_default();
        let body = raw.trim_start_matches(is_blank);
        let indent = raw.len() - body.len();
        let body = body.trim_end_matches(is_blank);
        if body.is_empty() {
            blank_before = true;
        } else {
            let start = at + indent;
            lines.push(Line { span: Span::new(start, start + body.len()), indent, blank_before });
            blank_before = false;
        }
        // "\r\n" ends one line, not two.
        at = end + if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
    }
    lines
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// The column at which the text was wrapped by hand, if it was: twice or more a line goes on in small letters.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let longest = lines.iter().map(|l| l.indent + l.span.end - l.span.start).max()?;
    if longest > 240 {
        return None;
    }
    let columns = |l: &Line| l.indent + l.span.of(text).map_or(0, |t| t.chars().count());
    let wraps = lines.windows(2).filter(|pair| breaks_sentence(text, pair[0], pair[1])).count();
    let width = lines.iter().map(columns).max()?;
    (wraps >= 2 && width <= 120).then_some(width)
}

/// Does a sentence run over the break between two lines?
fn breaks_sentence(text: &str, one: Line, two: Line) -> bool {
    let small = two.span.of(text).and_then(|t| t.chars().next()).is_some_and(char::is_lowercase);
    if two.blank_before || !small {
        return false;
    }
    let open = one
        .span
        .of(text)
        .and_then(|t| t.chars().next_back())
        .is_some_and(|c| !matches!(c, '.' | ';' | ':' | '!' | '?'));
    open && split(two.span.of(text).unwrap_or_default()).is_none()
}

/// Does `line` go on with the paragraph of the line before it?
fn continues(text: &str, before: Line, line: Line, width: Option<usize>) -> bool {
    if line.blank_before {
        return false;
    }
    if breaks_sentence(text, before, line) {
        return true;
    }
    // A hand that wraps breaks a line only where the next word would not have fitted; it is not exact to the letter,
    // least of all in an item whose lines hang below its first word.
    let Some(width) = width else { return false };
    let (Some(one), Some(two)) = (before.span.of(text), line.span.of(text)) else { return false };
    let word = two.split_whitespace().next().map_or(0, |w| w.chars().count());
    let marker = split(one).map_or(0, |(skip, _, _)| one[..skip].chars().count());
    let hangs = line.indent > 0 && line.indent == before.indent + marker;
    let slack = if hangs { 12 } else { 3 };
    before.indent + one.chars().count() + 1 + word + slack > width
}

/// Two items on one line: a bullet or an arrow between blanks opens the second.
fn split_inline(text: &str, blocks: &mut Vec<Block>) {
    loop {
        let Some(block) = blocks.last().copied() else { return };
        let Some(body) = block.span.of(text) else { return };
        if body.is_ascii() {
            return;
        }
        let second = body.char_indices().find(|&(at, c)| {
            at > 0
                && !c.is_ascii()
                && (is_arrow(c) || is_bullet(c))
                // A picture behind a sentence is a mood, unless pictures open the items.
                && (!is_picture(c) || block.marker.is_some())
                && body[..at].ends_with(|b: char| b.is_whitespace() || matches!(b, ';' | '.'))
        });
        let Some((at, _)) = second else { return };
        let Some((skip, length, kind)) = split(&body[at..]) else { return };
        let start = block.span.start + at;
        if let Some(first) = blocks.last_mut() {
            first.span.end = block.span.start + body[..at].trim_end().len();
        }
        blocks.push(Block {
            span: Span::new(start + skip, block.span.end),
            marker: Some((Span::new(start, start + length), kind)),
            indent: block.indent,
        });
    }
}
