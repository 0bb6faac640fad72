//! Answers and keys are parted, however they are mixed.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::ground::{Asking, Ground, PATIENCE, Sifted, Sluice};

/// Cuts what a terminal sends into keys as a reader of keys does: an escape belongs to the character after it.
fn keys(sent: &str) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for c in sent.chars() {
        match keys.last_mut() {
            Some(last) if last == "\x1b" => last.push(c),
            _ => keys.push(c.to_string()),
        }
    }
    keys
}

/// Sends what came, then waits; gives the keys that are left, one after another, and the grounds.
fn sifted(keys: &[String], asking: Asking) -> (String, Vec<Option<Ground>>) {
    let now = Instant::now();
    let mut sluice = Sluice::new(asking, now);
    let mut sifted: Vec<_> = keys.iter().flat_map(|key| sluice.take(key.clone(), Some(key.clone()))).collect();
    sifted.extend(sluice.tire(now + PATIENCE));
    let (mut left, mut grounds) = (String::new(), Vec::new());
    for it in sifted {
        match it {
            Sifted::Event(key) => left.push_str(&key),
            Sifted::Ground(ground) => grounds.push(ground),
        }
    }
    (left, grounds)
}

#[test]
fn an_answer_tells_the_ground_and_is_never_typed() {
    let (dark, light) = (Some(Ground::Dark), Some(Ground::Light));
    let table: &[(&str, &str, &[Option<Ground>])] = &[
        ("", "", &[None]),
        ("jj3n", "jj3n", &[None]),
        ("\x1b]11;rgb:1e1e/1e1e/2e2e\x07", "", &[dark]),
        ("\x1b]11;rgb:ffff/FFFF/f0f0\x1b\\", "", &[light]),
        ("\x1b]11;rgb:fd/f6/e3\x07", "", &[light]),
        ("\x1b]11;rgba:0000/0000/0000/cccc\x07", "", &[dark]),
        ("\x1b]11;#ffffff\x07", "", &[light]),
        ("j3\x1b]11;rgb:ffff/ffff/ffff\x07nq", "j3nq", &[light]),
        ("\x1b]11;rgb:0/0/0\x07x\x1b]11;rgb:f/f/f\x07y", "xy", &[dark, light]),
        ("\x1b]11;nonsense\x07j", "j", &[None]),
        ("\x1b]11;rgb:ffff/ff", "", &[None]),
        ("\x1b]11;rgb:ffff\x1b[n", "\x1b[n", &[None]),
        ("\x1b]1j", "\x1b]1j", &[None]),
        ("\x1b\x1b", "\x1b\x1b", &[None]),
        ("\x07\x1b\\", "\x07\x1b\\", &[None]),
    ];
    for (sent, left, grounds) in table {
        assert_eq!(sifted(&keys(sent), Asking::Asked), ((*left).to_owned(), grounds.to_vec()), "{sent:?}");
    }
}

#[test]
fn an_answer_whose_escapes_come_alone_is_understood() {
    let alone: Vec<String> = "j\x1b]11;rgb:ffff/ffff/ffff\x1b\\k".chars().map(String::from).collect();
    assert_eq!(sifted(&alone, Asking::Asked), ("jk".to_owned(), vec![Some(Ground::Light)]));
}

#[test]
fn a_late_answer_is_no_key_either() {
    let now = Instant::now();
    let mut sluice = Sluice::new(Asking::Asked, now);
    assert_eq!(sluice.patience(now), Some(PATIENCE));
    assert_eq!(sluice.tire(now + Duration::from_millis(1)), []);
    assert_eq!(sluice.tire(now + PATIENCE), [Sifted::Ground(None)]);
    assert_eq!(sluice.patience(now + PATIENCE), None);
    assert_eq!(sluice.take("\x1b", Some("\x1b".to_owned())), [Sifted::Event("\x1b")], "the key is not held up");
    let late = keys("\x1b]11;rgb:ffff/ffff/ffff\x07");
    let sifted: Vec<_> = late.iter().flat_map(|key| sluice.take(key.as_str(), Some(key.clone()))).collect();
    assert_eq!(sifted, [Sifted::Ground(Some(Ground::Light))]);
}

#[test]
fn keys_are_not_looked_at_where_nothing_was_asked() {
    let sent = keys("j\x1b]11;rgb:0/0/0\x07");
    assert_eq!(sifted(&sent, Asking::Needless), (sent.concat(), Vec::new()));
}

proptest! {
    #[test]
    fn no_key_is_lost_around_an_answer(before in "[a-z0-9\\]\\x1b\\x07;]{0,12}", after in "[a-z0-9]{0,12}") {
        prop_assume!(!before.contains("\x1b]11;"));
        let answered: Vec<String> =
            [keys(&before), keys("\x1b]11;rgb:ffff/ffff/ffff\x07"), keys(&after)].concat();
        prop_assume!(!before.ends_with("\x1b"));
        let (left, grounds) = sifted(&answered, Asking::Asked);
        prop_assert_eq!(left, before + &after);
        prop_assert_eq!(grounds, vec![Some(Ground::Light)]);
    }
}
