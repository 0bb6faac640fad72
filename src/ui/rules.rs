//! The list of rules: each rule on a row with what it hides here, under its file if there are several, and below the list the details of
//! the chosen one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use super::ink::{Phrase, cut, measure};
use super::question::{BoxView, cut_front, room, row_place, rows_of};
use super::role::Role;
use super::theme::Theme;
use crate::app::{App, RuleList};
use crate::boilerplate::{Does, Fit, Placed, Reach, Rule, Scope};
use crate::text::plural;

/// Rows below the list: a blank one, the rule's words, where it applies, its file.
const BELOW: usize = 4;
/// Columns for how many passages a rule hides.
const COUNT: usize = 28;
/// As many on a narrow screen.
const LEAST: usize = 20;

/// The list of rules.
pub(super) struct RulesView<'a> {
    /// The program.
    pub app: &'a App,
    /// The reader's place.
    pub list: &'a RuleList,
    /// How it looks.
    pub theme: &'a Theme,
}

impl Widget for RulesView<'_> {
    fn render(self, body: Rect, buf: &mut Buffer) {
        let rules = &self.app.desk.rules.books;
        let (rows, _) = self.shown(body);
        let on = rules.each().filter(|placed| placed.rule.enabled).count();
        let title = format!(" Rules · {on} of {} on ", rules.count());
        BoxView { title, rows, theme: self.theme }.render(body, buf);
    }
}

/// The row of the chosen rule.
pub(super) fn rules_place(view: &RulesView<'_>, body: Rect) -> Position {
    let (rows, at) = view.shown(body);
    row_place(at, rows.len(), body)
}

impl RulesView<'_> {
    /// The rows of the box, and which of them is the chosen rule's.
    fn shown(&self, body: Rect) -> (Vec<Phrase>, usize) {
        let (width, height) = (room(body), rows_of(body));
        let below = if height > BELOW * 2 { BELOW } else { 0 };
        let (all, stands) = self.rows(width);
        let shown = all.len().min(height.saturating_sub(below).max(1));
        let first = (stands + 1).saturating_sub(shown);
        let mut rows: Vec<Phrase> = all.into_iter().skip(first).take(shown).collect();
        if let Some(placed) = self.app.desk.rules.books.nth(self.list.at).filter(|_| below > 0) {
            rows.extend([Phrase::default(), words(placed.rule), holds(placed.rule), file(placed, width)]);
        }
        (rows, stands.saturating_sub(first))
    }

    /// All rows, and the index of the chosen one; each file is named above its rules if more than one has any.
    fn rows(&self, width: usize) -> (Vec<Phrase>, usize) {
        let several = self.app.desk.rules.books.books.iter().filter(|book| !book.rules.rules.is_empty()).count() > 1;
        let (mut rows, mut stands) = (Vec::new(), 0);
        for (number, placed) in self.app.desk.rules.books.each().enumerate() {
            if several && placed.at == 0 {
                rows.push(Phrase::default().with(Role::Quiet, cut_front(&placed.book.shown, width)));
            }
            if number == self.list.at {
                stands = rows.len();
            }
            rows.push(self.row(number, placed, width));
        }
        (rows, stands)
    }

    fn row(&self, number: usize, placed: Placed<'_>, width: usize) -> Phrase {
        let rule = placed.rule;
        let (mark, role) = if number == self.list.at { ("▸ ", Role::Chosen) } else { ("  ", Role::Choice) };
        let state = if rule.enabled { "on  " } else { "off " };
        let counted = self.counted(number, placed);
        let count = COUNT.min((width / 2).max(LEAST));
        let room = width.saturating_sub(count + mark.chars().count() + state.len());
        let name = cut(&rule.name, room);
        let air = " ".repeat(room.saturating_sub(measure(&name, room)));
        let role = if rule.enabled { role } else { Role::Hidden };
        let role = if number == self.list.at { Role::Chosen } else { role };
        Phrase::default()
            .with(if number == self.list.at { Role::Chosen } else { Role::Quiet }, format!("{mark}{state}"))
            .with(role, name)
            .with(Role::Quiet, format!("{air}{counted:>count$}"))
    }

    fn counted(&self, number: usize, placed: Placed<'_>) -> String {
        match self.app.desk.rules.books.shadowing(placed).map(|instead| &instead.book.reach) {
            Some(Reach::Everywhere) => return "yours overrides it".to_owned(),
            Some(Reach::Below(_)) => return "inner one overrides".to_owned(),
            None => {}
        }
        match self.list.counted.known().and_then(|counted| counted.get(number)) {
            None => "counting …".to_owned(),
            Some((0, _)) => "no matches here".to_owned(),
            Some((passages, 1)) => plural(*passages, "passage"),
            Some((passages, articles)) => format!("{} in {articles} articles", plural(*passages, "passage")),
        }
    }
}

fn words(rule: &Rule) -> Phrase {
    let kind = match rule.fit.unit() {
        Some(unit) => format!("{} ({}): ", rule.fit.kind(), unit.name()),
        None => format!("{}: ", rule.fit.kind()),
    };
    let phrase = Phrase::default().with(Role::Quiet, kind).with(Role::Text, rule.fit.text());
    match &rule.fit {
        Fit::Between(_, ends) => phrase.with(Role::Quiet, " … to: ").with(Role::Text, ends.to.as_str()),
        _ => phrase,
    }
}

fn holds(rule: &Rule) -> Phrase {
    let place = match &rule.scope {
        Scope::Article(name) => format!("applies in {name}"),
        Scope::Source(name) => format!("applies in articles from ‘{name}’"),
        Scope::Everywhere => "applies everywhere".to_owned(),
    };
    let mut phrase = Phrase::default().with(Role::Quiet, place);
    if rule.does == Does::IgnoreInDiff {
        phrase.push(Role::Quiet, " · ignored in a diff, not hidden");
    }
    for said in [&rule.created, &rule.note].into_iter().filter(|said| !said.is_empty()) {
        phrase.push(Role::Quiet, format!(" · {said}"));
    }
    phrase
}

/// The file and line of a rule.
fn file(placed: Placed<'_>, width: usize) -> Phrase {
    if placed.book.file.as_os_str().is_empty() {
        return Phrase::default().with(Role::Quiet, "not saved");
    }
    let line = placed.line().map_or(String::new(), |line| format!(":{line}"));
    let shown = placed.book.shown.as_str();
    let room = width.saturating_sub(line.len());
    Phrase::default().with(Role::Quiet, format!("{}{line}", cut_front(shown, room)))
}
