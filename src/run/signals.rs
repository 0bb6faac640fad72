//! Signals that end or suspend the program.

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

    use signal_hook::consts::{
        SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP, SIGTSTP, SIGTTIN,
        SIGTTOU, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
    };
    use signal_hook::flag;
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::raise;

    use crate::run::arrival::Arrival;

    /// Signals by which somebody asks the program to end.
    const ASKED: [i32; 4] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM];
    /// Other signals that would end it, and leave the terminal taken, if nobody listened: limits that are reached, clocks, faults.
    const ENDING: [i32; 11] =
        [SIGABRT, SIGALRM, SIGIO, SIGPROF, SIGSYS, SIGTRAP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU, SIGXFSZ];

    /// Sends on the signals that come from now on. The first that ends the program does so in good order; the second by which somebody
    /// asks for it at once, in case the terminal takes nothing any more and the loop hangs on it. Of the others the second says nothing
    /// new: a limit on the size of files is reached with each file that is written.
    ///
    /// One that stops the program is for the loop, which gives the terminal back first; where it is `lent` to another program,
    /// there is nothing to give back, and the loop waits for that program.
    ///
    /// New sizes are listened for here too, since crossterm only begins to when it waits for the first key: a window that is
    /// resized while it opens would keep the wrong size.
    ///
    /// # Errors
    ///
    /// The system gives no way to listen.
    pub fn listen(inbox: Sender<Arrival>, is_lent: fn() -> bool) -> io::Result<()> {
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

    /// Stops the program until the shell lets it go on.
    ///
    /// Not by SIGSTOP: where no shell is there to go back to, as in a terminal that runs nothing else, the system ignores all other
    /// signals that stop, and the reader is not left with a dead screen. Nor by SIGTSTP, which is listened to.
    pub fn stop() {
        let _ = raise(SIGTTOU);
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
    pub fn listen(_inbox: Sender<Arrival>, _is_lent: fn() -> bool) -> io::Result<()> {
        Ok(())
    }

    /// Does nothing: this system has no shells to go back to.
    pub fn stop() {}

    /// Does nothing: here nobody who waits for keys can be made to look up.
    pub fn look_up() {}
}
