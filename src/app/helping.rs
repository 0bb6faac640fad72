//! Helping: going through the help.

use super::app::App;
use super::asking::prompt;
use super::help::help_filter;
use super::help::help_row;
use super::help::help_sheet;
use super::mode::Asked;
use super::mode::Mode;
use crate::app::keys::Action;

/// Takes a key while the help is shown.
pub(super) fn helping(app: &mut App, action: Action, row: usize) {
    let half = usize::from(app.desk.view.size.height) / 2;
    let to = match action {
        Action::Down => row + 1,
        Action::Up => row.saturating_sub(1),
        Action::HalfDown => row + half,
        Action::HalfUp => row.saturating_sub(half),
        Action::Top => 0,
        Action::Bottom => usize::MAX,
        Action::Search => {
            let filter = help_filter(app).to_owned();
            prompt(app, Asked::Filter, &filter);
            return;
        }
        _ => {
            leave_help(app);
            return;
        }
    };
    show_help(app, to);
    if help_row(app) == Some(row) {
        app.desk.say(if to > row { "End of the help" } else { "Top of the help" });
    }
}

/// Opens the help on what is now shown.
pub(super) fn open_help(app: &mut App) {
    let over = std::mem::replace(&mut app.mode, Mode::Helping { row: 0, filter: String::new() });
    app.helped = Some(Box::new(over));
}

/// Shows the help from a row on, or from the last one that fills the screen.
pub(super) fn show_help(app: &mut App, row: usize) {
    let row = row.min(help_sheet(app).last);
    app.mode = Mode::Helping { row, filter: help_filter(app).to_owned() };
}

/// Shows all of the help again, or leaves it.
fn leave_help(app: &mut App) {
    app.mode = match help_filter(app) {
        "" => app.helped.take().map_or(Mode::Reading, |over| *over),
        _ => Mode::Helping { row: 0, filter: String::new() },
    };
}
