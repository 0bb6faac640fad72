use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::PathBuf;

use clap::{CommandFactory, Parser};

use super::{CommandLine, Surroundings};
use crate::run::{
    ColourDepth, Colours, ConfigPlace, Form, Layout, ReportOptions, Request, RulesPlace, Shown, ThemeName,
};

fn asked(line: &str) -> Request {
    with(line, ("", ""))
}

fn with(line: &str, (no_color, background): (&str, &str)) -> Request {
    let set = |value: &str| Some(OsString::from(value));
    around(
        line,
        &Surroundings {
            no_color: set(no_color),
            background: set(background),
            colorterm: set("truecolor"),
            term: None,
            account: None,
        },
    )
}

fn around(line: &str, surroundings: &Surroundings) -> Request {
    CommandLine::try_parse_from(line.split_whitespace()).unwrap().request(surroundings)
}

/// What is said of a line that cannot be read.
fn refused(line: &str) -> (clap::Error, String) {
    let error = CommandLine::try_parse_from(line.split_whitespace()).unwrap_err();
    let said = super::refusal(&error, &CommandLine::command(), line.split_whitespace().skip(1).map(OsString::from));
    let said = said.to_string();
    (error, said)
}

#[test]
fn the_command_line_holds_together() {
    CommandLine::command().debug_assert();
}

#[test]
fn names_are_files_unless_the_first_is_a_command() {
    let screen = || Form::Screen(Colours::Asked(ColourDepth::Full));
    let text = || Form::Report(ReportOptions::default());
    let cases: &[(&str, &[&str], Form)] = &[
        ("ibid", &[], screen()),
        ("ibid a b c", &["a", "b", "c"], screen()),
        ("ibid - b", &["-", "b"], screen()),
        ("ibid a report", &["a", "report"], screen()),
        ("ibid -- report", &["report"], screen()),
        ("ibid -- -a --help", &["-a", "--help"], screen()),
        ("ibid -- help", &["help"], screen()),
        ("ibid report a b", &["a", "b"], text()),
        ("ibid report -- --a report", &["--a", "report"], text()),
        (
            "ibid report a b --format json",
            &["a", "b"],
            Form::Report(ReportOptions { layout: Layout::Json, ..ReportOptions::default() }),
        ),
        ("ibid --no-rules report a", &["a"], text()),
        ("ibid config", &[], Form::Config(Shown::Path)),
        ("ibid config --path", &[], Form::Config(Shown::Path)),
        ("ibid config --default", &[], Form::Config(Shown::Default)),
        ("ibid -- config", &["config"], screen()),
    ];
    for (line, names, form) in cases {
        let request = asked(line);
        let expected: Vec<PathBuf> = names.iter().map(PathBuf::from).collect();
        assert_eq!((request.names, request.form), (expected, form.clone()), "{line}");
    }
}

#[test]
fn settings_are_where_the_reader_says() {
    let file = || ConfigPlace::File(PathBuf::from("c.toml"));
    let cases = [
        ("ibid a b", ConfigPlace::Usual),
        ("ibid --config c.toml a b", file()),
        ("ibid config --config=c.toml", file()),
        ("ibid a b --no-config", ConfigPlace::Nowhere),
    ];
    for (line, expected) in cases {
        assert_eq!(asked(line).config, expected, "{line}");
    }
}

#[test]
fn rules_are_where_the_reader_says() {
    let file = || RulesPlace::File(PathBuf::from("r.toml"));
    let cases = [
        ("ibid a b", RulesPlace::Usual),
        ("ibid --rules r.toml a b", file()),
        ("ibid --rules=r.toml report a b", file()),
        ("ibid report a b --rules r.toml", file()),
        ("ibid report --no-rules a b", RulesPlace::Nowhere),
        ("ibid a --no-rules", RulesPlace::Nowhere),
    ];
    for (line, expected) in cases {
        assert_eq!(asked(line).rules, expected, "{line}");
    }
}

