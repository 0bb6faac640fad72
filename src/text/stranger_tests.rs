use super::stranger::strangers;

#[track_caller]
fn check(word: &str, expected: &[(usize, &str)]) {
    let found = strangers(word);
    let found: Vec<(usize, &str)> = found.iter().map(|(span, name)| (span.start(), name.as_str())).collect();
    assert_eq!(found, expected, "{word}");
}

#[test]
fn a_letter_of_another_script_is_named() {
    check("b\u{430}nk", &[(1, "‹Cyrillic а›")]);
    check("P\u{430}yp\u{430}l", &[(1, "‹Cyrillic а›"), (5, "‹Cyrillic а›")]);
    check("c\u{3bf}unt", &[(1, "‹Greek ο›")]);
    check("банк", &[]);
    check("б\u{61}нк", &[(2, "‹Latin a›")]);
    check("λ\u{6f}γος", &[(2, "‹Latin o›")]);
}

#[test]
fn words_of_one_script_and_words_put_together_have_none() {
    for word in [
        "plain",
        "naïve",
        "IT-компания",
        "Ростове-на-Дону",
        "5µm",
        "Tシャツ",
        "iPhone'ом",
        "中国x",
        "café",
        "",
        "straße",
        "Αθήνα",
    ] {
        check(word, &[]);
    }
}
