//! Whether a report says what the declaration says.

use super::certainty::doubt;
use super::claim::{Claim, Side, claims};
use super::diff::claim_or_null;
use crate::model::{Modality, Standing, closed, holds_one};
use crate::parsed::Parsed;
use schemars::JsonSchema;
use serde::Serialize;

closed! {
    /// What the declaration makes of a claim. The gravest verdict comes first.
    #[non_exhaustive]
    Verdict {
        /// It says the opposite, or another value where only one can hold.
        Contradicted = "contradicted",
        /// It says so with a weaker verb.
        Overstated = "overstated",
        /// It says nothing of it.
        NotSaid = "not_said",
        /// It says so with a stronger verb.
        Understated = "understated",
        /// It says so.
        Supported = "supported",
    }
}

impl Verdict {
    /// Does it speak against the report?
    pub const fn is_against(self) -> bool {
        matches!(self, Verdict::Contradicted | Verdict::Overstated | Verdict::NotSaid)
    }
}

/// One claim of the report, judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Judgement {
    /// What the declaration makes of it.
    pub verdict: Verdict,
    /// The codebook's path.
    pub path: &'static str,
    /// What the report says.
    pub claim: Claim,
    /// What the declaration says there; null where it says nothing.
    #[schemars(schema_with = "claim_or_null")]
    pub declared: Option<Claim>,
    /// How the report tells it.
    pub standing: Standing,
    /// False where the declaration seems to say nothing, and may only not have been understood.
    pub certain: bool,
    /// Why it is not certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Judgement {
    /// Does it speak against the report: asserted, and not borne out?
    pub fn is_against(&self) -> bool {
        self.standing == Standing::Asserted && self.verdict.is_against()
    }
}

/// How many claims there are of each verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct VerifySummary {
    /// All claims.
    pub claims: usize,
    /// Claims that the declaration bears out.
    pub supported: usize,
    /// Claims with a stronger verb than the declaration's.
    pub overstated: usize,
    /// Claims with a weaker verb.
    pub understated: usize,
    /// Claims against what the declaration says.
    pub contradicted: usize,
    /// Claims of which it says nothing.
    pub not_said: usize,
    /// Claims that the report asserts, and that are contradicted, overstated or not said.
    pub against: usize,
    /// Claims on which the verdict is not certain.
    pub uncertain: usize,
    /// Words of the report that could make a claim.
    pub words: usize,
    /// Those of them that were understood; what the others say is not judged.
    pub read: usize,
}

/// A report held against a declaration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Verification {
    /// The report.
    pub report: Side,
    /// The declaration.
    pub declaration: Side,
    /// In the order of the report.
    pub claims: Vec<Judgement>,
    /// The counts.
    pub summary: VerifySummary,
}

/// Judges every claim of a report by what a declaration says.
///
/// ```
/// use declparse::{Verdict, parse, verify};
///
/// let declaration = parse(
///     "→ Ceasefire monitoring and verification.\n→ A Multinational Force for Ukraine, which France may lead.\n");
/// let report = parse("The Multinational Force for Ukraine will be led by France, the ministers said.");
/// let verification = verify(&report, &declaration);
/// assert_eq!(verification.claims[0].verdict, Verdict::Overstated);
/// ```
pub fn verify(report: &Parsed, declaration: &Parsed) -> Verification {
    let declared = claims(declaration);
    let judge = |(path, claim)| {
        let (verdict, found) = verdict(path, &claim, &declared);
        let reason = if found.is_none() { doubt(declaration, report, path) } else { None };
        let standing = claim.fact.standing.unwrap_or(Standing::Asserted);
        Judgement { verdict, path, declared: found.cloned(), claim, standing, certain: reason.is_none(), reason }
    };
    let judged: Vec<Judgement> = claims(report).into_iter().map(judge).collect();
    let count = |verdict| judged.iter().filter(|judgement| judgement.verdict == verdict).count();
    let summary = VerifySummary {
        claims: judged.len(),
        supported: count(Verdict::Supported),
        overstated: count(Verdict::Overstated),
        understated: count(Verdict::Understated),
        contradicted: count(Verdict::Contradicted),
        not_said: count(Verdict::NotSaid),
        against: judged.iter().filter(|judgement| judgement.is_against()).count(),
        uncertain: judged.iter().filter(|judgement| !judgement.certain).count(),
        words: report.coverage.words,
        read: report.coverage.read,
    };
    Verification { report: Side::of(report), declaration: Side::of(declaration), claims: judged, summary }
}

/// What the declaration's facts make of a claim, and the one of them that decides.
fn verdict<'d>(
    path: &'static str,
    claim: &Claim,
    declared: &'d [(&'static str, Claim)],
) -> (Verdict, Option<&'d Claim>) {
    let fact = &claim.fact;
    let at_path = || declared.iter().filter(|(own, _)| *own == path).map(|(_, claim)| claim);
    let alike = at_path().find(|other| other.says(claim));
    let opposite = at_path().find(|other| other.fact.value == fact.value && other.fact.negated != fact.negated);
    let other = at_path().find(|other| holds_one(path) && !other.fact.negated && !fact.negated);
    match (alike, opposite, other) {
        (Some(found), ..) => (by_verb(claim, found), Some(found)),
        (None, Some(found), _) => (Verdict::Contradicted, Some(found)),
        // Readiness is itself a verb of the ladder: "agreed" for "stands ready" says too much, not the opposite.
        (None, None, Some(found)) if path == "guarantees.readiness" => (by_verb(claim, found), Some(found)),
        (None, None, Some(found)) => (Verdict::Contradicted, Some(found)),
        // What is told as removed, and is not there, is told rightly.
        (None, None, None) if fact.negated && fact.standing == Some(Standing::Removed) => (Verdict::Supported, None),
        (None, None, None) => (Verdict::NotSaid, None),
    }
}

/// A verb stands on the ladder or it does not: only two that do can be compared.
fn by_verb(claim: &Claim, declared: &Claim) -> Verdict {
    match (claim.fact.modality, declared.fact.modality) {
        (Some(told), Some(said)) if told < said => Verdict::Overstated,
        (Some(told), Some(said)) if told > said => Verdict::Understated,
        // "proposed" is a reservation, and a claim without it leaves it out.
        (None, Some(Modality::Proposed)) => Verdict::Overstated,
        _ => Verdict::Supported,
    }
}
