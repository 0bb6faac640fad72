//! The rule list: each rule on a row with what it hides here, and below what the one under the cursor says.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::ink::{Phrase, measure};
use super::question::{Question, room, rows_of};
use super::theme::{Role, Theme};
use crate::app::{App, RuleList};
use crate::boilerplate::{Rule, Scope};

/// Rows below the list: a blank one, the rule's words, where it holds.
const BELOW: usize = 3;
/// Columns for how many passages a rule hides.
const COUNT: usize = 20;

/// The list of rules.
pub(super) struct RulesView<'a> {
    /// The program.
    pub app: &'a App,
    /// Where one stands.
    pub list: &'a RuleList,
    /// How it looks.
    pub theme: &'a Theme,
}

impl Widget for RulesView<'_> {
    fn render(self, body: Rect, buf: &mut Buffer) {
        let (width, height) = (room(body), rows_of(body));
        let rules = &self.app.rules.rules;
        let below = if height > BELOW * 2 { BELOW } else { 0 };
        let shown = rules.len().min(height.saturating_sub(below).max(1));
        let first = self.list.at.saturating_sub(shown.saturating_sub(1));
        let listed = rules.iter().enumerate().skip(first).take(shown);
        let mut rows: Vec<Phrase> = listed.map(|(at, rule)| self.row((at, rule), width)).collect();
        if let Some(rule) = rules.get(self.list.at).filter(|_| below > 0) {
            rows.extend([Phrase::default(), words(rule), holds(rule)]);
        }
        let on = rules.iter().filter(|rule| rule.enabled).count();
        let title = format!(" Rules · {on} of {} on ", rules.len());
        Question { title, rows, theme: self.theme }.render(body, buf);
    }
}

impl RulesView<'_> {
    fn row(&self, (at, rule): (usize, &Rule), width: usize) -> Phrase {
        let (mark, role) = if at == self.list.at { ("▸ ", Role::Chosen) } else { ("  ", Role::Choice) };
        let state = if rule.enabled { "on  " } else { "off " };
        let counted = match self.list.counted.as_ref().and_then(|counted| counted.get(at)) {
            None => "counting …".to_owned(),
            Some((0, _)) => "never matched here".to_owned(),
            Some((1, _)) => "1 passage".to_owned(),
            Some((passages, 1)) => format!("{passages} passages"),
            Some((passages, articles)) => format!("{passages} in {articles} articles"),
        };
        let room = width.saturating_sub(COUNT + mark.chars().count() + state.len());
        let name = cut(&rule.name, room);
        let air = " ".repeat(room.saturating_sub(measure(&name, room)));
        let role = if rule.enabled { role } else { Role::Hidden };
        let role = if at == self.list.at { Role::Chosen } else { role };
        Phrase::default()
            .with(if at == self.list.at { Role::Chosen } else { Role::Quiet }, format!("{mark}{state}"))
            .with(role, name)
            .with(Role::Quiet, format!("{air}{counted:>COUNT$}"))
    }
}

/// Gives the beginning of a text that has room, with an ellipsis where it is cut.
fn cut(text: &str, room: usize) -> String {
    if measure(text, room) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for glyph in super::ink::safe(text) {
        if measure(&kept, room) + glyph.width + 1 > room {
            break;
        }
        kept.push_str(&glyph.symbol);
    }
    kept + "…"
}

fn words(rule: &Rule) -> Phrase {
    let kind = match rule.fit.unit() {
        Some(unit) => format!("{} ({}): ", rule.fit.kind(), unit.name()),
        None => format!("{}: ", rule.fit.kind()),
    };
    Phrase::default().with(Role::Quiet, kind).with(Role::Text, rule.fit.text())
}

fn holds(rule: &Rule) -> Phrase {
    let place = match &rule.scope {
        Scope::Article(name) => format!("holds in {name}"),
        Scope::Source(name) => format!("holds in articles of {name}"),
        Scope::Everywhere => "holds everywhere".to_owned(),
    };
    let mut phrase = Phrase::default().with(Role::Quiet, place);
    for said in [&rule.created, &rule.note].into_iter().filter(|said| !said.is_empty()) {
        phrase.push(Role::Quiet, format!(" · {said}"));
    }
    phrase
}
