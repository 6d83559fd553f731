//! What opens an item: arrows, bullets, dashes, numbers, letters. Combinators over characters.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{alpha1, char, one_of, satisfy, space1};
use nom::combinator::{opt, peek, recognize, value, verify};
use nom::multi::{many0_count, many1_count};
use nom::sequence::{delimited, preceded, separated_pair, terminated};
use nom::{IResult, Parser};

/// The family of a marker: items of one list share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkerKind {
    Arrow,
    Bullet,
    Dash,
    Number,
    Letter,
}

/// The roman numbers that items are counted by.
const ROMAN: &[&str] = &["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// `marker = { quote } ( number | letter | dash | sign ) { quote }`, as in `→ `, `1. `, `"a) `, `▪️`.
///
/// Gives the family; the marker itself is what was consumed.
pub(crate) fn marker(line: &str) -> IResult<&str, MarkerKind> {
    preceded(many0_count(quote), alt((number, letter, dash, arrow, bullet))).parse(line)
}

/// `label = word blank number (":" | "." | ")" | blank dash)`, as in "Pillar 1.", "Punkt 2:": its word and its number.
fn label(i: &str) -> IResult<&str, (&str, &str)> {
    let word = verify(take_while_m_n(3, 12, char::is_alphabetic), |word: &str| word.starts_with(char::is_uppercase));
    let digits = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    let sign =
        alt((terminated(one_of(".:)"), peek(space1)), preceded(space1, terminated(one_of("–—-"), peek(space1)))));
    terminated(separated_pair(word, space1, digits), sign).parse(i)
}

/// The word and the number of the label that a line begins with. A date looks like one: "Januar 6.", "Paris 6. Januar".
pub(crate) fn labelled(line: &str) -> Option<(&str, &str)> {
    // Most lines go on with a word: no need to try.
    let word = line.bytes().position(|byte| byte == b' ' || byte == b'\t')?;
    let next = line[word..].trim_start_matches([' ', '\t']).bytes().next()?;
    if !next.is_ascii_digit() {
        return None;
    }
    label(line).ok().map(|(_, label)| label)
}

fn quote(i: &str) -> IResult<&str, char> {
    one_of("\"“”„«»‘’'").parse(i)
}

/// `number = digit [digit] ("." | ")") | "(" digit [digit] ")" | keycap`; a date or a decimal is none.
fn number(i: &str) -> IResult<&str, MarkerKind> {
    let digits = || take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    let closed = terminated(digits(), preceded(one_of(".)"), peek(not_digit)));
    let bracketed = delimited(char('('), digits(), char(')'));
    let keycap = terminated(digits(), preceded(opt(char('\u{fe0f}')), char('\u{20e3}')));
    value(MarkerKind::Number, alt((keycap, closed, bracketed))).parse(i)
}

/// What may stand behind "1.": a blank, or a word glued to it.
fn not_digit(i: &str) -> IResult<&str, ()> {
    alt((value((), space1), value((), satisfy(|c| c.is_alphabetic() || "\"“„«‘".contains(c) || c == '\u{a0}'))))
        .parse(i)
}

/// `letter = a-h (")" | "." blank) | A-H "." blank CAPITALS | "(" a-h ")"`, small or capital before a bracket; there a roman number too.
fn letter(i: &str) -> IResult<&str, MarkerKind> {
    let small = || satisfy(|c| ('a'..='h').contains(&c));
    let any = || satisfy(|c| ('a'..='h').contains(&c.to_ascii_lowercase()));
    let roman = verify(alpha1, |word: &str| ROMAN.iter().any(|n| n.eq_ignore_ascii_case(word)));
    let inside = alt((value((), (any(), peek(char(')')))), value((), roman)));
    let bracket = value((), (opt(char('(')), inside, char(')'), peek(space1)));
    let stop = value((), (small(), char('.'), peek(space1)));
    // "A. MONITORING": a capital before words in capitals; "A. Smith" is a name.
    let upper = || satisfy(char::is_uppercase);
    let head = value((), (satisfy(|c| ('A'..='H').contains(&c)), char('.'), space1, peek((upper(), upper()))));
    value(MarkerKind::Letter, alt((bracket, stop, head))).parse(i)
}

/// `dash = ("-" | "–" | "—") blank`.
fn dash(i: &str) -> IResult<&str, MarkerKind> {
    value(MarkerKind::Dash, terminated(one_of("-–—−"), peek(alt((space1, tag("\u{a0}")))))).parse(i)
}

/// An arrow of any kind, drawn or typed.
fn arrow(i: &str) -> IResult<&str, MarkerKind> {
    let drawn = recognize((satisfy(is_arrow), opt(char('\u{fe0f}'))));
    value(MarkerKind::Arrow, alt((drawn, tag("->"), tag("=>"), tag("-->")))).parse(i)
}

/// Bullets, squares and emoji that open a line.
fn bullet(i: &str) -> IResult<&str, MarkerKind> {
    let typed = recognize((one_of("*+·"), peek(space1)));
    let drawn =
        recognize(many1_count((satisfy(is_bullet), many0_count(satisfy(|c| matches!(c, '\u{fe0f}' | '\u{200d}'))))));
    value(MarkerKind::Bullet, alt((typed, drawn))).parse(i)
}

pub(crate) fn is_arrow(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2794}'..='\u{27bf}' | '\u{25b6}'..='\u{25ba}' | '\u{2b05}'..='\u{2b07}' | '‣' | '⮕')
}

/// An emoji.
pub(crate) fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{2793}' | '\u{1f000}'..='\u{1faff}')
}

pub(crate) fn is_bullet(c: char) -> bool {
    matches!(c,
        '•' | '◦' | '∙' | '⁃' | '●' | '○' | '\u{25a0}'..='\u{25ff}' | '\u{2600}'..='\u{2793}' | '\u{2b0c}'..='\u{2bff}'
        | '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f300}'..='\u{1faff}')
}

/// Splits the marker off a line: how long it is in bytes with the blanks behind it, its own length, and its family.
pub(crate) fn split(line: &str) -> Option<(usize, usize, MarkerKind)> {
    // Most lines open with a letter: no need to try. An arrow is none, and Unicode's tables are slow to tell so.
    let first = line.chars().next()?;
    let bytes = line.as_bytes();
    if !is_arrow(first)
        && first.is_alphabetic()
        && bytes.get(1) != Some(&b'.')
        && !bytes.iter().take(5).any(|b| *b == b')')
    {
        return None;
    }
    let (bare, kind) = marker(line).ok()?;
    behind(line, bare, kind)
}

/// As [`split`], for a line that begins with a label.
pub(crate) fn split_label(line: &str) -> Option<(usize, usize, MarkerKind)> {
    behind(line, label(line).ok()?.0, MarkerKind::Number)
}

fn behind(line: &str, bare: &str, kind: MarkerKind) -> Option<(usize, usize, MarkerKind)> {
    let rest = bare.trim_start();
    (!rest.is_empty()).then_some((line.len() - rest.len(), line.len() - bare.len(), kind))
}
