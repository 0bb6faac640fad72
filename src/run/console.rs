//! Keyboard input on systems other than Unix, through a library.

use std::io;
use std::time::Instant;

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};

use super::arrival::Arrival;
use super::background::Asking;
use super::sequences::NOTCH;
use crate::app::{Code, Event, Gesture, Key};

/// The keyboard.
#[derive(Debug)]
pub struct Input;

impl Input {
    /// Opens nothing: the terminal is not asked for its background here.
    ///
    /// # Errors
    ///
    /// Never fails.
    #[cfg_attr(unix, expect(dead_code, reason = "for other systems"))]
    pub fn open(_asking: Asking, _now: Instant) -> io::Result<Self> {
        Ok(Self)
    }

    /// Waits for input.
    ///
    /// # Errors
    ///
    /// There is no more input.
    #[cfg_attr(unix, expect(dead_code, reason = "for other systems"))]
    pub fn read(&mut self) -> io::Result<Vec<Arrival>> {
        Ok(translated(event::read()?).into_iter().collect())
    }
}

/// Translates a terminal event; `None` if it means nothing here.
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

/// Translates a mouse event, if it means anything here.
fn gesture(kind: MouseEventKind) -> Option<Gesture> {
    match kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Gesture::Click),
        MouseEventKind::ScrollDown => Some(Gesture::Wheel(NOTCH)),
        MouseEventKind::ScrollUp => Some(Gesture::Wheel(-NOTCH)),
        _ => None,
    }
}

/// Translates a key; not one held with Alt and the like, which ibid has no use for.
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
        KeyCode::F(number) => Code::function(u32::from(number))?,
        _ => return None,
    };
    Some(Key { code, ctrl })
}
