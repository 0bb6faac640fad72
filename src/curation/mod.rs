//! Curation: what engines say of which texts belong together, and what people decide of it.
//!
//! `forms` tells from the names in a row how an engine writes its clusters, `spread` how like the members of one are. Nothing here touches
//! the disk.

mod forms;
mod spread;

pub use forms::{Columns, Form, Told, id};
pub use spread::{COMPARED, Likenesses, likenesses};

#[cfg(test)]
mod forms_tests;
