//! The text cut into runs: words with all the marks that lie over them, what was not understood, what lies around.
//!
//! One pass over the sorted ends of everything; marks may overlap in any way, and each run names all that it is part of.

use crate::source::boundary;
use crate::span::Span;

/// Words to be marked.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) span: Span,
    /// What it marks: the number of a fact or of a change.
    pub(super) id: usize,
    /// Its classes.
    pub(super) class: String,
    /// What it says, in a line.
    pub(super) title: String,
}

/// What is shown of a text.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub(super) marks: Vec<Mark>,
    /// Places that can be linked to, by their ids.
    pub(super) anchors: Vec<(usize, String)>,
    pub(super) unread: Vec<Span>,
    /// What is told apart from the page around it; without any, nothing is.
    pub(super) scope: Vec<Span>,
}

/// Words that look alike throughout.
#[derive(Debug, Default)]
pub(super) struct Run<'t> {
    pub(super) words: &'t str,
    /// The marks over it by their place in [`Shown::marks`], the narrowest first.
    pub(super) marks: Vec<usize>,
    /// Those of them that begin with it.
    pub(super) begins: Vec<usize>,
    /// Does one of them end with it?
    pub(super) ends: bool,
    /// Was its narrowest mark the narrowest of an earlier run?
    pub(super) again: bool,
    pub(super) anchors: Vec<String>,
    pub(super) unread: bool,
    pub(super) outside: bool,
}

/// Some paragraphs, or a part of a very long one.
#[derive(Debug, Default)]
pub(super) struct Block<'t> {
    pub(super) runs: Vec<Run<'t>>,
}

/// As many bytes of paragraphs are a block.
const ENOUGH: usize = 2048;
/// As many bytes of lines without a blank one are a block too.
const LONG: usize = 4096;
/// A line of more bytes than this is shown in parts: no browser draws one of some megabytes.
const WIDEST: usize = 16384;

/// Cuts a text; what is shown of it is put in order first.
pub(super) fn cut<'t>(text: &'t str, shown: &mut Shown) -> Vec<Block<'t>> {
    let fit = |span: &mut Span| {
        span.start = boundary(text, span.start);
        span.end = boundary(text, span.end).max(span.start);
    };
    shown.marks.iter_mut().for_each(|mark| fit(&mut mark.span));
    shown.unread.iter_mut().for_each(fit);
    shown.scope.iter_mut().for_each(|span| {
        fit(span);
        // The stop behind a sentence is its own.
        let behind = &text[span.end..];
        span.end += behind.find(|c: char| c.is_alphanumeric() || c.is_whitespace()).unwrap_or(behind.len());
    });
    shown.anchors.iter_mut().for_each(|(at, _)| *at = boundary(text, *at));
    shown.marks.sort_by_key(|mark| (mark.span, mark.id));
    shown.unread.sort_unstable();
    shown.scope.sort_unstable();
    shown.anchors.sort();
    let ends = block_ends(text);

    let marked = shown.marks.iter().map(|mark| mark.span);
    let spans = marked.chain(shown.unread.iter().copied()).chain(shown.scope.iter().copied());
    let mut cuts: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).collect();
    cuts.extend(shown.anchors.iter().map(|(at, _)| *at).chain(ends.iter().copied()).chain([0, text.len()]));
    cuts.sort_unstable();
    cuts.dedup();

    let mut blocks = vec![Block::default()];
    let (mut active, mut led): (Vec<usize>, Vec<bool>) = (Vec::new(), vec![false; shown.marks.len()]);
    let (mut next, mut anchor, mut ends) = (0, 0, ends.into_iter().peekable());
    let (mut unread, mut scope) = (Inside::new(&shown.unread), Inside::new(&shown.scope));
    for (at, pair) in cuts.windows(2).enumerate() {
        let &[start, end] = pair else { continue };
        let last = at + 2 == cuts.len();
        active.retain(|own| shown.marks[*own].span.end > start);
        let mut run = Run { words: &text[start..end], ..Run::default() };
        while let Some(mark) = shown.marks.get(next).filter(|mark| mark.span.start <= start) {
            if mark.span.end > start {
                active.push(next);
                run.begins.push(next);
            }
            next += 1;
        }
        while let Some((_, id)) = shown.anchors.get(anchor).filter(|(at, _)| *at <= start || last && *at <= end) {
            run.anchors.push(id.clone());
            anchor += 1;
        }
        run.marks.clone_from(&active);
        run.marks.sort_by_key(|own| (shown.marks[*own].span.end - shown.marks[*own].span.start, *own));
        run.ends = run.marks.iter().any(|own| shown.marks[*own].span.end == end);
        run.again = run.marks.first().is_some_and(|own| std::mem::replace(&mut led[*own], true));
        run.unread = unread.hold(start);
        run.outside = !shown.scope.is_empty() && !scope.hold(start);
        if ends.next_if(|own| *own <= start).is_some() {
            blocks.push(Block::default());
        }
        blocks.extend(blocks.is_empty().then(Block::default));
        if let Some(block) = blocks.last_mut() {
            block.runs.push(run);
        }
    }
    blocks
}

