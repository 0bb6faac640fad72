//! The source as the house rules see it: files, their imports spelled out, and who imports whom.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A source file: its path below `src` and its lines.
pub struct Source {
    pub path: String,
    pub lines: Vec<String>,
}

impl Source {
    pub fn of(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), lines: text.lines().map(str::to_owned).collect() }
    }

    pub fn is_test(&self) -> bool {
        const TESTING: [&str; 6] = ["tests/", "_tests.rs", "drawn.rs", "sample.rs", "reader.rs", "ui/desk.rs"];
        TESTING.iter().any(|mark| self.path.contains(mark))
    }

    fn is_door(&self) -> bool {
        self.path.ends_with("mod.rs") || self.path == "lib.rs"
    }

    /// Lists the lines of code with their numbers; comments are left out.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.lines.iter().enumerate().map(|(at, line)| (at + 1, line.trim_start()));
        lines.filter(|(_, line)| !line.starts_with("//"))
    }

    /// Spells out the module path, as `["app", "row"]` for `app/row.rs`.
    fn module(&self) -> Vec<String> {
        let path = self.path.trim_end_matches(".rs").trim_end_matches("/mod");
        path.split('/').filter(|part| *part != "lib").map(str::to_owned).collect()
    }

    /// Spells a path in this file out from the crate's root; of another crate there is nothing to say.
    pub fn spelled_from_root(&self, path: &[String]) -> Option<Vec<String>> {
        let inside = path.first().is_some_and(|it| it == "crate" || it == "super");
        inside.then(|| absolute(&self.module(), path))
    }

    /// Lists all imports and all other paths from `crate` or `super`, each spelled out, with its line.
    pub fn paths(&self) -> Vec<(usize, Vec<String>)> {
        let mut found = Vec::new();
        let mut statement: Option<(usize, String)> = None;
        for (number, line) in self.code() {
            let begun = line.strip_prefix("pub use ").or_else(|| line.strip_prefix("use "));
            let begun = begun.or_else(|| line.strip_prefix("pub(super) use ")).or(line.strip_prefix("pub(crate) use "));
            if let Some((_, text)) = &mut statement {
                text.push_str(line);
            } else if let Some(begun) = begun {
                statement = Some((number, begun.to_owned()));
            } else {
                found.extend(inline(line).into_iter().map(|path| (number, path)));
            }
            if statement.as_ref().is_some_and(|(_, text)| text.contains(';')) {
                let (number, text) = statement.take().expect("begun");
                let tree = text.split(';').next().unwrap_or_default();
                found.extend(spelled_out(tree).into_iter().map(|path| (number, path)));
            }
        }
        found
    }
}

/// Finds the paths from `crate` or `super` in a line of code.
fn inline(line: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in line.match_indices(start) {
            if line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let path: String = line[at..].chars().take_while(|c| c.is_alphanumeric() || "_:".contains(*c)).collect();
            found.push(path.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect());
        }
    }
    found
}

/// Spells the tree of a `use` out: `a::{b, c::d as e}` is `a::b` and `a::c::d`.
pub fn spelled_out(tree: &str) -> Vec<Vec<String>> {
    let tree = tree.trim();
    let Some((before, inside)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default().trim();
        let path: Vec<String> = path.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
        return if path.is_empty() { Vec::new() } else { vec![path] };
    };
    let inside = inside.trim_end().strip_suffix('}').unwrap_or(inside);
    let base: Vec<String> =
        before.split("::").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let mut branches = vec![String::new()];
    let mut depth = 0;
    for c in inside.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                branches.push(String::new());
                continue;
            }
            _ => {}
        }
        branches.last_mut().expect("one at least").push(c);
    }
    let spelled = branches.iter().flat_map(|branch| spelled_out(branch));
    spelled.map(|path| base.iter().cloned().chain(path.into_iter().filter(|part| part != "self")).collect()).collect()
}

/// Reads all source files.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("a readable file");
                let path = path.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
                found.push(Source::of(&path, &text));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Spells a path out from the crate's root, as it is meant in a module.
fn absolute(here: &[String], path: &[String]) -> Vec<String> {
    let supers = path.iter().take_while(|part| *part == "super").count();
    let rest = path.iter().skip(supers.max(usize::from(path.first().is_some_and(|it| it == "crate" || it == "self"))));
    match path.first().map(String::as_str) {
        Some("crate") => rest.cloned().collect(),
        Some("super") => here.iter().take(here.len().saturating_sub(supers)).chain(rest).cloned().collect(),
        _ => here.iter().chain(rest).cloned().collect(),
    }
}

/// Who imports whom, by file; a name that a door passes on is that of the file behind it.
pub struct Imports {
    modules: BTreeMap<Vec<String>, String>,
    passed_on: BTreeMap<Vec<String>, Vec<String>>,
    pub edges: BTreeMap<String, BTreeSet<String>>,
}

impl Imports {
    pub fn of(sources: &[Source]) -> Self {
        let used: Vec<&Source> = sources.iter().filter(|source| !source.is_test()).collect();
        let modules = used.iter().map(|source| (source.module(), source.path.clone())).collect();
        let mut imports = Self { modules, passed_on: BTreeMap::new(), edges: BTreeMap::new() };
        for door in used.iter().filter(|source| source.is_door()) {
            let here = door.module();
            for (_, path) in door.paths() {
                let Some(name) = path.last() else { continue };
                let name: Vec<String> = here.iter().chain([name]).cloned().collect();
                let absolute = absolute(&here, &path);
                // A function may be called as a module is; then a longer path goes through the module.
                if !imports.modules.contains_key(&name) {
                    imports.passed_on.insert(name, absolute);
                }
            }
        }
        for source in used.iter().filter(|source| !source.is_door()) {
            let here = source.module();
            let to = source.paths().into_iter().filter_map(|(_, path)| imports.file_of(&here, &path));
            let to = to.filter(|to| *to != source.path).collect();
            imports.edges.insert(source.path.clone(), to);
        }
        imports
    }

    fn file_of(&self, here: &[String], path: &[String]) -> Option<String> {
        let first = path.first()?.as_str();
        if !matches!(first, "crate" | "super") {
            return None;
        }
        let mut at = absolute(here, path);
        for _ in 0..4 {
            // The longest beginning that a door passes on stands for the file behind it.
            let passed = (1..=at.len()).rev().find_map(|end| Some((end, self.passed_on.get(&at[..end])?)));
            let Some((end, behind)) = passed else { break };
            at = behind.iter().chain(&at[end..]).cloned().collect();
        }
        let module = (1..=at.len()).rev().find_map(|end| self.modules.get(&at[..end]))?;
        (!module.ends_with("mod.rs")).then(|| module.clone())
    }

    fn reached(&self, from: &str) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&str> = vec![from];
        while let Some(at) = open.pop() {
            for to in self.edges.get(at).into_iter().flatten() {
                if reached.insert(to.as_str()) {
                    open.push(to);
                }
            }
        }
        reached
    }

    /// Lists the files from which imports lead back to them.
    pub fn in_circles(&self) -> Vec<&str> {
        self.edges.keys().map(String::as_str).filter(|file| self.reached(file).contains(file)).collect()
    }
}
