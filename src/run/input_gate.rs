//! The gate: whether the thread that reads keys may read, or leaves them to another program.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How long to wait for the reading thread to notice.
const NOTICED: Duration = Duration::from_millis(500);

/// A gate between the loop and the thread that reads the keys. A clone is the same gate.
#[derive(Clone, Debug, Default)]
pub struct InputGate(Arc<(Mutex<State>, Condvar)>);

#[derive(Debug, Default)]
struct State {
    shut: bool,
    waiting: bool,
}

impl InputGate {
    /// Shuts the gate and waits until nobody reads; `wake` wakes the reading thread. Returns whether it stopped in time.
    pub fn shut(&self, wake: impl FnOnce()) -> bool {
        let (state, changed) = &*self.0;
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        state.shut = true;
        wake();
        let (state, _) =
            changed.wait_timeout_while(state, NOTICED, |state| !state.waiting).unwrap_or_else(PoisonError::into_inner);
        state.waiting
    }

    /// Opens it again.
    pub fn open(&self) {
        let (state, changed) = &*self.0;
        state.lock().unwrap_or_else(PoisonError::into_inner).shut = false;
        changed.notify_all();
    }

    /// Waits while the gate is shut.
    pub fn pass(&self) {
        let (state, changed) = &*self.0;
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        while state.shut {
            state.waiting = true;
            changed.notify_all();
            state = changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.waiting = false;
    }
}
