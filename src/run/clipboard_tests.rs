//! What is sent to the terminal for copying.

use super::clipboard::{Between, order};

#[test]
fn the_order_is_written_for_what_stands_between() {
    let table = [
        ("", "\x1b]52;c;\x07"),
        ("f", "\x1b]52;c;Zg==\x07"),
        ("fo", "\x1b]52;c;Zm8=\x07"),
        ("foo", "\x1b]52;c;Zm9v\x07"),
        ("foobar", "\x1b]52;c;Zm9vYmFy\x07"),
        ("¶—", "\x1b]52;c;wrbigJQ=\x07"),
    ];
    for (text, expected) in table {
        assert_eq!(order(text, Between::Nothing).as_deref(), Ok(expected), "{text:?}");
    }
    let passed = "\x1b]52;c;Zg==\x07\x1bPtmux;\x1b\x1b]52;c;Zg==\x07\x1b\\";
    assert_eq!(order("f", Between::Tmux).as_deref(), Ok(passed));
    assert_eq!(order("f", Between::Screen).as_deref(), Ok("\x1bP\x1b]52;c;Zg==\x07\x1b\\"));
    assert!(order(&"x".repeat(60_000), Between::Nothing).is_err());
}

#[test]
fn it_is_told_by_the_environment() {
    let set = Some("x".as_ref());
    let table = [
        ((None, None), Between::Nothing),
        ((set, None), Between::Tmux),
        ((None, set), Between::Screen),
        ((Some("".as_ref()), None), Between::Nothing),
    ];
    for ((tmux, sty), expected) in table {
        assert_eq!(Between::of(tmux, sty), expected);
    }
}
