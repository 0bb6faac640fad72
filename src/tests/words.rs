//! What the program says is plain English: words that were odd once do not come back, and a count is said in one way.

use super::house::{Source, sources};

/// What no message, help text or error says, and what is said instead.
const REVIEWED: &[(&str, &str)] = &[
    ("nothing here is so", "No rows match"),
    ("from eight", "eight or more in all"),
    ("no mistakes", "no errors"),
    ("in force", "in use"),
    ("past the last", "Wrapped"),
    ("before the first", "Wrapped"),
    ("on from the", "Wrapped"),
    ("are the least", "at least"),
    ("shown no more", "Closed"),
    ("any more", "no longer"),
    ("otherwise", "rename"),
    ("holds only for now", "kept for this session only"),
    ("holds now", "reloaded"),
    ("left as it is", "left unchanged"),
    ("stays as it", "unchanged"),
    ("stay as they", "unchanged"),
    ("to know it by", "to match"),
    ("is no text", "not a text file"),
    ("article is no file", "not backed by a file"),
    ("is no key", "is not a key"),
    ("is no table", "is not a table"),
    ("is no colour", "is not a colour"),
    ("is no pattern", "is not a pattern"),
    ("is no json", "is not JSON"),
    ("is no utf-8", "is not UTF-8"),
    ("no regular expression", "invalid regular expression"),
    ("means nothing", "not bound"),
    ("for which ground", "theme"),
    ("for which shell", "shell"),
    ("anew", "again, or reload"),
    ("passed over", "skipped"),
    ("broke off", "failed"),
    ("going on with", "using"),
    ("going on without", "continuing without"),
    ("taken back", "undone"),
    ("takes it back", "undoes"),
    ("made again", "redone"),
    ("makes it again", "redoes"),
    ("meanwhile: both", "both versions are kept"),
    ("something else changed", "another program changed"),
    ("by something else", "another program has changed it"),
    ("cannot be told from", "cannot be told apart from"),
    ("asked for by", "is bound to"),
    ("one cannot see", "invisible"),
    ("a repetition", "repeat"),
    ("echo of", "repeat of"),
    ("stands in", "is in"),
    ("stand in", "is in"),
    ("stands here", "is here"),
    ("stands only here", "only here"),
    ("is lit", "highlighted"),
    ("light what stands", "highlight what is"),
    ("likeness", "similarity"),
    ("furniture", "boilerplate"),
    ("collating", "comparing"),
    ("collated", "compared"),
    ("looking through", "searching"),
    ("there is nothing", "Nothing to"),
    ("there is no such", "no such"),
    ("there are no ", "No"),
    ("the standard input", "standard input"),
    ("tells more", "see"),
    ("not without complaints", "with warnings"),
    ("told by another", "also has"),
    ("told elsewhere", "also elsewhere"),
    ("refused before", "rejected before"),
    ("face to face", "side by side"),
    ("so many at most", "at most this many"),
    ("somebody decided", "decided"),
    ("of which it is", "that ibid is"),
    ("may be given again", "may be repeated"),
    ("come of", "come from"),
    ("comes of", "comes from"),
    ("in whose words", "whose wording"),
    ("have one text behind them", "come from one text"),
    ("paragraphs {", "{} paragraphs, the number first"),
    ("passages {", "{} passages, the number first"),
    ("so often", "how often, or the length"),
    ("stands elsewhere", "differs"),
    ("was not kept", "was not saved"),
    ("written as it is", "written unchanged"),
    ("the lit ", "the highlighted"),
    ("unmatched anywhere", "unmatched in all others"),
    ("in all other articles", "in all others"),
    ("fact-changing", "a fact differs"),
    ("differ in a fact", "a fact differs"),
    ("differs in a fact", "a fact differs"),
    ("wrapped to the", "Wrapped"),
    ("repeats it", "the number of times"),
];

