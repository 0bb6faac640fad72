//! Reads articles side by side: what they share, what each changed, what stands only here.

pub mod text;

pub mod article;

pub mod boilerplate;

pub mod collate;

pub mod page;

pub mod app;

pub mod report;
