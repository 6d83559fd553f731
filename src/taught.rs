//! A lexicon that a user brings, as the library's callers hold it.

use crate::diagnostic::{Code, Diagnostic};
use crate::lexicon::Taught;
use crate::span::Span;
use std::sync::Arc;

/// Words that a user brings: more of them for a language that is read, or a language of its own.
///
/// Reading the file takes some milliseconds; the value is cheap to clone and can serve any number of texts.
///
/// ```
/// use declparse::{Lexicon, Options};
///
/// let words = "@language\ten\nceasefire\tquiet order\n";
/// let lexicon = Lexicon::parse(words).unwrap();
/// let text = "→ A force for Ukraine, a Multinational Force, will deploy once the quiet order holds.\n\
///             → Long-term defence cooperation with Ukraine.\n";
/// let parsed = Options::new().lexicon(lexicon).parse(text);
/// assert!(parsed.facts().any(|fact| fact.value == "ceasefire"));
///
/// // What is wrong with a file is told line by line.
/// let faults = Lexicon::parse("@language\ten\nceasefires\ttruce\n").unwrap_err();
/// assert_eq!(faults[0].message, "no concept is called `ceasefires`");
/// ```
#[derive(Clone, Debug)]
pub struct Lexicon(pub(crate) Arc<Taught>);

impl Lexicon {
    /// Reads a lexicon's file: lines `concept<TAB>phrase`, and settings such as `@language<TAB>xx`; grammar-notes/lexicon.md
    /// has the whole form.
    ///
    /// # Errors
    ///
    /// One diagnostic a faulty line, its span counting bytes of `file`.
    pub fn parse(file: &str) -> Result<Lexicon, Vec<Diagnostic>> {
        let taught = Taught::compile(file).map_err(|faults| faults.into_iter().map(told).collect::<Vec<_>>())?;
        Ok(Lexicon(Arc::new(taught)))
    }

    /// BCP 47 primary subtag of its language.
    pub fn language(&self) -> &str {
        self.0.language()
    }
}

fn told(fault: crate::lexicon::Fault) -> Diagnostic {
    let span = (!fault.at.is_empty()).then(|| Span::new(fault.at.start, fault.at.end));
    let help = "write `concept<TAB>phrase`, with a concept that the shipped lexicons use";
    Diagnostic::new(Code::LexiconLine, span, fault.message, help)
}
