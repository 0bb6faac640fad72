use super::fold::{fold, key, letters, written_alike};
use super::invisible::is_invisible;

#[test]
fn what_does_not_count_falls_together() {
    for (a, b) in [
        ("U.N", "UN"),
        ("U.N.'s", "UN"),
        ("U.N.’s", "un’s"),
        ("Keeper’s", "keeper"),
        ("hard-line", "hardline"),
        ("hard-\nline", "hardline"),
        ("hard‐line", "hard-line"),
        ("north\u{2011}western", "northwestern"),
        ("1,000", "1000"),
        ("1,250,000", "1250000"),
        ("1,00,000", "100000"),
        ("1,000.5", "1000.5"),
        ("politicising", "politicizing"),
        ("analysed", "analyzed"),
        ("organisation", "organization"),
        ("labelled", "labeled"),
        ("travellers", "travelers"),
        ("fuelled", "fueled"),
        ("dialling", "dialing"),
        ("labour", "labor"),
        ("favourable", "favorable"),
        ("centres", "centers"),
        ("metre", "meter"),
        ("dialogue", "dialog"),
        ("defence", "defense"),
        ("licences", "licenses"),
        ("ﬁre", "fire"),
        ("ＡＢＣ", "abc"),
        ("cafe\u{301}", "café"),
        ("co\u{ad}operate", "cooperate"),
        ("hun\u{200f}dred", "hundred"),
        ("e\u{34f}\u{301}t", "ét"),
        ("explanat\u{ad}\nion", "explanation"),
        ("sea=\nweed", "seaweed"),
        ("grey-haired", "gray-haired"),
        ("re-organised", "re-organized"),
        ("counsellor’s", "counselor"),
        ("m²", "m2"),
        ("CO₂", "CO2"),
        ("–", "−"),
        ("[x]", "☑"),
        ("☑\u{fe0f}", "☑"),
        ("％", "%"),
        ("STRASSE", "Straße"),
        ("ΛΟΓΟΣ", "λόγος".replace('ό', "ο").as_str()),
        ("ПРИВЕТ", "привет"),
    ] {
        assert_eq!(key(a), key(b), "{a} and {b}: {} and {}", fold(a), fold(b));
    }
}

#[test]
fn what_counts_stays_apart() {
    for (a, b) in [
        ("who", "whom"),
        ("filled", "filed"),
        ("1.3", "13"),
        ("1,3", "13"),
        ("3-4", "34"),
        ("2005", "2006"),
        ("four", "for"),
        ("rise", "rize"),
        ("café", "cafe"),
        ("resume", "résumé"),
        ("его", "ее"),
        ("क", "ख"),
        ("it's", "its"),
        ("we’re", "were"),
        ("county", "country"),
        ("£", "$"),
        ("%", "‰"),
        ("[ ]", "[x]"),
        ("☑", "☒"),
        ("²", "2"),
        ("−", "+"),
        ("👍", "👍🏽"),
        ("👩\u{200d}🚒", "👨\u{200d}🚒"),
        ("a", "а"),
    ] {
        assert_ne!(key(a), key(b), "{a} and {b}");
    }
}

#[test]
fn a_spelling_is_another_way_of_writing_and_a_joiner_is_not() {
    for (a, b) in
        [("U.N.", "UN"), ("It", "it"), ("Hard-line", "hardline"), ("lock’s", "lock's"), ("keeper’s", "Keeper")]
    {
        assert!(written_alike(a, b), "{a} and {b}");
    }
    for (a, b) in [("labelled", "labeled"), ("politicising", "politicizing"), ("metre", "meter")] {
        assert!(key(a) == key(b) && !written_alike(a, b), "{a} and {b}");
    }
}

#[test]
fn the_letters_keep_what_counts_between_versions() {
    for (a, b) in [
        ("It", "it"),
        ("Hard-line", "hardline"),
        ("U.N.", "UN"),
        ("lock’s", "lock's"),
        ("1,000", "1000"),
        ("hun\u{200b}dred", "hundred"),
        ("[x]", "☑"),
    ] {
        assert_eq!(letters(a), letters(b));
    }
    for (a, b) in [
        ("keeper’s", "keeper"),
        ("it's", "its"),
        ("colour", "color"),
        ("grey-haired", "gray-haired"),
        ("1.3", "13"),
        ("m²", "m2"),
        ("£", "€"),
    ] {
        assert_ne!(letters(a), letters(b));
    }
    assert!(matches!(letters("plain"), std::borrow::Cow::Borrowed("plain")));
}

const WORD: &str =
    "[a-zA-Z]{1,8}(is|ys|our|tr|bre|ogu|enc|ll)?(e|ed|er|ers|es|ing|s|able|ation|ations)?[.’'-]?[a-z0-9]{0,2}";

proptest::proptest! {
    #[test]
    fn the_quick_way_to_a_key_is_no_other_way(word in WORD) {
        let folded = fold(&word);
        proptest::prop_assert_eq!(key(&word), key(&folded), "{} as {}", word, folded);
    }

    #[test]
    fn what_no_one_can_see_changes_no_word(word in "[a-zA-Zéß0-9][a-zA-Zéß’0-9]{0,11}(-[a-z]{1,9}|'s)?", at in 0usize..24, hidden in proptest::char::any()) {
        let hidden = if is_invisible(hidden) { hidden } else { '\u{200e}' };
        let at = (0..=at.min(word.len())).rev().find(|at| word.is_char_boundary(*at)).unwrap_or(0);
        let other = format!("{}{hidden}{}", &word[..at], &word[at..]);
        proptest::prop_assert_eq!(key(&word), key(&other), "{:?}", other);
        proptest::prop_assert_eq!(letters(&word), letters(&other), "{:?}", other);
    }

    #[test]
    fn another_letter_makes_another_word(word in "[a-z0-9]{1,10}([.,'-][a-z0-9]{1,4})?", at in 0usize..15, put in "[a-z0-9]") {
        let at = at % word.len();
        if word.as_bytes()[at].is_ascii_alphanumeric() && word[at..=at] != put {
            let other = format!("{}{put}{}", &word[..at], &word[at + 1..]);
            proptest::prop_assert_ne!(letters(&word), letters(&other), "{} and {}", word, other);
            let family = super::regional_tests::are_of_one_family(&word, &other);
            proptest::prop_assert!(key(&word) != key(&other) || family, "{} and {}", word, other);
        }
    }
}
