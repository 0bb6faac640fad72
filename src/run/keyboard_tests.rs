//! Keys, pastes and answers are separated, however they are mixed and split; nothing holds keys back forever.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::arrival::Arrival;
use super::background::{Asking, Background, PATIENCE};
use super::keyboard::{BY_HAND, Keyboard, LONGEST_PASTE, PASTE_REST, REST};
use crate::app::{Code, Event, Gesture, Key};

/// What arrived, in short: keys as the keymap writes them, pastes in brackets, backgrounds, the mouse.
fn written(arrivals: &[Arrival]) -> Vec<String> {
    let write = |arrival: &Arrival| match arrival {
        Arrival::Event(Event::Key(key)) => key.to_string(),
        Arrival::Event(Event::Pasted(text)) => format!("[{text}]"),
        Arrival::Background(background) => format!("{background:?}"),
        Arrival::Pointed((column, row), Gesture::Click) => format!("click {column} {row}"),
        Arrival::Pointed(cell, Gesture::Wheel(by)) => format!("wheel {by} {cell:?}"),
        other => format!("{other:?}"),
    };
    arrivals.iter().map(write).collect()
}

/// Sends pieces at once, then waits; returns what arrived.
fn heard(pieces: &[&[u8]], asking: Asking) -> Vec<String> {
    let now = Instant::now();
    let mut keyboard = Keyboard::new(asking, now);
    let mut arrivals: Vec<Arrival> = pieces.iter().flat_map(|piece| keyboard.take(piece, false, now)).collect();
    arrivals.extend(keyboard.time_out(now + PASTE_REST));
    assert_eq!(keyboard.patience(now), None, "nothing is waited for");
    written(&arrivals)
}

/// Splits input into the smallest pieces that mean the same: a lone escape is the key, unless an answer is awaited.
fn cut(sent: &str) -> Vec<&[u8]> {
    let bytes = sent.as_bytes();
    let starts: Vec<usize> = (0..bytes.len()).filter(|&at| at == 0 || bytes[at - 1] != 0x1b).collect();
    let ends = starts.iter().copied().skip(1).chain([bytes.len()]);
    starts.iter().zip(ends).map(|(&start, end)| &bytes[start..end]).collect()
}

fn typed(bytes: &str) -> String {
    heard(&[bytes.as_bytes()], Asking::Needless).join(" ")
}

#[test]
fn keys_are_those_of_the_keymap() {
    let table = [
        ("jN3ß ", "j N 3 ß Space"),
        ("\r\n\t\x7f\x08\x03\x1d\0", "Enter Ctrl-j Tab Backspace Ctrl-h Ctrl-c Ctrl-5 Ctrl-Space"),
        ("\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F\x1b[Z", "↑ ↓ → ← Home End Shift-Tab"),
        ("\x1bOA\x1bOH\x1bOM", "↑ Home Enter"),
        ("\x1bOQ\x1b[15~\x1b[24~\x1b[[E\x1b[57375u", "F2 F5 F12 F5 F12"),
        ("\x1bOP\x1b[P\x1b[11~\x1b[[A\x1b[57364u", "F1 F1 F1 F1 F1"),
        ("\x1b[1~\x1b[4~\x1b[3~\x1b[5~\x1b[6~\x1b[7~\x1b[8~", "Home End Del PgUp PgDn Home End"),
        ("\x1b[1;5A\x1b[1;2B\x1b[3;5~", "Ctrl-↑ ↓ Ctrl-Del"),
        ("\x1b[100;5u\x1b[110;2u\x1b[27u\x1b[9;2u\x1b[27;5;68~", "Ctrl-d N Esc Shift-Tab Ctrl-d"),
        ("\x1b[97;1:3u\x1b[1;1:3A", ""),
        // Alt, focus: ibid has no use for them.
        ("\x1bx\x1b\r\x1b[1;3A\x1b[120;3u\x1b[I\x1b[O\x1b[2~", ""),
        ("\x1b", "Esc"),
        ("\x1b\x1b", "Esc Esc"),
        ("\x1b\x1b[A", "Esc ↑"),
        ("\u{9b}\u{85}j", "j"),
    ];
    for (bytes, keys) in table {
        assert_eq!(typed(bytes), keys, "{bytes:?}");
    }
    assert_eq!(heard(&[b"a\xffb\xe2\x28\xf0\x9f"], Asking::Needless), ["a", "b", "("]);
}

