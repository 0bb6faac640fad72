//! What is shown of the modes, asked of the whole program.

use super::app::App;
use crate::app::modes::command::Candidate;
use crate::app::modes::dimmed::spans_in;
use crate::app::modes::help::{HelpSheet, sheet};
use crate::app::modes::mode::{Helping, Mode};
use crate::app::modes::recall::candidates_of;
use crate::text::Span;

/// The help as it is shown now.
pub fn help_sheet(app: &App) -> HelpSheet {
    let closed = Helping { of: app.desk.ground(), list: None, legend: false, row: 0, filter: String::new() };
    sheet(&app.desk, app.modes.help().unwrap_or(&closed))
}

/// The first row of the help that is shown; `None` if the help is closed.
pub fn help_row(app: &App) -> Option<usize> {
    app.modes.help().map(|help| help.row)
}

/// The filter of the help.
pub fn help_filter(app: &App) -> &str {
    app.modes.help().map_or("", |help| &help.filter)
}

/// The completions of the line being typed.
pub fn candidates(app: &App) -> Vec<Candidate> {
    match app.modes.top() {
        Some(Mode::Prompting(prompt)) => candidates_of(prompt, &app.desk),
        _ => Vec::new(),
    }
}

/// The passages of an article that the proposed rule would hide, in order.
pub fn would_hide(app: &App, article: usize) -> &[Span] {
    let check = match app.modes.seen() {
        Some(Mode::Picking(picker)) => picker.check.known(),
        Some(Mode::Proposing(proposals)) => proposals.check.known(),
        _ => None,
    };
    spans_in(check, article)
}
