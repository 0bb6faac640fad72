//! The window title, on terminals known to have titles and to restore the previous one.

use std::env;

use crate::app::App;
use crate::page::NO_FILE;
use crate::text::{sign, visible};

/// How `TERM` begins on such terminals.
const TITLED: &[&str] =
    &["xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "wezterm", "ghostty", "konsole", "contour"];
/// The most characters of a title.
const LONGEST: usize = 120;

/// Saves the window's title, and restores it.
pub const KEEP: &str = "\x1b[22;2t";
pub const RESTORE: &str = "\x1b[23;2t";

/// Whether the window has a title that can be set.
pub fn is_titled() -> bool {
    let term = env::var("TERM").unwrap_or_default();
    cfg!(unix) && TITLED.iter().any(|known| term.starts_with(known))
}

/// The title: what is open.
pub fn title(app: &App) -> String {
    let both = app.desk.row.pair();
    let open = [both.left, both.right].map(|at| app.desk.library.articles.get(at).map_or("", |article| &article.name));
    let names: Vec<&str> = open.into_iter().filter(|name| !name.is_empty() && *name != NO_FILE).collect();
    let whole = format!("{}{}ibid", names.join(&sign(" · ")), sign(" – "));
    visible(&whole).chars().take(LONGEST).collect()
}

/// The sequence that sets a title.
pub fn order(title: &str) -> String {
    format!("\x1b]2;{title}\x07")
}
