//! What holds for each file by itself: its first line, its length, its imports, and that it defines what the documents name in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::house::{Source, sources};
use super::known::UNMEASURED;
use super::tidy::{Breaches, only_known, used};

fn silent(sources: &[Source]) -> Breaches {
    let says = |source: &&Source| source.lines.first().is_some_and(|line| line.starts_with("//! "));
    used(sources).filter(|source| !says(source)).map(|source| source.path.clone()).collect()
}

#[test]
fn every_file_says_its_purpose_first() {
    assert_eq!(silent(&sources()), Breaches::new());
    assert_eq!(silent(&[Source::of("page/a.rs", "use std::fmt;\n")]), ["page/a.rs"]);
}

fn long(sources: &[Source]) -> Breaches {
    used(sources).filter(|source| source.lines.len() > 300).map(|source| source.path.clone()).collect()
}

#[test]
fn a_file_is_one_room() {
    assert_eq!(long(&sources()), Breaches::new(), "over 300 lines");
    assert_eq!(long(&[Source::of("page/a.rs", &"\n".repeat(301))]), ["page/a.rs"]);
}

/// Finds files that belong to no module, so that nobody compiles them, nor runs their tests.
fn unreached(sources: &[Source]) -> Breaches {
    let is_reached = |source: &&Source| {
        let path = source.path.trim_end_matches(".rs").trim_end_matches("/mod");
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let doors = match folder {
            "" => ["lib.rs".to_owned(), "main.rs".to_owned(), name.replace("_tests", ".rs")],
            _ => [format!("{folder}/mod.rs"), format!("{folder}.rs"), source.path.replace("_tests.rs", ".rs")],
        };
        let opens = |line: &String| line.trim_end().ends_with(&format!("mod {name};"));
        sources.iter().any(|source| doors.contains(&source.path) && source.lines.iter().any(opens))
    };
    let is_door = |source: &&Source| ["lib.rs", "main.rs"].contains(&source.path.as_str());
    let unreached = sources.iter().filter(|source| !is_door(source) && !is_reached(source));
    unreached.map(|source| source.path.clone()).collect()
}

#[test]
fn every_file_belongs_to_a_module() {
    assert_eq!(unreached(&sources()), Breaches::new());
    let planted = [
        Source::of("lib.rs", "mod page;\n"),
        Source::of("page/mod.rs", "mod a;\n#[cfg(test)]\nmod a_tests;\nmod deep;\n"),
        Source::of("page/a.rs", ""),
        Source::of("page/a_tests.rs", ""),
        Source::of("page/b_tests.rs", ""),
        Source::of("page/deep/mod.rs", ""),
        Source::of("text/mod.rs", ""),
    ];
    assert_eq!(unreached(&planted), ["page/b_tests.rs", "text/mod.rs"]);
}

fn globs(sources: &[Source]) -> Breaches {
    let mut wrong = Vec::new();
    for source in used(sources) {
        let all = source.paths().into_iter().filter(|(_, path)| path.last().is_some_and(|it| it == "*"));
        wrong.extend(all.map(|(line, _)| format!("{}:{line}", source.path)));
    }
    wrong
}

#[test]
fn no_glob_imports() {
    assert_eq!(globs(&sources()), Breaches::new());
    let planted = "use super::*;\nuse crate::text::{\n    Span,\n    word::{key, *},\n};\nfn one() {\n    use crate::page::*;\n}\n";
    assert_eq!(globs(&[Source::of("page/a.rs", planted)]), ["page/a.rs:1", "page/a.rs:2", "page/a.rs:7"]);
}

fn is_constant(line: &str) -> bool {
    let line = line.trim_start_matches("pub(super) ").trim_start_matches("pub(crate) ").trim_start_matches("pub ");
    line.starts_with("const ") && !line.starts_with("const fn ")
}

/// Whether a line begins a constant that is a number or several.
fn is_number(line: &str) -> bool {
    const NUMBERS: [&str; 11] = ["u8", "u16", "u32", "u64", "u128", "usize", "i32", "i64", "f64", "f32", "Evidence"];
    let kind = line.split_once(": ").map_or("", |(_, rest)| rest.trim_start_matches(['&', '[', '(']));
    is_constant(line) && NUMBERS.iter().any(|number| kind.starts_with(number))
}

/// Finds numbers of which nothing is said; several in a row may stand below one word.
fn unexplained(sources: &[Source]) -> Breaches {
    let mut wrong = Vec::new();
    for source in used(sources) {
        for at in source.lines.iter().enumerate().filter(|(_, line)| is_number(line)).map(|(at, _)| at) {
            let above = at.checked_sub(1).and_then(|at| source.lines.get(at)).map_or("", String::as_str);
            if !above.starts_with("//") && !above.starts_with("#[") && !is_constant(above) {
                wrong.push(format!("{}:{}", source.path, at + 1));
            }
        }
    }
    wrong
}

