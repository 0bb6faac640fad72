//! Copies a passage with its source, opens a file in the editor, and reloads files.

use super::at_cursor::shared_here;
use super::desk::Desk;
use super::reopen::read_anew;
use super::stale::changed_on_disk;
use super::stale::has_new;
use super::stale::open_new;
use super::status::STILL_READING;
use crate::app::jobs::Edit;
use std::path::PathBuf;
use std::sync::Arc;

use crate::app::jobs::Effect;
use crate::app::jobs::Reread;
use crate::app::keys::Action;
use crate::article::{Article, Extent, Origin};
use crate::text::{Side, Span, one_line, plural, visible};

/// A passage to copy, with its article.
#[derive(Clone, Debug)]
pub(in crate::app) struct Excerpt {
    pub article: Arc<Article>,
    pub span: Span,
}

impl Excerpt {
    /// Formats the passage as a citation: the words, then where they are.
    fn cited(&self) -> String {
        let Self { article, span } = self;
        let words = one_line(article.text.get(span.range()).unwrap_or_default());
        let (source, name) = (article.origin.source(), &article.name);
        let source = match &article.meta.title {
            Some(_) => format!(" ({name})"),
            None if source.is_empty() || source == *name => String::new(),
            None => format!(" ({source})"),
        };
        let cited = format!("{words}\n— {}{source}, {}", article.cited(), article.placed(span.start()));
        cited.lines().map(|line| visible(line).into_owned()).collect::<Vec<_>>().join("\n")
    }
}

/// Copies the current match from both articles, or the paragraph under the cursor, each with its source and paragraph number.
pub(in crate::app) fn copy(desk: &mut Desk) {
    let parts = to_copy(desk, None);
    copy_parts(desk, &parts);
}

/// Copies passages, each with its source and paragraph number; returns whether there was anything to copy.
pub(in crate::app) fn copy_parts(desk: &mut Desk, parts: &[Excerpt]) -> bool {
    let words: usize = parts.iter().map(|part| part.article.tokens_in(part.span).len()).sum();
    if words == 0 {
        desk.warn("Nothing to copy here");
        return false;
    }
    let cited: Vec<String> = parts.iter().map(Excerpt::cited).collect();
    let both = match parts.len() {
        0 | 1 => "",
        2 => " from both articles",
        _ => " from all of these articles",
    };
    let words = plural(words, "word");
    desk.say(format!("Copied {words}{both}, with the source"));
    desk.ask(Effect::Copy(cited.join("\n\n")));
    true
}

/// What to copy: the marked text, else the current match from both articles, else the paragraph under the cursor.
pub(in crate::app) fn to_copy(desk: &Desk, marked: Option<Span>) -> Vec<Excerpt> {
    let of = |side: Side, span: Span| Excerpt { article: Arc::clone(desk.row[side].open_article()), span };
    if let Some(marked) = marked {
        return vec![of(desk.row.focus, marked)];
    }
    let pane = desk.focused();
    if let Some(shared) = shared_here(desk) {
        return [desk.row.focus, desk.row.focus.other()].map(|side| of(side, shared[side])).to_vec();
    }
    let paragraph = pane.open_article().paragraphs.get(pane.paragraph_id().0);
    paragraph.map(|paragraph| of(desk.row.focus, paragraph.span)).into_iter().collect()
}

/// Opens the article in the reader's editor, at the cursor's line.
pub(in crate::app) fn edit(desk: &mut Desk) {
    let pane = desk.focused();
    let article = pane.open_article();
    match &article.origin {
        _ if desk.library.is_reading() || article.extent == Extent::Head => desk.warn(STILL_READING),
        Origin::File { place, .. } => {
            let path = article.origin.place_of_file().unwrap_or_else(|| place.clone());
            let edit = Edit { article: pane.article, path, line: line_in_file(article, pane.cursor), text: None };
            desk.ask(Effect::Edit(edit));
        }
        Origin::Stdin => desk.warn("Not read from a file; nothing to open"),
        Origin::Bundled(_) => desk.warn("Not backed by a file; nothing to open"),
    }
}

/// The line in the file of a place in an article; the first line if the text was extracted.
fn line_in_file(article: &Article, place: usize) -> usize {
    if article.extracted || article.origin.is_part() {
        return 1;
    }
    article.text.get(..place).unwrap_or_default().matches('\n').count() + 1
}

/// Reads an article again after the editor closed; says what went wrong if it could not be opened.
pub(in crate::app) fn take_edited(desk: &mut Desk, article: usize, outcome: Result<(), String>) {
    desk.message = None;
    if let Err(reason) = outcome {
        desk.warn(reason);
    }
    reread(desk, &[article]);
}

/// Reads the focused article and all changed ones again; if there are new articles, reads everything.
pub(in crate::app) fn reload(desk: &mut Desk) {
    if has_new(desk) && !desk.library.is_reading() {
        open_new(desk);
        desk.say("Reloaded all articles");
        return read_anew(desk);
    }
    let mut articles = changed_on_disk(desk);
    articles.retain(|at| *at != desk.focused().article);
    desk.say(if articles.is_empty() { "Reloaded from its file" } else { "Reloaded the changed files" });
    articles.push(desk.focused().article);
    if !reread(desk, &articles) {
        desk.warn(if desk.library.is_reading() { STILL_READING } else { "Not backed by a file; nothing to reload" });
    }
}

/// Asks for these articles to be read again; returns whether any has a file.
fn reread(desk: &mut Desk, articles: &[usize]) -> bool {
    let file = |at: &usize| Some((*at, desk.library.articles.get(*at)?.origin.place()?.clone()));
    let files: Vec<(usize, PathBuf)> =
        articles.iter().filter(|_| !desk.library.is_reading()).filter_map(file).collect();
    if files.is_empty() {
        return false;
    }
    let ticket = desk.next_ticket();
    desk.library.reading.ask(ticket);
    let articles = desk.library.articles.iter().filter(|article| !article.name.is_empty()).cloned().collect();
    desk.ask(Effect::Reread(Reread { ticket, files, articles }));
    true
}

/// Says why nothing was copied.
pub(in crate::app) fn not_copied(desk: &mut Desk, reason: &str) {
    desk.warn(format!(
        "Not copied: {reason}; {} releases the mouse so that you can select text",
        desk.key(Action::Mouse)
    ));
}
