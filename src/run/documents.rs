//! Reads office files, e-books and PDF inside the program, as Markdown, like the output of a command, if it is built with the feature
//! `documents`. That crate is large, so the feature is off by default.

#[cfg(feature = "documents")]
pub(super) use within::{known, read, reads};

/// Returns a document's text as Markdown.
#[cfg(not(feature = "documents"))]
pub(super) fn read(_: &std::path::Path) -> Result<Vec<u8>, String> {
    Err("is not read by this build".to_owned())
}

/// Whether it reads files with this name.
#[cfg(not(feature = "documents"))]
pub(super) fn reads(_: &std::path::Path) -> bool {
    false
}

/// Whether it reads files with this extension.
#[cfg(not(feature = "documents"))]
pub(super) fn known(_: &str) -> bool {
    false
}

#[cfg(feature = "documents")]
mod within {
    use std::fs::File;
    use std::io::Read;
    use std::path::Path;
    use std::sync::mpsc::channel;
    use std::thread;
    use std::time::Duration;

    use anydoc::{Format, to_markdown_bytes};

    /// The most bytes of a document that are read.
    const MOST: u64 = 64 << 20;
    /// How long reading may take.
    const LONGEST: Duration = Duration::from_secs(60);

    /// Whether it reads files with this name. DOCX is not among them: ibid reads it itself, with its tracked changes.
    pub fn reads(file: &Path) -> bool {
        file.extension().and_then(|ending| ending.to_str()).is_some_and(known) && file.is_file()
    }

    /// Whether it reads files with this extension.
    pub fn known(ending: &str) -> bool {
        !matches!(Format::from_extension(ending), None | Some(Format::Docx | Format::Csv))
    }

    /// Returns a document's text as Markdown.
    ///
    /// Reads it on its own thread, so that nobody waits for one that fails or takes too long.
    pub fn read(file: &Path) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        let opened = File::open(file).and_then(|file| file.take(MOST + 1).read_to_end(&mut bytes));
        opened.map_err(|error| format!("could not be read: {error}"))?;
        if bytes.len() as u64 > MOST {
            return Err(format!("is longer than {} MB", MOST >> 20));
        }
        let named = file.extension().and_then(|ending| ending.to_str()).and_then(Format::from_extension);
        let (sender, receiver) = channel();
        let work = move || {
            let format = Format::from_bytes(&bytes).or(named);
            // Nobody listens any longer if it took too long.
            let _ = sender.send(to_markdown_bytes(&bytes, format).map_err(|error| error.to_string()));
        };
        let started = thread::Builder::new().name("document".to_owned()).spawn(work);
        started.map_err(|error| format!("could not be read: {error}"))?;
        match receiver.recv_timeout(LONGEST) {
            Ok(read) => read.map(String::into_bytes).map_err(|reason| format!("could not be read: {reason}")),
            Err(_) => Err("could not be read".to_owned()),
        }
    }
}
