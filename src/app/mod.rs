//! The program as a value: what is open, where the reader stands, what a key does. Without terminal, files or clock.
//!
//! `Event -> update(&mut App) -> Vec<Effect>`; effects are carried out in `run`, which answers with events.

pub mod keys;

pub mod layout;

pub mod memory;

pub mod settings;

pub mod jobs;

mod app;
mod arrive;
mod carry;
mod command;
mod diff_job;
mod diff_steps;
mod diff_view;
mod diffing;
mod dimmed;
mod elsewhere;
mod follow;
mod grid;
mod help;
mod helping;
mod hide;
mod homes;
mod jumps;
mod kept_rules;
mod line;
mod listing;
mod lit;
mod matches;
mod motion;
mod noting;
mod order;
mod pair_places;
mod pair_view;
mod pairing;
mod pane;
mod panes;
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
mod sharing;
mod shelf;
mod since;
mod start;
mod step;
mod survey;
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

pub use app::{App, Message, Mode, Tone, Typed};
pub use command::Candidate;
pub use diff_job::Version;
pub use diff_view::{DiffView, Layout};
pub use grid::{Grid, Sorted};
pub use help::{HelpLine, HelpSheet};
pub use jobs::{
    Alone, Answer, Compared, DiffJob, Diffed, Early, Edit, Effect, Event, FoldedArticles, Found as Finding, Gathered,
    Gathering, Goal, Hands, Hits, Job, ListRow, Listed, Lookup, Masked, NOTED, Narrowed, Narrowing, Quest, Question,
    Reopened, Reread, Rows, Saved, Survey, Surveyed, Told, Traced, Tracing, Written,
};
pub use keys::{
    Action, BINDINGS, Binding, Bound, Clash, Code, Found, Group, HelpRow, Key, Keymap, Keys, Override, Phase,
    action_named, help, markdown, said, written,
};
pub use layout::{Area, BesideArea, Geometry, Gesture, LEAST, MOST_PANES, PaneArea, PaneIx, Size, Tableau, Target};
pub use line::Line;
pub use listing::Listing;
pub use lit::Lit;
pub use memory::{
    KeptPair, KeptPlace, Note, NoteChange, Noted, Notes, NotesText, OnDisk, Review, ReviewMark, Reviewed, SetPlaces,
    Since, Step, Touched, mark_of_paragraph, marks_of, set_places, set_text,
};
pub use pair_view::{PairView, StandingNote};
pub use pairing::Pairing;
pub use pane::Pane;
pub use picker::{Picker, SCOPES, ScopeChoice};
pub use place::Standing;
pub use prompt::{Asked, Prompt};
pub use proposals::Proposals;
pub use reopen::greeting;
pub use row::Row;
pub use rule_list::RuleList;
pub use search::Search;
pub use settings::{OPTIONS, Settings, configured, configured_sources, keymap_toml, nearest};
pub use sharing::Sharing;
pub use update::update;
