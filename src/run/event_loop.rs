//! The event loop: one channel in, the program's `update`, one frame out. It sleeps until something arrives.

use crate::app::{
    come_back, curate, list_anew, open, open_diff, open_heads, open_shelf, places_to_keep, take_rulings, take_settings,
};
use std::env;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};

use super::appearance::Appearance;
use super::arrival::Arrival;
use super::asking::ask;
use super::background::{Asking, PATIENCE, QUESTION};
use super::clipboard::{Between, handed_to_tmux, order};
use super::day::today;
use super::editor;
use super::fresh::tell_waiting;
use super::inbox::{Inbox, inbox};
use super::opened::Opened;
use super::signals;
use super::terminal::{self, Screen};
use super::title::title;
use super::watching::{WatchedAs, Watching};
use super::world::{WhatIsRead, World};
use crate::app::{App, DiffOpening, Edit, Effect, Event, Settings, greet, update};
use crate::article::Extent;
use crate::text::visible;
use crate::ui::{Theme, draw_cells, target};

/// Shows the articles until the reader leaves; returns the signal that ended it, if one did, and what came of a comparison that was
/// awaited. Adds to `noticed` what the reader should be told afterwards, one sentence each.
///
/// The first frame waits for nothing: all reading and comparing begins after it.
///
/// # Errors
///
/// The terminal cannot be set up, or is gone; it is then restored as far as possible. Or the articles whose beginnings are shown turn out
/// to be unreadable.
pub fn show(
    opened: Opened,
    appearance: Appearance,
    settings: Settings,
    noticed: &mut Vec<String>,
) -> Result<(Option<i32>, DiffOpening)> {
    noticed.clone_from(&opened.complaints);
    let (sender, mut inbox) = inbox().context("cannot wait for keys")?;
    signals::listen(sender.clone(), terminal::is_lent).context("cannot listen to signals")?;
    // Signals first, so that no later change of size is missed.
    let mut screen =
        Screen::enter(appearance.colouring(), appearance.asking()).context("cannot set up the terminal")?;
    tell_waiting(sender.clone());
    let day = today();
    let (mut app, mut effects) = match (opened.version, &opened.named.shelved) {
        (_, Some((of, exactness))) => open_shelf(of.compared(*exactness), opened.rules, &day, screen.size()),
        (Some(version), None) => open_diff(version, opened.rules, &day, screen.size()),
        (None, None) if opened.unread.is_some() => open_heads(opened.articles, opened.rules, &day, screen.size()),
        (None, None) => open(opened.articles, opened.rules, &day, screen.size()),
    };
    effects.extend(take_settings(&mut app.desk, settings));
    effects.extend(take_rulings(&mut app, opened.rulings));
    let (mut complaints, mut unread_marks) = (opened.complaints, None);
    if let Some(curator) = &opened.curator {
        effects.extend(curate(&mut app, curator.start(&mut complaints), curator.lists));
    }
    match opened.state.read() {
        Ok(reviewed) => app.desk.memory.reviewed = reviewed,
        Err(error) => unread_marks = Some(visible(&format!("{error:#}; continuing without review marks")).into_owned()),
    }
    complaints.extend(unread_marks.clone());
    list_anew(&mut app);
    app.desk.memory.notes = opened.notes;
    effects.extend(come_back(&mut app.desk, opened.state.set().places()));
    app.desk.settings.mouse &= opened.mouse;
    screen.hear_mouse(app.desk.settings.mouse).context("cannot set up the terminal")?;
    greet(&mut app.desk, &complaints);
    let (theme, asking) = (appearance.theme(), appearance.asking());
    paint(&mut screen, &app, &theme)?;
    inbox.read_keys(asking, &sender).context("cannot read the keyboard")?;
    let set = opened.state.set().clone();
    let rules = app.desk.rules.books.books.iter().map(|book| book.file.clone()).collect();
    let (names, openers) = (&opened.named.names, &opened.named.openers);
    let how = || WatchedAs { with: openers.with.clone(), helper: Arc::new(openers.clone()) };
    let watched = || Watching::of(names, how(), rules, sender.clone());
    let watching = app.desk.settings.watch.then(watched).flatten();
    let unread = opened.unread.unwrap_or(opened.named);
    let from = WhatIsRead { named: unread, curator: opened.curator };
    let world = World::start(opened.keeping, opened.state, from, &sender).context("cannot start the workers")?;
    let mut reading = Reading { app, appearance, theme, asking, is_known: false, screen, world, watching, inbox };
    let signal = reading.read(effects);
    reading.hear_out();
    let Reading { app, screen, world, mut inbox, .. } = reading;
    drop(screen);
    let opening = app.desk.diff.opening.clone();
    let unkept = places_to_keep(&app.desk).and_then(|places| set.keep(&places).err());
    world.finish(&mut inbox, Instant::now(), noticed);
    noticed.extend(unread_marks);
    noticed.extend(unkept.map(|error| visible(&format!("{error:#}")).into_owned()));
    Ok((signal?, opening))
}

