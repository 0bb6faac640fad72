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
    Stays(Vec<Effect>),
    /// A command was given: this action, with this number.
    Given(Action, Option<usize>),
}

/// Lets the question beneath see what is typed.
fn typed_over(app: &mut App) -> Vec<Effect> {
    let Mode::Prompting(prompt) = &app.mode else { return Vec::new() };
    let (asked, said) = (prompt.asked, prompt.line.text().to_owned());
    match (asked, app.beneath()) {
        (Asked::Words, Mode::Picking(_)) => return picker_typed(app, &said),
        (_, Mode::Ruling(_)) => check_said(app, asked, &said),
        _ => {}
    }
    Vec::new()
}

/// Takes a key while a line is typed.
pub(super) fn prompting(app: &mut App, key: Key) -> Prompted {
    match typing(app, key) {
        Prompted::Stays(effects) => Prompted::Stays(effects.into_iter().chain(look_for_typed(app)).collect()),
        given => given,
    }
}

fn typing(app: &mut App, key: Key) -> Prompted {
    if let Found::Action(action) = app.desk.settings.keymap.find(Phase::Prompting, &Keys(vec![key])) {
        return prompted(app, action);
    }
    let Mode::Prompting(prompt) = &mut app.mode else { return Prompted::Stays(Vec::new()) };
    if key == Key::plain(Code::Backspace) && prompt.line.text().is_empty() {
        return prompted(app, Action::Cancel);
    }
    if prompt.line.edit(key) {
        prompt.typed_anew();
        return Prompted::Stays(typed_over(app));
    } else {
        say_means_nothing(app, &Keys(vec![key]));
    }
    Prompted::Stays(Vec::new())
}

/// Takes what was pasted: into the line that is typed, else nowhere.
pub(super) fn pasted(app: &mut App, text: &str) -> Vec<Effect> {
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
        Action::Suspend => return Prompted::Stays(vec![Effect::Suspend]),
        Action::Quit => return Prompted::Stays(vec![Effect::Quit]),
        _ => {
            if matches!(&app.mode, Mode::Prompting(prompt) if prompt.asked == Asked::Search) {
                app.desk.finding.search = None;
            }
            leave_prompt(app, "");
            return Prompted::Stays(pick_again(app));
        }
    }
    Prompted::Stays(Vec::new())
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
    let Mode::Prompting(prompt) = &app.mode else { return Prompted::Stays(Vec::new()) };
    let (asked, said) = (prompt.asked, prompt.line.text().trim().to_owned());
    if let Some(beneath) = &prompt.beneath {
        app.mode = beneath.now.clone();
        let listed = matches!(app.mode, Mode::Ruling(_));
        return Prompted::Stays(if listed { rule_said(app, asked, &said) } else { Vec::new() });
    }
    let about = prompt.about.clone();
    leave_prompt(app, &said);
    match asked {
        Asked::Filter => return Prompted::Stays(Vec::new()),
        Asked::Search => {
            remember(&mut app.desk.finding.searches, &said);
            return Prompted::Stays(searched(&mut app.desk, &said));
        }
        Asked::Remark => {
            let effects = about.map(|about| note_said(&mut app.desk, *about, &said));
            return Prompted::Stays(effects.unwrap_or_default());
        }
        Asked::Words | Asked::Name | Asked::Note | Asked::Scope => return Prompted::Stays(Vec::new()),
        Asked::Command => remember(&mut app.commands, &said),
    }
    if let Some(name) = opening(&said).filter(|name| !name.is_empty()) {
        return asked_for(&mut app.desk, name);
    }
    match meant(app.desk.ground(), &said) {
        Ok(Some((action, number))) => return Prompted::Given(action, number),
        Ok(None) => {}
        Err(why) => app.desk.warn(why),
    }
    Prompted::Stays(Vec::new())
}

/// Puts the article of this number or name into the focused pane.
fn asked_for(desk: &mut Desk, said: &str) -> Prompted {
    if desk.diff.view.is_some() {
        let back = desk.diff_key(Action::Diff);
        desk.warn(format!("Open another article from the reading view; {back} goes there"));
        return Prompted::Stays(Vec::new());
    }
    let number = said.parse().ok().or_else(|| article_called(desk, said).map(|at| at + 1));
    match number {
        Some(number) => Prompted::Stays(choose(desk, number)),
        None => {
            desk.warn(format!("No open article is called {said}; {} lists them", desk.key(Action::Articles)));
            Prompted::Stays(Vec::new())
        }
    }
}
