//! Reads the keyboard byte by byte: a library that waits for the end of an incomplete paste would block all keys.

use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, Read, stdin};
use std::os::fd::{AsFd, BorrowedFd};
use std::time::{Duration, Instant};

use super::arrival::Arrival;
use super::background::Asking;
use super::keyboard::Keyboard;

/// The most bytes read at once; a terminal sends no more.
const PIECE: usize = 4096;

/// The keyboard. It can be waited for.
#[derive(Debug)]
pub struct Input {
    keyboard: Keyboard,
    terminal: File,
}

impl Input {
    /// Opens the keyboard of a terminal that is now asked for its background, or not.
    ///
    /// # Errors
    ///
    /// There is no terminal.
    pub fn open(asking: Asking, now: Instant) -> io::Result<Self> {
        Ok(Self { keyboard: Keyboard::new(asking, now), terminal: terminal()? })
    }

    /// How long to wait for bytes before [`Input::time_out`]; `None` for as long as it takes.
    pub fn patience(&self, now: Instant) -> Option<Duration> {
        self.keyboard.patience(now)
    }

    /// Stops waiting for what did not come in time.
    pub fn time_out(&mut self, now: Instant) -> Vec<Arrival> {
        self.keyboard.time_out(now)
    }

    /// Reads what was typed; waits if nothing was.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    pub fn read(&mut self) -> io::Result<Vec<Arrival>> {
        let mut bytes = [0; PIECE];
        match self.terminal.read(&mut bytes) {
            Ok(0) => Err(io::Error::new(ErrorKind::UnexpectedEof, "the terminal is closed")),
            Ok(length) => {
                let bytes = bytes.get(..length).unwrap_or_default();
                Ok(self.keyboard.take(bytes, length == PIECE, Instant::now()))
            }
            Err(error) if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock) => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }
}

impl AsFd for Input {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.terminal.as_fd()
    }
}

/// The file that keys are read from: standard input, or the program's terminal if that is something else.
fn terminal() -> io::Result<File> {
    if stdin().is_terminal() {
        return Ok(File::from(stdin().as_fd().try_clone_to_owned()?));
    }
    // `/dev/tty` can be waited on everywhere except on Apple's systems; there the terminal of standard error is opened by its own name.
    #[cfg(target_vendor = "apple")]
    if let Ok(name) = rustix::termios::ttyname(File::open("/dev/fd/2")?, Vec::new()) {
        return File::open(std::path::PathBuf::from(name.to_string_lossy().into_owned()));
    }
    File::open("/dev/tty")
}
