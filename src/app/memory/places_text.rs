//! The file with the reader's places in a set of articles: TOML, rewritten each time.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use toml_edit::{Document, Item, TableLike};

use super::places::KeptPair;
use super::places::KeptPlace;
use super::places::SetPlaces;
use crate::boilerplate::quoted_toml;
use crate::text::{Pair, Side};

/// Writes the reader's places in the set with these names.
pub fn set_text(named: &[PathBuf], places: &SetPlaces) -> String {
    let mut text = "# Your place in these articles. ibid rewrites this file each time.\n".to_owned();
    let list = |paths: &[&Path]| paths.iter().map(|path| quoted(path)).collect::<Vec<_>>().join(", ");
    let named: Vec<&Path> = named.iter().map(PathBuf::as_path).collect();
    // Writing to a string cannot fail.
    let _ = writeln!(text, "of = [{}]", list(&named));
    if let Some(open) = &places.open {
        let _ = writeln!(text, "open = [{}]", list(&[&open.left, &open.right]));
    }
    if let Some(focus) = places.focus {
        let _ = writeln!(text, "focus = \"{}\"", if focus == Side::Left { "left" } else { "right" });
    }
    for pair in &places.pairs {
        let [one, other] = &pair.articles;
        let _ = writeln!(text, "\n[[pair]]\narticles = [{}]\nplaces = [", list(&[one, other]));
        for place in pair.places {
            let KeptPlace { mark, paragraph, word, row } = place;
            let _ = writeln!(
                text,
                "    {{ paragraph = {}, word = {word}, row = {row}, mark = \"{mark:016x}\" }},",
                paragraph.saturating_add(1)
            );
        }
        let _ = writeln!(text, "]\nlinked = {}", pair.linked);
    }
    text
}

/// Reads the reader's places; skips what cannot be read, because only a place is lost.
pub fn set_places(text: &str) -> SetPlaces {
    let Ok(document) = Document::parse(text) else { return SetPlaces::default() };
    let open = paths(document.get("open")).map(|[left, right]| Pair::new(left, right));
    let focus = match document.get("focus").and_then(Item::as_str) {
        Some("left") => Some(Side::Left),
        Some("right") => Some(Side::Right),
        _ => None,
    };
    let pairs = document.get("pair").and_then(Item::as_array_of_tables);
    SetPlaces { open, focus, pairs: pairs.into_iter().flatten().filter_map(|table| pair(table)).collect() }
}

fn quoted(path: &Path) -> String {
    quoted_toml(&path.to_string_lossy())
}

fn pair(table: &dyn TableLike) -> Option<KeptPair> {
    let places = table.get("places")?.as_array()?.iter();
    let places: Option<Vec<KeptPlace>> = places.map(|value| place(value.as_inline_table()?)).collect();
    let linked = table.get("linked").and_then(Item::as_bool).unwrap_or_default();
    Some(KeptPair { articles: paths(table.get("articles"))?, places: places?.try_into().ok()?, linked })
}

fn place(table: &dyn TableLike) -> Option<KeptPlace> {
    let number = |key: &str| usize::try_from(table.get(key)?.as_integer()?).ok();
    let mark = u64::from_str_radix(table.get("mark")?.as_str()?, 16).ok()?;
    let paragraph = number("paragraph")?.checked_sub(1)?;
    Some(KeptPlace { mark, paragraph, word: number("word")?, row: number("row")? })
}

fn paths(item: Option<&Item>) -> Option<[PathBuf; 2]> {
    let paths: Option<Vec<PathBuf>> = item?.as_array()?.iter().map(|value| Some(value.as_str()?.into())).collect();
    paths?.try_into().ok()
}
