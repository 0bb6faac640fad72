//! What the reader has set: how the program looks and behaves, and which keys do what.

use crate::app::keys::Keymap;
use crate::app::layout::EDGE;
use crate::app::layout::MEASURE;

/// What the reader has set; by default what the program comes with.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Which keys do what.
    pub keymap: Keymap,
    /// The theme's name; `None` where it is to be found out.
    pub theme: Option<String>,
    /// Whether everything that ibid draws is in ASCII.
    pub ascii: bool,
    /// Whether the terminal sets characters of ambiguous width in two cells.
    pub wide_ambiguous: bool,
    /// The widest column of prose, in cells.
    pub measure: u16,
    /// Rows that stay between the cursor and the edge of the pane, where there is room.
    pub scroll_offset: usize,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// Whether files that change on the disk are noticed.
    pub watch: bool,
    /// Panes side by side at the start, 2 to 4, as far as they have room.
    pub panes: usize,
    /// Whether scrolling one pane carries the other along.
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
