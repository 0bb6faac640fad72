//! The start: reads articles and rules, then shows or prints them.

use std::env;
use std::io::ErrorKind;

use anyhow::{Context, Result, bail};

use super::diff_request::Diffing;
use super::ending::Ending;
use super::fresh::saved_without_lock;
use super::hiding::Cleaning;
use super::merge_plan::{MARKS, Merging};
use super::opened::{Opened, open};
use super::out::{self, Meant, complain};
use super::packing::PackedOut;
use super::report_options::{Layout, ReportOptions};
use super::request::{Form, Request};
use super::screen::shown;
use super::thread_pool::ThreadPool;
use super::{
    clean, clean_lines, clusters, config, decisions, diffing, doubtful, headless, logging, merging, notes_command,
    pair_lines, rules_command, terminal, text_command,
};
use crate::article::read_up_to;
use crate::page::widen_ambiguous;
use crate::text::draw_in_ascii;

/// The environment variable for the longest text that is read, in megabytes.
const LARGEST: &str = "IBID_LARGEST";

/// Runs a request, from reading the files to leaving the screen.
///
/// # Errors
///
/// Nothing could be read, the output cannot be written, or the terminal cannot be drawn on.
pub fn run(request: Request) -> Result<Ending> {
    if let Some(wanted) = env::var_os(LARGEST) {
        match wanted.to_str().and_then(|wanted| wanted.parse().ok()).filter(|megabytes| *megabytes > 0) {
            Some(megabytes) => read_up_to(megabytes),
            None => bail!("{LARGEST}: expected a number of megabytes, such as 200"),
        }
    }
    let settings = config::read(&request.config).0;
    if request.ascii || settings.ascii || settings.wide_ambiguous {
        draw_in_ascii();
    }
    if settings.wide_ambiguous {
        widen_ambiguous();
    }
    if request.linear {
        out::only_print();
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
    if let Form::Pairs(pairs) = &form {
        return pair_lines::stream(pairs, &request);
    }
    if let Form::Config(what) = form {
        return config::print(&request.config, what, &mut out::out()).map(|()| Ending::Fine);
    }
    if let Form::Merge(merging) = &form {
        return merging::merge_files(merging, &request);
    }
    if let Form::Diff(Diffing { output: Some(output), labels, .. }) = &form {
        let merging = Merging { output: Some(output.clone()), labels: labels.clone(), marks: MARKS, colours: None };
        return merging::merge_both(&merging, &request);
    }
    if let Form::Diff(diffing) = &form {
        return diffing::compare(diffing, &request);
    }
    if let Form::Log(wanted) = &form {
        return logging::log(wanted, &request);
    }
    if let Form::Clusters(clustering) = &form {
        return clusters::clusters(clustering, &request);
    }
    if let Form::Decisions(task) = &form {
        return decisions::decisions(task, &request);
    }
    if let Form::Notes(task) = &form {
        return notes_command::notes(task, request);
    }
    if form == Form::Kinds {
        return text_command::kinds(&request);
    }
    if let Form::Said(text) = &form {
        return out::print(text, Meant::Nothing).map(|()| Ending::Fine);
    }
    if let Form::Clean(cleaning) = &form
        && clean::is_nothing(&request.names)
    {
        return clean::clean_nothing(cleaning, &request);
    }
    let (place, theme) = (request.config.clone(), request.theme.clone());
    let opened = open(request)?;
    match form {
        Form::Rules(_)
        | Form::Diff(_)
        | Form::Merge(_)
        | Form::Log(_)
        | Form::Clusters(_)
        | Form::Decisions(_)
        | Form::Notes(_)
        | Form::Pairs(_) => Ok(Ending::Fine),
        Form::Clean(cleaning) => clean::clean(&cleaning, &opened),
        Form::Doubtful(most) => doubtful::print(&opened, most),
        Form::Report(options) => printed(opened, options),
        Form::Text(all) => text_command::print(&opened, all),
        Form::Screen(colours) if out::is_drawable() => shown(opened, colours, theme, &place),
        Form::Screen(_) | Form::Config(_) | Form::Said(_) | Form::Kinds => instead_of_screen(opened),
    }
}

/// Prints what the screen would show: the report, or the text of a single article.
fn instead_of_screen(opened: Opened) -> Result<Ending> {
    let is_single = opened.articles.len() == 1 && opened.complaints.is_empty();
    let printed_form = if is_single { "the text of the article" } else { "the report" };
    if let Some(term) = out::dumb_name().filter(|_| out::is_seen()) {
        complain(&[format!("TERM is {term}, so nothing can be drawn; this is {printed_form}")]);
    }
    if is_single { text_command::print(&opened, false) } else { printed(opened, ReportOptions::default()) }
}

fn printed(opened: Opened, options: ReportOptions) -> Result<Ending> {
    complain(&opened.complaints);
    complain(&opened.notices);
    let is_prose = options.layout == Layout::Text;
    let width = terminal::seen_width().filter(|_| is_prose);
    let mut out = PackedOut::of(out::out().wrapped(width), options.packing)?;
    headless::print(&opened, options, ThreadPool::all_hands(), &mut out)?;
    match out.end() {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        ended => ended.context("cannot write the report")?,
    }
    Ok(Ending::with(opened.complaints.len()))
}
