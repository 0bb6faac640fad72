//! The start: articles and rules are read, then shown or printed.

use std::env;
use std::io::stdin;

use anyhow::{Result, bail};

use super::config;
use super::crew::Crew;
use super::dress::Dress;
use super::event_loop;
use super::fresh::saved_without_lock;
use super::hiding::Cleaning;
use super::in_force::{InForce, folders, named_folders};
use super::opening::Openers;
use super::out::{self, Meant, complain};
use super::paper::Paper;
use super::reading::{Everything, Named, everything};
use super::request::{Colours, ConfigPlace, Ending, Form, Request, ThemeName};
use super::rules::Keeping;
use super::state::State;
use super::theme_file::overrides;
use super::{clean, clean_lines, clusters, diffing, headless, rules_command, text_command};
use crate::app::{Notes, Version};
use crate::article::{Article, Sources, bundled, heads, read_up_to};
use crate::boilerplate::Rulebooks;
use crate::text::visible;

/// What there is to work with, and what was noticed when it was read.
#[derive(Debug)]
pub struct Opened {
    /// The articles.
    pub articles: Vec<Article>,
    /// The rules in force.
    pub rules: Rulebooks,
    /// Where new rules are kept.
    pub keeping: Keeping,
    /// Where it is kept what the reader has done.
    pub state: State,
    /// What the reader has noted.
    pub notes: Notes,
    /// Whether the mouse may be heard.
    pub mouse: bool,
    /// One sentence each, safe to show.
    pub complaints: Vec<String>,
    /// What was passed over in folders, one sentence each, safe to show.
    pub notices: Vec<String>,
    /// What is to be read when all is read again.
    pub named: Named,
    /// What is to be read whole, where the articles are only heads.
    pub unread: Option<Named>,
    /// What is shown first as a diff, in place of the articles.
    pub version: Option<Version>,
}

/// What says in the environment how long a text may be, in megabytes.
const LARGEST: &str = "IBID_LARGEST";

/// Does what was asked for, from reading the files to leaving the screen.
///
/// # Errors
///
/// Says what keeps it from being done at all: nothing to read, an output that takes nothing, a terminal that cannot be drawn on.
pub fn run(request: Request) -> Result<Ending> {
    if let Some(wanted) = env::var_os(LARGEST) {
        match wanted.to_str().and_then(|wanted| wanted.parse().ok()).filter(|megabytes| *megabytes > 0) {
            Some(megabytes) => read_up_to(megabytes),
            None => bail!("{LARGEST}: expected a number of megabytes, as 200"),
        }
    }
    let ending = done(request);
    complain(&saved_without_lock().map(str::to_owned).into_iter().collect::<Vec<_>>());
    ending
}

fn done(request: Request) -> Result<Ending> {
    let form = request.form.clone();
    if let Form::Rules(task) = &form {
        return rules_command::done(task, &request, &mut out::out());
    }
    if let Form::Clean(Cleaning::Lines(jsonl)) = &form {
        return clean_lines::stream(jsonl, &request);
    }
    if let Form::Config(what) = form {
        return config::print(&request.config, what, &mut out::out()).map(|()| Ending::Fine);
    }
    if let Form::Diff(diffing) = &form {
        return diffing::compare(diffing, &request);
    }
    if let Form::Clusters(clustering) = &form {
        return clusters::clusters(clustering, &request);
    }
    if form == Form::Kinds {
        return text_command::kinds(&request);
    }
    if let Form::Said(text) = &form {
        return out::print(text, Meant::Nothing).map(|()| Ending::Fine);
    }
    let (place, theme) = (request.config.clone(), request.theme.clone());
    let opened = open(request)?;
    match form {
        Form::Rules(_) | Form::Diff(_) | Form::Clusters(_) => Ok(Ending::Fine),
        Form::Clean(cleaning) => clean::clean(&cleaning, &opened),
        Form::Report(paper) => printed(opened, paper),
        Form::Text(all) => text_command::print(&opened, all),
        Form::Screen(colours) if out::is_drawable() => shown(opened, (colours, theme), &place),
        Form::Screen(_) | Form::Config(_) | Form::Said(_) | Form::Kinds => {
            if out::is_seen() && opened.articles.len() > 1 {
                complain(&["TERM is dumb, so nothing can be drawn; this is the report".to_owned()]);
            }
            printed(opened, Paper::default())
        }
    }
}

