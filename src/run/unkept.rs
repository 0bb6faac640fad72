//! What was sent to be saved and is not answered yet, and what could not be saved: reported when the reader leaves.

use super::rules_file::NOTHING_SAVED;
use crate::app::{ClusterNews, Event, Noted, Saved};
use crate::boilerplate::RuleId;

/// What is not answered or saved yet.
#[derive(Debug, Default)]
pub struct Unkept {
    /// Changes to rules files that are not answered yet.
    pub unsaved: usize,
    /// Marks, notes and decisions that are not saved yet.
    pub unkept: usize,
    /// What was noticed when everything was last read.
    noticed: Option<Vec<String>>,
    /// What could not be saved or removed, one sentence each, to be repeated when the reader leaves.
    complaints: Vec<(About, String)>,
}

/// What a warning is about.
#[derive(Clone, Debug, PartialEq, Eq)]
enum About {
    Rule(RuleId),
    Step(u64),
    Note,
    Mark,
    Decision,
}

impl Unkept {
    /// Notes an answer that is passed on to the program.
    pub fn answered(&mut self, event: &Event) {
        let saved = match event {
            Event::Saved(saved) => saved,
            Event::Kept(kept) => {
                self.unkept = self.unkept.saturating_sub(1);
                if let Err(reason) = kept
                    && !self.complaints.iter().any(|(about, _)| *about == About::Mark)
                {
                    self.complaints.push((About::Mark, format!("review marks were not saved: {reason}")));
                }
                return;
            }
            Event::Noted(noted) => {
                self.unkept = self.unkept.saturating_sub(1);
                if let Noted::Failed(reason) = noted {
                    self.complaints.push((About::Note, format!("a note was not saved: {reason}")));
                }
                return;
            }
            Event::Clusters(news) => return self.curated(news),
            Event::Reopened(reopened) => return self.noticed = Some(reopened.complaints.clone()),
            _ => return,
        };
        self.unsaved = self.unsaved.saturating_sub(1);
        let about = match saved {
            Saved::Added { asked: id, .. } | Saved::NeverThere(id) => About::Rule(id.clone()),
            Saved::NotAdded(id, _) | Saved::NotRemoved(id, _) | Saved::Removed(id, _) => About::Rule(id.clone()),
            Saved::Stepped(number, _) | Saved::NotStepped(number, _) => About::Step(*number),
        };
        if !matches!(saved, Saved::Removed(..)) {
            self.complaints.retain(|(other, _)| *other != about);
        }
        match saved {
            Saved::NotAdded(_, reason) => self.complaints.push((about, format!("a rule was not saved: {reason}"))),
            Saved::NotRemoved(_, reason) => {
                self.complaints.push((about, format!("a rule was not removed: {reason}")));
            }
            // There was no change.
            Saved::NotStepped(_, reason) if reason == NOTHING_SAVED => {}
            Saved::NotStepped(_, reason) => self.complaints.push((about, format!("a change was not saved: {reason}"))),
            Saved::NeverThere(_) | Saved::Added { .. } | Saved::Removed(..) | Saved::Stepped(..) => {}
        }
    }

    fn curated(&mut self, news: &ClusterNews) {
        self.unkept -= usize::from(matches!(news, ClusterNews::Added(_) | ClusterNews::NotAdded(_))).min(self.unkept);
        if let ClusterNews::NotAdded(reason) = news {
            self.complaints.push((About::Decision, format!("a decision was not saved: {reason}")));
        }
    }

    /// Adds what was noticed, and one sentence for each thing that was not saved.
    pub fn tell(self, noticed: &mut Vec<String>) {
        if let Some(read) = self.noticed {
            *noticed = read;
        }
        noticed.extend(self.complaints.into_iter().map(|(_, complaint)| complaint));
    }
}