#[test]
fn the_wheel_and_the_first_button_are_heard() {
    let table = [
        ("\x1b[<0;8;4M\x1b[<0;8;4m", "click 7 3"),
        ("\x1b[<64;8;4M\x1b[<65;8;4M", "wheel -3 (7, 3) wheel 3 (7, 3)"),
        ("\x1b[<16;8;4M", "click 7 3"),
        ("\x1b[<32;8;4M\x1b[<35;8;4M\x1b[<2;8;4M\x1b[<66;8;4M\x1b[<128;8;4M", ""),
        ("\x1b[32;8;4M\x1b[97;8;4M", "click 7 3 wheel 3 (7, 3)"),
        ("\x1b[M (\x24j", "click 7 3 j"),
        ("\x1b[<0;0;99999999999M\x1b[<0;0;99999M", "click 0 0 click 0 65535"),
        ("\x1b[<0;8M\x1b[<M\x1b[M", ""),
    ];
    for (bytes, came) in table {
        assert_eq!(typed(bytes), came, "{bytes:?}");
    }
}

#[test]
fn what_is_pasted_comes_as_a_paste_and_not_as_keys() {
    assert_eq!(typed("j\x1b[200~q\n\x1b[A\x03\x1b[201~k"), "j [q\n\x1b[A\x03] k");
    assert_eq!(typed("\x1b[201~k"), "k");
    assert_eq!(heard(&cut("\x1b[200~é\x1b[20\x1b[201~k"), Asking::Asked), ["[é\x1b[20]", "k", "None"]);
}

#[test]
fn a_paste_without_end_gives_the_keys_back() {
    let now = Instant::now();
    let mut keyboard = Keyboard::new(Asking::Needless, now);
    assert_eq!(written(&keyboard.take(b"\x1b[200~abc", false, now)), [""; 0]);
    assert_eq!(keyboard.patience(now), Some(PASTE_REST));
    assert_eq!(written(&keyboard.time_out(now + BY_HAND)), [""; 0]);
    assert_eq!(
        written(&keyboard.take(b"d\x1b[20", false, now + BY_HAND)),
        [""; 0],
        "it may go on for as long as it likes"
    );
    let later = now + BY_HAND + PASTE_REST;
    assert_eq!(written(&keyboard.time_out(later)), ["[abcd]"]);
    assert_eq!(written(&keyboard.take(b"q", false, later)), ["q"]);
    // A person need not wait.
    keyboard.take(b"\x1b[200~abc", false, later);
    assert_eq!(written(&keyboard.take(b"\x03pasted", false, later)), [""; 0]);
    assert_eq!(
        written(&keyboard.take(b"\x03\x03q", false, later + BY_HAND)),
        ["[abc\x03pasted]", "Ctrl-c", "Ctrl-c", "q"]
    );
    // Memory use is bounded, too.
    keyboard.take(b"\x1b[200~", false, later);
    for _ in 0..LONGEST_PASTE / 1000 + 9 {
        assert_eq!(written(&keyboard.take(&[b'x'; 1000], false, later)), [""; 0]);
    }
    let [Arrival::Event(Event::Pasted(text))] = &keyboard.take(b"\x1b[201~", false, later)[..] else { panic!() };
    assert_eq!(text.len(), LONGEST_PASTE);
}

#[test]
fn an_answer_tells_the_ground_and_is_never_typed() {
    let (dark, light) = ("Some(Dark)", "Some(Light)");
    let table: &[(&str, &[&str])] = &[
        ("", &["None"]),
        ("jj3n", &["j", "j", "3", "n", "None"]),
        ("\x1b]11;rgb:1e1e/1e1e/2e2e\x07", &[dark]),
        ("\x1b]11;rgb:ffff/FFFF/f0f0\x1b\\", &[light]),
        ("\x1b]11;rgb:fd/f6/e3\x07", &[light]),
        ("\x1b]11;rgba:0000/0000/0000/cccc\x07", &[dark]),
        ("\x1b]11;#ffffff\x07", &[light]),
        ("j3\x1b]11;rgb:ffff/ffff/ffff\x07nq", &["j", "3", light, "n", "q"]),
        ("\x1b]11;rgb:0/0/0\x07x\x1b]11;rgb:f/f/f\x07y", &[dark, "x", light, "y"]),
        ("\x1b]11;nonsense\x07j", &["j", "None"]),
        ("\x1b]11;rgb:ffff/ff", &["None"]),
        ("\x1b]11;rgb:ffff\x1b[An", &["↑", "n", "None"]),
        ("\x1b]11;rgb:ff\x03q", &["Ctrl-c", "q", "None"]),
        ("\x07\x1b\\", &["Ctrl-g", "None"]),
    ];
    for (sent, came) in table {
        assert_eq!(heard(&[sent.as_bytes()], Asking::Asked), *came, "{sent:?}");
        assert_eq!(heard(&cut(sent), Asking::Asked), *came, "{sent:?} byte by byte");
    }
}

