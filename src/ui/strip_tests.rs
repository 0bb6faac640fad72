//! The strip, one letter per cell.

use super::desk::desk;
use super::strip::window;
use crate::app::{Stretch, stretches};
use crate::text::{Side, Span};

fn letters(side: Side, height: usize) -> String {
    let app = desk((80, 24), &[]);
    let letter = |stretch: &Stretch| match stretch {
        Stretch::Only => '.',
        Stretch::Hidden => 'h',
        Stretch::Alone => 'a',
        Stretch::Echo(_) => 'o',
        Stretch::Shared(_) => 's',
    };
    stretches(&app.desk, app.desk.row.ix(side), height).iter().map(letter).collect()
}

#[test]
fn shows_what_is_shared_and_hidden_in_the_whole_article() {
    assert_eq!(letters(Side::Left, 48), "sssssssssssssssssssssssssssss..ssssssssshhhhhhhh");
    assert_eq!(letters(Side::Left, 3), "sss");
    assert_eq!(letters(Side::Left, 0), "");
}

#[test]
fn the_window_is_in_proportion_and_never_empty() {
    let whole = Span::new(0, 1000);
    let table = [
        (Some(Span::new(0, 500)), 10, 0..5),
        (Some(Span::new(990, 1000)), 10, 9..10),
        (Some(Span::new(0, 1)), 10, 0..1),
        (Some(Span::new(0, 1000)), 10, 0..0),
        (None, 10, 0..0),
        (Some(Span::new(0, 1)), 0, 0..0),
    ];
    for (shown, height, rows) in table {
        assert_eq!(window(shown, whole, height), rows, "{shown:?} in {height}");
    }
    assert_eq!(window(Some(Span::default()), Span::default(), 10), 0..0);
}
