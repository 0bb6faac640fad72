//! A cell of the synopsis: its mark and its description.

use super::ink::{Phrase, cut, measure};
use super::role::Role;
use crate::app::{Desk, StoryGrid, StoryLine, story_row};
use crate::collate::{Class, Place, StoryCell, StoryRow, Weight, Witness, Worded, Wording, worded};
use crate::facts::ChangeKind;
use crate::text::{Pair, Span, one_line, sign, visible};

/// The most differing words that are shown one by one.
const TOLD: usize = 6;
/// The remark when only a weak match leads to another article.
const WEAK: &str = "only a weak match (reworded) in another article; the panes show it as ≈";
/// The width of each.
const VARIANT: usize = 40;

/// The words of a statement's row.
pub(super) fn word_row(desk: &Desk, row: &StoryRow, base: usize) -> String {
    sentence(desk, row.said_by(base)).unwrap_or_default()
}

/// The visible part of a sentence, on one line.
fn sentence(desk: &Desk, place: Place) -> Option<String> {
    let article = desk.library.articles.get(place.article)?;
    let span = article.sentences.get(place.sentence)?.span;
    let parts = desk.narrating.mask(place.article)?.visible(span);
    let parts: Vec<String> = parts.into_iter().map(|part| plain(&article.shown(part))).collect();
    Some(parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(&sign(" … ")))
}

fn plain(text: &str) -> String {
    visible(&one_line(text)).into_owned()
}

/// Compares a cell with the sentence whose words are shown.
fn compared(desk: &Desk, said: Place, place: Place) -> Option<Worded> {
    let of = |place: Place| {
        let article = desk.library.articles.get(place.article)?;
        let mask = desk.narrating.mask(place.article)?;
        Some((Witness { article, mask }, article.sentences.get(place.sentence)?.tokens.clone()))
    };
    let (one, other) = (of(said)?, of(place)?);
    let found = worded(Pair::new(one.0, other.0), Pair::new(one.1, other.1));
    let class = desk.synopsis().map_or(found.class, |synopsis| synopsis.class(said, place, found.class));
    Some(Worded { class, ..found })
}

/// The mark of a cell and its role.
pub(super) fn marked(desk: &Desk, row: &StoryRow, base: usize, column: usize) -> (String, Role) {
    let Some(cell) = row.cell(column) else { return ("·".to_owned(), Role::Frame) };
    if row.cells.len() == 1 {
        return (if row.weak { "○" } else { "●" }.to_owned(), Role::Alone);
    }
    let said = row.said_by(base);
    let class = match said == cell.place {
        true => Class::Verbatim,
        false => compared(desk, said, cell.place).map_or(Class::Reworded, |found| found.class),
    };
    let (mark, role) = match class {
        Class::Verbatim => ('│', Role::VerbatimMark),
        Class::Edited => ('~', Role::EditedMark),
        Class::Reworded => ('≈', Role::RewordedMark),
    };
    (format!("{mark}{}", if cell.moved { "⇄" } else { "" }), role)
}

/// Says how the chosen cell compares with the base.
pub(super) fn describe_cell(desk: &Desk, grid: &StoryGrid, width: usize) -> Vec<Phrase> {
    let quiet = |said: &str| Phrase::default().with(Role::Quiet, cut(said, width));
    let Some(row) = story_row(desk, grid) else {
        let fold = matches!(grid.line(), Some(StoryLine::Fold(..)));
        return if fold { vec![quiet("statements that the same articles have, folded")] } else { Vec::new() };
    };
    let said = row.said_by(grid.base);
    let Some(cell) = row.cell(grid.column) else {
        let name = desk.library.articles.get(grid.column).map_or("", |article| article.called());
        let close = desk.synopsis().is_some_and(|synopsis| synopsis.close);
        let care = if close { "" } else { " (with many articles open, a statement in other words may be missed)" };
        return vec![whole(desk, said, width), quiet(&format!("no match in {} {name}{care}", grid.column + 1))];
    };
    if row.cells.len() == 1 {
        return vec![
            whole(desk, cell.place, width),
            quiet(if row.weak { WEAK } else { "unmatched: no match in the other articles" }),
        ];
    }
    let others: Vec<String> = row.cells.iter().map(|cell| (cell.place.article + 1).to_string()).collect();
    let found = (said != cell.place).then(|| compared(desk, said, cell.place)).flatten();
    let Some(found) = found else {
        let whose = if said.article == grid.base { "the words of the base" } else { "the words shown" };
        let told = format!("{whose}; in articles {}", others.join(", "));
        return vec![whole(desk, said, width), quiet(&told)];
    };
    let gone: Vec<Span> = changed(&found).map(|spans| spans.left).collect();
    let come: Vec<Span> = changed(&found).map(|spans| spans.right).collect();
    vec![
        lit(desk, said, &gone, width),
        lit(desk, cell.place, &come, width),
        Phrase::default().quoted(Role::Quiet, cut(&differing(desk, said, cell, &found), width)),
        quiet(&standing(row, cell, &found)),
    ]
}

