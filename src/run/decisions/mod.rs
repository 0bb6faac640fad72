//! What people decided about an engine's clusters: the files of decisions, and what is printed from them.

mod command;
mod deciding;
mod file;
mod overruling;

pub use command::decisions;
pub use deciding::{DecisionsTask, Export};
pub use file::DecisionsFile;
pub use overruling::rulings;
