//! An apparatus: each statement that several articles have, with the wording of each.

use super::borders::with_marks;
use super::escape::markdown as escaped;
use super::phrases::{class_mark, decision_mark, line};
use crate::article::{Article, Sentence};
use crate::collate::{
    Class, Member, Place, SentenceVerdict, StoryRow, Synopsis, Variant, Weight, Witness, Wording, kinds_of, same_words,
    variants, worded,
};
use crate::facts::FactFinder;
use crate::text::{Pair, plural, sign};

/// The statements of several articles.
#[derive(Clone, Debug)]
pub struct Apparatus<'a> {
    /// The articles, with their masks.
    pub witnesses: &'a [Witness<'a>],
    /// The statements of more than one article, in the order of their first occurrence.
    pub statements: Vec<Statement>,
    /// The number of unmatched statements, by article.
    pub alone: Vec<usize>,
}

/// A statement, with the sentences that make it.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The sentence with which all others are compared.
    pub lead: Place,
    /// The other sentences that make it, by article and sentence.
    pub carriers: Vec<Carrier>,
    /// What somebody decided of one of them and another.
    pub decided: Option<SentenceVerdict>,
}

/// A sentence that makes a statement.
#[derive(Clone, Debug)]
pub struct Carrier {
    /// Its place, and how its wording compares with the lead.
    pub member: Member,
    /// How alike the two sentences are, as a synopsis says it.
    pub class: Class,
    /// The words in which it differs from the lead, which is on the left; none unless it is an edited version of all of it.
    pub variants: Vec<Variant>,
}

/// Words of the lead, and what a sentence has in their place.
struct Reworking {
    lead: String,
    own: String,
}

impl<'a> Apparatus<'a> {
    /// Makes an apparatus from a synopsis of these articles: the same statements, in the order of their first occurrence.
    pub fn new(witnesses: &'a [Witness<'a>], synopsis: &Synopsis) -> Self {
        let mut made = Self { witnesses, statements: Vec::new(), alone: vec![0; witnesses.len()] };
        let finders: Vec<FactFinder<'_>> = made.articles().map(FactFinder::new).collect();
        for row in &synopsis.rows {
            if row.cells.len() > 1 {
                made.statements.push(made.statement(row, synopsis, &finders));
                continue;
            }
            let alone = row.cells.first().filter(|_| row.is_unmatched());
            if let Some(alone) = alone.and_then(|cell| made.alone.get_mut(cell.place.article)) {
                *alone += 1;
            }
        }
        made.statements.sort_by_key(|statement| statement.lead);
        made
    }

    fn statement(&self, row: &StoryRow, synopsis: &Synopsis, finders: &[FactFinder<'_>]) -> Statement {
        let carrier = |member: Member| {
            let member = Member { wording: self.wording(row.lead, member), ..member };
            let class = synopsis.class(row.lead, member.place, self.class(row.lead, member));
            Carrier { member, class, variants: self.variants(row.lead, member, finders) }
        };
        let carriers = row.carriers(row.lead).into_iter().map(carrier).collect();
        Statement { lead: row.lead, carriers, decided: row.decided }
    }

    /// How a member reads; one with the very words of the lead is told as such.
    fn wording(&self, lead: Place, member: Member) -> Wording {
        let (left, right) = (self.sentence(lead), self.sentence(member.place));
        let witnesses = self.witnesses.get(lead.article).zip(self.witnesses.get(member.place.article));
        let same = left.zip(right).zip(witnesses).is_some_and(|((left, right), (one, other))| {
            same_words(Pair::new(*one, *other), &Pair::new(left.1.tokens.clone(), right.1.tokens.clone()))
        });
        if same { Wording::Exact } else { member.wording }
    }

    fn class(&self, lead: Place, member: Member) -> Class {
        let (left, right) = (self.sentence(lead), self.sentence(member.place));
        let witnesses = self.witnesses.get(lead.article).zip(self.witnesses.get(member.place.article));
        let found = left.zip(right).zip(witnesses).map(|((left, right), (one, other))| {
            worded(Pair::new(*one, *other), Pair::new(left.1.tokens.clone(), right.1.tokens.clone())).class
        });
        found.filter(|_| member.wording != Wording::Exact).unwrap_or(Class::Verbatim)
    }

    fn variants(&self, lead: Place, member: Member, finders: &[FactFinder<'_>]) -> Vec<Variant> {
        let (Some(left), Some(right)) = (self.sentence(lead), self.sentence(member.place)) else { return Vec::new() };
        if member.wording != Wording::Edited {
            return Vec::new();
        }
        let places = Pair::new(lead, member.place);
        let (Some(one), Some(other)) =
            (self.witnesses.get(places.left.article), self.witnesses.get(places.right.article))
        else {
            return Vec::new();
        };
        let tokens = Pair::new(left.1.tokens.clone(), right.1.tokens.clone());
        let mut found = variants(Pair::new(*one, *other), tokens.clone());
        if let Some((left, right)) = finders.get(places.left.article).zip(finders.get(places.right.article)) {
            kinds_of(Pair::new(left, right), &tokens, &mut found);
        }
        found
    }

    /// Returns the articles.
    pub fn articles(&self) -> impl Iterator<Item = &'a Article> {
        self.witnesses.iter().map(|witness| witness.article)
    }

    /// Returns a sentence and its article.
    pub fn sentence(&self, place: Place) -> Option<(&'a Article, &'a Sentence)> {
        let article = self.witnesses.get(place.article)?.article;
        Some((article, article.sentences.get(place.sentence)?))
    }

    fn words_of(&self, place: Place) -> String {
        self.sentence(place).map(|(article, sentence)| line(article, sentence.span)).unwrap_or_default()
    }

    fn source(&self, place: Place) -> String {
        let Some((article, sentence)) = self.sentence(place) else { return String::new() };
        format!("{} {}", article.name, article.placed(sentence.span.start()))
    }

    /// Returns the changes between the lead and a sentence, each as the words of both.
    fn readings(&self, statement: &Statement, carrier: &Carrier) -> Vec<Reworking> {
        let places = Pair::new(statement.lead, carrier.member.place);
        let changed = carrier.variants.iter().filter(|variant| variant.weight == Weight::Changed);
        let (Some(lead), Some(own)) = (self.sentence(places.left), self.sentence(places.right)) else {
            return Vec::new();
        };
        let texts = Pair::new(lead.0.text.as_str(), own.0.text.as_str());
        let within = Pair::new(lead.1.span, own.1.span);
        let spans = with_marks(texts, &within, changed.map(|variant| variant.spans).collect());
        spans
            .into_iter()
            .map(|spans| Reworking { lead: line(lead.0, spans.left), own: line(own.0, spans.right) })
            .collect()
    }
}

