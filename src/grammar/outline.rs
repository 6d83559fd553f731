//! Where the declaration is on its page: what opens each component, what belongs to it, what stands around it.
//!
//! Source: grammar-notes/layout.md.

use crate::grammar::MODALS;
use crate::grammar::page::{Page, Stretch};
use crate::layout::marker::MarkerKind;
use crate::model::ComponentKind;
use crate::parts::in_parts;
use crate::token::{Concept, Senses, Token};
use std::ops::Range;

/// The plan of a page.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// Components in order of the text; none in a report.
    pub(crate) items: Vec<ItemPlan>,
    /// Stretches before the first component that may hold preamble and chapeau.
    pub(crate) before: Range<usize>,
    /// Stretches behind the last component that may hold coordination and a dateline.
    pub(crate) after: Range<usize>,
    /// Items of the list that open no component that is known.
    pub(crate) unknown: Vec<usize>,
    /// Kinds of component that the list lacks and that sentences before it tell of.
    pub(crate) told_before: usize,
}

impl Outline {
    /// The stretches of the components, each with its kind, in the order of the text.
    pub(crate) fn places(&self) -> Vec<(usize, ComponentKind)> {
        let all = |item: &ItemPlan| item.stretches.iter().map(|&at| (at, item.kind)).collect::<Vec<_>>();
        let mut places: Vec<_> = self.items.iter().flat_map(all).collect();
        places.sort_unstable_by_key(|(at, _)| *at);
        places
    }
}

/// One component: its kind and its stretches.
#[derive(Debug)]
pub(crate) struct ItemPlan {
    pub(crate) kind: ComponentKind,
    /// Numbers of its stretches, in order.
    pub(crate) stretches: Vec<usize>,
    /// The block whose marker opens it, if one does.
    pub(crate) block: usize,
    /// How many of its first stretches are its heading: 0 or 1.
    pub(crate) heading: usize,
    /// It opens a component of a kind that was there before.
    pub(crate) repeats: bool,
}

/// A stretch that opens a component.
#[derive(Clone, Copy, Debug)]
struct Opening {
    stretch: usize,
    kind: ComponentKind,
    form: Form,
    family: Option<MarkerKind>,
    indent: usize,
    verbless: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Behind a marker.
    Marked,
    /// A heading: no verb, and a sign or the end of the line behind it.
    Heading,
    /// Behind "first".
    Ordinal,
    /// Behind "as to".
    Announced,
    /// The subject of a sentence.
    Plain,
}

/// Blocks between two openings of one list, at most.
const GAP: usize = 14;
/// Blocks before the first component that are looked at for preamble and chapeau.
const BEFORE: usize = 14;
/// Blocks behind the last one that are looked at for coordination.
const AFTER: usize = 5;

/// Finds the declaration on the page; an empty outline where there is none.
pub(crate) fn outline(page: &Page<'_>) -> Outline {
    let part = |own: Range<usize>| {
        let mut openings = Vec::with_capacity(12);
        openings.extend(own.filter_map(|at| opening_at(page, at)));
        openings
    };
    let mut parts = in_parts(page.stretches.len(), page.parts, part);
    let mut openings = parts.next().unwrap_or_default();
    parts.for_each(|part| openings.extend(part));
    let Some(list) = choose(page, &openings) else { return Outline::default() };
    let told_before = told_before(&openings, &list);
    Outline { told_before, ..build(page, &openings, list) }
}

/// How many kinds that a list of headings lacks sentences before it tell of: an article, and its fact box.
fn told_before(openings: &[Opening], list: &[usize]) -> usize {
    let Some(&first) = list.first().filter(|&&first| openings[first].form == Form::Heading) else { return 0 };
    let listed = |kind: ComponentKind| list.iter().any(|&i| openings[i].kind == kind);
    let tells = |o: &&Opening| o.form == Form::Plain && !o.verbless;
    let before = || openings[..first].iter().filter(tells);
    ComponentKind::ALL.iter().filter(|&&kind| !listed(kind) && before().any(|o| o.kind == kind)).count()
}