fn paint(screen: &mut Screen, app: &App, theme: &Theme) -> Result<()> {
    screen.entitle(title(app)).context("cannot draw on the terminal")?;
    screen
        .draw(app.desk.view.size, |buf, kept| draw_cells(buf, app, theme, kept))
        .context("cannot draw on the terminal")
}

/// Why the loop ended: by a signal, or because the reader left.
type Flow = ControlFlow<Option<i32>>;

struct Reading {
    app: App,
    appearance: Appearance,
    theme: Theme,
    /// Whether the terminal was asked for its background and may still answer.
    asking: Asking,
    /// Whether it answered once, or not in time. Later silence changes nothing.
    is_known: bool,
    screen: Screen,
    world: World,
    /// Watches the files; `None` if it is turned off, or there are no files.
    watching: Option<Watching>,
    inbox: Inbox,
}

impl Reading {
    fn read(&mut self, effects: Vec<Effect>) -> Result<Option<i32>> {
        let mut flow = self.carry_out(effects)?;
        self.record();
        loop {
            if let Flow::Break(signal) = flow {
                return Ok(signal);
            }
            flow = self.take_in()?;
            if flow.is_continue() {
                paint(&mut self.screen, &self.app, &self.theme)?;
            }
        }
    }

    /// Sleeps until something arrives, and processes all that has arrived.
    fn take_in(&mut self) -> Result<Flow> {
        let mut came = match self.inbox.wait(self.world.left(Instant::now())) {
            Err(RecvTimeoutError::Disconnected) => bail!("all workers have stopped"),
            first => first.ok(),
        };
        // One by one, so that what arrives after the reader leaves is kept for whoever waits for the last answers.
        while let Some(arrival) = came {
            let flow = self.arrived(arrival)?;
            if flow.is_break() {
                return Ok(flow);
            }
            came = self.inbox.take().ok();
        }
        if let Some(waited) = self.world.waited(Instant::now()) {
            return self.arrived(Arrival::Event(waited));
        }
        Ok(Flow::Continue(()))
    }

