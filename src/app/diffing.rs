//! What keys do in a diff.

use super::app::App;
use super::app::Mode;
use super::prompt::Asked;
use crate::app::jobs::Effect;
use crate::app::keys::Action;
use crate::app::keys::Found;
use crate::app::keys::Keys;
use crate::app::keys::Phase;
use crate::page::{Folds, Item, Spot};
use crate::text::Side;

impl App {
    /// Does what a key asks for while a diff is shown.
    pub(super) fn diffing(&mut self, action: Action, count: Option<usize>) -> Vec<Effect> {
        let times = count.unwrap_or(1).cast_signed();
        match action {
            Action::Diff => return self.leave_diff(),
            Action::NextChange => self.step_changes(times),
            Action::PreviousChange => self.step_changes(-times),
            Action::Pull => self.go_to_other_end(),
            Action::Fold => self.fold_all(),
            Action::Accept => self.open_fold(),
            Action::MoreContext => self.widen(times),
            Action::LessContext => self.widen(-times),
            Action::Inline => self.turn_diff(),
            Action::Marks => return self.turn_marks(),
            Action::Copy => return self.copy_change(),
            Action::Edit => return self.edit_change(),
            Action::OtherPane => self.row.focus = self.row.focus.other(),
            Action::LeftPane => self.row.focus = Side::Left,
            Action::RightPane => self.row.focus = Side::Right,
            Action::Mouse => return self.switch_mouse(),
            Action::Help => self.mode = Mode::Helping { row: 0, filter: String::new() },
            Action::Command => self.prompt(Asked::Command, ""),
            Action::Cancel if count.is_none() => self.say_ways_out(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            _ => self.diff_moved(action, count),
        }
        Vec::new()
    }

    /// Gives the key that sentences name for an action in a diff.
    pub fn diff_key(&self, action: Action) -> String {
        self.settings.keymap.key(Phase::Diffing, action)
    }

    /// Moves the cursor in a diff.
    fn diff_moved(&mut self, action: Action, count: Option<usize>) {
        let height = self.geometry().rows().max(1);
        let times = count.unwrap_or(1).cast_signed();
        let (half, page) = ((height / 2).max(1).cast_signed(), height.saturating_sub(2).max(1).cast_signed());
        let rows = match action {
            Action::Down | Action::RollDown => times,
            Action::Up | Action::RollUp => -times,
            Action::HalfDown => times.saturating_mul(half),
            Action::HalfUp => -times.saturating_mul(half),
            Action::PageDown => times.saturating_mul(page),
            Action::PageUp => -times.saturating_mul(page),
            Action::Top | Action::Bottom => return self.go_in_diff(action, count),
            _ => return,
        };
        let Some(diff) = &mut self.diff else { return };
        let moved = match action {
            Action::Down | Action::Up => diff.walk(rows, height),
            Action::RollDown | Action::RollUp => diff.roll(rows, height),
            _ => diff.scroll(rows, height),
        };
        if !moved {
            self.say(if rows > 0 { "the end of both" } else { "the top of both" });
        }
    }

    /// Scrolls a diff, as the mouse's wheel does.
    pub(super) fn roll_diff(&mut self, rows: isize) {
        let height = self.geometry().rows().max(1);
        if self.diff.as_mut().is_some_and(|diff| !diff.roll(rows, height)) {
            self.say(if rows > 0 { "the end of both" } else { "the top of both" });
        }
    }

    /// Puts the cursor of a diff on a row; on a fold that was there already, opens it.
    pub(super) fn click_diff(&mut self, side: Option<Side>, spot: Spot) {
        let height = self.geometry().rows().max(1);
        self.row.focus = side.unwrap_or(self.row.focus);
        let Some(diff) = &mut self.diff else { return };
        let row = diff.row_of(spot, height);
        diff.put(spot, row, height);
        if matches!(diff.item(), Some(Item::Fold(_))) {
            self.open_fold();
        }
    }

    /// Goes to a place in a side's text.
    pub(super) fn go_to_place_in_diff(&mut self, side: Side, place: usize) {
        let height = self.geometry().rows().max(1);
        self.row.focus = side;
        if let Some(diff) = &mut self.diff {
            diff.go(diff.sheet.spot_of(side, place), height);
        }
    }

    /// Goes to the top or the end, or to a paragraph of the side that keys act on.
    fn go_in_diff(&mut self, action: Action, count: Option<usize>) {
        let (height, side) = (self.geometry().rows().max(1), self.row.focus);
        let Some(diff) = &mut self.diff else { return };
        let paragraphs = &diff.sheet.compared().articles[side].paragraphs;
        let (all, from) = (paragraphs.len(), diff.cursor);
        let spot = match (count, action) {
            (Some(number), _) => {
                let at = number.clamp(1, all.max(1)) - 1;
                let place = paragraphs.get(at).map_or(0, |paragraph| paragraph.span.start());
                diff.sheet.spot_of(side, place)
            }
            (None, Action::Top) => Spot::default(),
            (None, _) => diff.sheet.last(),
        };
        match count {
            Some(_) => diff.go(spot, height),
            None => {
                let row = if action == Action::Top { 0 } else { height.cast_signed() };
                diff.put(spot, row, height);
            }
        }
        let stays = diff.cursor == from;
        match count.filter(|number| *number > all) {
            Some(_) => self.say(format!("the article has {all} paragraphs")),
            None if stays => self.say("the cursor stands there already"),
            None => {}
        }
    }

    /// Folds all that is unchanged, or shows it.
    fn fold_all(&mut self) {
        let height = self.geometry().rows().max(1);
        let Some(diff) = &mut self.diff else { return };
        let folds = diff.sheet.folds().clone();
        let folded = !folds.folded || !folds.opened.is_empty();
        diff.fold(Folds { folded, opened: Vec::new(), ..folds }, height);
        self.say(if folded { "what is unchanged is folded" } else { "all is shown" });
    }

    /// Opens the fold under the cursor, or closes the one that was opened there.
    fn open_fold(&mut self) {
        let height = self.geometry().rows().max(1);
        let Some(diff) = &mut self.diff else { return };
        let mut folds = diff.sheet.folds().clone();
        let bands = diff.sheet.bands_at(diff.cursor);
        match (diff.item(), diff.sheet.fold_of(bands.start)) {
            (Some(Item::Fold(_)), _) => folds.opened.push(bands.start),
            (_, Some(fold)) if folds.folded => folds.opened.retain(|band| !fold.contains(band)),
            (_, Some(_)) => {
                let key = self.diff_key(Action::Fold);
                return self.say(format!("all is shown; {key} folds what is unchanged"));
            }
            _ => return self.warn("there is no fold here"),
        }
        diff.fold(folds, height);
    }

    /// Shows so many paragraphs more around each change.
    fn widen(&mut self, by: isize) {
        let height = self.geometry().rows().max(1);
        let Some(diff) = &mut self.diff else { return };
        let folds = diff.sheet.folds().clone();
        let context = folds.context.saturating_add_signed(by);
        if context == folds.context {
            return self.say("no paragraph more is shown around a change");
        }
        self.manner.context = context;
        diff.fold(Folds { context, folded: true, ..folds }, height);
        self.say(match context {
            0 => "only what changed is shown".to_owned(),
            1 => "1 paragraph is shown around each change".to_owned(),
            more => format!("{more} paragraphs are shown around each change"),
        });
    }

    fn turn_diff(&mut self) {
        let (screen, height) = ((self.size, self.settings.measure), self.geometry().rows().max(1));
        if let Some(diff) = &mut self.diff {
            self.manner.layout = diff.turn(screen, height);
        }
    }

    /// Says that keys mean nothing in a diff, or that they are for the reading view.
    pub(super) fn say_not_in_diff(&mut self, keys: &Keys) {
        let (back, help) = (self.diff_key(Action::Diff), self.diff_key(Action::Help));
        self.warn(match self.settings.keymap.find(Phase::Reading, keys) {
            Found::Action(action) => {
                format!("{keys} ({}) is for the reading view; {back} goes there", action.name())
            }
            Found::Begun | Found::Nothing => format!("{keys} means nothing here; {help} shows the keys"),
        });
    }

    fn say_ways_out(&mut self) {
        let (back, quit) = (self.diff_key(Action::Diff), self.diff_key(Action::Quit));
        self.say(format!("{back} goes to the reading view, {quit} quits"));
    }

    /// Copies the change as both have it, or the unchanged paragraph, each with its source.
    fn copy_change(&mut self) -> Vec<Effect> {
        let parts = self.diff.as_ref().map(|diff| diff.readings(self.row.focus)).unwrap_or_default();
        self.copy_parts(&parts)
    }

    /// Opens the side that keys act on in the reader's editor, at the paragraph of the cursor.
    fn edit_change(&mut self) -> Vec<Effect> {
        if let Some(diff) = &mut self.diff {
            let place = (self.row.focus, diff.place_on(self.row.focus));
            let place = diff.carried_to(self.row[self.row.focus].open_article(), place);
            // The pane does not stand any more where it did.
            diff.entered = None;
            self.row.focused_mut().cursor = place;
        }
        self.edit()
    }
}
