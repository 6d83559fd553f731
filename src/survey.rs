//! One look at all facts: where they stand, and which of them the checks ask about.

use crate::grammar::Found;
use crate::model::clause::Clause as _;
use crate::model::{Component, FactRef};
use crate::span::Span;
use crate::validate;

/// What one look at all facts shows.
#[derive(Debug, Default)]
pub(crate) struct Survey<'f> {
    /// Where they stand, in the order of where they begin.
    pub(crate) spans: Vec<Span>,
    /// Those that a check may ask about, in the codebook's order.
    pub(crate) noted: Vec<FactRef<'f>>,
}

impl<'f> Survey<'f> {
    pub(crate) fn of(found: &'f Found) -> Survey<'f> {
        let mut survey = Survey { spans: Vec::with_capacity(found.len()), noted: Vec::with_capacity(16) };
        found.walk(&mut |fact| {
            survey.spans.extend(fact.span);
            if validate::asks_about(&fact) {
                survey.noted.push(fact);
            }
        });
        // In the order of the text within each component, so that little is left to sort: most follow one another.
        let around = found.document.len() + found.preamble.len() + found.guarantees.len();
        let mut ahead = survey.spans.as_mut_slice();
        for count in std::iter::once(around).chain(found.components.iter().map(Component::len)) {
            let (own, rest) = ahead.split_at_mut(count.min(ahead.len()));
            own.sort_unstable_by_key(|span| span.start);
            ahead = rest;
        }
        survey.spans.sort_by_key(|span| span.start);
        survey
    }
}
