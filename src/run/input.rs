//! Input: what comes from the terminal, as the program knows it.

use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Instant;

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};

use super::arrival::Arrival;
use super::gate::Gate;
use super::ground::{Asking, Sifted, Sluice};
use crate::app::{Code, Event, Gesture, Key};

/// Rows that a notch of the wheel scrolls.
const NOTCH: isize = 3;

/// Sends on what is typed, each new size, and what the terminal answers, from a thread of its own; not while the gate is shut.
///
/// # Errors
///
/// The system gives no thread.
pub fn listen(inbox: Sender<Arrival>, asking: Asking, gate: Gate) -> io::Result<()> {
    let mut sluice = Sluice::new(asking, Instant::now());
    let read_on = move || loop {
        gate.pass();
        let arrivals = match panic::catch_unwind(AssertUnwindSafe(|| heard(&mut sluice))) {
            Ok(Ok(arrivals)) => arrivals,
            Ok(Err(error)) => vec![Arrival::Deaf(error.to_string())],
            Err(_) => vec![Arrival::Deaf("what was typed could not be read".to_owned())],
        };
        for arrival in arrivals {
            let last = matches!(arrival, Arrival::Deaf(_));
            if inbox.send(arrival).is_err() || last {
                return;
            }
        }
    };
    thread::Builder::new().name("keys".to_owned()).spawn(read_on)?;
    Ok(())
}

/// Waits for what comes next from the terminal, for as long as the sluice has patience.
fn heard(sluice: &mut Sluice<event::Event>) -> io::Result<Vec<Arrival>> {
    let came = match sluice.patience(Instant::now()) {
        Some(patience) => event::poll(patience)?,
        None => true,
    };
    let sifted = if came {
        let event = event::read()?;
        let characters = characters(&event);
        sluice.take(event, characters)
    } else {
        sluice.tire(Instant::now())
    };
    let arrival = |sifted| match sifted {
        Sifted::Event(event) => translated(event),
        Sifted::Ground(ground) => Some(Arrival::Ground(ground)),
    };
    Ok(sifted.into_iter().filter_map(arrival).collect())
}

/// Gives the characters that a key stands for, as far as answers of the terminal have such.
fn characters(event: &event::Event) -> Option<String> {
    let event::Event::Key(key) = event else { return None };
    match (key.modifiers.difference(KeyModifiers::SHIFT), key.code) {
        (KeyModifiers::NONE, KeyCode::Char(c)) => Some(c.to_string()),
        (KeyModifiers::NONE, KeyCode::Esc) => Some("\x1b".to_owned()),
        (KeyModifiers::ALT, KeyCode::Char(c)) => Some(format!("\x1b{c}")),
        (KeyModifiers::CONTROL, KeyCode::Char('g')) => Some("\x07".to_owned()),
        _ => None,
    }
}

/// Gives what a terminal's event is for the program; nothing where it means nothing to it.
pub fn translated(event: event::Event) -> Option<Arrival> {
    match event {
        event::Event::Key(key) if key.kind != KeyEventKind::Release => {
            pressed(key).map(|key| Arrival::Event(Event::Key(key)))
        }
        event::Event::Mouse(mouse) => {
            gesture(mouse.kind).map(|gesture| Arrival::Pointed((mouse.column, mouse.row), gesture))
        }
        event::Event::Paste(text) => Some(Arrival::Event(Event::Pasted(text))),
        event::Event::Resize(..) => Some(Arrival::Resized),
        _ => None,
    }
}

/// Gives what is done with the mouse, as far as it means anything here.
fn gesture(kind: MouseEventKind) -> Option<Gesture> {
    match kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Gesture::Click),
        MouseEventKind::ScrollDown => Some(Gesture::Wheel(NOTCH)),
        MouseEventKind::ScrollUp => Some(Gesture::Wheel(-NOTCH)),
        _ => None,
    }
}

/// Gives the key; none that is held with Alt or the like, which no key of the program is.
fn pressed(key: KeyEvent) -> Option<Key> {
    if !key.modifiers.difference(KeyModifiers::CONTROL | KeyModifiers::SHIFT).is_empty() {
        return None;
    }
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let code = match key.code {
        KeyCode::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        _ => return None,
    };
    Some(Key { code, ctrl })
}
