//! Proposals: what looks like boilerplate, one after another, to be made a rule or refused for good.

use std::path::PathBuf;
use std::sync::Arc;

use super::app::App;
use super::app::Mode;
use super::undo::Hiding;
use crate::app::jobs::Effect;
use crate::app::jobs::Question;
use crate::app::keys::Action;
use crate::app::layout::PaneIx;
use crate::app::memory::Review;
use crate::app::memory::ReviewMark;
use crate::app::memory::hashed;
use crate::app::memory::mixed;
use crate::boilerplate::{Effect as Hides, Proposal, Reach, Warning};

/// What tells the mark of a refused proposal from that of a passage that was read.
const REFUSED: u64 = 0x7265_6675_7365_6421;

/// What is proposed, and where one stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposals {
    /// What is proposed; `None` until it is found.
    pub found: Option<Vec<Proposal>>,
    /// The proposal one stands on.
    pub at: usize,
    /// The survey that counts for it.
    pub ticket: u64,
    /// What its rule would hide of each open article; `None` until it is known.
    pub hides: Option<Vec<Hides>>,
    /// What is odd about that.
    pub warnings: Vec<Warning>,
    /// The file in which rules are kept, by its number among an article's [`App::homes`].
    pub home: usize,
    /// What was proposed before each decision, and where one stood; for each that can be taken back here.
    pub(super) decided: Vec<Standing>,
    /// The same after each decision that was taken back here.
    pub(super) undecided: Vec<Standing>,
}

/// What is proposed, and the place in it.
pub(super) type Standing = (Vec<Proposal>, usize);

impl Proposals {
    /// Gives the proposal one stands on.
    pub fn now(&self) -> Option<&Proposal> {
        self.found.as_ref()?.get(self.at)
    }
}

impl App {
    /// Looks for what could be hidden in all open articles.
    pub(super) fn propose(&mut self) -> Vec<Effect> {
        let ticket = self.next_ticket();
        self.mode = Mode::Proposing(Box::new(Proposals { ticket, ..Proposals::default() }));
        vec![self.survey(ticket, Question::Proposals(Arc::clone(&self.rules), self.session.clone()))]
    }

    /// Takes in what is proposed, but for what the reader refused before.
    pub(super) fn proposed(&mut self, mut found: Vec<Proposal>) -> Vec<Effect> {
        let all = found.len();
        found.retain(|proposal| !self.reviewed.has(self.refusal(proposal)));
        if found.is_empty() {
            self.mode = Mode::Reading;
            self.say(match all {
                0 => "nothing here looks like boilerplate that is not hidden yet".to_owned(),
                refused => format!("nothing new looks like boilerplate; {refused} refused before"),
            });
            return Vec::new();
        }
        if let Mode::Proposing(proposals) = &mut self.mode {
            proposals.found = Some(found);
        }
        self.show_proposal()
    }

