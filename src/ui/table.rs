//! The usual table of 256 colours: a 6×6×6 cube and a row of greys.

use ratatui::style::Color;

/// The steps of the cube, which comes after the terminal's own sixteen colours.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
const CUBE: u8 = 16;
/// The greys: how many, how bright the first is, and how much brighter each next one.
const GREYS: u8 = 24;
const FIRST_GREY: u8 = 8;
const GREY_STEP: u8 = 10;

/// The colour of the table nearest to a 24-bit colour; any other colour stays the same.
pub(super) fn nearest(color: Color) -> Color {
    let Color::Rgb(red, green, blue) = color else { return color };
    let wanted = [red, green, blue];
    let [r, g, b] = wanted.map(step);
    let cube = (CUBE + 36 * r.0 + 6 * g.0 + b.0, [r.1, g.1, b.1]);
    let greys = (0..GREYS).map(|grey| (u8::MAX - (GREYS - 1) + grey, [FIRST_GREY + GREY_STEP * grey; 3]));
    let nearest = std::iter::once(cube).chain(greys).min_by_key(|(_, known)| distance(wanted, *known));
    nearest.map_or(color, |(index, _)| Color::Indexed(index))
}

fn step(wanted: u8) -> (u8, u8) {
    let steps = (0..).zip(STEPS);
    steps.min_by_key(|(_, known)| known.abs_diff(wanted)).unwrap_or_default()
}

fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    one.into_iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
}