fn opening_at(page: &Page<'_>, at: usize) -> Option<Opening> {
    let stretch = &page.stretches[at];
    let met = stretch.sum.met;
    // "Who will sit on the Special Commission?" opens nothing: it is asked.
    if page.repeated[stretch.block] || stretch.asks {
        return None;
    }
    let block = &page.blocks[stretch.block];
    let family = block.marker.map(|(_, kind)| kind).filter(|_| stretch.opens_block);
    // "On support: the allies will …", whatever its words: a head of its own before a colon, and a sentence behind it.
    let headed = stretch.opens_block
        && stretch.sign == Concept::Colon
        && stretch.range().len() <= 4
        && page.stretches.get(at + 1).is_some_and(|next| next.sum.met.meets(FINITE.and(MODALS)));
    // Most stretches open nothing, and need no look at their words.
    let label = labelled(page, at);
    if !headed && !label && family.is_none() && !met.meets(OPENERS.and(ANNOUNCES)) {
        return None;
    }
    let tokens = page.of(stretch);
    let announced = tokens.first().is_some_and(|t| t.any(ANNOUNCES));
    let known = if met.meets(OPENERS) { opens_within(tokens, met) } else { None };
    let kind = match (known, family) {
        (Some((_, kind)), _) => kind,
        // "– Troops. A multinational force …": the marker opens it, its next sentence says what it is.
        (None, _) if family.is_some() || announced || headed || label => page
            .stretches_of(stretch.block..stretch.block + 1)
            .iter()
            .skip(1)
            .take(2)
            .find_map(|next| opens(page.of(next)))?,
        _ => return None,
    };
    let head = tokens.iter().find(|t| !t.any(Senses::of(&[Concept::Function, Concept::And])));
    let verbless = !met.meets(FINITE) && tokens.len() <= 34;
    // "Agreed to continue military assistance." is a sentence of a communiqué.
    let resolved = stretch.sign == Concept::Stop && met.meets(Senses::of(&[Concept::Agreed]));
    let listed = at > 0 && page.stretches[at - 1].block == stretch.block && page.stretches[at - 1].goes_on() || label;
    let form = if family.is_some() {
        Form::Marked
    } else if head.is_some_and(|t| t.is(Concept::First)) {
        Form::Ordinal
    } else if announced {
        Form::Announced
    } else if verbless
        && !resolved
        && (stretch.opens_block || listed || stretch.sign == Concept::Colon)
        && (headed || known.is_some_and(|(at, _)| names_early(tokens, at)))
    {
        Form::Heading
    } else {
        Form::Plain
    };
    Some(Opening { stretch: at, kind, form, family, indent: block.indent, verbless })
}

/// Does the stretch stand behind a label with a stop: "A. Monitoring", "IV. Cooperation", "Third. The force"?
fn labelled(page: &Page<'_>, at: usize) -> bool {
    let Some(label) = at.checked_sub(1).map(|at| &page.stretches[at]) else { return false };
    let alone = label.opens_block && label.sign == Concept::Stop && label.range().len() == 1;
    if !alone || label.block != page.stretches[at].block {
        return false;
    }
    let letters = page.span(label).of(page.text).unwrap_or_default();
    let roman = letters.len() <= 4 && letters.bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X'));
    let capital = || letters.chars().next().is_some_and(char::is_uppercase) && letters.chars().nth(1).is_none();
    page.of(label)[0].is(Concept::First) || roman || capital()
}

const ANNOUNCES: Senses = Senses::of(&[Concept::First, Concept::AsTo]);
const FINITE: Senses = Senses::of(&[
    Concept::Be,
    Concept::Will,
    Concept::Shall,
    Concept::Should,
    Concept::May,
    Concept::Said,
    Concept::Sign,
]);

/// Does a heading come to its subject at once, which stands at `at`? Prose whose verb is not known says other things before
/// it.
fn names_early(tokens: &[Token], at: usize) -> bool {
    const MOST: usize = 1;
    let head = &tokens[..at];
    // "The declaration promises …" speaks of the text, and "It entrusts …" goes on with what was said.
    !head.iter().any(|t| t.is(Concept::Declaration))
        && !refers_back(tokens)
        && head.iter().filter(|t| t.words() > 0 && t.is(Concept::Unknown)).count() <= MOST
}

/// Which kind of component a stretch opens.
fn opens(tokens: &[Token]) -> Option<ComponentKind> {
    opens_at(tokens).map(|(_, kind)| kind)
}

