//! The prompt: a line typed at the bottom, for a command or to search the help.

use super::app::App;
use super::app::Mode;
use super::command::Candidate;
use super::command::candidates;
use super::command::meant;
use super::command::opening;
use super::line::Line;
use super::recall::remember;
use super::scopes::scope_candidates;
use crate::app::jobs::Effect;
use crate::app::keys::Action;
use crate::app::keys::Code;
use crate::app::keys::Found;
use crate::app::keys::Key;
use crate::app::keys::Keys;
use crate::app::keys::Phase;
use crate::app::memory::Note;

/// What a line is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A command.
    Command,
    /// Words to find in the help.
    Filter,
    /// The words that a rule is about.
    Words,
    /// A rule's name.
    Name,
    /// The remark on a rule.
    Note,
    /// Where a rule holds.
    Scope,
    /// Words to find in the articles.
    Search,
    /// A note to a passage or paragraph.
    Remark,
}

/// A line that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// What for.
    pub asked: Asked,
    /// What is typed.
    pub line: Line,
    /// The completion that stands in the line, as an index into the candidates.
    pub chosen: Option<usize>,
    /// What it is typed over, if over a question.
    pub(super) beneath: Option<Beneath>,
    /// What a note is written to, and what it says so far.
    about: Option<Box<Note>>,
    /// What was typed before it was completed, or before an older line was called up.
    pub(super) typed: String,
    /// Which of the remembered lines stands there.
    pub(super) recalled: Option<usize>,
}

/// A question over which a line is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Beneath {
    /// As it is with what is typed.
    pub now: Mode,
    /// As it was before.
    pub before: Mode,
}

/// What a key in a prompt comes to.
#[derive(Debug)]
pub(super) enum Prompted {
    /// Nothing to be done in the world.
    Stays(Vec<Effect>),
    /// A command was given: this action, with this number.
    Given(Action, Option<usize>),
}

impl Prompt {
    /// Asks for a line that says this so far.
    pub(super) fn of(asked: Asked, said: &str) -> Self {
        let (line, typed) = (Line::of(said), said.to_owned());
        Self { asked, line, chosen: None, beneath: None, about: None, typed, recalled: None }
    }

    /// Takes what is typed now as typed by the reader.
    fn typed_anew(&mut self) {
        self.chosen = None;
        self.recalled = None;
        self.typed = self.line.text().to_owned();
    }
}

impl App {
    /// Opens a prompt.
    pub(super) fn prompt(&mut self, asked: Asked, said: &str) {
        self.mode = Mode::Prompting(Box::new(Prompt::of(asked, said)));
    }

    /// Opens a prompt for a note, which says this so far.
    pub(super) fn prompt_about(&mut self, asked: Asked, about: Note) {
        let prompt = Prompt::of(asked, &about.text);
        self.mode = Mode::Prompting(Box::new(Prompt { about: Some(Box::new(about)), ..prompt }));
    }

    /// Opens a prompt over a question, which stands there again when it is left.
    pub(super) fn prompt_over(&mut self, asked: Asked, said: &str) {
        let before = std::mem::take(&mut self.mode);
        let beneath = Some(Beneath { now: before.clone(), before });
        self.mode = Mode::Prompting(Box::new(Prompt { beneath, ..Prompt::of(asked, said) }));
    }

    /// Lets the question beneath see what is typed.
    fn typed_over(&mut self) -> Vec<Effect> {
        let Mode::Prompting(prompt) = &self.mode else { return Vec::new() };
        let (asked, said) = (prompt.asked, prompt.line.text().to_owned());
        match (asked, self.beneath()) {
            (Asked::Words, Mode::Picking(_)) => return self.picker_typed(&said),
            (_, Mode::Ruling(_)) => self.check_said(asked, &said),
            _ => {}
        }
        Vec::new()
    }

    /// Gives what the typed command, or where a rule is to hold, can become.
    pub fn candidates(&self) -> Vec<Candidate> {
        match &self.mode {
            Mode::Prompting(prompt) if prompt.asked == Asked::Command => candidates(self, &prompt.typed),
            Mode::Prompting(prompt) if prompt.asked == Asked::Scope => scope_candidates(self, &prompt.typed),
            _ => Vec::new(),
        }
    }

    /// Takes a key while a line is typed.
    pub(super) fn prompting(&mut self, key: Key) -> Prompted {
        match self.typing(key) {
            Prompted::Stays(effects) => Prompted::Stays(effects.into_iter().chain(self.look_for_typed()).collect()),
            given => given,
        }
    }

