//! A page as the grammar sees it: blocks, their tokens, and the stretches between full stops, semicolons and colons.

use crate::grammar::aside::{SETS_ASIDE, set_aside};
use crate::grammar::prim::BARRIER;
use crate::grammar::words::Words;
use crate::layout::{self, Block};
use crate::lexicon::{Languages, Room, Shape, concept};
use crate::parts::{self, in_parts};
use crate::span::Span;
use crate::token::{Concept, Senses, Token};
use std::ops::Range;

/// Part of a sentence: what stands between stops, semicolons and colons.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    /// The part of the text whose tokens these are.
    part: u16,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The block it stands in.
    pub(crate) block: usize,
    /// It is the first of its block.
    pub(crate) opens_block: bool,
    /// The sign behind it; `Unknown` at the end of a block.
    pub(crate) sign: Concept,
    /// The sign is a question mark.
    pub(crate) asks: bool,
    /// What its tokens come to.
    pub(crate) sum: Sum,
}

/// What some tokens come to, so that most questions about them need no look at each.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sum {
    /// All that they may mean, before any of them is set aside.
    pub(crate) met: Senses,
    /// How many words they have.
    pub(crate) words: u32,
    /// How many of these are small words, which hold sentences together.
    pub(crate) small: u32,
}

impl Sum {
    const SMALL: Senses = Senses::of(concept::SMALL);

    fn of(tokens: &[Token<'_>]) -> Sum {
        let (mut words, mut small) = (0, 0);
        for token in tokens {
            let own = token.words() as u32;
            words += own;
            small += if token.any(Sum::SMALL) { own } else { 0 };
        }
        Sum { met: Senses::of_all(tokens), words, small }
    }

    fn and(self, other: &Stretch) -> Sum {
        let (met, words) = (self.met.and(other.sum.met), self.words + other.sum.words);
        Sum { met, words, small: self.small + other.sum.small }
    }

    /// So few small words that they may be in another language?
    fn is_foreign(&self) -> bool {
        self.words >= 5 && self.small * 7 < self.words
    }
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
    /// How many parts of it are read at a time.
    pub(crate) parts: usize,
    /// The lexicons that it may be read with, and for each block which of them it was.
    pub(crate) languages: Languages<'t>,
    pub(crate) lexicons: Vec<usize>,
    pub(crate) blocks: Vec<Block>,
    /// The tokens of each part of the text.
    tokens: Vec<Vec<Token<'t>>>,
    pub(crate) stretches: Vec<Stretch>,
    /// For each block its first stretch, or where that would stand; then how many stretches there are.
    firsts: Vec<u32>,
    /// Blocks that are no part of any text: said before on the page, or "Read also", captions and the like.
    pub(crate) passed: Vec<bool>,
    /// Blocks that say again what the page said before.
    pub(crate) repeated: Vec<bool>,
}

const TURNS: Senses = BARRIER.and(Senses::of(&[Concept::First]));
/// What stands before the later items of a list in prose: "first, …, and second, …".
const LISTS: Senses = Senses::of(&[Concept::Comma, Concept::And, Concept::Dash]);

impl<'t> Page<'t> {
    /// Lays out and tokenizes `text`: each block with the lexicon of the page, or with its own where it is in another
    /// language.
    pub(crate) fn read(text: &'t str, languages: Languages<'t>) -> Page<'t> {
        Page::read_in(parts::count(text.len()), text, languages)
    }

