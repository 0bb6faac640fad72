//! What has changed among the articles since they were last read, and what changes on the disk meanwhile.

use super::app::{App, Message, Tone};
use super::event::Effect;

/// Articles named one by one; more are only counted.
const NAMED: usize = 3;

/// Articles that were added, changed or taken away since the set was last read, by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// Those that were not there.
    pub new: Vec<String>,
    /// Those that held something else.
    pub changed: Vec<String>,
    /// Those that are not there any more.
    pub gone: Vec<String>,
}

impl Since {
    /// Says it in a few words; nothing where nothing has changed.
    pub fn said(&self) -> Option<String> {
        let parts = [(&self.new, "new"), (&self.changed, "changed"), (&self.gone, "gone")];
        let said: Vec<String> =
            parts.iter().filter(|(names, _)| !names.is_empty()).map(|(names, what)| counted(names, what)).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }
}

pub(super) fn counted(names: &[String], what: &str) -> String {
    match names.len() {
        count @ 1..=NAMED => format!("{count} {what} ({})", names.join(", ")),
        count => format!("{count} {what}"),
    }
}

impl App {
    /// Says what has changed since these articles were last read, behind whatever else there is to say.
    pub(super) fn since(&mut self, since: &Since) -> Vec<Effect> {
        if let Some(said) = since.said() {
            let said = format!("since last time: {said}");
            self.message = Some(match self.message.take() {
                Some(before) => Message { text: format!("{} · {said}", before.text), tone: before.tone },
                None => Message { text: said, tone: Tone::News },
            });
        }
        Vec::new()
    }
}
