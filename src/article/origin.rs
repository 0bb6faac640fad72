//! The origin of an article: a file, standard input or the program itself.

use std::path::PathBuf;

/// The separator between the path of a file and the key of an article in it.
pub const BESIDE: char = '#';

/// Where an article came from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A file.
    File {
        /// The path as it was named.
        named: PathBuf,
        /// The canonical path, by which the file is recognised however it was named.
        place: PathBuf,
    },
    /// The standard input.
    Stdin,
    /// The program itself, under this name.
    Bundled(String),
}

impl Origin {
    /// Returns the path as it was named, for output, if it is a file.
    pub fn path(&self) -> Option<String> {
        match self {
            Origin::File { named, .. } => Some(named.display().to_string()),
            Origin::Stdin | Origin::Bundled(_) => None,
        }
    }

    /// Returns the canonical path, if it is a file.
    pub fn place(&self) -> Option<&PathBuf> {
        match self {
            Origin::File { place, .. } => Some(place),
            Origin::Stdin | Origin::Bundled(_) => None,
        }
    }

    /// Returns the origin of one of several articles in a file, by its key.
    pub fn part(&self, key: Option<&str>) -> Self {
        match (self, key) {
            (Origin::File { named, place }, Some(key)) => {
                let mut part = place.clone().into_os_string();
                part.push(format!("{BESIDE}{}", key.replace('/', ":")));
                Origin::File { named: named.clone(), place: part.into() }
            }
            _ => self.clone(),
        }
    }

    /// Whether it is one of several articles in a file.
    pub fn is_part(&self) -> bool {
        matches!(self, Origin::File { named, place } if named.file_name() != place.file_name())
    }

    /// Returns the canonical path of the file it is in.
    pub fn place_of_file(&self) -> Option<PathBuf> {
        let (named, place) = (self.file()?, self.place()?);
        Some(if self.is_part() { place.with_file_name(named.file_name()?) } else { place.clone() })
    }

    /// Returns the file it is in, which may hold several articles.
    pub fn file(&self) -> Option<&PathBuf> {
        match self {
            Origin::File { named, .. } => Some(named),
            Origin::Stdin | Origin::Bundled(_) => None,
        }
    }

    /// Returns the source to which a rule can be limited: the folder of the file, or else its name without the extension. A bundled article
    /// is its own source.
    pub fn source(&self) -> String {
        let path = match self {
            Origin::File { place, .. } => place,
            Origin::Stdin => return "stdin".to_owned(),
            Origin::Bundled(name) => return name.clone(),
        };
        let folder = path.parent().and_then(|folder| folder.file_name());
        folder.or(path.file_stem()).unwrap_or_default().to_string_lossy().into_owned()
    }
}
