//! The page of a report held against a declaration: each claim with its verdict and both quotes, and the two texts.

use super::document::Filters;
use super::names::{self, kind_class, point, short_title, split};
use super::pair::{Said, Text, mark, sections, shown};
use super::pane::Pane;
use super::policy::{SCRIPT, STYLE, policy};
use crate::compare::{Claim, Judgement, Verdict, Verification};
use crate::emit::compare::understood;
use crate::emit::words::{count, spelled};
use crate::model::{Modality, Standing};
use crate::parsed::Parsed;
use askama::Template;

#[derive(Template)]
#[template(path = "verify.html")]
pub(super) struct VerifyPage<'p> {
    policy: String,
    style: &'static str,
    script: &'static str,
    version: &'static str,
    title: String,
    sides: [Text<'p>; 2],
    headline: String,
    tiles: Vec<(String, String, &'static str, usize)>,
    filters: Vec<Filters>,
    understood: String,
    facts: usize,
    claims: Vec<Entry>,
}

/// A claim, judged.
struct Entry {
    id: usize,
    class: String,
    sign: &'static str,
    verdict: String,
    against: bool,
    section: &'static str,
    point: String,
    value: String,
    negated: bool,
    modality: Option<Modality>,
    declared: Option<Modality>,
    standing: Option<Standing>,
    reason: Option<String>,
    said_by: Option<String>,
    sides: [(&'static str, Option<Said>); 2],
}

impl<'p> VerifyPage<'p> {
    /// The page of two documents whose spans count in bytes.
    pub(super) fn new(report: &'p Parsed, declaration: &'p Parsed, verification: &Verification) -> Self {
        let claims = || verification.claims.iter().zip(1..);
        let many = |verdict: Verdict| claims().filter(|(claim, _)| claim.verdict == verdict).count();
        let verdicts = Verdict::ALL.iter().map(|verdict| (*verdict, many(*verdict))).filter(|(_, many)| *many > 0);
        let boxes = verdicts.clone().map(|(verdict, many)| (verdict_class(verdict), spoken(verdict), many)).collect();
        let parts = sections(verification.claims.iter().map(|claim| claim.path));
        let against = claims().filter(|(claim, _)| claim.is_against()).count();
        let weights =
            [("against", "against the report", against), ("borne", "no error", verification.claims.len() - against)];
        let weights = weights.map(|(class, label, many)| (class.to_owned(), label.to_owned(), many));
        let weights =
            Filters { legend: "Weight", boxes: weights.into_iter().filter(|(_, _, many)| *many > 0).collect() };
        let marks = |of: fn(&Judgement) -> Option<&Claim>| {
            shown(claims().filter_map(|(judged, id)| {
                let claim = of(judged)?;
                Some(mark(id, &verdict_class(judged.verdict), &spoken(judged.verdict), judged.path, claim))
            }))
        };
        let summary = &verification.summary;
        let headline = match summary.against {
            0 => "Nothing in the report speaks against the declaration".into(),
            n => format!("{n} of {} not borne out", count(summary.claims, "claim")),
        };
        let [told, said] = [report, declaration].map(|parsed| super::pane::short_name(&parsed.source));
        let judged = Pane::new(report, "r", "c", marks(|claim| Some(&claim.claim)));
        let declared = Pane::new(declaration, "s", "c", marks(|claim| claim.declared.as_ref()));
        VerifyPage {
            policy: policy(),
            style: STYLE,
            script: SCRIPT,
            version: env!("CARGO_PKG_VERSION"),
            title: format!("{told} against {said}"),
            sides: [
                Text::new("Report", report, &verification.report, judged),
                Text::new("Declaration", declaration, &verification.declaration, declared),
            ],
            headline,
            tiles: verdicts.map(|(own, many)| (verdict_class(own), spoken(own), sign(own), many)).collect(),
            filters: [Filters { legend: "Verdict", boxes }, weights, parts]
                .into_iter()
                .filter(|filters| filters.boxes.len() > 1)
                .collect(),
            understood: understood(verification),
            facts: verification.claims.len(),
            claims: claims().map(|(claim, id)| entry(id, claim, report, declaration)).collect(),
        }
    }
}

fn entry(id: usize, judged: &Judgement, report: &Parsed, declaration: &Parsed) -> Entry {
    let claim = &judged.claim;
    let declared = judged.declared.as_ref();
    let section = split(judged.path).0;
    let said = |claim| Said::new(declaration, claim, format!("s{id}"), None);
    Entry {
        id,
        class: format!(
            "fact {} {} {}",
            verdict_class(judged.verdict),
            kind_class(section),
            if judged.is_against() { "against" } else { "borne" }
        ),
        sign: sign(judged.verdict),
        verdict: spoken(judged.verdict),
        against: judged.is_against(),
        section: short_title(section),
        point: point(judged.path),
        value: names::value(judged.path, &claim.fact.value),
        negated: claim.fact.negated,
        modality: claim.fact.modality,
        declared: declared.and_then(|declared| declared.fact.modality),
        standing: (judged.standing != Standing::Asserted).then_some(judged.standing),
        reason: judged.reason.clone(),
        said_by: claim.fact.said_by.as_deref().map(str::to_owned),
        sides: [
            ("report", Some(Said::new(report, claim, format!("r{id}"), None))),
            ("declaration", declared.map(said)),
        ],
    }
}

fn verdict_class(verdict: Verdict) -> String {
    format!("v-{verdict}")
}

fn spoken(verdict: Verdict) -> String {
    spelled(verdict.as_str())
}

/// The sign that says the same as the colour; those of the command.
fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "=",
        Verdict::Contradicted => "!",
        Verdict::Overstated => ">",
        Verdict::Understated => "<",
        Verdict::NotSaid => "?",
    }
}
