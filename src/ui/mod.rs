//! Draws the program as cells. It changes nothing, and its cost depends only on what is visible. What it keeps of a frame
//! ([`Kept`]) saves work and shows nowhere.
//!
//! `&App + &Theme -> draw -> cells`. Each part of the screen is a view that borrows what it shows and clips itself. Everything
//! that comes from outside goes through glyphs, so that no control character can reach a terminal.

mod colour_words;
mod connectors;
mod coverage;
mod diff_breaks;
mod diff_margin;
mod diff_prose;
mod diff_standing;
mod diff_strip;
mod diffing;
mod footer;
mod from_right;
mod header;
mod helping;
mod hints;
mod hits;
mod ink;
mod kept;
mod kept_figures;
mod kept_rows;
mod listing;
mod listing_text;
mod margin;
mod matrix;
mod matrix_words;
mod one_fact;
mod overrides;
mod palette;
mod pane;
mod pane_context;
mod picking;
mod pointing;
mod prompt;
mod proposals;
mod prose;
mod question;
mod reading_place;
mod role;
mod route;
mod rules;
mod screen;
mod sentence;
mod standing;
mod standing_match;
mod story_cell;
mod story_names;
mod strip;
mod synopsis;
#[cfg(test)]
mod synopsis_tests;
mod table;
mod theme;
mod visible_rows;

#[cfg(test)]
mod agreement_tests;
#[cfg(test)]
mod changing_tests;
#[cfg(test)]
mod coverage_tests;
#[cfg(test)]
mod cursor_tests;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod diff_properties_tests;
#[cfg(test)]
mod diffing_tests;
#[cfg(test)]
mod edits_properties_tests;
#[cfg(test)]
mod footer_tests;
#[cfg(test)]
mod header_tests;
#[cfg(test)]
mod hits_tests;
#[cfg(test)]
mod kept_tests;
#[cfg(test)]
mod legend_tests;
#[cfg(test)]
mod listing_tests;
#[cfg(test)]
mod lit_tests;
#[cfg(test)]
mod margin_tests;
#[cfg(test)]
mod matrix_tests;
#[cfg(test)]
mod overrides_tests;
#[cfg(test)]
mod palette_tests;
#[cfg(test)]
mod pointing_tests;
#[cfg(test)]
mod prompt_tests;
#[cfg(test)]
mod row_tests;
#[cfg(test)]
mod rules_tests;
#[cfg(test)]
mod screen_tests;
#[cfg(test)]
mod sight_tests;
#[cfg(test)]
mod strip_tests;
#[cfg(test)]
mod table_tests;

pub use kept::Kept;
pub use overrides::Overrides;
pub use pointing::target;
pub use role::Role;
pub use screen::{draw, draw_cells};
pub use theme::{SECOND_UNDERLINE, Theme};
