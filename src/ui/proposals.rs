//! A proposal: what looks like boilerplate, why, and what its rule would hide.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use super::ink::Phrase;
use super::picking::{file_choice, hides};
use super::question::{BoxView, label, room, row_place, rows_of};
use super::role::Role;
use super::theme::Theme;
use crate::app::{App, Proposals};
use crate::boilerplate::{Proposal, Scope};

/// The row that names the file.
const FILE: usize = 4;

/// A proposal.
pub(super) struct ProposalView<'a> {
    /// The program.
    pub app: &'a App,
    /// The proposals.
    pub proposals: &'a Proposals,
    /// How it looks.
    pub theme: &'a Theme,
}

impl Widget for ProposalView<'_> {
    fn render(self, body: Rect, buf: &mut Buffer) {
        let count = self.proposals.found.known().map_or(0, Vec::len);
        let title = match self.proposals.now() {
            Some(_) => {
                let left = if self.proposals.has_decided() { " left" } else { "" };
                format!(" Boilerplate? {} of {count}{left} ", self.proposals.at + 1)
            }
            None => " Boilerplate? ".to_owned(),
        };
        BoxView { title, rows: self.shown(body), theme: self.theme }.render(body, buf);
    }
}

/// The first row of the proposal.
pub(super) fn proposal_place(view: &ProposalView<'_>, body: Rect) -> Position {
    row_place(0, view.shown(body).len(), body)
}

impl ProposalView<'_> {
    /// The rows that fit.
    fn shown(&self, body: Rect) -> Vec<Phrase> {
        let Some(proposal) = self.proposals.now() else {
            return vec![Phrase::default().with(Role::Quiet, "looking …")];
        };
        let mut rows = self.rows(proposal, room(body));
        // What the pane shows too is left out first, then the file.
        for at in [0, FILE - 1] {
            if rows.len() > rows_of(body) && at < rows.len() {
                rows.remove(at);
            }
        }
        rows
    }

    fn rows(&self, proposal: &Proposal, width: usize) -> Vec<Phrase> {
        let text = self.app.desk.library.articles.get(proposal.article).map_or("", |article| article.text.as_str());
        let text = text.get(proposal.span.range()).unwrap_or_default();
        let kind = match proposal.fit.unit() {
            Some(unit) => format!("{} ({})", proposal.fit.kind(), unit.name()),
            None => proposal.fit.kind().to_owned(),
        };
        let place = match &proposal.scope {
            Scope::Article(name) => format!("in {name}"),
            Scope::Source(name) => format!("in articles from ‘{name}’"),
            Scope::Everywhere => "everywhere".to_owned(),
        };
        let mut rows = vec![
            label("text").with(Role::Text, format!("“{text}”")),
            label("why").with(Role::Figure, proposal.why.describe()),
            label("rule").with(Role::Quiet, format!("{kind}: ")).with(Role::Text, format!("“{}”", proposal.fit.text())),
            label("where").with(Role::Text, place),
            file_choice(self.app, proposal.article, self.proposals.file, width),
        ];
        rows.extend(hides(self.app, proposal.article, self.proposals.check.settled()));
        rows
    }
}
