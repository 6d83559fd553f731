//! The account of the words: which a fact or a small word accounts for, and where the others stand.

use crate::grammar::{Found, MODALS, Page};
use crate::language::SMALL;
use crate::model::Coverage;
use crate::parts::in_parts;
use crate::span::Span;
use crate::token::{Concept, Senses};
use std::ops::Range;

/// A stretch that was not understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Gap {
    /// From its first unread word to its last.
    pub(crate) span: Span,
    /// How many unread words it has; small words between them are read.
    pub(crate) words: usize,
}

/// The words of preamble, chapeau, components and coordination.
#[derive(Debug, Default)]
pub(crate) struct Account {
    pub(crate) words: usize,
    pub(crate) read: usize,
    pub(crate) gaps: Vec<Gap>,
    /// Where the words stand: stretches that follow one another are one.
    pub(crate) scope: Vec<Span>,
}

impl Account {
    /// The account as the document carries it.
    pub(crate) fn coverage(self) -> Coverage {
        let unread = self.gaps.iter().map(|gap| gap.span).collect();
        Coverage { words: self.words, read: self.read, unread, scope: self.scope }
    }
}

/// Some stretches, asked about in the order of the text.
struct Stretches<'s> {
    /// Those ahead, in the order of where they begin.
    ahead: &'s [Span],
    /// Where the next of them begins.
    next: usize,
    /// How far those behind reach.
    reach: usize,
}

impl<'s> Stretches<'s> {
    fn new(ahead: &'s [Span]) -> Self {
        Stretches { ahead, next: 0, reach: 0 }
    }

    /// Does one of them reach over this word? Words are asked about in their order.
    #[inline(always)]
    fn hold(&mut self, word: Span) -> bool {
        if self.next <= word.start {
            self.pass(word.start);
        }
        word.end <= self.reach
    }

    /// Leaves those behind that begin no later than `at`.
    #[inline(never)]
    fn pass(&mut self, at: usize) {
        while let [next, rest @ ..] = self.ahead
            && next.start <= at
        {
            (self.ahead, self.reach) = (rest, self.reach.max(next.end));
        }
        self.next = self.ahead.first().map_or(usize::MAX, |next| next.start);
    }
}

/// Words that say nothing by themselves, and the verbs that carry what others say.
const LIGHT: Senses = SMALL.and(MODALS);

/// Counts the words in the scope of what was found.
///
/// `facts` are the facts' spans, in the order of where they begin. A gap ends at a fact's words and at the end of its
/// stretch; small words between two unread words do not end it.
pub(crate) fn account(page: &Page<'_>, found: &Found, facts: &[Span]) -> Account {
    let headings: Vec<Span> = found.components.iter().filter_map(|c| c.heading()).map(|heading| heading.span).collect();
    let part = |own: Range<usize>| (own.start, Account::of(page, &found.scope[own], facts, &headings));
    let mut parts = in_parts(found.scope.len(), page.parts, part);
    let mut account = parts.next().map(|(_, account)| account).unwrap_or_default();
    for (from, next) in parts {
        let adjoins = matches!(found.scope.get(from.saturating_sub(1)..=from), Some([one, other]) if one + 1 == *other);
        account.append(next, adjoins);
    }
    account
}

impl Account {
    /// The account of some stretches.
    fn of(page: &Page<'_>, scope: &[usize], facts: &[Span], headings: &[Span]) -> Account {
        let (mut islands, mut headings) = (Stretches::new(facts), Stretches::new(headings));
        let mut account = Account { gaps: Vec::with_capacity(40), ..Account::default() };
        let mut before = None;
        for &at in scope {
            let stretch = &page.stretches[at];
            let own = page.span(stretch);
            match account.scope.last_mut() {
                Some(known) if before.is_some_and(|before| before + 1 == at) => *known = known.join(own),
                _ => account.scope.push(own),
            }
            before = Some(at);
            account.words += stretch.sum.words as usize;
            let heads = headings.hold(own);
            // No words yet: there is none.
            let mut gap = Gap::default();
            let mut unread = 0;
            for token in page.of(stretch) {
                let (span, words) = (token.span(), token.words());
                // What is known in a heading has told which component it opens.
                if islands.hold(span) || heads && !token.is(Concept::Unknown) && !token.any(SMALL) {
                    if gap.words > 0 {
                        account.gaps.push(std::mem::take(&mut gap));
                    }
                } else if !token.any(LIGHT) && words > 0 {
                    unread += words;
                    let start = if gap.words > 0 { gap.span.start } else { span.start };
                    gap = Gap { span: Span::new(start, span.end), words: gap.words + words };
                }
            }
            account.read += stretch.sum.words as usize - unread;
            if gap.words > 0 {
                account.gaps.push(gap);
            }
        }
        account
    }

    /// Takes over the account of the stretches behind; `adjoins` where the first of them follows the last of its own.
    fn append(&mut self, mut next: Account, adjoins: bool) {
        self.words += next.words;
        self.read += next.read;
        self.gaps.append(&mut next.gaps);
        let mut scope = next.scope.into_iter();
        if let (Some(last), true) = (self.scope.last_mut(), adjoins) {
            *last = scope.next().map_or(*last, |own| last.join(own));
        }
        self.scope.extend(scope);
    }
}

#[cfg(test)]
mod tests {
    use super::{Account, account};
    use crate::grammar::{Page, read};
    use crate::lexicon::Languages;
    use crate::survey::Survey;

    const LIST: &str = "→ Ceasefire monitoring and verification, led by the United States.\n\
                        → A Multinational Force for Ukraine, led by Europe.\n\
                        → Long-term defence cooperation with Ukraine, including training";

    fn of(text: &str) -> (Account, Vec<String>) {
        let page = Page::read(text, Languages::shipped());
        let found = read(&page);
        let account = account(&page, &found, &Survey::of(&found).spans);
        let gaps = account.gaps.iter().filter_map(|gap| gap.span.of(text)).map(str::to_owned).collect();
        (account, gaps)
    }

    #[test]
    fn every_word_is_read_or_lies_in_a_gap() {
        let (account, gaps) = of(&format!("{LIST} of shipwrights and weavers."));
        let unread: usize = account.gaps.iter().map(|gap| gap.words).sum();
        assert_eq!(account.words, account.read + unread);
        assert_eq!(gaps.last().map(String::as_str), Some("shipwrights and weavers"));
    }

    #[test]
    fn what_stands_around_the_declaration_is_not_counted() {
        let (alone, _) = of(&format!("{LIST}."));
        let (paged, _) = of(&format!("Weather: fog.\n\n{LIST}."));
        assert!(alone.words > 0);
        assert_eq!(alone.words, paged.words);
    }

    #[test]
    fn a_text_in_parts_comes_to_the_same() {
        let list = include_str!("../samples/en/full_arrows.txt");
        let text = (0..7)
            .map(|turn| format!("Copy {turn}.\n\n{list}\nSo was the clause on reserve {turn}.\n"))
            .collect::<String>();
        let read_in = |parts| {
            let page = Page::read_in(parts, &text, Languages::shipped());
            let found = read(&page);
            let account = account(&page, &found, &Survey::of(&found).spans);
            format!("{found:#?}{account:#?}")
        };
        let whole = read_in(1);
        for parts in [2, 3, 5, 64] {
            assert!(read_in(parts) == whole, "in {parts} parts");
        }
    }
}
