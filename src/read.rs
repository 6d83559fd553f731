//! The whole way from bytes to the parsed text, each step by its name.

use crate::coverage::account;
use crate::decode::{Decoded, decode};
use crate::grammar::{self, Found, Page};
use crate::html;
use crate::language::tell;
use crate::lexicon::{Languages, Taught};
use crate::model::{Coverage, Document};
use crate::parsed::Parsed;
use crate::source::{Content, Source};
use crate::survey::Survey;
use crate::taught::Lexicon;
use crate::validate::{self, Reading, validate};

/// How to read. The default is what [`parse`](crate::parse) does.
///
/// ```
/// let parsed = declparse::Options::new().name("talks.txt").parse_bytes(b"No clause here.");
/// assert_eq!(parsed.source.name.as_deref(), Some("talks.txt"));
/// assert!(!parsed.is_valid());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Options {
    name: Option<String>,
    content: Option<Content>,
    longest: Option<u32>,
    language: Option<String>,
    lexicons: Vec<Lexicon>,
}

impl Options {
    /// No name, and any length that offsets can count.
    pub fn new() -> Self {
        Options::default()
    }

    /// The name that the source is to carry; one that ends in `.html`, `.htm` or `.xhtml` is that of a saved page.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// What is read. Without it the name tells, and of bytes the tags that they open with.
    ///
    /// ```
    /// use declparse::{Content, Options};
    ///
    /// let page = "<nav>Menu</nav><ol start=2><li>Defence cooperation with Ukraine</ol>";
    /// let parsed = Options::new().content(Content::Html).parse(page);
    /// assert_eq!(parsed.text(), "2. Defence cooperation with Ukraine\n");
    /// ```
    #[must_use]
    pub fn content(mut self, content: Content) -> Self {
        self.content = Some(content);
        self
    }

    /// Texts of more bytes than this are not read and get an error; never more than [`u32::MAX`].
    #[must_use]
    pub fn longest(mut self, bytes: u32) -> Self {
        self.longest = Some(bytes);
        self
    }

    /// The language to read the text in, by its BCP 47 primary subtag; without it the text's own words tell. One that has
    /// no lexicon gets an error, and nothing is read.
    ///
    /// ```
    /// let parsed = declparse::Options::new().language("tlh").parse("taH pagh taHbe'");
    /// assert!(parsed.diagnostics[0].message.contains("tlh"));
    /// ```
    #[must_use]
    pub fn language(mut self, subtag: impl Into<String>) -> Self {
        self.language = Some(subtag.into());
        self
    }

    /// A lexicon to read with beside those that ship; may be called again.
    #[must_use]
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.lexicons.push(lexicon);
        self
    }

    /// The languages that a text may be read in, by their BCP 47 primary subtags.
    ///
    /// ```
    /// assert_eq!(declparse::Options::new().languages()[0], "en");
    /// ```
    pub fn languages(&self) -> Vec<String> {
        let taught: Vec<&Taught> = self.lexicons.iter().map(|lexicon| &*lexicon.0).collect();
        let all = Languages::new(&taught, None).unwrap_or_else(Languages::shipped);
        all.all().iter().map(|lexicon| lexicon.language.to_owned()).collect()
    }

    /// Reads a text. See [`parse`](crate::parse).
    pub fn parse(&self, text: &str) -> Parsed {
        let decoded = Decoded { text: text.into(), encoding: "utf-8", flaw: None };
        self.open(text.as_bytes(), decoded, self.is_page(b""))
    }

    /// Reads bytes. See [`parse_bytes`](crate::parse_bytes).
    pub fn parse_bytes(&self, bytes: &[u8]) -> Parsed {
        let page = self.is_page(bytes);
        let declared = if page { html::declared(bytes) } else { None };
        let decoded = decode(bytes, declared.as_deref());
        // UTF-16 shows its tags only when it is decoded.
        let page = page || decoded.encoding.starts_with("utf-16") && self.is_page(decoded.text.as_bytes());
        self.open(bytes, decoded, page)
    }

    /// The words of a text over the concepts that they may mean, a stretch a line: for the tests, and for whoever adds a
    /// word to a lexicon. No part of the promise that versions keep.
    #[doc(hidden)]
    pub fn tokens(&self, text: &str) -> String {
        let taught: Vec<&Taught> = self.lexicons.iter().map(|lexicon| &*lexicon.0).collect();
        let languages = Languages::new(&taught, self.language.as_deref());
        crate::trace::tokens(text, languages.unwrap_or_else(Languages::shipped))
    }

    /// Are the bytes a saved page?
    fn is_page(&self, bytes: &[u8]) -> bool {
        match self.content {
            Some(content) => content == Content::Html,
            None => self.name.as_deref().is_some_and(html::named) || html::sniff(bytes),
        }
    }

    /// Takes the text out of its page, and reads it.
    fn open(&self, bytes: &[u8], mut decoded: Decoded<'_>, page: bool) -> Parsed {
        // A text without a tag that was named like a page: its lines are its own.
        let page = page && (self.content.is_some() || decoded.text.contains('<'));
        if page {
            decoded.text = html::text(&decoded.text).into();
        }
        let original = (decoded.text.as_bytes() != bytes).then(|| bytes.into());
        let content = if page { Content::Html } else { Content::Text };
        let source = Source { name: self.name.clone(), bytes: bytes.len(), content, original, ..Source::default() };
        self.read(decoded, source)
    }

    fn read(&self, decoded: Decoded<'_>, source: Source) -> Parsed {
        let Decoded { text, encoding, flaw } = decoded;
        let longest = self.longest.unwrap_or(u32::MAX) as usize;
        let mut diagnostics = Vec::new();
        diagnostics.extend(flaw.map(|flaw| validate::wrong_encoding(&text, encoding, flaw)));
        diagnostics.extend(validate::mojibake(&text));
        let taught: Vec<&Taught> = self.lexicons.iter().map(|lexicon| &*lexicon.0).collect();
        let languages = Languages::new(&taught, self.language.as_deref());
        let (found, language, coverage) = if text.len() > longest {
            diagnostics.push(validate::text_too_long(text.len(), longest));
            (Found::default(), None, Coverage::default())
        } else if let Some(languages) = languages {
            let page = Page::read(&text, languages);
            let found = grammar::read(&page);
            let language = tell(&page, &found);
            let Survey { spans, noted } = Survey::of(&found);
            let account = account(&page, &found, &spans);
            let reading = Reading { page: &page, found: &found, noted: &noted, account: &account, language };
            validate(&reading, &mut diagnostics);
            let coverage = account.coverage();
            (found, language.subtag().map(str::to_owned), coverage)
        } else {
            let known = Languages::new(&taught, None).unwrap_or_else(Languages::shipped);
            diagnostics.push(validate::no_such_language(self.language.as_deref().unwrap_or_default(), known.all()));
            (Found::default(), None, Coverage::default())
        };
        validate::order(&mut diagnostics);
        let source = Source { encoding, text: text.into_owned(), ..source };
        let document = Document { kind: found.kind, status: found.status, language, facts: found.document };
        let mut parsed = Parsed {
            source,
            document,
            preamble: found.preamble,
            guarantees: found.guarantees,
            components: found.components,
            coordination: found.coordination,
            not_said: Vec::new(),
            coverage,
            diagnostics,
        };
        parsed.note_not_said();
        parsed
    }
}
