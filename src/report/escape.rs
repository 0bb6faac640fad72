//! Escapes text of articles for HTML, Markdown and CSV.

/// Escapes a text for HTML, inside elements and quoted attributes.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Escapes a line for Markdown, so that it makes no list, link, emphasis, HTML, mention or issue number.
pub(super) fn markdown(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut before = ' ';
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        let begins = !before.is_alphanumeric() && rest.peek().is_some_and(|next| next.is_alphanumeric());
        match c {
            '@' | '#' if begins => {
                out.push(c);
                out.push_str("<!-- -->");
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '$' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
        before = c;
    }
    match list_mark(&out) {
        Some(at) => {
            out.insert(at, '\\');
            out
        }
        None => out,
    }
}

/// Returns the place of the mark that would make a list or a rule of a line.
fn list_mark(line: &str) -> Option<usize> {
    let start = line.len() - line.trim_start().len();
    let begun = &line[start..];
    if begun.starts_with(['-', '+', '=']) {
        return Some(start);
    }
    let digits = begun.find(|c: char| !c.is_ascii_digit())?;
    (digits > 0 && begun[digits..].starts_with(['.', ')'])).then_some(start + digits)
}

/// The characters with which a spreadsheet formula begins, full-width ones too.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Writes a field of a CSV row, according to RFC 4180.
///
/// A text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`) gets an apostrophe before it, which spreadsheets hide.
pub(super) fn csv(text: &str) -> String {
    let guarded = if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() };
    if guarded.contains(['"', ',', '\n', '\r']) || guarded.starts_with(' ') || guarded.ends_with(' ') {
        return format!("\"{}\"", guarded.replace('"', "\"\""));
    }
    guarded
}

/// Writes a CSV row.
pub(super) fn csv_row(fields: &[&str]) -> String {
    let fields: Vec<String> = fields.iter().map(|field| csv(field)).collect();
    format!("{}\r\n", fields.join(","))
}
