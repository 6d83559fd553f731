//! Words to tokens: each word is looked up once, and words that make up a phrase of the lexicon become one token.
//!
//! The longest phrase wins. Most words begin none that the next word goes on with: such a word is a token at once.

use super::concept::Concept;
use super::tables::{Head, Tables, edge_slot, hint, hint16};
use super::word::{Case, Folded, Sign, Sink, folded};
use crate::token::Token;

/// A word by its symbol.
#[derive(Clone, Copy, Debug)]
struct Word {
    start: u32,
    end: u32,
    symbol: u16,
    capital: bool,
}

/// Room for the words of a phrase, kept between calls.
#[derive(Debug, Default)]
pub(crate) struct Room(Vec<Word>);

/// What the words read so far have come to.
pub(super) struct Phrases<'a, 'l> {
    tables: &'a Tables<'l>,
    tokens: &'a mut Vec<Token<'l>>,
    /// Where the automaton stands behind the last word; 0 where no phrase goes on.
    state: u16,
    /// The bits of [`hint`] of the words that it may go on with; all of them while words wait in the run.
    follow: u32,
    /// The bits of [`hint16`] of those that may follow the last word of the run.
    narrow: u16,
    /// The words behind that of the last token which a phrase may yet take in.
    run: &'a mut Vec<Word>,
    /// The longest phrase so far: the place of its meaning, and how many words of the run it takes.
    longest: Option<(u16, usize)>,
}

/// Behind the second word of a phrase any word is looked at.
const ANY: u32 = u32::MAX;

impl<'a, 'l> Phrases<'a, 'l> {
    pub(super) fn new(tables: &'a Tables<'l>, room: &'a mut Room, tokens: &'a mut Vec<Token<'l>>) -> Self {
        Phrases { tables, tokens, state: 0, follow: 0, narrow: 0, run: &mut room.0, longest: None }
    }

    /// No word follows.
    pub(super) fn end(&mut self) {
        while !self.run.is_empty() {
            self.settle();
        }
        (self.state, self.follow) = (0, 0);
    }

    #[inline(always)]
    fn push(&mut self, meaning: u16, start: u32, end: u32, words: usize, capital: bool) {
        let meaning = &self.tables.meanings[usize::from(meaning)];
        self.tokens.push(Token::new(meaning, start, end, words, capital));
    }

    /// A word that no phrase takes in: a token, until words behind it make it part of a longer one.
    #[inline(always)]
    fn begin(&mut self, word: Word, head: Head) {
        self.push(head as u16, word.start, word.end, 1, word.capital);
        (self.state, self.follow) = ((head >> 16) as u16, (head >> 32) as u32);
    }

    fn head(&self, symbol: u16) -> Head {
        self.tables.heads[usize::from(symbol)]
    }

    /// A word that the phrase under way may go on with.
    #[inline(never)]
    fn go_on(&mut self, start: u32, end: u32, symbol: u16, capital: bool, head: Head) {
        // What stands apart stays in registers.
        let word = Word { start, end, symbol, capital };
        loop {
            if self.takes(word, self.run.len()) {
                self.run.push(word);
                // Nothing goes on from here.
                if self.narrow == 0 {
                    self.settle();
                }
                return;
            }
            if self.run.is_empty() {
                return self.begin(word, head);
            }
            self.settle();
        }
    }

    /// Does the phrase under way go on with a word, before which it has taken `taken` behind its first?
    fn takes(&mut self, word: Word, taken: usize) -> bool {
        let symbol = word.symbol;
        if taken == 0 && self.follow & hint(symbol) == 0 || taken > 0 && self.narrow & hint16(symbol) == 0 {
            return false;
        }
        let edge = self.step(symbol);
        if edge == 0 {
            return false;
        }
        let next = edge as u16;
        (self.state, self.narrow, self.follow) = (next, (edge >> 16) as u16, ANY);
        let meaning = self.tables.accepts[usize::from(next)];
        let start = self.tokens.last().map_or(word.start, |first| first.start);
        if meaning != 0 && (word.end - start) as usize <= Token::LONGEST {
            self.longest = Some((meaning, taken + 1));
        }
        true
    }

