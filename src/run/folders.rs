//! The folders for settings and state.
//!
//! Linux and the like follow the XDG base directories. macOS has its own, but people who work in a terminal there keep settings in
//! `~/.config`, so that is used unless only `~/Library/Application Support` has settings. Windows has `%APPDATA%\ibid` and
//! `%LOCALAPPDATA%\ibid`.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};

/// The name of the folders.
const NAME: &str = "ibid";

/// The folder of settings, rules and theme; `None` if the reader has no home.
pub fn settings() -> Option<PathBuf> {
    let usual = || ProjectDirs::from("", "", NAME).map(|folders| folders.config_dir().to_owned());
    on_this_system(["XDG_CONFIG_HOME", "APPDATA"], ".config", usual)
}

/// The folder of state kept between runs; `None` if the reader has no home.
pub fn state() -> Option<PathBuf> {
    let usual = || {
        let folders = ProjectDirs::from("", "", NAME)?;
        Some(folders.state_dir().unwrap_or(folders.data_local_dir()).to_owned())
    };
    on_this_system(["XDG_STATE_HOME", "LOCALAPPDATA"], ".local/state", usual)
}

fn on_this_system([xdg, windows]: [&str; 2], below_home: &str, usual: impl Fn() -> Option<PathBuf>) -> Option<PathBuf> {
    if let Some(folder) = env::var_os(windows).filter(|folder| cfg!(windows) && !folder.is_empty()) {
        return Some(PathBuf::from(folder).join(NAME));
    }
    let usual = usual()?;
    match BaseDirs::new().filter(|_| cfg!(target_os = "macos")) {
        Some(folders) => {
            let below_home = folders.home_dir().join(below_home);
            Some(on_macos(env::var_os(xdg), &below_home, usual, |folder| folder.is_dir()))
        }
        None => Some(usual),
    }
}

/// Chooses between the folder that the environment names, one in the home folder, and the one that macOS has for programs.
fn on_macos(named: Option<OsString>, below_home: &Path, usual: PathBuf, is_there: impl Fn(&Path) -> bool) -> PathBuf {
    if let Some(named) = named.map(PathBuf::from).filter(|named| named.is_absolute()) {
        return named.join(NAME);
    }
    let below_home = below_home.join(NAME);
    if is_there(&usual) && !is_there(&below_home) { usual } else { below_home }
}

/// A path as people and other programs write it: Windows returns real paths with a prefix that many programs do not know.
pub fn usual_form(path: PathBuf) -> PathBuf {
    match path.to_str().filter(|_| cfg!(windows)).and_then(without_prefix) {
        Some(usual) => PathBuf::from(usual),
        None => path,
    }
}

/// Removes `\\?\` from the path of a drive, and turns `\\?\UNC\` into a share.
fn without_prefix(path: &str) -> Option<String> {
    let rest = path.strip_prefix(r"\\?\")?;
    match rest.strip_prefix(r"UNC\") {
        Some(share) => Some(format!(r"\\{share}")),
        None => rest.get(1..3).filter(|drive| *drive == r":\").map(|_| rest.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::{Path, PathBuf};

    use super::{on_macos, without_prefix};

    #[test]
    fn the_prefix_of_windows_is_taken_off_where_the_path_is_the_same_without() {
        let table = [
            (r"\\?\C:\News\a.txt", Some(r"C:\News\a.txt")),
            (r"\\?\UNC\desk\news\a.txt", Some(r"\\desk\news\a.txt")),
            (r"\\?\Volume{1}\a.txt", None),
            (r"\\desk\news\a.txt", None),
            (r"C:\News\a.txt", None),
        ];
        for (path, usual) in table {
            assert_eq!(without_prefix(path).as_deref(), usual, "{path}");
        }
    }

    #[test]
    fn on_macos_the_environment_comes_first_then_what_is_there_then_the_home() {
        let (home, library) = (Path::new("/home/.config"), PathBuf::from("/home/Library/Application Support/ibid"));
        let chosen = |named: Option<&str>, there: &[&Path]| {
            on_macos(named.map(OsString::from), home, library.clone(), |folder| there.contains(&folder))
        };
        let (config, of_library) = (home.join("ibid"), library.clone());
        assert_eq!(chosen(Some("/x"), &[&config, &of_library]), Path::new("/x/ibid"));
        assert_eq!(chosen(Some("not/absolute"), &[]), config);
        assert_eq!(chosen(None, &[]), config);
        assert_eq!(chosen(None, &[&of_library]), of_library);
        assert_eq!(chosen(None, &[&config, &of_library]), config);
    }
}
