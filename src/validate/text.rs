//! Checks on the text: where it breaks off, where it can be read in two ways, and what was passed over.

use super::Reading;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{DocumentKind, FactRef, Modality, ONE_HOLDS};
use crate::span::Span;
use crate::token::{Concept, Senses, Token};
use std::cell::LazyCell;
use std::collections::{BTreeSet, HashMap};

const FINITE: Senses = Senses::of(&[
    Concept::Be,
    Concept::Will,
    Concept::Shall,
    Concept::Should,
    Concept::May,
    Concept::Agreed,
    Concept::Intends,
    Concept::Ready,
    Concept::Said,
]);
/// Words that ask for another one behind them.
const LEADS_ON: Senses = Senses::of(&[
    Concept::Comma,
    Concept::And,
    Concept::Or,
    Concept::Of,
    Concept::By,
    Concept::With,
    Concept::To,
    Concept::For,
    Concept::From,
    Concept::Relative,
    Concept::Will,
    Concept::Shall,
    Concept::Should,
    Concept::May,
]);

/// How a block ends.
#[derive(Clone, Copy, PartialEq)]
enum End {
    /// With the sign that closes a sentence.
    Closed,
    /// With dots that stand for more.
    Dots,
    /// With a word.
    Open,
}

/// The last block ends in mid-sentence: with dots, with a word that leads on, or without a stop where others have one.
pub(super) fn text_cut_off(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    let Some(&last) = r.found.scope.last() else { return };
    let block = r.page.stretches[last].block;
    if r.page.stretches.get(last + 1).is_some_and(|next| next.block == block)
        || r.found.kind == Some(DocumentKind::Report) && last + 1 < r.page.stretches.len()
    {
        return;
    }
    let tokens = tokens_of(r, block);
    let cut = match end(r, block) {
        End::Closed => false,
        End::Dots => true,
        End::Open => {
            tokens.last().is_some_and(|token| token.any(LEADS_ON))
                || tokens.iter().any(|token| token.any(FINITE)) && others_close(r, block)
        }
    };
    if cut {
        let at = tokens.last().map_or(r.page.blocks[block].span, Token::span);
        report.push(Diagnostic::new(
            Code::TextCutOff,
            Some(at),
            "expected the end of a sentence, found the end of the text".into(),
            "get the whole text; what came behind is not read, and not_said cannot tell it from what is not said",
        ));
    }
}

fn end(r: &Reading<'_>, block: usize) -> End {
    let words = r.page.blocks[block].span.of(r.page.text).unwrap_or_default();
    let bare = words.trim_end_matches(|c: char| c.is_whitespace() || "\"”“»’')]*_".contains(c));
    if bare.ends_with('…') || bare.ends_with("...") {
        End::Dots
    } else if bare.ends_with(['.', '!', '?', ';', ':', '。']) {
        End::Closed
    } else {
        End::Open
    }
}

/// Do the other blocks that hold sentences close them all? A list may do without stops.
fn others_close(r: &Reading<'_>, last: usize) -> bool {
    let mut blocks: Vec<usize> = r.found.scope.iter().map(|&at| r.page.stretches[at].block).collect();
    blocks.dedup();
    let mut others = blocks
        .into_iter()
        .filter(|&block| block != last && tokens_of(r, block).iter().any(|token| token.any(FINITE)))
        .peekable();
    others.peek().is_some() && others.all(|block| end(r, block) == End::Closed)
}

fn tokens_of<'r>(r: &'r Reading<'_>, block: usize) -> &'r [Token<'r>] {
    match r.page.stretches_of(block..block + 1) {
        [] => &[],
        [first, .., last] | [first @ last] => r.page.between(first, last),
    }
}

/// "established to …" where "to be established" may stand in another rendering.
pub(super) fn established_to(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    const PATHS: [&str; 2] = ["monitoring.special_commission.status", "coordination.status"];
    for fact in r.noted.iter().filter(|fact| PATHS.contains(&fact.path) && fact.value == "established") {
        let Some(span) = fact.span else { continue };
        let (words, behind) = r.page.within(span);
        let helped = words.iter().any(|token| token.is(Concept::Be));
        if !helped && behind.first().is_some_and(|token| token.is(Concept::To)) {
            report.push(Diagnostic::new(
                Code::EstablishedTo,
                Some(span),
                "expected \"to be established\" or \"has been established\", found \"established to\"".into(),
                "read as established; compare another rendering, for one word decides whether it exists yet",
            ));
        }
    }
}

