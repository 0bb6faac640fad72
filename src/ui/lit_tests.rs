//! What is highlighted on the screen.

use super::Role;
use super::desk::{characters, desk, drawn, letters};

/// The letters of the roles of the text of both panes, in reading order.
fn text(keys: &[&str]) -> String {
    let app = desk((100, 40), keys);
    let panes = app.desk.geometry().panes;
    let letters = letters(&drawn(&app));
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
fn only_here_is_the_exact_complement_of_what_is_shared() {
    let (shared, alone) = (text(&[]), text(&["o"]));
    assert_eq!(shared.chars().count(), alone.chars().count());
    let mut lit = (0, 0);
    for (shared, alone) in shared.chars().zip(alone.chars()) {
        let only = alone == letter(Role::Alone);
        let unmarked = shared == letter(Role::Text);
        if shared == ' ' || shared == letter(Role::Hidden) {
            assert!([' ', letter(Role::Hidden), letter(Role::Alone)].contains(&alone), "{shared} and {alone}");
            continue;
        }
        assert_eq!(only, unmarked, "{shared} and {alone}");
        assert_eq!(alone == letter(Role::Faded), !unmarked, "{shared} and {alone}");
        lit = (lit.0 + usize::from(only), lit.1 + usize::from(!only));
    }
    assert!(lit.0 >= 20 && lit.1 > 200, "{lit:?}");
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
