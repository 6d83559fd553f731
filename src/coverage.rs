//! The account of the words: which a fact or a small word accounts for, and where the others stand.

use crate::grammar::{Found, MODALS, Page};
use crate::language::SMALL;
use crate::model::clause::Clause as _;
use crate::model::{Component, Coverage, FactRef};
use crate::span::Span;
use crate::token::{Concept, Senses};

/// A stretch that was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
struct Stretches {
    /// In the order of where they begin.
    spans: Vec<Span>,
    at: usize,
    reach: usize,
}

impl Stretches {
    fn new(mut spans: Vec<Span>) -> Self {
        spans.sort_by_key(|span| span.start);
        Stretches { spans, at: 0, reach: 0 }
    }

    /// Does one of them reach over this word? Words are asked about in their order.
    fn hold(&mut self, word: Span) -> bool {
        while let Some(next) = self.spans.get(self.at).filter(|next| next.start <= word.start) {
            self.reach = self.reach.max(next.end);
            self.at += 1;
        }
        word.end <= self.reach
    }
}

/// Words that say nothing by themselves, and the verbs that carry what others say.
const LIGHT: Senses = SMALL.and(MODALS);

/// The spans of the facts, those of each component in the order of the text: most components follow one another, so that
/// little is left to sort.
fn spans_of(found: &Found, facts: &[FactRef<'_>]) -> Vec<Span> {
    let mut spans = Vec::with_capacity(facts.len());
    let mut ahead = facts.iter().filter_map(|fact| fact.span);
    let around = found.document.len() + found.preamble.len() + found.guarantees.len();
    for count in std::iter::once(around).chain(found.components.iter().map(Component::len)) {
        let from = spans.len();
        spans.extend(ahead.by_ref().take(count));
        spans[from..].sort_unstable_by_key(|span| span.start);
    }
    spans.extend(ahead);
    spans
}

/// Counts the words in the scope of what was found.
///
/// A gap ends at a fact's words and at the end of its stretch; small words between two unread words do not end it.
pub(crate) fn account(page: &Page<'_>, found: &Found, facts: &[FactRef<'_>]) -> Account {
    let mut islands = Stretches::new(spans_of(found, facts));
    let headings = found.components.iter().filter_map(|component| component.heading());
    let mut headings = Stretches::new(headings.map(|heading| heading.span).collect());
    let mut account = Account { gaps: Vec::with_capacity(40), ..Account::default() };
    let mut before = None;
    for &at in &found.scope {
        let mut gap: Option<Gap> = None;
        let tokens = page.of(&page.stretches[at]);
        if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
            let own = first.span().join(last.span());
            match account.scope.last_mut() {
                Some(known) if before.is_some_and(|before| before + 1 == at) => *known = known.join(own),
                _ => account.scope.push(own),
            }
            before = Some(at);
        }
        for token in tokens {
            let (span, words) = (token.span(), token.words());
            account.words += words;
            // What is known in a heading has told which component it opens.
            let opens = headings.hold(span) && !token.is(Concept::Unknown) && !token.any(SMALL);
            let in_fact = islands.hold(span) || opens;
            if in_fact {
                account.gaps.extend(gap.take());
            }
            if in_fact || token.any(LIGHT) {
                account.read += words;
            } else if words > 0 {
                let known = gap.unwrap_or(Gap { span, words: 0 });
                gap = Some(Gap { span: known.span.join(span), words: known.words + words });
            }
        }
        account.gaps.extend(gap);
    }
    account
}

#[cfg(test)]
mod tests {
    use super::{Account, account};
    use crate::grammar::{Page, read};
    use crate::lexicon::Languages;
    use crate::model::clause::Clause;

    const LIST: &str = "→ Ceasefire monitoring and verification, led by the United States.\n\
                        → A Multinational Force for Ukraine, led by Europe.\n\
                        → Long-term defence cooperation with Ukraine, including training";

    fn of(text: &str) -> (Account, Vec<String>) {
        let page = Page::read(text, Languages::shipped());
        let found = read(&page);
        let mut facts = Vec::new();
        found.guarantees.walk(&mut |fact| facts.push(fact));
        found.components.iter().for_each(|component| component.walk(&mut |fact| facts.push(fact)));
        let account = account(&page, &found, &facts);
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
}
