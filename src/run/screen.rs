//! Runs the screen, from the settings until the reader leaves.

use anyhow::Result;

use super::appearance::Appearance;
use super::colours::{Colours, ThemeName};
use super::ending::Ending;
use super::links::has_double_underlines;
use super::opened::Opened;
use super::out::complain;
use super::places::ConfigPlace;
use super::theme_file::overrides_of;
use super::{config, event_loop};
use crate::app::DiffOpening;
use crate::text::visible;

/// Shows what was opened until the reader leaves.
///
/// # Errors
///
/// The terminal cannot be used.
pub fn shown(opened: Opened, colours: Colours, theme: Option<ThemeName>, place: &ConfigPlace) -> Result<Ending> {
    shown_at_once(opened, colours, theme, place).map(|(ending, _)| ending)
}

/// Shows what was opened until the reader leaves, and tells what came of a comparison that was awaited.
///
/// # Errors
///
/// The terminal cannot be used.
pub fn shown_at_once(
    mut opened: Opened,
    colours: Colours,
    theme: Option<ThemeName>,
    place: &ConfigPlace,
) -> Result<(Ending, DiffOpening)> {
    let (settings, misread) = config::read(place);
    let set = || settings.theme.as_ref().and_then(|name| ThemeName::read(name.into()).ok());
    let theme = theme.or_else(|| set().map(|theme| theme.beside(place)));
    let (overrides, mistaken) = overrides_of(theme.as_ref());
    opened.complaints.append(&mut opened.notices);
    opened.complaints.extend(misread.iter().chain(&mistaken).map(|complaint| visible(complaint).into_owned()));
    if let Some(unread) = &mut opened.unread {
        unread.remarks.clone_from(&opened.complaints);
    }
    let mut noticed = Vec::new();
    let appearance = Appearance { colours: colours.named(theme.as_ref()), overrides, double: has_double_underlines() };
    let left = event_loop::show(opened, appearance, settings, &mut noticed);
    let complaints: Vec<String> = noticed.iter().map(|complaint| visible(complaint).into_owned()).collect();
    complain(&complaints);
    let (signal, opening) = left?;
    Ok((signal.map_or_else(|| Ending::with(complaints.len()), Ending::Signal), opening))
}
