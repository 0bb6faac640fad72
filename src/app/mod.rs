//! The program as a value: what is open, where the reader stands, what a key does. Without terminal, files or clock.
//!
//! `Event -> update(&mut App) -> Vec<Effect>`; effects are carried out in `run`, which answers with events.

pub mod keys;

pub mod layout;

pub mod memory;

pub mod settings;

pub mod jobs;

mod anchors;
mod app;
#[cfg(test)]
mod app_tests;
mod arrive;
mod asking;
mod carried;
mod carry;
#[cfg(test)]
mod carry_tests;
mod choosing;
mod collating;
mod coming_back;
mod command;
mod comparing;
#[cfg(test)]
mod config_tests;
mod desk;
mod diff_job;
mod diff_settings;
mod diff_steps;
mod diff_view;
mod diffing;
#[cfg(test)]
mod diffing_tests;
mod dimmed;
mod done;
mod elsewhere;
#[cfg(test)]
mod elsewhere_tests;
mod figures;
mod finding;
mod follow;
#[cfg(test)]
mod follow_tests;
mod grid;
#[cfg(test)]
mod grid_tests;
mod help;
mod helping;
mod hide;
#[cfg(test)]
mod hide_tests;
mod history;
mod homes;
#[cfg(test)]
mod homes_tests;
mod in_synopsis;
mod jumps;
#[cfg(test)]
mod keymap_tests;
mod leaving;
mod library;
mod lighting;
mod line;
mod listing;
#[cfg(test)]
mod listing_tests;
mod lit;
#[cfg(test)]
mod lit_tests;
mod marking;
mod masks;
mod matches;
mod matrix;
mod mode;
mod motion;
mod mouse;
mod narrating;
#[cfg(test)]
mod notes_text_tests;
mod noting;
#[cfg(test)]
mod noting_tests;
mod order;
mod pages;
mod pair_places;
#[cfg(test)]
mod pair_places_tests;
mod pair_view;
mod pairing;
mod pane;
mod panes;
mod picker;
#[cfg(test)]
mod picker_tests;
mod picking;
mod place;
mod pointer;
#[cfg(test)]
mod prompt_tests;
mod prompting;
#[cfg(test)]
mod properties_tests;
mod proposals;
mod proposing;
mod pull;
#[cfg(test)]
pub(crate) mod reader;
mod reading;
mod recall;
mod reopen;
#[cfg(test)]
mod reopen_tests;
mod reviewed;
#[cfg(test)]
mod reviewed_tests;
mod rolling;
mod row;
#[cfg(test)]
mod row_properties_tests;
#[cfg(test)]
mod row_tests;
mod rows;
mod rule_list;
#[cfg(test)]
mod rule_list_tests;
mod rules;
mod ruling;
mod saving;
mod scopes;
#[cfg(test)]
mod search_tests;
mod searching;
mod sharing;
mod shelf;
#[cfg(test)]
mod shelf_tests;
mod since;
#[cfg(test)]
mod stale_tests;
mod start;
mod status;
mod step;
mod story_grid;
mod survey;
mod surveyed;
mod synopsis;
#[cfg(test)]
mod synopsis_tests;
mod together;
mod travel;
mod unbound;
mod undoing;
mod update;

pub use app::App;
pub use coming_back::come_back;
pub use command::Candidate;
pub use desk::{Desk, Diff, Memory, View};
pub use diff_settings::{Layout, Version};
pub use diff_view::DiffView;
pub use dimmed::would_hide;
pub use finding::{Search, Searching};
pub use grid::{Grid, Sorted};
pub use help::{HelpLine, HelpSheet, help_filter, help_row, help_sheet};
pub use homes::homes;
pub use jobs::{
    Alone, Answer, Compared, DiffJob, Diffed, Early, Edit, Effect, Event, FoldedArticles, Found as Finding, Gathered,
    Gathering, Goal, Hands, Hits, Job, ListRow, Listed, Lookup, Masked, Narrated, Narrowed, Narrowing, Quest, Question,
    Reopened, Reread, Rows, Saved, Story, Survey, Surveyed, Told, Traced, Tracing, Written,
};
pub use keys::{
    Action, BINDINGS, Binding, Bound, Clash, Code, Found, Group, HelpRow, Key, Keymap, Keys, LegendRow, Override,
    Phase, action_named, help, legend, markdown, said, written,
};
pub use layout::{
    Area, BesideArea, Geometry, Gesture, LEAST, MOST_PANES, PaneArea, PaneIx, Size, StoryFrame, Tableau, Target,
};
pub use library::Library;
pub use lighting::alone;
pub use line::Line;
pub use listing::Listing;
pub use lit::Lit;
pub use matrix::{article_in, cell, tableau};
pub use memory::{
    KeptPair, KeptPlace, Note, NoteChange, Noted, Notes, NotesText, OnDisk, Review, ReviewMark, Reviewed, SetPlaces,
    Since, Step, Touched, mark_of_paragraph, marks_of, remarks, set_places, set_text,
};
pub use mode::{Asked, Mode, Prompt};
pub use narrating::Narrating;
pub use noting::{notes_at, paragraph_note};
pub use pair_places::places_to_keep;
pub use pair_view::{PairView, StandingNote, pair_view};
pub use pairing::Pairing;
pub use pane::Pane;
pub use panes::shown_panes;
pub use picker::{Picker, SCOPES, ScopeChoice};
pub use place::{Standing, also_in, copies, standing};
pub use proposals::Proposals;
pub use recall::candidates;
pub use reopen::greet;
pub use reviewed::is_reviewed;
pub use row::Row;
pub use rows::list_row;
pub use rule_list::RuleList;
pub use rules::Rules;
pub use ruling::listed;
pub use searching::hits_of;
pub use settings::{
    OPTIONS, OpenCommand, Settings, configured, configured_commands, configured_sources, keymap_toml, nearest,
};
pub use sharing::Sharing;
pub use start::{open, open_diff, open_heads, take_settings};
pub use status::{Message, Tone, Typed};
pub use story_grid::{StoryGrid, StoryLine, StorySieve, StorySort};
pub use synopsis::{story_frame, story_row};
pub use update::update;