#[test]
fn colours_follow_the_option_then_the_environment() {
    let full = ColourDepth::Full;
    let cases = [
        ("ibid", "", "", Colours::Asked(full)),
        ("ibid", "1", "", Colours::Plain),
        ("ibid", "0", "", Colours::Plain),
        ("ibid", "", "0;15", Colours::Light(full)),
        ("ibid", "", "0;default;7", Colours::Light(full)),
        ("ibid", "", "15;0", Colours::Dark(full)),
        ("ibid", "", "15;8", Colours::Dark(full)),
        ("ibid", "", "15;default", Colours::Asked(full)),
        ("ibid", "", "nonsense", Colours::Asked(full)),
        ("ibid --theme auto", "", "15;0", Colours::Dark(full)),
        ("ibid --theme mine.toml", "", "15;0", Colours::Dark(full)),
        ("ibid --theme mine.toml", "", "", Colours::Asked(full)),
        ("ibid --theme dark", "", "0;15", Colours::Dark(full)),
        ("ibid --theme light", "", "", Colours::Light(full)),
        ("ibid --color never --theme light", "", "", Colours::Plain),
        ("ibid --color always", "1", "", Colours::Asked(full)),
        ("ibid --color always --theme light", "1", "", Colours::Light(full)),
        ("ibid --color auto", "1", "", Colours::Plain),
        ("ibid --color 16", "1", "", Colours::Sixteen),
        ("ibid --color 256 --theme dark", "1", "", Colours::Dark(ColourDepth::Table)),
        ("ibid --color full --theme dark", "", "", Colours::Dark(full)),
    ];
    for (line, no_color, background, expected) in cases {
        assert_eq!(
            with(line, (no_color, background)).form,
            Form::Screen(expected),
            "{line} {no_color:?} {background:?}"
        );
    }
}

#[test]
fn a_theme_may_be_a_file() {
    let cases = [
        ("ibid --theme a/mine.toml", Some(ThemeName::File(PathBuf::from("a/mine.toml")))),
        ("ibid --theme light", Some(ThemeName::Light)),
        ("ibid --theme high-contrast", Some(ThemeName::HighContrast)),
        ("ibid", None),
    ];
    for (line, expected) in cases {
        assert_eq!(asked(line).theme, expected, "{line}");
    }
}

#[test]
fn only_colours_that_the_terminal_knows_are_sent() {
    let cases = [
        ("", "xterm", Colours::Sixteen),
        ("", "linux", Colours::Sixteen),
        ("", "xterm-256color", Colours::Light(ColourDepth::Table)),
        ("truecolor", "xterm-256color", Colours::Light(ColourDepth::Full)),
        ("24bit", "screen", Colours::Light(ColourDepth::Full)),
        ("", "xterm-kitty", Colours::Light(ColourDepth::Full)),
        ("", "", Colours::Sixteen),
    ];
    for (colorterm, term, expected) in cases {
        let set = |value: &str| Some(OsString::from(value));
        let surroundings = Surroundings { colorterm: set(colorterm), term: set(term), ..Surroundings::default() };
        let form = around("ibid --theme light", &surroundings).form;
        assert_eq!(form, Form::Screen(expected), "{colorterm:?} {term:?}");
    }
}

#[test]
fn a_wrong_command_line_is_refused_in_one_plain_sentence() {
    let cases = [
        ("ibid --nonsense", "unknown option --nonsense; see ibid --help"),
        ("ibid -x", "unknown option -x; see ibid --help"),
        ("ibid a b --zzqq", "unknown option --zzqq; see ibid --help"),
        ("ibid report", "missing argument: FILES; see ibid report --help"),
        ("ibid completions", "missing argument: SHELL; see ibid completions --help"),
        ("ibid notes add a.txt", "missing arguments: PARAGRAPH TEXT; see ibid notes add --help"),
        ("ibid merge base ours", "missing argument: THEIRS; see ibid merge --help"),
        ("ibid clean --jsonl", "missing option: --field; see ibid clean --help"),
        ("ibid rules add", "missing argument: TEXT; see ibid rules add --help"),
        ("ibid notes", "a command is missing; see ibid notes --help"),
        ("ibid kinds add", "unexpected argument 'add'; see ibid kinds --help"),
        (
            "ibid clean --in-place a.txt",
            "--in-place needs a value after an equals sign: --in-place=SUFFIX; see ibid clean --help",
        ),
        ("ibid --rules", "--rules needs a value: --rules FILE; see ibid --help"),
        ("ibid diff -U x a b", "invalid value 'x' for --context: expected a number, 0 or more; see ibid diff --help"),
        (
            "ibid report a --min-shared 200",
            "invalid value '200' for --min-shared: expected a number from 0 to 100; see ibid report --help",
        ),
        ("ibid report a --top 0", "invalid value '0' for --top: expected a number, 1 or more; see ibid report --help"),
        (
            "ibid notes add a.txt 0 x",
            "invalid value '0' for PARAGRAPH: expected a number, 1 or more; see ibid notes add --help",
        ),
        (
            "ibid merge a b c --marker-size 0",
            "invalid value '0' for --marker-size: expected a number from 1 to 256; see ibid merge --help",
        ),
        ("ibid log a --format xml", "invalid value 'xml' for --format: expected text or json; see ibid log --help"),
        ("ibid diff -U -1 a b", "invalid value '-1' for --context: expected a number, 0 or more; see ibid diff --help"),
        ("ibid completions bash --format x", "unknown option --format; see ibid completions --help"),
        (
            "ibid report a b --format xml",
            "invalid value 'xml' for --format: expected text, json, jsonl, markdown, html, csv, tei or collatex; see ibid report --help",
        ),
        ("ibid log a --format pdf", "invalid value 'pdf' for --format: expected text or json; see ibid log --help"),
        (
            "ibid --theme pink",
            "invalid value 'pink' for --theme: expected auto, dark, light, high-contrast or a file that ends with .toml; \
             see ibid --help",
        ),
        ("ibid --rules r --no-rules", "--rules and --no-rules cannot be used together; see ibid --help"),
        ("ibid --config c --no-config", "--config and --no-config cannot be used together; see ibid --help"),
        ("ibid config --default --path", "--default and --path cannot be used together; see ibid config --help"),
        ("ibid diff --words=3 a b", "--words takes no value; see ibid diff --help"),
        ("ibid help report foo", "ibid report has no command foo; see ibid report --help"),
        ("ibid clean --json --json", "--json can be given only once; see ibid clean --help"),
    ];
    for (line, expected) in cases {
        let (error, said) = refused(line);
        assert!(error.use_stderr(), "{line}");
        assert_eq!(said, expected, "{line}");
    }
}

