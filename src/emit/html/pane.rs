//! A text as a page shows it: its blocks of runs, each run with its attributes.

use super::runs::{Block, Run, Shown, cut};
use crate::layout::blocks;
use crate::parsed::Parsed;
use crate::source::{Content, Offsets, Source};
use crate::span::Span;
use std::borrow::Cow;

/// Texts longer than this are drawn only where they are looked at.
const LONG: usize = 200_000;

/// A text with what is marked in it.
pub(super) struct Pane<'t> {
    /// What its own ids begin with: `t` of `t12`.
    pub(super) prefix: &'static str,
    /// What the ids begin with that its marks lead to: `f` of `f12`.
    pub(super) leads: &'static str,
    pub(super) lang: &'t str,
    pub(super) long: bool,
    pub(super) blocks: Vec<Block<'t>>,
    shown: Shown,
}

impl<'t> Pane<'t> {
    pub(super) fn new(parsed: &'t Parsed, prefix: &'static str, leads: &'static str, mut shown: Shown) -> Self {
        let text = parsed.text();
        shown.scope.clone_from(&parsed.coverage.scope);
        with_markers(text, &mut shown.scope);
        shown.unread.clone_from(&parsed.coverage.unread);
        let blocks = cut(text, &mut shown);
        let lang = super::names::lang(parsed.document.language.as_deref());
        Pane { prefix, leads, lang, long: text.len() > LONG, blocks, shown }
    }

    /// Is there anything to read?
    pub(super) fn is_empty(&self) -> bool {
        self.blocks.iter().all(|block| block.runs.is_empty())
    }

    /// The classes of a run that is marked.
    pub(super) fn class(&self, run: &Run<'_>) -> String {
        let mut class = String::from("m");
        if let Some(mark) = run.marks.first().and_then(|own| self.shown.marks.get(*own)) {
            class.push(' ');
            class.push_str(&mark.class);
        }
        for (flag, name) in [
            (run.marks.len() > 1, " more"),
            (!run.begins.is_empty(), " begins"),
            (run.ends, " ends"),
            (run.unread, " unread"),
        ] {
            if flag {
                class.push_str(name);
            }
        }
        class
    }

    /// The number that a run leads to: that of the narrowest mark.
    pub(super) fn first(&self, run: &Run<'_>) -> usize {
        run.marks.first().and_then(|own| self.shown.marks.get(*own)).map_or(0, |mark| mark.id)
    }

    /// All the numbers that a run is part of.
    pub(super) fn ids(&self, run: &Run<'_>) -> String {
        let ids = run.marks.iter().filter_map(|own| self.shown.marks.get(*own)).map(|mark| mark.id.to_string());
        ids.collect::<Vec<_>>().join(" ")
    }

    /// What all its marks say.
    pub(super) fn title(&self, run: &Run<'_>) -> String {
        let titles = run.marks.iter().filter_map(|own| self.shown.marks.get(*own)).map(|mark| mark.title.as_str());
        titles.collect::<Vec<_>>().join("; ")
    }

    /// The ids of the places that begin with a run: those of its marks that begin here, and what is linked to besides.
    pub(super) fn places(&self, run: &Run<'_>) -> Vec<String> {
        let marks = run.begins.iter().filter_map(|own| self.shown.marks.get(*own));
        let mut places: Vec<String> = marks.map(|mark| format!("{}{}", self.prefix, mark.id)).collect();
        // Two marks of one number may begin together.
        places.dedup();
        places.extend(run.anchors.iter().cloned());
        places
    }
}

/// Takes in the markers of the items that stretches open with: they are no words, and are the item's own.
fn with_markers(text: &str, scope: &mut [Span]) {
    let mut blocks = blocks(text).into_iter().filter_map(|block| Some((block.span.start, block.marker?.0))).peekable();
    for span in scope {
        while blocks.next_if(|(start, _)| *start < span.start).is_some() {}
        if let Some((_, marker)) = blocks.next_if(|(start, _)| *start == span.start) {
            *span = span.join(marker);
        }
    }
}

/// The text's origin, for the foot of a page.
pub(super) struct Origin {
    pub(super) name: String,
    pub(super) size: String,
    pub(super) encoding: &'static str,
    pub(super) page: bool,
    pub(super) sha256: String,
}

impl Origin {
    pub(super) fn of(source: &Source) -> Self {
        Origin {
            name: name(source),
            size: crate::emit::words::count(source.bytes, "byte"),
            encoding: source.encoding,
            page: source.content == Content::Html,
            sha256: source.sha256(),
        }
    }
}

/// What the text is called.
pub(super) fn name(source: &Source) -> String {
    source.name.clone().unwrap_or_else(|| "standard input".into())
}

/// What the text is called where there is little room: its file's name without its folders.
pub(super) fn short_name(source: &Source) -> String {
    let name = name(source);
    let own = name.rsplit(['/', '\\']).next().filter(|own| !own.trim().is_empty());
    own.map_or_else(|| name.clone(), str::to_owned)
}

/// The document with its spans in bytes, whatever unit was asked for.
pub(super) fn in_bytes(parsed: &Parsed) -> Cow<'_, Parsed> {
    match parsed.source.offsets {
        Offsets::Bytes => Cow::Borrowed(parsed),
        _ => Cow::Owned(parsed.clone().with_offsets(Offsets::Bytes)),
    }
}

/// Counts the lines of places that come in the order of the text.
pub(super) struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Lines { text: text.as_bytes(), at: 0, line: 1 }
    }

    /// The line of a byte, from 1.
    pub(super) fn of(&mut self, to: usize) -> usize {
        while self.at < to.min(self.text.len()) {
            let end = self.text[self.at] == b'\n'
                || self.text[self.at] == b'\r' && self.text.get(self.at + 1) != Some(&b'\n');
            self.line += usize::from(end);
            self.at += 1;
        }
        self.line
    }
}
