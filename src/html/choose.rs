//! Which lines of a page are kept: the article where it is plain, and no menus.
//!
//! When in doubt a line is kept: the grammar finds the declaration among others, and cannot find what is gone.

use super::element::Role;
use super::lines::{Line, Lines};

/// Links on lines of their own that make a menu, one after another.
const MENU: usize = 3;

/// The longest that they are on average, in letters.
const ENTRY: usize = 40;

/// So many letters in items outside of the article keep the page whole: they may be the declaration's.
const ITEMS: usize = 200;

/// Which lines are kept.
pub(super) fn choose(page: &Lines) -> Vec<bool> {
    let lines = &page.lines;
    let whole: Vec<bool> = vec![true; lines.len()];
    let letters = letters(page, &whole);
    // A part that is not shown, or a form, that holds most of the page's text is the page.
    let mut out = vec![false; page.parts.len()];
    for (at, part) in page.parts.iter().enumerate() {
        let aside = part.role == Role::Aside && 2 * letters[at] <= letters[0];
        out[at] = aside || at > 0 && out[part.parent];
    }
    let mut kept: Vec<bool> = lines.iter().map(|line| !out[line.part]).collect();
    if letters[0] > 0 {
        menus(lines, &mut kept);
    }
    article(page, &mut kept);
    kept
}

/// How many letters outside of links each part has, with the parts in it.
fn letters(page: &Lines, kept: &[bool]) -> Vec<usize> {
    let mut letters = vec![0; page.parts.len()];
    for (line, _) in page.lines.iter().zip(kept).filter(|(_, kept)| **kept) {
        letters[line.part] += line.plain;
    }
    for at in (1..letters.len()).rev() {
        letters[page.parts[at].parent] += letters[at];
    }
    letters
}

/// Leaves out lines that are nothing but links: several on one line, or short ones on lines that follow one another.
fn menus(lines: &[Line], kept: &mut [bool]) {
    let of_links = |line: &Line| line.plain == 0 && line.linked > 0;
    let mut at = 0;
    while at < lines.len() {
        let run = lines[at..].iter().take_while(|line| of_links(line)).count();
        let entries = &lines[at..at + run];
        let (links, linked) = entries.iter().fold((0, 0), |(n, l), line| (n + line.links, l + line.linked));
        let numbered = entries.iter().any(|line| matches!(line.marker, Some(super::marker::Marker::Number { .. })));
        if links >= MENU && linked <= ENTRY * links && !numbered {
            kept[at..at + run].fill(false);
        }
        at += run.max(1);
    }
}

/// Where one article holds most of the text, and no list stands outside of it, leaves out the rest but its title.
fn article(page: &Lines, kept: &mut [bool]) {
    let letters = letters(page, kept);
    // Of articles in one another the innermost comes first.
    let most =
        |at: &usize| page.parts[*at].role == Role::Article && letters[0] > 0 && 3 * letters[*at] >= 2 * letters[0];
    for chosen in (0..page.parts.len()).rev().filter(most) {
        let mut inside = vec![false; page.parts.len()];
        for at in chosen..page.parts.len() {
            inside[at] = at == chosen || inside[page.parts[at].parent];
        }
        let outside = |line: &Line| !inside[line.part];
        let pairs = || page.lines.iter().zip(&*kept).filter(|(_, kept)| **kept).map(|(line, _)| line);
        let items: usize = pairs().filter(|line| outside(line) && line.marker.is_some()).map(|line| line.plain).sum();
        if items >= ITEMS {
            continue;
        }
        let first = page.lines.iter().position(|line| !outside(line)).unwrap_or(0);
        let titled = pairs().any(|line| line.title && !outside(line));
        for (at, line) in page.lines.iter().enumerate() {
            let title = line.title && at < first && !titled;
            kept[at] &= !outside(line) || title;
        }
        return;
    }
}