    /// The same in so many parts at a time.
    pub(crate) fn read_in(parts: usize, text: &'t str, languages: Languages<'t>) -> Page<'t> {
        let blocks = layout::blocks(text);
        let main = languages.of_page(text);
        let part = |own| Part::read(text, &languages, main, &blocks, own);
        let mut tokens = Vec::with_capacity(parts);
        let mut whole = Part::default();
        for (at, mut part) in in_parts(blocks.len(), parts, part).enumerate() {
            tokens.push(std::mem::take(&mut part.tokens));
            whole.append(at as u16, part);
        }
        let Part { stretches, mut firsts, lexicons, prints, .. } = whole;
        firsts.push(stretches.len() as u32);
        let repeated = repetitions(text, &blocks, prints);
        let mut passed = repeated.clone();
        for stretch in stretches.iter().filter(|stretch: &&Stretch| stretch.opens_block) {
            passed[stretch.block] |= tokens[usize::from(stretch.part)][stretch.start].is(Concept::ReadAlso);
        }
        Page { text, parts, languages, lexicons, blocks, tokens, stretches, firsts, passed, repeated }
    }

    /// How the sentences of a stretch's language are built.
    pub(crate) fn shape(&self, stretch: &Stretch) -> Shape {
        self.languages.lexicon(self.lexicons[stretch.block]).shape
    }

    pub(crate) fn of(&self, stretch: &Stretch) -> &[Token<'t>] {
        self.between(stretch, stretch)
    }

    /// As [`of`](Self::of), with all that they may mean.
    pub(crate) fn words(&self, stretch: &Stretch) -> Words<'_> {
        let (tokens, met) = (self.of(stretch), stretch.sum.met);
        // Names that a sentence sets aside are in its sum, and none of its words any more.
        let met = if met.meets(SETS_ASIDE) { Senses::of_all(tokens) } else { met };
        Words { tokens, met }
    }

    /// From the first token of a stretch to the last of another in its block, with the signs between them.
    pub(crate) fn between(&self, first: &Stretch, last: &Stretch) -> &[Token<'t>] {
        &self.tokens[usize::from(first.part)][first.start..last.end]
    }

    /// The tokens that begin inside a span, and those behind it; the span does not lie over two parts.
    pub(crate) fn within(&self, span: Span) -> (&[Token<'t>], &[Token<'t>]) {
        let begins = |token: &Token| token.span().start;
        let holds = |part: &&Vec<Token>| part.first().is_some_and(|token| begins(token) <= span.start);
        let part = self.tokens.iter().rev().find(holds).map_or(&[][..], Vec::as_slice);
        let to = part.partition_point(|token| begins(token) < span.end);
        let (inside, behind) = part.split_at(to);
        (&inside[inside.partition_point(|token| begins(token) < span.start)..], behind)
    }

    /// What phrases that may mean one of `senses` hold from each of their later words on: a name that a phrase has
    /// swallowed. A word may come more than once.
    pub(crate) fn inside(&self, stretch: &Stretch, senses: Senses) -> Vec<Token<'t>> {
        let lexicon = self.languages.lexicon(self.lexicons[stretch.block]);
        let (mut room, mut tokens) = (Room::default(), Vec::new());
        for phrase in self.of(stretch).iter().filter(|t| t.words() > 1 && t.any(senses)).map(Token::span) {
            let text = phrase.of(self.text).unwrap_or_default();
            for word in text.split_whitespace().skip(1) {
                let start = phrase.start + (word.as_ptr() as usize - text.as_ptr() as usize);
                lexicon.tokenize(self.text, Span::new(start, phrase.end), &mut room, &mut tokens);
            }
        }
        tokens
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
        &self.stretches[self.first_of(blocks.start)..self.first_of(blocks.end)]
    }

    /// The first stretch of a block, or of what stands behind it; of none, how many stretches there are.
    pub(crate) fn first_of(&self, block: usize) -> usize {
        self.firsts.get(block).map_or(self.stretches.len(), |first| *first as usize)
    }
}

/// What some blocks come to that follow one another.
#[derive(Default)]
struct Part<'t> {
    tokens: Vec<Token<'t>>,
    stretches: Vec<Stretch>,
    firsts: Vec<u32>,
    lexicons: Vec<usize>,
    /// The print of each block, with its number.
    prints: Vec<(u64, usize)>,
}

