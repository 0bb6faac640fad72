//! The prompt: a line typed at the bottom, for a command or to search the help.

use super::app::App;
use super::choosing::pasted_into_list;
use super::command::meant;
use super::command::opening;
use super::desk::Desk;
use super::mode::Asked;
use super::mode::Mode;
use super::motion::choose;
use super::noting::note_said;
use super::picking::pick_again;
use super::picking::picker_typed;
use super::recall::complete;
use super::recall::recall;
use super::recall::remember;
use super::ruling::check_said;
use super::ruling::rule_said;
use super::searching::look_for_typed;
use super::searching::searched;
use super::shelf::article_called;
use super::unbound::say_means_nothing;
use crate::app::jobs::Effect;
use crate::app::keys::Action;
use crate::app::keys::Code;
use crate::app::keys::Found;
use crate::app::keys::Key;
use crate::app::keys::Keys;
use crate::app::keys::Phase;

/// What a key in a prompt comes to.
#[derive(Debug)]
pub(super) enum Prompted {
    /// Nothing to be done in the world.
    Stays,
    /// A command was given: this action, with this number.
    Given(Action, Option<usize>),
}

/// Lets the question beneath see what is typed.
fn typed_over(app: &mut App) {
    let Mode::Prompting(prompt) = &app.mode else { return };
    let (asked, said) = (prompt.asked, prompt.line.text().to_owned());
    match (asked, app.beneath()) {
        (Asked::Words, Mode::Picking(_)) => picker_typed(app, &said),
        (_, Mode::Ruling(_)) => check_said(app, asked, &said),
        _ => {}
    }
}

/// Takes a key while a line is typed.
pub(super) fn prompting(app: &mut App, key: Key) -> Prompted {
    let prompted = typing(app, key);
    if let Prompted::Stays = prompted {
        look_for_typed(app);
    }
    prompted
}

fn typing(app: &mut App, key: Key) -> Prompted {
    if let Found::Action(action) = app.desk.settings.keymap.find(Phase::Prompting, &Keys(vec![key])) {
        return prompted(app, action);
    }
    let Mode::Prompting(prompt) = &mut app.mode else { return Prompted::Stays };
    if key == Key::plain(Code::Backspace) && prompt.line.text().is_empty() {
        return prompted(app, Action::Cancel);
    }
    if prompt.line.edit(key) {
        prompt.typed_anew();
        typed_over(app);
    } else {
        say_means_nothing(app, &Keys(vec![key]));
    }
    Prompted::Stays
}

/// Takes what was pasted: into the line that is typed, else nowhere.
pub(super) fn pasted(app: &mut App, text: &str) {
    match &mut app.mode {
        Mode::Prompting(prompt) => {
            prompt.line.insert(text);
            prompt.typed_anew();
            if prompt.beneath.is_some() {
                return typed_over(app);
            }
        }
        Mode::Listing(_) => return pasted_into_list(app, text),
        _ => app.desk.warn("Nowhere to paste here"),
    }
    look_for_typed(app)
}

fn prompted(app: &mut App, action: Action) -> Prompted {
    match action {
        Action::Accept => return given(app),
        Action::Complete => complete(app, 1),
        Action::CompleteBack => complete(app, -1),
        Action::Earlier => recall(app, -1),
        Action::Later => recall(app, 1),
        Action::Suspend => app.desk.ask(Effect::Suspend),
        Action::Quit => app.desk.ask(Effect::Quit),
        _ => {
            if matches!(&app.mode, Mode::Prompting(prompt) if prompt.asked == Asked::Search) {
                app.desk.finding.search = None;
            }
            leave_prompt(app, "");
            pick_again(app);
        }
    }
    Prompted::Stays
}

fn leave_prompt(app: &mut App, filter: &str) {
    let Mode::Prompting(prompt) = &mut app.mode else { return };
    if let Some(beneath) = prompt.beneath.take() {
        app.mode = beneath.before;
        return;
    }
    app.mode = match prompt.asked {
        Asked::Command | Asked::Search | Asked::Remark => Mode::Reading,
        Asked::Words | Asked::Name | Asked::Note | Asked::Scope => Mode::Reading,
        Asked::Filter => Mode::Helping { row: 0, filter: filter.to_owned() },
    };
}

fn given(app: &mut App) -> Prompted {
    let Mode::Prompting(prompt) = &app.mode else { return Prompted::Stays };
    let (asked, said) = (prompt.asked, prompt.line.text().trim().to_owned());
    if let Some(beneath) = &prompt.beneath {
        app.mode = beneath.now.clone();
        let listed = matches!(app.mode, Mode::Ruling(_));
        if listed {
            rule_said(app, asked, &said);
        }
        return Prompted::Stays;
    }
    let about = prompt.about.clone();
    leave_prompt(app, &said);
    match asked {
        Asked::Filter => return Prompted::Stays,
        Asked::Search => {
            remember(&mut app.desk.finding.searches, &said);
            searched(&mut app.desk, &said);
            return Prompted::Stays;
        }
        Asked::Remark => {
            if let Some(about) = about {
                note_said(&mut app.desk, *about, &said);
            }
            return Prompted::Stays;
        }
        Asked::Words | Asked::Name | Asked::Note | Asked::Scope => return Prompted::Stays,
        Asked::Command => remember(&mut app.commands, &said),
    }
    if let Some(name) = opening(&said).filter(|name| !name.is_empty()) {
        asked_for(&mut app.desk, name);
        return Prompted::Stays;
    }
    match meant(app.desk.ground(), &said) {
        Ok(Some((action, number))) => return Prompted::Given(action, number),
        Ok(None) => {}
        Err(why) => app.desk.warn(why),
    }
    Prompted::Stays
}

/// Puts the article of this number or name into the focused pane.
fn asked_for(desk: &mut Desk, said: &str) {
    if desk.diff.view.is_some() {
        let back = desk.diff_key(Action::Diff);
        desk.warn(format!("Open another article from the reading view; {back} goes there"));
        return;
    }
    let number = said.parse().ok().or_else(|| article_called(desk, said).map(|at| at + 1));
    match number {
        Some(number) => choose(desk, number),
        None => desk.warn(format!("No open article is called {said}; {} lists them", desk.key(Action::Articles))),
    }
}