#[test]
fn answers_that_nobody_asked_for_are_no_keys() {
    for answer in [
        "\x1b]11;rgb:0/0/0\x07",
        "\x1b]52;c;cXF4\x1b\\",
        "\x1bP>|xterm(380)\x1b\\",
        "\x1bP1$r0 q\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        "\x1b^q\x07",
        "\x1b[?62;22c\x1b[>41;380;0c\x1b[24;80R\x1b[?997;1n\x1b[8;24;80t",
    ] {
        assert_eq!(typed(&format!("j{answer}k")), "j k", "{answer:?}");
    }
    let endless = format!("\x1b]{}", "q".repeat(100_000));
    assert!(typed(&endless).len() < 2 * 96_000, "it is bounded");
    assert_eq!(typed(&format!("\x1b[{}qj", "1".repeat(40))), "j");
}

#[test]
fn a_late_answer_is_no_key_and_the_escape_key_waits_only_where_one_is_awaited() {
    let now = Instant::now();
    let mut keyboard = Keyboard::new(Asking::Asked, now);
    assert_eq!(keyboard.patience(now), Some(PATIENCE));
    assert_eq!(written(&keyboard.take(b"\x1b", false, now)), [""; 0]);
    assert_eq!(keyboard.patience(now), Some(REST));
    assert_eq!(written(&keyboard.time_out(now + Duration::from_millis(1))), [""; 0]);
    assert_eq!(written(&keyboard.time_out(now + REST)), ["Esc"]);
    assert_eq!(written(&keyboard.time_out(now + PATIENCE)), ["None"]);
    assert_eq!(keyboard.patience(now + PATIENCE), None);
    assert_eq!(written(&keyboard.take(b"\x1b", false, now + PATIENCE)), ["Esc"], "the key is not held up");
    assert_eq!(written(&keyboard.take(b"\x1b", true, now + PATIENCE)), [""; 0], "more is there already");
    assert_eq!(written(&keyboard.take(b"]11;rgb:ffff/ffff/ffff\x07", false, now + PATIENCE)), ["Some(Light)"]);
    assert_eq!(Some(Background::Light), Background::of_answer("11;#fff"));
}

proptest! {
    #[test]
    fn no_key_is_lost_around_an_answer(before in "[a-z0-9\\]\\x07;]{0,12}", after in "[a-z0-9]{0,12}") {
        let sent = format!("{before}\x1b]11;rgb:ffff/ffff/ffff\x07{after}");
        let came = heard(&[sent.as_bytes()], Asking::Asked);
        let keys = |text: &str| text.chars().map(|c| if c == '\x07' { "Ctrl-g".to_owned() } else { c.to_string() }).collect::<Vec<_>>();
        prop_assert_eq!(came, [keys(&before), vec!["Some(Light)".to_owned()], keys(&after)].concat());
    }

    #[test]
    fn whatever_comes_keys_are_heard_again(
        pieces in proptest::collection::vec(
            prop_oneof![
                proptest::collection::vec(any::<u8>(), 0..9),
                "(\\x1b\\[200~|\\x1b\\[201~|\\x1b\\]11;|\\x1b\\[<|\\x1b\\[M|\\x1bP|\\x1b|[0-9;:]{1,4}|[a-zA-Z~]|\\x07|\\x03)"
                    .prop_map(String::into_bytes),
            ],
            0..20,
        ),
        asking in prop_oneof![Just(Asking::Asked), Just(Asking::Needless)],
    ) {
        let now = Instant::now();
        let mut keyboard = Keyboard::new(asking, now);
        for piece in &pieces {
            keyboard.take(piece, false, now);
        }
        let later = now + PASTE_REST;
        keyboard.time_out(later);
        prop_assert_eq!(keyboard.patience(later), None);
        let came = keyboard.take(b"q", false, later);
        prop_assert!(matches!(came[..], [Arrival::Event(Event::Key(key))] if key == Key::plain(Code::Char('q'))));
    }

    /// How the bytes are split does not matter, except for an escape at the end of a piece.
    #[test]
    fn pieces_mean_what_the_whole_means(sent in "(\\x1b\\[200~|\\x1b\\[201~|\\x1b\\]11;#fff\\x07|\\x1b\\[<0;3;4M|\\x1b\\[1;5A|\\x1bOH|ä|[a-z\\r]){0,12}") {
        let whole = heard(&[sent.as_bytes()], Asking::Asked);
        prop_assert_eq!(heard(&cut(&sent), Asking::Asked), whole);
    }
}

