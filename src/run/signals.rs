//! Signals that end or suspend the program.

#[cfg(unix)]
pub use unix::{listen, stop};

#[cfg(not(unix))]
pub use elsewhere::{listen, stop};

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    use std::thread;

    use signal_hook::consts::{
        SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP, SIGTSTP, SIGTTIN,
        SIGTTOU, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
    };
    use signal_hook::flag;
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::raise;

    use crate::run::arrival::Arrival;
    use crate::run::inbox::Post;

    /// Signals that ask the program to end.
    const ASKED: [i32; 4] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM];
    /// Other signals that would end the program without restoring the terminal: limits, timers, faults.
    const ENDING: [i32; 11] =
        [SIGABRT, SIGALRM, SIGIO, SIGPROF, SIGSYS, SIGTRAP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU, SIGXFSZ];

    /// Sends on signals from now on. The first signal ends the program in good order; a second request to end does so at once, in case the
    /// terminal no longer accepts output and the loop hangs. Other signals may repeat without meaning more: a limit on file size is reached
    /// with each file written.
    ///
    /// A stop signal goes to the loop, which gives the terminal back first; if it is `lent` to another program, there is nothing to give
    /// back, and the loop waits for that program.
    ///
    /// Size changes are handled here too, because crossterm listens only when it waits for the first key: a window resized while it opens
    /// would keep the wrong size.
    ///
    /// # Errors
    ///
    /// The system refuses to report signals.
    pub fn listen(inbox: Post, is_lent: fn() -> bool) -> io::Result<()> {
        let second = Arc::new(AtomicBool::new(false));
        for signal in ASKED {
            flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&second))?;
            flag::register(signal, Arc::clone(&second))?;
        }
        let mut signals = Signals::new(ASKED.iter().chain(&ENDING).chain(&[SIGCONT, SIGTSTP, SIGTTIN, SIGWINCH]))?;
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            let mut ended = false;
            for signal in signals.forever() {
                let arrival = match signal {
                    SIGCONT => Arrival::Continued,
                    SIGWINCH => Arrival::Resized,
                    SIGTSTP | SIGTTIN if is_lent() => {
                        stop();
                        continue;
                    }
                    SIGTSTP | SIGTTIN => Arrival::Stopped,
                    _ if ended && ENDING.contains(&signal) => continue,
                    _ => Arrival::Ended(signal),
                };
                ended |= matches!(arrival, Arrival::Ended(_));
                if inbox.send(arrival).is_err() {
                    return;
                }
            }
        })?;
        Ok(())
    }

    /// Stops the program until the shell continues it.
    ///
    /// Not by SIGSTOP: without a shell to return to, as in a terminal that runs nothing else, the system ignores all other stop signals, so
    /// the reader is not left with a dead screen. Nor by SIGTSTP, which is handled here.
    pub fn stop() {
        let _ = raise(SIGTTOU);
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::io;

    use crate::run::inbox::Post;

    /// Does nothing: this system ends programs without a signal.
    pub fn listen(_inbox: Post, _is_lent: fn() -> bool) -> io::Result<()> {
        Ok(())
    }

    /// Does nothing: this system has no job control.
    pub fn stop() {}
}
