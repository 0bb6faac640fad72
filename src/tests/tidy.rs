//! The house rules that a reader of the code relies on, each found again in the code itself, and each shown to catch a breach.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::house::{Imports, Source, sources, spelled_out};
use super::known::{IN_CIRCLES, SHARED_NAMES, SPREAD};

/// What breaks a rule, each with its place.
pub(super) type Breaches = Vec<String>;

/// Rooms in the order in which a door lists them.
fn rooms(door: &str) -> Vec<String> {
    let listed =
        door.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'));
    listed.map(str::to_owned).collect()
}

pub(super) fn used(sources: &[Source]) -> impl Iterator<Item = &Source> {
    sources.iter().filter(|source| !source.is_test())
}

/// Finds where a room uses a later one, among the rooms inside `base`; what stands beside the rooms uses all of them.
fn uses_a_later_room(sources: &[Source], base: &[&str], rooms: &[String]) -> Breaches {
    let place = |room: &str| rooms.iter().position(|it| it == room);
    let mut wrong = Vec::new();
    for source in used(sources) {
        let Some(room) = source.path.strip_prefix(&base.iter().map(|part| format!("{part}/")).collect::<String>())
        else {
            continue;
        };
        let Some(here) = place(room.split(['/', '.']).next().unwrap_or_default()) else { continue };
        for (line, path) in source.paths() {
            let Some(spelled) = source.spelled_from_root(&path) else { continue };
            let inside = spelled.iter().take(base.len()).eq(base);
            let Some(used) = spelled.get(base.len()).filter(|_| inside) else { continue };
            let later = place(used).map_or(!base.is_empty(), |there| there > here);
            if later {
                wrong.push(format!("{}:{line} uses {}", source.path, path.join("::")));
            }
        }
    }
    wrong
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let rooms = rooms(include_str!("../lib.rs"));
    assert_eq!(uses_a_later_room(&sources(), &[], &rooms), Breaches::new());
    let planted = [
        Source::of("collate/seeds.rs", "use crate::{text::Span, page::Page};\n"),
        Source::of("collate/set/cell.rs", "use super::super::Match;\nuse super::super::super::page::Page;\n"),
    ];
    let breaches =
        ["collate/seeds.rs:1 uses crate::page::Page", "collate/set/cell.rs:2 uses super::super::super::page::Page"];
    assert_eq!(uses_a_later_room(&planted, &[], &rooms), breaches);
}

#[test]
fn a_room_inside_the_program_uses_only_those_before_it() {
    let door = include_str!("../app/mod.rs");
    let rooms: Vec<String> =
        rooms(door).into_iter().filter(|room| door.contains(&format!("pub mod {room};"))).collect();
    assert_eq!(uses_a_later_room(&sources(), &["app"], &rooms), Breaches::new());
    let planted = [
        Source::of("app/jobs/event.rs", "use crate::app::{keys::Key, settings::Settings};\n"),
        Source::of("app/keys/key.rs", "use crate::app::jobs::Event;\nuse crate::app::App;\n"),
    ];
    let breaches = ["app/keys/key.rs:1 uses crate::app::jobs::Event", "app/keys/key.rs:2 uses crate::app::App"];
    assert_eq!(uses_a_later_room(&planted, &["app"], &rooms), breaches);
}

/// Compares what breaks a rule with the list of what may for now.
pub(super) fn only_known(found: &BTreeSet<String>, known: &[&str], what: &str) {
    let new: Vec<_> = found.iter().filter(|it| !known.contains(&it.as_str())).collect();
    let mended: Vec<_> = known.iter().filter(|it| !found.contains(**it)).collect();
    assert!(new.is_empty(), "{what}: {new:#?}");
    assert!(mended.is_empty(), "mended, take them off the list: {mended:#?}");
}

fn in_circles(sources: &[Source]) -> BTreeSet<String> {
    Imports::of(sources).in_circles().into_iter().map(str::to_owned).collect()
}

#[test]
fn no_file_imports_itself_by_way_of_others() {
    only_known(&in_circles(&sources()), IN_CIRCLES, "these files import each other in a circle");
    let planted = [
        Source::of("page/mod.rs", "mod rows;\nmod wrap;\npub use rows::Rows;\n"),
        Source::of("page/rows.rs", "use super::wrap::{self, Wrap};\n"),
        Source::of("page/wrap.rs", "use crate::page::Rows;\n"),
        Source::of("page/spot.rs", "use super::{rows::Rows, wrap};\n"),
    ];
    assert_eq!(in_circles(&planted), BTreeSet::from(["page/rows.rs", "page/wrap.rs"].map(str::to_owned)));
}

