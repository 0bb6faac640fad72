//! Memory: what outlives a run, known again by words, files and names.

mod changes;
mod marks;
mod notes;
mod notes_text;
mod places;
mod places_text;
mod remarks;
mod rule_step;

pub use changes::OnDisk;
pub use changes::Since;
pub use changes::Touched;
pub(in crate::app) use changes::counted;
pub(in crate::app) use marks::BASIS;
pub use marks::Review;
pub use marks::ReviewMark;
pub use marks::Reviewed;
pub(in crate::app) use marks::hashed;
pub use marks::mark_of_paragraph;
pub(in crate::app) use marks::mark_of_words;
pub use marks::marks_of;
pub(in crate::app) use marks::mixed;
pub use notes::Note;
pub use notes::NoteChange;
pub use notes::Noted;
pub use notes::Notes;
pub use notes_text::NotesText;
pub use places::KeptPair;
pub use places::KeptPlace;
pub(in crate::app) use places::Pairs;
pub use places::SetPlaces;
pub(in crate::app) use places::Stood;
pub(in crate::app) use places::StoodIn;
pub use places_text::set_places;
pub use places_text::set_text;
pub use remarks::remarks;
pub use rule_step::Step;
