//! Editing in a diff: takes the old text of a change, or both, with undo. The new text is the result, which can be saved.

use super::changes::{all_marks, changes_done, is_done, mark_of_band, take_review, undecided};
use super::desk::Desk;
use super::diff_job::diff_pair;
use super::diff_settings::ChangeFilter;
use super::diff_steps::step_changes;
use super::reopen::turn_to_new;
use super::taking_state::TakingStep;
use crate::app::jobs::{Edit, Effect, ResultFile};
use crate::app::keys::Action;
use crate::app::memory::Review;
use crate::article::{Article, DiskMap, Origin};
use crate::boilerplate::Mask;
use crate::page::{TakeFrom, taken};
use crate::text::{Side, plural};
use std::path::PathBuf;
use std::sync::Arc;

/// Takes the old text of the change under the cursor, or both texts.
pub(in crate::app) fn take_over(desk: &mut Desk, take: TakeFrom) {
    let Some(diff) = desk.diff.view.as_deref() else { return };
    if diff.number().is_none() {
        let next = desk.diff_key(Action::NextChange);
        return desk.warn(format!("Nothing changed here; {next} goes to the next change"));
    }
    if !is_current(desk) {
        return desk.warn("Still comparing");
    }
    let Some(diff) = desk.diff.view.as_deref() else { return };
    let (compared, band) = (diff.sheet.compared(), diff.sheet.bands_at(diff.cursor).start);
    if compared.articles.right.extracted {
        return desk.warn("This text was extracted from another kind of file, so it cannot take changes");
    }
    let text = taken(compared, band, take);
    if text == compared.articles.right.text {
        if desk.diff.taking.decides() {
            return keep_new(desk);
        }
        return desk.warn("The result has this already");
    }
    put_result(desk, text);
    desk.say(match (take, desk.diff.taking.decides()) {
        (TakeFrom::Left, false) => "Took the left text; u undoes",
        (TakeFrom::Both, false) => "Took both texts, the left one first; u undoes",
        (TakeFrom::Left, true) => "Took theirs; u undoes",
        (TakeFrom::Both, true) => "Took theirs and ours; u undoes",
    });
}

/// Keeps the new text of the change under the cursor: marks it as reviewed and goes to the next one.
pub(in crate::app) fn keep_new(desk: &mut Desk) {
    let standing =
        desk.diff.view.as_deref().and_then(|diff| mark_of_band(diff, diff.sheet.bands_at(diff.cursor).start));
    let Some(mark) = standing else {
        let next = desk.diff_key(Action::NextChange);
        return desk.warn(format!("Nothing changed here; {next} goes to the next change"));
    };
    let is_kept =
        desk.diff.view.as_deref().is_some_and(|diff| is_done(desk, diff, diff.sheet.bands_at(diff.cursor).start));
    if !is_kept {
        take_review(desk, Review { mark, done: true });
        desk.diff.taking.undo.push(TakingStep::Kept(mark));
        desk.diff.taking.redo.clear();
    }
    let (done, all) = desk.diff.view.as_deref().map_or((0, 0), |diff| changes_done(desk, diff));
    step_changes(desk, 1);
    let decides = desk.diff.taking.decides();
    let (kept, settled) = match (decides, is_kept) {
        (true, false) => ("Kept ours", "decided"),
        // What was taken may be both.
        (true, true) => ("Decided before", "decided"),
        (false, _) => ("Kept the right text", "reviewed"),
    };
    let then = if decides && done == all { " · :w writes the result" } else { "" };
    desk.say(format!("{kept}; the result is unchanged · {done} of {all} {settled}{then}"));
}

/// Opens the result in the reader's editor, at the paragraph of the cursor.
pub(in crate::app) fn edit_result(desk: &mut Desk) {
    let Some(diff) = desk.diff.view.as_deref().filter(|_| is_current(desk)) else {
        return desk.warn("Still comparing");
    };
    let article = Arc::clone(&diff.sheet.compared().articles.right);
    if article.extracted {
        return desk.warn("This text was extracted from another kind of file, so it cannot be edited as text");
    }
    let place = diff.place_on(Side::Right);
    let line = article.text.get(..place).unwrap_or_default().matches('\n').count() + 1;
    let index = desk.row[Side::Right].article;
    let name = PathBuf::from(&article.name);
    desk.ask(Effect::Edit(Edit { article: index, path: name, line, text: Some(article.text.clone()) }));
}

/// Takes in the text from the editor as the result.
pub(in crate::app) fn take_text(desk: &mut Desk, text: String) {
    if desk.row[Side::Right].open_article().text == text {
        return desk.say("Nothing was edited");
    }
    put_result(desk, text);
    desk.say("Took what you edited; u undoes");
}

/// Undoes the last step; returns whether there was one.
pub(in crate::app) fn undo_taking(desk: &mut Desk) -> bool {
    let Some(step) = desk.diff.taking.undo.pop() else { return false };
    let back = turned(desk, step, false);
    desk.diff.taking.redo.push(back);
    true
}

/// Redoes the last step undone; returns whether there was one.
pub(in crate::app) fn redo_taking(desk: &mut Desk) -> bool {
    let Some(step) = desk.diff.taking.redo.pop() else { return false };
    let back = turned(desk, step, true);
    desk.diff.taking.undo.push(back);
    true
}

