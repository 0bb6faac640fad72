//! Prints articles without what the rules hide, or rewrites them in place.

use std::fs;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use tempfile::NamedTempFile;

use super::attributes::open_as;
use super::ending::Ending;
use super::fresh::{Lock, Readers, folder_of, fresh_file};
use super::hiding::{Cleaning, Cleansed};
use super::in_force::{InForce, named_folders};
use super::opened::Opened;
use super::out::{self, Meant, complain};
use super::request::Request;
use super::rules::Keeping;
use super::swap::put;
use crate::article::{Article, Origin, decode};
use crate::boilerplate::{HiddenBy, Mask, Sieve, kept, text_of};
use crate::report::{Cleaned, cleaned};
use crate::text::{Span, is_ascii, plural, visible};

/// The marks around hidden text where it is shown.
const MARKS: [&str; 2] = ["⟦", "⟧"];
/// The same in ASCII.
const ASCII_MARKS: [&str; 2] = ["[[", "]]"];

/// Cleans the opened articles.
///
/// # Errors
///
/// Says why the output cannot be written.
pub fn clean(cleaning: &Cleaning, opened: &Opened) -> Result<Ending> {
    complain(&opened.complaints);
    complain(&opened.notices);
    let sieve = Sieve::over(&opened.rules);
    let (backups, articles): (Vec<&Article>, Vec<&Article>) =
        opened.articles.iter().partition(|article| is_backup(article, cleaning));
    let masked: Vec<(&Article, Mask)> =
        articles.into_iter().map(|article| (article, sieve.mask(article, &[]))).collect();
    for (article, mask) in &masked {
        complain(&all_hidden(article, mask).into_iter().collect::<Vec<_>>());
    }
    let mut troubles = opened.complaints.len();
    match cleaning {
        Cleaning::InPlace(suffix) => {
            let (mut rewritten, mut unchanged) = (0, 0);
            for (article, mask) in &masked {
                match in_place(article, mask, suffix) {
                    Ok(true) => rewritten += 1,
                    Ok(false) => unchanged += 1,
                    Err(error) => {
                        complain(&[visible(&format!("{error:#}")).into_owned()]);
                        troubles += 1;
                    }
                }
            }
            complain(&in_place_told([rewritten, unchanged, backups.len()], suffix));
        }
        Cleaning::Json => {
            let all: Vec<Cleaned<'_>> = masked.iter().map(|(article, mask)| Cleaned { article, mask }).collect();
            out::print(cleaned(&all).as_bytes(), Meant::Nothing)?;
        }
        Cleaning::Print(shown) => out::print(side_by_side(&masked, *shown).as_bytes(), Meant::Nothing)?,
        Cleaning::Lines(_) => {}
    }
    Ok(Ending::with(troubles))
}

/// Whether the only text to clean is empty: a filter that gets nothing gives nothing.
pub fn is_nothing(names: &[PathBuf]) -> bool {
    match names {
        [only] if only.as_os_str() == "-" => io::stdin().lock().fill_buf().is_ok_and(<[u8]>::is_empty),
        [only] => fs::metadata(only).is_ok_and(|found| found.is_file() && found.len() == 0),
        _ => false,
    }
}

/// Prints nothing, cleaned, and says what is wrong with the rules all the same.
///
/// # Errors
///
/// Says why the output cannot be written.
pub fn clean_nothing(cleaning: &Cleaning, request: &Request) -> Result<Ending> {
    let in_force = InForce::read(&Keeping::of(request.rules.clone()), &named_folders(&request.names));
    let complaints: Vec<String> = in_force.complaints.iter().map(|complaint| visible(complaint).into_owned()).collect();
    complain(&complaints);
    if *cleaning == Cleaning::Json {
        out::print(cleaned(&[]).as_bytes(), Meant::Nothing)?;
    }
    Ok(Ending::with(complaints.len()))
}

/// Whether an article's file has a name that the originals get.
fn is_backup(article: &Article, cleaning: &Cleaning) -> bool {
    let Cleaning::InPlace(suffix) = cleaning else { return false };
    article.origin.file().is_some_and(|file| file.to_string_lossy().ends_with(suffix.as_str()))
}

/// The text of an article, with hidden text removed or marked.
pub fn shown_as(article: &Article, mask: &Mask, shown: Cleansed) -> String {
    match shown {
        Cleansed::Removed => text_of(article, &kept(article, mask)),
        Cleansed::Marked => marked(article, mask),
    }
}

fn marked(article: &Article, mask: &Mask) -> String {
    let mut text = String::with_capacity(article.text.len());
    let mut at = 0;
    let marks = if is_ascii() { ASCII_MARKS } else { MARKS };
    for hidden in mask.hidden() {
        text.push_str(article.text.get(at..hidden.span.start()).unwrap_or_default());
        text.push_str(marks[0]);
        text.push_str(hidden.span.of(&article.text));
        text.push_str(marks[1]);
        at = hidden.span.end();
    }
    text.push_str(article.text.get(at..).unwrap_or_default());
    text
}

