//! Reports: prose that tells of the five subjects. Each sentence is read by the kinds whose subject it names, each
//! kind from the words that stand nearest to its own. Source: grammar-notes/reports.md.
//!
//! Here a report is told stretch by stretch; what a stretch is like is asked of the modules, one question each:
//! which subjects it names, whether it goes on with the one before, whether it asks or answers, and whose word it is.

mod follows;
mod named;
mod questions;
mod standing;
mod strength;
mod subjects;
mod told;

use crate::grammar::outline::Outline;
use crate::grammar::page::{Page, Stretch};
use crate::grammar::sentence::Sentence;
use crate::grammar::words::Words;
use crate::grammar::{Found, Reader, coordination, document, guarantees, outline, preamble};
use crate::model::DocumentKind;
use crate::token::Concept;
use follows::{backs_it, means_of, refers_back};
use named::{Known, Named};
use questions::{asks_of_army, names_case, names_in_answer, names_other};
use standing::moscow_says;
pub(super) use standing::{standing, taken_back};
use strength::{gives_strength, strength_of};
use subjects::{Subject, is_elsewhere, label};
use told::{Told, backers};

/// Reads a page that tells of a declaration; `points` are its points, where it tells point by point.
pub(crate) fn read(page: &Page<'_>, points: &Outline) -> Found {
    let mut narration = Narration::new(page);
    let mut points = points.places().into_iter().peekable();
    for (at, stretch) in page.stretches.iter().enumerate() {
        let point = points.next_if(|(point, _)| *point == at).map(|(_, kind)| Subject::from(kind));
        if !page.passed[stretch.block] {
            narration.tell(at, stretch, point);
        }
    }
    narration.finish()
}

/// What says no more than "no" has no more words than this: "No.", "Not now."
const NO: usize = 3;

/// A report as it is told: what was read so far, and what the next stretch may go on with.
struct Narration<'p> {
    page: &'p Page<'p>,
    reader: Reader<'p>,
    known: Known,
    found: Found,
    told: Told,
    /// What is spoken of, if it is one of the subjects.
    subject: Option<Subject>,
    /// The subject that the label of this paragraph names.
    labelled: Option<Subject>,
    /// The question that waits for its answer: its subject, and its stretch.
    asked: Option<(Subject, usize)>,
    /// The stretch before spoke of another war, or another mission.
    away: bool,
    /// A paragraph has opened, and none of its statements is read yet.
    opened: bool,
}

/// The stretch that is told now.
struct Part<'p> {
    at: usize,
    stretch: &'p Stretch,
    said: Words<'p>,
    /// The stretch before it, of whatever paragraph.
    last: Option<&'p Stretch>,
    named: Named,
}

impl<'p> Narration<'p> {
    fn new(page: &'p Page<'p>) -> Self {
        let mut reader = Reader::new(page);
        reader.report = true;
        Narration {
            page,
            reader,
            known: Known::of(page),
            found: Found::default(),
            told: Told::new(),
            subject: None,
            labelled: None,
            asked: None,
            away: false,
            opened: false,
        }
    }

    /// Reads the stretch at `at`, which opens the point on `point` or none.
    fn tell(&mut self, at: usize, stretch: &'p Stretch, point: Option<Subject>) {
        let part = self.take_up(at, stretch);
        // A question states nothing, and other wars and other missions are not ours.
        self.away = is_elsewhere(stretch, part.said, self.away);
        let question = stretch.asks;
        if self.away || moscow_says(part.said) || question {
            self.leave_unread(&part, question && !self.away);
            return;
        }
        let goes_on = self.settle_subject(&part, point);
        self.answer(&part);
        // "No.", "Not now.": what follows still answers.
        self.asked = self.asked.filter(|_| part.said.at_most(NO));
        self.opened = false;
        let (mut read_any, backed) = self.read_kinds(&part, goes_on);
        read_any |= self.read_around(&part);
        if read_any {
            self.found.scope.push(at);
            if !goes_on {
                // What names none of them speaks of the guarantees as a whole.
                let last = part.named.last_in_text().unwrap_or(Subject::Guarantees);
                self.subject = Some(if backed { Subject::MultinationalForce } else { last });
            }
        } else if stretch.opens_block && self.asked.is_none() {
            self.subject = None;
        }
    }

