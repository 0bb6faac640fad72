//! The terminal: entered, drawn on and restored. Besides `console.rs`, the only file that uses crossterm.
//!
//! The viewport is fixed and has the size that the program knows, so that a frame always matches the size its pages were laid out for,
//! however fast the window is resized.

use std::io::{self, BufWriter, Stdout, Write, stdout};
use std::panic::{self};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, ThreadId};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::style::{Print, ResetColor, force_color_output};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{execute, queue, terminal};
use ratatui::backend::Backend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::background::{Asking, QUESTION};
use super::cells::CellBackend;
use super::frames::Frames;
use super::offers::{self, Offer, QUESTIONS};
use super::out::is_seen;
use super::signals;
use super::title::{self, is_titled};
use crate::app::Size;
use crate::ui::Kept;

/// The size of a terminal that does not know its own.
const USUAL: Size = Size { width: 80, height: 24 };

/// Whether the program has taken the terminal. Global, because a panic must find it wherever it happens.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is used; it is turned on again after the terminal was lent.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// The terminal while the program uses it; dropping it restores the terminal.
#[derive(Debug)]
pub struct Screen {
    terminal: CellBackend<BufWriter<Stdout>>,
    frames: Frames,
    drawn: Size,
    /// The title of the window.
    title: String,
}

/// Whether colours are sent even if the environment asks for none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colouring {
    /// They are: the reader's wish on the command line wins.
    Forced,
    /// There are none to send.
    Needless,
}

impl Screen {
    /// Sets up the terminal, and asks for its background; the answer arrives with the keys.
    ///
    /// # Errors
    ///
    /// There is no terminal, or it cannot be set up; it is then restored.
    pub fn enter(colouring: Colouring, asking: Asking) -> io::Result<Self> {
        if colouring == Colouring::Forced {
            force_color_output(true);
        }
        restore_on_panic();
        let size = size();
        let backend = CellBackend::new(BufWriter::with_capacity(1 << 16, stdout()));
        let screen = Self { terminal: backend, frames: Frames::of(area(size)), drawn: size, title: String::new() };
        take()?;
        if asking == Asking::Asked {
            // Not earlier: without raw mode the terminal would echo the answer.
            execute!(stdout(), Print(QUESTIONS), Print(QUESTION))?;
        }
        Ok(screen)
    }

    /// Draws a frame of this size, in one update if the terminal supports that. `draw` returns where the cursor is shown, if it is.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    pub fn draw(
        &mut self,
        size: Size,
        draw: impl FnOnce(&mut Buffer, &mut Kept) -> Option<Position>,
    ) -> io::Result<()> {
        self.terminal.hold(true);
        let drawn = self.draw_held(size, draw);
        self.terminal.hold(false);
        drawn?;
        execute!(self.terminal, EndSynchronizedUpdate)
    }

    fn draw_held(
        &mut self,
        size: Size,
        draw: impl FnOnce(&mut Buffer, &mut Kept) -> Option<Position>,
    ) -> io::Result<()> {
        queue!(self.terminal, BeginSynchronizedUpdate)?;
        if size != self.drawn {
            self.clear(size)?;
        }
        let (next, kept) = self.frames.next();
        let cursor = draw(next, kept);
        let Self { terminal, frames, .. } = self;
        frames.turn(|cells| terminal.draw(cells))?;
        match cursor {
            None => terminal.hide_cursor(),
            Some(place) => terminal.show_cursor().and_then(|()| terminal.set_cursor_position(place)),
        }
    }

    /// Gives the terminal back to the shell until the program is continued; the next frame is then drawn in full.
    ///
    /// # Errors
    ///
    /// The terminal cannot be set up again.
    pub fn suspend(&mut self) -> io::Result<Size> {
        leave();
        signals::stop();
        take()?;
        self.hear_mouse(MOUSE.load(Ordering::SeqCst))?;
        self.clear(size())?;
        Ok(self.drawn)
    }

    /// Lends the terminal to another program until it ends; the next frame is then drawn in full.
    ///
    /// # Errors
    ///
    /// The terminal cannot be set up again.
    pub fn lend<T>(&mut self, program: impl FnOnce() -> T) -> io::Result<(T, Size)> {
        leave();
        let outcome = program();
        take()?;
        self.hear_mouse(MOUSE.load(Ordering::SeqCst))?;
        self.clear(size())?;
        Ok((outcome, self.drawn))
    }

    /// Sends a control sequence that shows nothing.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    pub fn order(&mut self, order: &str) -> io::Result<()> {
        execute!(self.terminal, Print(order))
    }

    /// Starts using something the terminal can do.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    pub fn take_up(&mut self, offer: Offer) -> io::Result<()> {
        self.order(offers::take_up(offer))
    }

    /// Sets the window's title, if it has one.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    pub fn entitle(&mut self, title: String) -> io::Result<()> {
        if title == self.title || !is_titled() {
            return Ok(());
        }
        self.title = title;
        self.order(&title::order(&self.title))
    }

    /// Sets up the terminal again after others may have changed it, and draws the next frame in full.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    pub fn refresh(&mut self) -> io::Result<Size> {
        disable_raw_mode()?;
        enable_raw_mode()?;
        execute!(self.terminal, EnableBracketedPaste, Hide)?;
        self.hear_mouse(MOUSE.load(Ordering::SeqCst))?;
        self.clear(size())?;
        Ok(self.drawn)
    }

    /// Turns mouse reports on or off.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    pub fn hear_mouse(&mut self, heard: bool) -> io::Result<()> {
        MOUSE.store(heard, Ordering::SeqCst);
        match heard {
            true => execute!(self.terminal, EnableMouseCapture),
            false => execute!(self.terminal, DisableMouseCapture),
        }
    }

    /// The size of the viewport.
    pub fn size(&self) -> Size {
        self.drawn
    }

    fn clear(&mut self, size: Size) -> io::Result<()> {
        self.drawn = size;
        self.title.clear();
        // Not `Terminal::clear`: that asks the terminal for its cursor, and the thread that reads keys would get the answer.
        execute!(self.terminal, ResetColor, terminal::Clear(terminal::ClearType::All))?;
        self.frames = Frames::of(area(size));
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = Write::flush(&mut self.terminal);
        leave();
    }
}

