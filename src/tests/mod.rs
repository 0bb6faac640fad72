//! What holds for the whole house.

mod files;
mod house;
mod known;
mod tidy;
mod words;
