//! A terminal to run the program on, and to look at.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{Parser, Screen};

use super::stage::Stage;

/// How long anything may take before it counts as never happening; long, since machines are slow.
const NEVER: Duration = Duration::from_secs(20);
/// How long a key that may have come too early is waited for before it is pressed again.
const AGAIN: Duration = Duration::from_millis(300);

/// A running program and its terminal.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: Parser,
    /// Keeps the files.
    _stage: Stage,
    /// All that the program sent.
    pub sent: Vec<u8>,
}

impl Terminal {
    /// Runs the program in a window of 100 by 30.
    pub fn start(stage: &Stage, arguments: &[&str]) -> Self {
        Self::run(stage, env!("CARGO_BIN_EXE_ibid"), arguments)
    }

    /// Runs any program in a window of 100 by 30; `$IBID` is the program.
    pub fn run(stage: &Stage, program: &str, arguments: &[&str]) -> Self {
        let pair = native_pty_system().openpty(size(100, 30)).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(stage.folder());
        command.env("TERM", "xterm-256color");
        command.env("IBID", env!("CARGO_BIN_EXE_ibid"));
        command.env("PS1", "$ ");
        stage.environment().iter().for_each(|(name, value)| command.env(name, value));
        ["NO_COLOR", "COLORFGBG", "COLORTERM", "ENV"].iter().for_each(|name| command.env_remove(name));
        let child = pair.slave.spawn_command(command).unwrap();
        let output = listen(pair.master.try_clone_reader().unwrap());
        let keys = pair.master.take_writer().unwrap();
        let parser = Parser::new(cells(30), cells(100), 0);
        Self { child, master: Some(pair.master), keys, output, parser, _stage: stage.clone(), sent: Vec::new() }
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits until the screen is so; fails with what it shows where it never is.
    pub fn wait_for(&mut self, what: &str, holds: impl Fn(&Screen) -> bool) {
        let deadline = Instant::now() + NEVER;
        assert!(self.comes_before(deadline, &holds), "no {what} on\n{}", self.shown());
    }

    /// Waits until the program has sent this, whatever it does on the screen.
    pub fn wait_for_sent(&mut self, what: &str) {
        let deadline = Instant::now() + NEVER;
        while !self.has_sent(what) {
            assert!(self.take_before(deadline), "never sent {what:?}, but {:?}", String::from_utf8_lossy(&self.sent));
        }
    }

    pub fn has_sent(&self, what: &str) -> bool {
        self.sent.windows(what.len()).any(|window| window == what.as_bytes())
    }

    /// Waits until a text is on the screen.
    pub fn wait_for_text(&mut self, text: &str) {
        self.wait_for(text, |screen| screen.contents().contains(text));
    }

    /// Presses keys until the screen is so, for keys that do nothing before work in the background is done.
    pub fn press_until(&mut self, keys: &str, holds: impl Fn(&Screen) -> bool) {
        let deadline = Instant::now() + NEVER;
        while Instant::now() < deadline {
            self.press(keys);
            if self.comes_before(Instant::now() + AGAIN, &holds) {
                return;
            }
        }
        panic!("{keys:?} does nothing on\n{}", self.shown());
    }

    /// Waits until the program has ended, and gives its status. All that it sent is then on the screen.
    pub fn wait_for_end(&mut self) -> u32 {
        let deadline = Instant::now() + NEVER;
        while self.take_before(deadline) {}
        assert!(Instant::now() < deadline, "no end of\n{}", self.shown());
        self.child.wait().unwrap().exit_code()
    }

    pub fn resize(&mut self, width: u16, height: u16) {
        self.master.as_ref().unwrap().resize(size(width, height)).unwrap();
        self.parser.screen_mut().set_size(cells(height), cells(width));
    }

    /// Gives the number of the process.
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    pub fn signal(&self, name: &str) {
        send(name, &self.child.process_id().unwrap().to_string());
    }

    /// Sends a signal to what runs in the foreground, where a shell has the terminal.
    pub fn signal_foreground(&self, name: &str) {
        let leader = self.master.as_ref().and_then(|master| master.process_group_leader());
        send(name, &leader.unwrap().to_string());
    }

    /// Closes the window.
    pub fn close(mut self) -> u32 {
        drop(self.master.take());
        drop(self.keys);
        drop(self.output);
        self.child.wait().unwrap().exit_code()
    }

    pub fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    pub fn shown(&self) -> String {
        self.screen().contents()
    }

    fn comes_before(&mut self, deadline: Instant, holds: &impl Fn(&Screen) -> bool) -> bool {
        while !holds(self.parser.screen()) {
            if !self.take_before(deadline) {
                return false;
            }
        }
        true
    }

    /// Takes in what the program sends next; tells whether anything came before the deadline.
    fn take_before(&mut self, deadline: Instant) -> bool {
        match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(bytes) => {
                self.parser.process(&bytes);
                self.sent.extend(bytes);
                true
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
        }
    }
}

fn send(signal: &str, process: &str) {
    assert!(Command::new("kill").args(["-s", signal, process]).status().unwrap().success());
}

fn listen(mut reader: Box<dyn Read + Send>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(length @ 1..) = reader.read(&mut buffer) {
            if sender.send(buffer[..length].to_vec()).is_err() {
                return;
            }
        }
    });
    receiver
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}
