//! How the paragraphs of a text are broken into lines, so that a paragraph of another text can be set alike.

use unicode_width::UnicodeWidthStr;

use crate::article::Article;
use crate::merge::{UNWRAPPED, hanging, widest, wrapped};
use crate::text::{Span, flow};

/// How many wrapped paragraphs are needed for each line that is wider than they are (chosen).
const WRAPPED_TO_WIDE: usize = 4;

/// How the paragraphs of a text are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineSetting {
    /// In lines of at most so many cells.
    Wrapped(usize),
    /// Each on one line.
    OneLine,
    /// Unknown.
    Unknown,
}

/// Returns how the paragraphs of a text are set.
pub(super) fn setting_of(article: &Article) -> LineSetting {
    let (mut widths, mut single) = (Vec::new(), Vec::new());
    for paragraph in &article.paragraphs {
        let said = paragraph.span.of(&article.text);
        match widest(said) {
            Some(width) => widths.push(width),
            None => single.push(said.width()),
        }
    }
    widths.sort_unstable();
    // A line that cannot be broken may be wider than the text.
    let Some(width) = widths.get(widths.len().saturating_sub(1) * 9 / 10).copied() else {
        let long = single.iter().any(|width| *width > UNWRAPPED);
        return if long { LineSetting::OneLine } else { LineSetting::Unknown };
    };
    let wide = single.iter().filter(|single| **single > width).count();
    if widths.len() >= wide * WRAPPED_TO_WIDE { LineSetting::Wrapped(width) } else { LineSetting::Unknown }
}

/// Returns the text of a paragraph, set so; `like` is the paragraph that it replaces, if any.
pub(super) fn set_so(article: &Article, span: Span, setting: LineSetting, like: Option<&str>) -> String {
    let said = span.of(&article.text);
    let line = flow(&article.text, span);
    match setting {
        LineSetting::Unknown => said.to_owned(),
        LineSetting::OneLine => line,
        LineSetting::Wrapped(width) => {
            let head = before(article, span);
            let hang = hanging(said).or_else(|| like.and_then(hanging)).map(str::to_owned);
            let hang =
                hang.unwrap_or_else(|| if head.trim().is_empty() { head.to_owned() } else { " ".repeat(head.width()) });
            wrapped(&line, width, head.width(), &hang)
        }
    }
}

/// Returns what is before a paragraph on its first line.
fn before(article: &Article, span: Span) -> &str {
    let text = article.text.get(..span.start()).unwrap_or_default();
    text.rfind('\n').map_or(text, |at| &text[at + 1..])
}
