//! The terminal: entered, drawn on and restored. Besides `console.rs`, the only file that uses crossterm.
//!
//! The viewport is fixed and follows the program's own idea of the size, so that a frame always has the size the program
//! laid its pages out for, however fast the window is dragged.

use std::io::{self, BufWriter, Stdout, Write, stdout};
use std::mem::ManuallyDrop;
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
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use super::background::{Asking, QUESTION};
use super::cells::CellBackend;
use super::offers::{self, Offer, QUESTIONS};
use super::signals;
use super::title::{self, is_titled};
use crate::app::Size;

/// The size of a terminal that does not know its own.
const USUAL: Size = Size { width: 80, height: 24 };

/// Whether the terminal is in the program's hands. It is global since a panic must find it from wherever it breaks out.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is heard; it is taken up again after the terminal was left for a while.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// The terminal in the program's hands; it is left when this is dropped.
#[derive(Debug)]
pub struct Screen {
    /// Never dropped as such: it would write its trouble with a terminal that is gone to a standard error that is gone too,
    /// and panic. It holds nothing but what [`Screen`] gives back itself.
    terminal: ManuallyDrop<Terminal<CellBackend<BufWriter<Stdout>>>>,
    drawn: Size,
    /// The title that the window was given.
    title: String,
}

/// Whether colours are sent even where the environment asks for none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colouring {
    /// They are: the reader's word on the command line wins.
    Forced,
    /// There are none to send.
    Needless,
}

impl Screen {
    /// Enters the terminal, and asks it for its background; the answer comes to who listens.
    ///
    /// # Errors
    ///
    /// There is none, or it does not take orders; it is then as it was.
    pub fn enter(colouring: Colouring, asking: Asking) -> io::Result<Self> {
        if colouring == Colouring::Forced {
            force_color_output(true);
        }
        restore_on_panic();
        let size = size();
        let backend = CellBackend::new(BufWriter::with_capacity(1 << 16, stdout()));
        let terminal = Terminal::with_options(backend, TerminalOptions { viewport: Viewport::Fixed(area(size)) })?;
        let screen = Self { terminal: ManuallyDrop::new(terminal), drawn: size, title: String::new() };
        take()?;
        if asking == Asking::Asked {
            // Not before now, since a terminal that is not taken would write the answer on the screen.
            execute!(stdout(), Print(QUESTIONS), Print(QUESTION))?;
        }
        Ok(screen)
    }

    /// Draws a frame of this size, at once for the eye where the terminal can do that.
    ///
    /// # Errors
    ///
    /// The terminal takes nothing any more.
    pub fn draw(&mut self, size: Size, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.backend().hold(true);
        let drawn = self.draw_held(size, draw);
        self.terminal.backend().hold(false);
        drawn?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    fn draw_held(&mut self, size: Size, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        if size != self.drawn {
            self.clear(size)?;
        }
        self.terminal.draw(draw).map(drop)
    }

    /// Gives the terminal back to the shell until it calls again; then the next frame is drawn from nothing.
    ///
    /// # Errors
    ///
    /// The terminal cannot be entered again.
    pub fn suspend(&mut self) -> io::Result<Size> {
        leave();
        signals::stop();
        take()?;
        self.hear_mouse(MOUSE.load(Ordering::SeqCst))?;
        self.clear(size())?;
        Ok(self.drawn)
    }

    /// Leaves the terminal to another program until that has ended; then the next frame is drawn from nothing.
    ///
    /// # Errors
    ///
    /// The terminal cannot be entered again.
    pub fn lend<T>(&mut self, program: impl FnOnce() -> T) -> io::Result<(T, Size)> {
        leave();
        let outcome = program();
        take()?;
        self.hear_mouse(MOUSE.load(Ordering::SeqCst))?;
        self.clear(size())?;
        Ok((outcome, self.drawn))
    }

    /// Sends the terminal an order that shows nothing.
    ///
    /// # Errors
    ///
    /// The terminal takes nothing any more.
    pub fn order(&mut self, order: &str) -> io::Result<()> {
        execute!(self.terminal.backend_mut(), Print(order))
    }

    /// Takes up what the terminal can do.
    ///
    /// # Errors
    ///
    /// The terminal takes nothing any more.
    pub fn take_up(&mut self, offer: Offer) -> io::Result<()> {
        self.order(offers::take_up(offer))
    }

    /// Sets the window's title, where it has one.
    ///
    /// # Errors
    ///
    /// The terminal takes nothing any more.
    pub fn entitle(&mut self, title: String) -> io::Result<()> {
        if title == self.title || !is_titled() {
            return Ok(());
        }
        self.title = title;
        self.order(&title::order(&self.title))
    }

    /// Sets the terminal right after others may have changed it, and draws the next frame from nothing.
    ///
    /// # Errors
    ///
    /// The terminal takes nothing any more.
    pub fn refresh(&mut self) -> io::Result<Size> {
        disable_raw_mode()?;
        enable_raw_mode()?;
        execute!(self.terminal.backend_mut(), EnableBracketedPaste, Hide)?;
        self.hear_mouse(MOUSE.load(Ordering::SeqCst))?;
        self.clear(size())?;
        Ok(self.drawn)
    }

    /// Hears the mouse, or leaves it to the terminal.
    ///
    /// # Errors
    ///
    /// The terminal takes nothing any more.
    pub fn hear_mouse(&mut self, heard: bool) -> io::Result<()> {
        MOUSE.store(heard, Ordering::SeqCst);
        match heard {
            true => execute!(self.terminal.backend_mut(), EnableMouseCapture),
            false => execute!(self.terminal.backend_mut(), DisableMouseCapture),
        }
    }

    /// The size that is drawn on.
    pub fn size(&self) -> Size {
        self.drawn
    }

    fn clear(&mut self, size: Size) -> io::Result<()> {
        self.drawn = size;
        self.title.clear();
        // Not `Terminal::clear`: that asks the terminal for its cursor, and the answer would go to the thread that reads keys.
        execute!(self.terminal.backend_mut(), ResetColor, terminal::Clear(terminal::ClearType::All))?;
        self.terminal.resize(area(size))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.terminal.backend_mut().flush();
        leave();
    }
}

/// Whether the terminal is not in the program's hands.
pub fn is_lent() -> bool {
    !ENTERED.load(Ordering::SeqCst)
}

/// Measures the terminal; one that does not know its size counts as of the usual one.
pub fn size() -> Size {
    terminal::size().map_or(USUAL, |(width, height)| usable(width, height))
}

/// The size that is drawn on in a terminal which says it has this one.
pub fn usable(width: u16, height: u16) -> Size {
    if width == 0 || height == 0 { USUAL } else { Size { width, height } }
}

/// Lets the library send colours whatever the environment says.
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

/// Leaves the terminal as it was found; the second time there is nothing to leave.
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

/// Tells of a panic on a terminal that was left first, if it is one of the thread that draws. Other threads catch theirs and
/// answer with a sentence, so nothing of them may come upon the screen.
pub fn tell_panic(drawing: ThreadId, leave: impl FnOnce(), tell: impl FnOnce()) {
    if thread::current().id() == drawing {
        leave();
        tell();
    }
}
