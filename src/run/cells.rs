//! Writes cells to the terminal in as few bytes as possible: sets only what differs from the cell before, keeps whatever text colour is set
//! on blanks, and covers short distances step by step.

use std::cell::Cell as Flag;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use crate::ui::SECOND_UNDERLINE;

/// Modifiers that are visible on a blank cell.
const SEEN_ON_BLANKS: Modifier =
    Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT).union(Modifier::SLOW_BLINK);
/// Modifiers, with the number that sets each.
const ON: [(Modifier, &str); 9] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (SECOND_UNDERLINE, "4:2"),
    (Modifier::SLOW_BLINK, "5"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];
/// Modifiers that one number resets together.
const OFF: [(Modifier, &str); 7] = [
    (Modifier::BOLD.union(Modifier::DIM), "22"),
    (Modifier::ITALIC, "23"),
    (Modifier::UNDERLINED.union(SECOND_UNDERLINE), "24"),
    (Modifier::SLOW_BLINK, "25"),
    (Modifier::REVERSED, "27"),
    (Modifier::HIDDEN, "28"),
    (Modifier::CROSSED_OUT, "29"),
];

/// A writer that keeps its output until a frame is complete.
#[derive(Debug)]
pub struct FrameWriter<W> {
    out: W,
    held: Rc<Flag<bool>>,
}

impl<W: Write> Write for FrameWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.held.get() { Ok(()) } else { self.out.flush() }
    }
}

/// The terminal as ratatui draws on it.
#[derive(Debug)]
pub struct CellBackend<W: Write> {
    inner: CrosstermBackend<FrameWriter<W>>,
    held: Rc<Flag<bool>>,
    /// The output of a frame; kept to reuse its memory.
    order: String,
    /// Whether the cursor is hidden. Whoever lends the terminal to another program hides it again.
    hidden: bool,
}

impl<W: Write> CellBackend<W> {
    /// Draws to `out`.
    pub fn new(out: W) -> Self {
        let held = Rc::new(Flag::new(false));
        let writer = FrameWriter { out, held: Rc::clone(&held) };
        Self { inner: CrosstermBackend::new(writer), held, order: String::new(), hidden: false }
    }

    /// Holds back output until it is released, so that a frame is written in one piece.
    pub fn hold(&self, held: bool) {
        self.held.set(held);
    }
}

impl<W: Write> Write for CellBackend<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.inner)
    }
}

impl<W: Write> Backend for CellBackend<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, cells: I) -> io::Result<()> {
        if cfg!(windows) {
            // Old consoles do not know escape sequences.
            return self.inner.draw(cells);
        }
        self.order.clear();
        let mut writer = CellWriter::default();
        for (x, y, cell) in cells {
            writer.put(Position { x, y }, cell, &mut self.order);
        }
        writer.end(&mut self.order);
        self.inner.write_all(self.order.as_bytes())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.hidden, true) { Ok(()) } else { self.inner.hide_cursor() }
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.hidden = false;
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

/// The colours and modifiers that the terminal writes with now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct CellLook {
    letters: Color,
    ground: Color,
    line: Color,
    modifier: Modifier,
}

/// Turns cells into escape sequences.
#[derive(Debug, Default)]
pub struct CellWriter {
    /// The position after the last cell, and whether the cursor is known to be there.
    next: Option<(Position, bool)>,
    now: CellLook,
}

impl CellWriter {
    /// Writes a cell.
    pub fn put(&mut self, at: Position, cell: &Cell, order: &mut String) {
        self.go(at, order);
        let wanted =
            CellLook { letters: cell.fg, ground: cell.bg, line: cell.underline_color, modifier: cell.modifier };
        let symbol = cell.symbol();
        let seen = (self.now.modifier | wanted.modifier).intersects(SEEN_ON_BLANKS);
        if symbol != " " || seen || wanted.ground != self.now.ground {
            self.dress(wanted, order);
        }
        order.push_str(symbol);
        self.next = Some((Position { x: at.x + 1, y: at.y }, symbol.len() == 1));
    }

    /// Resets colours and modifiers.
    pub fn end(&mut self, order: &mut String) {
        self.dress(CellLook::default(), order);
        self.next = None;
    }

    fn go(&self, to: Position, order: &mut String) {
        // Writing to a string cannot fail.
        let _ = match self.next {
            Some((next, _)) if next == to => Ok(()),
            // Terminals disagree about the width of some characters, so only after plain ones is the cursor's place known.
            Some((next, true)) if next.y == to.y && next.x + 1 == to.x => write!(order, "\x1b[C"),
            Some((next, true)) if next.y == to.y && next.x < to.x => write!(order, "\x1b[{}C", to.x - next.x),
            _ => write!(order, "\x1b[{};{}H", to.y + 1, to.x + 1),
        };
    }

    fn dress(&mut self, wanted: CellLook, order: &mut String) {
        let now = std::mem::replace(&mut self.now, wanted);
        if now == wanted {
            return;
        }
        if wanted == CellLook::default() {
            return order.push_str("\x1b[m");
        }
        let start = order.len();
        for (group, off) in OFF {
            let back = now.modifier.difference(wanted.modifier).intersects(group);
            if back {
                set(order, off);
            }
            let kept = if back { Modifier::empty() } else { now.modifier };
            let new = wanted.modifier.difference(kept) & group;
            ON.iter().filter(|(modifier, _)| new.contains(*modifier)).for_each(|(_, on)| set(order, on));
        }
        if now.letters != wanted.letters {
            colour(order, 3, wanted.letters);
        }
        if now.ground != wanted.ground {
            colour(order, 4, wanted.ground);
        }
        if now.line != wanted.line {
            colour(order, 5, wanted.line);
        }
        if order.len() > start {
            order.replace_range(start..=start, "\x1b[");
            order.push('m');
        }
    }
}

/// Adds a number to a sequence; the caller replaces the first separator.
fn set(order: &mut String, number: &str) {
    order.push(';');
    order.push_str(number);
}

/// Adds a colour: of the text (3), the background (4) or the underline (5).
fn colour(order: &mut String, of: u8, colour: Color) {
    // Writing to a string cannot fail.
    let _ = match (colour, place(colour)) {
        (Color::Rgb(red, green, blue), _) => write!(order, ";{of}8;2;{red};{green};{blue}"),
        (_, Some(place)) => write!(order, ";{of}8;5;{place}"),
        _ => write!(order, ";{of}9"),
    };
}

/// The index of a colour in the terminal's table.
fn place(colour: Color) -> Option<u8> {
    const TABLE: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match colour {
        Color::Indexed(place) => Some(place),
        named => TABLE.iter().position(|it| *it == named).and_then(|place| u8::try_from(place).ok()),
    }
}
