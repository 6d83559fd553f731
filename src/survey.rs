//! One look at all facts: where they stand, and which of them the checks ask about.

use crate::grammar::Found;
use crate::model::FactRef;
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
        let mut survey = Survey { spans: Vec::with_capacity(found.len()), noted: Vec::new() };
        found.walk(&mut |fact| {
            survey.spans.extend(fact.span);
            if validate::asks_about(&fact) {
                survey.noted.push(fact);
            }
        });
        survey.spans.sort_by_key(|span| span.start);
        survey
    }
}
