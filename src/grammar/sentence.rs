//! One sentence of one component: where rules look, and how what they find becomes a fact.

use crate::grammar::carry::{Carrier, MODALS, condition};
use crate::grammar::prim::{BARRIER, LONGEST, PARTY, Read, government, in_case, party_of};
use crate::lexicon::Shape;
use crate::model::{Fact, Modality, Party, Standing};
use crate::span::Span;
use crate::token::{Concept, Senses, Token, Tokens};
use std::ops::Range;

/// A sentence, its carriers, and the positions where a rule of this component may start.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: &'t [Token<'t>],
    /// How its language builds sentences.
    pub(crate) shape: Shape,
    pub(crate) carriers: &'t [Carrier],
    /// All that its words may mean.
    pub(crate) met: Senses,
    /// Positions of words that mean something and belong to this component, in order.
    pub(crate) islands: &'t [u16],
    /// How the text tells what it says, where it does not simply assert it, and whose word it is.
    pub(crate) standing: Option<Standing>,
    pub(crate) said_by: Option<Span>,
    /// What it denies is told as removed.
    pub(crate) removes: bool,
    /// Who acted in the sentence before: whom "they" may mean.
    pub(crate) actor: &'t [Party],
    /// It tells of the component in prose: rules ask for the component's own words.
    pub(crate) told: bool,
}

