//! What people decide of an engine's clusters: the files in which it is kept, and what is printed of it.

mod command;
mod deciding;
mod file;
mod overruling;

pub use command::decisions;
pub use deciding::{DecisionsTask, Export};
pub use file::DecisionsFile;
pub use overruling::rulings;
