//! From cells to an SVG that looks alike wherever it is drawn: each word has its own place and width, and no text has a space in it.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The size of a cell in pixels.
const CELL: (f64, f64) = (8.4, 18.0);
/// Pixels around the screen.
const AROUND: f64 = 12.0;

/// The terminal's own colours: those of text and of the background.
#[derive(Clone, Copy)]
pub struct Page {
    ink: &'static str,
    ground: &'static str,
}

pub const NIGHT: Page = Page { ink: "#c8ccd2", ground: "#14171c" };
pub const DAY: Page = Page { ink: "#24292f", ground: "#ffffff" };

/// Writes a screen as an SVG.
pub fn svg(buffer: &Buffer, page: Page) -> String {
    let mut svg = head((buffer.area.width, buffer.area.height), page);
    for y in 0..buffer.area.height {
        row(&mut svg, (buffer, y), page);
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// Writes the beginning: the background, and the group that all rows belong to.
pub fn head((width, height): (u16, u16), page: Page) -> String {
    let (width, height) = (f64::from(width) * CELL.0 + 2.0 * AROUND, f64::from(height) * CELL.1 + 2.0 * AROUND);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"-{AROUND} -{AROUND} {width:.1} {height:.1}\">\n\
         <rect x=\"-{AROUND}\" y=\"-{AROUND}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"8\" fill=\"{}\"/>\n\
         <g font-family=\"'DejaVu Sans Mono','Cascadia Mono',Menlo,Consolas,monospace\" font-size=\"14\">\n",
        page.ground
    )
}

/// Writes the cells of a screen, a row on a line; a cell without a symbol of its own is a space.
pub fn cells(buffer: &Buffer) -> String {
    let row = |y| (0..buffer.area.width).filter_map(move |x| Some(buffer.cell((x, y))?.symbol()));
    (0..buffer.area.height).map(|y| row(y).collect::<String>() + "\n").collect()
}

/// Writes a row: first what lies under the words, then the words.
pub fn row(svg: &mut String, (buffer, y): (&Buffer, u16), page: Page) {
    for (x, cells) in groups(buffer, y, |a, b| a.style() == b.style()) {
        under(svg, (x, y), (&cells, page));
    }
    let joins = |a: &Cell, b: &Cell| a.style() == b.style() && is_plain(a) && is_plain(b);
    for (x, cells) in groups(buffer, y, joins) {
        word(svg, (x, y), (&cells, page));
    }
}

/// Tells whether a cell is part of a word. Lines and marks may come from another font, so each of them gets its own place.
fn is_plain(cell: &Cell) -> bool {
    cell.symbol().chars().all(|c| c.is_alphanumeric() || c.is_ascii_punctuation() || "‘’“”–—".contains(c))
}

/// Gives the groups of neighbouring cells of a row that belong together, each with its first column.
fn groups(buffer: &Buffer, y: u16, joins: impl Fn(&Cell, &Cell) -> bool) -> Vec<(u16, Vec<&Cell>)> {
    let mut groups: Vec<(u16, Vec<&Cell>)> = Vec::new();
    for x in 0..buffer.area.width {
        let Some(cell) = buffer.cell((x, y)) else { continue };
        match groups.last_mut() {
            Some((_, group)) if group.last().is_some_and(|last| joins(last, cell)) => group.push(cell),
            _ => groups.push((x, vec![cell])),
        }
    }
    groups
}

fn place((x, y): (u16, u16), cells: usize) -> (f64, f64, f64) {
    (f64::from(x) * CELL.0, f64::from(y) * CELL.1, cells as f64 * CELL.0)
}

fn colours(cell: &Cell, page: Page) -> (String, String) {
    let (ink, ground) = (hex(cell.fg, page.ink), hex(cell.bg, page.ground));
    if cell.modifier.contains(Modifier::REVERSED) { (ground, ink) } else { (ink, ground) }
}

fn under(svg: &mut String, at: (u16, u16), (cells, page): (&[&Cell], Page)) {
    let Some(cell) = cells.first() else { return };
    let (ink, ground) = colours(cell, page);
    let (left, top, width) = place(at, cells.len());
    if ground != page.ground {
        let height = CELL.1;
        let _ = writeln!(
            svg,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height}\" fill=\"{ground}\"/>"
        );
    }
    let blank = cells.iter().all(|cell| cell.symbol().trim().is_empty());
    if cell.modifier.contains(Modifier::UNDERLINED) && !blank {
        let color = if cell.underline_color == Color::Reset { ink } else { hex(cell.underline_color, page.ink) };
        let y = top + CELL.1 - 2.5;
        let _ =
            writeln!(svg, "<rect x=\"{left:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"1\" fill=\"{color}\"/>");
    }
}

fn word(svg: &mut String, at: (u16, u16), (cells, page): (&[&Cell], Page)) {
    let Some(cell) = cells.first() else { return };
    let text: String = cells.iter().map(|cell| cell.symbol()).collect();
    if text.trim().is_empty() {
        return;
    }
    let (ink, _) = colours(cell, page);
    let (left, top, width) = place(at, cells.len());
    let look = [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::DIM, " opacity=\"0.6\""),
        (Modifier::CROSSED_OUT, " text-decoration=\"line-through\""),
    ];
    let look: String =
        look.iter().filter(|(m, _)| cell.modifier.contains(*m)).map(|(_, attribute)| *attribute).collect();
    let _ = writeln!(
        svg,
        "<text xml:space=\"preserve\" x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{width:.1}\" fill=\"{ink}\"{look}>{}</text>",
        top + 13.5,
        escaped(&text)
    );
}

fn hex(color: Color, otherwise: &str) -> String {
    match color {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        _ => otherwise.to_owned(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
