//! Where the force works: in the air, at sea, on land.

use crate::grammar::prim::BARRIER;
use crate::grammar::sentence::{Sentence, add};
use crate::grammar::shared::DOMAINS;
use crate::model::{Domain, Fact};
use crate::token::{Concept, Senses, Token};

/// `domains = domain { joint domain }`, two at least; or one that is secured, or an item of a list by itself.
pub(super) fn read(s: &Sentence<'_>, list: &mut Vec<Fact<Domain>>) {
    if !s.has(DOMAINS) {
        return;
    }
    // An item of a list that says nothing else: "…: air; sea; land".
    let alone = !s.told && s.tokens.iter().all(|t| t.any(DOMAINS.and(Senses::of(&[Concept::Function, Concept::And]))));
    for &at in s.islands {
        let at = usize::from(at);
        let token = &s.tokens[at];
        if !token.any(DOMAINS) {
            continue;
        }
        let secured = s.before(at, 4, Senses::of(&[Concept::Security])).is_some() && !token.is(Concept::Land);
        // "air defence systems" and "land forces of an enemy" are equipment and troops, not where the force works.
        let equipment = s.after(at + 1, 2, Senses::of(&[Concept::Armament, Concept::System])).is_some();
        if (secured || alone || joined(s.tokens, at)) && !equipment {
            add(list, s.fact(kind(token), at..at + 1));
        }
    }
}

fn kind(token: &Token) -> Domain {
    if token.is(Concept::Air) {
        Domain::Air
    } else if token.is(Concept::Sea) {
        Domain::Sea
    } else {
        Domain::Land
    }
}

/// Does another domain stand near the one at `at`, no barrier between?
fn joined(tokens: &[Token], at: usize) -> bool {
    let own = kind(&tokens[at]);
    let other = |t: &Token| t.any(DOMAINS) && kind(t) != own;
    tokens[at + 1..].iter().take(6).take_while(|t| !t.any(BARRIER)).any(other)
        || tokens[at.saturating_sub(6)..at].iter().rev().take_while(|t| !t.any(BARRIER)).any(other)
}