    /// Turns to the stretch at `at`; a new paragraph forgets the verb and the label of the one before.
    fn take_up(&mut self, at: usize, stretch: &'p Stretch) -> Part<'p> {
        if stretch.opens_block {
            self.reader.pause();
            self.opened = true;
            self.labelled = None;
        }
        self.reader.taken_back = taken_back(self.page, at);
        let said = self.page.words(stretch);
        let last = at.checked_sub(1).map(|at| &self.page.stretches[at]);
        Part { at, stretch, said, last, named: Named::of(said, self.known) }
    }

    /// Leaves out what the report does not state; a question among it (`asks`) says what its answer is about.
    fn leave_unread(&mut self, part: &Part<'_>, asks: bool) {
        if !asks {
            (self.subject, self.asked) = (None, None);
            return;
        }
        // "And who leads the force?": what follows answers. "Under whose command?" asks of the same subject.
        // "Will the Ukrainian army have to shrink?" asks for its strength.
        let army = || asks_of_army(part.said).then_some(Subject::AfuSupport);
        self.subject = part.named.last_in_text().or_else(army).or(self.subject);
        self.asked = self.subject.map(|subject| (subject, part.at));
        // "And if Russia attacks again?" names the case.
        if self.subject == Some(Subject::AttackResponse)
            && names_case(part.said)
            && let Some(attack) = self.told.clause(Subject::AttackResponse, part.at)
        {
            self.reader.sentence(part.at, true, |_| true, |s| attack.read(s));
            self.found.scope.push(part.at);
        }
        self.opened = false;
    }

    /// Settles what the stretch is about, by its point, its label or its figure, and gives whether it goes on with that:
    /// then all its words are that subject's, and else those that stand nearest to a subject's own.
    fn settle_subject(&mut self, part: &Part<'_>, point: Option<Subject>) -> bool {
        // A point speaks of what its heading names, wherever no other subject is named.
        self.subject = point.or(self.subject);
        // "The army: Ukraine is to keep 800,000 …": a label says what its paragraph is about.
        if self.opened
            && let Some(subject) = label(part.stretch, part.said)
        {
            (self.subject, self.labelled) = (Some(subject), Some(subject));
        }
        // What opens the stretch with its colon: "They will support the force: …".
        let opens = |last: &&Stretch| last.block == part.stretch.block && last.sign == Concept::Colon;
        let opening = part.last.filter(opens).map(|last| self.page.words(last));
        let figure = strength_of(opening, part.said);
        if figure {
            self.subject = Some(Subject::AfuSupport);
        }
        let (subject, answers) = (self.subject, self.question_answered().is_some());
        // "¿Tendrá límites el ejército? Podrá contar con 800 000 efectivos": the answer's soldiers are the army's.
        let counts = figure || answers && gives_strength(part.said, subject);
        let listed = || subject == Some(Subject::MultinationalForce) && means_of(opening, part.said);
        let tied = || {
            point.is_some()
                || self.labelled.is_some() && self.labelled == subject
                || listed()
                || answers && !names_other(part.said)
                || subject.is_some_and(|subject| refers_back(part.said, subject, self.opened))
        };
        counts || part.named.only(subject) && tied() || backs_it(part.said, &part.named, subject)
    }

    /// The question before, if it asked of what is spoken of now.
    fn question_answered(&self) -> Option<(Subject, usize)> {
        self.asked.filter(|(subject, _)| Some(*subject) == self.subject)
    }

    /// Reads the names that an answer consists of.
    fn answer(&mut self, part: &Part<'_>) {
        if let Some((subject, question)) = self.question_answered()
            && let Some((asked, names)) = names_in_answer(self.page.words(&self.page.stretches[question]), part.said)
            && let Some(clause) = self.told.clause(subject, part.at)
        {
            self.reader.sentence(part.at, false, |_| true, |s| clause.answered(s, asked, names));
            self.found.scope.push(part.at);
        }
    }

    /// Lets each kind read what is its own, all under the verb that the stretch goes on with. Gives whether any read it,
    /// and whether somebody was said to back the force.
    fn read_kinds(&mut self, part: &Part<'_>, goes_on: bool) -> (bool, bool) {
        let (mut read_any, mut backed) = (false, false);
        let verb = self.reader.verb;
        for subject in Subject::ALL {
            let ours = if goes_on { self.subject == Some(subject) } else { part.named.names(subject) };
            if !ours {
                continue;
            }
            self.reader.verb = verb;
            let keep = |word: usize| goes_on || part.named.nearest(word) == Some(subject);
            match self.told.clause(subject, part.at) {
                Some(clause) => {
                    let before = backers(clause);
                    self.reader.sentence(part.at, !goes_on, keep, |s| clause.read(s));
                    // Who backs the force if it is attacked: the force is the subject, not the attack.
                    backed |= backers(clause) > before;
                }
                None => {
                    let out = &mut self.found.guarantees;
                    self.reader.sentence(part.at, true, keep, |s| guarantees::read(s, goes_on, out));
                }
            }
            read_any = true;
        }
        self.reader.verb = verb;
        (read_any, backed)
    }

    /// Reads what is said of the document, its aims and the coordination; gives whether it spoke of the last.
    fn read_around(&mut self, part: &Part<'_>) -> bool {
        let before = part.last.filter(|_| !part.stretch.opens_block);
        let found = &mut self.found;
        let mut coordinates = false;
        let rules = |s: &Sentence<'_>| {
            document::read(s, before, &mut found.document);
            preamble::read(s, &mut found.preamble);
            let goes_on = coordination::goes_on(s.tokens, part.last);
            coordinates = goes_on || outline::is_cell(s.met);
            if coordinates {
                coordination::read(s, goes_on, &mut found.coordination);
            }
        };
        self.reader.sentence(part.at, true, |_| true, rules);
        coordinates
    }

    /// The components that anything was said of, and what the document is.
    fn finish(self) -> Found {
        let (page, mut found) = (self.page, self.found);
        found.components = self.told.components(page);
        if !found.components.is_empty() {
            found.kind = Some(DocumentKind::Report);
            found.status = document::status(page, &page.stretches, true);
            found.document.title = document::told_title(page);
        }
        found
    }
}
