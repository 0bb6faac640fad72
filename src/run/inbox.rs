//! What the event loop waits for: what is typed, and what other threads send.
//!
//! On Unix the loop waits for both at once and reads the keys itself: a thread between the two would cost each key a wake-up. Elsewhere a
//! library waits for the keys, in a thread of its own, which sends them like any other.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SendError, Sender, TryRecvError, channel};
use std::time::{Duration, Instant};

use super::arrival::Arrival;
use super::background::Asking;
use keys::{Bell, Ears};

/// Where other threads send what the loop is to take in. A clone sends to the same loop.
#[derive(Clone, Debug)]
pub struct Post {
    sender: Sender<Arrival>,
    bell: Bell,
}

/// What has arrived, and what may still arrive.
#[derive(Debug)]
pub struct Inbox {
    typed: VecDeque<Arrival>,
    sent: Receiver<Arrival>,
    ears: Ears,
}

/// Makes an inbox, and the way to it.
///
/// # Errors
///
/// The system has no means left to wake the loop.
pub fn inbox() -> io::Result<(Post, Inbox)> {
    let (sender, sent) = channel();
    let (bell, ears) = keys::pair()?;
    Ok((Post { sender, bell }, Inbox { typed: VecDeque::new(), sent, ears }))
}

impl Post {
    /// Sends an arrival, and wakes the loop.
    ///
    /// # Errors
    ///
    /// The loop has ended.
    pub fn send(&self, arrival: Arrival) -> Result<(), SendError<()>> {
        self.sender.send(arrival).map_err(|_| SendError(()))?;
        self.bell.ring();
        Ok(())
    }
}

impl Inbox {
    /// Begins to read the keyboard of a terminal that is now asked for its background, or not.
    ///
    /// # Errors
    ///
    /// There is no terminal, or the system cannot start a thread.
    pub fn read_keys(&mut self, asking: Asking, post: &Post) -> io::Result<()> {
        self.ears.open(asking, post)
    }

    /// Waits for the next arrival, at most as long as is `left`. Keys come before what was sent, so that they wait for no worker.
    ///
    /// # Errors
    ///
    /// Nothing came in time, or nobody is left to send anything.
    pub fn wait(&mut self, left: Option<Duration>) -> Result<Arrival, RecvTimeoutError> {
        let deadline = left.map(|left| Instant::now() + left);
        loop {
            if let Some(typed) = self.typed.pop_front() {
                return Ok(typed);
            }
            match self.sent.try_recv() {
                Ok(arrival) => return Ok(self.after_keys(arrival)),
                Err(TryRecvError::Disconnected) => return Err(RecvTimeoutError::Disconnected),
                Err(TryRecvError::Empty) => {}
            }
            let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            if left == Some(Duration::ZERO) {
                return Err(RecvTimeoutError::Timeout);
            }
            self.hear(left);
        }
    }

    /// Takes what is here already.
    ///
    /// # Errors
    ///
    /// There is nothing, or nobody is left to send anything.
    pub fn take(&mut self) -> Result<Arrival, TryRecvError> {
        self.typed.pop_front().map_or_else(|| self.sent.try_recv(), Ok)
    }

    /// Returns the key that was typed meanwhile, and then what was sent; else what was sent.
    fn after_keys(&mut self, sent: Arrival) -> Arrival {
        if cfg!(unix) {
            self.hear(Some(Duration::ZERO));
        }
        match self.typed.pop_front() {
            Some(typed) => {
                self.typed.push_back(sent);
                typed
            }
            None => sent,
        }
    }

    #[cfg(unix)]
    fn hear(&mut self, left: Option<Duration>) {
        self.typed.extend(self.ears.hear(left));
    }

    #[cfg(not(unix))]
    fn hear(&mut self, left: Option<Duration>) {
        let heard = match left {
            Some(left) => self.sent.recv_timeout(left).ok(),
            None => self.sent.recv().ok(),
        };
        self.typed.extend(heard);
    }
}

#[cfg(unix)]
mod keys {
    use std::io::{self, ErrorKind, Read, Write};
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    use super::Post;
    use crate::run::arrival::Arrival;
    use crate::run::background::Asking;
    use crate::run::tty::Input;

