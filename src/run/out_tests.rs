//! What a terminal gets, and what a file gets.

use std::io::Write;

use super::out::{Meant, Out, shown, without_codes};

#[test]
fn a_terminal_gets_no_command_but_what_is_meant() {
    for (text, plain, looks) in [
        ("one\ttwo\r\nthree\n", "one\ttwo\r\nthree\n", "one\ttwo\r\nthree\n"),
        ("\x1b[1;31mred\x1b[m", "␛[1;31mred␛[m", "\x1b[1;31mred\x1b[m"),
        ("\x1b]52;c;QQ==\x07", "␛]52;c;QQ==␇", "␛]52;c;QQ==␇"),
        ("\x1b[2J\x1b", "␛[2J␛", "␛[2J␛"),
        ("over\rwritten\x08", "over␍written␈", "over␍written␈"),
        ("\u{9b}31m \u{202e}txt", "\u{fffd}31m \u{fffd}txt", "\u{fffd}31m \u{fffd}txt"),
        ("\x1bé", "␛é", "␛é"),
    ] {
        assert_eq!(shown(text, Meant::Nothing), plain);
        assert_eq!(shown(text, Meant::Looks), looks);
    }
}

#[test]
fn a_file_gets_every_byte_and_a_terminal_whole_characters() {
    let text = "é\u{9b}\x1b[m\u{202e}\nlast \u{9b}".as_bytes();
    for (seen, expected) in
        [(None, text.to_vec()), (Some(Meant::Nothing), "é\u{fffd}␛[m\u{fffd}\nlast \u{fffd}".as_bytes().to_vec())]
    {
        let mut got = Vec::new();
        let mut out = Out::new(&mut got, seen);
        for byte in text {
            out.write_all(&[*byte]).unwrap();
        }
        out.flush().unwrap();
        drop(out);
        assert_eq!(got, expected);
    }
}

#[test]
fn a_message_has_no_error_numbers() {
    let cases = [
        ("a.jsonl: cannot be read: No such file or directory (os error 2)", "a.jsonl: no such file"),
        (
            "c.toml: No such file or directory (os error 2); using the defaults",
            "c.toml: no such file; using the defaults",
        ),
        (
            "a: Permission denied (os error 13); b: Is a directory (os error 21)",
            "a: Permission denied; b: Is a directory",
        ),
        ("a (os error: none).txt: is empty", "a (os error: none).txt: is empty"),
        ("a (os error 2", "a"),
    ];
    for (said, plain) in cases {
        assert_eq!(without_codes(said), plain);
    }
}
