//! What changed in the articles since they were last read, and what changes on disk meanwhile.

use super::desk::Desk;
use super::status::Message;
use super::status::Tone;
use crate::app::memory::OnDisk;
use crate::app::memory::Since;
use crate::app::memory::counted;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::app::keys::Action;
use crate::article::Article;
use crate::text::{fingerprint, visible};

/// Adds to the message what has changed since these articles were last read.
pub(in crate::app) fn say_since(desk: &mut Desk, since: &Since) {
    if let Some(said) = since.describe() {
        let said = format!("Since last time: {said}");
        desk.message = Some(match desk.message.take() {
            Some(before) => Message { text: format!("{} · {said}", before.text), tone: before.tone },
            None => Message { text: said, tone: Tone::News },
        });
    }
}

/// Takes in what was found on disk. Articles being read again are checked when they have been read.
pub(in crate::app) fn take_on_disk(desk: &mut Desk, seen: OnDisk) {
    desk.library.stale.texts.extend(seen.touched.into_iter().map(|touched| (touched.place, touched.text)));
    if let Some(new) = seen.new {
        desk.library.stale.new = new.iter().map(|name| visible(name).into_owned()).collect();
    }
    if !desk.library.is_reading() {
        offer(desk);
    }
}

/// Offers to read again what has changed on disk, once per change.
pub(in crate::app) fn offer(desk: &mut Desk) {
    let articles = desk.library.articles.iter().enumerate();
    let open: HashMap<&PathBuf, (usize, &Arc<Article>)> =
        articles.filter_map(|(at, article)| Some((article.origin.place()?, (at, article)))).collect();
    let differs = |(place, text): (&PathBuf, &mut u64)| {
        open.get(place).is_some_and(|(_, it)| fingerprint(it.text.as_bytes()) != *text)
    };
    let mut texts = std::mem::take(&mut desk.library.stale.texts);
    texts.retain(|place, text| differs((place, text)));
    let mut changed: Vec<(usize, &Arc<Article>)> = texts.keys().filter_map(|place| open.get(place).copied()).collect();
    changed.sort_by_key(|(at, _)| *at);
    // The header shows the number, but of an article with a title often no name.
    let number = changed.first().filter(|_| desk.has_pair()).map_or(String::new(), |(at, _)| format!("{} ", at + 1));
    let changed: Vec<String> = changed.into_iter().map(|(_, article)| article.name.clone()).collect();
    desk.library.stale.texts = texts;
    let named = changed.iter().map(|name| format!("{name} has changed"));
    let said: Vec<String> = named.chain(desk.library.stale.new.iter().map(|name| format!("{name} is new"))).collect();
    let news = said.iter().any(|it| !desk.library.stale.said.contains(it));
    desk.library.stale.said = said;
    if !news {
        return;
    }
    let key = desk.key(Action::Reload);
    let offer = match (changed.as_slice(), desk.library.stale.new.as_slice()) {
        ([name], []) => format!("{number}{name} has changed on disk; {key} reloads it"),
        (changed, []) => format!("On disk: {}; {key} reloads them", counted(changed, "changed")),
        ([], new) => format!("In the folder: {}; {key} opens them", counted(new, "new")),
        (changed, new) => {
            format!("On disk: {}, {}; {key} reloads everything", counted(changed, "changed"), counted(new, "new"))
        }
    };
    desk.say(offer);
}

/// Whether there are articles on disk that are not open.
pub(in crate::app) fn has_new(desk: &Desk) -> bool {
    !desk.library.stale.new.is_empty()
}

/// Counts what is new as read.
pub(in crate::app) fn open_new(desk: &mut Desk) {
    desk.library.stale.new.clear();
}

/// The open articles whose files have changed.
pub fn changed_on_disk(desk: &Desk) -> Vec<usize> {
    let changed =
        |article: &Arc<Article>| article.origin.place().is_some_and(|it| desk.library.stale.texts.contains_key(it));
    (0..desk.library.articles.len()).filter(|at| desk.library.articles.get(*at).is_some_and(changed)).collect()
}