/// Where a block ends and the next begins: behind a blank line, or behind a line of a long stretch without one.
///
/// Blocks are for browsers, which lay out one after another: neither very many nor very long ones.
fn block_ends(text: &str) -> Vec<usize> {
    let (mut ends, mut at, mut from) = (Vec::new(), 0, 0);
    let mut blank = false;
    for line in text.split_inclusive('\n') {
        let empty = line.trim().is_empty();
        if blank && !empty && at - from > ENOUGH || at - from > LONG {
            ends.push(at);
            from = at;
        }
        blank = empty;
        let end = at + line.len();
        while end - at > WIDEST {
            at = part(text, at);
            ends.push(at);
            from = at;
        }
        at = end;
    }
    ends
}

/// Where the first part of a very long line ends: behind a blank where there is one.
fn part(text: &str, from: usize) -> usize {
    let most = boundary(text, from + WIDEST);
    let words = text.get(from..most).unwrap_or_default();
    let end = words.trim_end_matches(|c: char| !c.is_whitespace()).len();
    if end > WIDEST / 2 { from + end } else { most }
}

/// Sorted spans, asked about from front to back.
struct Inside<'s> {
    spans: &'s [Span],
    reach: usize,
}

impl<'s> Inside<'s> {
    fn new(spans: &'s [Span]) -> Self {
        Inside { spans, reach: 0 }
    }

    fn hold(&mut self, at: usize) -> bool {
        while let [first, rest @ ..] = self.spans
            && first.start <= at
        {
            self.reach = self.reach.max(first.end);
            self.spans = rest;
        }
        at < self.reach
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, Shown, cut};
    use crate::span::Span;

    fn mark(id: usize, start: usize, end: usize) -> Mark {
        Mark { span: Span::new(start, end), id, class: String::new(), title: String::new() }
    }

    /// Each run as its words and the ids over it.
    fn runs(text: &str, marks: &[(usize, usize)]) -> Vec<(String, Vec<usize>)> {
        let marks = marks.iter().zip(1..).map(|((start, end), id)| mark(id, *start, *end)).collect();
        let mut shown = Shown { marks, ..Shown::default() };
        let blocks = cut(text, &mut shown);
        let all = blocks.iter().flat_map(|block| &block.runs);
        all.map(|run| (run.words.to_owned(), run.marks.iter().map(|own| shown.marks[*own].id).collect())).collect()
    }

    #[test]
    fn a_run_names_every_mark_over_it_the_narrowest_first() {
        let known = [("a ", vec![]), ("b ", vec![1]), ("c", vec![1, 2]), (" d", vec![2]), (" e", vec![])];
        let found = runs("a b c d e", &[(2, 5), (4, 7)]);
        assert_eq!(found, known.map(|(words, ids)| (words.to_owned(), ids)));
        let nested = runs("abc", &[(0, 3), (1, 2)]);
        assert_eq!(nested.iter().map(|run| run.1.clone()).collect::<Vec<_>>(), [vec![1], vec![2, 1], vec![1]]);
    }

    #[test]
    fn the_runs_are_the_text_whatever_lies_over_it() {
        let text = "→ é\n\nb\r\n\r\n c";
        for (start, end) in [(0, 1), (1, 4), (4, 99), (99, 99), (6, 2), (0, 0)] {
            let shown = &mut Shown {
                marks: vec![mark(1, start, end), mark(2, 0, 99)],
                anchors: vec![(start, "d1".into()), (999, "d2".into())],
                unread: vec![Span::new(end, start)],
                scope: vec![Span::new(start, end)],
            };
            let blocks = cut(text, shown);
            let words: String = blocks.iter().flat_map(|block| &block.runs).map(|run| run.words).collect();
            assert_eq!(words, text);
            let anchors: usize = blocks.iter().flat_map(|block| &block.runs).map(|run| run.anchors.len()).sum();
            assert_eq!(anchors, 2);
        }
    }

    #[test]
    fn a_block_is_neither_short_nor_long() {
        let paragraph = format!("{}\n\n", "words ".repeat(200));
        let text = paragraph.repeat(20);
        let sizes: Vec<usize> = cut(&text, &mut Shown::default())
            .iter()
            .map(|block| block.runs.iter().map(|run| run.words.len()).sum())
            .collect();
        assert_eq!((sizes.len(), sizes[0]), (10, 2 * paragraph.len()));
        let long = "слово ".repeat(20_000) + &"я".repeat(40_000);
        let blocks = cut(&long, &mut Shown::default());
        let words: Vec<String> =
            blocks.iter().map(|block| block.runs.iter().map(|run| run.words).collect::<String>()).collect();
        assert!(words.concat() == long && words.iter().all(|words| !words.is_empty() && words.len() <= super::WIDEST));
        assert!(words[0].ends_with(' '));
        assert!(cut("", &mut Shown::default()).iter().all(|block| block.runs.is_empty()));
    }

    #[test]
    fn what_lies_around_the_scope_is_outside() {
        let shown = &mut Shown { scope: vec![Span::new(2, 3)], ..Shown::default() };
        let outside: Vec<bool> = cut("a b. c", shown).iter().flat_map(|b| &b.runs).map(|run| run.outside).collect();
        assert_eq!(outside, [true, false, true]);
    }
}
