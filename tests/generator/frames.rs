//! The sentences of a language: `tests/generator/XX.txt`, one line each, its parts between bars.
//!
//! | line | says |
//! |---|---|
//! | `title \| text` | a line above the declaration |
//! | `opens \| text` | the sentence that opens the list; long, as a page wrapped by hand is told by its breaks |
//! | `joints \| and \| or` | what joins the last two of a list, and of a denied one |
//! | `item \| component \| heading` | the heading of a component, which states nothing, and behind more bars what it does state |
//! | `verb \| modality \| form=words …` | a verb of the ladder in the forms that sentences ask for |
//! | `not \| modality \| form=words …` | the same, denied |
//! | `party \| name \| form=words …` | a party; the form without a name is the bare one |
//! | `form \| concept \| word` | a full form of a word that the lexicon knows by its stem |
//! | `say \| clause \| sentence \| fact …` | a sentence and the facts that it lists itself; `{form}` is the verb's, `{party.form}`, `{word}`, `{list}`, `{number}` are the fact's |

use std::collections::BTreeMap;

/// The languages with sentences.
pub(crate) const LANGUAGES: &[&str] = &["en", "de", "fr", "uk", "it", "es", "pt", "pl", "ru"];

/// A verb or a party in its forms.
pub(crate) struct Forms {
    /// Modality or party.
    pub(crate) name: String,
    forms: BTreeMap<String, String>,
}

impl Forms {
    pub(crate) fn get(&self, form: &str) -> &str {
        self.forms.get(form).unwrap_or_else(|| panic!("{} has no form `{form}`", self.name))
    }
}

/// A sentence that says a clause.
pub(crate) struct Sentence {
    clause: String,
    pub(crate) text: String,
    pub(crate) facts: Vec<String>,
}

/// What a component's heading says.
pub(crate) struct Heading {
    pub(crate) component: String,
    pub(crate) text: String,
    pub(crate) facts: Vec<String>,
}

/// All sentences of a language.
pub(crate) struct Frames {
    pub(crate) language: &'static str,
    pub(crate) title: String,
    pub(crate) opens: String,
    pub(crate) joints: [String; 2],
    pub(crate) headings: Vec<Heading>,
    pub(crate) verbs: Vec<Forms>,
    pub(crate) denials: Vec<Forms>,
    pub(crate) parties: Vec<Forms>,
    /// Concept and word.
    pub(crate) forms: Vec<(String, String)>,
    sentences: Vec<Sentence>,
}

impl Frames {
    pub(crate) fn of(language: &'static str) -> Frames {
        let text = match language {
            "en" => include_str!("en.txt"),
            "de" => include_str!("de.txt"),
            "fr" => include_str!("fr.txt"),
            "uk" => include_str!("uk.txt"),
            "it" => include_str!("it.txt"),
            "es" => include_str!("es.txt"),
            "pt" => include_str!("pt.txt"),
            "pl" => include_str!("pl.txt"),
            "ru" => include_str!("ru.txt"),
            other => panic!("no sentences in {other}"),
        };
        let mut frames = Frames {
            language,
            title: String::new(),
            opens: String::new(),
            joints: Default::default(),
            headings: Vec::new(),
            verbs: Vec::new(),
            denials: Vec::new(),
            parties: Vec::new(),
            forms: Vec::new(),
            sentences: Vec::new(),
        };
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let parts: Vec<&str> = line.split(" | ").map(str::trim).collect();
            match parts[..] {
                ["title", title] => frames.title = title.to_owned(),
                ["opens", opens] => frames.opens = opens.to_owned(),
                ["joints", and, or] => frames.joints = [and.to_owned(), or.to_owned()],
                ["item", component, heading, ref facts @ ..] => frames.headings.push(Heading {
                    component: component.to_owned(),
                    text: heading.to_owned(),
                    facts: facts.iter().map(|fact| (*fact).to_owned()).collect(),
                }),
                ["verb", name, ref forms @ ..] => frames.verbs.push(forms_of(name, forms)),
                ["not", name, ref forms @ ..] => frames.denials.push(forms_of(name, forms)),
                ["party", name, ref forms @ ..] => frames.parties.push(forms_of(name, forms)),
                ["form", concept, word] => frames.forms.push((concept.to_owned(), word.to_owned())),
                ["say", clause, sentence, ref facts @ ..] => frames.sentences.push(Sentence {
                    clause: clause.to_owned(),
                    text: sentence.to_owned(),
                    facts: facts.iter().map(|fact| (*fact).to_owned()).collect(),
                }),
                _ => panic!("{language}.txt: what is `{line}`?"),
            }
        }
        frames
    }

    /// The sentences that say a clause.
    pub(crate) fn sentences(&self, clause: &str) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(move |sentence| sentence.clause == clause)
    }

    pub(crate) fn heading(&self, component: &str) -> &Heading {
        self.headings.iter().find(|heading| heading.component == component).unwrap()
    }
}

fn forms_of(name: &str, forms: &[&str]) -> Forms {
    let forms = forms.iter().map(|form| form.split_once('=').unwrap_or(("", form)));
    Forms { name: name.to_owned(), forms: forms.map(|(form, words)| (form.to_owned(), words.to_owned())).collect() }
}
