//! Themes by name.

use std::path::PathBuf;

use super::colours::{ColourDepth, Colours, ThemeName};
use super::places::ConfigPlace;

#[test]
fn a_named_theme_wins_over_the_ground_where_there_are_colours_enough() {
    let dark = Some(&ThemeName::Dark);
    assert_eq!(Colours::Asked(ColourDepth::Full).named(dark), Colours::Dark(ColourDepth::Full));
    assert_eq!(Colours::Light(ColourDepth::Table).named(dark), Colours::Dark(ColourDepth::Table));
    assert_eq!(Colours::Plain.named(dark), Colours::Plain);
    assert_eq!(Colours::Sixteen.named(dark), Colours::Sixteen);
    for unnamed in [None, Some(&ThemeName::Auto), Some(&ThemeName::File(PathBuf::new()))] {
        assert_eq!(Colours::Light(ColourDepth::Full).named(unnamed), Colours::Light(ColourDepth::Full));
    }
}

#[test]
fn a_theme_file_is_looked_for_beside_the_configuration_that_names_it() {
    let place = ConfigPlace::File(PathBuf::from("folder/config.toml"));
    let beside = |path: &str| ThemeName::File(PathBuf::from(path)).beside(&place);
    assert_eq!(beside("mine.toml"), ThemeName::File(PathBuf::from("folder/mine.toml")));
    assert_eq!(beside("/else/mine.toml"), ThemeName::File(PathBuf::from("/else/mine.toml")));
    assert_eq!(ThemeName::Dark.beside(&place), ThemeName::Dark);
}
