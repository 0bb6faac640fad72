//! `ibid text` and `ibid kinds`: prints the text of articles as read, and which kinds can be opened.

use anyhow::Result;

use super::config;
use super::documents;
use super::ending::Ending;
use super::opened::Opened;
use super::opening::Openers;
use super::out::{self, Meant, complain};
use super::request::Request;
use super::terminal;
use super::wrapping::hung;
use crate::article::Article;
use crate::kinds::{Furniture, Kind, Reader};
use crate::text::Span;

/// The indent of the rest of a broken line.
const STEP: usize = 4;

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
        let text = without_front(article);
        let start = article.text.len() - text.len();
        return article.shown(Span::new(start, article.text.len())).into_owned();
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
    let mut proposed = Vec::new();
    let mut rows = vec![["kind", "is", "endings", "read by"].map(str::to_owned)];
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
                proposed.push(format!("\"{glob}\" = {words}"));
                "no command yet".to_owned()
            }
            (Reader::None, None) => "nothing".to_owned(),
        };
        let shown: Vec<&str> = endings.iter().copied().take(4).collect();
        let more = if endings.len() > shown.len() { " ..." } else { "" };
        rows.push([kind.name().to_owned(), kind.describe().to_owned(), format!("{}{more}", shown.join(" ")), reader]);
    }
    let room = if out::is_seen() { usize::from(terminal::size().width) } else { usize::MAX };
    let mut lines = columns(&rows, room);
    if !proposed.is_empty() {
        let heading = "Commands that could be added to [open] in the settings:";
        lines.push(format!("\n{}\n", hung(heading, room)));
        lines.extend(proposed.iter().map(|line| broken(line, room)));
    }
    out::print(lines.concat().as_bytes(), Meant::Nothing)?;
    Ok(Ending::with(complaints.len()))
}

/// The rows in columns; where there is no room for all, without the endings, then without what each is.
fn columns(rows: &[[String; 4]], room: usize) -> Vec<String> {
    let wide: [usize; 4] = std::array::from_fn(|at| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0));
    let fits = |kept: &&&[usize]| kept.iter().map(|at| wide[*at] + 2).sum::<usize>() <= room.saturating_add(2);
    let kept = [&[0, 1, 2, 3][..], &[0, 1, 3]].iter().find(fits).copied().unwrap_or(&[0, 3]);
    let line = |row: &[String; 4]| {
        let cells: String = kept.iter().map(|at| format!("{:wide$}  ", row[*at], wide = wide[*at])).collect();
        format!("{}\n", cells.trim_end())
    };
    rows.iter().map(line).collect()
}

/// A setting with a list, broken only inside the list, so that it can be copied into the settings as it is.
fn broken(line: &str, room: usize) -> String {
    let (list, behind) = line.rsplit_once(']').map_or((line, ""), |(list, _)| (list, &line[list.len()..]));
    let mut pieces: Vec<String> = list.split_inclusive(", ").map(str::to_owned).collect();
    if let Some(last) = pieces.last_mut() {
        last.push_str(behind);
    }
    let (mut out, mut used) = (String::new(), 0);
    for piece in pieces {
        if used > 0 && used + piece.trim_end().len() > room {
            out.truncate(out.trim_end().len());
            out.push_str(&format!("\n{:STEP$}", ""));
            used = STEP;
        }
        out.push_str(&piece);
        used += piece.len();
    }
    out + "\n"
}

#[cfg(test)]
mod tests {
    use super::{broken, columns};

    #[test]
    fn columns_that_do_not_fit_are_left_out() {
        let rows = [["kind", "is", "endings", "read by"], ["html", "a web page", "htm html", "ibid"]];
        let rows = rows.map(|row| row.map(str::to_owned));
        assert_eq!(columns(&rows, 80)[1], "html  a web page  htm html  ibid\n");
        assert_eq!(columns(&rows, 30)[1], "html  a web page  ibid\n");
        assert_eq!(columns(&rows, 20)[1], "html  ibid\n");
    }

    #[test]
    fn a_setting_is_broken_where_it_still_can_be_read() {
        let line =
            r#""*.odt" = { command = ["pandoc", "--to", "gfm-raw_html", "--wrap", "none", "{}"], gives = "markdown" }"#;
        assert_eq!(broken(line, usize::MAX), format!("{line}\n"));
        for room in [40, 60, 80] {
            let parts = broken(line, room);
            assert!(parts.lines().all(|part| part.len() <= room), "{parts}");
            let read = |text: &str| {
                text.parse::<toml_edit::DocumentMut>().unwrap()["*.odt"]["command"][5].as_str().map(str::to_owned)
            };
            assert_eq!(read(&parts), read(line));
        }
    }
}
