use std::sync::Arc;

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use super::kept::{Kept, RowSource, StyledFrom};
use super::{Theme, draw_cells};
use crate::app::reader::Reader;
use crate::app::{Event, Size};
use crate::article::{Article, DiskMap, Origin};
use crate::text::Span;

const KEYS: [&str; 40] = [
    "n",
    "N",
    "j",
    "j",
    "k",
    "G",
    "gg",
    "Tab",
    "v",
    "X",
    "x",
    "H",
    "?",
    "u",
    "2",
    "Ctrl-d",
    "Ctrl-u",
    "Ctrl-e",
    "Esc",
    "Enter",
    "L",
    "/ t h e Enter",
    "e",
    "↓",
    "R",
    "B",
    "]",
    "y",
    "Space",
    "D",
    "J",
    "|",
    "\\",
    "o",
    "f",
    "=",
    "S",
    "m",
    "a",
    "z",
];

fn size(width: u16, height: u16) -> Size {
    Size { width, height }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_kept_a_frame_looks_as_one_drawn_anew(
        steps in prop::collection::vec((prop::sample::select(KEYS.to_vec()), 0usize..12), 1..24),
    ) {
        let mut reader = Reader::bundled((120, 35));
        let (mut kept, mut theme) = (Kept::default(), Theme::dark());
        for (keys, also) in steps {
            match also {
                0 => reader.send(Event::Resized(size(80, 24))),
                1 => reader.send(Event::Resized(size(160, 35))),
                2 => theme = if theme == Theme::dark() { Theme::light() } else { Theme::dark() },
                _ => {}
            }
            reader.press(keys);
            let Size { width, height } = reader.app.desk.view.size;
            let [mut saved, mut anew] = [(); 2].map(|()| Buffer::empty(Rect::new(0, 0, width, height)));
            let cursor = draw_cells(&mut saved, &reader.app, &theme, &mut kept);
            prop_assert_eq!(cursor, draw_cells(&mut anew, &reader.app, &theme, &mut Kept::default()));
            prop_assert_eq!(saved, anew, "{}", keys);
        }
    }
}

fn article(text: &str) -> Arc<Article> {
    Arc::new(Article::new("a".to_owned(), Origin::Stdin, text.to_owned(), DiskMap::identity(text.len())))
}

#[test]
fn a_row_is_set_again_only_where_something_about_it_is_another() {
    let area = Rect::new(2, 1, 4, 1);
    let (text, other) = (article("a b c"), article("a b c"));
    let plain = vec![StyledFrom { from: 0, style: Style::new() }];
    let red = vec![StyledFrom { from: 0, style: Style::new().fg(Color::Red) }];
    let spans = [Span::new(0, 3), Span::new(0, 5)];
    let mut kept = Kept::default();
    let mut is_set =
        |area: Rect, article: &Arc<Article>, spans: [Span; 2], measure: usize, styles: &Vec<StyledFrom>| {
            let (mut buf, mut is_set) = (Buffer::empty(Rect::new(0, 0, 8, 3)), false);
            let source = RowSource { article: Arc::clone(article), spans, measure, styles: styles.clone() };
            kept.row(area, source, &mut buf, |_, buf| {
                is_set = true;
                buf[(area.x, area.y)].set_symbol("x");
            });
            assert_eq!(buf[(area.x, area.y)].symbol(), "x");
            is_set
        };
    assert!(is_set(area, &text, spans, 4, &plain));
    assert!(!is_set(area, &text, spans, 4, &plain));
    assert!(is_set(area, &other, spans, 4, &plain), "the same words of another article");
    assert!(is_set(area, &other, [Span::new(2, 5), spans[1]], 4, &plain));
    assert!(is_set(area, &other, spans, 4, &plain));
    assert!(is_set(area, &other, [spans[0], spans[0]], 4, &plain));
    assert!(is_set(area, &other, [spans[0], spans[0]], 5, &plain));
    assert!(is_set(area, &other, [spans[0], spans[0]], 5, &red));
    let below = Rect { y: 2, ..area };
    assert!(is_set(below, &other, [spans[0], spans[0]], 5, &red));
    assert!(!is_set(area, &other, [spans[0], spans[0]], 5, &red), "each row is kept by itself");
}
