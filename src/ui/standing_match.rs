//! What the bottom line says of a match besides its class: whether it moved, its quotations, and what was decided.

use super::ink::Phrase;
use super::role::Role;
use crate::app::{App, Highlight, Standing};
use crate::collate::SentenceVerdict;
use crate::text::{Pair, Side, Span, quotations, visible};

/// Words that a quotation has at the least: fewer are a term.
const QUOTED: usize = 3;

/// Whether the match is moved, or anything of its paragraph: the gutter marks the rows of that, too.
pub(super) fn moved(app: &App, standing: &Standing<'_>) -> Option<&'static str> {
    let (link, focus) = (standing.paragraph_link, app.desk.row.focus);
    if link.moved {
        return (standing.of != Highlight::Moved).then_some("moved");
    }
    let collation = app.desk.collation()?;
    let mut here = collation.matches_in(focus, link.paragraph_ids[focus]).iter();
    here.any(|&at| collation.matches.get(at).is_some_and(|found| found.moved)).then_some("partly moved")
}

/// Whether all quotations of the match at the cursor stand word for word in quotations of the other side.
pub(super) fn quotes_verbatim(app: &App, standing: &Standing<'_>) -> bool {
    let quoted = |side: Side| {
        let article = app.desk.row[side].open_article();
        let spans = standing.matches.iter().flat_map(|found| {
            let passage = &found.passages[side];
            let paragraph = article.paragraphs.get(passage.paragraph_id.0).map_or(passage.span, |it| it.span);
            quotations(&article.text, paragraph).into_iter().filter(|it| it.overlaps(passage.span))
        });
        let words = |span: Span| -> Vec<String> {
            let letters =
                |word: &str| word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
            span.of(&article.text).split_whitespace().map(letters).collect()
        };
        spans.map(words).filter(|words| words.len() >= QUOTED).collect::<Vec<_>>()
    };
    let (here, there) = (quoted(app.desk.row.focus), quoted(app.desk.row.focus.other()));
    !here.is_empty() && here.iter().all(|quotation| there.contains(quotation))
}

/// Says what was decided about the match, and by whom.
pub(super) fn decided(app: &App, standing: &Standing<'_>) -> Phrase {
    let Some(found) = standing.matches.iter().find(|found| found.decided.is_some()) else { return Phrase::default() };
    let articles = Pair::from_fn(|side| app.desk.row[side].open_article().as_ref());
    let who = app.desk.library.rulings.who(articles, found.passages.as_ref().map(|passage| passage.span));
    let what = if found.decided == Some(SentenceVerdict::Unsure) { "decided unsure" } else { "decided" };
    let by = who.map_or_else(String::new, |who| format!(" by {}", visible(who)));
    Phrase::default().with(Role::Quiet, " · ").with(Role::Text, format!("{what}{by}"))
}
