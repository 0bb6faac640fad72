//! The hide question: what a new rule hides and where, with what it would take away.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear, Widget};

use super::ink::{Pen, Phrase};
use super::theme::{Role, Theme};
use crate::app::{App, FITS, Picker, SCOPES, ScopeChoice};

/// Rows of the box, its border included.
const HEIGHT: u16 = 11;
/// The widest box.
const WIDTH: u16 = 100;
/// Columns before the choices.
const LABEL: usize = 7;
/// What stands before the choices of what to hide.
const WHAT: &str = "what";
/// Characters shown of what is marked at most.
const LONGEST: usize = 400;

/// The hide question.
pub(super) struct PickerView<'a> {
    /// The program.
    pub app: &'a App,
    /// What is asked.
    pub picker: &'a Picker,
    /// How it looks.
    pub theme: &'a Theme,
}

impl Widget for PickerView<'_> {
    fn render(self, body: Rect, buf: &mut Buffer) {
        let outer = self.place(body);
        let around = Rect { x: outer.x.saturating_sub(1), width: outer.width + 2, ..outer };
        Clear.render(around.intersection(body).intersection(buf.area), buf);
        let frame = Block::bordered().border_style(self.theme.style(Role::Frame));
        frame.title(" Hide for good ").title_style(self.theme.style(Role::Title)).render(outer, buf);
        let inner = Rect { x: outer.x + 2, y: outer.y + 1, width: outer.width.saturating_sub(4), ..outer };
        let inner = Rect { height: outer.height.saturating_sub(2), ..inner };
        for (row, phrase) in self.rows(inner).iter().enumerate() {
            Pen::new(buf, inner, row as u16).phrase(phrase, self.theme);
        }
    }
}