impl<'t> Part<'t> {
    fn read(text: &'t str, languages: &Languages<'t>, main: usize, blocks: &[Block], own: Range<usize>) -> Part<'t> {
        // The first part has room for those that are appended to it.
        let bytes = blocks[own.clone()].iter().map(|block| block.span.end - block.span.start).sum::<usize>();
        let mut part = Part {
            tokens: Vec::with_capacity(bytes / 6 + 8),
            stretches: Vec::with_capacity(own.len() * 3),
            firsts: Vec::with_capacity(own.len() + 1),
            lexicons: Vec::with_capacity(own.len()),
            prints: Vec::with_capacity(own.len()),
        };
        let mut room = Room::default();
        for number in own {
            let block = blocks[number].span;
            let (first, before) = (part.tokens.len(), part.stretches.len());
            part.firsts.push(before as u32);
            languages.lexicon(main).tokenize(text, block, &mut room, &mut part.tokens);
            cut(text, &mut part.tokens, first, number, &mut part.stretches);
            let sum = part.stretches[before..].iter().fold(Sum::default(), Sum::and);
            let mut lexicon = main;
            if !languages.is_forced()
                && sum.is_foreign()
                && let Some(other) = languages.of_block(text, block).filter(|other| *other != main)
            {
                part.tokens.truncate(first);
                part.stretches.truncate(before);
                languages.lexicon(other).tokenize(text, block, &mut room, &mut part.tokens);
                cut(text, &mut part.tokens, first, number, &mut part.stretches);
                lexicon = other;
            }
            part.lexicons.push(lexicon);
            part.prints.push((print(text, &blocks[number]), number));
        }
        part
    }

    /// Takes over the blocks of the part `at`, but for their tokens.
    fn append(&mut self, at: u16, mut next: Part<'t>) {
        if at == 0 {
            *self = next;
            return;
        }
        let stretches = self.stretches.len() as u32;
        self.stretches.extend(next.stretches.into_iter().map(|stretch| Stretch { part: at, ..stretch }));
        self.firsts.extend(next.firsts.into_iter().map(|first| first + stretches));
        self.lexicons.append(&mut next.lexicons);
        self.prints.append(&mut next.prints);
    }
}

/// Cuts the tokens of a block, `tokens[first..]`, into stretches.
///
/// A stop that belongs to the word before it becomes a small word: no rule ends there.
fn cut(text: &str, tokens: &mut [Token], first: usize, block: usize, stretches: &mut Vec<Stretch>) {
    let before = stretches.len();
    let mut start = first;
    while start < tokens.len() {
        let mut at = start;
        let sign = loop {
            at += tokens[at..].iter().position(|token| token.any(TURNS)).unwrap_or(tokens.len() - at);
            let Some(token) = tokens.get(at) else {
                break if tokens[at - 1].is(Concept::Comma) { Concept::Comma } else { Concept::Unknown };
            };
            if token.is(Concept::Semicolon) {
                break Concept::Semicolon;
            } else if token.is(Concept::Colon) {
                break Concept::Colon;
            } else if token.is(Concept::Stop) {
                if !abbreviates(tokens, at, first) {
                    break Concept::Stop;
                }
                tokens[at].make_small();
            } else if at > start && tokens[at - 1].any(LISTS) && counts(&tokens[first..]) {
                break Concept::First;
            }
            at += 1;
        };
        if at > start {
            let sum = Sum::of(&tokens[start..at]);
            if sum.met.meets(SETS_ASIDE) {
                set_aside(&mut tokens[start..at]);
            }
            let opens_block = stretches.len() == before;
            // "first, …, and second, …" is a list as if semicolons stood in it.
            let sign = if sign == Concept::First { Concept::Semicolon } else { sign };
            let asks = sign == Concept::Stop && tokens.get(at).is_some_and(|token| asks(text, token.start as usize));
            stretches.push(Stretch { part: 0, start, end: at, block, opens_block, sign, asks, sum });
        } else if let Some(last) = stretches[before..].last_mut() {
            last.sign = sign;
        }
        start = if tokens.get(at).is_some_and(|token| token.any(BARRIER)) { at + 1 } else { at };
    }
}

