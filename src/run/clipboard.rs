//! The clipboard, through the terminal (OSC 52), so that it also works over ssh.

use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Stdio};

/// The most encoded characters that all terminals with a clipboard accept.
const LONGEST: usize = 74_994;
/// Bytes of a sequence that `screen` passes on at once.
const PIECE: usize = 500;
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The multiplexer between the program and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// None.
    Nothing,
    /// `tmux`.
    Tmux,
    /// `screen`.
    Screen,
}

impl Between {
    /// Recognises it by the variables `TMUX` and `STY`.
    pub fn of(tmux: Option<&OsStr>, sty: Option<&OsStr>) -> Self {
        let set = |value: Option<&OsStr>| value.is_some_and(|value| !value.is_empty());
        match (set(tmux), set(sty)) {
            (true, _) => Between::Tmux,
            (false, true) => Between::Screen,
            (false, false) => Between::Nothing,
        }
    }
}

/// Returns the sequence that copies a text. `tmux` gets it twice, once for itself and once to pass on, because it may do either.
///
/// # Errors
///
/// The text is too long.
pub fn order(text: &str, between: Between) -> Result<String, String> {
    let code = base64(text.as_bytes());
    if code.len() > LONGEST {
        return Err(format!("{} bytes are more than terminals accept", text.len()));
    }
    let order = format!("\x1b]52;c;{code}\x07");
    Ok(match between {
        Between::Nothing => order,
        Between::Tmux => format!("{order}\x1bPtmux;{}\x1b\\", order.replace('\x1b', "\x1b\x1b")),
        Between::Screen => pieces(&order).map(|piece| format!("\x1bP{piece}\x1b\\")).collect(),
    })
}

/// Gives a text to `tmux`, which copies it unless it is set to `off`; returns whether it took it. Versions before 3.2 do not.
pub fn handed_to_tmux(text: &str) -> bool {
    let mut tmux = Command::new("tmux");
    tmux.args(["load-buffer", "-w", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = tmux.spawn() else { return false };
    let written = child.stdin.take().is_some_and(|mut stdin| stdin.write_all(text.as_bytes()).is_ok());
    child.wait().is_ok_and(|status| status.success()) && written
}

/// Splits a sequence of ASCII characters into pieces.
fn pieces(order: &str) -> impl Iterator<Item = &str> {
    (0..order.len()).step_by(PIECE).filter_map(|at| order.get(at..order.len().min(at + PIECE)))
}

/// Encodes bytes as base64 (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    let mut code = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| three.get(at).copied().map_or(0, u32::from);
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let index = (bits >> (18 - 6 * digit) & 63) as usize;
            let known = digit <= three.len();
            code.push(if known { DIGITS.get(index).copied().map_or('=', char::from) } else { '=' });
        }
    }
    code
}
