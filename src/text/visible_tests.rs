use std::borrow::Cow;

use super::visible::visible;

#[test]
fn control_characters_are_seen_and_the_rest_is_left_alone() {
    for (text, expected) in [
        ("a\x1b[2Jb\n\tc\0\r", "a␛[2Jb␊␉c␀␍"),
        ("\x7f\u{9b}31m\u{85}", "␡\u{fffd}31m\u{fffd}"),
        ("left\u{202e}thgir\u{202c} \u{2066}x\u{2069}", "left\u{fffd}thgir\u{fffd} \u{fffd}x\u{fffd}"),
    ] {
        assert_eq!(visible(text), expected);
    }
    for plain in ["", "naïve “word” 日本 اب\u{200f} e\u{301}"] {
        assert!(matches!(visible(plain), Cow::Borrowed(same) if same == plain));
    }
}
