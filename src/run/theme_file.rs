//! The theme file on disk: read, never written.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::colours::ThemeName;
use super::folders;
use super::plain_file;
use crate::ui::Overrides;

/// The most bytes of a file that are read; a larger one is not ours.
const LARGEST: u64 = 1 << 20;

/// A theme for readers who need contrast.
const HIGH_CONTRAST: &str = include_str!("../../assets/high-contrast.toml");

/// Reads what changes of the usual theme: for high contrast, or by the reader's file. Also returns problems, one sentence each.
pub fn overrides_of(theme: Option<&ThemeName>) -> (Overrides, Vec<String>) {
    match theme {
        Some(ThemeName::HighContrast) => (Overrides::read(HIGH_CONTRAST).0, Vec::new()),
        Some(ThemeName::File(path)) => overrides(Some(path)),
        _ => overrides(None),
    }
}

/// Reads the reader's changes to the theme from this file, or else from `theme.toml` beside the rules, if it exists; also returns problems,
/// one sentence each.
fn overrides(named: Option<&Path>) -> (Overrides, Vec<String>) {
    let Some(path) = named.map(Path::to_owned).or_else(usual) else { return (Overrides::default(), Vec::new()) };
    let shown = path.display();
    let text = match text(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound && named.is_none() => return Default::default(),
        Err(error) => {
            let complaint = format!("{shown}: cannot read the theme: {error}; using the default theme");
            return (Overrides::default(), vec![complaint]);
        }
    };
    let (overrides, misread) = Overrides::read(&text);
    (overrides, misread.iter().map(|misread| format!("{shown}:{misread}")).collect())
}

fn text(path: &Path) -> std::io::Result<String> {
    let bytes = plain_file::read(path, LARGEST)?;
    String::from_utf8(bytes).map_err(|_| std::io::Error::other("not UTF-8 text"))
}

fn usual() -> Option<PathBuf> {
    folders::settings().map(|folder| folder.join("theme.toml"))
}

#[cfg(test)]
mod tests {
    use super::{HIGH_CONTRAST, overrides_of};
    use crate::run::ThemeName;
    use crate::ui::Overrides;

    #[test]
    fn the_theme_of_high_contrast_needs_no_file_and_has_no_mistakes() {
        let (own, misread) = Overrides::read(HIGH_CONTRAST);
        assert!(misread.is_empty(), "{misread:?}");
        let (overrides, problems) = overrides_of(Some(&ThemeName::HighContrast));
        assert!(
            problems.is_empty() && overrides.dark() == own.dark() && overrides.dark() != Overrides::default().dark()
        );
    }
}
