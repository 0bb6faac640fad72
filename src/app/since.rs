//! What has changed among the articles since they were last read, and what changes on the disk meanwhile.

use crate::app::memory::OnDisk;
use crate::app::memory::Since;
use crate::app::memory::counted;
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use super::app::App;
use super::app::Message;
use super::app::Tone;
use crate::app::jobs::Effect;
use crate::app::keys::Action;
use crate::article::Article;
use crate::text::{fingerprint, visible};

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

/// What stands on the disk and is not what is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stale {
    /// The fingerprints of the texts of files of open articles.
    texts: BTreeMap<PathBuf, u64>,
    /// The names of new articles.
    new: Vec<String>,
    /// What of it was said.
    said: Vec<String>,
}

impl App {
    /// Takes in what was seen of the disk. What is being read is seen when it is read.
    pub(super) fn on_disk(&mut self, seen: OnDisk) -> Vec<Effect> {
        self.stale.texts.extend(seen.touched.into_iter().map(|touched| (touched.place, touched.text)));
        if let Some(new) = seen.new {
            self.stale.new = new.iter().map(|name| visible(name).into_owned()).collect();
        }
        if !self.reading {
            self.offer();
        }
        Vec::new()
    }

    /// Offers to read again what has changed on the disk, once for each change.
    pub(super) fn offer(&mut self) {
        let open: HashMap<&PathBuf, &Arc<Article>> =
            self.articles.iter().filter_map(|article| Some((article.origin.place()?, article))).collect();
        let differs = |(place, text): (&PathBuf, &mut u64)| {
            open.get(place).is_some_and(|it| fingerprint(it.text.as_bytes()) != *text)
        };
        let mut texts = std::mem::take(&mut self.stale.texts);
        texts.retain(|place, text| differs((place, text)));
        let mut changed: Vec<String> = texts.keys().filter_map(|place| Some(open.get(place)?.name.clone())).collect();
        changed.sort();
        self.stale.texts = texts;
        let named = changed.iter().map(|name| format!("{name} has changed"));
        let said: Vec<String> = named.chain(self.stale.new.iter().map(|name| format!("{name} is new"))).collect();
        let news = said.iter().any(|it| !self.stale.said.contains(it));
        self.stale.said = said;
        if !news {
            return;
        }
        let key = self.key(Action::Reload);
        let offer = match (changed.as_slice(), self.stale.new.as_slice()) {
            ([name], []) => format!("{name} has changed on disk; {key} reads it again"),
            (changed, []) => format!("on disk: {}; {key} reads them again", counted(changed, "changed")),
            ([], new) => format!("in the folder: {}; {key} opens what is new", counted(new, "new")),
            (changed, new) => {
                format!("on disk: {}, {}; {key} reads all again", counted(changed, "changed"), counted(new, "new"))
            }
        };
        self.say(offer);
    }

    /// Tells whether the disk holds something else than what is open.
    pub fn is_stale(&self) -> bool {
        !self.stale.texts.is_empty() || !self.stale.new.is_empty()
    }

    /// Tells whether there are articles on the disk that are not open.
    pub(super) fn has_new(&self) -> bool {
        !self.stale.new.is_empty()
    }

    /// Takes what is new as read.
    pub(super) fn open_new(&mut self) {
        self.stale.new.clear();
    }

    /// Gives the open articles whose files hold something else.
    pub(super) fn changed_on_disk(&self) -> Vec<usize> {
        let changed =
            |article: &Arc<Article>| article.origin.place().is_some_and(|it| self.stale.texts.contains_key(it));
        (0..self.articles.len()).filter(|at| self.articles.get(*at).is_some_and(changed)).collect()
    }
}
