use std::sync::Arc;

use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use super::Kept;
use super::kept_rows::{KeptRows, RowSource, StyledFrom};
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
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_kept_a_frame_looks_as_one_drawn_anew(
        steps in prop::collection::vec((prop::sample::select(KEYS.to_vec()), 0usize..14), 1..32),
        from_right in any::<bool>(),
    ) {
        let mut reader = if from_right { reader_from_right() } else { Reader::bundled((120, 35)) };
        let (mut theme, mut canvases) = (Theme::dark(), blank(size(120, 35)));
        for (keys, also) in steps {
            match also {
                0 => reader.send(Event::Resized(size(80, 24))),
                1 => reader.send(Event::Resized(size(160, 35))),
                2 => theme = if theme == Theme::dark() { Theme::light() } else { Theme::dark() },
                _ => {}
            }
            reader.press(keys);
            let now = reader.app.desk.view.size;
            if canvases[0].0.area != area(now) {
                canvases = blank(now);
            }
            let mut anew = Buffer::filled(area(now), Cell::new("?"));
            let expected = draw_cells(&mut anew, &reader.app, &theme, &mut Kept::default());
            let (buf, kept) = &mut canvases[0];
            prop_assert_eq!(draw_cells(buf, &reader.app, &theme, kept), expected);
            prop_assert_eq!(&*buf, &anew, "{}", keys);
            let [(next, kept), (shown, before)] = &canvases;
            for row in 0..usize::from(now.height) {
                for shared in kept.shared(before, row) {
                    let place = |column: usize| row * usize::from(now.width) + column;
                    let cells = place(shared.start)..place(shared.end);
                    prop_assert_eq!(&next.content[cells.clone()], &shown.content[cells]);
                }
            }
            canvases.swap(0, 1);
        }
    }
}

fn area(size: Size) -> Rect {
    Rect::new(0, 0, size.width, size.height)
}

fn blank(size: Size) -> [(Buffer, Kept); 2] {
    [(); 2].map(|()| (Buffer::empty(area(size)), Kept::default()))
}

/// Two articles in Hebrew, which are set from the right.
fn reader_from_right() -> Reader {
    let text =
        "הנמל נפתח ביום שלישי אחרי שבע שנים.\n\nהדייגים חזרו הביתה עם סלים ריקים, וראש העיר הבטיח רציף חדש.\n\nA line.";
    let other = text.replace("שבע", "שמונה");
    Reader::open(&[("a", text), ("b", &other)], (120, 35))
}

fn article(text: &str) -> Arc<Article> {
    let disk = DiskMap::identity(text.len());
    Arc::new(Article::new("a".to_owned(), Origin::Stdin, text.to_owned(), disk))
}

#[test]
fn a_row_is_set_again_only_where_something_about_it_is_another() {
    let row = Rect::new(2, 1, 4, 1);
    let (text, other) = (article("a b c"), article("a b c"));
    let [plain, red] = [Style::new(), Style::new().fg(Color::Red)].map(|style| vec![StyledFrom { from: 0, style }]);
    let spans = [Span::new(0, 3), Span::new(0, 5)];
    let (mut buf, mut kept) = (Buffer::empty(Rect::new(0, 0, 8, 3)), KeptRows::default());
    let mut is_set =
        |areas: &[Rect], article: &Arc<Article>, spans: [Span; 2], measure: usize, styles: &[StyledFrom]| {
            kept.begin(areas.to_vec(), &mut buf);
            let mut is_set = false;
            let source = RowSource { article: Arc::clone(article), spans, measure, styles: styles.to_vec() };
            kept.row(row, source, &mut buf, |_, buf| {
                is_set = true;
                assert_eq!(buf[(2, 1)].symbol(), " ", "it is blank before it is set");
                buf[(2, 1)].set_symbol("x");
            });
            assert_eq!(buf[(2, 1)].symbol(), "x");
            is_set
        };
    let (pane, wider) = ([Rect { height: 2, ..row }], [Rect { height: 2, width: 5, ..row }]);
    assert!(is_set(&pane, &text, spans, 4, &plain));
    assert!(!is_set(&pane, &text, spans, 4, &plain));
    assert!(is_set(&pane, &other, spans, 4, &plain), "the same words of another article");
    assert!(is_set(&pane, &other, [Span::new(2, 5), spans[1]], 4, &plain));
    assert!(is_set(&pane, &other, [spans[0]; 2], 4, &plain));
    assert!(is_set(&pane, &other, [spans[0]; 2], 5, &plain));
    assert!(is_set(&pane, &other, [spans[0]; 2], 5, &red));
    assert!(is_set(&wider, &other, [spans[0]; 2], 5, &red), "rows of text stand elsewhere");
    assert!(!is_set(&wider, &other, [spans[0]; 2], 5, &red));
    assert!(is_set(&[], &other, [spans[0]; 2], 5, &red), "no rows of text are kept");
    assert!(is_set(&[], &other, [spans[0]; 2], 5, &red));
}
