//! The hide prompt: what a new rule hides and where, with a preview.

use crate::app::rule_files;
use crate::page::spoken;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use super::ink::{Phrase, cut};
use super::question::{BoxView, LABEL, choices, cut_front, fitting, label, room, row_place, rows_of};
use super::role::Role;
use super::theme::Theme;
use crate::app::{App, Picker, PickerRow, RuleCheck, SCOPES, ScopeChoice};
use crate::boilerplate::{Effect as Hides, Fit, Rulebook, Unit, Warning, Way};
use crate::text::{percent_of, plural};

/// On a screen narrower than this, everything is said in short.
const NARROW: u16 = 70;
/// Columns before the path of a file.
const BETWEEN: usize = 3;
/// Columns for a source if there is little room.
const SOURCE: usize = 24;
/// Warnings shown at most.
const WARNINGS: usize = 2;

/// The hide prompt.
pub(super) struct PickerView<'a> {
    /// The program.
    pub app: &'a App,
    /// The rule being made.
    pub picker: &'a Picker,
    /// How it looks.
    pub theme: &'a Theme,
}

impl Widget for PickerView<'_> {
    fn render(self, body: Rect, buf: &mut Buffer) {
        let rows = self.rows(room(body), rows_of(body));
        BoxView { title: " Hide for good ".to_owned(), rows, theme: self.theme }.render(body, buf);
    }
}

/// The row that the reader changed last.
pub(super) fn picker_place(view: &PickerView<'_>, body: Rect) -> Position {
    let [all, shown] = [usize::MAX, rows_of(body)].map(|height| view.rows(room(body), height).len());
    let left_out = all.saturating_sub(shown);
    let at = match view.picker.row {
        PickerRow::Where => 2 - left_out.min(1),
        PickerRow::File if left_out < 2 => 3 - left_out,
        PickerRow::What | PickerRow::File => 0,
    };
    row_place(at, shown, body)
}

impl PickerView<'_> {
    /// The rows; if there is little room, without the words, which are visible in the pane.
    fn rows(&self, width: usize, height: usize) -> Vec<Phrase> {
        let mut rows = vec![self.ways(width), self.words(), self.scopes(width)];
        rows.push(file_choice(self.app, self.picker.article, self.picker.file, width));
        rows.extend(match &self.picker.wrong {
            Some(wrong) => vec![label("").with(Role::Warning, wrong.clone())],
            None => hides(self.app, self.picker.article, self.picker.check.settled()),
        });
        // What the pane shows too is left out first, then the file.
        for at in [1, 2] {
            if rows.len() > height {
                rows.remove(at);
            }
        }
        rows
    }

    fn ways(&self, width: usize) -> Phrase {
        let said = |say: fn(Way) -> &'static str| self.picker.ways.iter().map(|way| say(way.way).to_owned()).collect();
        fitting("what", &[said(long), said(short)], self.picker.chosen, width)
    }

    fn words(&self) -> Phrase {
        let text = |text: &str| format!("“{text}”");
        let (before, words) = match &self.picker.rule.fit {
            Fit::Exactly(words) => (String::new(), text(words)),
            Fit::Loosely(words) => ("ignoring numbers and small changes: ".to_owned(), text(words)),
            Fit::BeginsSo(unit, words) => (format!("every {} that begins with ", unit.name()), text(words)),
            Fit::Contains(unit, words) => (format!("every {} that contains ", unit.name()), text(words)),
            Fit::Pattern(Unit::Words, words) => ("text that matches ".to_owned(), words.clone()),
            Fit::Pattern(unit, words) => (format!("every {} that matches ", unit.name()), words.clone()),
            Fit::ToEnd(unit, words) => (format!("everything from the {} that begins with ", unit.name()), text(words)),
            Fit::Between(_, ends) => (String::new(), format!("from “{}” to “{}”", ends.from, ends.to)),
        };
        label("").with(Role::Quiet, before).with(Role::Text, words)
    }

    fn scopes(&self, width: usize) -> Phrase {
        let long = SCOPES.iter().map(|scope| self.scope(*scope)).collect();
        let named = SCOPES.iter().map(|scope| self.named(*scope)).collect();
        let short = SCOPES.iter().map(|scope| brief(*scope).to_owned()).collect();
        fitting("where", &[long, named, short], self.picker.scope, width)
    }

    /// Says in few words where it would apply, with the source's name.
    fn named(&self, scope: ScopeChoice) -> String {
        let source =
            self.app.desk.library.articles.get(self.picker.article).map_or("", |article| article.source.as_str());
        match scope {
            ScopeChoice::Source if !source.is_empty() => format!("in {}", cut(source, SOURCE)),
            scope => brief(scope).to_owned(),
        }
    }

    fn scope(&self, scope: ScopeChoice) -> String {
        let Some(article) = self.app.desk.library.articles.get(self.picker.article) else { return String::new() };
        match scope {
            ScopeChoice::Article => "in this article".to_owned(),
            ScopeChoice::Source if article.source.is_empty() => "in this source".to_owned(),
            ScopeChoice::Source => format!("in articles from ‘{}’", article.source),
            ScopeChoice::Everywhere => "everywhere".to_owned(),
        }
    }
}

