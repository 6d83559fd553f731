//! Which lexicon reads a text: a look at its small words, in a table that holds those of every language.

use super::key::Key;
use super::word::{Case, Folded, Sign, Sink, scan};
use super::{LEXICONS, Lexicon, SMALL_WORDS, Taught};
use crate::span::Span;

/// The lexicons that a text may be read with.
#[derive(Clone, Debug)]
pub(crate) struct Languages<'l> {
    all: All<'l>,
    /// The small words of those that a user brought, each with its lexicon's place.
    taught: Vec<(&'l [Key], usize)>,
    /// The only one to read with, if the user says so.
    forced: Option<usize>,
}

/// The lexicons: those that ship as they are, or a list with a user's among them.
#[derive(Clone, Debug)]
enum All<'l> {
    Shipped(&'l [Lexicon<'l>]),
    Own(Vec<Lexicon<'l>>),
}

impl<'l> All<'l> {
    fn as_slice(&self) -> &[Lexicon<'l>] {
        match self {
            All::Shipped(all) => all,
            All::Own(all) => all,
        }
    }
}

/// Bytes that are looked at, at a time: some thirty words.
const WINDOW: usize = 224;
/// Fewer words than these tell no language.
const FEWEST: u32 = 4;
/// A text of a language has one small word in this many, or more.
const ONE_IN: u32 = 7;

impl<'l> Languages<'l> {
    /// Those that ship, and those that a user brought, which come before one of the same language; `forced` is the subtag
    /// of the only one to read with. Nothing where there is none of that name.
    pub(crate) fn new(taught: &[&'l Taught], forced: Option<&str>) -> Option<Languages<'l>> {
        let shipped: &'static [Lexicon<'static>] = &LEXICONS;
        let mut all: Vec<Lexicon<'l>> = if taught.is_empty() { Vec::new() } else { shipped.to_vec() };
        let mut words: Vec<(&[Key], usize)> = Vec::new();
        for lexicon in taught {
            let own = lexicon.lexicon();
            let at = match all.iter().position(|known| known.language == own.language) {
                Some(at) => {
                    all[at] = own;
                    at
                }
                None => {
                    all.push(own);
                    all.len() - 1
                }
            };
            words.push((&lexicon.small, at));
        }
        let all = if taught.is_empty() { All::Shipped(shipped) } else { All::Own(all) };
        let forced = match forced {
            None => None,
            Some(subtag) => Some(all.as_slice().iter().position(|lexicon| lexicon.language == subtag)?),
        };
        Some(Languages { all, taught: words, forced })
    }

    /// Those that ship.
    pub(crate) fn shipped() -> Languages<'l> {
        Languages { all: All::Shipped(&LEXICONS), taught: Vec::new(), forced: None }
    }

    /// The lexicon at a place that [`of_page`](Self::of_page) or [`of_block`](Self::of_block) gave.
    pub(crate) fn lexicon(&self, at: usize) -> &Lexicon<'l> {
        &self.all()[at]
    }

    /// Did the user name the language?
    pub(crate) fn is_forced(&self) -> bool {
        self.forced.is_some()
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[Lexicon<'l>] {
        self.all.as_slice()
    }

    /// The lexicon for most of a text: looks at its head, its middle and its end until one is clear.
    pub(crate) fn of_page(&self, text: &str) -> usize {
        if let Some(forced) = self.forced {
            return forced;
        }
        let mut count = Count::new(self);
        for from in [0, text.len() / 2, text.len() / 4, text.len() * 3 / 4, text.len().saturating_sub(WINDOW)] {
            count.look(text, window(text, from));
            if let Some(clear) = count.clear() {
                return clear;
            }
        }
        count.best().unwrap_or(if is_cyrillic(text) { self.cyrillic() } else { 0 })
    }

    /// The lexicon for a part of a text, where it is clear.
    pub(crate) fn of_block(&self, text: &str, block: Span) -> Option<usize> {
        let mut count = Count::new(self);
        let end = block.end.min(window(text, block.start).end.max(block.start));
        count.look(text, Span::new(block.start, end));
        count.best()
    }

    fn cyrillic(&self) -> usize {
        self.all().iter().position(|lexicon| lexicon.language == "uk").unwrap_or(0)
    }
}

/// A stretch of whole words that begins near `from`.
fn window(text: &str, from: usize) -> Span {
    let edge = |at: usize| {
        let at = (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        text[at..].find(char::is_whitespace).map_or(text.len(), |on| at + on)
    };
    let start = if from == 0 { 0 } else { edge(from) };
    Span::new(start, edge((start + WINDOW).min(text.len())))
}

fn is_cyrillic(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).take(64).filter(|c| matches!(c, '\u{400}'..='\u{52f}')).count() > 24
}

/// Counts the small words of each language.
struct Count<'a> {
    languages: &'a Languages<'a>,
    words: u32,
    /// For each lexicon: a word that is its own counts more than one that others share.
    scores: [u32; MOST],
    hits: [u32; MOST],
}

/// No more lexicons than this are told apart.
const MOST: usize = 32;

/// What a word counts for that one language alone has.
const OWN: u32 = 12;

impl<'a> Count<'a> {
    fn new(languages: &'a Languages<'a>) -> Self {
        Count { languages, words: 0, scores: [0; MOST], hits: [0; MOST] }
    }

    fn look(&mut self, text: &str, span: Span) {
        scan(text, span.start, span.end, self);
    }

    /// The first and the second by their scores.
    fn first_two(&self) -> Option<(usize, u32)> {
        let (at, best) = self.scores.iter().enumerate().max_by_key(|(at, score)| (**score, usize::MAX - at))?;
        let second = self.scores.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, s)| *s).max();
        let enough = self.words >= FEWEST && self.hits[at] * ONE_IN >= self.words && *best > 0;
        enough.then_some((at, best.saturating_sub(second.unwrap_or(0))))
    }

    /// The language that leads by far.
    fn clear(&self) -> Option<usize> {
        self.first_two().filter(|(_, lead)| *lead >= 4 * OWN).map(|(at, _)| at)
    }

    /// The language that leads.
    fn best(&self) -> Option<usize> {
        self.first_two().filter(|(_, lead)| *lead > 0).map(|(at, _)| at)
    }
}

impl Sink for Count<'_> {
    fn word(&mut self, word: Folded<'_>, _: usize, _: usize, _: Case) {
        self.words += 1;
        let [mut mask, _] = SMALL_WORDS.find(word.key).unwrap_or_default();
        for (small, at) in &self.languages.taught {
            if *at < MOST && small.binary_search(&word.key).is_ok() {
                mask |= 1 << at;
            }
        }
        let share = OWN / mask.count_ones().max(1);
        while mask != 0 {
            let at = mask.trailing_zeros() as usize;
            self.scores[at] += share;
            self.hits[at] += 1;
            mask &= mask - 1;
        }
    }

    fn sign(&mut self, _: Sign, _: usize, _: usize) {}
}

#[cfg(test)]
mod tests {
    use super::Languages;

    fn of(text: &str) -> String {
        let languages = Languages::shipped();
        languages.lexicon(languages.of_page(text)).language.to_owned()
    }

    #[test]
    fn the_small_words_tell() {
        assert_eq!(of("The parties met in Paris and agreed on the guarantees that they will give to Ukraine."), "en");
    }

    #[test]
    fn one_may_be_forced_and_an_unknown_one_is_none() {
        assert!(Languages::new(&[], Some("en")).is_some_and(|l| l.is_forced()));
        assert!(Languages::new(&[], Some("tlh")).is_none());
    }
}
