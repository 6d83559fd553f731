//! A quote with the words around it, and the words in which two quotes differ.

use crate::source::boundary;
use crate::span::Span;

/// As many bytes to either side of a quote are looked at for the words around it.
const AROUND: usize = 110;

/// A quote in its place.
pub(super) struct Quote {
    pub(super) before: String,
    /// Its words, and whether the other quote lacks them.
    pub(super) words: Vec<(String, bool)>,
    pub(super) behind: String,
}

impl Quote {
    /// The words under a span with those around it in their paragraph; `other` is the quote that they are held against.
    pub(super) fn new(text: &str, span: Span, other: Option<&str>) -> Self {
        let words = one_line(span.of(text).unwrap_or_default());
        let from = boundary(text, span.start.saturating_sub(AROUND));
        let to = boundary(text, span.end.saturating_add(AROUND));
        let before = text.get(from..span.start).unwrap_or_default();
        let behind = text.get(span.end..to).unwrap_or_default();
        let before = before
            .rsplit("\n\n")
            .next()
            .filter(|own| own.len() < before.len())
            .map_or_else(|| if from > 0 { cut_front(before) } else { keep(before, false) }, |own| keep(own, false));
        let behind = behind
            .split("\n\n")
            .next()
            .filter(|own| own.len() < behind.len())
            .map_or_else(|| if to < text.len() { cut_back(behind) } else { keep(behind, true) }, |own| keep(own, true));
        Quote { before, words: against(&words, other.map(one_line).as_deref()), behind }
    }
}

/// The words of one quote, those that the other lacks told apart.
fn against(words: &str, other: Option<&str>) -> Vec<(String, bool)> {
    let Some(other) = other else { return vec![(words.to_owned(), false)] };
    let diff = similar::TextDiff::from_words(words, other);
    let mut parts: Vec<(String, bool)> = Vec::new();
    for change in diff.iter_all_changes() {
        let lacking = match change.tag() {
            similar::ChangeTag::Insert => continue,
            similar::ChangeTag::Equal => false,
            similar::ChangeTag::Delete => true,
        };
        match parts.last_mut() {
            Some((known, own)) if *own == lacking => known.push_str(change.value()),
            _ => parts.push((change.value().to_owned(), lacking)),
        }
    }
    parts
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// In one line, with the blank that stands towards the quote.
fn keep(text: &str, behind: bool) -> String {
    let line = one_line(text);
    match behind {
        _ if line.is_empty() => line,
        true if text.starts_with(char::is_whitespace) => format!(" {line}"),
        false if text.ends_with(char::is_whitespace) => format!("{line} "),
        _ => line,
    }
}

/// Without the word that was cut in two.
fn cut_front(text: &str) -> String {
    let whole = text.find(char::is_whitespace).and_then(|at| text.get(at..)).unwrap_or(text);
    format!("… {}", keep(whole, false).trim_start())
}

fn cut_back(text: &str) -> String {
    let whole = text.rfind(char::is_whitespace).and_then(|at| text.get(..at)).unwrap_or(text);
    format!("{} …", keep(whole, true))
}

/// The first signs of a line; that there are more is told by an ellipsis.
pub(super) fn shorten(line: &str, most: usize) -> String {
    match line.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default().trim_end()),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Quote, shorten};
    use crate::span::Span;

    #[test]
    fn a_quote_stands_between_the_words_of_its_paragraph() {
        let text = "Title\n\nThe force\nwill deter, they say.\n\nMore";
        let quote = Quote::new(text, Span::new(17, 27), None);
        assert_eq!((quote.before.as_str(), quote.behind.as_str()), ("The force ", ", they say."));
        let long = "many words stand here ".repeat(20);
        let quote = Quote::new(&long, Span::new(220, 224), None);
        assert!(quote.before.starts_with("… ") && quote.behind.ends_with(" …"), "{}|{}", quote.before, quote.behind);
    }

    #[test]
    fn words_that_the_other_lacks_are_told_apart() {
        let quote = Quote::new("United States will support", Span::new(0, 26), Some("United States may support"));
        let lacking: Vec<&str> = quote.words.iter().filter(|(_, own)| *own).map(|(words, _)| words.as_str()).collect();
        assert_eq!(lacking, ["will"]);
    }

    #[test]
    fn shortening_counts_signs() {
        assert_eq!((shorten("Київ", 2).as_str(), shorten("Київ", 4).as_str()), ("Ки…", "Київ"));
    }
}