fn changed(found: &Worded) -> impl Iterator<Item = Pair<Span>> {
    found.variants.iter().filter(|variant| variant.weight == Weight::Changed).map(|variant| variant.spans)
}

/// Where a sentence is: the article's number and the paragraph.
fn word_place(desk: &Desk, place: Place) -> String {
    let article = desk.library.articles.get(place.article);
    let at = article.and_then(|it| Some(it.paragraph_id_at(it.sentences.get(place.sentence)?.span.start()).0));
    format!("{} ¶{} ", place.article + 1, at.unwrap_or(0) + 1)
}

fn whole(desk: &Desk, place: Place, width: usize) -> Phrase {
    let at = word_place(desk, place);
    let room = width.saturating_sub(measure(&at, width));
    let said = sentence(desk, place).unwrap_or_default();
    Phrase::default().with(Role::Quiet, at).quoted(Role::Text, cut(&said, room))
}

/// A sentence with the stretches highlighted that the other lacks, and a gap where it lacks something itself. If it is longer than the
/// line, it begins near the first of them.
fn lit(desk: &Desk, place: Place, spans: &[Span], width: usize) -> Phrase {
    let at = word_place(desk, place);
    let mut room = width.saturating_sub(measure(&at, width));
    let mut said = Phrase::default().with(Role::Quiet, at);
    let article = desk.library.articles.get(place.article);
    let Some((article, whole)) = article.and_then(|it| Some((it, it.sentences.get(place.sentence)?.span))) else {
        return said;
    };
    let text = &article.text;
    let mut from = whole.start();
    let first = spans.first().map_or(from, |span| span.start());
    if first.saturating_sub(from) > room / 2 && whole.len() > room {
        let near = (first.saturating_sub(room / 3).max(from)..first)
            .find(|at| text.get(..*at).is_some_and(|before| before.ends_with(' ')));
        if let Some(near) = near {
            from = near;
            said.push(Role::Quiet, "… ");
            room = room.saturating_sub(2);
        }
    }
    let mut push = |role: Role, start: usize, end: usize| {
        let words = match start < end {
            true => spaced(&article.shown(Span::new(start, end))),
            false => "{ } ".to_owned(),
        };
        if room == 0 {
            return;
        }
        let words = cut(&words, room);
        room = room.saturating_sub(measure(&words, room));
        said.push_quoted(role, words);
    };
    let begins = from;
    for span in spans.iter().filter(|span| span.start() >= begins) {
        if from < span.start() {
            push(Role::Text, from, span.start());
        }
        push(if span.is_empty() { Role::Quiet } else { Role::Changed }, span.start(), span.end());
        from = span.end();
    }
    if from < whole.end() {
        push(Role::Text, from, whole.end());
    }
    said
}

/// A stretch on one line, with the spaces at its ends.
fn spaced(text: &str) -> String {
    let inner = plain(text);
    let inner = inner.trim();
    let before = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) && !inner.is_empty() { " " } else { "" };
    format!("{before}{inner}{after}")
}

/// Says in words what differs.
fn differing(desk: &Desk, said: Place, cell: &StoryCell, found: &Worded) -> String {
    let text = |place: Place, span: Span| {
        let words = desk.library.articles.get(place.article).map(|it| cut(&plain(&it.shown(span)), VARIANT));
        format!("{}{}{}", sign("“"), words.unwrap_or_default(), sign("”"))
    };
    let all: Vec<Pair<Span>> = changed(found).collect();
    let told = all.iter().take(TOLD).map(|spans| match (spans.left.is_empty(), spans.right.is_empty()) {
        (_, true) => format!("without {}", text(said, spans.left)),
        (true, _) => format!("adds {}", text(cell.place, spans.right)),
        _ => format!("{} / {}", text(said, spans.left), text(cell.place, spans.right)),
    });
    let (told, apart): (Vec<String>, _) = (told.collect(), sign(" · "));
    match (found.class, all.len()) {
        (Class::Verbatim, _) => "the same words".to_owned(),
        (_, count) if count > TOLD => format!("{}{}and {} more", told.join(&apart), apart, count - TOLD),
        _ => told.join(&apart),
    }
}

/// Says how similar the two are, and how much of the statement the cell has.
fn standing(row: &StoryRow, cell: &StoryCell, found: &Worded) -> String {
    let mut said = vec![format!("{}, {} % of the words", found.class.name(), found.percent)];
    match cell.wording {
        Wording::Exact | Wording::Edited => {}
        Wording::Part | Wording::Whole if found.is_nearly_all() => {}
        Wording::Part => said.push("part of it".to_owned()),
        Wording::Whole => said.push("all of it and more".to_owned()),
        Wording::Clause => said.push("may share part of it".to_owned()),
    }
    if cell.moved {
        said.push("out of the order of the story".to_owned());
    }
    if !cell.more.is_empty() {
        said.push(format!("{} more of its sentences match", cell.more.len()));
    }
    let names: Vec<&str> = row.odds.each().map(ChangeKind::name).collect();
    if !names.is_empty() {
        said.push(format!("articles differ in: {}", names.join(", ")));
    }
    said.extend(row.decided.map(|verdict| format!("decided {}", verdict.name())));
    said.join(" · ")
}
