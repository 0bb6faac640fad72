//! The layout: which part of the screen shows what.

mod around_base;
mod geometry;
mod matrix;
mod pane_ix;
mod pointing;
mod synopsis;

pub(in crate::app) use around_base::around_base;
pub(in crate::app) use geometry::ABOVE;
pub use geometry::Area;
pub use geometry::BesideArea;
pub(in crate::app) use geometry::EDGE;
pub use geometry::Geometry;
pub use geometry::LEAST;
pub(in crate::app) use geometry::MEASURE;
pub use geometry::MOST_PANES;
pub use geometry::PaneArea;
pub use geometry::Size;
pub(in crate::app) use geometry::fitting;
pub(in crate::app) use geometry::needed;
pub(in crate::app) use geometry::shown_beside;
pub use matrix::Tableau;
pub use pane_ix::PaneIx;
pub use pointing::Gesture;
pub use pointing::Target;
pub use synopsis::StoryFrame;
