//! The loop: one channel in, the program's `update`, one frame out. It sleeps until something comes.

use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Instant, SystemTime};

use anyhow::{Context, Result, anyhow, bail};

use super::arrival::Arrival;
use super::day::day;
use super::dress::Dress;
use super::ground::{Asking, PATIENCE};
use super::saving::Change;
use super::signals;
use super::start::Opened;
use super::terminal::{self, Screen};
use super::world::World;
use crate::app::{App, Effect, Event, Message, Settings, Tone, update};
use crate::text::visible;
use crate::ui::{Theme, draw, target};

/// How the screen was left.
#[derive(Debug)]
pub struct Left {
    /// The signal that ended it, if one did.
    pub signal: Option<i32>,
    /// What could not be finished, one sentence each.
    pub complaints: Vec<String>,
}

/// Shows the articles until the reader leaves. The first frame does not wait for a collation.
///
/// # Errors
///
/// The terminal cannot be entered, or takes and gives nothing any more; it is then as it was, as far as it can be.
pub fn show(opened: Opened, dress: Dress, settings: Settings) -> Result<Left> {
    let (sender, inbox) = channel();
    let world = World::start(opened.keeping, opened.state.clone(), &sender).context("cannot start the work")?;
    signals::listen(sender.clone()).context("cannot listen to signals")?;
    // Signals first, so that no new size is missed after this one is taken.
    let mut screen = Screen::enter(dress.colouring(), dress.asking()).context("cannot take over the terminal")?;
    terminal::listen(sender, dress.asking()).context("cannot listen to the keys")?;
    let (mut app, effects) = App::open(opened.articles, opened.rules, &day(SystemTime::now()), screen.size());
    app.set(settings);
    let mut complaints = opened.complaints;
    match opened.state.read() {
        Ok(reviewed) => app.reviewed = reviewed,
        Err(error) => complaints.push(visible(&format!("{error:#}")).into_owned()),
    }
    app.settings.mouse &= opened.mouse;
    screen.hear_mouse(app.settings.mouse).context("cannot take over the terminal")?;
    app.message = greeting(&complaints);
    let (theme, asking) = (dress.theme(), dress.asking());
    let mut reading = Reading { app, dress, theme, asking, screen, world, inbox };
    let signal = reading.read(effects);
    reading.hear_out();
    let Reading { screen, world, inbox, .. } = reading;
    drop(screen);
    let complaints = world.finish(&inbox, Instant::now());
    Ok(Left { signal: signal?, complaints })
}

/// Gives what the screen says at first: the first complaint, and how many more there are.
pub fn greeting(complaints: &[String]) -> Option<Message> {
    let text = match complaints {
        [] => return None,
        [only] => only.clone(),
        [first, more @ ..] => format!("{first} (and {} more)", more.len()),
    };
    Some(Message { text, tone: Tone::Warning })
}

/// Why reading ended: by a signal, or because the reader left.
type Flow = ControlFlow<Option<i32>>;

struct Reading {
    app: App,
    dress: Dress,
    theme: Theme,
    /// Whether the terminal was asked for its ground and may still answer.
    asking: Asking,
    screen: Screen,
    world: World,
    inbox: Receiver<Arrival>,
}

impl Reading {
    fn read(&mut self, effects: Vec<Effect>) -> Result<Option<i32>> {
        let mut flow = self.carry_out(effects)?;
        loop {
            if let Flow::Break(signal) = flow {
                return Ok(signal);
            }
            let (app, theme) = (&self.app, &self.theme);
            let drawn = self.screen.draw(app.size, |frame| draw(frame, app, theme));
            drawn.context("cannot draw on the terminal")?;
            flow = self.take_in()?;
        }
    }

    /// Sleeps until something comes, and takes in all that has come.
    fn take_in(&mut self) -> Result<Flow> {
        let first = match self.world.left(Instant::now()) {
            None => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(left) => self.inbox.recv_timeout(left),
        };
        let first = match first {
            Err(RecvTimeoutError::Disconnected) => bail!("nobody is left to hear from"),
            first => first.ok(),
        };
        let came: Vec<Arrival> = first.into_iter().chain(self.inbox.try_iter()).collect();
        let waited = self.world.waited(Instant::now()).map(Arrival::Event);
        for arrival in came.into_iter().chain(waited) {
            let flow = self.arrived(arrival)?;
            if flow.is_break() {
                return Ok(flow);
            }
        }
        Ok(Flow::Continue(()))
    }

    fn arrived(&mut self, arrival: Arrival) -> Result<Flow> {
        let event = match arrival {
            Arrival::Event(event) => event,
            Arrival::Pointed(cell, gesture) => Event::Pointed(target(&self.app, cell), gesture),
            Arrival::Resized => Event::Resized(terminal::size()),
            Arrival::Continued => Event::Resized(self.screen.refresh().context("cannot draw on the terminal")?),
            Arrival::Ground(ground) => {
                self.asking = Asking::Needless;
                self.theme = self.dress.on(ground);
                return Ok(Flow::Continue(()));
            }
            Arrival::Ended(signal) => return Ok(Flow::Break(Some(signal))),
            Arrival::Deaf(reason) => return Err(anyhow!(reason).context("cannot read the keys")),
        };
        self.world.answered(&event);
        let effects = update(&mut self.app, event);
        self.carry_out(effects)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> Result<Flow> {
        for effect in effects {
            match effect {
                Effect::Collate(job) => self.world.collate(job),
                Effect::Survey(survey) => self.world.survey(survey),
                Effect::Gather(gathering) => self.world.gather(gathering),
                Effect::Save(rule) => self.world.save(Change::Add(rule)),
                Effect::Remove(id) => self.world.save(Change::Remove(id)),
                Effect::Keep(review) => self.world.keep(review),
                Effect::Wait(ticket) => self.world.wait(ticket, Instant::now()),
                Effect::Mouse(heard) => self.screen.hear_mouse(heard).context("cannot draw on the terminal")?,
                Effect::Suspend => self.suspend()?,
                Effect::Quit => return Ok(Flow::Break(None)),
            }
        }
        Ok(Flow::Continue(()))
    }

    /// Waits for what the terminal was asked for, so that the answer does not go to the shell; for as long as the look would.
    /// Keys that come meanwhile find nobody.
    fn hear_out(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        while self.asking == Asking::Asked {
            match self.inbox.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(Arrival::Ground(_)) | Err(_) => self.asking = Asking::Needless,
                Ok(Arrival::Event(event)) => self.world.answered(&event),
                Ok(_) => {}
            }
        }
    }

    fn suspend(&mut self) -> Result<()> {
        let size = self.screen.suspend().context("cannot take over the terminal again")?;
        // A new size asks nothing of the world.
        update(&mut self.app, Event::Resized(size));
        Ok(())
    }
}