    /// Wakes the loop.
    #[derive(Clone, Debug)]
    pub struct Bell(Arc<UnixStream>);

    /// What the loop waits with.
    #[derive(Debug)]
    pub struct Ears {
        rung: UnixStream,
        /// The keyboard; `None` before it is opened, and after it is gone.
        keyboard: Option<Input>,
    }

    pub fn pair() -> io::Result<(Bell, Ears)> {
        let (rung, bell) = UnixStream::pair()?;
        rung.set_nonblocking(true)?;
        bell.set_nonblocking(true)?;
        Ok((Bell(Arc::new(bell)), Ears { rung, keyboard: None }))
    }

    impl Bell {
        pub fn ring(&self) {
            // If there is no room, it has been rung often enough; if the loop has ended, nobody needs to be woken.
            let _ = (&*self.0).write(&[0]);
        }
    }

    impl Ears {
        pub fn open(&mut self, asking: Asking, _: &Post) -> io::Result<()> {
            self.keyboard = Some(Input::open(asking, Instant::now())?);
            Ok(())
        }

        /// Waits until the bell rings or something is typed, at most as long as is `left`; returns what is typed.
        pub fn hear(&mut self, left: Option<Duration>) -> Vec<Arrival> {
            self.heard(left).unwrap_or_else(|error| {
                self.keyboard = None;
                vec![Arrival::Deaf(error.to_string())]
            })
        }

        fn heard(&mut self, left: Option<Duration>) -> io::Result<Vec<Arrival>> {
            let has_bytes = self.poll(left)?;
            match &mut self.keyboard {
                Some(keyboard) if has_bytes => keyboard.read(),
                Some(keyboard) => Ok(keyboard.time_out(Instant::now())),
                None => Ok(Vec::new()),
            }
        }

        /// Waits, and returns whether something is typed.
        fn poll(&mut self, left: Option<Duration>) -> io::Result<bool> {
            let patience = self.keyboard.as_ref().and_then(|keyboard| keyboard.patience(Instant::now()));
            let left = left.into_iter().chain(patience).min().and_then(|left| Timespec::try_from(left).ok());
            let bell = PollFd::new(&self.rung, PollFlags::IN);
            let heard = match &self.keyboard {
                Some(keyboard) => {
                    let mut heard = [bell, PollFd::new(keyboard, PollFlags::IN)];
                    poll(&mut heard, left.as_ref()).map(|_| heard.map(|heard| !heard.revents().is_empty()))
                }
                None => {
                    let mut heard = [bell];
                    poll(&mut heard, left.as_ref()).map(|_| [!heard[0].revents().is_empty(), false])
                }
            };
            let [is_rung, has_bytes] = match heard {
                Err(error) if error.kind() == ErrorKind::Interrupted => [false; 2],
                heard => heard?,
            };
            if is_rung {
                while self.rung.read(&mut [0; 64]).is_ok_and(|length| length > 0) {}
            }
            Ok(has_bytes)
        }
    }
}

#[cfg(not(unix))]
mod keys {
    use std::io;
    use std::thread;
    use std::time::Instant;

    use super::Post;
    use crate::run::arrival::Arrival;
    use crate::run::background::Asking;
    use crate::run::console::Input;

    /// Nothing: here the loop waits for what is sent.
    #[derive(Clone, Debug)]
    pub struct Bell;

    /// Nothing, either.
    #[derive(Debug)]
    pub struct Ears;

    pub fn pair() -> io::Result<(Bell, Ears)> {
        Ok((Bell, Ears))
    }

    impl Bell {
        pub fn ring(&self) {}
    }

    impl Ears {
        pub fn open(&mut self, asking: Asking, post: &Post) -> io::Result<()> {
            let (mut input, post) = (Input::open(asking, Instant::now())?, post.clone());
            let read_on = move || loop {
                let arrivals = input.read().unwrap_or_else(|error| vec![Arrival::Deaf(error.to_string())]);
                for arrival in arrivals {
                    let last = matches!(arrival, Arrival::Deaf(_));
                    if post.send(arrival).is_err() || last {
                        return;
                    }
                }
            };
            thread::Builder::new().name("keys".to_owned()).spawn(read_on)?;
            Ok(())
        }
    }
}
