//! What was opened: the named articles, and the rules.

use std::io::stdin;
use std::sync::Arc;

use anyhow::{Result, bail};

use super::clusters::Curator;
use super::config;
use super::decisions::rulings;
use super::in_force::{InForce, folders, named_folders};
use super::loader::{Everything, everything};
use super::opening::Openers;
use super::out::{self, complain};
use super::places::RulesPlace;
use super::reading::Named;
use super::request::{Form, Request};
use super::rules::Keeping;
use super::state::State;
use crate::app::{Notes, Version};
use crate::article::{Article, Sources, bundled, heads};
use crate::boilerplate::Rulebooks;
use crate::curation::{Idle, Rulings};
use crate::text::visible;

/// What to work with, and what was noticed while reading it.
#[derive(Debug)]
pub struct Opened {
    /// The articles.
    pub articles: Vec<Article>,
    /// The rules in force.
    pub rules: Rulebooks,
    /// Where new rules are kept.
    pub keeping: Keeping,
    /// Where the reader's progress is kept.
    pub state: State,
    /// The reader's notes.
    pub notes: Notes,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// Warnings, one sentence each, safe to print.
    pub complaints: Vec<String>,
    /// What was skipped in folders, one sentence each, safe to print.
    pub notices: Vec<String>,
    /// What to read when everything is read again.
    pub named: Named,
    /// What to read whole, if the articles are only beginnings.
    pub unread: Option<Named>,
    /// A diff to show first instead of the articles.
    pub version: Option<Version>,
    /// Decisions on sentences.
    pub rulings: Rulings,
    /// An engine's clusters, if these are shown.
    pub curator: Option<Curator>,
}

impl Opened {
    /// For comparing versions: nothing but the reader's notes. Rules are kept only if their file was named.
    pub fn of_versions(rules: Rulebooks, named: Named, request: &Request) -> Self {
        let place = match &request.rules {
            RulesPlace::File(path) => RulesPlace::File(path.clone()),
            RulesPlace::Usual | RulesPlace::Nowhere => RulesPlace::Nowhere,
        };
        let state = State::of(request.state);
        let (notes, complaints) = match state.notes().read() {
            Ok(notes) => (notes, Vec::new()),
            Err(error) => {
                (Notes::default(), vec![visible(&format!("{error:#}; the notes are unchanged")).into_owned()])
            }
        };
        Self {
            articles: Vec::new(),
            rules,
            keeping: Keeping::of(place),
            state,
            notes,
            mouse: request.mouse,
            complaints,
            notices: Vec::new(),
            named,
            unread: None,
            version: None,
            rulings: Rulings::default(),
            curator: None,
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
    let (rulings, mistaken) = rulings(&request.decisions)?;
    complaints.extend(mistaken);
    let rulings = rulings.renamed(&articles);
    let complaints: Vec<String> = complaints.iter().map(|complaint| visible(complaint).into_owned()).collect();
    if articles.is_empty() {
        complain(&complaints);
        bail!("nothing could be opened");
    }
    let named =
        Named { names: request.names, sources, openers, shelved: None, remarks: Vec::new(), rulings: Arc::default() };
    let idle = if unread { None } else { counted(rulings.idle(&articles), &request.form).said() };
    let notices = notices.into_iter().chain(idle);
    let notices = notices.map(|notice| visible(&notice).into_owned()).collect();
    let decided = Arc::new(rulings.clone());
    let unread = unread.then(|| Named { remarks: complaints.clone(), rulings: decided, ..named.clone() });
    let (rules, mouse, version) = (in_force.books, request.mouse, None);
    Ok(Opened {
        articles,
        rules,
        keeping,
        state,
        notes,
        mouse,
        complaints,
        notices,
        named,
        unread,
        version,
        rulings,
        curator: None,
    })
}

/// Returns the sources that the reader named, those of the command line first, and problems with the settings.
///
/// # Errors
///
/// Says what is wrong on the command line.
pub fn sources(request: &Request) -> Result<(Sources, Vec<String>)> {
    let (set, mistaken) = (config::sources(&request.config).0, config::read(&request.config).1);
    Ok((Sources::of(&request.sources)?.before(set), mistaken))
}

/// Leaves out of the unused decisions those that count in this form.
fn counted(idle: Idle, form: &Form) -> Idle {
    let (sentences, whole) = match form {
        Form::Screen(_) => (true, true),
        Form::Report(options) => options.counts(),
        _ => (true, false),
    };
    Idle { sentences: if sentences { 0 } else { idle.sentences }, whole: if whole { 0 } else { idle.whole }, ..idle }
}

fn is_shown(request: &Request) -> bool {
    matches!(request.form, Form::Screen(_)) && out::is_drawable()
}
