//! Compares articles: what they share, what each changed and what has no match.
//!
//! This is the engine of the terminal program `ibid`, for use in other programs. It takes texts and returns values. It starts no threads, uses
//! no clock, never fails and gives the same answer on every machine; it reads files only with the feature `files`.
//!
//! ```toml
//! [dependencies]
//! ibid = { version = "0.2", default-features = false }
//! ```
//!
//! # Which function to use
//!
//! | you have | you want | call |
//! |---|---|---|
//! | two texts about the same thing | the passages they share, in any order, reworded ones too | [`collate()`] |
//! | two versions of one text | what changed, word by word, in order | [`diff`] |
//! | an article and rules | its text without boilerplate, such as appeals and link lists | [`clean`] |
//! | articles | rules for what looks like boilerplate | [`boilerplate::propose`] |
//! | many articles | how much of each is in each other | [`matrix`] |
//! | many articles | which articles make the same statement, and in which words | [`statements`] |
//! | many articles | which of them have their text from one origin, and who copied whom | [`collate::origins`] |
//! | statements and collations of pairs | the whole story: a row for each statement, and where articles contradict each other | [`collate::synopsis`] |
//! | a collation | a report as text, Markdown, HTML, CSV or JSON | [`report`] |
//!
//! For code, or where every space matters, use a line diff instead. Texts of 10 MB take one to two seconds of processor time and about
//! 350 MB of memory (see `benches/README.md`).
//!
//! # How it works
//!
//! ```text
//! text -> Article -> (rules) Mask -> Witness -> Collation -> report
//! ```
//!
//! An [`article::Article`] is an immutable text with its paragraphs, sentences and words. A [`boilerplate::Mask`] hides parts of it; a
//! [`collate::Witness`] is an article seen through its mask. The functions of [`collate`](mod@collate) take witnesses and a
//! [`collate::Cancel`], with which another thread can stop them; the functions on this page take articles, hide nothing and cannot be stopped.
//! [`boilerplate::Sieve`] makes a mask from rules, and `Mask::default()` hides nothing. Every place
//! in an answer is a [`text::Span`], a byte range of the article's text; every pair of things, left and right, is a [`text::Pair`].
//!
//! ```
//! use ibid::article::Article;
//! use ibid::collate::Class;
//!
//! let first = Article::of_text("first", "The council met on Monday. It voted to close the old library by June.");
//! let second = Article::of_text("second", "Councillors voted to close the old library by June. Readers protested.");
//! let found = ibid::collate(&first, &second);
//! for shared in &found.matches {
//!     let passages = &shared.passages;
//!     println!("{} | {}", passages.left.span.of(&first.text), passages.right.span.of(&second.text));
//! }
//! assert_eq!(found.matches[0].class, Class::Edited);
//! ```
//!
//! # Features
//!
//! - `program` (default): the terminal program, with all features below.
//! - `files`: articles from files and folders.
//! - `kinds`: articles from the bytes of web pages, e-mails, records, subtitles and packed files.
//! - `serde`: reports in JSON.
//!
//! Without any of them the engine builds for `wasm32-unknown-unknown`.

pub mod text;

#[doc(hidden)]
pub mod kinds;

pub mod article;

pub mod facts;

pub mod boilerplate;

pub mod collate;

#[doc(hidden)]
pub mod curation;

#[doc(hidden)]
pub mod merge;

#[doc(hidden)]
pub mod page;

pub mod report;

mod simple;

#[cfg(feature = "program")]
#[doc(hidden)]
pub mod app;

#[cfg(feature = "program")]
#[doc(hidden)]
pub mod ui;

#[cfg(feature = "program")]
#[doc(hidden)]
pub mod run;

#[cfg(feature = "program")]
#[doc(hidden)]
pub mod cli;

pub use simple::{clean, collate, diff, matrix, statements};

#[cfg(test)]
mod tests;
