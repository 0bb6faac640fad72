//! Runs the reader's pager.

use std::env;
use std::io::Write;
use std::process::{Command, Stdio};

/// The pager of a reader who has named none.
const USUAL: &str = "less";
/// What `less` is told where the reader has told it nothing: to end at once where all fits, to pass colours on, to leave the screen be.
const LESS: &str = "FRX";

/// Shows a text through `$PAGER`; tells whether it did, which it does not where there is none.
pub fn paged(text: &str) -> bool {
    let named = env::var_os("PAGER").unwrap_or_else(|| USUAL.into());
    if named.is_empty() || named == "cat" {
        return false;
    }
    let mut command = Command::new("sh");
    command.arg("-c").arg(&named).stdin(Stdio::piped());
    if env::var_os("LESS").is_none() {
        command.env("LESS", LESS);
    }
    let Ok(mut child) = command.spawn() else { return false };
    if let Some(mut input) = child.stdin.take() {
        // A pager that is left early has shown enough.
        let _ = input.write_all(text.as_bytes());
    }
    // The shell's own answer for a command that is not there.
    !matches!(child.wait().map(|status| status.code()), Ok(Some(126 | 127)) | Err(_))
}
