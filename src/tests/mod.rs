//! What holds for the whole house.

mod house;
mod known;
mod tidy;
mod words;
