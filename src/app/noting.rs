//! Noting: a note written to the match or the paragraph at the cursor, and which notes stand where.

use std::collections::{HashMap, HashSet};

use super::abreast::Abreast;
use super::app::App;
use super::event::Effect;
use super::listing::{Goal, ListRow, on_one_line};
use super::notes::{Note, NoteChange, Noted};
use super::prompt::Asked;
use super::reviewed::{ReviewMark, mark_of_paragraph, marks_of};
use super::row::Seat;
use super::undo::Hiding;
use crate::article::{Article, Locus};
use crate::collate::Tie;
use crate::text::{Pair, Side, Span, visible};

/// Words by which what a note is written to is known to a reader.
const KNOWN_BY: usize = 12;
/// The mark of a note.
pub const NOTED: &str = "†";

/// A note that stands somewhere.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// The link to which it is written; none where it is the paragraph.
    pub link: Option<Pair<Locus>>,
    /// The note.
    pub note: &'a Note,
}

impl<'a> Abreast<'a> {
    /// Gives the notes to a paragraph and to its links, that of the link one stands on first. Costs its words.
    pub fn notes_at(self, side: Side, locus: Locus) -> Vec<Standing<'a>> {
        if self.notes.is_empty() {
            return Vec::new();
        }
        let current = self.now.map(|tie| tie.loci);
        let of_links = self.ties_of(side, locus).filter_map(|tie| self.note_of(tie));
        let mut found: Vec<Standing<'a>> = self.note_of_paragraph(side, locus).into_iter().chain(of_links).collect();
        found.sort_by_key(|found| found.link.is_none() || found.link != current);
        found
    }

    fn note_of(self, tie: &Tie) -> Option<Standing<'a>> {
        if self.notes.is_empty() {
            return None;
        }
        self.notes.find(&self.marks_of_link(tie)).map(|note| Standing { link: Some(tie.loci), note })
    }

    fn note_of_paragraph(self, side: Side, locus: Locus) -> Option<Standing<'a>> {
        let mark = mark_of_paragraph(self.panes[side].open_article(), locus);
        self.notes.find(&[mark]).map(|note| Standing { link: None, note })
    }

    fn marks_of_link(self, tie: &Tie) -> Vec<ReviewMark> {
        let articles = self.panes.map(|pane| &**pane.open_article());
        self.collation.map(|collation| marks_of(articles, collation, tie)).unwrap_or_default()
    }
}

