//! The clipboard, through the terminal by OSC 52, so that it also works over ssh.

use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Stdio};

/// Characters of code that all terminals take which take any.
const LONGEST: usize = 74_994;
/// Bytes of a sequence that `screen` passes on at once.
const PIECE: usize = 500;
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What stands between the program and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// Nothing.
    Nothing,
    /// The program `tmux`.
    Tmux,
    /// The program `screen`.
    Screen,
}

impl Between {
    /// Tells it by the variables `TMUX` and `STY`.
    pub fn of(tmux: Option<&OsStr>, sty: Option<&OsStr>) -> Self {
        let set = |value: Option<&OsStr>| value.is_some_and(|value| !value.is_empty());
        match (set(tmux), set(sty)) {
            (true, _) => Between::Tmux,
            (false, true) => Between::Screen,
            (false, false) => Between::Nothing,
        }
    }
}

/// Writes the order to copy a text; `tmux` gets it twice, for itself and to be passed on, as it may do either.
///
/// # Errors
///
/// Says that it is too long.
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

/// Hands a text to `tmux`, which copies it as far as it may with every setting but `off`; tells whether it took it. One older than 3.2
/// does not.
pub fn handed_to_tmux(text: &str) -> bool {
    let mut tmux = Command::new("tmux");
    tmux.args(["load-buffer", "-w", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = tmux.spawn() else { return false };
    let written = child.stdin.take().is_some_and(|mut stdin| stdin.write_all(text.as_bytes()).is_ok());
    child.wait().is_ok_and(|status| status.success()) && written
}

/// Cuts an order of plain characters into pieces.
fn pieces(order: &str) -> impl Iterator<Item = &str> {
    (0..order.len()).step_by(PIECE).filter_map(|at| order.get(at..order.len().min(at + PIECE)))
}

/// Encodes bytes as RFC 4648 says.
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