/// Does a question mark stand here, and not for a letter that was lost?
fn asks(text: &str, at: usize) -> bool {
    let mark = text.get(at..).and_then(|rest| rest.strip_prefix('?'));
    mark.is_some_and(|rest| !rest.starts_with(|c: char| c == '?' || c.is_ascii_alphanumeric()))
}

/// Does a block count: "first, …, and second, …"?
fn counts(tokens: &[Token]) -> bool {
    tokens.iter().filter(|token| token.is(Concept::First)).nth(1).is_some()
}

/// "Mr.", "Jan.", "6. Januar": the stop belongs to the word before it.
fn abbreviates(tokens: &[Token], at: usize, first: usize) -> bool {
    at > first
        && at + 1 < tokens.len()
        // "No. 5" counts, "No. It can …" answers.
        && (tokens[at - 1].is(Concept::Abbreviation) && (!tokens[at - 1].is(Concept::No) || tokens[at + 1].is(Concept::Number))
            || tokens[at - 1].is(Concept::Number) && tokens[at + 1].is(Concept::Month)
            || tokens[at - 1].is(Concept::Month) && tokens[at - 1].end() - tokens[at - 1].start <= 4)
        && tokens[at - 1].end() == tokens[at].start
}

/// Which blocks repeat, in one run, what earlier blocks say: a page printed twice. Short runs are coincidence.
fn repetitions(text: &str, blocks: &[Block], mut prints: Vec<(u64, usize)>) -> Vec<bool> {
    let mut repeated = vec![false; blocks.len()];
    // Most pages say everything once: then no two blocks have even their length, their head and their end in common.
    prints.sort_unstable();
    let alike = prints.chunk_by(|one, other| one.0 == other.0).filter(|alike| alike.len() > 1);
    let words = |block: usize| blocks[block].span.of(text).unwrap_or_default();
    // The first block that says the same as each.
    let mut earlier: Vec<Option<usize>> = Vec::new();
    for alike in alike {
        earlier.resize(blocks.len(), None);
        let mut firsts: Vec<usize> = Vec::new();
        for &(_, at) in alike {
            match firsts.iter().find(|first| words(**first) == words(at)) {
                Some(first) => earlier[at] = Some(*first),
                // Texts that only look alike are few; one that is made of them is searched no further.
                None if firsts.len() < 64 => firsts.push(at),
                None => {}
            }
        }
    }
    let (mut run, mut bytes, mut expected) = (0, 0, usize::MAX);
    for (at, earlier) in earlier.into_iter().enumerate() {
        match earlier.filter(|&e| run == 0 || e == expected) {
            Some(e) => {
                run += 1;
                bytes += blocks[at].span.end - blocks[at].span.start;
                expected = e + 1;
                // Three blocks of some length in the same order are no coincidence.
                if run >= 3 && bytes >= 240 {
                    repeated[at + 1 - run..=at].iter_mut().for_each(|r| *r = true);
                }
            }
            None => (run, bytes) = (0, 0),
        }
    }
    repeated
}

/// A number by which blocks that say the same are alike: of their length, their first bytes and their last.
fn print(text: &str, block: &Block) -> u64 {
    let words = block.span.of(text).unwrap_or_default().as_bytes();
    let number = |bytes: Option<&[u8; 8]>| bytes.map_or(0, |bytes| u64::from_le_bytes(*bytes));
    let ends = number(words.first_chunk()) ^ number(words.last_chunk()).rotate_left(23);
    let middle = words.get(words.len() / 2..).and_then(|rest| rest.first_chunk());
    (ends ^ number(middle).rotate_left(41) ^ words.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