impl App {
    /// Gives the notes to a paragraph of the open pair and to its links, that of the link one stands on first. Costs its words.
    pub fn notes_at(&self, side: Side, locus: Locus) -> Vec<Standing<'_>> {
        self.both().notes_at(side, locus)
    }

    fn both(&self) -> Abreast<'_> {
        self.abreast(Seat::of(self.focus))
    }

    /// Asks for a note to the match one stands on, else to the paragraph at the cursor; where only another link of the paragraph
    /// has one, to that.
    pub(super) fn note(&mut self) {
        let (side, locus) = (self.focus, self.focused().locus());
        if self.focused().open_article().paragraphs.is_empty() {
            self.warn("there is nothing to write a note to");
            return;
        }
        let standing = self.tie().filter(|tie| tie.loci[side] == locus);
        let pair = self.both();
        let noted = || pair.ties_of(side, locus).find(|tie| pair.note_of(tie).is_some());
        let other = || if pair.note_of_paragraph(side, locus).is_some() { None } else { noted() };
        let (mut about, link) = match standing.or_else(other) {
            Some(tie) => (self.about_link(tie), Some(tie.loci)),
            None => (self.about_paragraph(side, locus), None),
        };
        about.made.clone_from(&self.day);
        about.text = self.notes.find(&about.marks).map(|note| note.text.clone()).unwrap_or_default();
        let to = link.map_or_else(|| format!("¶{}", locus.0 + 1), |link| between(link, side));
        self.prompt_about(Asked::Remark, about);
        self.say(format!("a note to {to}; an empty one takes it away"));
    }

    fn about_link(&self, tie: &Tie) -> Note {
        let open = |side: Side| self.panes[side].open_article();
        let found = tie.matches.iter().filter_map(|&at| self.collation()?.matches.get(at));
        let span = found.map(|found| found.passages[self.focus].span).min_by_key(|span| span.start());
        Note {
            marks: self.both().marks_of_link(tie),
            on: first_words(open(self.focus), span.unwrap_or_default()),
            of: [Side::Left, Side::Right].map(|side| open(side).name.clone()).to_vec(),
            ..Note::default()
        }
    }

    fn about_paragraph(&self, side: Side, locus: Locus) -> Note {
        let article = self.panes[side].open_article();
        let span = article.paragraphs.get(locus.0).map_or(Span::default(), |paragraph| paragraph.span);
        let (marks, on) = (vec![mark_of_paragraph(article, locus)], first_words(article, span));
        Note { marks, on, of: vec![article.name.clone()], ..Note::default() }
    }

    /// Takes the note that was typed: `about` with this text in place of what it said.
    pub(super) fn note_said(&mut self, about: Note, said: &str) -> Vec<Effect> {
        let change = NoteChange { was: about.text.clone(), note: Note { text: visible(said).into_owned(), ..about } };
        self.say(match (change.was.is_empty(), change.note.text.is_empty()) {
            (true, true) => "nothing noted",
            (false, true) => "the note is taken away",
            (_, false) if change.was == change.note.text => "the note stays as it was",
            (..) => "noted",
        });
        if change.was == change.note.text {
            return Vec::new();
        }
        self.done(Hiding::Note(change.clone()));
        vec![self.keep_note(change)]
    }

    /// Makes a change in the notes, and asks for it to be kept.
    pub(super) fn keep_note(&mut self, change: NoteChange) -> Effect {
        self.notes.set(change.note.clone());
        self.noting = self.next_ticket();
        Effect::Note(self.noting, change)
    }

    /// Takes in what came of keeping a note.
    pub(super) fn noted(&mut self, noted: Noted) -> Vec<Effect> {
        match noted {
            Noted::Kept(ticket, notes) if ticket == self.noting => self.notes = notes,
            Noted::Kept(..) => {}
            Noted::Nowhere => self.say("noted for this session: nothing is kept"),
            Noted::Failed(reason) => self.warn(format!("the note holds only for now: {reason}")),
        }
        Vec::new()
    }

    /// Gives what is noted of each link of the open pair, by its paragraphs.
    pub(super) fn noted_links(&self) -> HashMap<(Locus, Locus), String> {
        let links =
            self.collation().into_iter().filter(|_| !self.notes.is_empty()).flat_map(|collation| collation.ties());
        let noted = |tie: &Tie| Some(((tie.loci.left, tie.loci.right), self.both().note_of(tie)?.note.text.clone()));
        links.filter_map(noted).collect()
    }

    /// Lists the notes to paragraphs of the open pair, then those to words of it that have changed since.
    pub(super) fn note_rows(&self) -> Vec<ListRow> {
        if self.notes.is_empty() {
            return Vec::new();
        }
        let mut rows = Vec::new();
        let links = self.collation().into_iter().flat_map(|collation| collation.ties());
        let mut found: HashSet<&[ReviewMark]> =
            links.filter_map(|tie| self.both().note_of(tie)).map(|standing| &*standing.note.marks).collect();
        for side in [self.focus, self.focus.other()] {
            let article = self.panes[side].open_article();
            for at in 0..article.paragraphs.len() {
                let Some(Standing { note, .. }) = self.both().note_of_paragraph(side, Locus(at)) else { continue };
                found.insert(&note.marks);
                rows.push(self.note_row((side, Locus(at)), note, &format!("note to “{}”", note.on)));
            }
        }
        let lost = self.notes.all().iter().filter(|note| !found.contains(&*note.marks));
        rows.extend(lost.filter_map(|note| self.lost_row(note)));
        rows
    }

    fn note_row(&self, (side, locus): (Side, Locus), note: &Note, why: &str) -> ListRow {
        let pane = &self.panes[side];
        let place = pane.open_article().paragraphs.get(locus.0).map_or(0, |paragraph| paragraph.span.start());
        ListRow {
            place: format!("{NOTED} ¶{}", locus.0 + 1),
            words: on_one_line(&note.text),
            why: format!("{} · {why}", pane.open_article().name),
            goal: Goal::Place(pane.article, place),
            ..ListRow::default()
        }
    }

    /// Gives the row of a note whose words are in none of the articles it was written to any more, at what is most like them.
    fn lost_row(&self, note: &Note) -> Option<ListRow> {
        let sides = [self.focus, self.focus.other()];
        let is_open = |name: &String| sides.iter().any(|side| self.panes[*side].open_article().is_called(name));
        let side = sides.into_iter().find(|side| {
            note.of.iter().any(|name| self.panes[*side].open_article().is_called(name)) && note.of.iter().all(is_open)
        })?;
        let locus = most_like(self.panes[side].open_article(), &note.on);
        let why = format!("the words of this note have changed since: “{}”", note.on);
        Some(self.note_row((side, locus), note, &why))
    }
}

/// Names a link, the focused side first.
fn between(link: Pair<Locus>, focus: Side) -> String {
    format!("¶{} → ¶{}", link[focus].0 + 1, link[focus.other()].0 + 1)
}

fn first_words(article: &Article, span: Span) -> String {
    let words = article.tokens_in(span);
    let end = article.tokens.get(words.clone()).unwrap_or_default().get(..KNOWN_BY).and_then(<[_]>::last);
    let span = Span::new(span.start(), end.map_or(span.end(), |last| last.span.end()));
    visible(&on_one_line(span.of(&article.text))).into_owned()
}

/// Gives the paragraph that has most of these words; the first where none has any.
fn most_like(article: &Article, words: &str) -> Locus {
    let keys: HashSet<u64> = Article::of_text("", words).tokens.iter().map(|token| token.key.0).collect();
    let has = |paragraph: &crate::article::Paragraph| {
        let tokens = article.tokens.get(paragraph.tokens.clone()).unwrap_or_default();
        tokens.iter().map(|token| token.key.0).filter(|key| keys.contains(key)).collect::<HashSet<_>>().len()
    };
    let best = article.paragraphs.iter().enumerate().rev().max_by_key(|(_, paragraph)| has(paragraph));
    Locus(best.map_or(0, |(at, _)| at))
}
