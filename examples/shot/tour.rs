//! The animated tour: a script of keys, each screen shown for a while, in one SVG that repeats.
//!
//! A row that stays the same from one screen to the next is written once, with the time for which it is seen.

use std::fmt::Write as _;

use ibid::article::bundled;
use ibid::ui::Theme;
use ratatui::buffer::Buffer;

use super::svg::{Page, head, row};
use super::{drawn, opened, press};

/// The screen of the tour.
const SIZE: (u16, u16) = (110, 30);

/// What is pressed, and how many seconds its screen is shown. Half a minute in all.
const SCRIPT: [(&str, f64); 12] = [
    ("", 3.0),
    ("n", 3.0),
    ("n", 2.5),
    ("n", 2.5),
    ("a", 3.5),
    ("Esc", 1.0),
    ("o", 1.0),
    ("n", 3.0),
    ("Esc", 0.5),
    ("m", 3.5),
    ("Esc", 1.0),
    ("?", 4.0),
];

/// Writes the tour.
pub fn tour(theme: &Theme, page: Page) -> String {
    let mut app = opened(bundled(), SIZE);
    let mut screens: Vec<(Buffer, f64)> = Vec::new();
    for (keys, seconds) in SCRIPT {
        if !keys.is_empty() {
            press(&mut app, keys);
        }
        screens.push((drawn(&app, SIZE, theme), seconds));
    }
    let all: f64 = screens.iter().map(|(_, seconds)| seconds).sum();
    let mut svg = head(SIZE, page);
    for y in 0..SIZE.1 {
        let mut begun = 0.0;
        let mut at = 0;
        while let Some((screen, seconds)) = screens.get(at) {
            let mut text = String::new();
            row(&mut text, (screen, y), page);
            let (mut end, mut next) = (begun + seconds, at + 1);
            while let Some((other, seconds)) = screens.get(next).filter(|(other, _)| same(screen, other, y)) {
                let _ = other;
                end += seconds;
                next += 1;
            }
            shown(&mut svg, &text, (begun / all, end / all, all));
            (begun, at) = (end, next);
        }
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn same(one: &Buffer, other: &Buffer, y: u16) -> bool {
    (0..SIZE.0).all(|x| one.cell((x, y)) == other.cell((x, y)))
}

/// Writes a row that is seen from one part of the time to another; without animation only what is seen first shows.
fn shown(svg: &mut String, text: &str, (from, to, all): (f64, f64, f64)) {
    if text.is_empty() {
        return;
    }
    if from == 0.0 && to >= 1.0 {
        svg.push_str(text);
        return;
    }
    let (values, times) = match (from > 0.0, to < 1.0) {
        (false, _) => ("visible;hidden".to_owned(), format!("0;{to:.4}")),
        (true, true) => ("hidden;visible;hidden".to_owned(), format!("0;{from:.4};{to:.4}")),
        (true, false) => ("hidden;visible".to_owned(), format!("0;{from:.4}")),
    };
    let first = if from > 0.0 { "hidden" } else { "visible" };
    let _ = writeln!(
        svg,
        "<g visibility=\"{first}\"><animate attributeName=\"visibility\" values=\"{values}\" keyTimes=\"{times}\" \
         calcMode=\"discrete\" dur=\"{all}s\" repeatCount=\"indefinite\"/>\n{text}</g>"
    );
}