    fn arrived(&mut self, arrival: Arrival) -> Result<Flow> {
        let event = match arrival {
            Arrival::Event(event) => event,
            Arrival::Pointed(cell, gesture) => Event::Pointed(target(&self.app, cell.0, cell.1), gesture),
            Arrival::Resized => Event::Resized(terminal::size()),
            Arrival::Continued => Event::Resized(self.screen.refresh().context("cannot draw on the terminal")?),
            Arrival::Stopped => {
                self.suspend()?;
                return Ok(Flow::Continue(()));
            }
            Arrival::Background(background) => {
                let is_first = !std::mem::replace(&mut self.is_known, true);
                self.asking = Asking::Needless;
                if is_first || background.is_some() {
                    self.theme = self.appearance.on(background);
                }
                return Ok(Flow::Continue(()));
            }
            Arrival::Offered(offer) => {
                return self.screen.take_up(offer).map(Flow::Continue).context("cannot draw on the terminal");
            }
            Arrival::Rethemed => {
                self.asking = Asking::Asked;
                return self.screen.order(QUESTION).map(Flow::Continue).context("cannot draw on the terminal");
            }
            Arrival::Ended(signal) => return Ok(Flow::Break(Some(signal))),
            Arrival::Deaf(reason) => return Err(anyhow!(reason).context("cannot read the keys")),
        };
        self.world.answered(&event);
        if let Event::Reopened(reopened) = &event
            && reopened.articles.is_empty()
            && self.app.desk.library.articles.iter().any(|article| article.extent == Extent::Head)
        {
            bail!("nothing could be opened");
        }
        let read = matches!(event, Event::Reopened(_));
        let effects = update(&mut self.app, event);
        if read {
            self.record();
        }
        self.carry_out(effects)
    }

    /// Asks what changed since the last run, once the articles are read.
    fn record(&mut self) {
        if !self.app.desk.library.is_reading() {
            self.world.record(self.app.desk.library.articles.clone());
            self.watching.iter().for_each(|watching| watching.look_after(self.app.desk.library.articles.clone()));
        }
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> Result<Flow> {
        for effect in effects {
            let Some(effect) = ask(&mut self.world, effect) else { continue };
            match effect {
                Effect::Copy(text) => self.copy(&text),
                Effect::Edit(edit) => match self.edit(&edit)? {
                    Flow::Continue(()) => {}
                    ended => return Ok(ended),
                },
                Effect::Mouse(heard) => self.screen.hear_mouse(heard).context("cannot draw on the terminal")?,
                Effect::Suspend => self.suspend()?,
                Effect::Quit => return Ok(Flow::Break(None)),
                _ => {}
            }
        }
        Ok(Flow::Continue(()))
    }

    /// Waits for the terminal's answers, so that they do not reach the shell, but no longer than the theme would. Keys that arrive
    /// meanwhile are dropped.
    fn hear_out(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        while self.asking == Asking::Asked {
            match self.inbox.wait(Some(deadline.saturating_duration_since(Instant::now()))) {
                Ok(Arrival::Background(_)) | Err(_) => self.asking = Asking::Needless,
                Ok(Arrival::Event(event)) => self.world.answered(&event),
                Ok(_) => {}
            }
        }
    }

    /// Copies a text to the clipboard.
    fn copy(&mut self, text: &str) {
        let [tmux, sty] = ["TMUX", "STY"].map(env::var_os);
        let between = Between::of(tmux.as_deref(), sty.as_deref());
        if between == Between::Tmux && handed_to_tmux(text) {
            return;
        }
        let sent = order(text, between).and_then(|order| self.screen.order(&order).map_err(|error| error.to_string()));
        if let Err(reason) = sent {
            update(&mut self.app, Event::NotCopied(reason));
        }
    }

    /// Lends the terminal and its keys to the reader's editor.
    fn edit(&mut self, edit: &Edit) -> Result<Flow> {
        if !cfg!(unix) {
            // Here another thread reads the keys, and would take those of the editor.
            let outcome = Event::Edited(edit.article, Err("cannot open an editor here".to_owned()));
            let effects = update(&mut self.app, outcome);
            return self.carry_out(effects);
        }
        let lent = self.screen.lend(|| editor::edited(edit));
        let (outcome, size) = lent.context("cannot restore the screen")?;
        let mut effects = update(&mut self.app, Event::Resized(size));
        effects.extend(update(&mut self.app, outcome));
        self.carry_out(effects)
    }

    fn suspend(&mut self) -> Result<()> {
        let size = self.screen.suspend().context("cannot restore the screen")?;
        let effects = update(&mut self.app, Event::Resized(size));
        // A new size may ask to compare panes, but never to quit.
        self.carry_out(effects).map(|_| ())
    }
}
