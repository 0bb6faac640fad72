//! Helping: going through the help.

use super::app::App;
use super::app::Mode;
use super::prompt::Asked;
use crate::app::jobs::Effect;
use crate::app::keys::Action;

impl App {
    /// Takes a key while the help is shown.
    pub(super) fn helping(&mut self, action: Action, row: usize) -> Vec<Effect> {
        let half = usize::from(self.size.height) / 2;
        let to = match action {
            Action::Down => row + 1,
            Action::Up => row.saturating_sub(1),
            Action::HalfDown => row + half,
            Action::HalfUp => row.saturating_sub(half),
            Action::Top => 0,
            Action::Bottom => usize::MAX,
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            Action::Search => {
                let filter = self.help_filter().to_owned();
                self.prompt(Asked::Filter, &filter);
                return Vec::new();
            }
            _ => {
                self.leave_help();
                return Vec::new();
            }
        };
        self.show_help(to);
        if self.help_row() == Some(row) {
            self.say(if to > row { "the end of the help" } else { "the top of the help" });
        }
        Vec::new()
    }

    /// Shows the help from a row on, or from the last one that fills the screen.
    pub(super) fn show_help(&mut self, row: usize) {
        let row = row.min(self.help_sheet().last);
        self.mode = Mode::Helping { row, filter: self.help_filter().to_owned() };
    }

    /// Shows all of the help again, or leaves it.
    fn leave_help(&mut self) {
        self.mode = match self.help_filter() {
            "" => Mode::Reading,
            _ => Mode::Helping { row: 0, filter: String::new() },
        };
    }
}
