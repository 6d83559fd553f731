//! What an element is to the text: whether it breaks the line, what it closes, and whether it belongs to the article.

use super::encoding::attribute;
use html5gum::StartTag;

/// What an element does to the lines, and which others end where it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Runs along in its line.
    Inline,
    /// SVG and `MathML`: ends where a block starts.
    Foreign,
    /// Has no content.
    Void,
    Block,
    Paragraph,
    Heading,
    List,
    Item,
    /// `dt`, `dd`.
    Term,
    Table,
    Row,
    Cell,
    /// `html`, `body`, row groups: nothing to the text.
    Nothing,
}

impl Kind {
    pub(super) fn of(name: &[u8]) -> Kind {
        match name {
            b"p" => Kind::Paragraph,
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Kind::Heading,
            b"ul" | b"ol" | b"dir" | b"menu" => Kind::List,
            b"li" => Kind::Item,
            b"dt" | b"dd" => Kind::Term,
            b"table" => Kind::Table,
            b"tr" => Kind::Row,
            b"td" | b"th" => Kind::Cell,
            b"html" | b"head" | b"body" | b"tbody" | b"thead" | b"tfoot" | b"colgroup" | b"frameset" => Kind::Nothing,
            b"svg" | b"math" => Kind::Foreign,
            b"area" | b"base" | b"basefont" | b"bgsound" | b"br" | b"col" | b"embed" | b"frame" | b"hr" | b"img"
            | b"image" | b"input" | b"keygen" | b"link" | b"meta" | b"param" | b"source" | b"track" | b"wbr" => {
                Kind::Void
            }
            b"address" | b"article" | b"aside" | b"blockquote" | b"caption" | b"center" | b"details" | b"dialog"
            | b"div" | b"dl" | b"fieldset" | b"figcaption" | b"figure" | b"footer" | b"form" | b"header"
            | b"hgroup" | b"legend" | b"listing" | b"main" | b"nav" | b"optgroup" | b"option" | b"plaintext"
            | b"pre" | b"search" | b"section" | b"summary" | b"xmp" => Kind::Block,
            _ => Kind::Inline,
        }
    }

    /// Does it stand in lines of its own?
    pub(super) fn breaks(self) -> bool {
        !matches!(self, Kind::Inline | Kind::Foreign | Kind::Void | Kind::Nothing)
    }

    /// Does an open paragraph end where it starts?
    pub(super) fn ends_paragraph(self) -> bool {
        self.breaks() && !matches!(self, Kind::Row | Kind::Cell)
    }

    /// Do end tags of what stands outside leave it open?
    pub(super) fn holds(self) -> bool {
        matches!(self, Kind::Table | Kind::Cell)
    }
}

/// What of the page an element holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing that is known.
    Plain,
    /// An article, or the page's main part.
    Article,
    /// A menu, a form, what is not shown: left out while the page's text stands elsewhere.
    Aside,
}

/// The role of an element; in an article, boxes and footers belong to it.
pub(super) fn role(tag: &StartTag<()>, in_article: bool) -> Role {
    let hidden = attribute(tag, b"hidden").is_some()
        || attribute(tag, b"aria-hidden").is_some_and(|value| value.eq_ignore_ascii_case("true"))
        || attribute(tag, b"style").is_some_and(|style| {
            let style = squeezed(style);
            style.contains("display:none") || style.contains("visibility:hidden")
        });
    if hidden {
        return Role::Aside;
    }
    match attribute(tag, b"role").map(str::to_ascii_lowercase).as_deref() {
        Some("main" | "article") => return Role::Article,
        Some("navigation" | "menu" | "menubar" | "search" | "toolbar" | "dialog" | "alertdialog") => {
            return Role::Aside;
        }
        Some("contentinfo" | "complementary") if !in_article => return Role::Aside,
        _ => {}
    }
    match tag.name.as_slice() {
        b"article" | b"main" => Role::Article,
        b"nav" | b"menu" | b"form" | b"search" | b"noscript" | b"button" | b"select" | b"datalist" | b"template"
        | b"svg" | b"math" | b"canvas" | b"video" | b"audio" | b"object" => Role::Aside,
        b"footer" | b"aside" if !in_article => Role::Aside,
        b"dialog" if attribute(tag, b"open").is_none() => Role::Aside,
        _ => Role::Plain,
    }
}

/// Are line breaks in the element's text to be kept?
pub(super) fn keeps_lines(tag: &StartTag<()>) -> bool {
    matches!(tag.name.as_slice(), b"pre" | b"listing" | b"xmp" | b"plaintext")
        || attribute(tag, b"style").is_some_and(|style| squeezed(style).contains("white-space:pre"))
}

/// Does the list draw no markers?
pub(super) fn bare_list(tag: &StartTag<()>) -> bool {
    attribute(tag, b"style").is_some_and(|style| {
        let style = squeezed(style);
        style.contains("list-style:none") || style.contains("list-style-type:none")
    })
}

fn squeezed(style: &str) -> String {
    style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect()
}
