//! The reader's settings: how the program looks and behaves, and which keys do what.

use crate::app::keys::Keymap;
use crate::app::layout::EDGE;
use crate::app::layout::MEASURE;

/// The reader's settings, with defaults.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Which keys do what.
    pub keymap: Keymap,
    /// The theme's name; `None` to choose it by the terminal's background.
    pub theme: Option<String>,
    /// Whether everything that ibid draws is in ASCII.
    pub ascii: bool,
    /// Whether the terminal draws characters of ambiguous width in two cells.
    pub wide_ambiguous: bool,
    /// The widest text column, in cells.
    pub measure: u16,
    /// Rows kept between the cursor and the edge of the pane, if there is room.
    pub scroll_offset: usize,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// Whether to watch files for changes on disk.
    pub watch: bool,
    /// Panes side by side at the start, 2 to 4, if they have room.
    pub panes: usize,
    /// Whether scrolling one pane moves the other.
    pub lock_scrolling: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            keymap: Keymap::default(),
            theme: None,
            ascii: false,
            wide_ambiguous: false,
            measure: MEASURE,
            scroll_offset: EDGE,
            mouse: true,
            watch: true,
            panes: 2,
            lock_scrolling: true,
        }
    }
}
