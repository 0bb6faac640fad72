use super::quotation::quotations;
use super::span::Span;

/// The quotations of a text, parted by bars.
fn quoted(text: &str) -> String {
    let found = quotations(text, Span::new(0, text.len()));
    found.iter().map(|span| span.of(text)).collect::<Vec<_>>().join("|")
}

#[test]
fn each_kind_of_marks_holds_its_quotation() {
    let cases = [
        ("He said “it is late” and left.", "“it is late”"),
        ("\"It is late,\" she said, \"so go.\"", "\"It is late,\"|\"so go.\""),
        ("Er sagte „es ist spät“ und ging.", "„es ist spät“"),
        ("Il dit « il est tard » et part.", "« il est tard »"),
        ("Er sagte »es ist spät« und ging.", "»es ist spät«"),
        ("Hon sade ”det är sent” och gick.", "”det är sent”"),
        ("The keeper’s ‘late boat, isn’t it’ was heard.", "‘late boat, isn’t it’"),
        ("彼は「遅い」と言った。", "「遅い」"),
        ("“He called it ‘late’ twice”, she wrote.", "“He called it ‘late’ twice”"),
        ("Він сказав «уже пізно» і пішов.", "«уже пізно»"),
        ("그는 《늦었다》고 말했다.", "《늦었다》"),
        ("Azt mondta, „késő van”, és elment.", "„késő van”"),
        ("Han sa »det er sent« og gik.", "»det er sent«"),
        ("אמר ״מאוחר מאוד״ והלך", "״מאוחר מאוד״"),
        ("Hän sanoi ”on myöhä” ja lähti.", "”on myöhä”"),
        ("Nothing here is anybody's.", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(quoted(text), expected, "{text}");
    }
}

#[test]
fn a_quotation_runs_on_into_the_next_paragraph_that_begins_with_its_mark() {
    let text = "She said: “The bell rang twice.\n\n“Nobody came. It rang.\n\n“Then it fell.” And “so on” he said.";
    let mut at = 0;
    let mut found = Vec::new();
    for paragraph in text.split("\n\n") {
        let within = Span::new(at, at + paragraph.len());
        found.push(quotations(text, within).iter().map(|span| span.of(text)).collect::<Vec<_>>());
        at += paragraph.len() + 2;
    }
    let expected = [vec!["“The bell rang twice."], vec!["“Nobody came. It rang."], vec!["“Then it fell.”", "“so on”"]];
    assert_eq!(found, expected);
    // Another mark, or none, ends it.
    let other = "She said “the bell rang twice.\n\n‘Nobody came,’ he said.";
    assert!(quotations(other, Span::new(0, other.find('\n').unwrap_or(0))).is_empty());
}

#[test]
fn what_is_never_closed_is_no_quotation() {
    for text in
        ["He said “it is late and left.", "A 10\" gun and no more.", "it is late” he said", "« open", "\"", "“", "’"]
    {
        assert_eq!(quoted(text), "", "{text}");
    }
    assert_eq!(quoted("‘tis late, “she said”"), "“she said”", "another kind is found after one that is never closed");
}

#[test]
fn a_curly_and_a_straight_mark_are_a_pair_where_the_next_mark_closes() {
    let cases = [
        ("“It is late,\" he said. “Let us go.\"", "“It is late,\"|“Let us go.\""),
        ("He said \"it is late” and left.", "\"it is late”"),
        ("“It is late, he said. \"Let us go,\" said she.", "\"Let us go,\""),
        ("“It is late, he said of the 10\"gun.", ""),
        ("“It is late,\" he said. “Let us go.”", "“It is late,\"|“Let us go.”"),
        ("\"It is late,” he said. \"Let us go.\"", "\"It is late,”|\"Let us go.\""),
        ("“The 10\" gun is late,” he said. “Let us go.”", "“The 10\" gun is late,”|“Let us go.”"),
        ("\"He wrote ‘late’ on 5” boards,\" she said.", "\"He wrote ‘late’ on 5” boards,\""),
    ];
    for (text, expected) in cases {
        assert_eq!(quoted(text), expected, "{text}");
    }
    assert_eq!(quoted(&"“a ".repeat(40_000)), "");
}

#[test]
fn many_open_marks_take_no_long_time() {
    let text = "“a ‘b «c ".repeat(40_000);
    assert_eq!(quoted(&text), "");
    let text = "“a,\" ".repeat(40_000) + "”";
    assert_eq!(quotations(&text, Span::new(0, text.len())).len(), 40_000);
}

#[test]
fn only_the_paragraph_is_looked_at() {
    let text = "“one\n\ntwo” and “three”";
    let second = Span::new(6, text.len());
    let found: Vec<&str> = quotations(text, second).iter().map(|span| span.of(text)).collect();
    assert_eq!(found, ["“three”"]);
}

#[test]
fn speech_behind_a_dash_is_a_quotation_where_a_second_dash_ends_it() {
    for (text, expected) in [
        ("— Уже поздно, — сказал он. — Идём домой.", "Уже поздно,|Идём домой."),
        ("—Es tarde —dijo el guarda—. Vámonos.", "Es tarde|Vámonos."),
        ("– Jest późno – powiedział strażnik.", ""),
        ("– Jest późno! – powiedział strażnik.", "Jest późno!"),
        ("— Il est tard, dit le gardien.", ""),
        ("– the first item of a list", ""),
        ("ISTANBUL – China said so – twice.", ""),
    ] {
        assert_eq!(quoted(text), expected, "{text}");
    }
}

#[test]
fn what_is_told_between_two_quotations_with_mixed_marks_is_of_neither() {
    for (text, expected) in [
        ("“It is late,\" the 43-year-old said. \"So let us go.”", "“It is late,\"|\"So let us go.”"),
        ("\"Absolutely not,” Brand said. “Those are mine.\"", "\"Absolutely not,”|“Those are mine.\""),
        ("\"It is late,” he said. \"So let us go.\" “And now.”", "\"It is late,”|\"So let us go.\"|“And now.”"),
        // Straight marks within curly ones, and inches, close nothing.
        ("“He called it \"late\" twice,” she wrote.", "“He called it \"late\" twice,”"),
        ("“A board of 5\" is \"late\" here,” she wrote.", "“A board of 5\" is \"late\" here,”"),
        (
            "“It is called \"late,\" and \"very late,\" here,” she wrote.",
            "“It is called \"late,\" and \"very late,\" here,”",
        ),
    ] {
        assert_eq!(quoted(text), expected, "{text}");
    }
}
