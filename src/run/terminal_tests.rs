use std::cell::RefCell;
use std::thread;

use crossterm::event::{
    Event as Input, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::arrival::Arrival;
use super::console::translated;
use super::terminal::{tell_panic, usable};
use crate::app::{Code, Event, Gesture, Key, Size};

const NONE: KeyModifiers = KeyModifiers::NONE;
const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;

fn key(code: KeyCode, held: KeyModifiers) -> Option<Key> {
    match translated(Input::Key(KeyEvent::new(code, held))) {
        Some(Arrival::Event(Event::Key(key))) => Some(key),
        _ => None,
    }
}

#[test]
fn keys_are_those_of_the_keymap() {
    let plain = |code| Some(Key::plain(code));
    let cases = [
        (KeyCode::Char('n'), NONE, plain(Code::Char('n'))),
        (KeyCode::Char('N'), SHIFT, plain(Code::Char('N'))),
        (KeyCode::Char(' '), NONE, plain(Code::Char(' '))),
        (KeyCode::Char('ß'), NONE, plain(Code::Char('ß'))),
        (KeyCode::Char('c'), CTRL, Some(Key::ctrl(Code::Char('c')))),
        (KeyCode::Char('D'), CTRL | SHIFT, Some(Key::ctrl(Code::Char('d')))),
        (KeyCode::Char('x'), KeyModifiers::ALT, None),
        (KeyCode::Char('x'), CTRL | KeyModifiers::ALT, None),
        (KeyCode::Char('x'), KeyModifiers::SUPER, None),
        (KeyCode::Tab, NONE, plain(Code::Tab)),
        (KeyCode::Tab, SHIFT, plain(Code::BackTab)),
        (KeyCode::BackTab, SHIFT, plain(Code::BackTab)),
        (KeyCode::PageDown, NONE, plain(Code::PageDown)),
        (KeyCode::PageUp, NONE, plain(Code::PageUp)),
        (KeyCode::Home, NONE, plain(Code::Home)),
        (KeyCode::End, NONE, plain(Code::End)),
        (KeyCode::Up, NONE, plain(Code::Up)),
        (KeyCode::Down, NONE, plain(Code::Down)),
        (KeyCode::Left, NONE, plain(Code::Left)),
        (KeyCode::Right, NONE, plain(Code::Right)),
        (KeyCode::Enter, NONE, plain(Code::Enter)),
        (KeyCode::Backspace, NONE, plain(Code::Backspace)),
        (KeyCode::Delete, NONE, plain(Code::Delete)),
        (KeyCode::Esc, NONE, plain(Code::Esc)),
        (KeyCode::F(1), NONE, plain(Code::F1)),
        (KeyCode::F(5), NONE, plain(Code::F5)),
        (KeyCode::F(13), NONE, None),
        (KeyCode::Insert, NONE, None),
    ];
    for (code, held, expected) in cases {
        assert_eq!(key(code, held), expected, "{code:?} {held:?}");
    }
}

#[test]
fn a_key_counts_when_it_goes_down_and_while_it_is_held() {
    let cases = [(KeyEventKind::Press, true), (KeyEventKind::Repeat, true), (KeyEventKind::Release, false)];
    for (kind, counts) in cases {
        let event = KeyEvent::new_with_kind(KeyCode::Char('j'), NONE, kind);
        assert_eq!(translated(Input::Key(event)).is_some(), counts, "{kind:?}");
    }
}

#[test]
fn a_new_size_is_taken_over_and_one_that_is_none_is_not() {
    let cases =
        [((100, 30), (100, 30)), ((1, 1), (1, 1)), ((0, 0), (80, 24)), ((0, 24), (80, 24)), ((80, 0), (80, 24))];
    for ((width, height), (expected_width, expected_height)) in cases {
        assert!(matches!(translated(Input::Resize(width, height)), Some(Arrival::Resized)));
        assert_eq!(usable(width, height), Size { width: expected_width, height: expected_height });
    }
}

#[test]
fn the_wheel_and_the_first_button_are_heard() {
    let mouse = |kind| translated(Input::Mouse(MouseEvent { kind, column: 7, row: 3, modifiers: NONE }));
    for (kind, gesture) in [
        (MouseEventKind::ScrollDown, Gesture::Wheel(3)),
        (MouseEventKind::ScrollUp, Gesture::Wheel(-3)),
        (MouseEventKind::Down(MouseButton::Left), Gesture::Click),
    ] {
        assert!(matches!(mouse(kind), Some(Arrival::Pointed((7, 3), heard)) if heard == gesture), "{kind:?}");
    }
    assert!(mouse(MouseEventKind::Moved).is_none() && mouse(MouseEventKind::Up(MouseButton::Left)).is_none());
}

#[test]
fn what_is_pasted_comes_as_a_paste_and_not_as_keys() {
    let pasted = translated(Input::Paste("q\n".to_owned()));
    assert!(matches!(pasted, Some(Arrival::Event(Event::Pasted(text))) if text == "q\n"));
}

#[test]
fn mouse_moves_and_focus_mean_nothing() {
    let moved = MouseEvent { kind: MouseEventKind::Moved, column: 1, row: 1, modifiers: NONE };
    for input in [Input::Mouse(moved), Input::FocusGained, Input::FocusLost] {
        assert!(translated(input.clone()).is_none(), "{input:?}");
    }
}

#[test]
fn a_panic_is_told_after_the_screen_is_left_and_only_by_the_thread_that_draws() {
    let here = thread::current().id();
    let other = thread::spawn(|| thread::current().id()).join().unwrap();
    for (drawing, expected) in [(here, vec!["left", "told"]), (other, vec![])] {
        let done = RefCell::new(Vec::new());
        tell_panic(drawing, || done.borrow_mut().push("left"), || done.borrow_mut().push("told"));
        assert_eq!(done.into_inner(), expected);
    }
}
