//! What keys do with the statement one stands on in the synopsis: in all articles that tell it.

use std::sync::Arc;

use super::mode::{Asked, Mode, Prompt};
use super::note::first_words;
use super::synopsis::story_row;
use super::turn::Turn;
use crate::app::desk::carry::{Excerpt, copy_parts};
use crate::app::desk::desk::Desk;
use crate::app::desk::hide::hide_together;
use crate::app::desk::narrate::narrate;
use crate::app::desk::story_grid::{StoryGrid, StoryLine};
use crate::app::jobs::Effect;
use crate::app::keys::{Action, Phase};
use crate::app::memory::{Note, Review, ReviewMark, Reviewed, mark_of_paragraph, mark_of_statement};
use crate::article::{Article, ParagraphId, Sentence};
use crate::collate::{Place, StoryRow};
use crate::text::plural;

/// Hides a statement in all articles that tell it, for this session.
pub(in crate::app) fn hide_statement(grid: &StoryGrid, desk: &mut Desk) {
    let Some(row) = statement(grid, desk) else { return };
    let told = row.places().filter_map(|place| Some((place.article, sentence(desk, place)?.1.span)));
    let passages: Vec<_> = told.collect();
    let articles = plural(row.cells.len(), "article");
    let words = plural(hide_together(desk, passages), "word");
    let undo = desk.key(Action::Undo);
    desk.say(format!("Hid {words} in {articles} for this session; {undo} undoes"));
    narrate(desk);
}

/// Copies a statement as each article has it.
pub(in crate::app) fn copy_statement(grid: &StoryGrid, desk: &mut Desk) {
    let Some(row) = statement(grid, desk) else { return };
    let part = |place: Place| {
        let (article, sentence) = sentence(desk, place)?;
        Some(Excerpt { article: Arc::clone(article), span: sentence.span })
    };
    let parts: Vec<Excerpt> = row.cells.iter().filter_map(|cell| part(cell.place)).collect();
    copy_parts(desk, &parts);
}

/// Marks a statement as reviewed, or takes the mark away.
pub(in crate::app) fn review_statement(grid: &StoryGrid, desk: &mut Desk) {
    let Some(row) = statement(grid, desk) else { return };
    let mark = mark_of_row(desk, &row);
    let review = Review { mark, done: !desk.memory.reviewed.has(mark) };
    desk.memory.reviewed.take(review);
    desk.say(if review.done { "Statement reviewed" } else { "Statement no longer reviewed" });
    desk.ask(Effect::Keep(review));
}

/// Asks for a note on a statement. It stands at the paragraphs in the panes, too, where these make no other statement.
pub(in crate::app) fn note_statement(grid: &StoryGrid, desk: &mut Desk) -> Turn {
    let Some(row) = statement(grid, desk) else { return Turn::Stay };
    let said = row.said_by(grid.base);
    let mut about = Note { marks: note_marks(desk, &row, grid.base), ..Note::default() };
    if let Some((article, sentence)) = sentence(desk, said) {
        about.on = first_words(article, sentence.span);
    }
    about.of = row.cells.iter().filter_map(|cell| desk.library.articles.get(cell.place.article)).map(name).collect();
    about.made.clone_from(&desk.memory.day);
    about.text = desk.memory.notes.find(&about.marks).map(|note| note.text.clone()).unwrap_or_default();
    let articles = plural(row.cells.len(), "article");
    desk.say(format!("Note on this statement in {articles}; empty deletes it"));
    let prompt = Prompt::of(Asked::Remark, &about.text);
    Turn::Open(Mode::Prompting(Box::new(Prompt { about: Some(Box::new(about)), ..prompt })))
}

/// Whether the reader is done with a statement. Costs its words.
pub fn is_statement_reviewed(desk: &Desk, row: &StoryRow) -> bool {
    desk.memory.reviewed != Reviewed::default() && desk.memory.reviewed.has(mark_of_row(desk, row))
}

/// The note on a statement, or else on a paragraph in which it is told, that of the base before others. Costs its paragraphs.
pub fn note_on_statement<'a>(desk: &'a Desk, row: &StoryRow, base: usize) -> Option<&'a Note> {
    if desk.memory.notes.is_empty() {
        return None;
    }
    desk.memory.notes.find(&note_marks(desk, row, base)).or_else(|| paragraph_note(desk, row, base))
}

fn name(article: &Arc<Article>) -> String {
    article.name.clone()
}

/// The statement of the chosen line; where that is a fold, says that it is to be opened first.
fn statement(grid: &StoryGrid, desk: &mut Desk) -> Option<StoryRow> {
    let row = story_row(desk, grid).cloned();
    if row.is_none() {
        desk.warn(match grid.line() {
            Some(StoryLine::Fold(..)) => {
                let key = desk.settings.keymap.key(Phase::Synopsis, Action::Accept);
                format!("Several statements; {key} opens the fold")
            }
            _ => "No statement here".to_owned(),
        });
    }
    row
}

fn sentence(desk: &Desk, place: Place) -> Option<(&Arc<Article>, &Sentence)> {
    let article = desk.library.articles.get(place.article)?;
    Some((article, article.sentences.get(place.sentence)?))
}

fn mark_of_row(desk: &Desk, row: &StoryRow) -> ReviewMark {
    let words = |place: Place| {
        let (article, sentence) = sentence(desk, place)?;
        article.tokens.get(sentence.tokens.clone())
    };
    mark_of_statement(row.places().filter_map(words))
}

/// What a statement's note is found by: its words, those of each sentence that makes no other statement, and the paragraphs that make no
/// other, those of the words shown first. So two statements of one paragraph have a note each.
fn note_marks(desk: &Desk, row: &StoryRow, base: usize) -> Vec<ReviewMark> {
    let places = || std::iter::once(row.said_by(base)).chain(row.places());
    let is_lone = |place: &Place| desk.synopsis().is_some_and(|synopsis| synopsis.made_by(*place) == 1);
    let words = |place: Place| {
        let (article, sentence) = sentence(desk, place)?;
        Some(mark_of_statement(article.tokens.get(sentence.tokens.clone())))
    };
    let paragraph = |place: Place| {
        let (article, _) = sentence(desk, place)?;
        let paragraph_id = paragraph_of(article, place)?;
        let all = article.paragraphs.get(paragraph_id.0)?.sentences.clone();
        let other = |at: usize| {
            let place = Place { sentence: at, ..place };
            let says = article.sentences.get(at).is_some_and(|sentence| !sentence.tokens.is_empty());
            says && !(is_lone(&place) && row.places().any(|own| own == place))
        };
        (!all.into_iter().any(other)).then(|| mark_of_paragraph(article, paragraph_id))
    };
    let own = std::iter::once(mark_of_row(desk, row));
    let each = own.chain(places().filter(is_lone).filter_map(words)).chain(places().filter_map(paragraph));
    let mut marks: Vec<ReviewMark> = Vec::new();
    for mark in each {
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    marks
}

fn paragraph_of(article: &Article, place: Place) -> Option<ParagraphId> {
    Some(article.paragraph_id_at(article.sentences.get(place.sentence)?.span.start()))
}

/// The notes written to the paragraphs themselves in which a statement is told.
fn paragraph_note<'a>(desk: &'a Desk, row: &StoryRow, base: usize) -> Option<&'a Note> {
    let mark = |place: Place| {
        let (article, _) = sentence(desk, place)?;
        Some(mark_of_paragraph(article, paragraph_of(article, place)?))
    };
    let places = std::iter::once(row.said_by(base)).chain(row.places());
    desk.memory.notes.find(&places.filter_map(mark).collect::<Vec<ReviewMark>>())
}