/// Finds the name of what a line begins to define, behind one of these words.
fn defined<'a>(line: &'a str, words: &[&str]) -> Option<&'a str> {
    let line = line.trim_start_matches("pub(crate) ").trim_start_matches("pub(super) ").trim_start_matches("pub ");
    let line = if line.starts_with("pub(in ") { line.split_once(") ")?.1 } else { line };
    let rest = words.iter().find_map(|word| line.strip_prefix(word))?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().filter(|name| !name.is_empty())
}

fn types_of(source: &Source) -> BTreeSet<&str> {
    source.code().filter_map(|(_, line)| defined(line, &["struct ", "enum ", "union ", "type ", "trait "])).collect()
}

/// The type whose own methods begin at a line of code, if that is what it is.
fn implemented(line: &str) -> Option<String> {
    let rest = line.strip_prefix("impl")?;
    let rest = rest.replace("-> ", "");
    let rest = if rest.starts_with('<') { rest.split_once("> ")?.1 } else { rest.strip_prefix(' ')? };
    if rest.contains(" for ") {
        return None;
    }
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().map(str::to_owned)
}

fn spread(sources: &[Source]) -> BTreeSet<String> {
    let mut wrong = BTreeSet::new();
    for source in used(sources) {
        let own = types_of(source);
        let foreign =
            source.lines.iter().filter_map(|line| implemented(line)).filter(|name| !own.contains(name.as_str()));
        wrong.extend(foreign.map(|name| format!("{name} in {}", source.path)));
    }
    wrong
}

#[test]
fn the_methods_of_a_type_stand_beside_it() {
    only_known(&spread(&sources()), SPREAD, "these methods stand in another file than their type");
    let planted = [
        Source::of("page/rows.rs", "pub struct Rows;\nimpl Rows {\n}\nimpl Clone for Rows {\n}\n"),
        Source::of("page/wrap.rs", "impl<'a> Rows<'a> {\n}\nimpl<F: Fn(usize) -> bool> Rows<F> {\n}\n"),
    ];
    assert_eq!(spread(&planted), BTreeSet::from(["Rows in page/wrap.rs".to_owned()]));
}

fn shared_names(sources: &[Source]) -> BTreeSet<String> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for source in used(sources) {
        types_of(source).into_iter().for_each(|name| *places.entry(name).or_default() += 1);
    }
    // What a trait asks for has the same name wherever it is given.
    const ASKED: [&str; 6] = ["Item", "Err", "Error", "Target", "Output", "Value"];
    let shared = places.into_iter().filter(|(name, places)| *places > 1 && !ASKED.contains(name));
    shared.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn no_two_types_share_a_name() {
    only_known(&shared_names(&sources()), SHARED_NAMES, "more than one type is called so");
    let planted =
        [Source::of("page/a.rs", "pub struct Found;\n"), Source::of("run/b.rs", "    pub(super) enum Found {\n")];
    assert_eq!(shared_names(&planted), BTreeSet::from(["Found".to_owned()]));
}

/// Finds the paths named in backquotes that do not exist: of source files, and of whatever begins with a folder of the repository.
fn missing_paths(named_in: &str, text: &str, exists: &dyn Fn(&str) -> bool) -> Breaches {
    const FOLDERS: [&str; 22] = [
        "src",
        "tests",
        "benches",
        "assets",
        "examples",
        "packaging",
        "screenshots",
        "text",
        "kinds",
        "article",
        "facts",
        "boilerplate",
        "collate",
        "curation",
        "merge",
        "page",
        "app",
        "report",
        "ui",
        "run",
        "cli",
        ".github",
    ];
    let mut wrong = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for word in line.split('`').skip(1).step_by(2) {
            let plain = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
            let (first, rest) = word.split_once('/').unwrap_or(("", word));
            let is_path = word.ends_with(".rs")
                || (FOLDERS.contains(&first) && !rest.contains('/') || word.matches('/').count() > 1);
            if is_path && FOLDERS.contains(&first) | word.ends_with(".rs") && word.chars().all(plain) && !exists(word) {
                wrong.push(format!("{named_in}:{} names {word}", number + 1));
            }
        }
    }
    wrong
}