    /// The edge that a symbol goes by: the hints behind it, and the next state; 0 where there is none.
    fn step(&self, symbol: u16) -> u32 {
        let edges = self.tables.edges;
        let key = u32::from(self.state) << 16 | u32::from(symbol);
        let mut slot = edge_slot(key, edges.len());
        loop {
            let [found, next] = edges[slot];
            if found == key {
                return next;
            }
            if found == 0 {
                return 0;
            }
            slot = (slot + 1) & (edges.len() - 1);
        }
    }

    /// The phrase under way goes on no further: its longest becomes one token, and the words behind are read again.
    fn settle(&mut self) {
        // Most phrases are as long as what was read for them.
        if let (Some((meaning, count)), [.., last], Some(first)) = (self.longest, &**self.run, self.tokens.last_mut())
            && count == self.run.len()
        {
            let meaning = &self.tables.meanings[usize::from(meaning)];
            *first = Token::new(meaning, first.start, last.end, count + 1, first.capital());
            self.run.clear();
            (self.state, self.follow, self.longest) = (0, 0, None);
            return;
        }
        self.read_again();
    }

    /// As [`settle`](Self::settle), where words stand behind the longest phrase.
    fn read_again(&mut self) {
        let mut words = std::mem::take(self.run);
        let mut at = 0;
        loop {
            if let Some((meaning, count)) = self.longest.take()
                && let Some(first) = self.tokens.pop()
            {
                at += count;
                self.push(meaning, first.start, words[at - 1].end, count + 1, first.capital());
            }
            (self.state, self.follow) = (0, 0);
            let Some(&word) = words.get(at) else { break };
            at += 1;
            self.begin(word, self.head(word.symbol));
            let ahead = words[at..].iter().zip(0..).take_while(|(word, taken)| self.takes(**word, *taken)).count();
            if at + ahead == words.len() {
                break;
            }
        }
        words.drain(..at);
        *self.run = words;
    }

    /// The symbol of the longest stem that a word begins with, for one that does not stand in the lexicon whole.
    #[inline(never)]
    fn stem(&self, word: &[u8]) -> u16 {
        let states = self.tables.states;
        let mut state = 1;
        for byte in folded(word) {
            let next = states[state as usize][0] + u32::from(byte);
            if states[next as usize][1] != state {
                break;
            }
            state = next;
        }
        self.tables.stems[state as usize]
    }
}

impl Sink for Phrases<'_, '_> {
    #[inline(always)]
    fn word(&mut self, word: Folded<'_>, start: usize, end: usize, case: Case) {
        let (symbol, head) = match self.tables.words.find(word.key) {
            Some([symbols, head]) if case == Case::Lower => (symbols as u16, head),
            Some([symbols, head]) => match (symbols >> (16 * case as u32)) as u16 {
                symbol if symbol == symbols as u16 => (symbol, head),
                symbol => (symbol, self.head(symbol)),
            },
            None => {
                let symbol = self.stem(word.bytes);
                (symbol, self.head(symbol))
            }
        };
        let (start, end, capital) = (start as u32, end as u32, case != Case::Lower);
        if self.follow & hint(symbol) == 0 {
            self.begin(Word { start, end, symbol, capital }, head);
        } else {
            self.go_on(start, end, symbol, capital, head);
        }
    }

    #[inline]
    fn sign(&mut self, sign: Sign, start: usize, end: usize) {
        let concept = match sign {
            Sign::Comma => Concept::Comma,
            Sign::Semicolon => Concept::Semicolon,
            Sign::Colon => Concept::Colon,
            Sign::Stop => Concept::Stop,
            Sign::Dash => Concept::Dash,
            Sign::Slash => Concept::Slash,
            Sign::Open => Concept::Open,
            Sign::Close => Concept::Close,
            Sign::Number => Concept::Number,
        };
        self.end();
        self.push(concept as u16, start as u32, end as u32, 0, false);
    }
}
