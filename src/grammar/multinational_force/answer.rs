//! Sentences that say in few words who sends troops, leaning on the one before: "Japan will not", "Poland would send none".

use crate::grammar::multinational_force::JOINT;
use crate::grammar::multinational_force::contributor::sends;
use crate::grammar::prim::{Read, any, parties, party_of};
use crate::grammar::sentence::{Sentence, add};
use crate::model::{Fact, MultinationalForce, Party};
use crate::token::{Concept, Senses, Token, Tokens};
use nom::Parser;
use nom::sequence::{pair, preceded};

/// How many bytes may stand behind who sends troops, to the end of that sentence.
const NEAR: usize = 96;

/// "Australia will send soldiers. Japan will not.": a sentence of names and an auxiliary, right behind one on who sends troops.
pub(super) fn read(s: &Sentence<'_>, out: &mut MultinationalForce) {
    if s.told || !answers_by_name(s.tokens) || !right_behind(s, out) {
        return;
    }
    let negated = s.tokens.iter().any(|t| t.any(DENIES));
    let last = s.tokens.len();
    for (at, token) in s.tokens.iter().enumerate() {
        if let Some(party) = party_of(token).filter(|party| token.is(Concept::Party) && sends(*party)) {
            add(&mut out.contributor, s.fact(party, at..last).map(|fact| Fact { negated, ..fact }));
        }
    }
}

/// Was nothing said since who sends troops of who leads or helps, and does no sentence lie between?
fn right_behind(s: &Sentence<'_>, out: &MultinationalForce) -> bool {
    let end = |list: &[Fact<Party>]| list.iter().map(|fact| fact.span.end).max();
    let Some(sent) = end(&out.contributor) else { return false };
    let begin = s.tokens[0].start as usize;
    let others = [end(&out.led_by), end(&out.supported_by), end(&out.backed_if_attacked_by)];
    let between = s.text.get(sent..begin).filter(|text| text.len() <= NEAR);
    let between = between.map(|text| text.matches(['.', '!', '?', ';', '\n']).count());
    between == Some(1) && !others.iter().flatten().any(|&other| other > sent)
}

/// "Japan will not", "Croatia has refused to do so".
const DENIES: Senses = Senses::of(&[Concept::Not, Concept::Refuse]);

/// Names, an auxiliary or a denial, and small words: nothing else.
pub(crate) fn answers_by_name(tokens: &[Token]) -> bool {
    const VERB: Senses = DENIES.and(Senses::of(&[Concept::Will, Concept::May]));
    const SMALL: Senses = VERB.and(JOINT).and(Senses::of(&[
        Concept::Function,
        Concept::Dash,
        Concept::Pronoun,
        Concept::But,
        Concept::Stop,
        Concept::To,
    ]));
    const SENDS: Senses = Senses::of(&[Concept::Deploy, Concept::In]);
    /// Verbs that say more than an auxiliary does.
    const SAYS: Senses = Senses::of(&[Concept::Lead, Concept::Support, Concept::Commit]);
    let name = |t: &Token| t.is(Concept::Party) && !t.is(Concept::Oblique);
    // "L'Italie et la Pologne, elles, n'en enverront pas": what is not sent is what was spoken of.
    let denied = tokens.iter().any(|t| t.any(DENIES));
    let small = |t: &Token| t.any(SMALL) && !t.any(SENDS) || denied && t.any(SENDS);
    tokens.iter().any(name)
        && tokens.iter().any(|t| t.any(VERB))
        && tokens.iter().all(|t| name(t) || small(t) && !t.any(SAYS))
}

/// "Poland would send none", "Nor will Slovakia": troops of which the sentence before spoke.
pub(super) fn refusers(s: &Sentence<'_>, list: &mut Vec<Fact<Party>>) {
    if !s.told
        && s.tokens.len() <= 8
        && let Some(before) = list.last().filter(|fact| fact.negated).map(|fact| fact.span)
        && before.end + 160 > s.span(&(0..1)).start
        && let Ok((rest, found)) = likewise(Tokens(s.tokens))
    {
        let end = s.tokens.len() - rest.0.len();
        for party in found.into_iter().filter(|party| sends(*party)) {
            add(list, s.attribute(party, 0..end).map(|fact| Fact { negated: true, ..fact }));
        }
    }
    for &at in s.islands {
        let at = usize::from(at);
        if sends_none(s.tokens, at)
            && let Some((found, first)) = s.subject(at)
        {
            for (party, _) in found.into_iter().filter(|(party, _)| sends(*party)) {
                let fact = s.fact(party, first.min(at)..at + 2);
                add(list, fact.map(|fact| Fact { negated: true, ..fact }));
            }
        }
    }
}

/// Is it a verb of sending whose whole object is "none"?
pub(crate) fn sends_none(tokens: &[Token], at: usize) -> bool {
    const ENDS: Senses = Senses::of(&[Concept::Comma, Concept::Stop, Concept::And, Concept::But]);
    tokens[at].is(Concept::Deploy)
        && tokens.get(at + 1).is_some_and(|t| t.is(Concept::No))
        // "… will send none either"
        && tokens[at + 2..].iter().find(|t| !t.is(Concept::Function)).is_none_or(|t| t.any(ENDS))
}

/// `likewise = ("as" | "neither") auxiliary parties`: what was said holds of these too.
pub(super) fn likewise(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    let auxiliary = any(Senses::of(&[Concept::Will, Concept::Deploy, Concept::Function, Concept::Shall, Concept::Be]));
    preceded(pair(any(Senses::of(&[Concept::As, Concept::Not])), auxiliary), parties).parse(i)
}
