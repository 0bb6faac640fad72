//! The synopsis of many articles: the data for all forms, and the synopsis as text.

use super::differing::differing_facts;
use super::phrases::{decision_mark, shown_line};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::{Class, Passage, Place, StoryCell, StoryRow, Synopsis, Witness, Wording, worded};
use crate::facts::ChangeKind;
use crate::text::{Pair, Span, plural, sign};

/// Articles up to which a statement has a column for each; of more it says how many tell it.
pub(super) const COLUMNS: usize = 40;

/// The data of a printed synopsis.
#[derive(Clone, Copy, Debug)]
pub struct Synoptic<'a> {
    /// The articles, with their masks.
    pub witnesses: &'a [Witness<'a>],
    /// Their statements.
    pub synopsis: &'a Synopsis,
    /// The article whose words are shown for the statements it makes.
    pub base: usize,
    /// What is said about all articles before the table, such as their origins.
    pub heading: &'a str,
}

/// How an article tells a statement, as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CellView<'a> {
    /// The sentence.
    pub cell: &'a StoryCell,
    /// How alike it is to the sentence that stands for the statement; none for that itself.
    pub like: Option<(Class, usize)>,
    /// Whether no other article tells it.
    pub alone: bool,
    /// Whether only a weak match leads to another article.
    pub weak: bool,
}

impl<'a> Synoptic<'a> {
    /// The articles.
    pub(super) fn articles(&self) -> impl Iterator<Item = &'a Article> {
        self.witnesses.iter().map(|witness| witness.article)
    }

    /// How each article that tells a statement does so.
    pub(super) fn seats(&self, row: &'a StoryRow) -> Vec<CellView<'a>> {
        let said = row.said_by(self.base);
        let (alone, weak) = (row.is_unmatched(), row.weak);
        row.cells.iter().map(|cell| CellView { cell, like: self.like(said, cell.place), alone, weak }).collect()
    }

    /// How alike a sentence is to the one that stands for its statement; none for that itself.
    pub(super) fn like(&self, said: Place, place: Place) -> Option<(Class, usize)> {
        let tokens = |place: Place| {
            let witness = self.witnesses.get(place.article)?;
            Some((*witness, witness.article.sentences.get(place.sentence)?.tokens.clone()))
        };
        if said == place {
            return None;
        }
        let (one, other) = (tokens(said)?, tokens(place)?);
        let found = worded(Pair::new(one.0, other.0), Pair::new(one.1, other.1));
        Some((self.synopsis.class(said, place, found.class), found.percent))
    }

    /// The words of a sentence that are not hidden.
    pub(super) fn words_of(&self, place: Place) -> String {
        let Some(witness) = self.witnesses.get(place.article) else { return String::new() };
        witness.article.sentences.get(place.sentence).map_or(String::new(), |it| seen(witness, it.span))
    }

    /// Where a sentence stands.
    pub(super) fn paragraph(&self, place: Place) -> usize {
        let article = self.witnesses.get(place.article).map(|witness| witness.article);
        let start = article.and_then(|article| Some(article.sentences.get(place.sentence)?.span.start()));
        article.zip(start).map_or(0, |(article, start)| article.paragraph_id_at(start).0) + 1
    }

    /// The words of a stretch that one article alone has.
    pub(super) fn alone(&self, article: usize, passage: &Passage) -> String {
        self.witnesses.get(article).map_or(String::new(), |witness| seen(witness, passage.span))
    }

    /// Returns how many statements there are, and how many articles make them.
    pub(super) fn figures(&self) -> String {
        let (synopsis, all) = (self.synopsis, self.synopsis.articles());
        let rows = synopsis.rows.len();
        let mut said =
            vec![plural(all, "article"), plural(rows, "statement"), format!("in all {all}: {}", synopsis.told_by(all))];
        if all > 2 {
            said.push(format!("in {}: {}", all - 1, synopsis.told_by(all - 1)));
        }
        if all > 3 {
            let some: usize = (2..all - 1).map(|count| synopsis.told_by(count)).sum();
            let counts = match all {
                4 => "2".to_owned(),
                5 => "2 or 3".to_owned(),
                _ => format!("2 to {}", all - 2),
            };
            said.push(format!("in {counts}: {some}"));
        }
        if all > 1 {
            said.push(format!("unmatched: {}", synopsis.told_by(1)));
        }
        let weak = synopsis.weakly_told();
        said.extend((weak > 0 && all > 1).then(|| format!("a weak match only: {weak}")));
        said.push(differing_facts(synopsis));
        let quoted = synopsis.rows.iter().filter(|row| row.odds.has(ChangeKind::Quotation)).count();
        said.extend((quoted > 0).then(|| format!("quoted words differ in {quoted}")));
        said.join(&sign(" · "))
    }

    /// Returns how closely the articles were compared.
    pub(super) fn care(&self) -> &'static str {
        match self.synopsis.close {
            true => {
                "All pairs of articles were compared closely; a statement in very different words may still be missed."
            }
            false => {
                "With this many articles, statements are matched by the words of whole sentences; a statement in other words may be missed."
            }
        }
    }

    /// The heading over what one article alone says, with how much of it is printed.
    pub(super) fn alone_heading(&self, article: usize) -> String {
        let (told, shorter) = self.synopsis.only_in(article);
        let name = self.witnesses.get(article).map_or("", |witness| witness.article.name.as_str());
        let rest = match shorter {
            0 => String::new(),
            shorter => format!(", and {shorter} of fewer than four words"),
        };
        let passages = if told.is_empty() && shorter == 0 { "none".to_owned() } else { plural(told.len(), "passage") };
        let inside = match told.iter().filter(|passage| self.synopsis.is_addition(article, passage)).count() {
            0 => String::new(),
            inside => format!(", {inside} inside a matched sentence"),
        };
        format!("{} {name}: {passages}{inside}{rest}", article + 1)
    }
}

