//! Settings: what the reader has set, and the text it is read from.

mod config_keys;
mod config_sources;
mod config_text;
mod fields;
mod nearest;
mod settings;

pub use config_keys::keymap_toml;
pub use config_sources::configured_sources;
pub use config_text::OPTIONS;
pub use config_text::configured;
pub use nearest::nearest;
pub use settings::Settings;
