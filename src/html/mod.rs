//! A saved page to its text: lines, lists and headings as a browser shows them, without menus, forms and scripts.
//!
//! The tokenizer is html5gum, made to the web's own rules. What a tag without its end means is told here, in time linear
//! in the page whatever its tags: no recursion, and a stack that ends where browsers end theirs.

mod choose;
mod element;
mod encoding;
mod lines;
mod marker;
mod sniff;
mod walk;

pub(crate) use encoding::declared;
pub(crate) use sniff::{named, sniff};

/// The text of a page, each line with the marker that a browser would draw before it.
pub(crate) fn text(page: &str) -> String {
    let page = walk::walk(page);
    let kept = choose::choose(&page);
    page.write(&kept)
}

#[cfg(test)]
mod tests;
