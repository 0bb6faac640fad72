//! Asks for a note on the match or the paragraph at the cursor.

use super::mode::{Asked, Mode, Prompt};
use super::turn::Turn;
use crate::app::desk::at_cursor::match_here;
use crate::app::desk::desk::Desk;
use crate::app::desk::done::remember_done;
use crate::app::desk::history::Hiding;

use crate::app::jobs::on_one_line;
use crate::app::memory::Note;
use crate::app::memory::NoteChange;
use crate::app::memory::mark_of_paragraph;
use crate::article::{Article, ParagraphId};
use crate::collate::ParagraphLink;
use crate::text::{Pair, Side, Span, visible};

use crate::app::desk::noting::{both, keep_note};

/// How many first words show what a note is on.
const KNOWN_BY: usize = 12;

/// Asks for a note on the match at the cursor, else on the paragraph at the cursor; if only another link of the paragraph has a note, asks for
/// that.
pub(in crate::app) fn note(desk: &mut Desk) -> Turn {
    let (side, paragraph_id) = (desk.row.focus, desk.focused().paragraph_id());
    if desk.focused().open_article().paragraphs.is_empty() {
        desk.warn("Nothing to write a note on");
        return Turn::Stay;
    }
    let pair = both(desk);
    let here = match_here(desk).and_then(|here| pair.link_at(here.link));
    let noted = || pair.links_of(side, paragraph_id).find(|paragraph_link| pair.note_of(paragraph_link).is_some());
    let other = || if pair.note_of_paragraph(side, paragraph_id).is_some() { None } else { noted() };
    let (mut about, link) = match here.or_else(other) {
        Some(paragraph_link) => (about_link(desk, paragraph_link), Some(paragraph_link.paragraph_ids)),
        None => (about_paragraph(desk, side, paragraph_id), None),
    };
    about.made.clone_from(&desk.memory.day);
    about.text = desk.memory.notes.find(&about.marks).map(|note| note.text.clone()).unwrap_or_default();
    let to = link.map_or_else(|| format!("¶{}", paragraph_id.0 + 1), |link| between(link, side));
    desk.say(format!("Note on {to}; empty deletes it"));
    let prompt = Prompt::of(Asked::Remark, &about.text);
    Turn::Open(Mode::Prompting(Box::new(Prompt { about: Some(Box::new(about)), ..prompt })))
}

fn about_link(desk: &Desk, paragraph_link: &ParagraphLink) -> Note {
    let open = |side: Side| desk.row[side].open_article();
    let found = paragraph_link.matches.iter().filter_map(|&at| desk.collation()?.matches.get(at));
    let span = found.map(|found| found.passages[desk.row.focus].span).min_by_key(|span| span.start());
    Note {
        marks: both(desk).marks_of_link(paragraph_link),
        on: first_words(open(desk.row.focus), span.unwrap_or_default()),
        of: [Side::Left, Side::Right].map(|side| open(side).name.clone()).to_vec(),
        ..Note::default()
    }
}

fn about_paragraph(desk: &Desk, side: Side, paragraph_id: ParagraphId) -> Note {
    paragraph_note(desk.row[side].open_article(), paragraph_id)
}

/// An empty note on a paragraph.
pub fn paragraph_note(article: &Article, paragraph_id: ParagraphId) -> Note {
    let span = article.paragraphs.get(paragraph_id.0).map_or(Span::default(), |paragraph| paragraph.span);
    let (marks, on) = (vec![mark_of_paragraph(article, paragraph_id)], first_words(article, span));
    Note { marks, on, of: vec![article.name.clone()], ..Note::default() }
}

/// Takes the typed note: `about` with this text instead of its own.
pub(in crate::app) fn take_note(desk: &mut Desk, about: Note, said: &str) {
    let change = NoteChange { was: about.text.clone(), note: Note { text: visible(said).into_owned(), ..about } };
    desk.say(match (change.was.is_empty(), change.note.text.is_empty()) {
        (true, true) => "No note written",
        (false, true) => "Note deleted",
        (_, false) if change.was == change.note.text => "Note unchanged",
        (true, false) => "Note added",
        (false, false) => "Note changed",
    });
    if change.was == change.note.text {
        return;
    }
    remember_done(desk, Hiding::Note(change.clone()));
    keep_note(desk, change);
}

/// Names a link, the focused side first.
fn between(link: Pair<ParagraphId>, focus: Side) -> String {
    format!("¶{} → ¶{}", link[focus].0 + 1, link[focus.other()].0 + 1)
}

pub(super) fn first_words(article: &Article, span: Span) -> String {
    let words = article.tokens_in(span);
    let end = article.tokens.get(words.clone()).unwrap_or_default().get(..KNOWN_BY).and_then(<[_]>::last);
    let span = Span::new(span.start(), end.map_or(span.end(), |last| last.span.end()));
    visible(&on_one_line(span.of(&article.text))).into_owned()
}
