use proptest::prelude::{any, prop, proptest};

use super::span::Span;
use super::token::tokens;

fn words(text: &str) -> Vec<&str> {
    tokens(text, Span::new(0, text.len())).into_iter().map(|token| token.span.of(text)).collect()
}

/// Asserts that the words of `text` are those between the bars of `drawn`.
#[track_caller]
fn check(text: &str, drawn: &str) {
    assert_eq!(words(text), drawn.split('|').filter(|word| !word.is_empty()).collect::<Vec<_>>());
}

#[test]
fn words_are_bordered_by_letters_and_digits() {
    check("“The U.N.’s keeper,” she said.", "The|U.N.’s|keeper|she|said");
    check("‘politicising’ hard-line rock-'n'-roll", "politicising|hard-line|rock|n|roll");
    check("the difference.Norland's minister", "the|difference|Norland's|minister");
    check("it ended.'And then “so.”The", "it|ended|And|then|so|The");
    check("a Ph.D. from example.com, e.g. U.S.A., v1.2", "a|Ph.D|from|example.com|e.g|U.S.A|v1.2");
    check("1,000 and 1.3 or 3,5; 23-28, in 2005.The 2005,she", "1,000|and|1.3|or|3,5|23|28|in|2005|The|2005|she");
    check("well--he said—no … yes... and/or co-op- x'", "well|he|said|no|yes|and|or|co-op|x");
    check("(XUAR) #tag @name 50% $5m", "XUAR|tag|name|50|5m");
    check("", "");
    check(" .,-'’ \n“”", "");
}

#[test]
fn a_hyphen_at_the_end_of_a_line_joins() {
    check("the hard-\nline and the north-\r\n  western", "the|hard-\nline|and|the|north-\r\n  western");
    check("pre-\nand post-war", "pre|and|post-war");
    check("one-\n\ntwo -\nthree", "one|two|three");
}

#[test]
fn other_scripts_are_whole_or_by_character() {
    check("他说：“你好”，3月。", "他|说|你|好|3|月");
    check("カタカナーと人々", "カ|タ|カ|ナ|ー|と|人|々");
    check("ที่นี่", "ที่|นี่");
    check("प्रधानमंत्री ने कहा।", "प्रधानमंत्री|ने|कहा");
    check("رئيس الوزراء، قال", "رئيس|الوزراء|قال");
    check("می\u{200c}خواهم и Ростове-на-Дону", "می\u{200c}خواهم|и|Ростове-на-Дону");
    check("A.中 3.๒ x'中 co\u{ad}op soft\u{ad}", "A|中|3|๒|x|中|co\u{ad}op|soft");
    check("e\u{301}te\u{301} \u{301}x", "e\u{301}te\u{301}|x");
}

#[test]
fn only_words_inside_are_found_and_long_texts_take_no_time() {
    let text = "one two three";
    let inside = tokens(text, Span::new(4, 9));
    assert_eq!(inside.iter().map(|token| token.span.range()).collect::<Vec<_>>(), [4..7, 8..9]);
    for part in ["a", "a.", "aB.", "a.B", ".", "-", "a-\n", "ก", "'"] {
        let text = part.repeat(100_000);
        assert!(tokens(&text, Span::new(0, text.len())).len() <= 200_000);
    }
}

proptest! {
    #[test]
    fn words_begin_and_end_with_what_they_are_made_of(text in any::<String>(), mixed in prop::collection::vec(
        prop::sample::select(vec!["a", "B", "é", "中", "ก", "ิ", "1", ".", ",", "'", "’", "-", "\n", " ", "\u{ad}", "\u{301}", "s"]), 0..40,
    )) {
        for text in [text, mixed.concat()] {
            let mut end = 0;
            for token in tokens(&text, Span::new(0, text.len())) {
                let word = token.span.of(&text);
                assert!(token.span.start() >= end);
                assert!(word.starts_with(char::is_alphanumeric), "{word:?}");
                let mark = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
                assert!(word.ends_with(mark), "{word:?}");
                assert!(!text[end..token.span.start()].contains(char::is_alphanumeric));
                end = token.span.end();
            }
            assert!(!text[end..].contains(char::is_alphanumeric));
        }
    }
}
