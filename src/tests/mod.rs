//! What holds for the whole house.

mod files;
mod house;
mod known;
mod parameters;
mod tidy;
mod words;