/// Texts that are read, never said: words that the program looks for, and names in files.
const READ_NOT_SAID: &[&str] = &["boilerplate/propose/", "kinds/html/", "text/regional", "collate/"];

/// What is said in a line: its literals, and in the command line also what its comments say of options.
fn said(source: &Source) -> Vec<(usize, String)> {
    let helps = source.path == "cli.rs" || source.path.starts_with("cli/");
    let mut found = Vec::new();
    for (at, line) in source.lines.iter().enumerate() {
        let line = line.trim_start();
        if let Some(help) = line.strip_prefix("/// ").filter(|_| helps) {
            found.push((at + 1, help.to_lowercase()));
        } else if !line.starts_with("//") {
            let literals = line.split('"').skip(1).step_by(2);
            found.extend(literals.map(|literal| (at + 1, literal.to_lowercase())));
        }
    }
    found
}

fn odd(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources.iter().filter(|source| !source.is_test()) {
        if READ_NOT_SAID.iter().any(|path| source.path.starts_with(path)) {
            continue;
        }
        for (line, text) in said(source) {
            for (words, better) in REVIEWED.iter().filter(|(words, _)| text.contains(words)) {
                wrong.push(format!("{}:{line} says “{words}”: rather “{better}”", source.path));
            }
        }
    }
    wrong
}

#[test]
fn what_is_said_is_plain() {
    assert_eq!(odd(&sources()), Vec::<String>::new());
    let planted = [Source::of("app/step.rs", "desk.say(\"past the last match\");\n// is no text\n")];
    assert_eq!(odd(&planted), ["app/step.rs:1 says “past the last”: rather “Wrapped”"]);
    let planted = [Source::of("cli/hiding.rs", "/// Write the files anew.\n")];
    assert_eq!(odd(&planted).len(), 1);
}

/// Finds messages on the screen that do not begin like a sentence.
fn begun_small(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources.iter().filter(|source| !source.is_test()) {
        for (at, line) in source.lines.iter().enumerate() {
            let said = ["desk.say(\"", "desk.warn(\"", "desk.say(format!(\"", "desk.warn(format!(\""];
            let begun = said.iter().filter_map(|call| line.split_once(call)).map(|(_, rest)| rest);
            for text in begun.filter(|text| text.starts_with(|c: char| c.is_ascii_lowercase())) {
                let words = text.split('"').next().unwrap_or_default();
                wrong.push(format!("{}:{} says “{words}” without a capital", source.path, at + 1));
            }
        }
    }
    wrong
}

#[test]
fn a_message_begins_with_a_capital() {
    assert_eq!(begun_small(&sources()), Vec::<String>::new());
    let planted = [Source::of("app/step.rs", "desk.say(\"nothing here\");\n")];
    assert_eq!(begun_small(&planted), ["app/step.rs:1 says “nothing here” without a capital"]);
}

/// Finds where one and many are told apart by hand.
fn counted_by_hand(sources: &[Source]) -> Vec<String> {
    let by_hand = |text: &str| {
        let rest = text.strip_prefix("1 ").unwrap_or_default();
        rest.starts_with(|c: char| c.is_ascii_lowercase()) && !rest.contains(' ')
    };
    let each = sources.iter().filter(|source| !source.is_test() && source.path != "text/plural.rs");
    each.flat_map(|source| {
        let found = said(source).into_iter().filter(|(_, text)| by_hand(text));
        found.map(|(line, text)| format!("{}:{line} counts “{text}” by hand", source.path)).collect::<Vec<_>>()
    })
    .collect()
}

#[test]
fn a_count_is_said_by_one_function() {
    assert_eq!(counted_by_hand(&sources()), Vec::<String>::new());
    let planted = [Source::of("ui/pane.rs", "if words == 1 { \"1 word\".to_owned() }\n")];
    assert_eq!(counted_by_hand(&planted), ["ui/pane.rs:1 counts “1 word” by hand"]);
}
