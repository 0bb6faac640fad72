//! Keys: what can be asked for, which keys ask for it, and how that is told.

mod action;
mod binding;
mod bindings;
mod diff_keys;
mod help_text;
mod key;
mod keymap;
mod legend;
pub(in crate::app) mod line;
mod many_keys;
mod phase;

pub use action::Action;
pub use binding::Binding;
pub use bindings::BINDINGS;
pub use bindings::action_named;
pub use bindings::actions_in;
pub use help_text::HelpRow;
pub(in crate::app) use help_text::PhaseKeys;
pub use help_text::help;
pub(in crate::app) use help_text::help_elsewhere;
pub(in crate::app) use help_text::help_of;
pub(in crate::app) use help_text::help_on;
pub use help_text::help_with_phase;
pub use help_text::markdown;
pub use help_text::written;
pub use key::Code;
pub use key::Key;
pub use key::Keys;
pub use keymap::Bound;
pub use keymap::Clash;
pub use keymap::Found;
pub use keymap::Keymap;
pub use keymap::Override;
pub use legend::{LegendRow, legend};
pub use phase::Group;
pub use phase::Phase;
