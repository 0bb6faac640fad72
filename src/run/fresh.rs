//! The lock and the temporary file used to save a file safely.
//!
//! Only the holder of the lock writes a temporary file, so any other such file was left behind by a process that was killed, and the holder
//! removes it. Its name follows a pattern that nothing else uses. Where a disk has no locks, nothing is removed.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tempfile::{Builder, NamedTempFile};

use super::arrival::Arrival;
use super::attributes::own_as;
use super::inbox::Post;
use super::out::complain;
use super::{plain_file, terminal};
use crate::app::Event;
use crate::text::visible;

/// Comes after the file's name in the name of its temporary file.
const MARK: &str = ".ibid-";
/// Random letters and digits at the end of that name.
const DRAWN: usize = 8;

/// The most links that are followed in a chain.
const MOST_LINKS: usize = 40;
/// The error of a file system without locks (ENOLCK).
const NO_LOCKS: i32 = if cfg!(target_os = "linux") { 37 } else { 77 };

/// How long to wait for a lock that another process holds; saving takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait before saying so.
const PATIENCE_UNSAID: Duration = Duration::from_millis(500);

/// Whether something was saved without a lock, which is reported once. Global, because many threads lock files.
static WITHOUT: AtomicBool = AtomicBool::new(false);

/// The screen to tell that a process waits for a lock. Global, because many threads lock files.
static TOLD: Mutex<Option<Post>> = Mutex::new(None);

/// While the screen is drawn, says on it that a lock is waited for.
pub fn tell_waiting(inbox: Post) {
    *TOLD.lock().unwrap_or_else(PoisonError::into_inner) = Some(inbox);
}

/// The lock on a rules file.
#[derive(Debug)]
pub enum Lock {
    /// Held as long as this file is open.
    Held(#[expect(dead_code, reason = "it is held, not read")] File),
    /// The disk has no locks.
    Unknown,
}

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Whoever the system allows.
    All,
    /// Only its owner.
    Owner,
}

impl Lock {
    /// Waits for the lock beside a file; dropping it releases the lock. Does without on disks that have no locks.
    ///
    /// # Errors
    ///
    /// The lock file cannot be written or locked, or another process holds it for too long.
    pub fn on(path: &Path) -> io::Result<Self> {
        Self::within(path, PATIENCE)
    }

    /// As [`Lock::on`], with another patience.
    pub(super) fn within(path: &Path, patience: Duration) -> io::Result<Self> {
        let place = beside(path, ".lock");
        match plain_file::plain(&place) {
            // Opening a pipe would wait for a reader.
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(place)?;
        if let Ok(old) = fs::metadata(path) {
            // A lock that only the administrator may write would keep the owner of the rules out.
            let _ = own_as(&file, &old);
        }
        let locked = match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::Error(error)) => Err(error),
            Err(TryLockError::WouldBlock) => waited_for(file, path, patience),
        };
        match locked {
            Err(error) if !knows_no_locks(&error) => Err(error),
            Err(_) => {
                WITHOUT.store(true, Ordering::SeqCst);
                Ok(Self::Unknown)
            }
            Ok(file) => Ok(Self::Held(file)),
        }
    }

    /// Waits for a lock on a folder itself, for folders in which no lock file may be left. Does without on systems that cannot lock a
    /// folder.
    ///
    /// # Errors
    ///
    /// Another process holds it for too long.
    pub fn on_folder(folder: &Path) -> io::Result<Self> {
        let Ok(file) = File::open(folder) else { return Ok(Self::Unknown) };
        match file.try_lock() {
            Ok(()) => Ok(Self::Held(file)),
            Err(TryLockError::Error(_)) => Ok(Self::Unknown),
            Err(TryLockError::WouldBlock) => waited_for(file, folder, PATIENCE).map(Self::Held),
        }
    }

    /// Removes temporary files left behind by processes that were killed while saving these rules, as far as they can be removed.
    pub fn sweep(&self, rules: &Path) {
        let begin = name_of(rules);
        self.take_away(folder_of(rules), |made_for| made_for == begin.as_encoded_bytes());
    }

    /// As [`Lock::sweep`], for any file in a folder that is locked as a whole.
    pub fn sweep_all(&self, folder: &Path) {
        self.take_away(folder, |made_for| made_for.starts_with(b".") && made_for.ends_with(MARK.as_bytes()));
    }

    fn take_away(&self, folder: &Path, is_ours: impl Fn(&[u8]) -> bool) {
        let (Lock::Held(_), Ok(entries)) = (self, fs::read_dir(folder)) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let parts = name.as_encoded_bytes().split_at_checked(name.len().saturating_sub(DRAWN));
            let drawn = parts.filter(|(_, drawn)| drawn.iter().all(u8::is_ascii_alphanumeric));
            if drawn.is_some_and(|(begin, _)| is_ours(begin)) && entry.file_type().is_ok_and(|kind| kind.is_file()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Waits in line for a lock that another process holds, and says so if it takes a while.
fn waited_for(file: File, path: &Path, patience: Duration) -> io::Result<File> {
    let (sender, taken) = channel();
    // The system keeps the line, so whoever came first is first. A waiter that gave up releases the lock as soon as it gets it.
    let wait = move || drop(sender.send(file.lock().map(|()| file)));
    thread::Builder::new().name("lock".to_owned()).spawn(wait)?;
    let quiet = PATIENCE_UNSAID.min(patience);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let locked = taken.recv_timeout(quiet).or_else(|_| {
        say_waiting(format!("waiting for another program that is saving {name}"));
        taken.recv_timeout(patience.saturating_sub(quiet))
    });
    let held = || io::Error::new(ErrorKind::TimedOut, format!("another program keeps {name} locked; try again"));
    locked.unwrap_or_else(|_| Err(held()))
}

/// Says that a lock is waited for: on the screen, or on standard error if no screen is drawn.
fn say_waiting(said: String) {
    if terminal::is_lent() {
        complain(&[said]);
    } else if let Some(inbox) = TOLD.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
        // A loop that no longer receives is about to end.
        let _ = inbox.send(Arrival::Event(Event::Waiting(visible(&said).into_owned())));
    }
}

/// Whether a disk has no locks, or the service that keeps them does not answer, as on a network disk.
pub fn knows_no_locks(error: &io::Error) -> bool {
    error.kind() == ErrorKind::Unsupported || error.raw_os_error() == Some(NO_LOCKS)
}

/// Returns a warning if a file was saved without a lock; only once.
pub fn saved_without_lock() -> Option<&'static str> {
    let said =
        "this disk has no file locks: if another program saves at the same moment, one of the changes may be lost";
    WITHOUT.swap(false, Ordering::SeqCst).then_some(said)
}