#[test]
fn what_the_documents_name_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = Vec::new();
    let in_root = |word: &str| root.join(word).exists() || root.join("src").join(word).exists();
    let somewhere = |word: &str| in_root(word) || root.join("src").join(format!("{word}.rs")).exists();
    for document in ["ARCHITECTURE.md", "CONTRIBUTING.md"] {
        if let Ok(text) = fs::read_to_string(root.join(document)) {
            wrong.extend(missing_paths(document, &text, &somewhere));
        }
    }
    for source in sources() {
        let docs = |line: &String| if line.starts_with("//!") { line.as_str() } else { "" }.to_owned();
        let text = source.lines.iter().map(docs).collect::<Vec<_>>().join("\n");
        let file = Path::new("src").join(&source.path);
        let beside =
            |word: &str| somewhere(word) || file.ancestors().any(|folder| root.join(folder).join(word).exists());
        wrong.extend(missing_paths(&source.path, &text, &beside));
    }
    assert_eq!(wrong, Breaches::new());
    let planted = "It is `page/rows.rs` that does it, with `n/a`, and `page/none.rs`.";
    assert_eq!(missing_paths("A.md", planted, &somewhere), ["A.md:1 names page/none.rs"]);
}

/// Finds where a crate or module is used outside the only places for it.
fn outside(sources: &[Source], name: &str, allowed: &[&str]) -> Breaches {
    let mut wrong = Vec::new();
    for source in used(sources).filter(|source| !allowed.iter().any(|place| source.path.starts_with(place))) {
        let said = source.code().filter(|(_, code)| code.contains(name)).map(|(line, _)| line);
        let path: Vec<&str> = name.split("::").filter(|part| !part.is_empty()).collect();
        let spelled = source.paths().into_iter().filter(|(_, used)| {
            name.contains("::") && used.iter().map(String::as_str).take(path.len()).eq(path.iter().copied())
        });
        let lines: BTreeSet<usize> = said.chain(spelled.map(|(line, _)| line)).collect();
        wrong.extend(lines.into_iter().map(|line| format!("{}:{line} has {name}", source.path)));
    }
    wrong
}

fn stays_in(name: &str, allowed: &[&str]) {
    assert_eq!(outside(&sources(), name, allowed), Breaches::new(), "{name} belongs in {allowed:?}");
}

#[test]
fn a_crate_is_seen_however_it_is_imported() {
    let planted = [
        Source::of("page/a.rs", "use std::{\n    fmt,\n    fs,\n};\n"),
        Source::of("page/b.rs", "fn read() { std::fs::read() }\n"),
        Source::of("run/c.rs", "use std::fs;\n"),
    ];
    assert_eq!(outside(&planted, "std::fs", &["run/"]), ["page/a.rs:1 has std::fs", "page/b.rs:1 has std::fs"]);
    assert_eq!(spelled_out("a::{b, c::{self, d as e}}"), [vec!["a", "b"], vec!["a", "c"], vec!["a", "c", "d"]]);
}

#[test]
fn the_terminal_is_touched_in_one_place() {
    stays_in("crossterm::", &["run/terminal.rs", "run/console.rs"]);
    stays_in("ratatui::", &["ui/", "run/"]);
}

#[test]
fn there_is_one_way_out() {
    stays_in("stdout()", &["run/out.rs", "run/terminal.rs"]);
    stays_in("stderr()", &["run/out.rs", "run/progress.rs"]);
    for printing in ["print!(", "println!(", "eprint!(", "eprintln!(", "dbg!(", ".print()", "Stdio::inherit"] {
        stays_in(printing, &[]);
    }
}

#[test]
fn the_disk_is_touched_at_the_edges() {
    stays_in("std::fs", &["article/load.rs", "article/heads.rs", "article/folder.rs", "run/"]);
}

#[test]
fn threads_run_in_one_room() {
    stays_in("std::thread", &["run/"]);
    stays_in("thread::spawn", &["run/"]);
}

#[test]
fn values_are_serialised_only_through_mirrors() {
    stays_in("serde::", &["report/"]);
}