impl CellView<'_> {
    /// The mark for it, those of the reading view.
    pub fn mark(&self) -> char {
        match self.like {
            _ if self.alone => '●',
            _ if self.weak => '○',
            None | Some((Class::Verbatim, _)) => '│',
            Some((Class::Edited, _)) => '~',
            Some((Class::Reworded, _)) => '≈',
        }
    }

    /// Says it in a word.
    pub fn class(&self) -> &'static str {
        self.like.map_or("base", |(class, _)| class.name())
    }
}

/// Says how much of a statement a sentence tells; nothing where it is all of it.
pub(super) fn extent(wording: Wording) -> Option<&'static str> {
    match wording {
        Wording::Exact | Wording::Edited => None,
        Wording::Part => Some("part of it"),
        Wording::Whole => Some("all of it and more"),
        Wording::Clause => Some("may share part of it"),
    }
}

/// The words of a stretch that are not hidden, on one line.
fn seen(witness: &Witness<'_>, span: Span) -> String {
    let mask: &Mask = witness.mask;
    let parts: Vec<String> = mask.visible(span).into_iter().map(|part| shown_line(witness.article, part)).collect();
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(&sign(" … "))
}

/// What the marks of a synopsis mean.
const LEGEND: &str = "\n│ the same words  ~ edited  ≈ reworded  ⇄ out of order\n● unmatched  ○ a weak match only  · no match\n\
    ¬ a negation differs  # a number  D a date  N a name  \" quoted words\n\n";

/// Writes a synopsis as text: a row for each statement, a column for each article, then what only one article says.
pub fn synopsis_text(synoptic: &Synoptic<'_>) -> String {
    let mut out = format!("{}\n{}\n{}\n\n", synoptic.figures(), synoptic.heading, synoptic.care());
    for (at, article) in synoptic.articles().enumerate() {
        let base = if at == synoptic.base {
            "  (its wording is shown, except where it may only share part of a statement)"
        } else {
            ""
        };
        let cited = article.cited();
        let called = if cited == article.name { String::new() } else { format!(": {cited}") };
        out.push_str(&format!("{:>3}  {}{called}{base}\n", at + 1, article.name));
    }
    out.push_str(&sign(LEGEND));
    let columns = synoptic.witnesses.len() <= COLUMNS;
    if columns {
        let heads: String = (0..synoptic.witnesses.len()).map(|at| format!("{:<3}", at + 1)).collect();
        out.push_str(&format!("{:4} {}\n", "", heads.trim_end()));
    }
    for row in &synoptic.synopsis.rows {
        out.push_str(&text_row(synoptic, row, columns));
    }
    out.push_str("\nUnmatched passages (one may hold several statements, or be part of a matched one)\n");
    for article in 0..synoptic.witnesses.len() {
        out.push_str(&format!("\n{}\n", synoptic.alone_heading(article)));
        for passage in synoptic.synopsis.only_in(article).0 {
            out.push_str(&format!(
                "  {}{} {}\n",
                sign("¶"),
                passage.paragraph_id.0 + 1,
                synoptic.alone(article, passage)
            ));
        }
    }
    out
}

fn text_row(synoptic: &Synoptic<'_>, row: &StoryRow, columns: bool) -> String {
    let odds: String = row.odds.each().map(ChangeKind::mark).collect();
    let (odds, decided) = (sign(&odds), decision_mark(row.decided));
    let said = synoptic.words_of(row.said_by(synoptic.base));
    if !columns {
        let told = row.cells.len();
        return format!("{odds:<4} {told:>5} of {}  {said}{decided}\n", synoptic.witnesses.len());
    }
    let seats = synoptic.seats(row);
    let cell = |article: usize| {
        let seat = seats.iter().find(|seat| seat.cell.place.article == article);
        let marks = |seat: &CellView<'_>| format!("{}{} ", seat.mark(), if seat.cell.moved { '⇄' } else { ' ' });
        sign(&seat.map_or("·  ".to_owned(), marks)).into_owned()
    };
    let cells: String = (0..synoptic.witnesses.len()).map(cell).collect();
    format!("{odds:<4} {cells} {said}{decided}\n")
}
