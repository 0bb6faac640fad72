//! The program from outside: its command line, its reports, and its screen on a pseudo-terminal.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod ascii;
mod clusters;
mod command_line;
mod decisions;
mod diff;
mod drafts;
mod forms;
#[cfg(unix)]
mod git;
mod git_history;
mod hiding;
mod merge;
mod notes;
mod report;
mod rules;
mod schema;
mod shared_articles;
mod stage;
mod stories;
mod story;

#[cfg(unix)]
mod finding;
#[cfg(unix)]
mod keeping;
#[cfg(unix)]
mod kinds;
#[cfg(unix)]
mod pair_lines;
#[cfg(unix)]
mod printed;
mod pty;
#[cfg(unix)]
mod pty_diff;
#[cfg(unix)]
mod pty_ground;
#[cfg(unix)]
mod pty_heads;
#[cfg(unix)]
mod pty_leaving;
#[cfg(unix)]
mod pty_paste;
#[cfg(unix)]
mod pty_raw;
#[cfg(unix)]
mod pty_report;
#[cfg(unix)]
mod pty_rules;
#[cfg(unix)]
mod pty_soak;
#[cfg(unix)]
mod races;
#[cfg(unix)]
mod special_files;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod watching;
