//! A page as the grammar sees it: blocks, their tokens, and the stretches between full stops, semicolons and colons.

use crate::layout::{self, Block};
use crate::lexicon::{Languages, Shape, Words, concept};
use crate::span::Span;
use crate::token::{Concept, Senses, Token};
use std::collections::BTreeMap;
use std::ops::Range;

/// Part of a sentence: what stands between stops, semicolons and colons.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The block it stands in.
    pub(crate) block: usize,
    /// It is the first of its block.
    pub(crate) opens_block: bool,
    /// The sign behind it; `Unknown` at the end of a block.
    pub(crate) sign: Concept,
}

impl Stretch {
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Does what follows go on with its sentence?
    pub(crate) fn goes_on(&self) -> bool {
        matches!(self.sign, Concept::Semicolon | Concept::Colon | Concept::Comma)
    }
}

/// The text in every form that the grammar needs.
#[derive(Debug)]
pub(crate) struct Page<'t> {
    pub(crate) text: &'t str,
    /// The lexicons that it may be read with, and for each block which of them it was.
    pub(crate) languages: Languages<'t>,
    pub(crate) lexicons: Vec<usize>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) tokens: Vec<Token>,
    pub(crate) stretches: Vec<Stretch>,
    /// Blocks that are no part of any text: said before on the page, or "Read also", captions and the like.
    pub(crate) passed: Vec<bool>,
    /// Blocks that say again what the page said before.
    pub(crate) repeated: Vec<bool>,
}

const ENDS: Senses = Senses::of(&[Concept::Stop, Concept::Semicolon, Concept::Colon]);

impl<'t> Page<'t> {
    /// Lays out and tokenizes `text`: each block with the lexicon of the page, or with its own where it is in another
    /// language.
    pub(crate) fn read(text: &'t str, languages: Languages<'t>) -> Page<'t> {
        let blocks = layout::blocks(text);
        let mut tokens = Vec::with_capacity(text.len() / 6 + 8);
        let mut stretches = Vec::with_capacity(blocks.len() * 3);
        let mut words = Words::default();
        let main = languages.of_page(text);
        let mut lexicons = vec![main; blocks.len()];
        for (number, block) in blocks.iter().enumerate() {
            let first = tokens.len();
            languages.lexicon(main).tokenize(text, block.span, &mut words, &mut tokens);
            if !languages.is_forced()
                && is_foreign(&tokens[first..])
                && let Some(own) = languages.of_block(text, block.span).filter(|own| *own != main)
            {
                tokens.truncate(first);
                languages.lexicon(own).tokenize(text, block.span, &mut words, &mut tokens);
                lexicons[number] = own;
            }
            open_stops(&mut tokens, first);
            cut(&tokens, first, number, &mut stretches);
        }
        let repeated = repetitions(text, &blocks);
        let mut passed = repeated.clone();
        for stretch in stretches.iter().filter(|stretch: &&Stretch| stretch.opens_block) {
            passed[stretch.block] |= tokens[stretch.start].is(Concept::ReadAlso);
        }
        Page { text, languages, lexicons, blocks, tokens, stretches, passed, repeated }
    }

    /// How the sentences of a stretch's language are built.
    pub(crate) fn shape(&self, stretch: &Stretch) -> Shape {
        self.languages.lexicon(self.lexicons[stretch.block]).shape
    }

    pub(crate) fn of(&self, stretch: &Stretch) -> &[Token] {
        &self.tokens[stretch.range()]
    }

    /// The bytes of a stretch.
    pub(crate) fn span(&self, stretch: &Stretch) -> Span {
        match self.of(stretch) {
            [] => Span::default(),
            [first, .., last] | [first @ last] => first.span().join(last.span()),
        }
    }

    /// The stretches of some blocks.
    pub(crate) fn stretches_of(&self, blocks: Range<usize>) -> &[Stretch] {
        let from = self.stretches.partition_point(|s| s.block < blocks.start);
        let to = self.stretches.partition_point(|s| s.block < blocks.end);
        &self.stretches[from..to]
    }
}

