//! What functions ask for: each thing under a name of its own, and no more than four.

use std::collections::BTreeSet;

use super::house::{Source, sources};
use super::known::TUPLES;
use super::tidy::{only_known, used};

/// The name of a function, and its parameters as they are written.
type Signature = (String, Vec<String>);

/// Reads the signatures of all functions of a file.
fn signatures(source: &Source) -> Vec<Signature> {
    let code: Vec<&str> = source.code().map(|(_, line)| line).collect();
    let code = code.join(" ");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '"') {
            continue;
        }
        let rest = &code[at + 3..];
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let Some(inside) = parameters(&rest[name.len()..]) else { continue };
        if !name.is_empty() {
            found.push((name, parted(inside)));
        }
    }
    found
}

/// What stands between the parentheses behind a function's name and what is generic of it.
fn parameters(rest: &str) -> Option<&str> {
    let (mut generic, mut before) = (0, ' ');
    for (at, c) in rest.char_indices() {
        match c {
            '<' => generic += 1,
            '>' if before != '-' => generic -= 1,
            '(' if generic == 0 => {
                let inside = &rest[at + 1..];
                return inside.get(..closing(inside)?);
            }
            c if generic == 0 && !c.is_whitespace() => return None,
            _ => {}
        }
        before = c;
    }
    None
}

/// Where the parenthesis closes that is open before a text.
fn closing(text: &str) -> Option<usize> {
    let mut open = 1;
    for (at, c) in text.char_indices() {
        open += i32::from(c == '(') - i32::from(c == ')');
        if open == 0 {
            return Some(at);
        }
    }
    None
}

/// Parts a text at the commas that stand in no brackets.
fn parted(text: &str) -> Vec<String> {
    let (mut parts, mut depth, mut before) = (vec![String::new()], 0, ' ');
    for c in text.chars() {
        match c {
            '(' | '[' | '{' | '<' => depth += 1,
            '>' if before == '-' => {}
            ')' | ']' | '}' | '>' => depth -= 1,
            _ => {}
        }
        before = c;
        match parts.last_mut() {
            Some(part) if c != ',' || depth > 0 => part.push(c),
            _ => parts.push(String::new()),
        }
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The names that files give tuples.
fn named_tuples(sources: &[Source]) -> BTreeSet<String> {
    let lines = used(sources).flat_map(|source| source.code().map(|(_, line)| line));
    let named = lines.filter_map(|line| {
        let (before, kind) = line.split_once(" = ")?;
        let name = before.rsplit_once("type ")?.1.split('<').next()?;
        kind.starts_with('(').then(|| name.to_owned())
    });
    // What iterators give is named by their trait.
    named.filter(|name| name != "Item").collect()
}

fn is_tuple(parameter: &str, named: &BTreeSet<String>) -> bool {
    let of = |text: &str| {
        let text = text.trim_start_matches('&').trim_start_matches("mut ");
        let name = text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
        text.starts_with('(') && !text.starts_with("(dyn ") || named.contains(name)
    };
    of(parameter) || parameter.split_once(": ").is_some_and(|(_, kind)| of(kind))
}

fn wrong(sources: &[Source], is_wrong: impl Fn(&[String]) -> bool) -> BTreeSet<String> {
    let each = used(sources).flat_map(|source| {
        let wrong = signatures(source).into_iter().filter(|(_, parameters)| is_wrong(parameters));
        wrong.map(|(name, _)| format!("{}: {name}", source.path)).collect::<Vec<_>>()
    });
    each.collect()
}

#[test]
fn no_parameter_is_a_tuple() {
    let with_tuples = |sources: &[Source]| {
        let named = named_tuples(sources);
        wrong(sources, |parameters| parameters.iter().any(|parameter| is_tuple(parameter, &named)))
    };
    only_known(&with_tuples(&sources()), TUPLES, "name each of the values");
    let planted = [
        Source::of(
            "page/a.rs",
            "fn one((a, b): (u8, u8), c: &str) {}\nfn two<T: Fn(u8) -> u8>(t: T, pair: &(u8, u8)) {}\nfn three(f: fn(u8)) {}\n",
        ),
        Source::of(
            "page/b.rs",
            "pub type Both<'a> = (&'a str, u8);\nfn four(both: &Both<'_>) {}\nfn five(all: &[Both]) {}\n",
        ),
    ];
    let expected = BTreeSet::from(["page/a.rs: one", "page/a.rs: two", "page/b.rs: four"].map(str::to_owned));
    assert_eq!(with_tuples(&planted), expected);
}

#[test]
fn a_function_has_four_parameters_at_most() {
    let many = |parameters: &[String]| parameters.iter().filter(|it| !it.ends_with("self")).count() > 4;
    assert_eq!(wrong(&sources(), many), BTreeSet::new());
    let planted = [Source::of("page/a.rs", "fn one(&self, a: u8, b: u8, c: u8,\n    d: u8, e: u8) {}\n")];
    assert_eq!(wrong(&planted, many), BTreeSet::from(["page/a.rs: one".to_owned()]));
}
