//! Watches the folders of the open articles, to offer changes to the reader.
//!
//! It watches folders, not files, because editors replace a file with a new one. It gathers what the system reports until there is a quiet
//! moment; then it reads each changed file, and sends the hash of its text to the program. Where nothing can be watched, nothing is offered
//! and no error is shown.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf, absolute};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::arrival::Arrival;
use super::inbox::Post;
use super::rules_file::{RulesFile, RulesRead};
use crate::app::{Event, OnDisk, Touched, Written};
use crate::article::{Article, Draft, Helper, How, contents, drafts};
use crate::kinds::With;
use crate::text::{fingerprint, visible};

/// The most folders that are watched: the system has a limit, and other programs need some too.
const MOST: usize = 64;
/// The most new files that are read to see whether they are text.
const MOST_NEW: usize = 50;
/// How long before watching began a file may have been read.
const LATELY: Duration = Duration::from_secs(60);
/// How long nothing may change, and how long to wait for that.
const QUIET: Duration = Duration::from_millis(200);
const LONGEST: Duration = Duration::from_secs(1);

/// How files are read.
pub struct WatchedAs {
    /// The options for all of them.
    pub with: With,
    /// What opens other kinds of files.
    pub helper: Arc<dyn Helper + Send + Sync>,
}

/// What the thread receives.
enum Heard {
    /// These articles are open.
    Open(Vec<Arc<Article>>),
    /// These files were touched.
    Touched(Vec<PathBuf>),
}

/// The thread that watches.
#[derive(Debug)]
pub struct Watching {
    thread: Sender<Heard>,
}

impl Watching {
    /// Starts watching the files, if there are any, and the rules files. Also looks for new files in the named folders, unless a pipe is
    /// named too: then not everything can be read again.
    pub fn of(names: &[PathBuf], how: WatchedAs, rules: Vec<PathBuf>, inbox: Post) -> Option<Self> {
        let again = names.iter().all(|name| name.as_os_str() != "-");
        let folders = names.iter().filter(|name| again && name.is_dir()).cloned().collect();
        if names.is_empty() { None } else { Self::start(folders, rules, how, inbox).ok() }
    }

    fn start(named: Vec<PathBuf>, rules: Vec<PathBuf>, how: WatchedAs, inbox: Post) -> io::Result<Self> {
        let (sender, receiver) = channel();
        let touching = sender.clone();
        let work = move || {
            let told = move |event: notify::Result<notify::Event>| {
                let Some(paths) = event.ok().filter(|event| changes(event.kind)).map(|event| event.paths) else {
                    return;
                };
                // The thread ends only with the program.
                let _ = touching.send(Heard::Touched(paths));
            };
            if let Ok(watcher) = notify::recommended_watcher(told) {
                // Never dropped: if the system could not start its thread, that would panic. It is needed as long as the program runs.
                let watcher = ManuallyDrop::new(watcher);
                let (folders, open) = (BTreeSet::new(), BTreeMap::new());
                let mut watch = Watch { watcher, named, rules, how, folders, open };
                // A panic here only ends the watching.
                let _ = catch_unwind(AssertUnwindSafe(|| watch.watch(&receiver, &inbox)));
            }
        };
        thread::Builder::new().name("watcher".to_owned()).spawn(work)?;
        Ok(Self { thread: sender })
    }

    /// Watches the files of these articles from now on.
    pub fn look_after(&self, articles: Vec<Arc<Article>>) {
        // If nothing can be watched, nobody receives this.
        let _ = self.thread.send(Heard::Open(articles));
    }
}

/// Whether a file may have another text after it; reading alone changes nothing.
fn changes(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(_))
}

struct Watch {
    watcher: ManuallyDrop<RecommendedWatcher>,
    /// Folders whose files are all articles.
    named: Vec<PathBuf>,
    /// The rules files.
    rules: Vec<PathBuf>,
    /// How files are read.
    how: WatchedAs,
    /// Folders that are watched.
    folders: BTreeSet<PathBuf>,
    /// The open files, by the paths that the system reports.
    open: BTreeMap<PathBuf, PathBuf>,
}

impl Watch {
    fn watch(&mut self, heard: &Receiver<Heard>, inbox: &Post) {
        while let Ok(first) = heard.recv() {
            let mut touched = BTreeSet::new();
            self.hear(first, &mut touched);
            let latest = Instant::now() + LONGEST;
            while !touched.is_empty() && Instant::now() < latest {
                match heard.recv_timeout(QUIET) {
                    Ok(next) => self.hear(next, &mut touched),
                    Err(_) => break,
                }
            }
            for event in self.rules_in(&touched) {
                // A lost receiver is noticed when the articles' changes are sent.
                let _ = inbox.send(Arrival::Event(event));
            }
            let seen = self.seen(&touched);
            if seen != OnDisk::default() && inbox.send(Arrival::Event(Event::OnDisk(seen))).is_err() {
                return;
            }
        }
    }

