//! Which language a text is in: a cheap look at its small words first, a guess from its letters only where they fail.

use crate::grammar::{Found, Page};
use crate::lexicon::Lexicon;
use crate::source::boundary;
use crate::token::{Concept, Senses};

/// What can be said of a text's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    /// One that is read, by its BCP 47 subtag.
    Read(&'static str),
    /// One that is not read, by its BCP 47 subtag and its English name.
    Other(&'static str, &'static str),
    /// It cannot be told.
    Unknown,
}

impl Language {
    /// The BCP 47 primary subtag.
    pub(crate) fn subtag(self) -> Option<&'static str> {
        match self {
            Language::Read(subtag) | Language::Other(subtag, _) => Some(subtag),
            Language::Unknown => None,
        }
    }
}

/// The small words that hold sentences together, whatever they are about.
pub(crate) const SMALL: Senses = Senses::of(&[
    Concept::Function,
    Concept::And,
    Concept::Or,
    Concept::Of,
    Concept::By,
    Concept::With,
    Concept::To,
    Concept::For,
    Concept::From,
    Concept::In,
    Concept::Under,
    Concept::As,
    Concept::AsTo,
    Concept::Between,
    Concept::After,
    Concept::If,
    Concept::But,
    Concept::Not,
    Concept::No,
    Concept::Pronoun,
    Concept::Possessive,
    Concept::Be,
    Concept::Relative,
    Concept::Subordinate,
    Concept::Will,
    Concept::Shall,
    Concept::Should,
    Concept::May,
    Concept::Member,
    Concept::Include,
    Concept::First,
    Concept::Abbreviation,
]);

/// A text of the lexicon's language has one small word in this many, or more.
const ONE_IN: usize = 4;
/// Fewer words than these tell no language.
const FEWEST: usize = 5;
/// As many bytes are enough for a guess.
const SAMPLE: usize = 4096;

/// Tells the language of a page that was read with `lexicon`.
pub(crate) fn tell(page: &Page<'_>, found: &Found, lexicon: &Lexicon) -> Language {
    let (mut words, mut small) = (0, 0);
    for token in &page.tokens {
        words += usize::from(token.words);
        if token.any(SMALL) {
            small += usize::from(token.words);
        }
    }
    if words >= FEWEST && small * ONE_IN >= words {
        return Language::Read(lexicon.language);
    }
    let sample = &page.text[..boundary(page.text, SAMPLE)];
    match whatlang::detect(sample).filter(|_| words >= FEWEST) {
        Some(guess) if guess.is_reliable() && subtag(guess.lang()) != lexicon.language => {
            Language::Other(subtag(guess.lang()), guess.lang().eng_name())
        }
        Some(guess) if subtag(guess.lang()) == lexicon.language => Language::Read(lexicon.language),
        _ if found.kind.is_some() => Language::Read(lexicon.language),
        _ => Language::Unknown,
    }
}

/// The English name of a language that is read.
pub(crate) fn name(subtag: &str) -> &str {
    match subtag {
        "en" => "English",
        other => other,
    }
}

/// The BCP 47 primary subtag, which is of two letters where there is one.
fn subtag(language: whatlang::Lang) -> &'static str {
    let code = language.code();
    SHORT.iter().find(|(long, _)| *long == code).map_or(code, |(_, short)| *short)
}

#[rustfmt::skip]
const SHORT: &[(&str, &str)] = &[
    ("afr", "af"), ("aka", "ak"), ("amh", "am"), ("ara", "ar"), ("aze", "az"), ("bel", "be"), ("ben", "bn"),
    ("bul", "bg"), ("cat", "ca"), ("ces", "cs"), ("cmn", "zh"), ("cym", "cy"), ("dan", "da"), ("deu", "de"),
    ("ell", "el"), ("eng", "en"), ("epo", "eo"), ("est", "et"), ("fin", "fi"), ("fra", "fr"), ("guj", "gu"),
    ("heb", "he"), ("hin", "hi"), ("hrv", "hr"), ("hun", "hu"), ("hye", "hy"), ("ind", "id"), ("ita", "it"),
    ("jav", "jv"), ("jpn", "ja"), ("kan", "kn"), ("kat", "ka"), ("khm", "km"), ("kor", "ko"), ("lat", "la"),
    ("lav", "lv"), ("lit", "lt"), ("mal", "ml"), ("mar", "mr"), ("mkd", "mk"), ("mya", "my"), ("nep", "ne"),
    ("nld", "nl"), ("nob", "nb"), ("ori", "or"), ("pan", "pa"), ("pes", "fa"), ("pol", "pl"), ("por", "pt"),
    ("ron", "ro"), ("rus", "ru"), ("sin", "si"), ("slk", "sk"), ("slv", "sl"), ("sna", "sn"), ("spa", "es"),
    ("srp", "sr"), ("swe", "sv"), ("tam", "ta"), ("tel", "te"), ("tgl", "tl"), ("tha", "th"), ("tuk", "tk"),
    ("tur", "tr"), ("ukr", "uk"), ("urd", "ur"), ("uzb", "uz"), ("vie", "vi"), ("yid", "yi"), ("zul", "zu"),
];

#[cfg(test)]
mod tests {
    use super::{Language, tell};
    use crate::grammar::{Page, read};
    use crate::lexicon::LEXICONS;

    fn of(text: &str) -> Language {
        let page = Page::read(text, LEXICONS[0]);
        tell(&page, &read(&page), LEXICONS[0])
    }

    #[test]
    fn english_is_told_by_its_small_words() {
        assert_eq!(of("The ministers agreed on quotas for herring and mackerel."), Language::Read("en"));
    }

    #[test]
    fn headings_without_small_words_are_still_english() {
        assert_eq!(of("Ceasefire monitoring\nMultinational force Ukraine\nDefence cooperation"), Language::Read("en"));
    }

    #[test]
    fn other_languages_are_named() {
        let cases = [
            ("Сполучені Штати, Україна та Коаліція охочих зустрілися в Парижі, щоб обговорити гарантії.", "uk"),
            ("Die Vereinigten Staaten, die Ukraine und die Koalition der Willigen trafen sich in Paris.", "de"),
            ("Les États-Unis, l’Ukraine et la Coalition des volontaires se sont réunis à Paris hier.", "fr"),
            ("Stany Zjednoczone, Ukraina i Koalicja chętnych spotkały się w Paryżu, aby omówić gwarancje.", "pl"),
        ];
        for (text, subtag) in cases {
            assert_eq!(of(text).subtag(), Some(subtag), "{text}");
        }
    }

    #[test]
    fn too_few_words_tell_nothing() {
        assert_eq!(of("Париж"), Language::Unknown);
        assert_eq!(of(""), Language::Unknown);
    }
}
