//! One look at all facts: where they stand, and which of them the checks ask about.

use crate::grammar::Found;
use crate::model::FactRef;
use crate::model::clause::Clause as _;
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
        survey.look(|fact| {
            found.document.walk(fact);
            found.preamble.walk(fact);
            found.guarantees.walk(fact);
        });
        found.components.iter().for_each(|component| survey.look(|fact| component.walk(fact)));
        survey.look(|fact| found.coordination.walk(fact));
        // Most components follow one another, so that little is left to sort.
        survey.spans.sort_by_key(|span| span.start);
        survey
    }

    fn look(&mut self, walk: impl FnOnce(&mut dyn FnMut(FactRef<'f>))) {
        let from = self.spans.len();
        walk(&mut |fact| {
            self.spans.extend(fact.span);
            if validate::asks_about(&fact) {
                self.noted.push(fact);
            }
        });
        self.spans[from..].sort_unstable_by_key(|span| span.start);
    }
}
