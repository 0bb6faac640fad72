//! Decodes the byte sequences that terminals send for keys, the mouse and answers.
//!
//! What cannot be understood is skipped up to its end, and never taken for keys.

use super::offers::Offer;
use crate::app::{Code, Gesture, Key};

/// The byte that begins a sequence; alone it is the Esc key.
pub const ESC: u8 = 0x1b;
/// How many rows a notch of the wheel scrolls.
pub const NOTCH: isize = 3;

/// The byte that ends an answer on most terminals.
const BELL: u8 = 7;
/// The most bytes between the beginning and the end of a control sequence; those of keys have a dozen.
const LONGEST_ORDER: usize = 64;
/// The most bytes of an answer; one about a colour has thirty.
const LONGEST_ANSWER: usize = 4096;

/// The number with which a terminal reports that its theme changed.
const THEME: u32 = 997;

/// Modifier keys, as bits.
const SHIFT: u32 = 1;
const CTRL: u32 = 4;
/// Modifier keys that ibid has no use for.
const OTHERS: u32 = 2 | 8 | 16 | 32;

/// What bytes mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A key.
    Key(Key),
    /// A mouse gesture at this column and row.
    Pointed((u16, u16), Gesture),
    /// Pasted text follows.
    PasteBegins,
    /// The terminal says something about itself.
    Answer(String),
    /// Something the terminal can do.
    Offered(Offer),
    /// The terminal's theme may have changed.
    Rethemed,
    /// Nothing to this program.
    Nothing,
}

/// The first item in some bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum First {
    /// Not complete yet.
    Part,
    /// This many bytes, and what they mean.
    Whole(usize, Meaning),
}

/// Reads the first item in some bytes.
pub fn first(bytes: &[u8]) -> First {
    match bytes {
        [] | [ESC] | [ESC, b'O'] => First::Part,
        [ESC, b'[', rest @ ..] => order(rest),
        [ESC, b'O', key @ 0x20..=0xff, ..] => First::Whole(3, key_by_letter(*key, 0)),
        [ESC, b'O', ..] => First::Whole(2, Meaning::Nothing),
        [ESC, b']' | b'P' | b'_' | b'^' | b'X', ..] => answer(bytes),
        [ESC, ESC, ..] => First::Whole(1, Meaning::Key(Key::plain(Code::Esc))),
        // Held with Alt, which ibid has no use for.
        [ESC, rest @ ..] => match first(rest) {
            First::Part => First::Part,
            First::Whole(length, _) => First::Whole(1 + length, Meaning::Nothing),
        },
        [byte @ (..0x20 | 0x7f), ..] => First::Whole(1, control(*byte)),
        _ => character(bytes),
    }
}

fn character(bytes: &[u8]) -> First {
    let start = bytes.get(..4).unwrap_or(bytes);
    let valid = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(error) => {
            let valid = start.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok());
            match (valid.filter(|valid| !valid.is_empty()), error.error_len()) {
                (Some(valid), _) => valid,
                (None, None) => return First::Part,
                (None, Some(wrong)) => return First::Whole(wrong, Meaning::Nothing),
            }
        }
    };
    let Some(c) = valid.chars().next() else { return First::Part };
    // No keyboard has keys for the second range of control characters.
    let meaning = if c.is_control() { Meaning::Nothing } else { Meaning::Key(Key::plain(Code::Char(c))) };
    First::Whole(c.len_utf8(), meaning)
}

fn control(byte: u8) -> Meaning {
    let ctrl = |c: u8| Key::ctrl(Code::Char(char::from(c)));
    Meaning::Key(match byte {
        b'\r' => Key::plain(Code::Enter),
        b'\t' => Key::plain(Code::Tab),
        0x7f => Key::plain(Code::Backspace),
        0 => ctrl(b' '),
        1..=26 => ctrl(b'a' + byte - 1),
        _ => ctrl(b'4'.saturating_add(byte.saturating_sub(0x1c))),
    })
}

/// Reads what follows `ESC [`.
fn order(rest: &[u8]) -> First {
    match rest {
        [] | [b'['] => return First::Part,
        // A function key of a Linux console.
        [b'[', letter @ b'A'..=b'E', ..] => {
            let code = function(u32::from(letter - b'A') + 1);
            return First::Whole(4, Meaning::Key(Key::plain(code)));
        }
        [b'[', ..] => return First::Whole(4, Meaning::Nothing),
        [b'M', button, column, row, ..] => return First::Whole(6, old_mouse([*button, *column, *row])),
        [b'M', ..] => return First::Part,
        _ => {}
    }
    let inside = rest.iter().take_while(|byte| (0x20..0x40).contains(*byte)).count();
    if inside > LONGEST_ORDER {
        return First::Whole(2 + inside, Meaning::Nothing);
    }
    let Some(end) = rest.get(inside) else { return First::Part };
    if !(0x40..0x7f).contains(end) {
        return First::Whole(2 + inside, Meaning::Nothing);
    }
    let values = rest.get(..inside).and_then(|inside| std::str::from_utf8(inside).ok()).unwrap_or_default();
    First::Whole(2 + inside + 1, ordered(values, *end))
}