/// "a proposed US-led …" and "the US-proposed …": who leads, or only who proposes.
pub(super) fn proposed_lead(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    let affirmed = || r.noted.iter().filter(|fact| !fact.negated);
    let lead = || affirmed().filter(|fact| fact.path == "monitoring.mechanism.led_by");
    let leads = LazyCell::new(|| lead().map(|fact| &*fact.value).collect::<BTreeSet<&str>>());
    for fact in affirmed() {
        let (found, help) = if fact.path.ends_with(".led_by") && fact.modality == Some(Modality::Proposed) {
            ("proposed to lead", "read as proposed to lead; another rendering may say that it is only proposed by it")
        } else if fact.path.ends_with(".proposed_by") && !leads.contains(&*fact.value) {
            (
                "proposing it",
                "read as proposed by it, which says nothing of who leads; another rendering may say led by it",
            )
        } else {
            continue;
        };
        let message = format!("expected to learn who leads, found {} {found}", fact.value);
        report.push(Diagnostic::new(Code::ProposedLead, fact.span, message, help));
    }
}

pub(super) fn affirmed_and_denied(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    if !r.noted.iter().any(|fact| fact.negated) {
        return;
    }
    let mut affirmed = HashMap::new();
    r.found.walk(&mut |fact| {
        if !fact.negated {
            affirmed.insert((fact.path, fact.value), fact.span);
        }
    });
    for fact in r.noted.iter().filter(|fact| fact.negated) {
        let Some(other) = affirmed.get(&(fact.path, fact.value.clone())) else { continue };
        report.push(Diagnostic::new(
            Code::AffirmedAndDenied,
            fact.span.max(*other),
            format!("expected {} = {} to be said or denied, found both", fact.path, fact.value),
            "both are kept; look whether the text tells of two drafts, or of two times",
        ));
    }
}

pub(super) fn two_values(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    let mut firsts = [None; ONE_HOLDS.len()];
    for fact in r.noted.iter().filter(|fact| !fact.negated) {
        let Some(place) = ONE_HOLDS.iter().position(|path| *path == fact.path) else { continue };
        let known: &FactRef<'_> = firsts[place].get_or_insert(fact);
        if known.value != fact.value {
            report.push(Diagnostic::new(
                Code::TwoValues,
                fact.span,
                format!("expected one value of {}, found {} beside {}", fact.path, fact.value, known.value),
                "both are kept; look which of them the document means",
            ));
        }
    }
}

pub(super) fn fact_denied(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    for fact in r.noted.iter().filter(|fact| fact.negated) {
        report.push(Diagnostic::new(
            Code::FactDenied,
            fact.span,
            format!("expected a fact that is affirmed, found {} = {} denied", fact.path, fact.value),
            "the fact is kept and marked as negated; do not count it among those that are affirmed",
        ));
    }
}

/// Shorter stretches than this one are in the coverage, and get no note.
const LONG: usize = 12;

pub(super) fn unread_stretch(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    for gap in r.account.gaps.iter().filter(|gap| gap.words >= LONG) {
        let (words, all) = (gap.words, r.account.words);
        let share = 100.0 * words as f64 / all as f64;
        report.push(Diagnostic::new(
            Code::UnreadStretch,
            Some(gap.span),
            format!("expected facts, found {words} words that were not understood, {share:.1} % of {all}"),
            "read the stretch yourself: it says what the codebook does not know, or says it in words that are not known",
        ));
    }
}

pub(super) fn printed_twice(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    let mut runs: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for (block, repeated) in r.page.blocks.iter().zip(&r.page.repeated) {
        match runs.last_mut() {
            Some(run) if *repeated && goes_on => *run = run.join(block.span),
            _ if *repeated => runs.push(block.span),
            _ => {}
        }
        goes_on = *repeated;
    }
    report.extend(runs.into_iter().map(|run| {
        Diagnostic::new(
            Code::PrintedTwice,
            Some(run),
            "expected new words, found those that stand earlier on the page".into(),
            "they are read once, where they stand first",
        )
    }));
}