/// The kind whose own words come first in a stretch, and where they do.
fn opens_at(tokens: &[Token]) -> Option<(usize, ComponentKind)> {
    let head = &tokens[..tokens.len().min(HEAD)];
    let met = Senses::of_all(head);
    if met.meets(OPENERS) { opens_within(head, met) } else { None }
}

/// As many tokens of a stretch say what it opens.
const HEAD: usize = 48;

/// As [`opens_at`], where the tokens together may mean `met`.
fn opens_within(tokens: &[Token], met: Senses) -> Option<(usize, ComponentKind)> {
    const FAR: usize = 18;
    if tokens.len() > HEAD {
        return opens_at(tokens);
    }
    let head = tokens;
    let all = |senses: Senses| met.meets(senses);
    let find = |senses: Senses| if all(senses) { head.iter().take(FAR).position(|t| t.any(senses)) } else { None };
    let ceasefire = Senses::of(&[Concept::Ceasefire, Concept::Mechanism, Concept::System, Concept::Cessation]);
    let watch = Senses::of(&[Concept::Monitoring, Concept::Verification]);
    let monitoring = find(watch)
        .filter(|_| all(ceasefire) || head.len() <= 4)
        .or_else(|| find(Senses::of(&[Concept::SpecialCommission])))
        .or_else(|| (head.len() <= 2).then(|| find(Senses::of(&[Concept::Ceasefire]))).flatten())
        .map(|at| {
            // The ceasefire or mechanism that it monitors may come first.
            find(ceasefire).map_or(at, |c| c.min(at))
        });
    let army = Senses::of(&[Concept::Afu]);
    let help = Senses::of(&[
        Concept::Support,
        Concept::MilitaryAssistance,
        Concept::Supply,
        Concept::Armament,
        Concept::Deepen,
        Concept::Increase,
        Concept::Sustain,
        Concept::FirstLine,
        Concept::Military,
    ]);
    let rebuilds = Senses::of(&[Concept::Rebuild]);
    let afu = find(army)
        .filter(|&at| (all(help) || head.len() <= at + 3) && !head[..at].iter().any(|t| t.any(rebuilds)))
        .or_else(|| find(Senses::of(&[Concept::MilitaryAssistance])))
        .map(|at| find(Senses::of(&[Concept::Support, Concept::MilitaryAssistance])).map_or(at, |h| h.min(at)));
    let force = find(Senses::of(&[Concept::Force]));
    let attacks = Senses::of(&[Concept::Attack]);
    let attack = head[..if all(attacks) { head.len().min(30) } else { 0 }]
        .iter()
        .position(|t| t.any(attacks))
        // "Greift Russland an": the verb itself makes the case. "If it is attacked" speaks of what was named before.
        .filter(|&at| {
            let before = &head[at.saturating_sub(7)..at];
            let it = at >= 2 && head[at - 1].is(Concept::Pronoun) && head[at - 2].is(Concept::If);
            head[at].is(Concept::If) || before.iter().any(|t| t.any(CASE)) && !it
        })
        .filter(|&at| {
            !head[..at].iter().any(|t| {
                t.any(Senses::of(&[Concept::Depot, Concept::Access, Concept::Afu, Concept::Force, Concept::ForceWord]))
            })
        })
        // "deter Russia from a new attack"
        .filter(|&at| !head[at.saturating_sub(8)..head.len().min(at + 4)].iter().any(|t| t.is(Concept::Deterrence)))
        // "in case of an attack on the force"
        .filter(|&at| {
            let force = Senses::of(&[Concept::Force, Concept::ForceWord]);
            !head[at + 1..head.len().min(at + 4)].iter().any(|t| t.any(force))
        });
    let ties = Senses::of(&[Concept::DefenceCooperation]);
    let grows = Senses::of(&[Concept::Deepen, Concept::LongTerm]);
    // Cooperation on the budget is one of the measures for the army.
    let budget = all(Senses::of(&[Concept::Budget]));
    let cooperation = find(ties).filter(|_| !budget || all(grows)).or_else(|| {
        let alone = || head.len() <= 4 && !all(Senses::of(&[Concept::Unknown]));
        find(Senses::of(&[Concept::Cooperation])).filter(|_| (all(grows) || alone()) && !budget)
    });
    let cell = find(Senses::of(&[Concept::Cell]));
    let candidates = [
        (monitoring, ComponentKind::Monitoring),
        (force, ComponentKind::MultinationalForce),
        (afu, ComponentKind::AfuSupport),
        (attack, ComponentKind::AttackResponse),
        (cooperation, ComponentKind::Cooperation),
    ];
    let (at, kind) =
        candidates.into_iter().filter_map(|(at, kind)| at.map(|at| (at, kind))).min_by_key(|(at, _)| *at)?;
    cell.is_none_or(|cell| cell > at).then_some((at, kind))
}

