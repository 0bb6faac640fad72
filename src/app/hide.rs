//! Hiding: what the reader takes out of sight, and takes back.

use std::sync::Arc;

use super::app::App;
use super::app::Mode;
use super::undo::Hiding;
use crate::app::jobs::Effect;
use crate::app::keys::Action;
use crate::article::Article;
use crate::boilerplate::{Hidden, HiddenBy, Mask};
use crate::page::Folding;
use crate::text::Span;

impl App {
    /// Begins to mark, with the sentence at the cursor.
    pub(super) fn mark(&mut self) {
        let pane = self.focused();
        if pane.open_article().sentences.is_empty() {
            self.warn("there is nothing to mark");
            return;
        }
        let at = pane.open_article().sentence_at(pane.cursor);
        self.mode = Mode::Marking { from: at, to: at };
    }

    /// Takes a key while sentences are marked.
    pub(super) fn marking(&mut self, action: Action, count: Option<usize>) -> Vec<Effect> {
        let Mode::Marking { from, to } = self.mode else { return Vec::new() };
        let last = self.focused().open_article().sentences.len().saturating_sub(1);
        let times = count.unwrap_or(1);
        let (from, to) = match action {
            Action::Down => (from, to.saturating_add(times).min(last)),
            Action::Up => (from, to.saturating_sub(times)),
            Action::RightPane => (from.saturating_add(times).min(last), to.saturating_add(times).min(last)),
            Action::LeftPane => (from.saturating_sub(times), to.saturating_sub(times)),
            Action::Bottom => (from, last),
            Action::Hide => return self.hide(),
            Action::HideForGood => return self.ask(),
            Action::Copy => return self.copy(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            _ => {
                self.mode = Mode::Reading;
                return Vec::new();
            }
        };
        if self.mode == (Mode::Marking { from, to }) {
            self.say(if to == last { "the last sentence of the article" } else { "the first sentence of the article" });
        }
        self.mode = Mode::Marking { from, to };
        let height = self.geometry().rows();
        let pane = self.row.focused_mut();
        pane.cursor = pane.open_article().sentences.get(to).map_or(pane.cursor, |sentence| sentence.span.start());
        pane.show_cursor(height);
        Vec::new()
    }

    /// Gives what a hiding would act on: the marked sentences, else the paragraph under the cursor; `None`, and says why, where
    /// that is hidden already by something that is in the way.
    pub(super) fn target(&mut self, in_the_way: fn(&HiddenBy) -> bool) -> Option<Span> {
        let Some(target) = self.marked().or_else(|| self.under_cursor(in_the_way)) else {
            self.warn("there is nothing to hide");
            return None;
        };
        let pane = self.focused();
        let bars = pane.page.mask().hidden().iter().filter(|hidden| in_the_way(&hidden.by));
        let bars = Mask::new(bars.cloned().collect());
        let bar = match self.marked() {
            None => bars.at(pane.cursor),
            Some(_) => bars.at(target.start()).filter(|_| open_parts(pane.open_article(), &bars, target).is_empty()),
        };
        let Some(name) = bar.map(|bar| self.rule_name(pane.open_article(), bar).to_owned()) else {
            return Some(target);
        };
        self.warn(format!("already hidden by {name}; {} shows what is hidden", self.key(Action::ShowHidden)));
        None
    }

    /// Gives the paragraph under the cursor; but what was hidden there for this session, if that is not in the way.
    fn under_cursor(&self, in_the_way: fn(&HiddenBy) -> bool) -> Option<Span> {
        let pane = self.focused();
        let hidden = self.session[pane.article].iter().rev().find(|span| span.contains(pane.cursor));
        let paragraph = pane.open_article().paragraphs.get(pane.locus().0).map(|paragraph| paragraph.span);
        hidden.copied().filter(|_| !in_the_way(&HiddenBy::Session)).or(paragraph)
    }

    /// Hides the marked sentences, or the paragraph under the cursor, for this session.
    pub(super) fn hide(&mut self) -> Vec<Effect> {
        let Some(span) = self.target(|_| true) else { return Vec::new() };
        self.mode = Mode::Reading;
        let index = self.focused().article;
        let article = &self.articles[index];
        let parts = open_parts(article, &self.masks[index], span);
        let words: usize = parts.into_iter().map(|part| article.tokens_in(part).len()).sum();
        self.session[index].push(span);
        self.done(Hiding::Session(index, span));
        self.remask(index);
        let words = if words == 1 { "1 word".to_owned() } else { format!("{words} words") };
        let (undo, for_good) = (self.key(Action::Undo), self.key(Action::HideForGood));
        self.say(format!("{words} hidden for this session; {undo} takes it back, {for_good} hides for good"));
        self.collate_anew()
    }

    /// Shows hidden text, dimmed, or folds it again.
    pub(super) fn show_hidden(&mut self) {
        self.folding = match self.folding {
            Folding::Folded => Folding::Shown,
            Folding::Shown => Folding::Folded,
        };
        self.set_pages();
        let row = self.row.articles();
        let passages: usize = row.iter().map(|article| self.masks[*article].hidden().len()).sum();
        match (passages, self.folding) {
            (0, _) if row.len() > 2 => self.say("nothing is hidden in these articles"),
            (0, _) => self.say("nothing is hidden in these two"),
            (_, Folding::Shown) => {
                self.say(format!("hidden text is shown, dimmed; {} folds it again", self.key(Action::ShowHidden)));
            }
            (_, Folding::Folded) => self.say("hidden text is folded"),
        }
    }

    /// Hides at once what the session hides of an article; the answer to the next job has the last word.
    pub(super) fn remask(&mut self, index: usize) {
        let rules = self.masks[index].hidden().iter().filter(|hidden| hidden.by != HiddenBy::Session).cloned();
        let session = self.session[index].iter().map(|&span| Hidden { span, by: HiddenBy::Session });
        self.masks[index] = Arc::new(Mask::new(rules.chain(session).collect()));
        self.set_pages();
    }
}

/// Gives the parts of `span` that `mask` leaves to be seen, white space alone left out.
fn open_parts(article: &Article, mask: &Mask, span: Span) -> Vec<Span> {
    let blank = |part: &Span| article.text.get(part.range()).is_none_or(|part| part.trim().is_empty());
    mask.visible(span).into_iter().filter(|part| !blank(part)).collect()
}
