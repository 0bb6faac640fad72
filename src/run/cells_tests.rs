use std::io::{self, Write};

use proptest::prelude::*;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

use super::cells::{CellBackend, CellWriter};
use crate::ui::{Role, Theme};

const WIDTH: u16 = 12;
const HEIGHT: u16 = 4;

fn colours() -> impl Strategy<Value = Color> {
    prop::sample::select(vec![Color::Reset, Color::Red, Color::White, Color::Indexed(72), Color::Rgb(1, 2, 3)])
}

/// Cells in reading order with some left out, like the changed cells of a frame.
fn frames() -> impl Strategy<Value = Vec<(u16, u16, Cell)>> {
    let modifiers = prop::sample::subsequence(
        vec![Modifier::BOLD, Modifier::DIM, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED],
        0..4,
    );
    let symbols = prop::sample::select(vec![" ", "a", "b", "é", "字"]);
    let cell = (symbols, colours(), colours(), modifiers, any::<bool>());
    prop::collection::vec(cell, usize::from(WIDTH * HEIGHT)).prop_map(|cells| {
        let mut frame: Vec<(u16, u16, Cell)> = Vec::new();
        for (at, (symbol, letters, ground, modifiers, changed)) in cells.into_iter().enumerate() {
            let (x, y) = (at as u16 % WIDTH, at as u16 / WIDTH);
            let behind_wide =
                frame.last().is_some_and(|(last, row, cell)| cell.symbol() == "字" && *row == y && *last + 1 == x);
            let wide_at_the_end = symbol == "字" && x + 1 == WIDTH;
            if !changed || behind_wide || wide_at_the_end {
                continue;
            }
            let mut cell = Cell::default();
            cell.set_symbol(symbol).set_fg(letters).set_bg(ground);
            cell.modifier = modifiers.into_iter().fold(Modifier::empty(), Modifier::union);
            // The test terminal shows letters either bold or dim, whichever came last.
            if cell.modifier.contains(Modifier::BOLD) {
                cell.modifier.remove(Modifier::DIM);
            }
            frame.push((x, y, cell));
        }
        frame
    })
}

/// What a terminal shows after these bytes; of blanks only what is visible.
fn screen(bytes: &[u8]) -> Vec<String> {
    let mut terminal = vt100::Parser::new(HEIGHT.try_into().unwrap(), WIDTH.try_into().unwrap(), 0);
    terminal.process(bytes);
    let shown = |at: u16| {
        let cell = terminal.screen().cell(at / WIDTH, at % WIDTH).unwrap();
        let line = (cell.underline(), cell.inverse());
        let blank = cell.contents().trim().is_empty() && !cell.inverse();
        let letters =
            (!blank).then(|| (cell.contents().to_owned(), cell.fgcolor(), cell.bold(), cell.dim(), cell.italic()));
        format!("{letters:?} {:?} {line:?}", cell.bgcolor())
    };
    (0..WIDTH * HEIGHT).map(shown).collect()
}

fn written(frame: &[(u16, u16, Cell)]) -> String {
    let (mut writer, mut order) = (CellWriter::default(), String::new());
    frame.iter().for_each(|(x, y, cell)| writer.put(Position { x: *x, y: *y }, cell, &mut order));
    writer.end(&mut order);
    order
}

proptest! {
    #[test]
    fn a_frame_looks_as_the_library_draws_it_and_takes_no_more_bytes(frame in frames()) {
        let mut library = Vec::new();
        crossterm_colours();
        CrosstermBackend::new(&mut library).draw(frame.iter().map(|(x, y, cell)| (*x, *y, cell))).unwrap();
        let own = written(&frame);
        prop_assert_eq!(screen(own.as_bytes()), screen(&library), "{:?}", own);
        prop_assert!(own.len() <= library.len());
    }
}

/// The test environment may ask for no colours.
fn crossterm_colours() {
    super::terminal::force_colours();
}

#[test]
fn only_what_differs_is_set_and_blanks_take_the_colour_of_their_letters() {
    let cell = |symbol: &str, letters: Color, modifier: Modifier| {
        let mut cell = Cell::default();
        cell.set_symbol(symbol).set_fg(letters);
        cell.modifier = modifier;
        cell
    };
    let plain = Modifier::empty();
    let frame = [
        (2, 0, cell("a", Color::Indexed(72), plain)),
        (3, 0, cell(" ", Color::Reset, plain)),
        (4, 0, cell("b", Color::Indexed(72), Modifier::BOLD | Modifier::UNDERLINED)),
        (6, 0, cell("c", Color::Indexed(72), Modifier::BOLD)),
        (9, 0, cell("d", Color::Reset, plain)),
        (0, 1, cell("字", Color::Reset, plain)),
        (3, 1, cell("e", Color::Reset, plain)),
    ];
    let expected = "\x1b[1;3H\x1b[38;5;72ma \x1b[1;4mb\x1b[C\x1b[24mc\x1b[2C\x1b[md\x1b[2;1H字\x1b[2;4He";
    assert_eq!(written(&frame), expected);
}

#[test]
fn words_are_underlined_twice_where_the_theme_says_so() {
    let cell = |symbol: &str, modifier: Modifier| {
        let mut cell = Cell::default();
        cell.set_symbol(symbol);
        cell.modifier = modifier;
        cell
    };
    let changed = Theme::ansi16().underlined_twice().style(Role::Changed).add_modifier;
    let slight = Theme::ansi16().underlined_twice().style(Role::Slight).add_modifier;
    let frame = [(0, 0, cell("a", changed)), (1, 0, cell("b", slight)), (2, 0, cell("c", Modifier::BOLD))];
    assert_eq!(written(&frame), "\x1b[1;1H\x1b[1;4;4:2ma\x1b[22;24;4mb\x1b[1;24mc\x1b[m");
    assert_eq!(Theme::ansi16().style(Role::Changed).add_modifier, Modifier::BOLD | Modifier::UNDERLINED);
}

/// A writer that reports each flush.
#[derive(Default)]
struct Telling(Vec<&'static str>);

impl Write for &mut Telling {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.push("written");
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.push("flushed");
        Ok(())
    }
}

#[test]
fn a_frame_is_flushed_once_it_is_let_go() {
    let mut telling = Telling::default();
    let mut backend = CellBackend::new(&mut telling);
    backend.hold(true);
    backend.hide_cursor().unwrap();
    Backend::flush(&mut backend).unwrap();
    backend.hold(false);
    Backend::flush(&mut backend).unwrap();
    drop(backend);
    assert_eq!(telling.0.iter().filter(|it| **it == "flushed").count(), 1);
    assert_eq!(telling.0.last(), Some(&"flushed"));
}

#[test]
fn the_cursor_is_hidden_once_until_it_is_shown() {
    let mut written = Vec::new();
    let mut backend = CellBackend::new(&mut written);
    backend.hide_cursor().unwrap();
    backend.hide_cursor().unwrap();
    backend.show_cursor().unwrap();
    backend.hide_cursor().unwrap();
    drop(backend);
    assert_eq!(String::from_utf8(written).unwrap(), "\x1b[?25l\x1b[?25h\x1b[?25l");
}