/// What terminals answer to the questions, as documented: the modes, the keys, the background.
const RECORDED: [(&str, &str, &str); 5] = [
    ("xterm 390", "\x1b[?2031;0$y\x1b[?1004;2$y\x1b]11;rgb:ffff/ffff/ffff\x07", "Offered(Focus) Some(Light)"),
    (
        "foot 1.20",
        "\x1b[?2031;2$y\x1b[?1004;2$y\x1b[?0u\x1b]11;rgb:24/24/24\x1b\\",
        "Offered(Theme) Offered(Focus) Offered(Keys) Some(Dark)",
    ),
    (
        "kitty 0.38",
        "\x1b[?2031;2$y\x1b[?1004;2$y\x1b[?0u\x1b]11;rgb:0000/0000/0000\x1b\\",
        "Offered(Theme) Offered(Focus) Offered(Keys) Some(Dark)",
    ),
    ("one that changes no mode", "\x1b[?2031;4$y\x1b[?1004;3$y", ""),
    ("one that says nothing", "", ""),
];

#[test]
fn what_terminals_offer_is_told_from_keys() {
    for (terminal, answers, expected) in RECORDED {
        let told = heard(&[answers.as_bytes()], Asking::Asked).join(" ").replace(" None", "");
        assert_eq!(told.trim_start_matches("None"), expected, "{terminal}");
        let in_pieces = heard(&cut(answers), Asking::Asked).join(" ").replace(" None", "");
        assert_eq!(in_pieces.trim_start_matches("None"), expected, "{terminal}, in pieces");
        assert_eq!(typed(answers), "", "{terminal}: nobody asked");
    }
}

#[test]
fn a_change_of_theme_or_focus_asks_again_and_the_answer_is_awaited() {
    for news in ["\x1b[?997;2n", "\x1b[I"] {
        let now = Instant::now();
        let mut keyboard = Keyboard::new(Asking::Asked, now);
        keyboard.time_out(now + PATIENCE);
        assert_eq!(written(&keyboard.take(news.as_bytes(), false, now + PATIENCE)), ["Rethemed"], "{news:?}");
        // The answer may be split after its escape, which is then not a key.
        let then = now + PATIENCE;
        assert!(keyboard.take(b"\x1b", false, then).is_empty(), "{news:?}");
        assert_eq!(written(&keyboard.take(b"]11;rgb:ff/ff/ff\x07", false, then)), ["Some(Light)"], "{news:?}");
    }
    assert_eq!(typed("\x1b[O\x1b[?997;1n"), "");
}

#[test]
fn keys_told_apart_are_those_of_the_keymap() {
    let table = [
        ("\x1b[105;5u\t\x1b[9u", "Ctrl-i Tab Tab"),
        ("\x1b[97u\x1b[97;1u\x1b[97;2u", "a a A"),
        ("\x1b[57414u\x1b[57417u\x1b[57418u\x1b[57421u\x1b[57423u\x1b[57426u", "Enter ← → PgUp Home Del"),
        ("\x1b[57399u\x1b[57441;2u\x1b[57358u", ""),
        // With caps lock or num lock.
        ("\x1b[99;69u\x1b[27;129u", "Ctrl-c Esc"),
    ];
    for (sent, keys) in table {
        assert_eq!(typed(sent), keys, "{sent:?}");
    }
}