/// Has a block so few small words that it may be in another language?
fn is_foreign(tokens: &[Token]) -> bool {
    const SMALL: Senses = Senses::of(concept::SMALL);
    let (mut words, mut small) = (0, 0);
    for token in tokens {
        words += usize::from(token.words);
        small += usize::from(token.words) * usize::from(token.any(SMALL));
    }
    words >= 5 && small * 7 < words
}

/// Cuts the tokens of a block, `tokens[first..]`, into stretches.
fn cut(tokens: &[Token], first: usize, block: usize, stretches: &mut Vec<Stretch>) {
    let ordinals = tokens[first..].iter().filter(|t| t.is(Concept::First)).count() >= 2;
    let (mut start, mut opens_block) = (first, true);
    for at in first..tokens.len() {
        let token = &tokens[at];
        let numbered = ordinals
            && at > start
            && token.is(Concept::First)
            && tokens[at - 1].any(Senses::of(&[Concept::Comma, Concept::And, Concept::Dash]));
        if numbered {
            stretches.push(Stretch { start, end: at, block, opens_block, sign: Concept::Semicolon });
            (start, opens_block) = (at, false);
        }
        if token.any(ENDS) {
            let sign = [Concept::Stop, Concept::Semicolon, Concept::Colon].into_iter().find(|s| token.is(*s));
            if at > start {
                stretches.push(Stretch { start, end: at, block, opens_block, sign: sign.unwrap_or(Concept::Stop) });
                opens_block = false;
            } else if let Some(last) = stretches.last_mut().filter(|last| last.block == block) {
                last.sign = sign.unwrap_or(Concept::Stop);
            }
            start = at + 1;
        }
    }
    if start < tokens.len() {
        let comma = tokens[tokens.len() - 1].is(Concept::Comma);
        let sign = if comma { Concept::Comma } else { Concept::Unknown };
        stretches.push(Stretch { start, end: tokens.len(), block, opens_block, sign });
    }
}

/// Takes the stops that belong to the word before them out of the signs: no rule ends there.
fn open_stops(tokens: &mut [Token], first: usize) {
    for at in first..tokens.len() {
        if tokens[at].is(Concept::Stop) && abbreviates(tokens, at, first) {
            tokens[at].senses = Senses::of(&[Concept::Function]);
        }
    }
}

/// "Mr.", "Jan.", "6. Januar": the stop belongs to the word before it.
fn abbreviates(tokens: &[Token], at: usize, first: usize) -> bool {
    at > first
        && at + 1 < tokens.len()
        && (tokens[at - 1].is(Concept::Abbreviation)
            || tokens[at - 1].is(Concept::Number) && tokens[at + 1].is(Concept::Month)
            || tokens[at - 1].is(Concept::Month) && tokens[at - 1].end - tokens[at - 1].start <= 4)
        && tokens[at - 1].end == tokens[at].start
}

/// Which blocks repeat, in one run, what earlier blocks say: a page printed twice. Short runs are coincidence.
fn repetitions(text: &str, blocks: &[Block]) -> Vec<bool> {
    let mut repeated = vec![false; blocks.len()];
    let words = |block: &Block| block.span.of(text).unwrap_or_default();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut run, mut bytes, mut expected) = (0, 0, usize::MAX);
    for (at, block) in blocks.iter().enumerate() {
        let earlier = seen.get(words(block)).copied().filter(|&e| run == 0 || e == expected);
        match earlier {
            Some(e) => {
                run += 1;
                bytes += block.span.end - block.span.start;
                expected = e + 1;
                // Three blocks of some length in the same order are no coincidence.
                if run >= 3 && bytes >= 240 {
                    repeated[at + 1 - run..=at].iter_mut().for_each(|r| *r = true);
                }
            }
            None => (run, bytes) = (0, 0),
        }
        seen.entry(words(block)).or_insert(at);
    }
    repeated
}
