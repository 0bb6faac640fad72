use std::borrow::Cow;

use super::invisible::is_invisible;
use super::named;

#[test]
fn what_no_one_can_see_is_named() {
    for (text, shown) in [
        ("Tues\u{200b}day", "Tues‹ZWSP›day"),
        ("5\u{a0}km, 5\u{202f}km, 5\u{2003}km", "5‹NBSP›km, 5‹NNBSP›km, 5‹EM SPACE›km"),
        ("co\u{ad}op\u{200e}\u{200f}", "co‹SHY›op‹LRM›‹RLM›"),
        ("\u{feff}a\u{200d}b\u{200c}c\u{2060}d\u{34f}e", "‹BOM›a‹ZWJ›b‹ZWNJ›c‹WJ›d‹CGJ›e"),
        ("❤\u{fe0f} \u{e0100}", "❤‹VS16› ‹VS17›"),
        ("f\u{2061}x \u{e0041}", "f‹U+2061›x ‹U+E0041›"),
    ] {
        assert_eq!(named(text), shown);
    }
}

#[test]
fn what_can_be_seen_stays() {
    for text in ["plain text\n\twith breaks", "naïve ‘quotes’ – 中 🚒 e\u{301}", ""] {
        assert!(matches!(named(text), Cow::Borrowed(same) if same == text));
    }
}

proptest::proptest! {
    #[test]
    fn nothing_hidden_is_left(text in proptest::prelude::any::<String>(), hidden in proptest::char::any()) {
        let text = format!("{text}{hidden}");
        let named = named(&text).into_owned();
        let hidden = |c: char| is_invisible(c) || matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}');
        proptest::prop_assert!(!named.contains(hidden), "{:?}", named);
    }
}

#[test]
fn every_space_but_the_common_one_has_a_name_of_its_own() {
    let spaces = ('\u{2000}'..='\u{200a}').chain(['\u{a0}', '\u{1680}', '\u{202f}', '\u{205f}', '\u{3000}']);
    let names: Vec<String> = spaces.map(|c| named(&format!("a{c}b")).into_owned()).collect();
    assert!(
        names.iter().all(|name| name.starts_with("a‹") && name.ends_with("›b") && !name.contains("U+")),
        "{names:?}"
    );
    let mut each = names.clone();
    each.sort();
    each.dedup();
    assert_eq!(each.len(), names.len(), "{names:?}");
}
