//! The metadata: FRBR identification from what the text says, parties and roles as references, facts as analysis.

use super::structure::Body;
use super::xml::Xml;
use super::{Document, party};
use crate::emit::words::{party_name, spelled};
use crate::model::Party;
use crate::parsed::Parsed;
use std::collections::BTreeSet;
use std::io;

/// The facts' own namespace.
const FACTS: &str = "urn:x-declparse:1";
/// The date that stands where the text gives no whole one; its `name` says so.
const NO_DATE: &str = "0001-01-01";
/// ISO 3166 leaves this code to its users, and it is used for "not known".
const NO_COUNTRY: &str = "zz";

pub(super) fn write(parsed: &Parsed, document: &Document<'_>, body: &Body, xml: &mut Xml<'_>) -> io::Result<()> {
    xml.open("meta", &[])?;
    identification(parsed, document, xml)?;
    xml.open("analysis", &[("source", "#declparse")])?;
    analysis(parsed, document, body, xml)?;
    xml.close("analysis")?;
    references(document, xml)?;
    xml.close("meta")
}

fn identification(parsed: &Parsed, document: &Document<'_>, xml: &mut Xml<'_>) -> io::Result<()> {
    let first = |path: &str| document.facts.iter().find(|fact| fact.path == path && !fact.negated);
    let said = first("document.date").map(|fact| fact.value.as_ref()).filter(|date| whole_date(date));
    let date = said.unwrap_or(NO_DATE);
    let name = first("document.title").map(|fact| slug(fact.quote)).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| "nn".into());
    let work = format!("/akn/{NO_COUNTRY}/statement/{date}/{name}");
    let language = language(parsed.document.language.as_deref());
    let expression = format!("{work}/{language}@{date}");
    let generation = if said.is_some() { "said" } else { "not-said" };
    let authors = authors(document);
    let common = |this: &str, uri: &str, xml: &mut Xml<'_>| {
        xml.empty("FRBRthis", &[("value", this)])?;
        xml.empty("FRBRuri", &[("value", uri)])
    };
    let authors_and_date = |xml: &mut Xml<'_>| {
        xml.empty("FRBRdate", &[("date", date), ("name", generation)])?;
        authors.iter().try_for_each(|author| xml.empty("FRBRauthor", &[("href", &format!("#{author}"))]))
    };

    xml.open("identification", &[("source", "#declparse")])?;
    xml.open("FRBRWork", &[])?;
    common(&format!("{work}/!main"), &work, xml)?;
    if let Some(title) = first("document.title") {
        xml.empty("FRBRalias", &[("value", title.quote), ("name", "title")])?;
    }
    authors_and_date(xml)?;
    xml.empty("FRBRcountry", &[("value", NO_COUNTRY)])?;
    xml.empty("FRBRname", &[("value", &name)])?;
    xml.close("FRBRWork")?;
    xml.open("FRBRExpression", &[])?;
    common(&format!("{expression}/!main"), &expression, xml)?;
    authors_and_date(xml)?;
    if let Some(status) = parsed.document.status {
        xml.empty("FRBRversionNumber", &[("value", status.as_str())])?;
    }
    xml.empty("FRBRlanguage", &[("language", &language)])?;
    xml.close("FRBRExpression")?;
    xml.open("FRBRManifestation", &[])?;
    common(&format!("{expression}/!main.xml"), &format!("{expression}.xml"), xml)?;
    xml.empty("FRBRalias", &[("value", &parsed.source.sha256()), ("name", "sha256-of-source")])?;
    xml.empty("FRBRdate", &[("date", date), ("name", generation)])?;
    xml.empty("FRBRauthor", &[("href", "#declparse")])?;
    xml.empty("FRBRformat", &[("value", "application/akn+xml")])?;
    xml.close("FRBRManifestation")?;
    xml.close("identification")
}

