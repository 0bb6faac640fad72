//! Reads the keyboard byte by byte: a library that waits for the end of an incomplete paste would block all keys.

use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, Read, stdin};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::pipe;

use super::arrival::Arrival;
use super::background::Asking;
use super::keyboard::Keyboard;

/// The most bytes read at once; a terminal sends no more.
const PIECE: usize = 4096;

/// The keyboard.
#[derive(Debug)]
pub struct Input {
    keyboard: Keyboard,
    terminal: File,
    /// Becomes readable when the window changes its size, or when the thread that waits for keys is to be woken.
    looked_up: UnixStream,
}

impl Input {
    /// Opens the keyboard of a terminal that is now asked for its background, or not.
    ///
    /// # Errors
    ///
    /// There is no terminal.
    pub fn open(asking: Asking, now: Instant) -> io::Result<Self> {
        let (looked_up, sender) = UnixStream::pair()?;
        looked_up.set_nonblocking(true)?;
        sender.set_nonblocking(true)?;
        pipe::register(SIGWINCH, sender)?;
        Ok(Self { keyboard: Keyboard::new(asking, now), terminal: terminal()?, looked_up })
    }

    /// Waits for input, as long as the keyboard is patient.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    pub fn read(&mut self) -> io::Result<Vec<Arrival>> {
        let (is_woken, has_bytes) = self.wait(self.keyboard.patience(Instant::now()))?;
        if is_woken {
            // After the gate is shut, nobody may be reading.
            while self.looked_up.read(&mut [0; PIECE]).is_ok_and(|length| length > 0) {}
            return Ok(Vec::new());
        }
        if !has_bytes {
            return Ok(self.keyboard.time_out(Instant::now()));
        }
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

    /// Waits until the thread is woken or bytes arrive; returns which.
    fn wait(&self, patience: Option<Duration>) -> io::Result<(bool, bool)> {
        let mut heard = [PollFd::new(&self.looked_up, PollFlags::IN), PollFd::new(&self.terminal, PollFlags::IN)];
        let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
        match poll(&mut heard, patience.as_ref()) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
        Ok((!heard[0].revents().is_empty(), !heard[1].revents().is_empty()))
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
