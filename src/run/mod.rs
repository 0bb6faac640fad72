//! The only room with side effects: files, the terminal, signals, threads and the clock.
//!
//! `Request -> run`: reads articles and rules, then shows or prints them. For the screen, one loop sleeps on one channel, through which
//! keys, signals and the workers' answers arrive.

mod appearance;
#[cfg_attr(not(unix), allow(dead_code, reason = "a library reads the terminal there"))]
mod arrival;
mod asking;
mod attributes;
mod background;
mod blame;
mod cells;
mod clean;
mod clean_lines;
mod clipboard;
mod clusters;
mod colours;
mod config;
#[cfg(any(not(unix), test))]
mod console;
mod day;
mod decisions;
mod diff_all;
mod diff_folders;
mod diff_request;
mod diff_told;
mod diffing;
mod documents;
mod doubtful;
mod editor;
mod ending;
mod event_loop;
mod folders;
mod frames;
mod fresh;
mod git;
mod git_history;
mod git_listed;
mod git_log;
mod git_tool;
mod headless;
mod hiding;
mod in_force;
mod inbox;
mod job_queue;
mod json_lines;
mod kept_file;
#[cfg(unix)]
mod keyboard;
mod links;
mod loader;
mod log_request;
mod logging;
mod many;
mod masked;
mod merge_plan;
mod merge_screen;
mod merging;
mod meta_file;
mod notes_command;
mod notes_file;
mod notes_task;
#[cfg_attr(not(unix), allow(dead_code, reason = "a library reads the terminal there"))]
mod offers;
mod opened;
mod opening;
mod out;
mod packing;
mod pager;
mod pair_lines;
mod places;
mod plain_file;
mod progress;
mod reading;
mod report_options;
mod request;
mod result_file;
mod rule_told;
mod rules;
mod rules_command;
mod rules_file;
mod saving;
mod screen;
#[cfg_attr(not(unix), allow(dead_code, reason = "a library reads the terminal there"))]
mod sequences;
mod sets;
mod shelf;
mod shelf_screen;
mod signals;
mod source;
mod start;
mod state;
mod story;
mod swap;
mod tasks;
mod terminal;
mod text_command;
mod theme_file;
mod thread_pool;
mod title;
#[cfg(unix)]
mod tty;
mod unkept;
mod versions;
mod watching;
mod workers;
mod world;
mod wrapping;
mod written;

pub use background::Background;
pub use clusters::Clustering;
pub use colours::{ColourDepth, Colours, ThemeName};
pub use config::DEFAULT;
pub use decisions::{DecisionsTask, Export};
pub use diff_request::{Diffing, Printed, Tinting, Verdict};
pub use ending::Ending;
pub use hiding::{Adding, Cleaning, Cleansed, Format, Jsonl, RulesTask};
pub use log_request::{LogForm, Logging};
pub use merge_plan::{MARKS, Merging};
pub use notes_task::NotesTask;
pub use out::{Meant, complain, is_seen, print};
pub use packing::Packing;
pub use pair_lines::PairLines;
pub use places::{ConfigPlace, RulesPlace, Shown, StatePlace};
pub use report_options::{Layout, Most, Quotes, ReportKind, ReportOptions};
pub use request::{Form, Request};
pub use rules_file::RulesFile;
pub use start::run;
pub use terminal::seen_width;
pub use theme_file::overrides_of;

#[cfg(all(test, unix))]
mod attributes_tests;
#[cfg(test)]
mod cells_tests;
#[cfg(test)]
mod clipboard_tests;
#[cfg(test)]
mod comparing_tests;
#[cfg(test)]
mod config_tests;
#[cfg(test)]
mod day_tests;
#[cfg(all(test, feature = "documents"))]
mod documents_tests;
#[cfg(test)]
mod editor_tests;
#[cfg(test)]
mod frames_tests;
#[cfg(test)]
mod git_tests;
#[cfg(test)]
mod headless_tests;
#[cfg(test)]
mod in_force_tests;
#[cfg(test)]
mod inbox_tests;
#[cfg(test)]
mod job_queue_tests;
#[cfg(all(test, unix))]
mod keyboard_tests;
#[cfg(test)]
mod notes_file_tests;
#[cfg(test)]
mod out_tests;
#[cfg(all(test, unix))]
mod plain_file_tests;
#[cfg(test)]
mod request_tests;
#[cfg(test)]
mod rules_file_tests;
#[cfg(all(test, unix))]
mod safety_tests;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod saving_tests;
#[cfg(test)]
mod sets_tests;
#[cfg(test)]
mod state_tests;
#[cfg(test)]
mod swap_tests;
#[cfg(test)]
mod tasks_tests;
#[cfg(test)]
mod terminal_tests;
#[cfg(test)]
mod workers_tests;
#[cfg(test)]
mod world_tests;
