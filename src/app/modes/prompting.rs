//! The prompt: a line typed at the bottom, passed to the mode below it or to the articles.

use super::choosing::choose_article;
use super::command::meant;
use super::command::{opening, writing};
use super::helping::narrow_help;
use super::mode::Asked;
use super::mode::Mode;
use super::mode::Prompt;
use super::note::take_note;
use super::picking::restore_words;
use super::picking::take_words;
use super::recall::complete;
use super::recall::recall;
use super::recall::remember;
use super::ruling::check_words;
use super::ruling::edit_rule;
use super::shelf::article_called;
use super::stack::Modes;
use crate::app::desk::deciding::relate;
use crate::app::desk::desk::Desk;
use crate::app::desk::searching::look_for_typed;
use crate::app::desk::searching::searched;
use crate::app::desk::taking::save_result;
use crate::app::desk::unbound::say_means_nothing;
use crate::app::desk::unsaved::{has_result, warn_no_result};
use crate::app::keys::Action;
use crate::app::keys::Code;
use crate::app::keys::Key;
use crate::app::keys::Keys;
use crate::app::keys::Phase;

/// What happened to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Typing {
    /// Nothing.
    Stays,
    /// The reader changed it.
    Changed,
    /// It was accepted.
    Given,
    /// It was cancelled.
    Left,
}

/// Takes an action while a line is typed.
pub(in crate::app) fn prompting(prompt: &mut Prompt, desk: &mut Desk, action: Action) -> Typing {
    match action {
        Action::Accept => return Typing::Given,
        Action::Complete => complete(prompt, desk, 1),
        Action::CompleteBack => complete(prompt, desk, -1),
        Action::Earlier => recall(prompt, desk, -1),
        Action::Later => recall(prompt, desk, 1),
        _ => return Typing::Left,
    }
    Typing::Stays
}

/// Takes a key typed into the line.
pub(in crate::app) fn type_key(prompt: &mut Prompt, desk: &mut Desk, key: Key) -> Typing {
    if key == Key::plain(Code::Backspace) && prompt.line.text().is_empty() {
        return Typing::Left;
    }
    if prompt.line.edit(key) {
        prompt.typed_anew();
        return Typing::Changed;
    }
    say_means_nothing(desk, Phase::Prompting, &Keys(vec![key]));
    Typing::Stays
}

/// Pastes text into the line.
pub(in crate::app) fn paste_into_line(prompt: &mut Prompt, text: &str) -> Typing {
    prompt.line.insert(text);
    prompt.typed_anew();
    Typing::Changed
}

/// Tells the mode below what happened to the line; returns the command with its count, if one was given.
pub(in crate::app) fn pass_on(modes: &mut Modes, desk: &mut Desk, typing: Typing) -> Option<(Action, Option<usize>)> {
    match typing {
        Typing::Stays | Typing::Changed => {
            let Some(Mode::Prompting(prompt)) = modes.top() else { return None };
            let (asked, said) = (prompt.asked, prompt.line.text().to_owned());
            match modes.beneath_mut() {
                None if asked == Asked::Search => look_for_typed(desk, said.trim()),
                Some(Mode::Picking(picker)) if typing == Typing::Changed => take_words(picker, desk, &said),
                Some(Mode::Ruling(list)) if (typing, asked) == (Typing::Changed, Asked::Words) => {
                    check_words(list, desk, &said);
                }
                Some(Mode::Helping(help)) => narrow_help(help, &said),
                _ => {}
            }
            None
        }
        Typing::Given => {
            let Some(Mode::Prompting(prompt)) = modes.close() else { return None };
            let said = prompt.line.text().trim();
            match modes.top_mut() {
                None | Some(Mode::Synopsis(_)) => return give(desk, &prompt, said),
                Some(Mode::Picking(picker)) => picker.before = None,
                Some(Mode::Ruling(list)) => edit_rule(list, desk, prompt.asked, said),
                Some(Mode::Helping(help)) => narrow_help(help, said),
                Some(_) => {}
            }
            None
        }
        Typing::Left => {
            let Some(Mode::Prompting(prompt)) = modes.close() else { return None };
            match modes.top_mut() {
                None if prompt.asked == Asked::Search => desk.finding.search = None,
                Some(Mode::Picking(picker)) => restore_words(picker, desk),
                Some(Mode::Helping(help)) => narrow_help(help, ""),
                _ => {}
            }
            None
        }
    }
}

/// Does what a line typed over the articles asks for.
fn give(desk: &mut Desk, prompt: &Prompt, said: &str) -> Option<(Action, Option<usize>)> {
    match (prompt.asked, &prompt.about) {
        (Asked::Search, _) => {
            remember(&mut desk.finding.searches, said);
            searched(desk, said);
        }
        (Asked::Remark, Some(about)) => take_note(desk, (**about).clone(), said),
        (Asked::Relation, _) => relate(desk, said),
        (Asked::Command, _) => {
            remember(&mut desk.history.commands, said);
            return command(desk, said);
        }
        _ => {}
    }
    None
}

fn command(desk: &mut Desk, said: &str) -> Option<(Action, Option<usize>)> {
    if let Some((file, forced)) = writing(said) {
        match has_result(desk) {
            true => save_result(desk, Some(file), forced),
            false => warn_no_result(desk),
        }
        return None;
    }
    if let Some(name) = opening(said).filter(|name| !name.is_empty()) {
        open_named(desk, name);
        return None;
    }
    if said.trim_start_matches([':', ' ']).is_empty() {
        desk.say("No command given");
        return None;
    }
    meant(desk.ground(), said).unwrap_or_else(|why| {
        desk.warn(why);
        None
    })
}

/// Opens the article with this number or name in the focused pane.
fn open_named(desk: &mut Desk, said: &str) {
    let number = said.parse().ok().or_else(|| article_called(desk, said).map(|at| at + 1));
    match number {
        Some(number) => choose_article(desk, number),
        None => desk.warn(format!("No open article is called {said}; {} lists them", desk.key(Action::Articles))),
    }
}