#[test]
fn what_was_meant_is_proposed_in_one_wording() {
    let cases = [
        ("ibid diff a b --colour", "unknown option --colour; did you mean --color?"),
        ("ibid report a b --matrx", "unknown option --matrx; did you mean --matrix?"),
        ("ibid report a b --lineer", "unknown option --lineer; did you mean --linear?"),
        ("ibid --matrx", "unknown option --matrx; did you mean ibid report --matrix?"),
        ("ibid --matrix a", "unknown option --matrix; did you mean ibid report --matrix?"),
        ("ibid clean --matrix a", "unknown option --matrix; did you mean ibid report --matrix?"),
        ("ibid completions bash --format x", "unknown option --format; see ibid completions --help"),
        ("ibid diff --stat --format html a b", "--stat and --format cannot be used together; see ibid diff --help"),
        ("ibid diff -q --format html a b", "--brief and --format cannot be used together; see ibid diff --help"),
        ("ibid report --jsonl --story a", "--jsonl and --story cannot be used together; see ibid report --help"),
        ("ibid report --jsonl --base 2 a", "--jsonl and --base cannot be used together; see ibid report --help"),
        ("ibid report --story --figures a b", "--story and --figures cannot be used together; see ibid report --help"),
        ("ibid --repot a", "unknown option --repot; did you mean ibid report?"),
        ("ibid rules sugest", "unknown command sugest; did you mean ibid rules suggest?"),
        ("ibid help difff", "unknown command difff; did you mean ibid diff?"),
        ("ibid log a --format jsn", "invalid value 'jsn' for --format: expected text or json; did you mean json?"),
    ];
    for (line, expected) in cases {
        assert_eq!(refused(line).1, expected, "{line}");
    }
}

#[test]
fn help_describes_itself() {
    for (line, rest) in [
        ("ibid help --help", Some("ibid help help")),
        ("ibid help -h", Some("ibid help help")),
        ("ibid help report --help", Some("ibid help report")),
        ("ibid help difff", None),
    ] {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let rest: Option<Vec<OsString>> = rest.map(|rest| rest.split(' ').map(OsString::from).collect());
        assert_eq!(super::refusing::help_of_help(&refused(line).0, &words), rest, "{line}");
    }
}

#[test]
fn a_command_is_proposed_for_a_name_that_is_no_file() {
    let read = |line: &str| CommandLine::try_parse_from(line.split_whitespace()).unwrap();
    let said = |line: &str| super::mistyped(&read(line)).map(|it| it.to_string());
    let meant = "difff: no such file or command; did you mean ibid diff?";
    assert_eq!(said("ibid difff old.txt new.txt").as_deref(), Some(meant));
    assert_eq!(said("ibid repotr").as_deref(), Some("repotr: no such file or command; did you mean ibid report?"));
    for line in [
        "ibid",
        "ibid notes.txt",
        "ibid ./difff",
        "ibid src",
        "ibid diff a b",
        "ibid quotation",
        "ibid nosuch",
        "ibid -",
    ] {
        assert_eq!(said(line), None, "{line}");
    }
}

