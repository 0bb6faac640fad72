use super::block::Part;
use super::typeset::{AccentKind, Typeset};
use super::typesetting::markdown;
use crate::text::Span;

/// A text as it is shown.
fn shown(text: &str) -> String {
    let typeset = markdown(text, 0);
    text.char_indices().filter(|(at, _)| !typeset.hides(*at)).map(|(_, c)| c).collect()
}

fn accents(text: &str) -> Vec<(String, AccentKind)> {
    let typeset = markdown(text, 0);
    typeset.accents.iter().map(|look| (look.span.of(text).to_owned(), look.kind.clone())).collect()
}

fn part(text: &str, of: &str) -> Part {
    markdown(text, 0).part_at(text.find(of).unwrap())
}

#[test]
fn marks_and_addresses_are_not_shown() {
    assert_eq!(
        shown("A **big** boat, see [the list](https://a.example/b_(c) \"List\").\n"),
        "A big boat, see the list.\n"
    );
    assert_eq!(shown("## The *old* weir ##\n\nText.\n"), "The old weir\n\nText.\n");
    assert_eq!(
        shown("Read [this][1] and <https://a.example>.\n\n[1]: https://b.example\n"),
        "Read this and https://a.example.\n\n[1]: https://b.example\n"
    );
    assert_eq!(shown("- **one** more\n- two\n"), "- one more\n- two\n");
    assert_eq!(shown("> said *he*\n> twice\n"), "> said he\ntwice\n");
    assert_eq!(shown("2 \\* 3 is not 5\\*\n"), "2 * 3 is not 5*\n");
}

#[test]
fn code_tables_pictures_and_underlines_stand_as_they_are_written() {
    for text in [
        "Call `a*b*c` twice.\n",
        "```rust\nlet **a** = 1;\n```\n",
        "| *a* | b |\n|-----|---|\n| 1   | 2 |\n",
        "![a *boat*](boat.jpg \"Boat\") lies here.\n",
        "The weir\n========\n",
        "<div>*so*</div>\n",
    ] {
        assert_eq!(shown(text), text);
    }
}

#[test]
fn emphasis_links_and_headings_are_known() {
    let of = |text: &str, kind: AccentKind| (text.to_owned(), kind);
    assert_eq!(
        accents("**a *b*** ~~c~~\n"),
        [of("**a *b***", AccentKind::Strong), of("*b*", AccentKind::Emphasis), of("~~c~~", AccentKind::Struck)]
    );
    assert_eq!(
        accents("[a][b]\n\n[b]: https://c.example\n"),
        [of("[a][b]", AccentKind::Link("https://c.example".to_owned()))]
    );
    let heading = accents("# A\n\nb\n");
    assert!(matches!(heading.as_slice(), [(text, AccentKind::Heading)] if text.starts_with("# A")));
}

#[test]
fn each_paragraph_is_told_what_it_is() {
    let text = "# Weir\n\nProse.\n\n- one\n- two\n  - inner\n\n1. first\n\n   more of it\n\n> quoted\n\n    code\n\n| a | b |\n|---|---|\n| c | d |\n";
    let parts = [
        ("# Weir", Part::Heading),
        ("Prose", Part::Prose),
        ("- one", Part::Item),
        ("- inner", Part::Item),
        ("1. first", Part::Item),
        ("more", Part::Prose),
        ("> quoted", Part::Quote),
        ("code", Part::Verbatim),
        ("| a", Part::Cell),
        ("| c", Part::Cell),
    ];
    for (of, expected) in parts {
        assert_eq!(part(text, of), expected, "{of}");
    }
}

#[test]
fn what_is_not_shown_is_in_order() {
    let text = "*a **b*** [**c**](d) `e` [f](<g h> 'i')\n\n* *j*\n\n  [k](l)\n\n> * [m](n)\n> o\n".repeat(20);
    let Typeset { unseen, .. } = markdown(&text, 0);
    assert!(unseen.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
    assert!(unseen.iter().all(|span| text.get(span.range()).is_some() && *span != Span::default()));
}
