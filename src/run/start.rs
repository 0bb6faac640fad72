//! The start: articles and rules are read, then shown or printed.

use std::io::{IsTerminal, Write, stderr, stdin, stdout};

use anyhow::{Result, bail};

use super::config;
use super::event_loop;
use super::headless;
use super::request::{Colours, ConfigPlace, Ending, Form, Format, Request};
use super::rules::Keeping;
use super::state::State;
use crate::article::{Article, bundled, load};
use crate::boilerplate::RuleSet;
use crate::text::visible;

/// What there is to work with, and what was noticed when it was read.
#[derive(Debug)]
pub struct Opened {
    /// The articles.
    pub articles: Vec<Article>,
    /// The rules in force.
    pub rules: RuleSet,
    /// Where new rules are kept.
    pub keeping: Keeping,
    /// Where it is kept what the reader has done.
    pub state: State,
    /// Whether the mouse may be heard.
    pub mouse: bool,
    /// One sentence each, safe to show.
    pub complaints: Vec<String>,
}

/// Does what was asked for, from reading the files to leaving the screen.
///
/// # Errors
///
/// Says what keeps it from being done at all: nothing to read, an output that takes nothing, a terminal that cannot be drawn on.
pub fn run(request: Request) -> Result<Ending> {
    let form = request.form;
    if let Form::Config(what) = form {
        return config::print(&request.config, what, &mut stdout().lock()).map(|()| Ending::Fine);
    }
    let place = request.config.clone();
    let opened = open(request)?;
    match form {
        Form::Report(format) => printed(opened, format),
        Form::Screen(colours) if stdout().is_terminal() => shown(opened, colours, &place),
        Form::Screen(_) | Form::Config(_) => printed(opened, Format::Text),
    }
}

fn open(request: Request) -> Result<Opened> {
    let (articles, mut complaints) = if request.names.is_empty() {
        (bundled(), Vec::new())
    } else {
        let loaded = load(&request.names, &mut stdin().lock());
        (loaded.articles, loaded.complaints)
    };
    let keeping = Keeping::of(request.rules);
    let rules = keeping.read().unwrap_or_else(|error| {
        complaints.push(format!("{error:#}; going on without rules"));
        RuleSet::default()
    });
    let complaints: Vec<String> = complaints.iter().map(|complaint| visible(complaint).into_owned()).collect();
    if articles.is_empty() {
        complain(&complaints);
        bail!("nothing could be opened");
    }
    Ok(Opened { articles, rules, keeping, state: State::of(request.state), mouse: request.mouse, complaints })
}

fn printed(opened: Opened, format: Format) -> Result<Ending> {
    complain(&opened.complaints);
    headless::print(&opened, format, &mut stdout().lock())?;
    Ok(Ending::with(opened.complaints.len()))
}

fn shown(mut opened: Opened, colours: Colours, place: &ConfigPlace) -> Result<Ending> {
    let (settings, misread) = config::read(place);
    opened.complaints.extend(misread.iter().map(|misread| visible(misread).into_owned()));
    let mut complaints = opened.complaints.clone();
    let left = event_loop::show(opened, colours, settings);
    if let Ok(left) = &left {
        complaints.extend(left.complaints.iter().map(|complaint| visible(complaint).into_owned()));
    }
    complain(&complaints);
    Ok(match left?.signal {
        Some(signal) => Ending::Signal(signal),
        None => Ending::with(complaints.len()),
    })
}

/// Writes complaints to the standard error; one that is closed hears nothing.
fn complain(complaints: &[String]) {
    for complaint in complaints {
        let _ = writeln!(stderr(), "ibid: {complaint}");
    }
}
