//! Where an article came from.

use std::path::PathBuf;

/// What stands between the place of a file and the key of one of several articles in it.
pub const BESIDE: char = '#';

/// Where an article came from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A file.
    File {
        /// Its path as it was named.
        named: PathBuf,
        /// Its own name in the folder where it really stands, however it was named: by this it is known again.
        place: PathBuf,
    },
    /// The standard input.
    Stdin,
    /// The program itself, under this name.
    Bundled(String),
}

impl Origin {
    /// The path as it was named, for what is printed; none for what is no file.
    pub fn path(&self) -> Option<String> {
        match self {
            Origin::File { named, .. } => Some(named.display().to_string()),
            Origin::Stdin | Origin::Bundled(_) => None,
        }
    }

    /// The file's own name in the folder where it really stands; none for what is no file.
    pub fn place(&self) -> Option<&PathBuf> {
        match self {
            Origin::File { place, .. } => Some(place),
            Origin::Stdin | Origin::Bundled(_) => None,
        }
    }

    /// The origin of one of several articles of a file, which has a key there.
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

    /// Whether it is one of several articles of a file.
    pub fn is_part(&self) -> bool {
        matches!(self, Origin::File { named, place } if named.file_name() != place.file_name())
    }

    /// The own name, in the folder where it really stands, of the file it stands in.
    pub fn place_of_file(&self) -> Option<PathBuf> {
        let (named, place) = (self.file()?, self.place()?);
        Some(if self.is_part() { place.with_file_name(named.file_name()?) } else { place.clone() })
    }

    /// The file it stands in; several articles may stand in one.
    pub fn file(&self) -> Option<&PathBuf> {
        match self {
            Origin::File { named, .. } => Some(named),
            Origin::Stdin | Origin::Bundled(_) => None,
        }
    }

    /// The source a rule can be scoped to: the folder the file stands in, else the file's name without
    /// its ending; a bundled article is a source of its own.
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
