//! Opens files that the program itself cannot read, with commands from the settings, never through a shell.
//!
//! A command's time and output are limited; its output is cached by path, time, size and command.

use std::fs::{self, Metadata};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, SystemTime};

use directories::ProjectDirs;
use globset::{Glob, GlobMatcher};

use super::fresh::{Readers, folder_of, fresh_file};
use super::request::Request;
use super::{config, documents};
use crate::app::OpenCommand;
use crate::article::{Helper, How};
use crate::kinds::{Kind, Reader, With};
use crate::text::{fingerprint, visible};

/// The most bytes a command may print.
const MOST: u64 = 64 << 20;
/// How long it may take.
const LONGEST: Duration = Duration::from_secs(60);

/// How files are opened.
#[derive(Clone, Debug, Default)]
pub struct Openers {
    /// The options for all files.
    pub with: With,
    commands: Arc<Vec<(GlobMatcher, OpenCommand)>>,
    /// The settings file, which can name commands.
    settings: Option<PathBuf>,
    /// The folder of the cache.
    cache: Option<PathBuf>,
}

impl Openers {
    /// Reads the request and the settings; also returns problems with the patterns.
    pub fn of(request: &Request) -> (Self, Vec<String>) {
        let (named, mut complaints) = (config::commands(&request.config), Vec::new());
        let mut commands = Vec::new();
        for command in named {
            match Glob::new(&command.glob) {
                Ok(glob) => commands.push((glob.compile_matcher(), command)),
                Err(error) => {
                    complaints.push(format!("[open]: `{}` is not a file pattern: {}", command.glob, error.kind()))
                }
            }
        }
        let cache = ProjectDirs::from("", "", "ibid").map(|folders| folders.cache_dir().join("open"));
        let settings = config::path(&request.config).ok();
        (Self { with: request.with.clone(), commands: Arc::new(commands), settings, cache }, complaints)
    }

    /// How files are read.
    pub fn how(&self) -> How<'_> {
        How { with: &self.with, helper: self }
    }

    /// The patterns, each with its program.
    pub fn named(&self) -> impl Iterator<Item = (&str, &str)> {
        self.commands
            .iter()
            .map(|(_, command)| (command.glob.as_str(), command.words.first().map_or("", String::as_str)))
    }

    fn command(&self, file: &Path) -> Option<&OpenCommand> {
        let name = file.file_name().unwrap_or_default();
        let fits = |glob: &GlobMatcher, command: &OpenCommand| {
            if command.glob.contains('/') { glob.is_match(file) } else { glob.is_match(name) }
        };
        self.commands.iter().find(|(glob, command)| fits(glob, command)).map(|(_, command)| command)
    }

    fn answer(&self, file: &Path, command: &OpenCommand) -> Result<Vec<u8>, String> {
        let kept = fs::metadata(file).ok().and_then(|found| self.place(file, &found, command));
        if let Some(answer) = kept.as_ref().and_then(|kept| fs::read(kept).ok()) {
            return Ok(answer);
        }
        if !is_address(file) && !file.exists() {
            return Err("no such file".to_owned());
        }
        let answer = asked(file, command)?;
        if let Some(kept) = kept {
            // What cannot be cached is read again next time.
            let _ = keep(&kept, &answer);
        }
        Ok(answer)
    }

    /// The cache file for the output of a command.
    fn place(&self, file: &Path, found: &Metadata, command: &OpenCommand) -> Option<PathBuf> {
        let time = found.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_nanos();
        let path = file.canonicalize().ok()?;
        let known = format!("{}\0{time}\0{}\0{:?}", path.display(), found.len(), command.words);
        Some(self.cache.as_ref()?.join(format!("{:016x}", fingerprint(known.as_bytes()))))
    }
}

/// Caches an output whole or not at all, so that half of one is never read; only the reader may read it.
fn keep(place: &Path, answer: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder_of(place))?;
    let mut fresh = fresh_file(place, Readers::Owner)?;
    fresh.write_all(answer)?;
    fresh.persist(place)?;
    Ok(())
}

