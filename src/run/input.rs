//! Turns terminal input into events of the program.

use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Instant;

use super::arrival::Arrival;
use super::background::Asking;
#[cfg(not(unix))]
use super::console::Input;
use super::input_gate::InputGate;
#[cfg(unix)]
use super::tty::Input;

/// Sends keys and the terminal's answers from a thread of its own, except while the gate is shut.
///
/// # Errors
///
/// There is no terminal, or the system cannot start a thread.
pub fn listen(inbox: Sender<Arrival>, asking: Asking, gate: InputGate) -> io::Result<()> {
    let mut input = Input::open(asking, Instant::now())?;
    let read_on = move || loop {
        gate.pass();
        let arrivals = match panic::catch_unwind(AssertUnwindSafe(|| input.read())) {
            Ok(Ok(arrivals)) => arrivals,
            Ok(Err(error)) => vec![Arrival::Deaf(error.to_string())],
            Err(_) => vec![Arrival::Deaf("what was typed could not be read".to_owned())],
        };
        for arrival in arrivals {
            let last = matches!(arrival, Arrival::Deaf(_));
            if inbox.send(arrival).is_err() || last {
                return;
            }
        }
    };
    thread::Builder::new().name("keys".to_owned()).spawn(read_on)?;
    Ok(())
}
