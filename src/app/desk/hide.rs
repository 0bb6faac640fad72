//! Hides text for this session, and shows it again.

use super::collating::collate_anew;
use super::desk::Desk;
use super::done::remember_done;
use super::history::Hiding;
use super::masks::remask;
use super::pages::set_pages;

use crate::app::keys::Action;
use crate::article::Article;
use crate::boilerplate::{HiddenBy, Mask};
use crate::page::Folding;
use crate::text::{Span, plural};

/// What a hiding would act on: the marked sentences, else the paragraph under the cursor. `None`, with a message why, if that is already
/// hidden by something that is in the way.
pub(in crate::app) fn target(desk: &mut Desk, marked: Option<Span>, in_the_way: fn(&HiddenBy) -> bool) -> Option<Span> {
    let Some(target) = marked.or_else(|| under_cursor(desk, in_the_way)) else {
        desk.warn("Nothing to hide");
        return None;
    };
    let pane = desk.focused();
    let bars = pane.page.mask().hidden().iter().filter(|hidden| in_the_way(&hidden.by));
    let bars = Mask::new(bars.cloned().collect());
    let bar = match marked {
        None => bars.at(pane.cursor),
        Some(_) => bars.at(target.start()).filter(|_| open_parts(pane.open_article(), &bars, target).is_empty()),
    };
    let Some(name) = bar.map(|bar| desk.rule_name(pane.open_article(), bar).to_owned()) else {
        return Some(target);
    };
    desk.warn(format!("Already hidden by {name}; {} shows hidden text", desk.key(Action::ShowHidden)));
    None
}

/// The paragraph under the cursor, or what was hidden there for this session, if that is not in the way.
fn under_cursor(desk: &Desk, in_the_way: fn(&HiddenBy) -> bool) -> Option<Span> {
    let pane = desk.focused();
    let hidden = desk.library.hidden_by_hand[pane.article].iter().rev().find(|span| span.contains(pane.cursor));
    let paragraph = pane.open_article().paragraphs.get(pane.paragraph_id().0).map(|paragraph| paragraph.span);
    hidden.copied().filter(|_| !in_the_way(&HiddenBy::Session)).or(paragraph)
}

/// Hides the marked sentences, or the paragraph under the cursor, for this session; returns whether there was anything to hide.
pub(in crate::app) fn hide(desk: &mut Desk, marked: Option<Span>) -> bool {
    let Some(span) = target(desk, marked, |_| true) else { return false };
    let words = hide_together(desk, vec![(desk.focused().article, span)]);
    say_hidden(desk, words);
    true
}

/// Says how many words were hidden, and what to press next.
pub(in crate::app) fn say_hidden(desk: &mut Desk, words: usize) {
    let words = plural(words, "word");
    let (undo, for_good) = (desk.key(Action::Undo), desk.key(Action::HideForGood));
    desk.say(format!("Hid {words} for this session; {undo} undoes, {for_good} hides for good"));
}

/// Hides passages of articles for this session, so that one undo shows all of them again; returns how many words could be seen of them.
pub(in crate::app) fn hide_together(desk: &mut Desk, passages: Vec<(usize, Span)>) -> usize {
    let mut words = 0;
    for &(index, span) in &passages {
        let article = &desk.library.articles[index];
        let parts = open_parts(article, &desk.library.masks[index], span);
        words += parts.into_iter().map(|part| article.tokens_in(part).len()).sum::<usize>();
        desk.library.hidden_by_hand[index].push(span);
        remask(desk, index);
    }
    remember_done(desk, Hiding::Session(passages));
    collate_anew(desk);
    words
}

/// Shows hidden text dimmed, or folds it again.
pub(in crate::app) fn show_hidden(desk: &mut Desk) {
    let row = desk.row.articles();
    if row.iter().all(|article| desk.library.masks[*article].hidden().is_empty()) {
        let these = match row.len() {
            _ if !desk.has_pair() => "this article",
            3.. => "these articles",
            _ => "these two",
        };
        return desk.warn(format!("Nothing is hidden in {these}"));
    }
    desk.view.folding = match desk.view.folding {
        Folding::Folded => Folding::Shown,
        Folding::Shown => Folding::Folded,
    };
    set_pages(desk);
    match desk.view.folding {
        Folding::Shown => {
            desk.say(format!("Showing hidden text, dimmed; {} folds it again", desk.key(Action::ShowHidden)));
        }
        Folding::Folded => desk.say("Hidden text folded"),
    }
}

/// The parts of `span` that `mask` does not hide, except mere white space.
pub(super) fn open_parts(article: &Article, mask: &Mask, span: Span) -> Vec<Span> {
    let blank = |part: &Span| article.text.get(part.range()).is_none_or(|part| part.trim().is_empty());
    mask.visible(span).into_iter().filter(|part| !blank(part)).collect()
}
