//! What is highlighted on the screen.

use ratatui::buffer::Buffer;

use super::Role;
use super::desk::{characters, desk, drawn, letters};

/// The letters of the roles of the text of both panes, in reading order.
fn text(keys: &[&str]) -> String {
    of_panes(keys, letters)
}

/// The text of both panes, in the same order.
fn signs(keys: &[&str]) -> String {
    of_panes(keys, characters)
}

fn of_panes(keys: &[&str], layer: fn(&Buffer) -> String) -> String {
    let app = desk((100, 40), keys);
    let panes = app.desk.geometry().panes;
    let letters = layer(&drawn(&app));
    let rows = letters.lines().skip(usize::from(panes.left.text.y)).take(usize::from(panes.left.text.height));
    rows.flat_map(|row| {
        let cells: Vec<char> = row.chars().chain(std::iter::repeat(' ')).take(100).collect();
        [panes.left.text, panes.right.text].map(|part| {
            let from = usize::from(part.x);
            cells[from..from + usize::from(part.width)].iter().collect::<String>()
        })
    })
    .collect()
}

fn letter(role: Role) -> char {
    Role::ALL.iter().find(|(other, _)| *other == role).map_or('?', |(_, letter)| *letter)
}

#[test]
fn only_here_has_exactly_the_words_that_are_not_shared() {
    let (shared, alone, signs) = (text(&[]), text(&["o"]), signs(&["o"]));
    assert_eq!(shared.chars().count(), alone.chars().count());
    let mut lit = (0, 0);
    for ((shared, alone), sign) in shared.chars().zip(alone.chars()).zip(signs.chars()) {
        let only = alone == letter(Role::Alone);
        let unmarked = shared == letter(Role::Text);
        if shared == ' ' || shared == letter(Role::Hidden) {
            assert!([' ', letter(Role::Hidden), letter(Role::Alone)].contains(&alone), "{shared} and {alone}");
            continue;
        }
        assert!(only || alone == letter(Role::Faded), "{shared} and {alone}");
        if sign.is_alphanumeric() {
            assert_eq!(only, unmarked, "{shared} and {alone}");
            lit = (lit.0 + usize::from(only), lit.1 + usize::from(!only));
        }
    }
    assert!(lit.0 >= 10 && lit.1 > 200, "{lit:?}");
}

#[test]
fn a_mark_between_matches_is_not_lit_as_unmatched() {
    for keys in [&["o"][..], &["o", "o"]] {
        let (alone, signs) = (text(keys), signs(keys));
        let signs: Vec<char> = signs.chars().collect();
        let alone: Vec<char> = alone.chars().collect();
        let lit = |at: usize| alone.get(at).is_some_and(|role| *role == letter(Role::Alone));
        let mark = (0..signs.len()).find(|at| {
            let is_mark = !signs[*at].is_alphanumeric() && signs[*at] != ' ';
            is_mark && lit(*at) && !lit(at.wrapping_sub(1)) && !lit(at + 1)
        });
        let around = mark.map(|at| signs[at.saturating_sub(20)..(at + 20).min(signs.len())].iter().collect::<String>());
        assert_eq!(around, None, "{keys:?}");
    }
}

#[test]
fn a_class_is_lit_alone() {
    let verbatim = text(&["f"]);
    let edited = text(&["f", "f"]);
    assert!(verbatim.contains(letter(Role::Verbatim)) && !verbatim.contains(letter(Role::Edited)));
    assert!(edited.contains(letter(Role::Edited)) && !edited.contains(letter(Role::Verbatim)));
    let reworded = characters(&drawn(&desk((100, 40), &["f", "f", "f"])));
    assert!(reworded.contains("No reworded matches here; f shows the next class"), "{reworded}");
}