/// Says in which file a rule for an article is kept, and in which others it could be.
pub(super) fn file_choice(app: &App, article: usize, number: usize, width: usize) -> Phrase {
    let files = rule_files(&app.desk, article);
    let chosen = number.min(files.len().saturating_sub(1));
    let Some(file) = files.get(chosen) else { return label("file") };
    let names: Vec<String> = files.iter().enumerate().map(|(at, book)| owner(at, book)).collect();
    let phrase = choices("file", &names, chosen);
    let new = if file.made || file.file.as_os_str().is_empty() { "" } else { " (new)" };
    let room = width.saturating_sub(phrase.width() + BETWEEN + new.len());
    phrase.with(Role::Quiet, format!("{:BETWEEN$}{}{new}", "", cut_front(&file.shown, room)))
}

fn owner(at: usize, book: &Rulebook) -> String {
    match at {
        0 if book.file.as_os_str().is_empty() => "this session only".to_owned(),
        0 => "yours".to_owned(),
        1 => "the team’s".to_owned(),
        _ => "an outer folder’s".to_owned(),
    }
}

/// Says what a rule would hide, and what is suspicious about that.
pub(super) fn hides(app: &App, article: usize, check: Option<&RuleCheck>) -> Vec<Phrase> {
    let Some(RuleCheck { hides, warnings }) = check else {
        return vec![label("hides").with(Role::Quiet, "counting …")];
    };
    let places = |hides: &Hides| hides.spans.len();
    let here = hides.get(article).map_or(0, places);
    let all: usize = hides.iter().map(places).sum();
    let words: usize = hides.iter().map(|hides| hides.words).sum();
    let in_articles = hides.iter().filter(|hides| places(hides) > 0).count();
    let open = app.desk.library.articles.iter().filter(|article| !article.name.is_empty()).count();
    let (is_idle, words) = (all == 0, plural(words, "word"));
    let (here, all) = match app.desk.view.size.width < NARROW {
        true => (format!("{here} here"), format!("{all} in {in_articles} of {open}")),
        false => {
            let all = format!("{all} in all, in {in_articles} of {open} open articles");
            (format!("{} here", plural(here, "passage")), all)
        }
    };
    let figures = label("hides").with(Role::Figure, here).with(Role::Text, format!(" · {all} · {words}"));
    let mut said: Vec<String> = warnings.iter().map(|warning| warned(app, hides, *warning)).collect();
    if is_idle {
        said.push("Warning: would hide nothing".to_owned());
    }
    if let Some(more) = said.len().checked_sub(WARNINGS).filter(|more| *more > 0) {
        said.truncate(WARNINGS);
        if let Some(last) = said.last_mut() {
            last.push_str(&format!(" (and {more} more)"));
        }
    }
    let before = " ".repeat(LABEL);
    let said = said.into_iter().map(|said| Phrase::default().with(Role::Warning, format!("{before}{said}")));
    std::iter::once(figures).chain(said).collect()
}

fn warned(app: &App, hides: &[Hides], warning: Warning) -> String {
    let name = |at: usize| app.desk.library.articles.get(at).map_or_else(String::new, |article| spoken(article));
    match warning {
        Warning::Shared(at, words) if app.desk.view.size.width < NARROW => {
            format!("In {}, {} match another", at + 1, plural(words, "word"))
        }
        Warning::Shared(at, words) => {
            format!("Warning: {words} of these words in {} match another article", name(at))
        }
        Warning::All(at) => format!("Warning: that is all of {}", name(at)),
        Warning::Much(at) => {
            let percent = hides.get(at).map_or(0, |it| percent_of(it.words, it.of));
            format!("Warning: that is {percent} % of {}", name(at))
        }
    }
}

fn long(way: Way) -> &'static str {
    match way {
        Way::Exactly => "exactly this",
        Way::Loosely => "loosely",
        Way::BeginsSo => "begins with",
        Way::Contains => "contains",
        Way::Pattern => "pattern",
        Way::ToEnd => "to the end",
        Way::Between => "to the second mark",
    }
}

fn short(way: Way) -> &'static str {
    match way {
        Way::Exactly => "exactly",
        Way::Loosely => "loosely",
        Way::BeginsSo => "begins with",
        Way::Contains => "contains",
        Way::Pattern => "pattern",
        Way::ToEnd => "to the end",
        Way::Between => "to mark 2",
    }
}

fn brief(scope: ScopeChoice) -> &'static str {
    match scope {
        ScopeChoice::Article => "this article",
        ScopeChoice::Source => "this source",
        ScopeChoice::Everywhere => "everywhere",
    }
}