    fn hear(&mut self, heard: Heard, touched: &mut BTreeSet<PathBuf>) {
        match heard {
            Heard::Open(articles) => {
                self.look_after(&articles);
                touched.extend(self.lately());
            }
            Heard::Touched(paths) => touched.extend(paths),
        }
    }

    fn look_after(&mut self, articles: &[Arc<Article>]) {
        let places: BTreeSet<PathBuf> = articles.iter().filter_map(|article| article.origin.place_of_file()).collect();
        self.open.clear();
        for place in &places {
            // A link can change at its own place and at its target.
            self.open.extend(place.canonicalize().ok().filter(|real| real != place).map(|real| (real, place.clone())));
            self.open.insert(place.clone(), place.clone());
        }
        let named: Vec<PathBuf> = self.named.iter().filter_map(|folder| folder.canonicalize().ok()).collect();
        let rules = self.rules.iter().flat_map(|file| both_places(file));
        let folders = self.open.keys().cloned().chain(rules).filter_map(|path| path.parent().map(Path::to_path_buf));
        let folders: BTreeSet<PathBuf> = named.iter().cloned().chain(folders).collect();
        for folder in folders {
            if self.folders.len() < MOST && !self.folders.contains(&folder) {
                // What cannot be watched is left out.
                if self.watcher.watch(&folder, RecursiveMode::NonRecursive).is_ok() {
                    self.folders.insert(folder);
                }
            }
        }
        self.named = named;
    }

    /// Reads the rules files that were touched.
    fn rules_in(&self, touched: &BTreeSet<PathBuf>) -> Vec<Event> {
        let files = self.rules.iter().filter(|file| both_places(file).iter().any(|place| touched.contains(place)));
        let read = |file: &PathBuf| {
            let RulesRead { rules, lines } = RulesFile { path: file.clone() }.read()?;
            Ok(Written { file: file.clone(), rules, lines })
        };
        let safe = |error: anyhow::Error| visible(&format!("{error:#}")).into_owned();
        files.map(|file| Event::RulesOnDisk(read(file).map_err(safe))).collect()
    }

    /// What may have changed between reading and watching: recently touched files, and the named folders.
    fn lately(&self) -> Vec<PathBuf> {
        let lately = SystemTime::now().checked_sub(LATELY);
        let changed = |path: &&PathBuf| path.metadata().and_then(|it| it.modified()).is_ok_and(|at| Some(at) >= lately);
        let rules: Vec<PathBuf> = self.rules.iter().flat_map(|file| both_places(file)).collect();
        self.open.keys().chain(&rules).filter(changed).chain(&self.named).cloned().collect()
    }

    /// What the touched files contain now, and which are new.
    fn seen(&self, touched: &BTreeSet<PathBuf>) -> OnDisk {
        let open: BTreeSet<&PathBuf> = touched.iter().filter_map(|path| self.open.get(path)).collect();
        let texts = |place: &&PathBuf| self.texts_of(place);
        let touches =
            |path: &PathBuf| !self.open.contains_key(path) && self.named.iter().any(|it| path.starts_with(it));
        let new = touched.iter().any(touches).then(|| self.unopened());
        OnDisk { touched: open.iter().flat_map(texts).collect(), new }
    }

    /// The names of the texts in the named folders that are not open.
    fn unopened(&self) -> Vec<String> {
        let is_open = |path: &PathBuf| path.canonicalize().is_ok_and(|real| self.open.contains_key(&real));
        let files = self.named.iter().flat_map(|folder| contents(folder).files);
        let others = files.filter(|path| !self.open.contains_key(path) && !is_open(path)).take(MOST_NEW);
        let name = |path: PathBuf| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        others.filter(|path| !self.texts_of(path).is_empty()).map(name).collect()
    }

    /// Reads the texts of a file the way articles are read; there may be several.
    fn texts_of(&self, path: &Path) -> Vec<Touched> {
        let read =
            drafts(&[path.to_owned()], &mut io::empty(), How { with: &self.how.with, helper: &*self.how.helper })
                .drafts
                .into_iter();
        let touched = |draft: Draft| {
            Some(Touched { place: draft.origin.place()?.clone(), text: fingerprint(draft.text().as_bytes()) })
        };
        read.filter_map(touched).collect()
    }
}

/// The path of a file, and its real path.
fn both_places(file: &Path) -> Vec<PathBuf> {
    let path = absolute(file).unwrap_or_else(|_| file.to_owned());
    path.canonicalize().ok().filter(|real| *real != path).into_iter().chain([path.clone()]).collect()
}
