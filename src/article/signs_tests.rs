//! What brackets leave open at the end of a line, and what they close.

use super::signs::{Open, Signs};

#[test]
fn brackets_are_open_or_close_what_a_line_before_opened() {
    for (line, open, closes) in [
        ("the lock (that of Osterby", Open::Bracket, false),
        ("the lock (that) of Osterby", Open::None, false),
        ("of Osterby) is old", Open::None, true),
        ("see [the lock", Open::Link, false),
        ("see [the lock](of Osterby)", Open::None, false),
        ("of Osterby] is old", Open::None, true),
        ("the lock (see [that of", Open::Link, false),
        ("the lock", Open::None, false),
    ] {
        let signs = Signs::of(line);
        assert_eq!((signs.open, signs.closes), (open, closes), "{line}");
    }
}
