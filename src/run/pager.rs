//! Runs the reader's pager.

use std::env;
use std::io::Write;
use std::process::{Command, Stdio};

use super::out::is_dumb;

/// The pager if the reader sets none.
const USUAL: &str = "less";
/// The options for `less` if the reader sets none: quit if all fits, keep colours, do not clear the screen.
const LESS: &str = "FRX";

/// Shows a text through `$PAGER`; returns whether it could. A dumb terminal has none: it scrolls back itself.
pub fn paged(text: &str) -> bool {
    let named = env::var_os("PAGER").unwrap_or_else(|| USUAL.into());
    if named.is_empty() || named == "cat" || is_dumb() {
        return false;
    }
    let mut command = Command::new("sh");
    command.arg("-c").arg(&named).stdin(Stdio::piped());
    if env::var_os("LESS").is_none() {
        command.env("LESS", LESS);
    }
    let Ok(mut child) = command.spawn() else { return false };
    if let Some(mut input) = child.stdin.take() {
        // The reader may quit the pager early.
        let _ = input.write_all(text.as_bytes());
    }
    // The shell's exit status for a missing command.
    !matches!(child.wait().map(|status| status.code()), Ok(Some(126 | 127)) | Err(_))
}