/// Without one of these nothing opens.
const OPENERS: Senses = Senses::of(&[
    Concept::Monitoring,
    Concept::Verification,
    Concept::SpecialCommission,
    Concept::Ceasefire,
    Concept::Afu,
    Concept::MilitaryAssistance,
    Concept::Force,
    Concept::Attack,
    Concept::DefenceCooperation,
    Concept::Cooperation,
]);

const CASE: Senses = Senses::of(&[Concept::CaseOf, Concept::Future, Concept::If, Concept::Should]);

/// The openings that make up the declaration: three kinds at least, item by item.
fn choose(page: &Page<'_>, openings: &[Opening]) -> Option<Vec<usize>> {
    use MarkerKind::{Arrow, Bullet, Dash, Letter, Number};
    let strong = |o: &Opening| o.form != Form::Plain;
    let families: [Option<MarkerKind>; 5] = [Some(Arrow), Some(Bullet), Some(Number), Some(Letter), Some(Dash)];
    let (mut most, mut run, mut list) = (0, Vec::new(), Vec::with_capacity(openings.len()));
    let mut offer = |belongs: &dyn Fn(&Opening) -> bool, least: usize| {
        list.clear();
        list.extend((0..openings.len()).filter(|&i| belongs(&openings[i])));
        // Where too much stands between two of them the list ends.
        let block = |i: usize| page.stretches[openings[i].stretch].block;
        for part in list.chunk_by(|one, two| block(*two) - block(*one) <= GAP) {
            let kinds = distinct(|| part.iter().map(|&i| &openings[i]));
            if kinds >= least && kinds > most {
                most = kinds;
                run.clear();
                run.extend_from_slice(part);
            }
        }
    };
    let crowded = families.map(|family| outnumbered(page, openings, family));
    let stray = |o: &Opening| families.iter().zip(crowded).any(|(family, crowded)| crowded && *family == o.family);
    for family in families {
        offer(&|o| o.family == family && !stray(o), 2);
    }
    // "As for the army, …" is said in reports too: it opens nothing by itself.
    // One thing may come first in any prose; a list has a second.
    let ordinals = openings.iter().filter(|o| o.form == Form::Ordinal).count() >= 2;
    let item = |o: &Opening| matches!(o.form, Form::Marked | Form::Heading) || o.form == Form::Ordinal && ordinals;
    offer(&|o| item(o) && o.form != Form::Marked, 3);
    offer(&|o| item(o) && !stray(o), 3);
    if run.is_empty() {
        return None;
    }
    // A kicker or a menu above the text may name what the text then opens.
    while run.len() > 3 && !bare(page, openings, &run) {
        let (head, next) = (&openings[run[0]], &openings[run[1]]);
        let far = page.stretches[next.stretch].block - page.stretches[head.stretch].block > 3;
        if !far || !run[1..].iter().any(|&i| openings[i].kind == head.kind) {
            break;
        }
        run.remove(0);
    }
    // "The system has these parts:" and a sentence that opens one: with a verb, it is the first item all the same.
    if let Some(&first) = run.first()
        && openings[first].family.is_none()
        && let Some(item) = announced_before(page, openings, first)
        && !run.iter().any(|&i| openings[i].kind == openings[item].kind)
    {
        run.insert(0, item);
    }
    // Contents that are announced later belong to the list: "as to the force, …".
    let listed =
        run.iter().position(|i| openings[*i].form == Form::Ordinal && openings[*i].stretch > openings[run[0]].stretch);
    // "Finally, the cooperation …" behind the bare headings is no heading of theirs.
    let end = listed.filter(|at| *at >= 3 && bare(page, openings, &run[..*at])).unwrap_or(run.len());
    run.truncate(end);
    let last = openings[*run.last()?].stretch;
    let later: Vec<usize> = (0..openings.len())
        .filter(|&i| {
            openings[i].stretch > last && (strong(&openings[i]) || page.stretches[openings[i].stretch].opens_block)
        })
        .take_while(|&i| page.stretches[openings[i].stretch].block <= page.stretches[last].block + 2 * GAP)
        .collect();
    if bare(page, openings, &run) {
        run.extend(later);
    }
    Some(run)
}

