//! The program as a value: what is open, where the reader stands, what a key does. Without terminal, files or clock.
//!
//! `Event -> update(&mut App) -> Vec<Effect>`; effects are carried out in `run`, which answers with events.

mod abreast;
mod action;
mod app;
mod arrive;
mod between;
mod bindings;
mod bound;
mod carry;
mod columns;
mod command;
mod config_keys;
mod config_open;
mod config_sources;
mod config_text;
mod diff_job;
mod diff_steps;
mod diff_view;
mod diffing;
mod dimmed;
mod elsewhere;
mod event;
mod follow;
mod fuzzy;
mod geometry;
mod grid;
mod help;
mod helping;
mod hide;
mod homes;
mod jumps;
mod kept_rules;
mod key;
mod keymap;
mod line;
mod listing;
mod lit;
mod matches;
mod motion;
mod notes;
mod notes_text;
mod noting;
mod order;
mod pair_places;
mod pane;
mod picker;
mod place;
mod pointer;
mod prompt;
mod proposals;
mod pull;
mod recall;
mod reopen;
mod reviewed;
mod row;
mod rows;
mod rule_list;
mod scopes;
mod search;
mod seats;
mod set_text;
mod settings;
mod sharing;
mod shelf;
mod since;
mod start;
mod step;
mod steps;
mod survey;
mod tableau;
mod telling;
mod together;
mod undo;
mod update;

#[cfg(test)]
mod app_tests;
#[cfg(test)]
mod carry_tests;
#[cfg(test)]
mod config_tests;
#[cfg(test)]
mod diffing_tests;
#[cfg(test)]
mod elsewhere_tests;
#[cfg(test)]
mod follow_tests;
#[cfg(test)]
mod grid_tests;
#[cfg(test)]
mod hide_tests;
#[cfg(test)]
mod homes_tests;
#[cfg(test)]
mod keymap_tests;
#[cfg(test)]
mod listing_tests;
#[cfg(test)]
mod lit_tests;
#[cfg(test)]
mod notes_text_tests;
#[cfg(test)]
mod noting_tests;
#[cfg(test)]
mod pair_places_tests;
#[cfg(test)]
mod picker_tests;
#[cfg(test)]
mod prompt_tests;
#[cfg(test)]
mod properties_tests;
#[cfg(test)]
pub(crate) mod reader;
#[cfg(test)]
mod reopen_tests;
#[cfg(test)]
mod reviewed_tests;
#[cfg(test)]
mod row_properties_tests;
#[cfg(test)]
mod row_tests;
#[cfg(test)]
mod rule_list_tests;
#[cfg(test)]
mod search_tests;
#[cfg(test)]
mod shelf_tests;
#[cfg(test)]
mod stale_tests;

pub use abreast::Abreast;
pub use app::{App, Message, Mode, Tone, Typed};
pub use bindings::BINDINGS;
pub use bound::{Bound, Clash, Found, Keymap, Override};
pub use carry::Edit;
pub use command::{Candidate, nearest};
pub use config_keys::keymap_toml;
pub use config_open::{OpenCommand, configured_commands};
pub use config_sources::configured_sources;
pub use config_text::{OPTIONS, configured};
pub use diff_job::{DiffJob, Diffed, Version};
pub use diff_view::{DiffView, Layout};
pub use event::{
    Answer, Compared, Effect, Event, Gathered, Gathering, Hits, Job, Masked, Quest, Reopened, Reread, Saved, Traced,
    Tracing, Written,
};
pub use geometry::{Area, BesideArea, Geometry, LEAST, MOST_PANES, PaneArea, Size};
pub use grid::{Grid, Sorted};
pub use help::{HelpLine, HelpSheet};
pub use key::{Code, Key, Keys};
pub use keymap::{Action, Binding, Group, Phase};
pub use line::Line;
pub use listing::{Goal, ListRow, Listed, Listing};
pub use lit::Lit;
pub use notes::{Note, NoteChange, Noted, Notes};
pub use notes_text::NotesText;
pub use noting::{NOTED, Standing as NoteStanding};
pub use pair_places::{KeptPair, KeptPlace, SetPlaces};
pub use pane::Pane;
pub use picker::{Picker, SCOPES, ScopeChoice};
pub use place::Standing;
pub use pointer::{Gesture, Target};
pub use prompt::{Asked, Prompt};
pub use proposals::Proposals;
pub use reviewed::{Review, ReviewMark, Reviewed, mark_of_paragraph, marks_of};
pub use row::{Neighbour, Seat};
pub use rows::{Narrowed, Narrowing, Rows};
pub use rule_list::RuleList;
pub use search::Search;
pub use set_text::{set_places, set_text};
pub use settings::Settings;
pub use sharing::Sharing;
pub use since::{OnDisk, Since, Touched};
pub use steps::Step;
pub use survey::{Found as Finding, Question, Survey, Surveyed, Told};
pub use tableau::Tableau;
pub use telling::{HelpRow, help, markdown, said, written};
pub use update::update;