#[test]
fn a_number_says_what_it_is() {
    assert_eq!(unexplained(&sources()), Breaches::new());
    let planted = "/// Words.\nconst FEW: usize = 3;\nconst MORE: usize = 4;\n\npub const BARE: f64 = 0.5;\nconst NAME: &str = \"a\";\n";
    assert_eq!(unexplained(&[Source::of("page/a.rs", planted)]), ["page/a.rs:5"]);
}

/// The rooms of which each number is measured, unless it is a limit, chosen or defined.
const MEASURED: [&str; 6] = ["text/", "article/", "boilerplate/", "collate/", "page/", "merge/"];

/// Finds numbers that say neither what they are nor where they were measured; several in a row may share a comment.
fn unmeasured(sources: &[Source]) -> BTreeSet<String> {
    let mut wrong = BTreeSet::new();
    for source in used(sources).filter(|source| MEASURED.iter().any(|room| source.path.starts_with(room))) {
        let lines = source.lines.iter().map(|line| line.trim_start()).collect::<Vec<_>>();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| is_number(line)) {
            let above = lines[..at].iter().rev().skip_while(|line| is_constant(line) || line.starts_with("#["));
            let said: Vec<&str> = above.take_while(|line| line.starts_with("//")).copied().collect();
            let is_said = |mark: &str| said.iter().any(|line| line.contains(mark));
            if !["(a limit", "(chosen", "(defined", "benches/", "cargo bench"].into_iter().any(is_said) {
                let name = line.split_once("const ").and_then(|(_, rest)| rest.split(':').next()).unwrap_or_default();
                wrong.insert(format!("{}: {name}", source.path));
            }
        }
    }
    wrong
}

#[test]
fn a_number_says_where_it_was_measured() {
    only_known(
        &unmeasured(&sources()),
        UNMEASURED,
        "say “(benches/constants.md)”, “(a limit)”, “(chosen)” or “(defined)”",
    );
    let planted = "/// Words.\nconst FEW: usize = 3;\n\n/// Words, at most (a limit).\n///\n/// More.\npub(super) const MOST: i64 = 4;\nconst MORE: (i64, u8) = (4, 4);\n\n    const INNER: f64 = 0.5;\nconst NAME: &str = \"a\";\n";
    let expected = BTreeSet::from(["page/a.rs: FEW", "page/a.rs: INNER"].map(str::to_owned));
    assert_eq!(unmeasured(&[Source::of("page/a.rs", planted), Source::of("ui/a.rs", planted)]), expected);
}

/// Finds functions and types that a document names behind a file, as in `page/wrap.rs`: `wrap`, and that do not stand there.
fn misplaced(text: &str, code_of: &dyn Fn(&str) -> String) -> Breaches {
    let mut wrong = Vec::new();
    let words: Vec<&str> = text.split('`').collect();
    let mut file = None;
    for (at, word) in words.iter().enumerate().skip(1).step_by(2) {
        let between = words[at - 1];
        if word.ends_with(".rs") {
            file = Some(*word);
            continue;
        }
        let behind_the_file = words.get(at.wrapping_sub(2)).is_some_and(|before| before.ends_with(".rs"));
        let goes_on = if behind_the_file { between == ": " } else { matches!(between, ", " | " and ") };
        file = file.filter(|_| goes_on);
        let Some(file) = file else { continue };
        let name = word.rsplit("::").next().unwrap_or(word);
        let code = code_of(file);
        let defines = |what: &str| {
            let start = format!("{what} {name}");
            code.match_indices(&start)
                .any(|(at, _)| !code[at + start.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        };
        if !["fn", "struct", "enum", "trait", "type"].into_iter().any(defines) {
            wrong.push(format!("{name} in {file}"));
        }
    }
    wrong
}

#[test]
fn what_the_documents_name_in_a_file_stands_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let code = |file: &str| fs::read_to_string(root.join("src").join(file)).unwrap_or_default();
    if let Ok(text) = fs::read_to_string(root.join("ARCHITECTURE.md")) {
        assert_eq!(misplaced(&text, &code), Breaches::new());
    }
    let planted = "`a.rs`: `one`, `A::two`; then `three`. See `a.rs` for `four`, and `b.rs`, `five` too.";
    let own = |_: &str| "fn one() {}\nfn twofold() {}\n".to_owned();
    assert_eq!(misplaced(planted, &own), ["two in a.rs"]);
}

/// The judges that read a report and name its form.
fn outdated(benches: &[(&str, String)]) -> Breaches {
    let form = format!("{:?}, {}", crate::report::FORMAT, crate::report::VERSION);
    benches.iter().filter(|(_, text)| !text.contains(&form)).map(|(name, _)| (*name).to_owned()).collect()
}

#[test]
fn what_reads_reports_knows_their_form() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/gold.py");
    assert_eq!(outdated(&[("gold.py", fs::read_to_string(path).unwrap())]), Breaches::new());
    assert_eq!(outdated(&[("old.py", "FORMAT, VERSION = \"ibid-report\", 1\n".to_owned())]), ["old.py"]);
}