/// Undoes or redoes a step; returns the one that turns it back.
fn turned(desk: &mut Desk, step: TakingStep, again: bool) -> TakingStep {
    match step {
        TakingStep::Text(article) => {
            let now = Arc::clone(desk.row[Side::Right].open_article());
            show_result(desk, article);
            desk.say(if again { "Redid it" } else { "Undid the last step" });
            TakingStep::Text(now)
        }
        TakingStep::Kept(mark) => {
            take_review(desk, Review { mark, done: again });
            let decides = desk.diff.taking.decides();
            desk.say(match (again, decides) {
                (true, _) => "Kept the right text again",
                (false, true) => "Undid the last step: the conflict is not decided",
                (false, false) => "Undid the last step: the change is not reviewed",
            });
            TakingStep::Kept(mark)
        }
    }
}

/// Whether the diff is of the texts that are open, which is not so while they are being compared again.
fn is_current(desk: &Desk) -> bool {
    let shown = desk.diff.view.as_deref().map(|diff| &diff.sheet.compared().articles.right);
    shown.is_some_and(|shown| Arc::ptr_eq(shown, desk.row[Side::Right].open_article())) && !desk.awaits_diff()
}

fn put_result(desk: &mut Desk, text: String) {
    desk.diff.taking.before = desk.diff.taking.decides().then(|| all_marks(desk));
    let now = Arc::clone(desk.row[Side::Right].open_article());
    let conflicts = desk.diff.view.as_deref().map_or(0, |diff| diff.sheet.compared().count());
    let taking = &mut desk.diff.taking;
    if taking.edits() == 0 {
        taking.conflicts = conflicts;
    }
    taking.on_disk.get_or_insert_with(|| now.text.clone());
    taking.redo.clear();
    let disk = DiskMap::identity(text.len());
    let mut next = Article::new(now.name.clone(), now.origin.clone(), text, disk);
    next.meta = now.meta.clone();
    taking.undo.push(TakingStep::Text(now));
    show_result(desk, Arc::new(next));
}

/// Replaces the right text, and compares again.
fn show_result(desk: &mut Desk, article: Arc<Article>) {
    let index = desk.row[Side::Right].article;
    desk.diff.taking.warned = false;
    desk.diff.taking.agrees = false;
    desk.library.articles[index] = article;
    desk.library.masks[index] = Arc::new(Mask::default());
    desk.library.hidden_by_hand[index].clear();
    let pane = desk.row.ix(Side::Right);
    turn_to_new(desk, pane, index);
    desk.row.forget_all();
    diff_pair(desk);
}

/// Asks to write the result: to the named file, else to that of the new text.
pub(in crate::app) fn save_result(desk: &mut Desk, named: Option<&str>, forced: bool) {
    let article = Arc::clone(desk.row[Side::Right].open_article());
    let known = desk.diff.taking.on_disk.clone().unwrap_or_else(|| article.text.clone());
    if desk.diff.taking.decides() {
        let key = desk.key(Action::Diff);
        match if desk.awaits_diff() { None } else { undecided(desk) } {
            Some(0) => {}
            None if desk.awaits_diff() => return desk.warn("Still comparing"),
            None => return desk.warn(format!("{key} shows which conflicts are left to decide; nothing is written")),
            Some(left) => {
                desk.diff.manner.filter = ChangeFilter::Unreviewed;
                return desk.warn(format!("{} not decided yet; nothing is written", plural(left, "conflict")));
            }
        }
    }
    let place = desk.diff.taking.goes_to.clone();
    let own = match &article.origin {
        Origin::File { place, .. } if !article.extracted && !article.origin.is_part() => Some(place.clone()),
        _ => None,
    };
    let like = place.as_ref().and_then(|place| place.like.clone()).or_else(|| own.clone());
    let to = |path: PathBuf, expected: Option<String>| ResultFile {
        path,
        text: article.text.clone(),
        expected,
        like,
        forced,
    };
    let file = match (named, place) {
        (Some(named), _) => Some(to(PathBuf::from(named), None)),
        (None, Some(place)) => Some(to(place.path, place.expected)),
        (None, None) if own.is_some() && article.text == known => {
            return desk.say("Nothing to save");
        }
        (None, None) => own.map(|own| to(own, Some(known))),
    };
    let Some(file) = file else {
        return desk.warn("The right text has no file of its own; :w FILE names one");
    };
    desk.say(format!("Writing {} …", file.path.display()));
    desk.ask(Effect::Write(file));
}

/// Takes in that the result was written, or why not.
pub(in crate::app) fn take_written(desk: &mut Desk, file: &ResultFile, outcome: Result<(), String>) {
    match outcome {
        Err(reason) => desk.warn(reason),
        Ok(()) => {
            desk.diff.taking.on_disk = Some(file.text.clone());
            if let Some(place) = desk.diff.taking.goes_to.as_mut().filter(|place| place.path == file.path) {
                place.expected = Some(file.text.clone());
            }
            desk.say(format!("Wrote {}", file.path.display()));
        }
    }
}