/// Where the explanation of an example begins, if the line has one.
fn column_of_explanation(line: &str) -> Option<usize> {
    let indent = line.len() - line.trim_start().len();
    let gap = line.trim_start().find("  ").map(|gap| indent + gap);
    if indent > 4 {
        return Some(indent);
    }
    gap.and_then(|gap| Some(gap + line.get(gap..)?.find(|c| c != ' ')?))
}

#[test]
fn help_says_defaults_in_words() {
    let mut command = CommandLine::command();
    command.build();
    let subs: Vec<clap::Command> = command.get_subcommands().cloned().collect();
    let inner: Vec<clap::Command> = subs.iter().flat_map(|sub| sub.get_subcommands().cloned()).collect();
    for mut sub in subs.into_iter().chain(inner) {
        let help = sub.render_help().to_string();
        assert!(!help.contains("[default") && !help.contains("[possible"), "{help}");
    }
}

#[test]
fn the_help_of_a_command_has_its_own_options_first() {
    let mut command = CommandLine::command();
    command.build();
    for sub in command.get_subcommands_mut().filter(|sub| sub.get_name() != "help") {
        let name = sub.get_name().to_owned();
        let help = sub.render_help().to_string();
        let of_all = help.find("Options of all commands:").unwrap_or_else(|| panic!("{name}: {help}"));
        let own = help.find("\nOptions:").unwrap_or_else(|| panic!("{name}: {help}"));
        assert!(own < of_all && !help[own..of_all].contains("--rules") && help[of_all..].contains("--rules"), "{help}");
        assert!(help.lines().all(|line| line.chars().count() <= 80), "{help}");
        let examples = sub.get_before_help().map(ToString::to_string).unwrap_or_default();
        assert!(name == "kinds" || examples.starts_with("Examples:\n  "), "{name}: {examples}");
        assert!(examples.lines().all(|line| line.chars().count() <= 80), "{name}: {examples}");
        let columns: BTreeSet<usize> = examples.lines().filter_map(column_of_explanation).collect();
        assert!(columns.len() <= 1, "{name}: {columns:?}\n{examples}");
        // One space would make the explanation part of the command.
        let runs_on = |line: &str| {
            let before = columns.first().and_then(|column| line.get(column - 1..*column));
            column_of_explanation(line).is_none() && before == Some(" ") && !line.starts_with("    ")
        };
        let run_on: Vec<&str> = examples.lines().filter(|line| runs_on(line)).collect();
        assert!(run_on.is_empty(), "{name}: {run_on:?}");
    }
    let asked = CommandLine::try_parse_from(["ibid", "help", "diff"]).unwrap_err();
    assert!(asked.to_string().contains("GIT_EXTERNAL_DIFF"), "{asked}");
}

#[test]
fn a_suffix_never_takes_a_file_that_was_to_be_cleaned() {
    let refused = |line: &str| CommandLine::try_parse_from(line.split_whitespace()).is_err();
    assert!(refused("ibid clean --in-place a.txt") && refused("ibid clean --in-place=a.txt"));
    assert_eq!(asked("ibid clean --in-place=.bak a.txt").names, [PathBuf::from("a.txt")]);
}

#[test]
fn everything_can_be_printed_in_one_column() {
    for line in ["ibid --linear a b", "ibid --linear diff a b", "ibid diff a b --linear", "ibid log --linear a"] {
        assert!(asked(line).linear, "{line}");
    }
    assert!(!asked("ibid a b").linear);
}

#[test]
fn every_command_has_its_manual_page() {
    let commands = CommandLine::command();
    let names = commands.get_subcommands().map(clap::Command::get_name).filter(|name| *name != "help");
    for name in names {
        let words = CommandLine::try_parse_from(["ibid", "man", name]);
        assert!(words.is_ok(), "ibid man {name}");
    }
    let unfit = |line: &str| {
        let words = CommandLine::try_parse_from(line.split_whitespace()).unwrap();
        words.unfit().map(|error| error.to_string())
    };
    assert_eq!(unfit("ibid man rules add"), None);
    let said = unfit("ibid man diff log");
    assert_eq!(said.as_deref(), Some("ibid diff has no command log; see ibid man --help"));
}