/// Do most items of a list open nothing? Then it is a list of answers or news that names a few components in passing.
fn outnumbered(page: &Page<'_>, openings: &[Opening], family: Option<MarkerKind>) -> bool {
    let listed = || openings.iter().filter(|o| o.family == family);
    let Some(indent) = listed().next().map(|o| o.indent) else { return false };
    let sibling = |at: &usize| {
        let block = &page.blocks[*at];
        block.indent == indent && block.marker.map(|(_, kind)| kind) == family && !page.passed[*at]
    };
    distinct(listed) < 4 && (0..page.blocks.len()).filter(sibling).count() > 2 * listed().count() + 2
}

/// The opening before another that stands in a block of its own behind a colon.
fn announced_before(page: &Page<'_>, openings: &[Opening], first: usize) -> Option<usize> {
    let block = page.stretches[openings[first].stretch].block.checked_sub(1)?;
    let item = openings.iter().position(|o| page.stretches[o.stretch].block == block)?;
    let (at, kind) = (openings[item].stretch, openings[item].kind);
    let colon = at > 0 && page.stretches[at - 1].sign == Concept::Colon && last_of_block(page, at - 1);
    (colon && page.stretches[at].opens_block && early(page.of(&page.stretches[at]), kind)).then_some(item)
}

/// Is the list one of headings alone, one block each and nothing between?
fn bare(page: &Page<'_>, openings: &[Opening], run: &[usize]) -> bool {
    let blocks = |pair: &[usize]| {
        let (one, two) = (&page.stretches[openings[pair[0]].stretch], &page.stretches[openings[pair[1]].stretch]);
        (
            two.block - one.block,
            openings[pair[0]].verbless
                && openings[pair[0]].kind != openings[pair[1]].kind
                && page.stretches_of(one.block..one.block + 1).len() == 1,
        )
    };
    run.windows(2).filter(|pair| blocks(pair) == (1, true)).count() >= 2
}

fn distinct<'o, I: Iterator<Item = &'o Opening>>(listed: impl Fn() -> I) -> usize {
    ComponentKind::ALL.iter().filter(|kind| listed().any(|o| o.kind == **kind)).count()
}