impl Helper for Openers {
    fn help(&self, file: &Path) -> Option<Result<(Vec<u8>, String), String>> {
        let command = match self.command(file) {
            Some(command) => command,
            None if is_address(file) && !file.exists() => return Some(Err(self.unfetched(file))),
            None if documents::reads(file) => {
                return Some(documents::read(file).map(|text| (text, "answer.md".to_owned())));
            }
            None => return None,
        };
        let name = format!("answer.{}", command.gives.endings().first().unwrap_or(&"txt"));
        let program = command.words.first().map_or("", String::as_str);
        Some(self.answer(file, command).map(|answer| (answer, name)).map_err(|reason| match reason.as_str() {
            "no such file" => reason,
            _ => format!("cannot be opened: {program} {reason}"),
        }))
    }

    fn helps(&self, file: &Path) -> bool {
        self.command(file).is_some() || is_address(file) || documents::reads(file)
    }

    fn hint(&self, kind: Kind) -> Option<String> {
        let Reader::Command(glob, words) = kind.reader() else { return None };
        Some(format!("to open it, put \"{glob}\" = {words} under [open] in {}", self.place_of_settings()))
    }
}

impl Openers {
    fn unfetched(&self, address: &Path) -> String {
        let place = self.place_of_settings();
        let scheme = if address.starts_with("http:") { "http" } else { "https" };
        format!(
            "is a web address; to fetch addresses, put \"{scheme}://*\" = [\"curl\", \"-sSfL\", \"--max-time\", \"20\", \"{{}}\"] under [open] in {place}"
        )
    }

    fn place_of_settings(&self) -> String {
        self.settings
            .as_ref()
            .map_or_else(|| "the settings".to_owned(), |path| visible(&path.to_string_lossy()).into_owned())
    }
}

fn is_address(file: &Path) -> bool {
    file.to_str().is_some_and(|name| name.starts_with("https://") || name.starts_with("http://"))
}

/// Runs a command; the error is worded to follow the program's name.
fn asked(file: &Path, command: &OpenCommand) -> Result<Vec<u8>, String> {
    // A name that begins with a dash would be taken for an option.
    let dashed = file.to_string_lossy().starts_with('-');
    let path = if dashed { Path::new(".").join(file) } else { file.to_owned() };
    let words = command.words.iter().map(|word| match word.as_str() {
        "{}" => path.clone().into_os_string(),
        word => word.replace("{}", &path.to_string_lossy()).into(),
    });
    let mut words = words.collect::<Vec<_>>().into_iter();
    let mut program = Command::new(words.next().unwrap_or_default());
    program.args(words).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => "is not installed".to_owned(),
        _ => format!("could not be started: {error}"),
    })?;
    let (sender, receiver) = channel();
    let (out, errors) = (child.stdout.take(), child.stderr.take());
    let read = move || {
        let listening = thread::spawn(move || first_complaint(errors));
        let mut answer = Vec::new();
        let read = out.map_or(Ok(0), |out| out.take(MOST + 1).read_to_end(&mut answer));
        // Nobody listens any longer if it took too long.
        let _ = sender.send((read.map(|_| answer), listening.join().unwrap_or_default()));
    };
    let started = thread::Builder::new().name("opening".to_owned()).spawn(read);
    if started.is_err() {
        end(&mut child);
        return Err("could not be read".to_owned());
    }
    let Ok((answer, errors)) = receiver.recv_timeout(LONGEST) else {
        end(&mut child);
        return Err(format!("took more than {} seconds", LONGEST.as_secs()));
    };
    let answer = answer.map_err(|error| format!("could not be read: {error}"))?;
    if answer.len() as u64 > MOST {
        end(&mut child);
        return Err(format!("printed more than {} MB", MOST >> 20));
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(answer),
        Ok(status) if errors.is_empty() => Err(format!("ended with {status}")),
        Ok(_) => Err(format!("said: {errors}")),
        Err(error) => Err(format!("did not finish: {error}")),
    }
}

/// The first line that a command wrote to standard error; reads the rest too, because the command might wait for that.
fn first_complaint(errors: Option<impl Read>) -> String {
    let mut heard = Vec::new();
    if let Some(mut errors) = errors {
        let _ = errors.by_ref().take(4096).read_to_end(&mut heard);
        let _ = io::copy(&mut errors, &mut io::sink());
    }
    let heard = String::from_utf8_lossy(&heard);
    heard.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_owned()
}

fn end(child: &mut Child) {
    // It may have ended meanwhile.
    let _ = child.kill();
    let _ = child.wait();
}
