//! Names articles so that all names are distinct.

use std::collections::BTreeMap;
use std::path::Path;

use crate::text::visible;

/// Returns for each path the shortest distinct name, safe to print: the file name without its extension, with it, or with as many folders
/// as needed; if all that is equal, with a number.
pub fn names<P: AsRef<Path>>(paths: &[P]) -> Vec<String> {
    let mut lengths = vec![0; paths.len()];
    loop {
        let named: Vec<String> =
            paths.iter().zip(&lengths).map(|(path, &length)| name(path.as_ref(), length)).collect();
        let counts = counts(&named);
        let mut grown = false;
        for ((path, length), name) in paths.iter().zip(&mut lengths).zip(&named) {
            if counts.get(name.as_str()).is_some_and(|&count| count > 1) && *length < path.as_ref().components().count()
            {
                *length += 1;
                grown = true;
            }
        }
        if !grown {
            return numbered(named);
        }
    }
}

/// Whether a path has this name beside some other files, or without them.
pub fn may_be_called(path: &Path, known: &str) -> bool {
    (0..=path.components().count()).any(|length| name(path, length) == known)
}

/// Returns the last `length` parts of a path; with 0, the last part without its extension.
fn name(path: &Path, length: usize) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    let file = parts.last().map(AsRef::as_ref).unwrap_or_default();
    if length == 0 {
        return visible(without_ending(file)).into_owned();
    }
    visible(&parts[parts.len() - length.min(parts.len())..].join("/")).replace("//", "/")
}

fn without_ending(file: &str) -> &str {
    const ENDINGS: &[&str] = &["txt", "text", "md", "markdown", "rst", "adoc", "asc", "org", "tex", "htm", "html"];
    match file.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ENDINGS.iter().any(|it| it.eq_ignore_ascii_case(ending)) => stem,
        _ => file,
    }
}

fn counts(names: &[String]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name.as_str()).or_default() += 1;
    }
    counts
}

/// Adds a number to each name that an earlier article has.
fn numbered(names: Vec<String>) -> Vec<String> {
    let mut taken = BTreeMap::new();
    for name in &names {
        taken.insert(name.clone(), 0usize);
    }
    names
        .into_iter()
        .map(|name| {
            let Some(count) = taken.get_mut(&name) else { return name };
            *count += 1;
            if *count == 1 { name } else { format!("{name} ({count})") }
        })
        .collect()
}