/// Whether the terminal is lent or given back.
pub fn is_lent() -> bool {
    !ENTERED.load(Ordering::SeqCst)
}

/// Returns the size of the terminal, or the usual one if it does not know.
pub fn size() -> Size {
    terminal::size().map_or(USUAL, |(width, height)| usable(width, height))
}

/// The cells of a line on standard output, if that is a terminal.
pub fn seen_width() -> Option<usize> {
    is_seen().then(|| usize::from(size().width))
}

/// The size to draw at in a terminal that reports this one.
pub fn usable(width: u16, height: u16) -> Size {
    if width == 0 || height == 0 { USUAL } else { Size { width, height } }
}

/// Makes the library send colours whatever the environment says.
#[cfg(test)]
pub fn force_colours() {
    force_color_output(true);
}

fn area(size: Size) -> Rect {
    Rect::new(0, 0, size.width, size.height)
}

fn take() -> io::Result<()> {
    ENTERED.store(true, Ordering::SeqCst);
    let kept = if is_titled() { title::KEEP } else { "" };
    let taken = enable_raw_mode().and_then(|()| {
        execute!(stdout(), Print(kept), EnterAlternateScreen, EnableBracketedPaste, Hide, Print(offers::again()))
    });
    if taken.is_err() {
        leave();
    }
    taken
}

/// Restores the terminal; does nothing the second time.
fn leave() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        if MOUSE.load(Ordering::SeqCst) {
            let _ = execute!(stdout(), DisableMouseCapture);
        }
        let restored = if is_titled() { title::RESTORE } else { "" };
        let _ = execute!(stdout(), Print(offers::back()), EndSynchronizedUpdate, DisableBracketedPaste, ResetColor);
        let _ = execute!(stdout(), LeaveAlternateScreen, Show, Print(restored));
        let _ = disable_raw_mode();
    }
}

fn restore_on_panic() {
    let (drawing, tell) = (thread::current().id(), panic::take_hook());
    panic::set_hook(Box::new(move |panic| tell_panic(drawing, leave, || tell(panic))));
}

/// Restores the terminal and reports a panic, if it is on the drawing thread. Other threads catch theirs and report a sentence, so nothing
/// of those may reach the screen.
pub fn tell_panic(drawing: ThreadId, leave: impl FnOnce(), tell: impl FnOnce()) {
    if thread::current().id() == drawing {
        leave();
        tell();
    }
}
