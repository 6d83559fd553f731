//! The closed list of codes: number, severity, title, and the page that `explain` prints.
//!
//! A number is never used again for another thing. The first two digits are the group: 01 the document, 02 its
//! components, 03 the text and how it can be read, 04 the source.

use super::Severity;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;
use std::str::FromStr;

macro_rules! codes {
    ($( $(#[$doc:meta])* $name:ident = $number:literal, $severity:ident, $title:literal; )*) => {
        /// What a diagnostic is about. Written as its number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
        #[non_exhaustive]
        pub enum Code {
            $( $(#[$doc])* #[serde(rename = $number)] $name, )*
        }

        impl Code {
            /// Every code, in order of its number.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];

            /// Its number: `D0201`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$name => $number),* }
            }

            /// How much it weighs, unless warnings are asked to be errors.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity),* }
            }

            /// What it is called.
            pub const fn title(self) -> &'static str {
                match self { $(Code::$name => $title),* }
            }

            /// The page that explains it, in Markdown: what it means, a text that raises it, how to mend it.
            pub const fn page(self) -> &'static str {
                match self { $(Code::$name => include_str!(concat!("pages/", $number, ".md"))),* }
            }
        }
    };
}

codes! {
    /// The text speaks of none of the components.
    NothingFound = "D0101", Error, "nothing found";
    /// The text tells of a declaration and is none itself.
    ReportOnly = "D0102", Note, "a report, no declaration";
    /// The text is in a language that is not read yet.
    UnsupportedLanguage = "D0103", Error, "unsupported language";
    /// No sentence says how the participants commit themselves.
    ChapeauMissing = "D0104", Warning, "chapeau missing";
    /// The day of the meeting is written without its year.
    DateWithoutYear = "D0105", Note, "date without a year";
    /// The declaration lacks one of the five components.
    ComponentMissing = "D0201", Error, "component missing";
    /// Two items of the list open the same component.
    ComponentRepeated = "D0202", Warning, "component repeated";
    /// An item of the list opens no component that is known.
    ComponentUnknown = "D0203", Note, "component unknown";
    /// A component says nothing that the codebook knows.
    ComponentEmpty = "D0204", Warning, "component empty";
    /// The text ends in mid-sentence.
    TextCutOff = "D0301", Warning, "text cut off";
    /// "Established to" and "to be established" differ by a word.
    EstablishedTo = "D0302", Warning, "established, or to be established";
    /// "Proposed US-led" and "US-proposed" differ by a word.
    ProposedLead = "D0303", Warning, "proposed to lead, or proposed by";
    /// The text says a thing and denies it.
    AffirmedAndDenied = "D0304", Warning, "affirmed and denied";
    /// Two values stand where only one can hold.
    TwoValues = "D0305", Warning, "two values where one can hold";
    /// The text denies a fact.
    FactDenied = "D0306", Note, "a fact denied";
    /// A long stretch of the declaration was not understood.
    UnreadStretch = "D0307", Note, "unread stretch";
    /// The page says the same words twice.
    PrintedTwice = "D0308", Note, "printed twice";
    /// The bytes are not sound in any encoding that can be told.
    WrongEncoding = "D0401", Warning, "wrong encoding";
    /// The text was decoded wrongly before it was saved.
    Mojibake = "D0402", Warning, "text decoded wrongly before";
    /// The text is longer than what is read at once.
    TextTooLong = "D0403", Error, "text too long";
    /// A line of a lexicon that a user brought cannot be used.
    LexiconLine = "D0404", Error, "lexicon line not understood";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Code {
    type Err = UnknownCode;

    /// Reads a number in either case: `D0201`, `d0201`.
    fn from_str(number: &str) -> Result<Self, UnknownCode> {
        Code::ALL.iter().copied().find(|code| code.as_str().eq_ignore_ascii_case(number)).ok_or(UnknownCode)
    }
}

/// The number is that of no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode;

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no diagnostic has this code")
    }
}

impl std::error::Error for UnknownCode {}