impl PickerView<'_> {
    /// Gives what is asked, where there is little room without air, and then with the choice that is made alone.
    fn rows(&self, room: Rect) -> Vec<Phrase> {
        let mut rows = vec![self.marked(), Phrase::default()];
        rows.extend((0..FITS.len()).map(|at| self.fit(at, if at == 0 { WHAT } else { "" })));
        rows.extend([self.scopes(usize::from(room.width)), Phrase::default()]);
        rows.extend(self.counted());
        let height = usize::from(room.height);
        if rows.len() > height {
            rows.retain(|row| !row.is_empty());
        }
        if rows.len() > height {
            rows = vec![self.fit(self.picker.fit, WHAT), self.scopes(usize::from(room.width))];
            rows.extend(self.counted());
        }
        rows
    }

    /// Places the box at the bottom, or at the top where the bottom would cover what is marked and the top does not.
    fn place(&self, body: Rect) -> Rect {
        let (width, height) = (body.width.min(WIDTH), body.height.min(HEIGHT));
        let bottom = Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height), width, height };
        let pane = self.app.focused();
        let row = |place: usize| pane.page.between(pane.top, pane.page.spot_of(place), usize::from(body.height));
        let first = row(self.picker.marked.start());
        let last = row(self.picker.marked.end().saturating_sub(1));
        let covered = last >= (body.height - height) as isize;
        if covered && first >= height as isize { Rect { y: body.y, ..bottom } } else { bottom }
    }

    fn marked(&self) -> Phrase {
        let text = self.app.articles.get(self.picker.article).map_or("", |article| article.text.as_str());
        let marked = text.get(self.picker.marked.range()).unwrap_or_default();
        Phrase::default().with(Role::Quiet, "“").with(Role::Text, shortened(marked)).with(Role::Quiet, "”")
    }

    fn fit(&self, at: usize, before: &str) -> Phrase {
        let label = FITS.get(at).map_or("", |fit| fit.label);
        let mut phrase = Phrase::default().with(Role::Quiet, format!("{before:<LABEL$}"));
        if at != self.picker.fit {
            return phrase.with(Role::Choice, format!("  {label}"));
        }
        phrase.push(Role::Chosen, format!("▸ {label} "));
        let words = self.picker.rule.fit.text();
        phrase.with(Role::Quiet, format!("  “{}”", shortened(words)))
    }

    fn scopes(&self, width: usize) -> Phrase {
        let all: Vec<ScopeChoice> = SCOPES.to_vec();
        let chosen: Vec<ScopeChoice> = SCOPES.get(self.picker.scope).copied().into_iter().collect();
        let long = self.scopes_said(&all, |scope| self.scope(scope));
        let brief = self.scopes_said(&all, |scope| short(scope).to_owned());
        let alone = self.scopes_said(&chosen, |scope| self.scope(scope));
        [long, brief].into_iter().find(|phrase| phrase.width() <= width).unwrap_or(alone)
    }

    fn scopes_said(&self, scopes: &[ScopeChoice], said: impl Fn(ScopeChoice) -> String) -> Phrase {
        let mut phrase = Phrase::default().with(Role::Quiet, format!("{:<LABEL$}", "where"));
        let chosen = SCOPES.get(self.picker.scope);
        for scope in scopes.iter().copied() {
            let (mark, role) = if chosen == Some(&scope) { ("▸ ", Role::Chosen) } else { ("  ", Role::Choice) };
            phrase.push(role, format!("{mark}{} ", said(scope)));
        }
        phrase
    }

    fn scope(&self, scope: ScopeChoice) -> String {
        let Some(article) = self.app.articles.get(self.picker.article) else { return String::new() };
        match scope {
            ScopeChoice::Article => format!("in {}", article.name),
            ScopeChoice::Source if article.source.is_empty() => "in this source".to_owned(),
            ScopeChoice::Source => format!("in articles of {}", article.source),
            ScopeChoice::Everywhere => "everywhere".to_owned(),
        }
    }

    /// Says what it would hide, and what is odd about that.
    fn counted(&self) -> Vec<Phrase> {
        let label = || Phrase::default().with(Role::Quiet, format!("{:<LABEL$}", "hides"));
        let Some(counted) = &self.picker.counted else {
            return vec![label().with(Role::Quiet, "  counting …")];
        };
        let here = counted.get(self.picker.article).map_or(0, |(passages, _)| *passages);
        let passages: usize = counted.iter().map(|(passages, _)| passages).sum();
        let words: usize = counted.iter().map(|(_, words)| words).sum();
        let in_articles = counted.iter().filter(|(passages, _)| *passages > 0).count();
        let open = self.app.articles.iter().filter(|article| !article.name.is_empty()).count();
        let figures = label()
            .with(Role::Figure, format!("  {here} here"))
            .with(Role::Text, format!(" · {passages} in {in_articles} of {open} open articles · {words} words"));
        let mut rows = vec![figures];
        rows.extend(
            self.warning(counted)
                .map(|warning| Phrase::default().with(Role::Warning, format!("{:LABEL$}  {warning}", ""))),
        );
        rows
    }

    fn warning(&self, counted: &[(usize, usize)]) -> Option<String> {
        if counted.iter().all(|(passages, _)| *passages == 0) {
            return Some("it would hide nothing".to_owned());
        }
        let articles = self.app.articles.iter().zip(counted);
        let (article, (_, words)) = articles.clone().max_by_key(|(article, (_, words))| {
            words.saturating_mul(1000).checked_div(article.tokens.len()).unwrap_or(0)
        })?;
        let percent = words.saturating_mul(100).checked_div(article.tokens.len()).unwrap_or(0);
        (words * 3 > article.tokens.len()).then(|| format!("that is {percent} % of {}", article.name))
    }
}

fn short(scope: ScopeChoice) -> &'static str {
    match scope {
        ScopeChoice::Article => "article",
        ScopeChoice::Source => "source",
        ScopeChoice::Everywhere => "everywhere",
    }
}

fn shortened(text: &str) -> &str {
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end])
}
