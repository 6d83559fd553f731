//! Which language a text is in: a cheap look at its small words first, a guess from its letters only where they fail.

use crate::grammar::{Found, Page, Stretch};
use crate::lexicon::concept;
use crate::source::boundary;
use crate::token::Senses;

/// What can be said of a text's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language<'l> {
    /// One that is read, by its BCP 47 subtag.
    Read(&'l str),
    /// One that is not read, by its BCP 47 subtag and its English name.
    Other(&'static str, &'static str),
    /// It cannot be told.
    Unknown,
}

impl<'l> Language<'l> {
    /// The BCP 47 primary subtag.
    pub(crate) fn subtag(self) -> Option<&'l str> {
        match self {
            Language::Read(subtag) | Language::Other(subtag, _) => Some(subtag),
            Language::Unknown => None,
        }
    }
}

/// The small words that hold sentences together, whatever they are about.
pub(crate) const SMALL: Senses = Senses::of(concept::SMALL);

/// A text of the lexicon's language has one small word in this many, or more.
const ONE_IN: usize = 6;
/// One in this many, and it is surely that language.
const SURE: usize = 3;
/// Fewer words than these tell no language.
const FEWEST: usize = 5;
/// As many bytes are enough for a guess.
const SAMPLE: usize = 4096;

/// Tells the language of a page: that of the clauses, or of most words where there are none.
pub(crate) fn tell<'l>(page: &Page<'l>, found: &Found) -> Language<'l> {
    let main = main_lexicon(page, found);
    let lexicon = page.languages.lexicon(main);
    if page.languages.is_forced() {
        return Language::Read(lexicon.language);
    }
    let (mut words, mut small) = (0, 0);
    for stretch in page.stretches.iter().filter(|stretch| page.lexicons[stretch.block] == main) {
        words += stretch.sum.words as usize;
        small += stretch.sum.small as usize;
    }
    // A kindred language has some of the small words too: fewer than one in three calls for a second opinion.
    if words >= FEWEST && small * SURE >= words {
        return Language::Read(lexicon.language);
    }
    let sample = &page.text[..boundary(page.text, SAMPLE)];
    match whatlang::detect(sample).filter(|_| words >= FEWEST) {
        Some(guess) if guess.is_reliable() => {
            let own = subtag(guess.lang());
            match page.languages.all().iter().find(|lexicon| lexicon.language == own) {
                Some(read) => Language::Read(read.language),
                None => Language::Other(own, guess.lang().eng_name()),
            }
        }
        Some(guess) if subtag(guess.lang()) == lexicon.language => Language::Read(lexicon.language),
        _ if found.kind.is_some() || words >= FEWEST && small * ONE_IN >= words => Language::Read(lexicon.language),
        _ => Language::Unknown,
    }
}

/// The lexicon of most words in the clauses, or on the page where there are no clauses.
fn main_lexicon(page: &Page<'_>, found: &Found) -> usize {
    let mut words = vec![0usize; page.languages.all().len()];
    let mut add = |stretch: &Stretch| words[page.lexicons[stretch.block]] += stretch.end - stretch.start;
    if found.scope.is_empty() {
        page.stretches.iter().for_each(&mut add);
    } else {
        found.scope.iter().for_each(|at| add(&page.stretches[*at]));
    }
    words.iter().enumerate().max_by_key(|(at, count)| (**count, usize::MAX - at)).map_or(0, |(at, _)| at)
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
    use crate::lexicon::Languages;

    fn of(text: &str) -> Language<'_> {
        let page = Page::read(text, Languages::shipped());
        tell(&page, &read(&page))
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
            (
                "Setkání v Paříži se zúčastnili představitelé koalice ochotných, kteří jednali o zárukách pro Ukrajinu.",
                "cs",
            ),
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
