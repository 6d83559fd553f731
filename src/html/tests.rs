//! Pages and the text that comes of them.

use super::text;

#[track_caller]
fn reads(page: &str, expected: &str) {
    assert_eq!(text(page), expected, "{page}");
}

#[test]
fn white_space_runs_together_and_entities_are_decoded() {
    reads(
        "<p>A\n  <b>US-led</b>\tmechanism &mdash; for&nbsp;Ukraine&#39;s <i>peace</i> . </p>",
        "A US-led mechanism — for\u{a0}Ukraine's peace .\n",
    );
    reads("one<!-- nothing -->two<wbr>three &amp;c", "onetwothree &c\n");
}

#[test]
fn blocks_are_told_apart_by_an_empty_line_and_br_ends_a_line() {
    reads(
        "<h1>Title</h1><p>One<br>two<br><br>three<div>four</div>five",
        "Title\n\nOne\ntwo\n\nthree\n\nfour\n\nfive\n",
    );
    reads("<b><p>one</b> two</p><hr>three", "one two\n\nthree\n");
}

#[test]
fn lists_have_the_markers_that_a_browser_draws() {
    reads("<ol><li>a<li>b</ol>", "1. a\n2. b\n");
    reads("<p>x<ol start=3><li>a</li><li value=7>b</li><li>c</li></ol>y", "x\n\n3. a\n7. b\n8. c\n\ny\n");
    reads(
        "<ol type=a><li>a<li>b</ol><ol type=A><li>c</ol><ol type=I><li>d<li type=1>e</ol>",
        "a) a\nb) b\n\nA) c\n\nI) d\n2. e\n",
    );
    reads("<ol reversed><li>a<li>b<li>c</ol><ol reversed start=9><li>d<li>e</ol>", "3. a\n2. b\n1. c\n\n9. d\n8. e\n");
    reads("<ol start=x><li>a</ol><ol start='-1'><li>b<li>c</ol>", "1. a\n\n-1. b\n0. c\n");
    reads("<ul><li>a</li><li></li><li> b</ul><li>c", "- a\n- b\n\n- c\n");
}

#[test]
fn lists_in_lists_stand_farther_in() {
    reads(
        "<ol><li>One:<ul><li>a<li>b<ol><li>deep</ol></ul></li><li><p>Two</p><p>more</p></ol>",
        "1. One:\n   - a\n   - b\n      1. deep\n\n2. Two\n\n   more\n",
    );
}

#[test]
fn items_that_bring_their_own_marker_get_no_other() {
    reads("<ul><li>→ One</li><li><b>2)</b> two</li></ul>", "→ One\n2) two\n");
    reads("<ul style='list-style: none'><li>One<li>two</ul>", "One\n\ntwo\n");
    reads("<p><img alt='➡️' src=a.png> One<img alt='A photo'> two", "➡️ One two\n");
}

#[test]
fn what_is_no_text_of_the_article_is_left_out() {
    reads(
        "<html><head><title>Site</title><style>p{}</style><script>var a='<p>no</p>';</script></head><body>\
         <nav><ul><li><a href=/>Home</a></ul></nav><header role=banner><h1>Peace</h1></header>\
         <p>The text of it.<span hidden>not</span><noscript>off</noscript> <button>Share</button>\
         <svg><title>icon</title><text>x</text></svg></p>\
         <form><p>Search the site</p><select><option>a<option>b</select></form><template><p>t</p></template>\
         <div aria-hidden=true>x</div><div style='display: none'>y</div><iframe>z</iframe><textarea>w</textarea>\
         <aside>Related</aside><footer>All rights</footer>",
        "Peace\n\nThe text of it.\n",
    );
}

#[test]
fn menus_are_known_by_their_links() {
    let link = |name: &str| format!("<a href=/{name}>{name}</a>");
    let bar = ["World", "Sport", "Weather"].map(link).join(" | ");
    reads(&format!("<div>{bar}</div><p>The text.</p>"), "The text.\n");
    let list = ["World", "Sport", "Weather"].map(|name| format!("<li>{}", link(name))).concat();
    reads(&format!("<p>The text.</p><ul>{list}</ul>"), "The text.\n");
    // Links within the page are its contents, and numbered ones a list.
    reads(
        "<p>x<ul><li><a href='#a'>One</a><li><a href='#b'>Two</a><li><a href='#c'>Three</a></ul>",
        "x\n\n- One\n- Two\n- Three\n",
    );
    reads(&format!("<p>x<ol>{list}</ol>"), "x\n\n1. World\n2. Sport\n3. Weather\n");
}

#[test]
fn one_article_that_holds_most_of_the_text_is_the_text() {
    let long = "The Coalition met in Paris. ".repeat(8);
    let kept = format!("Peace\n\n{}\n", long.trim_end());
    reads(
        &format!("<h1>Peace</h1><p>Weather: fog</p><main><article><p>{long}</p></article></main><p>Sport</p>"),
        &kept,
    );
    // Two of a size: both are kept.
    let short = long.trim_end();
    reads(
        &format!("<article>{long}</article><article>{long}</article><p>end"),
        &format!("{short}\n\n{short}\n\nend\n"),
    );
    // A list outside of it may be what is looked for.
    let item = "<li>Support to the armed forces, with long words of it ".repeat(6);
    assert!(text(&format!("<article>{}</article><ul>{item}</ul>", long.repeat(9))).contains("- Support"));
}

#[test]
fn a_page_that_hides_all_its_text_is_read_none_the_less() {
    reads("<form id=page><nav>Menu</nav><p>The text of the page.</p></form>", "The text of the page.\n");
    reads("<div aria-hidden=true><p>The text.</p></div><dialog>Agree?</dialog>", "The text.\n");
    reads("<nav>Menu<p>The text, for the menu was never closed.", "Menu\n\nThe text, for the menu was never closed.\n");
    reads("<button>Share<p>The text.", "The text.\n");
    reads("<svg><path d=x><p>The text.", "The text.\n");
}

#[test]
fn cells_are_told_apart() {
    reads("<table><tr><th>Clause<th>Lead<tr><td>1.<td>Monitoring</table>", "Clause\tLead\n1.\tMonitoring\n");
    reads("<table><tr><td><p>One</p><p>two</p><td>three</table>four", "One\n\ntwo\n\nthree\n\nfour\n");
}

#[test]
fn lines_of_preformatted_text_are_kept() {
    reads("<pre>\n→ One\n   two\n\nthree</pre>", "→ One\n   two\n\nthree\n");
}

#[test]
fn hostile_pages_are_read_in_time() {
    const MANY: usize = 100_000;
    for piece in [
        "<div>",
        "<p><b>",
        "<ul><li>x",
        "</p>",
        "</b>",
        "<table><tr><td>",
        "<a href=x>",
        "&amp;",
        "<svg>",
        "\0",
        "<ol reversed><li>",
        "<nav>",
    ] {
        let page = format!("{}end", piece.repeat(MANY));
        assert!(text(&page).ends_with("end\n") || piece == "<svg>" || piece == "<nav>", "{piece}");
    }
    let page = format!("{}{}", "<div>".repeat(MANY), "</span>".repeat(MANY));
    assert_eq!(text(&page), "");
}
