//! Signals: those that end the program, and those that stop it for a while.

#[cfg(unix)]
pub use unix::{listen, look_up, stop};

#[cfg(not(unix))]
pub use elsewhere::{listen, look_up, stop};

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    use std::sync::mpsc::Sender;
    use std::thread;

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::flag;
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::raise;

    use crate::run::arrival::Arrival;

    const ENDING: [i32; 3] = [SIGHUP, SIGINT, SIGTERM];

    /// Sends on the signals that come from now on. The first that ends the program does so in good order; the second at
    /// once, in case the terminal takes nothing any more and the loop hangs on it.
    ///
    /// New sizes are listened for here too, since crossterm only begins to when it waits for the first key: a window that is
    /// resized while it opens would keep the wrong size.
    ///
    /// # Errors
    ///
    /// The system gives no way to listen.
    pub fn listen(inbox: Sender<Arrival>) -> io::Result<()> {
        let second = Arc::new(AtomicBool::new(false));
        for signal in ENDING {
            flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&second))?;
            flag::register(signal, Arc::clone(&second))?;
        }
        let mut signals = Signals::new(ENDING.iter().chain(&[SIGCONT, SIGWINCH]))?;
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                let arrival = match signal {
                    SIGCONT => Arrival::Continued,
                    SIGWINCH => Arrival::Resized,
                    _ => Arrival::Ended(signal),
                };
                if inbox.send(arrival).is_err() {
                    return;
                }
            }
        })?;
        Ok(())
    }

    /// Stops the program until the shell lets it go on.
    ///
    /// The signal itself is raised, not SIGSTOP in its place: where no shell is there to go back to, as in a terminal that
    /// runs nothing else, the system ignores it, and the reader is not left with a dead screen.
    pub fn stop() {
        let _ = raise(SIGTSTP);
    }

    /// Makes the thread that waits for keys look up, as if the window had another size.
    pub fn look_up() {
        let _ = raise(SIGWINCH);
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::io;
    use std::sync::mpsc::Sender;

    use crate::run::arrival::Arrival;

    /// Does nothing: this system ends programs without a word.
    pub fn listen(_inbox: Sender<Arrival>) -> io::Result<()> {
        Ok(())
    }

    /// Does nothing: this system has no shells to go back to.
    pub fn stop() {}

    /// Does nothing: here nobody who waits for keys can be made to look up.
    pub fn look_up() {}
}
