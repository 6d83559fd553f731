//! A list of components that tells of a declaration and is none: a fact box, an analysis by points, a ticker.
//!
//! A declaration asks nothing, speaks of no other war, does not set its draft beside its final text and does not count
//! what it has lost; no minute stands before its points. Source: grammar-notes/layout.md.

use crate::grammar::ends_in_note;
use crate::grammar::outline::Outline;
use crate::grammar::page::{Page, Stretch};
use crate::token::{Concept, Senses};

/// What a list that opens components is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Telling {
    /// The declaration, item by item.
    Declares,
    /// It tells of one, point by point.
    Points,
    /// It tells of one, minute by minute: its points are hours and no subjects.
    Minutes,
}

/// Questions and other wars, at least, that stand in the items' paragraphs or between them. One may be a flourish, "which draws
/// on the experience of Bosnia", or a teaser.
const TELLS_ENOUGH: usize = 2;
/// As many in a list whose items all have their marker: such a list is the rarer in an article.
const TELLS_ENOUGH_MARKED: usize = 3;
/// Stretches that tell what is gone, or of draft and final text, at least, for a text to be about that: a note or two
/// stand in copies too.
const GONE: usize = 3;
/// Kinds that the sentences before a list tell of and it lacks, at least, for it to be an article's fact box.
const BESIDE: usize = 2;
/// Paragraphs that a time of day opens, at least, for a ticker.
const TIMES: usize = 3;

/// What the list of `plan` is, from the stretches of its items.
pub(crate) fn telling(page: &Page<'_>, plan: &Outline) -> Telling {
    const TELLS: Senses = Senses::of(&[Concept::Draft, Concept::Final, Concept::Removed, Concept::NotForeseen]);
    const BOTH: [Senses; 2] = [Senses::of(&[Concept::Draft]), Senses::of(&[Concept::Final])];
    const LOST: Senses = Senses::of(&[Concept::Removed, Concept::NotForeseen]);
    let (mut met, mut compared, mut gone, mut tells) = (Senses::default(), 0, 0, 0);
    let (mut times, mut before) = (0, None);
    for item in &plan.items {
        for stretch in item.stretches.iter().map(|&at| &page.stretches[at]) {
            if let Some(minute) = stretch.opens_block.then(|| minute(page, stretch)).flatten() {
                // "12.11", "12.12", "12.13" are paragraphs.
                times += usize::from(before.is_none_or(|before| minute != before + 1));
                before = Some(minute);
            }
            tells += usize::from(stretch.sum.met.meets(Senses::of(&[Concept::Elsewhere])) || stretch.asks);
            if stretch.sum.met.meets(TELLS) {
                met = met.and(stretch.sum.met);
                compared += 1;
                // "[deleted: …]" is a copy's own note.
                gone += usize::from(stretch.sum.met.meets(LOST) && !ends_in_note(page, stretch));
            }
        }
    }
    let marked = plan.items.iter().all(|item| page.blocks[item.block].marker.is_some());
    if times >= TIMES {
        Telling::Minutes
    } else if tells >= if marked { TELLS_ENOUGH_MARKED } else { TELLS_ENOUGH }
        || gone >= GONE
        || plan.told_before >= BESIDE
        || compared >= GONE && BOTH.into_iter().all(|word| met.meets(word))
    {
        Telling::Points
    } else {
        Telling::Declares
    }
}

/// The time of day that opens the block, in minutes: "18:12 | …", "21.40 – …", "20h15 : …".
fn minute(page: &Page<'_>, stretch: &Stretch) -> Option<u32> {
    let start = page.blocks[stretch.block].span.start;
    let head = page.text.as_bytes().get(start..)?;
    let digit = |at: usize| head.get(at).filter(|byte| byte.is_ascii_digit()).map(|byte| u32::from(byte - b'0'));
    let hours = (0..2).take_while(|&at| digit(at).is_some()).count();
    let sign = *head.get(hours)?;
    let minutes = 10 * digit(hours + 1)? + digit(hours + 2)?;
    // "06.01.2026" is a date.
    let ends = digit(hours + 3).is_none() && head.get(hours + 3) != Some(&b'.');
    let hour = (0..hours).filter_map(digit).fold(0, |all, digit| 10 * all + digit);
    let written = hours > 0 && (matches!(sign, b':' | b'h') || sign == b'.' && hours == 2);
    (written && ends && hour < 24 && minutes < 60).then_some(60 * hour + minutes)
}