fn ordered(values: &str, end: u8) -> Meaning {
    if let Some(values) = values.strip_prefix('<') {
        return match (numbers(values).as_slice(), end) {
            ([button, column, row], b'M') => pointed(*button, *column, *row),
            _ => Meaning::Nothing,
        };
    }
    if let Some(values) = values.strip_prefix('?') {
        return read_answer(values, end);
    }
    if values.starts_with(['>', '=']) {
        return Meaning::Nothing;
    }
    let given = numbers(values);
    let number = |at: usize| given.get(at).copied().filter(|number| *number > 0).unwrap_or(1);
    let is_released = values.split(';').nth(1).is_some_and(|held| held.ends_with(":3"));
    let held = number(1) - 1;
    match end {
        _ if is_released => Meaning::Nothing,
        b'M' => match given.as_slice() {
            [button @ 32..=u32::MAX, column, row] => pointed(button - 32, *column, *row),
            _ => Meaning::Nothing,
        },
        b'~' if values == "200" => Meaning::PasteBegins,
        b'~' if number(0) == 27 && given.len() == 3 => key_by_character(number(2), held),
        b'~' => key_by_number(number(0), held),
        b'u' => key_by_character(number(0), held),
        b'I' if values.is_empty() => Meaning::Rethemed,
        letter => key_by_letter(letter, held),
    }
}

/// Reads what the terminal says about a mode, its keys or its theme.
fn read_answer(values: &str, end: u8) -> Meaning {
    let offered = match (values.strip_suffix('$').map(numbers).as_deref(), end) {
        (Some([mode, now]), b'y') => Offer::of_mode(*mode, *now),
        (None, b'u') => Some(Offer::Keys),
        (None, b'n') if numbers(values).first() == Some(&THEME) => return Meaning::Rethemed,
        _ => None,
    };
    offered.map_or(Meaning::Nothing, Meaning::Offered)
}

/// Reads numbers separated by `;`; of several joined by `:`, the first.
fn numbers(values: &str) -> Vec<u32> {
    let first = |value: &str| value.split(':').next().and_then(|number| number.parse().ok()).unwrap_or_default();
    values.split(';').map(first).collect()
}

fn key_by_letter(letter: u8, held: u32) -> Meaning {
    let code = match letter {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'Z' => Code::BackTab,
        b'M' => Code::Enter,
        b'P' => Code::F1,
        b'Q' => Code::F2,
        b'R' => Code::F3,
        b'S' => Code::F4,
        _ => return Meaning::Nothing,
    };
    key(code, held)
}

/// The function key with a number.
fn function(number: u32) -> Code {
    Code::function(number).unwrap_or(Code::F1)
}

fn key_by_number(number: u32, held: u32) -> Meaning {
    let code = match number {
        1 | 7 => Code::Home,
        4 | 8 => Code::End,
        3 => Code::Delete,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => function(number - 10),
        17..=21 => function(number - 11),
        23..=24 => function(number - 12),
        _ => return Meaning::Nothing,
    };
    key(code, held)
}

fn key_by_character(number: u32, held: u32) -> Meaning {
    let code = match number {
        27 => Code::Esc,
        13 => Code::Enter,
        9 => Code::Tab,
        127 => Code::Backspace,
        // The keys of the number pad, where the terminal distinguishes them.
        57414 => Code::Enter,
        57417 => Code::Left,
        57418 => Code::Right,
        57419 => Code::Up,
        57420 => Code::Down,
        57421 => Code::PageUp,
        57422 => Code::PageDown,
        57423 => Code::Home,
        57424 => Code::End,
        57426 => Code::Delete,
        57364..=57375 => function(number - 57363),
        57344..=63743 => return Meaning::Nothing,
        _ => match char::from_u32(number).filter(|c| !c.is_control()) {
            Some(c) if held & SHIFT > 0 => Code::Char(c.to_uppercase().next().unwrap_or(c)),
            Some(c) => Code::Char(c),
            None => return Meaning::Nothing,
        },
    };
    key(code, held)
}

fn key(code: Code, held: u32) -> Meaning {
    if held & OTHERS > 0 {
        return Meaning::Nothing;
    }
    let ctrl = held & CTRL > 0;
    let code = match code {
        Code::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
        Code::Tab if held & SHIFT > 0 => Code::BackTab,
        code => code,
    };
    Meaning::Key(Key { code, ctrl })
}

fn old_mouse(bytes: [u8; 3]) -> Meaning {
    let [button, column, row] = bytes.map(|byte| u32::from(byte.saturating_sub(32)));
    pointed(button, column, row)
}

/// A mouse gesture; columns and rows are counted from 1.
fn pointed(button: u32, column: u32, row: u32) -> Meaning {
    // Modifier keys do not matter.
    let gesture = match button & !0b1_1100 {
        0 => Gesture::Click,
        64 => Gesture::Wheel(-NOTCH),
        65 => Gesture::Wheel(NOTCH),
        _ => return Meaning::Nothing,
    };
    let cell = |place: u32| u16::try_from(place.saturating_sub(1)).unwrap_or(u16::MAX);
    Meaning::Pointed((cell(column), cell(row)), gesture)
}

/// Reads what the terminal says about itself: `ESC ]` or the like, up to a bell or `ESC \`. Any other control character ends it, so that
/// Ctrl-c always works.
fn answer(bytes: &[u8]) -> First {
    let inside = bytes.iter().skip(2).take_while(|byte| **byte >= 0x20).count();
    let said = match bytes.get(1..2 + inside) {
        Some([b']', said @ ..]) => Meaning::Answer(String::from_utf8_lossy(said).into_owned()),
        _ => Meaning::Nothing,
    };
    match bytes.get(2 + inside..).unwrap_or_default() {
        _ if inside > LONGEST_ANSWER => First::Whole(2 + inside, Meaning::Nothing),
        [] | [ESC] => First::Part,
        [BELL, ..] => First::Whole(2 + inside + 1, said),
        [ESC, b'\\', ..] => First::Whole(2 + inside + 2, said),
        _ => First::Whole(2 + inside, Meaning::Nothing),
    }
}
