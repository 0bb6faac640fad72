//! The keys of the help.

use super::help::sheet;
use super::mode::{Asked, Helping, Mode};
use super::turn::Turn;
use crate::app::desk::desk::Desk;
use crate::app::jobs::Listed;
use crate::app::keys::{Action, Phase};

/// Opens the help for what is shown; over a list, with the marks of that list.
pub(in crate::app) fn open_help(of: Phase, list: Option<Listed>) -> Mode {
    Mode::Helping(Helping { of, list, legend: false, row: 0, filter: String::new() })
}

/// Opens the legend for what is shown.
pub(in crate::app) fn open_legend(of: Phase, list: Option<Listed>) -> Mode {
    Mode::Helping(Helping { of, list, legend: true, row: 0, filter: String::new() })
}

/// Takes an action while the help is shown.
pub(in crate::app) fn helping(help: &mut Helping, desk: &mut Desk, action: Action) -> Turn {
    let (half, row) = (usize::from(desk.view.size.height) / 2, help.row);
    let to = match action {
        Action::Down => row + 1,
        Action::Up => row.saturating_sub(1),
        Action::HalfDown => row + half,
        Action::HalfUp => row.saturating_sub(half),
        Action::Top => 0,
        Action::Bottom => usize::MAX,
        Action::Search => {
            help.row = 0;
            return Turn::Open(Mode::line(Asked::Filter, &help.filter));
        }
        _ if help.filter.is_empty() => return Turn::Close,
        _ => {
            narrow_help(help, "");
            return Turn::Stay;
        }
    };
    show_help(help, desk, to);
    if help.row == row {
        desk.say(if to > row { "End of the help" } else { "Top of the help" });
    }
    Turn::Stay
}

/// Shows the help from a row on, or from the last one that fills the screen.
pub(in crate::app) fn show_help(help: &mut Helping, desk: &Desk, row: usize) {
    help.row = row.min(sheet(desk, help).last);
}

/// Filters the help, and shows it from its first row.
pub(in crate::app) fn narrow_help(help: &mut Helping, filter: &str) {
    help.row = 0;
    filter.clone_into(&mut help.filter);
}