    /// Takes a key while proposals are walked through.
    pub(super) fn proposing(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            Action::Undo => return self.undo_decision(),
            Action::Redo => return self.redo_decision(),
            Action::NextHome => return self.turn_home(),
            Action::Cancel => self.mode = Mode::Reading,
            Action::Accept => return self.take_proposal(),
            Action::Refuse => return self.refuse_proposal(),
            Action::Down => return self.turn_proposal(1),
            Action::Up => return self.turn_proposal(-1),
            _ => {}
        }
        Vec::new()
    }

    fn turn_proposal(&mut self, by: isize) -> Vec<Effect> {
        let Mode::Proposing(proposals) = &mut self.mode else { return Vec::new() };
        let count = proposals.found.as_ref().map_or(0, Vec::len);
        match proposals.at.checked_add_signed(by).filter(|at| *at < count) {
            Some(at) => proposals.at = at,
            None => {
                self.say(if by < 0 { "the first proposal" } else { "the last proposal" });
                return Vec::new();
            }
        }
        self.show_proposal()
    }

    fn take_proposal(&mut self) -> Vec<Effect> {
        let Some(proposal) = self.proposal().cloned() else { return self.say_still_looking() };
        let rule = proposal.rule(&self.day, &self.rules.all());
        let (file, _) = self.proposal_home(&proposal);
        let mut effects = self.add_rule(file, rule);
        effects.extend(self.next_proposal());
        effects
    }

    fn refuse_proposal(&mut self) -> Vec<Effect> {
        let Some(proposal) = self.proposal().cloned() else { return self.say_still_looking() };
        let review = Review { mark: self.refusal(&proposal), done: true };
        self.reviewed.take(review);
        self.done(Hiding::Refusal(review.mark));
        let mut effects = vec![Effect::Keep(review)];
        self.say(format!("refused; it will not be proposed again; {} takes it back", self.key(Action::Undo)));
        effects.extend(self.next_proposal());
        effects
    }

    /// Takes the last decision back; what was proposed then is proposed again.
    fn undo_decision(&mut self) -> Vec<Effect> {
        let mut effects = self.undo();
        let Mode::Proposing(proposals) = &mut self.mode else { return effects };
        if let (Some(found), Some((before, at))) = (&mut proposals.found, proposals.decided.pop()) {
            let now = std::mem::replace(found, before);
            proposals.undecided.push((now, std::mem::replace(&mut proposals.at, at)));
            effects.extend(self.show_proposal());
        }
        effects
    }

    fn redo_decision(&mut self) -> Vec<Effect> {
        let mut effects = self.redo();
        let Mode::Proposing(proposals) = &mut self.mode else { return effects };
        if let (Some(found), Some((after, at))) = (&mut proposals.found, proposals.undecided.pop()) {
            let now = std::mem::replace(found, after);
            proposals.decided.push((now, std::mem::replace(&mut proposals.at, at)));
            effects.extend(self.show_proposal());
        }
        effects
    }

    /// Chooses the next file to keep rules in.
    fn turn_home(&mut self) -> Vec<Effect> {
        let Some(article) = self.proposal().map(|proposal| proposal.article) else { return self.say_still_looking() };
        let Mode::Proposing(proposals) = &self.mode else { return Vec::new() };
        let home = self.next_home(article, proposals.home);
        if let Mode::Proposing(proposals) = &mut self.mode {
            proposals.home = home;
        }
        self.show_proposal()
    }

    fn proposal_home(&self, proposal: &Proposal) -> (PathBuf, Reach) {
        let number = if let Mode::Proposing(proposals) = &self.mode { proposals.home } else { 0 };
        self.home(proposal.article, number)
    }

    fn say_still_looking(&mut self) -> Vec<Effect> {
        self.say("still looking");
        Vec::new()
    }

    fn proposal(&self) -> Option<&Proposal> {
        match &self.mode {
            Mode::Proposing(proposals) => proposals.now(),
            _ => None,
        }
    }

    /// Leaves the proposal that was decided, with those of the same fit, for the next one.
    fn next_proposal(&mut self) -> Vec<Effect> {
        let Mode::Proposing(proposals) = &mut self.mode else { return Vec::new() };
        let Some(found) = &mut proposals.found else { return Vec::new() };
        proposals.decided.push((found.clone(), proposals.at));
        proposals.undecided.clear();
        if let Some(done) = found.get(proposals.at).cloned() {
            found.retain(|other| other.fit != done.fit || other.scope != done.scope);
        }
        if found.is_empty() {
            self.mode = Mode::Reading;
            let said = self.message.take().map_or(String::new(), |message| format!("{}; ", message.text));
            self.say(format!("{said}that was the last proposal"));
            return Vec::new();
        }
        proposals.at = proposals.at.min(found.len().saturating_sub(1));
        self.show_proposal()
    }

    /// Shows where the proposal stands, and asks what its rule would hide.
    fn show_proposal(&mut self) -> Vec<Effect> {
        let Some(proposal) = self.proposal().cloned() else { return Vec::new() };
        let mut effects = Vec::new();
        let shows = |seat: &PaneIx| self.row.get(*seat).is_some_and(|pane| pane.article == proposal.article);
        if let Some(seat) = self.row.places().find(shows) {
            self.sit(seat);
        } else {
            let said = self.message.take();
            effects = self.choose(proposal.article + 1);
            self.message = said;
        }
        self.show_place(self.row.focus, proposal.span.start());
        let ticket = self.next_ticket();
        let rule = proposal.rule(&self.day, &self.rules.all());
        let (_, reach) = self.proposal_home(&proposal);
        if let Mode::Proposing(proposals) = &mut self.mode {
            (proposals.ticket, proposals.hides, proposals.warnings) = (ticket, None, Vec::new());
        }
        effects.push(self.survey(ticket, Question::Rule(rule, reach)));
        effects
    }

    /// Gives the mark by which a refusal is remembered: its words and why it was proposed, whatever the article is called.
    fn refusal(&self, proposal: &Proposal) -> ReviewMark {
        let words = self.articles.get(proposal.article).and_then(|it| it.tokens.get(it.tokens_in(proposal.span)));
        ReviewMark(mixed(hashed(words.unwrap_or_default()), REFUSED))
    }
}