/// Writes an apparatus as text: a statement, then a line for each sentence that makes it, with `[-words of the lead-]` and `{+its own+}`
/// where it differs. Paragraphs count from 1.
pub fn apparatus_text(apparatus: &Apparatus<'_>) -> String {
    let mut out = format!("{} in several articles\n", plural(apparatus.statements.len(), "statement"));
    for (number, statement) in apparatus.statements.iter().enumerate() {
        out.push_str(&format!(
            "\n{}. {}: {}{}\n",
            number + 1,
            apparatus.source(statement.lead),
            apparatus.words_of(statement.lead),
            decision_mark(statement.decided)
        ));
        for carrier in &statement.carriers {
            let place = carrier.member.place;
            let readings = apparatus.readings(statement, carrier);
            let said = match carrier.member.wording {
                Wording::Exact => ", the same words".to_owned(),
                Wording::Edited if readings.is_empty() => ", the same but for spelling".to_owned(),
                Wording::Edited => format!(": {}", readings.iter().map(plainly).collect::<Vec<_>>().join(&sign(" … "))),
                wording => format!(", {}: {}", relation(wording), apparatus.words_of(place)),
            };
            out.push_str(&format!("  {} {}{said}\n", sign(class_mark(carrier.class)), apparatus.source(place)));
        }
    }
    out.push('\n');
    for (article, alone) in apparatus.articles().zip(&apparatus.alone) {
        out.push_str(&format!("{} in {}\n", plural(*alone, "unmatched statement"), named(article)));
    }
    out
}

/// The name of an article, with its title behind it if it has one.
fn named(article: &Article) -> String {
    match &article.meta.title {
        Some(_) => format!("{} ({})", article.name, article.cited()),
        None => article.name.clone(),
    }
}

fn plainly(Reworking { lead, own }: &Reworking) -> String {
    match (lead.is_empty(), own.is_empty()) {
        (false, true) => format!("[-{lead}-]"),
        (true, false) => format!("{{+{own}+}}"),
        _ => format!("[-{lead}-] {{+{own}+}}"),
    }
}

fn relation(wording: Wording) -> &'static str {
    match wording {
        Wording::Exact => "the same words",
        Wording::Edited => "edited",
        Wording::Part => "part of it",
        Wording::Whole => "all of it and more",
        Wording::Clause => "may share part of it",
    }
}

/// Writes an apparatus as Markdown: each statement as a quotation, with a list of the sentences that make it; differing words in bold.
pub fn apparatus_markdown(apparatus: &Apparatus<'_>) -> String {
    let mut out = format!("## {} in several articles\n", plural(apparatus.statements.len(), "statement"));
    for (number, statement) in apparatus.statements.iter().enumerate() {
        let (said, source) = (escaped(&apparatus.words_of(statement.lead)), escaped(&apparatus.source(statement.lead)));
        out.push_str(&format!(
            "\n### {}{}\n\n> {said}\n>\n> {} {source}\n\n",
            number + 1,
            decision_mark(statement.decided),
            sign("—")
        ));
        for carrier in &statement.carriers {
            let place = carrier.member.place;
            let readings = apparatus.readings(statement, carrier);
            let said = match carrier.member.wording {
                Wording::Edited if !readings.is_empty() => readings.iter().map(boldly).collect::<Vec<_>>().join("; "),
                Wording::Exact | Wording::Edited => relation(Wording::Exact).to_owned(),
                wording => format!("{}: {}", relation(wording), escaped(&apparatus.words_of(place))),
            };
            out.push_str(&format!("- {}: {said}\n", escaped(&apparatus.source(place))));
        }
    }
    out.push('\n');
    for (article, alone) in apparatus.articles().zip(&apparatus.alone) {
        out.push_str(&format!("- {} in {}\n", plural(*alone, "unmatched statement"), escaped(&named(article))));
    }
    out
}

fn boldly(Reworking { lead, own }: &Reworking) -> String {
    match (lead.is_empty(), own.is_empty()) {
        (false, true) => format!("without **{}**", escaped(lead)),
        (true, false) => format!("with **{}**", escaped(own)),
        _ => format!("**{}** for **{}**", escaped(own), escaped(lead)),
    }
}
