//! What is left of a word without its diacritics.

use super::without_diacritics;

#[test]
fn only_nonspacing_marks_go() {
    for (word, bare) in [
        ("r\u{e9}sum\u{e9}", "resume"),
        ("re\u{301}sume\u{301}", "resume"),
        ("plain", "plain"),
        // Hebrew points and cantillation; Arabic vowels, shadda and the hamza on an alef.
        ("\u{5e9}\u{5c1}\u{5b8}\u{5dc}\u{5d5}\u{5b9}\u{5dd}", "\u{5e9}\u{5dc}\u{5d5}\u{5dd}"),
        ("\u{643}\u{64e}\u{62a}\u{64e}\u{628}\u{651}", "\u{643}\u{62a}\u{628}"),
        ("\u{623}", "\u{627}"),
        // A letter of its own, and a vowel sign that takes room.
        ("\u{f8}", "\u{f8}"),
        ("\u{915}\u{93e}", "\u{915}\u{93e}"),
    ] {
        assert_eq!(without_diacritics(word), bare, "{word:?}");
    }
}