/// Reads what was named and the rules.
///
/// # Errors
///
/// Nothing could be read.
pub fn open(request: Request) -> Result<Opened> {
    let is_shown = is_shown(&request);
    let (openers, unfit) = Openers::of(&request);
    let begun = if is_shown { heads(&request.names, openers.how()) } else { None };
    let unread = begun.is_some();
    let Everything { mut articles, mut complaints, notices } = match begun {
        Some(articles) => Everything { articles, ..Everything::default() },
        None if request.names.is_empty() => Everything { articles: bundled(), ..Everything::default() },
        None => everything(&request.names, &mut stdin().lock(), openers.how()),
    };
    complaints.extend(unfit);
    let keeping = Keeping::of(request.rules.clone());
    let (sources, mistaken) = sources(&request)?;
    if !is_shown {
        complaints.extend(mistaken);
    }
    sources.name(&mut articles);
    let beside = if unread { named_folders(&request.names) } else { folders(&articles) };
    let state = State::of(request.state).with_set(&request.names);
    let notes = if matches!(request.form, Form::Screen(_) | Form::Report(_)) {
        state.notes().read()
    } else {
        Ok(Notes::default())
    };
    let notes = notes.unwrap_or_else(|error| {
        complaints.push(format!("{error:#}; the notes are unchanged"));
        Notes::default()
    });
    let mut in_force = InForce::read(&keeping, &beside);
    complaints.append(&mut in_force.complaints);
    let complaints: Vec<String> = complaints.iter().map(|complaint| visible(complaint).into_owned()).collect();
    if articles.is_empty() {
        complain(&complaints);
        bail!("nothing could be opened");
    }
    let named = Named { names: request.names, sources, openers, remarks: Vec::new() };
    let notices = notices.iter().map(|notice| visible(notice).into_owned()).collect();
    let unread = unread.then(|| Named { remarks: complaints.clone(), ..named.clone() });
    let (rules, mouse, version) = (in_force.books, request.mouse, None);
    Ok(Opened { articles, rules, keeping, state, notes, mouse, complaints, notices, named, unread, version })
}

/// Gives the sources that the reader has named, on the command line first, and what is wrong with the settings.
///
/// # Errors
///
/// Says what is wrong on the command line.
pub fn sources(request: &Request) -> Result<(Sources, Vec<String>)> {
    let (set, mistaken) = (config::sources(&request.config).0, config::read(&request.config).1);
    Ok((Sources::of(&request.sources)?.before(set), mistaken))
}

fn is_shown(request: &Request) -> bool {
    matches!(request.form, Form::Screen(_)) && out::is_drawable()
}

fn printed(opened: Opened, paper: Paper) -> Result<Ending> {
    complain(&opened.complaints);
    complain(&opened.notices);
    headless::print(&opened, paper, Crew::all_hands(), &mut out::out())?;
    Ok(Ending::with(opened.complaints.len()))
}

/// Shows what was opened until the reader leaves.
///
/// # Errors
///
/// The terminal cannot be used.
pub fn shown(
    mut opened: Opened,
    (colours, theme): (Colours, Option<ThemeName>),
    place: &ConfigPlace,
) -> Result<Ending> {
    let (settings, misread) = config::read(place);
    let set = || settings.theme.as_ref().and_then(|name| ThemeName::read(name.into()).ok());
    let theme = theme.or_else(|| set().map(|theme| theme.beside(place)));
    let file = if let Some(ThemeName::File(path)) = &theme { Some(path.as_path()) } else { None };
    let (overrides, mistaken) = overrides(file);
    opened.complaints.append(&mut opened.notices);
    opened.complaints.extend(misread.iter().chain(&mistaken).map(|complaint| visible(complaint).into_owned()));
    if let Some(unread) = &mut opened.unread {
        unread.remarks.clone_from(&opened.complaints);
    }
    let mut noticed = Vec::new();
    let dress = Dress { colours: colours.named(theme.as_ref()), overrides };
    let left = event_loop::show(opened, dress, settings, &mut noticed);
    let complaints: Vec<String> = noticed.iter().map(|complaint| visible(complaint).into_owned()).collect();
    complain(&complaints);
    Ok(match left? {
        Some(signal) => Ending::Signal(signal),
        None => Ending::with(complaints.len()),
    })
}