/// Joins articles; a single one is returned as it is.
fn side_by_side(masked: &[(&Article, Mask)], shown: Cleansed) -> String {
    let texts = masked.iter().map(|(article, mask)| shown_as(article, mask, shown));
    if let [(article, _)] = masked {
        let text: String = texts.collect();
        // What was extracted from a file has no line end of its own.
        let open = article.extracted && !text.is_empty() && !text.ends_with('\n');
        return if open { text + "\n" } else { text };
    }
    texts.map(|text| format!("{}\n", text.trim_end_matches(['\n', '\r']))).collect::<Vec<_>>().join("\n")
}

/// Says that nothing is left of an article, and which rules hide it.
fn all_hidden(article: &Article, mask: &Mask) -> Option<String> {
    if article.tokens.is_empty() || mask.hidden_words(article) < article.tokens.len() {
        return None;
    }
    let mut rules: Vec<&str> = mask
        .hidden()
        .iter()
        .filter_map(|hidden| match &hidden.by {
            HiddenBy::Rule(id) => Some(id.0.as_str()),
            HiddenBy::Session | HiddenBy::Page => None,
        })
        .collect();
    rules.sort_unstable();
    rules.dedup();
    Some(visible(&format!("{}: all of it is hidden, by {}", article.name, rules.join(", "))).into_owned())
}

/// Says how many files were rewritten, had nothing to hide, and are backups.
fn in_place_told([rewritten, unchanged, backups]: [usize; 3], suffix: &str) -> Vec<String> {
    let mut told = Vec::new();
    if rewritten > 0 {
        told.push(format!("{} rewritten; each original is kept with {suffix} added", plural(rewritten, "file")));
    }
    if unchanged > 0 {
        told.push(format!("{} unchanged: no hidden text found", plural(unchanged, "file")));
    }
    if backups > 0 {
        let named = if backups == 1 { "its name ends" } else { "their names end" };
        told.push(format!("{} left alone: {named} with {suffix}", plural(backups, "file")));
    }
    told.iter().map(|line| visible(line).into_owned()).collect()
}

/// Rewrites an article's file, and returns whether it did: a file with nothing hidden is left alone.
fn in_place(article: &Article, mask: &Mask, suffix: &str) -> Result<bool> {
    let Origin::File { named, place } = &article.origin else {
        bail!("{}: is not a file, so it cannot be rewritten", article.name);
    };
    if article.extracted && !article.origin.is_part() {
        bail!("{}: its text was extracted from the file, so it cannot be rewritten; print it instead", article.name);
    }
    if article.origin.is_part() {
        bail!("{}: is one of several articles in a file, so it cannot be rewritten; print it instead", article.name);
    }
    if suffix.is_empty() || suffix.contains(['/', '\\']) {
        bail!("--in-place: expected a suffix for the backups, such as .bak");
    }
    let kept = kept(article, mask);
    let text = text_of(article, &kept);
    if text == article.text {
        return Ok(false);
    }
    let shown = named.display();
    let cannot = || format!("{shown}: cannot be written");
    let path = fs::canonicalize(place).with_context(|| format!("{shown}: cannot be found again"))?;
    let lock = Lock::on_folder(folder_of(&path)).with_context(cannot)?;
    lock.sweep(&path);
    let before = fs::read(&path).with_context(|| format!("{shown}: cannot be read again"))?;
    let mut after = before.get(..article.disk.on_disk(Span::new(0, 0)).start()).unwrap_or_default().to_vec();
    for span in &kept {
        let bytes = before.get(article.disk.on_disk(*span).range());
        after.extend_from_slice(
            bytes.ok_or_else(|| anyhow!("{shown}: has changed since it was opened; left unchanged"))?,
        );
    }
    if !text.is_empty() && !decode(&after).is_ok_and(|decoded| decoded.text == text) {
        bail!("{shown}: the result could not be read back; left unchanged");
    }
    let backup = with_suffix(&path, suffix);
    if backup.exists() {
        bail!("{}: already exists; move it away or choose another suffix", backup.display());
    }
    keep(&path, &backup, &before).with_context(|| format!("{}: cannot be written", backup.display()))?;
    if !put(fresh(&path, &after).with_context(cannot)?, &path, &before).with_context(cannot)? {
        let _ = fs::remove_file(&backup);
        bail!("{shown}: has changed since it was opened; left unchanged");
    }
    Ok(true)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(suffix);
    path.with_file_name(name)
}

/// Writes the old bytes of a file to its backup, with the file's permissions; never overwrites an existing file.
fn keep(path: &Path, backup: &Path, bytes: &[u8]) -> Result<()> {
    fresh(path, bytes)?.persist_noclobber(backup)?;
    Ok(())
}

/// Writes bytes to a new file beside a file, with its permissions.
fn fresh(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut fresh = fresh_file(path, Readers::Owner)?;
    open_as(fresh.as_file(), path)?;
    fresh.write_all(bytes)?;
    fresh.as_file().sync_all()?;
    Ok(fresh)
}
