//! The strip is kept between frames, and always equals a new sampling.

use std::borrow::Cow;

use super::reader::Reader;
use super::{Event, stretches};

/// Whether every strip on the screen is kept, and whether the kept ones equal a new sampling.
fn kept(reader: &mut Reader) -> bool {
    let desk = &mut reader.app.desk;
    let height = desk.geometry().rows();
    super::shown_panes(desk).into_iter().all(|pane| {
        let kept = stretches(desk, pane, height);
        let is_kept = matches!(kept, Cow::Borrowed(_));
        let kept = kept.into_owned();
        if let Some(pane) = desk.row.get_mut(pane) {
            pane.strip = Default::default();
        }
        let now = stretches(desk, pane, height);
        is_kept && matches!(now, Cow::Owned(_)) && *now == kept
    })
}

#[test]
fn it_shows_what_is_shared_hidden_and_lit_whatever_is_pressed() {
    let mut reader = Reader::bundled((120, 30));
    assert!(kept(&mut reader), "at the start");
    for keys in ["n", "G", "o", "o", "v", "x", "u", "H", "2", "3", "X Enter", "|", "Tab", "D", "D"] {
        // Any event samples what the check before has removed.
        reader.send(Event::Pasted(String::new()));
        reader.press(keys);
        if reader.app.desk.diff.view.is_none() {
            assert!(kept(&mut reader), "{keys}");
        }
    }
}
