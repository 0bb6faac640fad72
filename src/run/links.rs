//! Links: addresses and places in files, printed as links on terminals known to support them (OSC 8).
//!
//! They are added only after a line was made safe, so no article can make a link that leads elsewhere than it reads.

use std::env;
use std::path::{Path, PathBuf};

/// Terminals known to support something.
struct Terminals {
    /// How their `TERM` begins.
    terms: &'static [&'static str],
    /// Their `TERM_PROGRAM`.
    programs: &'static [&'static str],
    /// The first VTE version among them, as in its variable.
    vte: u32,
}

/// Those with links; VTE since 0.50.
const LINKING: Terminals = Terminals {
    terms: &["xterm-kitty", "foot", "alacritty", "wezterm", "xterm-ghostty", "contour"],
    programs: &["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"],
    vte: 5000,
};
/// Those with double underlines; VTE since 0.52.
const DOUBLING: Terminals = Terminals {
    terms: &["xterm-kitty", "foot", "wezterm", "xterm-ghostty", "contour"],
    programs: &["iTerm.app", "WezTerm", "ghostty"],
    vte: 5200,
};
/// Characters that may follow an address without being part of it.
const BEHIND: &[char] = &['.', ',', ';', ':', '!', '?', ')', ']', '}', '\'', '"', '”', '’', '»', '>'];

/// Whether the terminal is known to draw double underlines.
pub fn has_double_underlines() -> bool {
    cfg!(unix) && DOUBLING.have(&|name: &str| env::var(name).unwrap_or_default())
}

/// Whether the terminal is known to support links.
pub fn are_known() -> bool {
    known(|name| env::var(name).unwrap_or_default())
}

fn known(said: impl Fn(&str) -> String) -> bool {
    let others = !said("WT_SESSION").is_empty() || !said("KONSOLE_VERSION").is_empty();
    LINKING.have(&said) || others && !is_between(&said)
}

/// Whether a multiplexer is between the program and the terminal.
fn is_between(said: &impl Fn(&str) -> String) -> bool {
    ["tmux", "screen"].iter().any(|name| said("TERM").starts_with(name)) || !said("TMUX").is_empty()
}

impl Terminals {
    /// Whether the terminal is one of them. Behind a multiplexer it is unknown.
    fn have(&self, said: &impl Fn(&str) -> String) -> bool {
        let vte = said("VTE_VERSION").parse().is_ok_and(|version: u32| version >= self.vte);
        let by_name = self.terms.iter().any(|name| said("TERM").starts_with(name))
            || self.programs.contains(&said("TERM_PROGRAM").as_str());
        !is_between(said) && (by_name || vte)
    }
}

/// Adds links to a line: for addresses, and for a place in a file at its beginning, such as `rules.toml:12`. `file` returns the full path
/// of a file that exists.
pub fn linked(line: &str, file: impl Fn(&str) -> Option<PathBuf>) -> String {
    let indent = line.len() - line.trim_start().len();
    let word = line.get(indent..).and_then(|rest| rest.split_whitespace().next()).unwrap_or_default();
    let place = word.trim_end_matches(':');
    match in_file(place).and_then(&file) {
        Some(path) => {
            let (before, behind) = (line.get(..indent).unwrap_or_default(), line.get(indent + place.len()..));
            let to = format!("file://{}", encoded(&path));
            before.to_owned() + &link(&to, place) + &addresses(behind.unwrap_or_default())
        }
        None => addresses(line),
    }
}

/// The file of `file:12` or `file:12:3`.
fn in_file(place: &str) -> Option<&str> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut name = place;
    for _ in 0..2 {
        name = name.rsplit_once(':').filter(|(_, number)| is_number(number)).map_or(name, |(name, _)| name);
    }
    (name.len() < place.len() && !name.is_empty()).then_some(name)
}

fn addresses(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = ["https://", "http://"].iter().filter_map(|scheme| rest.find(scheme)).min() {
        let (before, from) = rest.split_at(at);
        let end =
            from.find(|c: char| c.is_whitespace() || c.is_control() || "<>\"“”«»".contains(c)).unwrap_or(from.len());
        let address = from.get(..end).unwrap_or_default().trim_end_matches(BEHIND);
        out.push_str(before);
        let host = address.split("://").nth(1).unwrap_or_default();
        let is_whole = address.is_ascii() && host.starts_with(|c: char| c.is_ascii_alphanumeric());
        out.push_str(&if is_whole { link(address, address) } else { address.to_owned() });
        rest = from.get(address.len()..).unwrap_or_default();
        if address.is_empty() {
            break;
        }
    }
    out + rest
}

fn link(to: &str, said: &str) -> String {
    format!("\x1b]8;;{to}\x1b\\{said}\x1b]8;;\x1b\\")
}

/// Encodes a path for an address.
fn encoded(path: &Path) -> String {
    let keeps = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
    let each = path.as_os_str().as_encoded_bytes().iter();
    each.map(|&byte| if keeps(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// The full path of a file that exists.
pub fn whole_path(name: &str) -> Option<PathBuf> {
    let path = Path::new(name);
    path.is_file().then(|| std::path::absolute(path).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{DOUBLING, known, linked};

    /// The environment, whether the terminal has links, and whether it has double underlines.
    type Terminal = (&'static [(&'static str, &'static str)], bool, bool);

    fn shown(line: &str) -> String {
        let file = |name: &str| (name == "my.toml" || name == "a b").then(|| PathBuf::from("/x/my rules.toml"));
        linked(line, file).replace("\x1b]8;;\x1b\\", "⟩").replace("\x1b]8;;", "⟨").replace("\x1b\\", "|")
    }

    #[test]
    fn addresses_and_places_in_files_are_links() {
        let table = [
            ("see https://a.example/b?c=d, or not", "see ⟨https://a.example/b?c=d|https://a.example/b?c=d⟩, or not"),
            ("(http://a.example/x).", "(⟨http://a.example/x|http://a.example/x⟩)."),
            ("my.toml:12: no rule", "⟨file:///x/my%20rules.toml|my.toml:12⟩: no rule"),
            ("  my.toml:12:3 no rule", "  ⟨file:///x/my%20rules.toml|my.toml:12:3⟩ no rule"),
            ("other.toml:12: no rule", "other.toml:12: no rule"),
            ("my.toml is no place", "my.toml is no place"),
            ("https:// and http://", "https:// and http://"),
            ("10:30 was the time", "10:30 was the time"),
            ("https://а.example/ is not what it reads", "https://а.example/ is not what it reads"),
        ];
        for (line, expected) in table {
            assert_eq!(shown(line), expected, "{line}");
        }
    }

    #[test]
    fn terminals_without_links_or_double_underlines_and_multiplexers_get_none() {
        let table: [Terminal; 9] = [
            (&[("TERM", "xterm-256color")], false, false),
            (&[("TERM", "xterm-kitty")], true, true),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")], true, true),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "5002")], true, false),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "4602")], false, false),
            (&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "Apple_Terminal")], false, false),
            (&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "vscode")], true, false),
            (&[("TERM", "tmux-256color"), ("TERM_PROGRAM", "WezTerm")], false, false),
            (&[("TERM", "linux")], false, false),
        ];
        for (environment, links, twice) in table {
            let said = |name: &str| {
                let found = environment.iter().find(|(known, _)| *known == name);
                found.map_or(String::new(), |(_, value)| (*value).to_owned())
            };
            assert_eq!(DOUBLING.have(&said), twice, "{environment:?}");
            assert_eq!(known(said), links, "{environment:?}");
        }
    }
}