/// Gives every stretch of the declaration its place.
fn build(page: &Page<'_>, openings: &[Opening], run: Vec<usize>) -> Outline {
    let first = openings[run[0]].stretch;
    let family = openings[run[0]].family;
    let indent = run.iter().map(|&i| openings[i].indent).min().unwrap_or(0);
    let first_block = page.stretches[first].block;
    let last_block = run.last().map_or(first_block, |&i| page.stretches[openings[i].stretch].block);
    let before_block = first_block.saturating_sub(BEFORE);
    let mut plan = Outline { before: page.first_of(before_block)..first, ..Outline::default() };
    let strong_kinds: Vec<ComponentKind> = run.iter().map(|&i| openings[i].kind).collect();
    let mut current: Option<usize> = None;
    let mut at = first;
    // The next opening, and the next one of the list: both are met in the order of the text.
    let mut ahead = 0;
    let mut run = run.into_iter();
    let mut listed = run.next();
    let mut open_list = false;
    let mut body_behind = false;
    while at < page.stretches.len() {
        let stretch = page.stretches[at];
        if page.passed[stretch.block] {
            at += 1;
            continue;
        }
        while openings.get(ahead).is_some_and(|opening| opening.stretch < at) {
            ahead += 1;
        }
        let opening = openings.get(ahead).filter(|opening| opening.stretch == at);
        while listed.is_some_and(|own| own < ahead) {
            listed = run.next();
        }
        if let Some(opening) = opening.filter(|_| listed == Some(ahead)) {
            current = Some(start(page, &mut plan, at, opening, family));
            open_list = false;
            body_behind = heads_alone(page, &stretch) || labelled(page, at) && last_of_block(page, at);
            at += 1;
            continue;
        }
        if is_cell(stretch.sum.met) {
            // The sentence on coordination belongs to no component; what follows it in its block does not either.
            if stretch.block > last_block {
                break;
            }
            at += 1;
            continue;
        }
        let marker = page.blocks[stretch.block].marker.filter(|_| stretch.opens_block);
        let deeper = page.blocks[stretch.block].indent > indent;
        if let (Some((_, kind)), Some(_)) = (marker, family)
            && Some(kind) == family
            && !deeper
            && !open_list
        {
            // An item of the same list that opens nothing known.
            if stretch.block > last_block {
                break;
            }
            plan.unknown.push(stretch.block);
            current = None;
        }
        // A component that the list does not name, told inside another: "four items for five".
        if let Some(opening) = opening
            && opening.form != Form::Marked
            && !strong_kinds.contains(&opening.kind)
            && stretch.block <= last_block
            && current.is_some()
            && !plan.items.iter().any(|item| item.kind == opening.kind)
            && early(page.of(&stretch), opening.kind)
        {
            current = Some(start(page, &mut plan, at, opening, None));
            at += 1;
            continue;
        }
        if stretch.block > last_block && stretch.opens_block {
            let goes_on = marker.is_some() && (open_list || deeper && marker.map(|m| m.1) != family)
                || marker.is_none() && (body_behind || open_list)
                || marker.is_none() && family.is_none() && refers_back(page.of(&stretch));
            if !goes_on {
                break;
            }
            body_behind = false;
        }
        if let Some(item) = current {
            plan.items[item].stretches.push(at);
            open_list = stretch.goes_on() && last_of_block(page, at);
        }
        at += 1;
    }
    let after_block = page.stretches.get(at).map_or(page.blocks.len(), |s| s.block);
    let end = page.first_of(after_block + AFTER);
    plan.after = at..end.max(at);
    plan
}

fn last_of_block(page: &Page<'_>, at: usize) -> bool {
    page.stretches.get(at + 1).is_none_or(|next| next.block != page.stretches[at].block)
}

/// Is the stretch all that its block has?
fn heads_alone(page: &Page<'_>, stretch: &Stretch) -> bool {
    page.stretches_of(stretch.block..stretch.block + 1).len() == 1
}

/// Opens a component, or goes on with one whose heading came before.
fn start(page: &Page<'_>, plan: &mut Outline, at: usize, opening: &Opening, family: Option<MarkerKind>) -> usize {
    let stretch = page.stretches[at];
    if let Some(known) = plan.items.iter().position(|item| item.kind == opening.kind) {
        let headed_only = plan.items[known].stretches.len() == 1;
        let same_list = opening.form == Form::Marked && opening.family == family;
        if headed_only || !same_list {
            plan.items[known].stretches.push(at);
            return known;
        }
    }
    let heading = opening.verbless
        && (stretch.sign == Concept::Colon || stretch.sign == Concept::Stop || heads_alone(page, &stretch));
    let mut stretches = Vec::with_capacity(8);
    stretches.push(at);
    plan.items.push(ItemPlan {
        kind: opening.kind,
        stretches,
        block: stretch.block,
        heading: usize::from(heading),
        repeats: plan.items.iter().any(|item| item.kind == opening.kind),
    });
    plan.items.len() - 1
}

/// Is the component's own word near the start, as in its subject?
fn early(tokens: &[Token], kind: ComponentKind) -> bool {
    opens(&tokens[..tokens.len().min(11)]) == Some(kind)
}

/// "They will …", "These measures …": goes on with what stands before it.
fn refers_back(tokens: &[Token]) -> bool {
    tokens.first().is_some_and(|t| t.is(Concept::Pronoun))
}

/// May a sentence be about the coordination cell, whose words may mean `met`?
pub(crate) fn is_cell(met: Senses) -> bool {
    const DONE: Senses =
        Senses::of(&[Concept::Establish, Concept::Established, Concept::Headquarters, Concept::Agreed, Concept::Place]);
    met.meets(Senses::of(&[Concept::Cell])) && met.meets(DONE)
}
