//! A list of components that tells of a declaration and is none: a fact box, an analysis by points, a ticker.
//!
//! A declaration asks nothing, speaks of no other war, does not set its draft beside its final text and does not count
//! what it has lost; no minute stands before its points. Source: grammar-notes/layout.md.

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

/// Questions and other wars, at least, that stand in paragraphs between the items.
const TELLS_ENOUGH: usize = 2;
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
    let (mut met, mut compared, mut gone, mut times, mut tells) = (Senses::default(), 0, 0, 0, 0);
    for item in &plan.items {
        for stretch in item.stretches.iter().map(|&at| &page.stretches[at]) {
            times += usize::from(stretch.opens_block && timed(page, stretch));
            if stretch.sum.met.meets(Senses::of(&[Concept::Elsewhere])) || page.asks(stretch) {
                // A teaser may have slipped in between two items; in the item's own paragraph it is the text that asks.
                tells += if stretch.block == item.block { TELLS_ENOUGH } else { 1 };
            }
            if stretch.sum.met.meets(TELLS) {
                met = met.and(stretch.sum.met);
                compared += 1;
                gone += usize::from(stretch.sum.met.meets(LOST));
            }
        }
    }
    if times >= TIMES {
        Telling::Minutes
    } else if tells >= TELLS_ENOUGH
        || gone >= GONE
        || plan.told_before >= BESIDE
        || compared >= GONE && BOTH.into_iter().all(|word| met.meets(word))
    {
        Telling::Points
    } else {
        Telling::Declares
    }
}

/// Does a time of day open the block: "18:12 | …", "21.40 – …", "20h15 : …"?
fn timed(page: &Page<'_>, stretch: &Stretch) -> bool {
    let start = page.blocks[stretch.block].span.start;
    let head = page.text.as_bytes().get(start..).unwrap_or_default();
    let digit = |at: usize| head.get(at).is_some_and(u8::is_ascii_digit);
    let hours = (0..2).take_while(|&at| digit(at)).count();
    let sign = head.get(hours).is_some_and(|sign| matches!(sign, b':' | b'h') || *sign == b'.' && hours == 2);
    // "06.01.2026" is a date.
    let ends = !digit(hours + 3) && head.get(hours + 3) != Some(&b'.');
    hours > 0 && sign && digit(hours + 1) && digit(hours + 2) && ends
}
