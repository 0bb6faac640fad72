//! The margin, drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::Theme;
use super::connectors::{Connector, LinkOrder, Look};
use super::desk::{characters, letters};
use super::margin::{MarginView, Voice};
use super::visible_rows::End::{self, Above, At, Below};
use crate::collate::Class;
use crate::text::Pair;

const KEPT: Look = Look::Shared(Class::Verbatim, LinkOrder::Kept);
const MOVED: Look = Look::Shared(Class::Edited, LinkOrder::Moved);

fn drawn(links: &[(End, End, Look)], (width, height): (u16, u16)) -> Buffer {
    let connectors: Vec<Connector> = links
        .iter()
        .map(|&(left, right, look)| Connector { ends: Pair::new(left, right), look, paragraph_ids: Pair::default() })
        .collect();
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    MarginView { connectors: &connectors, voice: Voice::Full, theme: &Theme::lettered() }.render(area, &mut buffer);
    buffer
}

fn check(links: &[(End, End, Look)], expected: &[&str]) {
    let buffer = drawn(links, (7, expected.len() as u16));
    let rows = characters(&buffer);
    assert_eq!(rows.lines().collect::<Vec<_>>(), expected, "\n{rows}");
}

#[test]
fn a_straight_link_is_a_straight_line() {
    check(&[(At(1), At(1), KEPT)], &["", " ──────", ""]);
    check(&[(At(0), At(0), Look::Now)], &[" ━━━━━━"]);
    check(&[(At(0), At(0), Look::Echo)], &[" ┄┄┄┄┄┄"]);
}

#[test]
fn a_link_goes_up_and_down() {
    check(&[(At(0), At(2), KEPT)], &[" ───╮", "    │", "    ╰──"]);
    check(&[(At(2), At(0), KEPT)], &["    ╭──", "    │", " ───╯"]);
    check(&[(At(0), At(2), Look::Now)], &[" ━━━┓", "    ┃", "    ┗━━"]);
}

#[test]
fn links_of_the_same_slant_do_not_cross() {
    check(
        &[(At(0), At(2), KEPT), (At(1), At(3), KEPT), (At(2), At(4), KEPT)],
        &[" ─────╮", " ───╮ │", " ─╮ │ ╰", "  │ ╰──", "  ╰────"],
    );
}

#[test]
fn crossing_links_cross_once() {
    let rows = characters(&drawn(&[(At(0), At(3), KEPT), (At(3), At(0), MOVED)], (7, 4)));
    assert_eq!(rows.matches('┼').count() + rows.matches('┴').count() + rows.matches('┬').count(), 2, "\n{rows}");
}

#[test]
fn one_paragraph_linked_to_two_forks() {
    check(&[(At(0), At(2), KEPT), (At(0), At(4), KEPT)], &[" ────╮", "     │", "     ├─", "     │", "     ╰─"]);
    check(&[(At(0), At(0), KEPT), (At(0), At(2), KEPT)], &[" ───┬──", "    │", "    ╰──"]);
}

#[test]
fn the_current_link_passes_over_and_is_joined() {
    check(&[(At(1), At(1), Look::Now), (At(0), At(2), KEPT)], &[" ───╮", " ━━━━━━", "    ╰──"]);
    check(&[(At(1), At(1), Look::Now), (At(0), At(1), KEPT)], &[" ───╮", " ━━━┷━━"]);
}

#[test]
fn an_end_off_the_screen_is_pointed_to() {
    check(&[(At(0), Below, KEPT), (Above, At(1), MOVED)], &[" ─↓", "     ↑─"]);
}

#[test]
fn more_links_than_columns_become_stubs() {
    let links: Vec<_> = (0..9).map(|row| (At(row), At(row + 20), KEPT)).collect();
    let rows = characters(&drawn(&links, (5, 32)));
    assert_eq!(rows.matches('╮').count(), 4, "\n{rows}");
    assert_eq!((rows.matches('↓').count(), rows.matches('↑').count()), (5, 5), "\n{rows}");
}

#[test]
fn an_echo_gives_way() {
    let mut links: Vec<_> = (0..4).map(|row| (At(row), At(row + 20), Look::Echo)).collect();
    links.extend((4..8).map(|row| (At(row), At(row + 20), KEPT)));
    let letters = letters(&drawn(&links, (5, 32)));
    assert_eq!(letters.lines().nth(15), Some(" 1111"), "\n{letters}");
}

#[test]
fn odd_sizes_draw_what_fits() {
    for size in [(0, 0), (1, 4), (2, 4), (3, 1), (250, 2)] {
        drawn(&[(At(0), At(9), KEPT), (At(9), At(0), Look::Now), (At(3), Above, Look::Echo)], size);
    }
}