/// Follows the links from a path, also to a file that does not exist yet.
///
/// # Errors
///
/// They form a circle, or are too many.
pub fn target(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(next) => path = folder_of(&path).join(next),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("is a broken link; fix or remove it"))
}

/// Makes an empty file beside another; it is removed unless it is moved into place.
///
/// # Errors
///
/// The folder cannot be written to.
pub fn fresh_file(path: &Path, readers: Readers) -> io::Result<NamedTempFile> {
    let name = name_of(path);
    let mut builder = Builder::new();
    builder.prefix(&name).rand_bytes(DRAWN);
    #[cfg(not(unix))]
    let _ = readers;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;

        // The system applies the umask of the process.
        builder.permissions(fs::Permissions::from_mode(match readers {
            Readers::All => 0o644,
            Readers::Owner => 0o600,
        }));
    }
    builder.tempfile_in(folder_of(path))
}

/// Says so if there is no folder for a file that the reader named.
///
/// # Errors
///
/// Names the file and the folder.
pub fn needs_folder(path: &Path) -> anyhow::Result<()> {
    let folder = folder_of(path);
    if !folder.exists() {
        anyhow::bail!("{}: there is no folder {}; make it first", path.display(), folder.display());
    }
    Ok(())
}

/// Whether a file still has the content it was read with (empty for a missing file): editors take no lock. Last, it checks that the file
/// that was read is still the one at this path, to leave as little time as possible before the caller acts.
pub fn is_still(path: &Path, before: &[u8]) -> bool {
    match same_file(path, before) {
        Ok(same) => same,
        Err(error) => error.kind() == ErrorKind::NotFound && before.is_empty(),
    }
}

fn same_file(path: &Path, before: &[u8]) -> io::Result<bool> {
    // Opening a pipe would wait for a writer.
    plain_file::plain(path)?;
    let mut file = File::open(path)?;
    let mut now = Vec::with_capacity(before.len() + 1);
    Read::take(&mut file, before.len() as u64 + 1).read_to_end(&mut now)?;
    let read = file.metadata()?;
    Ok(now == before && known_by(&fs::metadata(path)?) == known_by(&read))
}

/// A value that differs between files, and changes when a file does.
#[cfg(unix)]
fn known_by(file: &Metadata) -> impl PartialEq {
    use std::os::unix::fs::MetadataExt;

    (file.dev(), file.ino(), file.size(), file.mtime(), file.mtime_nsec(), file.ctime(), file.ctime_nsec())
}

#[cfg(not(unix))]
fn known_by(file: &Metadata) -> impl PartialEq {
    (file.len(), file.modified().ok())
}

/// The path of a file beside another, named after it.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

/// The folder of a file.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// How the name of a temporary file begins.
fn name_of(rules: &Path) -> OsString {
    let mut name = OsString::from(".");
    name.push(rules.file_name().unwrap_or_default());
    name.push(MARK);
    name
}