    fn typing(&mut self, key: Key) -> Prompted {
        if let Found::Action(action) = self.settings.keymap.find(Phase::Prompting, &Keys(vec![key])) {
            return self.prompted(action);
        }
        let Mode::Prompting(prompt) = &mut self.mode else { return Prompted::Stays(Vec::new()) };
        if key == Key::plain(Code::Backspace) && prompt.line.text().is_empty() {
            return self.prompted(Action::Cancel);
        }
        if prompt.line.edit(key) {
            prompt.typed_anew();
            return Prompted::Stays(self.typed_over());
        } else {
            self.say_means_nothing(&Keys(vec![key]));
        }
        Prompted::Stays(Vec::new())
    }

    /// Takes what was pasted: into the line that is typed, else nowhere.
    pub(super) fn pasted(&mut self, text: &str) -> Vec<Effect> {
        match &mut self.mode {
            Mode::Prompting(prompt) => {
                prompt.line.insert(text);
                prompt.typed_anew();
                if prompt.beneath.is_some() {
                    return self.typed_over();
                }
            }
            Mode::Listing(_) => return self.pasted_into_list(text),
            _ => self.warn("there is nothing here to paste into"),
        }
        self.look_for_typed()
    }

    fn prompted(&mut self, action: Action) -> Prompted {
        match action {
            Action::Accept => return self.given(),
            Action::Complete => self.complete(1),
            Action::CompleteBack => self.complete(-1),
            Action::Earlier => self.recall(-1),
            Action::Later => self.recall(1),
            Action::Suspend => return Prompted::Stays(vec![Effect::Suspend]),
            Action::Quit => return Prompted::Stays(vec![Effect::Quit]),
            _ => {
                if matches!(&self.mode, Mode::Prompting(prompt) if prompt.asked == Asked::Search) {
                    self.search = None;
                }
                self.leave_prompt("");
                return Prompted::Stays(self.pick_again());
            }
        }
        Prompted::Stays(Vec::new())
    }

    fn leave_prompt(&mut self, filter: &str) {
        let Mode::Prompting(prompt) = &mut self.mode else { return };
        if let Some(beneath) = prompt.beneath.take() {
            self.mode = beneath.before;
            return;
        }
        self.mode = match prompt.asked {
            Asked::Command | Asked::Search | Asked::Remark => Mode::Reading,
            Asked::Words | Asked::Name | Asked::Note | Asked::Scope => Mode::Reading,
            Asked::Filter => Mode::Helping { row: 0, filter: filter.to_owned() },
        };
    }

    fn given(&mut self) -> Prompted {
        let Mode::Prompting(prompt) = &self.mode else { return Prompted::Stays(Vec::new()) };
        let (asked, said) = (prompt.asked, prompt.line.text().trim().to_owned());
        if let Some(beneath) = &prompt.beneath {
            self.mode = beneath.now.clone();
            let listed = matches!(self.mode, Mode::Ruling(_));
            return Prompted::Stays(if listed { self.rule_said(asked, &said) } else { Vec::new() });
        }
        let about = prompt.about.clone();
        self.leave_prompt(&said);
        match asked {
            Asked::Filter => return Prompted::Stays(Vec::new()),
            Asked::Search => {
                remember(&mut self.searches, &said);
                return Prompted::Stays(self.searched(&said));
            }
            Asked::Remark => {
                let effects = about.map(|about| self.note_said(*about, &said));
                return Prompted::Stays(effects.unwrap_or_default());
            }
            Asked::Words | Asked::Name | Asked::Note | Asked::Scope => return Prompted::Stays(Vec::new()),
            Asked::Command => remember(&mut self.history, &said),
        }
        if let Some(name) = opening(&said).filter(|name| !name.is_empty()) {
            return self.asked_for(name);
        }
        match meant(self.ground(), &said) {
            Ok(Some((action, number))) => return Prompted::Given(action, number),
            Ok(None) => {}
            Err(why) => self.warn(why),
        }
        Prompted::Stays(Vec::new())
    }

    /// Puts the article of this number or name into the focused pane.
    fn asked_for(&mut self, said: &str) -> Prompted {
        if self.diff.is_some() {
            let back = self.diff_key(Action::Diff);
            self.warn(format!("another article is opened in the reading view; {back} goes there"));
            return Prompted::Stays(Vec::new());
        }
        let number = said.parse().ok().or_else(|| self.article_called(said).map(|at| at + 1));
        match number {
            Some(number) => Prompted::Stays(self.choose(number)),
            None => {
                self.warn(format!("no open article is called {said}; {} lists them", self.key(Action::Articles)));
                Prompted::Stays(Vec::new())
            }
        }
    }
}