impl<'t> Sentence<'t> {
    /// Tries `rule` at every island of a sentence that has one of `words` anywhere, and hands over what it gives with the
    /// tokens that it took.
    pub(crate) fn each_with<V>(
        &self,
        words: Senses,
        rule: impl Fn(Tokens<'t>) -> Read<'t, V>,
        mut found: impl FnMut(V, Range<usize>),
    ) {
        if self.has(words) {
            self.islands().for_each(|at| self.attempt(at, &rule, &mut found));
        }
    }

    /// As [`each_with`](Self::each_with), for a rule that starts with one of `first`.
    pub(crate) fn each_from<V>(
        &self,
        first: Senses,
        rule: impl Fn(Tokens<'t>) -> Read<'t, V>,
        mut found: impl FnMut(V, Range<usize>),
    ) {
        if self.has(first) {
            let starts = self.islands().filter(|&at| self.tokens[at].any(first));
            starts.for_each(|at| self.attempt(at, &rule, &mut found));
        }
    }

    /// Hands over every island that may mean one of `words`.
    pub(crate) fn each_of(&self, words: Senses, mut found: impl FnMut(&'t Token<'t>, Range<usize>)) {
        if self.has(words) {
            let hits = self.islands().filter(|&at| self.tokens[at].any(words));
            hits.for_each(|at| found(&self.tokens[at], at..at + 1));
        }
    }

    fn islands(&self) -> impl Iterator<Item = usize> {
        self.islands.iter().map(|&at| usize::from(at))
    }

    fn attempt<V>(
        &self,
        at: usize,
        rule: &impl Fn(Tokens<'t>) -> Read<'t, V>,
        found: &mut impl FnMut(V, Range<usize>),
    ) {
        if let Ok((rest, value)) = rule(Tokens(&self.tokens[at..])) {
            found(value, at..self.tokens.len() - rest.0.len());
        }
    }

    /// Is there such a word anywhere in the sentence?
    pub(crate) fn has(&self, senses: Senses) -> bool {
        self.met.meets(senses)
    }

    /// The first position of such a word among `range`.
    pub(crate) fn find(&self, range: Range<usize>, senses: Senses) -> Option<usize> {
        if !self.has(senses) {
            return None;
        }
        let range = range.start.min(self.tokens.len())..range.end.min(self.tokens.len());
        self.tokens[range.clone()].iter().position(|t| t.any(senses)).map(|at| range.start + at)
    }

    /// Is there such a word among the `most` tokens before `at`, no barrier between?
    pub(crate) fn before(&self, at: usize, most: usize, senses: Senses) -> Option<usize> {
        self.tokens[at.saturating_sub(most)..at]
            .iter()
            .rev()
            .take_while(|t| !t.any(BARRIER))
            .position(|t| t.any(senses))
            .map(|back| at - 1 - back)
    }

    /// Is there such a word among the `most` tokens from `at` on, no barrier between?
    pub(crate) fn after(&self, at: usize, most: usize, senses: Senses) -> Option<usize> {
        let from = at.min(self.tokens.len());
        self.tokens[from..]
            .iter()
            .take(most)
            .take_while(|t| !t.any(BARRIER))
            .position(|t| t.any(senses))
            .map(|on| from + on)
    }

    /// The bytes under some tokens.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        let last = range.end.max(range.start + 1) - 1;
        self.tokens[range.start].span().join(self.tokens[last].span())
    }

    /// A fact that the verb of its clause carries; nothing where the text neither says nor denies it.
    pub(crate) fn fact<V>(&self, value: V, range: Range<usize>) -> Option<Fact<V>> {
        if self.supposed(&range) {
            return None;
        }
        let carrier = self.carriers[range.end.max(range.start + 1) - 1];
        let modality = self.proposed(&range).or(carrier.modality);
        let fact = self.make(value, range, modality)?;
        Some(Fact { negated: fact.negated || carrier.undone, ..fact })
    }

    /// A fact that no verb carries: an attribute such as "US-led".
    pub(crate) fn attribute<V>(&self, value: V, range: Range<usize>) -> Option<Fact<V>> {
        let modality = self.proposed(&range);
        self.make(value, range, modality)
    }

    /// A fact whose own word is its verb.
    pub(crate) fn with<V>(&self, value: V, range: Range<usize>, modality: Option<Modality>) -> Option<Fact<V>> {
        self.make(value, range, modality)
    }

    /// A fact of any type, whatever carries it.
    fn make<V>(&self, value: V, range: Range<usize>, modality: Option<Modality>) -> Option<Fact<V>> {
        let last = range.end.max(range.start + 1) - 1;
        let carrier = self.carriers[last];
        if carrier.open {
            return None;
        }
        let span = self.span(&range);
        let quote = span.of(self.text)?.into();
        // What a sentence denies that speaks of the draft was in it, and is gone.
        let removed = carrier.negated && (self.removes || self.standing == Some(Standing::Draft));
        let standing = if removed { Some(Standing::Removed) } else { self.standing };
        let said_by = self.said_by.filter(|_| standing == Some(Standing::Attributed));
        let said_by = said_by.and_then(|span| span.of(self.text)).map(Box::from);
        Some(Fact { value, span, quote, modality, negated: carrier.negated, standing, said_by })
    }

    /// "if the United States leads", "only if the force is led by Britain": what a condition supposes of a party is not said.
    /// That Russia attacks and that Ukraine asks are conditions of the declaration's own.
    fn supposed(&self, range: &Range<usize>) -> bool {
        const IF: Senses = Senses::of(&[Concept::If, Concept::Should]);
        /// As many words may stand between a conjunction and what it supposes.
        const FAR: usize = 16;
        let acts = |t: &Token| t.any(PARTY) && !matches!(party_of(t), Some(Party::Russia | Party::Ukraine));
        if !self.has(IF) || !self.tokens[range.clone()].iter().any(acts) {
            return false;
        }
        let mut near = (range.start.saturating_sub(FAR)..range.start).rev();
        let Some(at) = near.find(|&at| condition::opens(self.tokens, self.shape, at)) else { return false };
        let first = condition::past_parenthesis(self.tokens, at + 1);
        // Right behind it, alone or in a list.
        let subject = || self.tokens[first..range.start].iter().all(|t| t.any(condition::LISTED));
        self.tokens[range.start].is(Concept::Party) && first <= range.start && subject()
            || condition::is_plain(&self.tokens[at]) && range.end <= condition::end(self.tokens, at)
    }

    /// "a proposed US-led mechanism", "with the proposed support of": proposed belongs to the noun.
    fn proposed(&self, range: &Range<usize>) -> Option<Modality> {
        let proposed = Senses::of(&[Concept::Proposed]);
        if !self.has(proposed) {
            return None;
        }
        let inside = self.find(range.clone(), proposed);
        let near =
            inside.or_else(|| self.before(range.start, 3, proposed.and(PARTY).and(Senses::of(&[Concept::Comma]))));
        // "the support of the United States has been proposed"
        let be = Senses::of(&[Concept::Be]);
        let behind = self.after(range.end, 3, be).and_then(|be| self.after(be + 1, 2, proposed));
        if behind.is_some_and(|at| !self.by_someone(at)) {
            return Some(Modality::Proposed);
        }
        near.filter(|&at| self.tokens[at].any(proposed) && !self.by_someone(at)).map(|_| Modality::Proposed)
    }

    /// Is it a party that proposes: "US-proposed", "proposed by"?
    pub(crate) fn by_someone(&self, at: usize) -> bool {
        let named = at > 0 && self.tokens[at - 1].any(PARTY)
            || at > 1 && self.tokens[at - 1].is(Concept::Possessive) && self.tokens[at - 2].any(PARTY);
        named || self.tokens.get(at + 1).is_some_and(|t| t.is(Concept::By) || in_case(t))
    }

    /// The object of the verb at `verb`, among the `most` words behind it; where the order is free, among those before it too.
    pub(crate) fn object(&self, verb: usize, most: usize, words: Senses) -> Option<usize> {
        let behind = self.after(verb + 1, most, words);
        if !self.shape.free_order {
            return behind;
        }
        // "… keine Soldaten entsenden, will aber die Truppe unterstützen": behind the comma stands another verb's object.
        let same = |from: usize, to: usize| !self.tokens[from..to].iter().any(|t| t.is(Concept::Comma));
        let before = self.before(verb, most, words);
        let own = behind.filter(|&at| same(verb, at)).or(before.filter(|&at| same(at, verb)));
        own.or(behind.filter(|_| before.is_none())).or(before)
    }

    /// The parties that are the subject of the verb at `verb`, with the first token of theirs.
    ///
    /// Walks back over modal verbs and adverbs to the nearest party that no preposition governs, and gathers its list;
    /// where the order is free it may stand behind the verb.
    pub(crate) fn subject(&self, verb: usize) -> Option<(Vec<(Party, usize)>, usize)> {
        let before = self.subject_before(verb);
        if !self.shape.free_order {
            return before;
        }
        // "Paris said that the mechanism will be led by …": the nearer one, where another clause lies between.
        let apart = before.as_ref().is_some_and(|(found, _)| {
            let last = found.last().map_or(verb, |(_, at)| at + 1);
            self.tokens[last..verb].iter().any(|t| t.any(APART))
        });
        // "Die Truppe führt nicht die NATO, sie wird von …"; "…, pokierują nimi Europejczycy".
        let comma = before.as_ref().is_some_and(|(found, _)| {
            let last = found.last().map_or(verb, |(_, at)| at + 1);
            last < verb && self.tokens[verb.saturating_sub(1)].is(Concept::Comma) && self.past_aside(last) != verb
        });
        let apart = apart || comma;
        match before {
            Some(found) if !apart => Some(found),
            before => self.subject_behind(verb).or(before),
        }
    }

    /// As [`subject`](Self::subject); or those who acted in the sentence before, where this one opens with a pronoun and
    /// nothing but small words stands between that and the verb.
    pub(crate) fn subject_or_actor(&self, verb: usize) -> Option<(Vec<(Party, usize)>, usize)> {
        const SMALL: Senses =
            MODALS.and(Senses::of(&[Concept::Function, Concept::To, Concept::Not, Concept::Commit, Concept::Likewise]));
        let known = self.subject(verb);
        let opens = self.tokens.first().is_some_and(|t| t.is(Concept::Pronoun) && !t.is(Concept::Relative));
        let plain = verb > 0 && self.tokens[1..verb].iter().all(|t| t.any(SMALL));
        if known.is_some() || !opens || !plain || self.actor.is_empty() {
            return known;
        }
        Some((self.actor.iter().map(|party| (*party, 0)).collect(), 0))
    }

    /// Who acts in this sentence, if one list of names does.
    pub(crate) fn actors(&self) -> Vec<Party> {
        let acting: Vec<usize> = (0..self.tokens.len()).filter(|&at| self.may_act(at)).take(LONGEST).collect();
        let Some(&last) = acting.last() else { return Vec::new() };
        let (found, first) = self.gather(last);
        if acting.iter().any(|&at| at < first) {
            Vec::new()
        } else {
            found.into_iter().map(|(party, _)| party).collect()
        }
    }

    /// The parties behind the verb that are its subject: in no oblique case, governed by nothing, in the same clause.
    fn subject_behind(&self, verb: usize) -> Option<(Vec<(Party, usize)>, usize)> {
        // "A guidarla saranno Francia e Regno Unito": the verb's own auxiliary may stand behind it.
        let own = usize::from(self.tokens.get(verb + 1).is_some_and(|t| t.is(Concept::Be) && t.is(Concept::Will)));
        let within = self.tokens[verb + 1 + own..].iter().take(8).take_while(|t| !t.any(APART.and(BARRIER)));
        let on =
            within.take_while(|t| !t.is(Concept::Be)).position(|t| t.is(Concept::Party) && !t.is(Concept::Oblique))?;
        let first = verb + 1 + own + on;
        if self.governed(first) || self.genitive(first) {
            return None;
        }
        let mut found = Vec::new();
        let mut joined = true;
        let mut last_joint = false;
        for (at, token) in self.tokens.iter().enumerate().skip(first) {
            // "… sitzen die Ukraine und die Koalition, Russland dagegen nicht": "and" was the list's last joint.
            if token.is(Concept::Comma) && last_joint {
                break;
            }
            last_joint |= token.is(Concept::And);
            // "… lead the Americans, members of the Coalition will …": a comma, and a verb behind the name.
            // "… pokieruje Francja, NATO natomiast nie będzie …" too.
            let near = self.tokens[at + 1..].iter().take(3).take_while(|t| !t.any(JOINTS) || t.is(Concept::Not));
            let next = near.enumerate().any(|(on, t)| on < 2 && t.any(VERBS) || t.is(Concept::Not));
            if token.is(Concept::Party) && !found.is_empty() && self.tokens[at - 1].is(Concept::Comma) && next {
                break;
            }
            if token.is(Concept::Party) && joined && !token.is(Concept::Oblique) {
                found.extend(party_of(token).map(|party| (party, at)));
                joined = false;
            } else if token.any(JOINTS) {
                joined = true;
            } else if !token.is(Concept::Function) || found.len() == LONGEST {
                break;
            }
        }
        Some((found, first))
    }

    /// The parties whose verb is left out: "…, Hungary will not", "…, but France will"; each with its place.
    pub(crate) fn left_out(&self) -> impl Iterator<Item = (Party, usize)> {
        let names = self.carriers.iter().enumerate().filter(|(_, carrier)| carrier.elliptic).map(|(at, _)| at);
        let named = names.filter(|&at| self.tokens[at].is(Concept::Party) && !self.tokens[at].is(Concept::Oblique));
        // A preposition of the part before is not theirs.
        let own = |at: usize| {
            let before = self.tokens[..at].iter().zip(self.carriers).rev().take_while(|(_, carrier)| carrier.elliptic);
            before.map(|(token, _)| token).find(|t| !t.is(Concept::Function)).is_none_or(|t| t.any(JOINTS.and(PARTY)))
        };
        named.filter(move |&at| own(at)).filter_map(|at| Some((party_of(&self.tokens[at])?, at)))
    }

    /// Is a name that is alike in all cases a genitive here: "with the support of the USA", said by case alone?
    fn genitive(&self, at: usize) -> bool {
        const HEADS: Senses = Senses::of(&[
            Concept::Support,
            Concept::Leadership,
            Concept::Participation,
            Concept::Contribution,
            Concept::Request,
            Concept::Member,
            Concept::Commitments,
            Concept::Guarantees,
            Concept::Led,
            Concept::Proposed,
            Concept::Troops,
        ]);
        self.tokens[at].is(Concept::AnyCase)
            && at > 0
            && self.tokens[at - 1].any(HEADS)
            && !self.tokens[at - 1].any(VERBS)
    }

    fn subject_before(&self, verb: usize) -> Option<(Vec<(Party, usize)>, usize)> {
        let clause_end = BARRIER.and(Senses::of(&[Concept::Close]));
        let mut at = verb;
        while at > 0 && verb - at < 24 {
            at -= 1;
            let token = &self.tokens[at];
            if token.any(clause_end) {
                return None;
            }
            if self.acts(at, verb) {
                break;
            }
        }
        if at == verb || !self.acts(at, verb) {
            return None;
        }
        Some(self.gather(at))
    }

    /// Is the name at `at` the subject of the verb at `verb`, or the last of its subjects?
    fn acts(&self, at: usize, verb: usize) -> bool {
        self.may_act(at) || at + 1 == verb && self.absolute(at) || self.speaks(at)
    }

    /// "London and Paris will send …": a capital stands for its government where a verb follows at once.
    fn speaks(&self, at: usize) -> bool {
        const VERB: Senses = MODALS.and(Senses::of(&[
            Concept::Not,
            Concept::Deploy,
            Concept::Supply,
            Concept::Support,
            Concept::Lead,
            Concept::Commit,
            Concept::Refuse,
        ]));
        government(&self.tokens[at]).is_some()
            && (!self.governed(at) || self.opens(at))
            && self.tokens[self.past_aside(at + 1)..]
                .iter()
                .take(3)
                .find(|t| !t.is(Concept::Function) || t.any(VERB))
                .is_some_and(|t| t.any(VERB))
    }

    /// Where a clause goes on at `at` past a few words between two commas: "Rome, en revanche, a exclu …".
    fn past_aside(&self, at: usize) -> usize {
        let comma = |t: &Token| t.is(Concept::Comma);
        if !self.tokens.get(at).is_some_and(comma) {
            return at;
        }
        let aside = self.tokens[at + 1..].iter().take(6).take_while(|t| t.any(ASIDE)).count();
        let end = at + 1 + aside;
        if aside > 0 && self.tokens.get(end).is_some_and(comma) {
            // "…, a de nouveau exclu"
            let before = Senses::of(&[Concept::Function, Concept::Future]);
            let on = self.tokens[end + 1..].iter().take(3).take_while(|t| t.any(before)).count();
            end + 1 + on
        } else {
            at
        }
    }

    /// Is it a party that may be a subject?
    fn may_act(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.is(Concept::Party)
            && !token.is(Concept::Oblique)
            && !self.genitive(at)
            && (!self.governed(at) || self.opens(at) || self.infinitive(at))
    }

    /// "… does not provide for NATO to lead it": behind "for" a name acts in the infinitive that follows.
    fn infinitive(&self, at: usize) -> bool {
        const VERB: Senses = Senses::of(&[Concept::Lead, Concept::Deploy, Concept::Support, Concept::TakePart]);
        let to = self.tokens.get(at + 1).is_some_and(|t| t.is(Concept::To));
        let verb = self.tokens.get(at + 2).is_some_and(|t| t.any(VERB));
        !self.shape.free_order && to && verb && self.before(at, 2, Senses::of(&[Concept::For])).is_some()
    }

    /// "… troops to Ukraine, Poland will not": between a comma and its verb a name begins a clause, whatever governs the
    /// name before the comma; behind ", and" where a verb stands before that.
    fn opens(&self, at: usize) -> bool {
        const ITS: Senses = VERBS.and(Senses::of(&[Concept::Refuse, Concept::Intends, Concept::Not, Concept::But]));
        if !self.tokens.get(at + 1).is_some_and(|t| t.any(ITS)) {
            return false;
        }
        let article = at > 0 && self.tokens[at - 1].is(Concept::Function);
        match &self.tokens[..at - usize::from(article)] {
            [.., comma] if comma.is(Concept::Comma) => true,
            [before @ .., comma, and] if comma.is(Concept::Comma) && and.is(Concept::And) => {
                before.iter().rev().take(48).any(|t| t.any(MODALS))
            }
            _ => false,
        }
    }

    /// "with Britain and France sending …": a subject behind its preposition, right before its participle.
    fn absolute(&self, at: usize) -> bool {
        let (found, first) = self.gather(at);
        let with = first > 0 && self.tokens[first - 1].is(Concept::With);
        with && found.len() <= 4 && self.tokens[at].is(Concept::Party) && !self.tokens[at].is(Concept::Oblique)
    }

    /// Does a preposition stand before the party at `at`: "to Ukraine", "of the US"? Is it a genitive: "Ukraine's"?
    fn governed(&self, at: usize) -> bool {
        const GOVERNS: Senses = Senses::of(&[
            Concept::Of,
            Concept::By,
            Concept::With,
            Concept::To,
            Concept::For,
            Concept::From,
            Concept::In,
            Concept::Under,
            Concept::CaseOf,
        ]);
        if self.tokens.get(at + 1).is_some_and(|t| t.is(Concept::Possessive)) {
            // "Italy's Giorgia Meloni" speaks for Italy, "Ukraine's army" does not act for Ukraine.
            let ukraine = party_of(&self.tokens[at]) == Some(Party::Ukraine);
            return ukraine || !self.tokens.get(at + 2).is_some_and(|t| t.capital() && t.is(Concept::Unknown));
        }
        let mut back = at;
        while back > 0 && at - back < 48 {
            back -= 1;
            let token = &self.tokens[back];
            if token.any(GOVERNS) {
                // "schließt … aus, Spanien": a verb's particle governs nothing.
                let particle = self.tokens[back + 1].is(Concept::Comma);
                // ", zu dem Mitglieder der Koalition beitragen": what it governs is the relative pronoun.
                let pronoun = self.shape.free_order
                    && back > 0
                    && self.tokens[back - 1].is(Concept::Comma)
                    && at > back + 1
                    && self.tokens[back + 1..at].iter().all(|t| t.is(Concept::Function));
                return !particle && !pronoun;
            }
            if token.is(Concept::And) || token.is(Concept::Comma) || token.any(PARTY) {
                // the head of the list decides
                if token.is(Concept::Party) || token.is(Concept::And) || token.is(Concept::Comma) {
                    continue;
                }
                return false;
            }
            if !token.is(Concept::Function) {
                return false;
            }
        }
        false
    }

    /// Does a clause with more than names stand before `at`?
    fn begun(&self, at: usize) -> bool {
        const NAMES: Senses = JOINTS.and(PARTY).and(Senses::of(&[Concept::Function, Concept::Unknown]));
        self.tokens[..at].iter().any(|t| t.beyond(NAMES))
    }

    /// The list of parties that ends at `last`, walking back over joints and articles.
    fn gather(&self, last: usize) -> (Vec<(Party, usize)>, usize) {
        let mut found = Vec::new();
        let (mut at, mut first, mut joined) = (last, last, true);
        let capitals = self.tokens[last].is(Concept::Place);
        // A name that begins its clause goes on with no list.
        let alone = self.governed(last) && self.opens(last);
        loop {
            let token = &self.tokens[at];
            let capital = capitals && token.is(Concept::Place) && (at == last || !self.governed(at));
            if token.is(Concept::Party) || capital {
                if !joined {
                    break;
                }
                let named = if capital { government(token) } else { party_of(token) };
                if let Some(party) = named {
                    found.push((party, at));
                }
                (first, joined) = (at, false);
            } else if token.any(JOINTS) {
                // "Sitzen werden darin A und B, C dagegen nicht": a comma alone before the last name, where others stand
                // before the list, begins a clause.
                let parts = self.shape.free_order || self.opens(last);
                if found.len() == 1 && token.is(Concept::Comma) && parts && !joined && self.begun(at) {
                    break;
                }
                joined = true;
            } else if !(token.is(Concept::Function)
                || token.is(Concept::Possessive)
                || token.capital() && token.is(Concept::Unknown))
            {
                break;
            }
            if at == 0 || found.len() == LONGEST || alone {
                break;
            }
            at -= 1;
        }
        found.reverse();
        (found, first)
    }
}

/// What an aside between commas holds: "Rome, en revanche, a exclu …", "the Kremlin, by its spokesman, says …".
pub(crate) const ASIDE: Senses = Senses::of(&[
    Concept::Function,
    Concept::Unknown,
    Concept::But,
    Concept::Pronoun,
    Concept::Possessive,
    Concept::For,
    Concept::Of,
    Concept::From,
    Concept::By,
    Concept::In,
    Concept::To,
]);

/// Verbs that a name behind them is no genitive of: "will lead", "are to support".
const VERBS: Senses = Senses::of(&[Concept::Will, Concept::Shall, Concept::Should, Concept::May, Concept::Agreed]);
/// Where another clause begins.
const APART: Senses = Senses::of(&[Concept::Relative, Concept::Subordinate, Concept::But, Concept::Said]);

/// What joins the names of a list: "neither France nor Britain" too.
const JOINTS: Senses = Senses::of(&[Concept::And, Concept::Or, Concept::Comma, Concept::Not]);

/// Adds a fact unless one of this value and polarity is there.
pub(crate) fn add<V: PartialEq>(list: &mut Vec<Fact<V>>, fact: Option<Fact<V>>) {
    if let Some(fact) = fact
        && !list.iter().any(|known| known.value == fact.value && known.negated == fact.negated)
    {
        push(list, fact);
    }
}

/// Most lists have one fact or two, and take room for no more.
fn push<V>(list: &mut Vec<Fact<V>>, fact: Fact<V>) {
    if list.is_empty() {
        list.reserve_exact(2);
    }
    list.push(fact);
}

/// As [`add`]; a fact that a verb carries takes the place of the same fact in a bare heading.
pub(crate) fn add_carried<V: PartialEq>(list: &mut Vec<Fact<V>>, fact: Option<Fact<V>>) {
    let Some(fact) = fact else { return };
    match list.iter_mut().find(|known| known.value == fact.value && known.negated == fact.negated) {
        Some(known) if known.modality.is_none() && fact.modality.is_some() => *known = fact,
        Some(_) => {}
        None => push(list, fact),
    }
}
