//! The program as a value: what is open, where the reader is, what a key does. It has no terminal, files or clock.
//!
//! `Event -> update(&mut App) -> Vec<Effect>`; effects are carried out in `run`, which answers with events.

pub mod keys;

pub mod layout;

pub mod memory;

pub mod settings;

pub mod jobs;

pub mod desk;

pub mod modes;

mod app;
#[cfg(test)]
mod app_tests;
#[cfg(test)]
mod base_tests;
#[cfg(test)]
mod breaking_tests;
#[cfg(test)]
mod carry_tests;
#[cfg(test)]
mod config_tests;
#[cfg(test)]
mod curating_tests;
#[cfg(test)]
mod diff_reading_tests;
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
mod pressing;
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
mod showing;
#[cfg(test)]
mod sources_tests;
#[cfg(test)]
mod stale_tests;
mod start;
#[cfg(test)]
mod strip_tests;
#[cfg(test)]
mod synopsis_tests;
#[cfg(test)]
mod taking_tests;
mod turning;
#[cfg(test)]
mod turning_tests;
#[cfg(test)]
mod unmatched_tests;
mod update;

pub use app::App;
pub use desk::at_cursor::{copies, sentence_here};
pub use desk::changes::{changes_done, decides, is_done as is_change_done};
pub use desk::coming_back::come_back;
pub use desk::curating::{ClusterSort, Curating};
pub use desk::desk::{Desk, Diff, Memory, View};
pub use desk::diff_notes::note_in_diff;
pub use desk::diff_search::hits_in_diff;
pub use desk::diff_settings::{ChangeFilter, DiffOpening, Layout, Version, VersionComparison};
pub use desk::diff_view::DiffView;
pub use desk::finding::{Search, Searching};
pub use desk::highlight::Highlight;
pub use desk::library::Library;
pub use desk::lighting::alone;
pub use desk::narrating::Narrating;
pub use desk::noting::notes_at;
pub use desk::pair_places::places_to_keep;
pub use desk::pair_view::{PairView, StandingNote, pair_view};
pub use desk::pairing::Pairing;
pub use desk::pane::Pane;
pub use desk::panes::shown_panes;
pub use desk::place::{Standing, also_beside, also_in, is_row_unmatched, standing};
pub use desk::reopen::greet;
pub use desk::reviewed::is_reviewed;
pub use desk::row::Row;
pub use desk::rule_files::rule_files;
pub use desk::rules::Rules;
pub use desk::searching::hits_of;
pub use desk::sharing::Sharing;
pub use desk::stale::changed_on_disk;
pub use desk::status::{Message, Tone, Typed};
pub use desk::story_grid::{StoryGrid, StoryLine, StorySieve, StorySort};
pub use desk::strip::Stretch;
pub use desk::strips::stretches;
pub use desk::taking_state::SavePlace;
pub use desk::unmatched::in_none;
pub use desk::unsaved::{is_unsaved, steps_taken};
pub use jobs::{
    Alone, Amount, Answer, Blamed, Blaming, ClusterAsk, ClusterListing, ClusterNews, ClusterRow, ClusterText, Compared,
    CountedBlocks, DiffJob, Diffed, Early, Edit, Effect, Event, Fetch, Fetched, FoldedArticles, Found as Finding,
    Gathered, Gathering, Goal, Hands, Hits, Job, ListRow, Listed, Lookup, Masked, Narrated, Narrowed, Narrowing,
    OpenedCluster, Quest, Question, Reopened, Reread, ResultFile, Rows, RuleCheck, Saved, Shelf, ShelfKind, ShelfRow,
    Story, Survey, Surveyed, Told, Traced, Tracing, Written, change_kinds,
};
pub use keys::line::Line;
pub use keys::{
    Action, BINDINGS, Binding, Bound, Clash, Code, Found, Group, HelpRow, Key, Keymap, Keys, LegendRow, Override,
    Phase, action_named, help, help_with_phase, legend, markdown, written,
};
pub use layout::{
    Area, BesideArea, Geometry, Gesture, LEAST, MOST_PANES, PaneArea, PaneIx, Size, StoryFrame, Tableau, Target,
};
pub use memory::{
    KeptPair, KeptPlace, Note, NoteChange, Noted, Notes, NotesText, OnDisk, Review, ReviewMark, Reviewed, SetPlaces,
    Since, Step, Touched, mark_of_paragraph, mark_of_version, marks_of, remarks, set_places, set_text,
};
pub use modes::command::Candidate;
pub use modes::grid::{Grid, Sorted};
pub use modes::help::{HelpLine, HelpSheet};
pub use modes::listing::Listing;
pub use modes::matrix::{article_in, cell, tableau};
pub use modes::mode::{Asked, Helping, Marking, Mode, Prompt};
pub use modes::note::paragraph_note;
pub use modes::on_statement::{is_statement_reviewed, note_on_statement};
pub use modes::picker::{Picker, PickerRow, SCOPES, ScopeChoice};
pub use modes::proposals::Proposals;
pub use modes::rows::list_row;
pub use modes::rule_list::RuleList;
pub use modes::sources::counted;
pub use modes::stack::Modes;
pub use modes::synopsis::{story_frame, story_row};
pub use settings::{
    OPTIONS, OpenCommand, Settings, configured, configured_commands, configured_sources, keymap_toml, nearest,
};
pub use showing::{candidates, help_filter, help_row, help_sheet, would_hide};
pub use start::{
    ComparedShelf, curate, list_anew, open, open_diff, open_heads, open_shelf, take_rulings, take_settings,
};
pub use update::update;
