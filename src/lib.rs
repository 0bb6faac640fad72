//! Reads articles side by side: what they share, what each changed, what stands only here.
//!
//! Data walks through the rooms in the order in which they stand here, one way:
//!
//! ```text
//! bytes -> kinds -> segment -> Article -> (rules) Mask -> Witness -> collate -> Collation -> Page -> cells
//! ```
//!
//! Each arrow is a function from value to value; only the first step touches the disk and only the last a terminal. In the middle
//! stands one value, [`collate::Collation`]: what the screen, the text and the JSON show.
//!
//! ```text
//! ┌ header ── names, coverage both ways ──────────── ui ┐
//! │ strip │ gutter │ page::Page │ margin │ gutter │ … │
//! └ footer ── where one stands, which keys matter ──────┘
//!             app::App is all of it as a value, changed by app::update alone
//! ```
//!
//! A room uses only rooms above it.

pub mod text;

pub mod kinds;

pub mod article;

pub mod boilerplate;

pub mod collate;

pub mod curation;

pub mod page;

pub mod app;

pub mod report;

pub mod ui;

pub mod run;

pub mod cli;

#[cfg(test)]
mod tests;
