//! A team's metadata of articles: `.ibid/meta.toml` in their folder or around it, with a table for each file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, Item, TableLike};

use super::plain_file;
use crate::article::Article;
use crate::boilerplate::Misread;
use crate::kinds::Meta;
use crate::text::visible;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 16 << 20;

/// Sets the metadata of each article; returns problems with the files.
pub fn apply(articles: &mut [Article]) -> Vec<String> {
    let (mut files, mut complaints): (BTreeMap<PathBuf, Option<DocumentMut>>, Vec<String>) = Default::default();
    for article in articles {
        let Some(place) = article.origin.place().cloned() else { continue };
        for folder in place.ancestors().skip(1) {
            let read = || read(folder, &mut complaints);
            let Some(document) = files.entry(folder.to_path_buf()).or_insert_with(read) else { continue };
            let name = place.strip_prefix(folder).unwrap_or(&place).to_string_lossy().replace('\\', "/");
            if let Some(table) = item(document, &name).and_then(Item::as_table_like) {
                let said = meta(table);
                if let Some(source) = said.source() {
                    article.source = source;
                    article.in_one_folder = false;
                }
                article.meta = said.or(std::mem::take(&mut article.meta));
                break;
            }
        }
    }
    complaints
}

/// Finds the table of a file; without quotation marks, the dot in its name separates two keys.
fn item<'d>(document: &'d DocumentMut, name: &str) -> Option<&'d Item> {
    let parted = || name.rsplit_once('.').and_then(|(stem, ending)| document.get(stem)?.get(ending));
    document.get(name).or_else(parted)
}

fn read(folder: &Path, complaints: &mut Vec<String>) -> Option<DocumentMut> {
    let path = folder.join(".ibid").join("meta.toml");
    if !path.is_file() {
        return None;
    }
    let shown = visible(&path.to_string_lossy()).into_owned();
    let text = plain_file::read(&path, LARGEST).map_err(|error| format!(" {error}"));
    let text = text.and_then(|bytes| String::from_utf8(bytes).map_err(|_| " not UTF-8 text".to_owned()));
    match text.and_then(|text| text.parse::<DocumentMut>().map_err(|error| Misread::of_toml(&text, &error).to_string()))
    {
        Ok(document) => Some(document),
        Err(reason) => {
            complaints.push(format!("{shown}:{reason}; ignoring the file"));
            None
        }
    }
}

fn meta(table: &dyn TableLike) -> Meta {
    let value = |key: &str| {
        let value = table.get(key)?.as_value()?;
        let written = value.as_str().map(str::to_owned).unwrap_or_else(|| value.to_string());
        Some(written.trim().to_owned()).filter(|it| !it.is_empty())
    };
    let outlet = value("outlet").or_else(|| value("source"));
    let byline = value("byline").or_else(|| value("author"));
    Meta {
        title: value("title"),
        outlet,
        date: value("date"),
        byline,
        address: value("address").or_else(|| value("url")),
    }
}
