//! `ibid text` and `ibid kinds`: prints the text of articles as read, and which kinds can be opened.

use anyhow::Result;

use super::config;
use super::documents;
use super::ending::Ending;
use super::opened::Opened;
use super::opening::Openers;
use super::out::{self, Meant, complain};
use super::request::Request;
use crate::article::Article;
use crate::kinds::{Furniture, Kind, Reader};

/// Prints the text of articles: with `all` exactly the text that places refer to, else only the article's paragraphs.
///
/// # Errors
///
/// The output cannot be written.
pub fn print(opened: &Opened, all: bool) -> Result<Ending> {
    complain(&opened.complaints);
    complain(&opened.notices);
    let texts: Vec<String> = opened.articles.iter().map(|article| text(article, all)).collect();
    let text = match texts.as_slice() {
        [one] if all || one.is_empty() || one.ends_with('\n') => one.clone(),
        [one] => format!("{one}\n"),
        several => several
            .iter()
            .map(|text| format!("{}\n", text.trim_end_matches(['\n', '\r'])))
            .collect::<Vec<_>>()
            .join("\n"),
    };
    out::print(text.as_bytes(), Meant::Nothing)?;
    Ok(Ending::with(opened.complaints.len()))
}

fn text(article: &Article, all: bool) -> String {
    if all {
        return article.text.clone();
    }
    if article.paragraphs.iter().all(|paragraph| paragraph.furniture == Furniture::No) {
        return without_front(article).to_owned();
    }
    let own = article.paragraphs.iter().filter(|paragraph| paragraph.furniture == Furniture::No);
    let text: Vec<&str> = own.map(|paragraph| paragraph.span.of(&article.text)).collect();
    format!("{}\n", text.join("\n\n"))
}

/// Leaves out the front matter of a file.
fn without_front(article: &Article) -> &str {
    let first = article.paragraphs.first().map_or(0, |paragraph| paragraph.span.start());
    let (front, _) = article.text.split_at_checked(first).unwrap_or_default();
    let from = front.rfind('\n').map_or(0, |at| at + 1);
    if front[..from].contains(char::is_alphanumeric) { &article.text[from..] } else { &article.text }
}

/// Lists the kinds of files, and what reads each.
///
/// # Errors
///
/// The output cannot be written.
pub fn kinds(request: &Request) -> Result<Ending> {
    let (openers, mut complaints) = Openers::of(request);
    complaints.extend(config::read(&request.config).1);
    complain(&complaints);
    let named: Vec<(String, String)> =
        openers.named().map(|(glob, program)| (glob.to_owned(), program.to_owned())).collect();
    let mut rows = vec![("kind".to_owned(), "is".to_owned(), "endings".to_owned(), "read by".to_owned())];
    // Built-in readers go by the extension of a file.
    let documented = |ending: &&str| documents::known(ending);
    for kind in Kind::ALL {
        let endings = kind.endings();
        let by = |ending: &&str| named.iter().find(|(glob, _)| glob == &format!("*.{ending}"));
        let reader = match (kind.reader(), endings.iter().find_map(by)) {
            (_, Some((_, program))) => format!("{program} (your settings)"),
            (Reader::Own, None) => "ibid".to_owned(),
            (Reader::Command(..), None) if endings.iter().any(documented) => "ibid".to_owned(),
            (Reader::Command(glob, words), None) => {
                format!("no command yet; add to [open] in the settings: \"{glob}\" = {words}")
            }
            (Reader::None, None) => "nothing".to_owned(),
        };
        let shown: Vec<&str> = endings.iter().copied().take(4).collect();
        let more = if endings.len() > shown.len() { " ..." } else { "" };
        rows.push((kind.name().to_owned(), kind.describe().to_owned(), format!("{}{more}", shown.join(" ")), reader));
    }
    let width = |of: fn(&(String, String, String, String)) -> &String| {
        rows.iter().map(|row| of(row).chars().count()).max().unwrap_or(0)
    };
    let (first, second, third) = (width(|row| &row.0), width(|row| &row.1), width(|row| &row.2));
    let lines: Vec<String> =
        rows.iter().map(|(a, b, c, d)| format!("{a:first$}  {b:second$}  {c:third$}  {d}\n")).collect();
    out::print(lines.concat().as_bytes(), Meant::Nothing)?;
    Ok(Ending::with(complaints.len()))
}
