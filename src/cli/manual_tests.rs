use clap::CommandFactory;

use super::{entries, manual_page};
use crate::cli::CommandLine;

fn pages() -> Vec<(String, String)> {
    let mut command = CommandLine::command();
    command.build();
    let subs = command.get_subcommands().filter(|sub| sub.get_name() != "help");
    subs.chain([&command]).map(|of| (of.get_name().to_owned(), manual_page(of, Vec::new()))).collect()
}

fn page(name: &str) -> String {
    pages().into_iter().find(|(of, _)| of == name).map(|(_, page)| page).unwrap_or_default()
}

/// A page as a reader sees it, without the marks of roff.
fn plain(page: &str) -> String {
    let lines = page.lines().filter(|line| !line.starts_with('.') || line.starts_with(".S"));
    let text = lines.collect::<Vec<_>>().join("\n");
    text.replace("\\-", "-").replace("\\fB", "").replace("\\fI", "").replace("\\fR", "").replace("\\(aq", "'")
}

#[test]
fn only_the_synopsis_has_fixed_lines() {
    for (name, page) in pages() {
        let fixed = page.split(".nf\n").skip(1).map(|part| part.split(".fi\n").next().unwrap_or_default());
        assert!(fixed.clone().count() >= 1, "{name}");
        assert!(fixed.flat_map(str::lines).all(|line| line.contains("ibid") && line.len() <= 90), "{name}");
    }
}

#[test]
fn it_names_no_page_that_does_not_exist_and_describes_the_commands_of_a_command() {
    for (name, page) in pages() {
        assert!(!page.contains("help(1)") && !page.contains("(1)"), "{name}: {page}");
    }
    let rules = plain(&page("rules"));
    for part in
        [".SS ibid rules add\nibid rules add [OPTIONS] <TEXT>\nAdd a rule", "--kind KIND\n", "--team[=FOLDER]\n"]
    {
        assert!(rules.contains(part), "{part}: {rules}");
    }
    assert!(plain(&page("ibid")).contains("report\nPrint what articles share\n"));
}

#[test]
fn the_sections_stand_in_their_order_and_say_what_help_says() {
    let diff = plain(&page("diff"));
    let places = [
        ".SH NAME\nibid-diff - Show or print",
        ".SH SYNOPSIS\nibid diff [OPTIONS] <FILES>...",
        ".SH DESCRIPTION\nOn a terminal",
        ".SH ARGUMENTS\nFILES...\n",
        ".SH OPTIONS\n-U, --context N\n",
        ".SH OPTIONS OF ALL COMMANDS\n",
        ".SH EXIT STATUS\n0 no differences",
        ".SH ENVIRONMENT\nPAGER\nshows what",
        ".SH EXAMPLES\nibid diff old.md new.md\nshow what changed",
    ]
    .map(|part| (part, diff.find(part)));
    assert!(places.iter().all(|(_, place)| place.is_some()), "{places:?}\n{diff}");
}

#[test]
fn examples_become_entries() {
    let told = "  ibid a.txt    read it\n  git config x \\\n    'ibid %O'\n                then .git\n                uses it\n";
    let expected = ".TP\n\\fBibid a.txt\\fR\nread it\n.TP\n\\fBgit config x \\e\\fR\n.TQ\n\\fB  \\(aqibid %O\\(aq\\fR\nthen .git\nuses it\n";
    assert_eq!(entries(told), expected);
}