/// Those who signed, or else took part; where the text names neither, that it does not.
fn authors(document: &Document<'_>) -> Vec<&'static str> {
    for path in ["document.signatory", "document.participant"] {
        let named = document.facts.iter().filter(|fact| fact.path == path && !fact.negated);
        let mut named: Vec<&str> = named.filter_map(party).map(Party::as_str).collect();
        let mut known = BTreeSet::new();
        named.retain(|name| known.insert(*name));
        if !named.is_empty() {
            return named;
        }
    }
    vec!["not_said"]
}

/// The facts with the element that holds their words, and the paths that are not said.
fn analysis(parsed: &Parsed, document: &Document<'_>, body: &Body, xml: &mut Xml<'_>) -> io::Result<()> {
    xml.open("otherAnalysis", &[("source", "#declparse")])?;
    let unit = parsed.source.offsets.as_str();
    xml.open("dp:facts", &[("xmlns:dp", FACTS), ("offsets", unit)])?;
    // The same facts in the same order, their spans in two units.
    for (fact, in_bytes) in parsed.facts().zip(&document.facts) {
        let span = fact.span.map(|span| (span.start.to_string(), span.end.to_string()));
        let holder = in_bytes.span.and_then(|span| body.holder(span)).map(|eid| format!("#{eid}"));
        let mut attributes = vec![("path", fact.path), ("value", &*fact.value)];
        attributes.extend(fact.modality.map(|modality| ("modality", modality.as_str())));
        attributes.extend(fact.negated.then_some(("negated", "true")));
        attributes.extend(fact.standing.map(|standing| ("standing", standing.as_str())));
        attributes.extend(fact.said_by.map(|who| ("saidBy", who)));
        attributes.extend(holder.as_deref().map(|eid| ("href", eid)));
        if let Some((start, end)) = &span {
            attributes.extend([("start", start.as_str()), ("end", end.as_str())]);
        }
        if fact.quote.is_empty() {
            xml.empty("dp:fact", &attributes)?;
        } else {
            xml.words("dp:fact", &attributes, |xml| xml.text(fact.quote))?;
        }
    }
    parsed.not_said.iter().try_for_each(|path| xml.empty("dp:notSaid", &[("path", path)]))?;
    xml.close("dp:facts")?;
    xml.close("otherAnalysis")
}

/// Every party, role and place that the text names.
fn references(document: &Document<'_>, xml: &mut Xml<'_>) -> io::Result<()> {
    let named = document.facts.iter().filter_map(|fact| Some((fact, party(fact)?)));
    let parties: BTreeSet<Party> = named.clone().map(|(_, party)| party).collect();
    let roles: BTreeSet<String> = named.filter(|(fact, _)| !fact.negated).map(|(fact, _)| role(fact.path)).collect();
    let places: BTreeSet<&str> =
        document.facts.iter().filter(|fact| fact.path == "document.place").map(|fact| &*fact.value).collect();
    let entry = |kind: &str, folder: &str, id: &str, shown: &str, xml: &mut Xml<'_>| {
        let href = format!("/akn/ontology/{folder}/{id}");
        xml.empty(kind, &[("eId", id), ("href", &href), ("showAs", shown)])
    };
    xml.open("references", &[("source", "#declparse")])?;
    entry("TLCOrganization", "organization", "declparse", "declparse", xml)?;
    if authors(document) == ["not_said"] {
        entry("TLCOrganization", "organization", "not_said", "not said", xml)?;
    }
    for party in parties {
        entry("TLCOrganization", "organization", party.as_str(), &party_name(party), xml)?;
    }
    for role in roles {
        entry("TLCRole", "role", &role, &role.trim_start_matches("role_").replace('_', " "), xml)?;
    }
    for place in places {
        let shown: String = spelled(place);
        entry("TLCLocation", "location", &place_id(place), &shown, xml)?;
    }
    xml.close("references")
}

/// The id of the role that a path gives a party: `role_led_by` of `monitoring.mechanism.led_by`.
pub(super) fn role(path: &str) -> String {
    format!("role_{}", path.rsplit('.').next().unwrap_or(path))
}

/// A place's id.
pub(super) fn place_id(place: &str) -> String {
    format!("place_{}", slug(place))
}

/// Is it a day of a year, as a date in XML has to be?
pub(super) fn whole_date(date: &str) -> bool {
    date.len() == 10 && date.as_bytes()[0].is_ascii_digit()
}

/// A title as a part of an IRI: small letters and figures, with hyphens between the words.
fn slug(title: &str) -> String {
    const LONGEST: usize = 80;
    let mut slug = String::new();
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in words {
        if !slug.is_empty() && slug.len() + word.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(LONGEST).flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()));
    }
    slug
}

/// The language by its ISO 639-2 code; one that has none here as it is.
fn language(subtag: Option<&str>) -> String {
    match subtag {
        Some("en") => "eng",
        Some("uk") => "ukr",
        Some("ru") => "rus",
        Some("fr") => "fra",
        Some("de") => "deu",
        Some("it") => "ita",
        Some("pl") => "pol",
        Some("es") => "spa",
        Some(other) if (2..=3).contains(&other.len()) && other.bytes().all(|b| b.is_ascii_lowercase()) => other,
        _ => "und",
    }
    .to_owned()
}
