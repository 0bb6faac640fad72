//! Roles: what a cell of the screen is for. A theme gives each role a style.

use strsim::damerau_levenshtein;

use crate::collate::Class;

/// What a cell is for; a theme says how that looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Unmatched text.
    Text,
    /// Shared words of a verbatim passage.
    Verbatim,
    /// Shared words of an edited passage.
    Edited,
    /// Shared words of a reworded passage.
    Reworded,
    /// Shared words of a repeat.
    Echo,
    /// Verbatim words on the current link.
    VerbatimNow,
    /// Edited words on the current link.
    EditedNow,
    /// Reworded words on the current link.
    RewordedNow,
    /// Words that differ inside a passage.
    Changed,
    /// Words that differ, on the current link.
    ChangedNow,
    /// The same word in another spelling; drawn over the style below.
    Slight,
    /// Hidden text, folded or shown.
    Hidden,
    /// Sentences that the reader marks; drawn over the style below.
    Marked,
    /// The mark of the cursor's row.
    Cursor,
    /// The mark of the facing row in the other pane.
    OtherCursor,
    /// Marks and links of verbatim text.
    VerbatimMark,
    /// Marks and links of edited text.
    EditedMark,
    /// Marks and links of reworded text.
    RewordedMark,
    /// Marks and links of repeats.
    EchoMark,
    /// Marks and links of what is out of order.
    Moved,
    /// The current link.
    LinkNow,
    /// The part of a strip that the pane shows; drawn over the style below.
    Window,
    /// An article's name.
    Name,
    /// The name over the focused pane.
    NameNow,
    /// A figure that matters.
    Figure,
    /// Secondary text.
    Quiet,
    /// A key.
    Key,
    /// A warning.
    Warning,
    /// A message about something done.
    News,
    /// The border of a box.
    Frame,
    /// A title or heading.
    Title,
    /// The chosen one.
    Chosen,
    /// One that could be chosen.
    Choice,
    /// Unmatched text, when that is highlighted.
    Alone,
    /// Shared words, when unmatched text is highlighted.
    Faded,
    /// Hits of a search; drawn over the style below.
    Hit,
    /// The current hit.
    HitNow,
    /// Text of a diff that only the old version has.
    Removed,
    /// Text of a diff that only the new version has.
    Added,
    /// Text of a diff that is elsewhere in the other version.
    Shifted,
    /// Words that changed inside a paragraph of a diff; drawn over the style below.
    Differs,
    /// Letters that differ inside a changed word; drawn over the style below.
    Letters,
    /// Old words among the new ones; drawn over the style below.
    Struck,
    /// A cell of the matrix: up to a quarter is shared.
    ShadeLeast,
    /// Up to half.
    ShadeLow,
    /// Up to three quarters.
    ShadeHigh,
    /// More.
    ShadeFull,
}

impl Role {
    /// All roles, each with the letter that tests write for it.
    pub const ALL: [(Role, char); 47] = [
        (Role::Text, '.'),
        (Role::Verbatim, 'v'),
        (Role::Edited, 'e'),
        (Role::Reworded, 'r'),
        (Role::Echo, 'o'),
        (Role::VerbatimNow, 'V'),
        (Role::EditedNow, 'E'),
        (Role::RewordedNow, 'R'),
        (Role::Changed, 'c'),
        (Role::ChangedNow, 'C'),
        (Role::Slight, 's'),
        (Role::Hidden, 'h'),
        (Role::Marked, 'm'),
        (Role::Cursor, 'k'),
        (Role::OtherCursor, 'u'),
        (Role::VerbatimMark, '1'),
        (Role::EditedMark, '2'),
        (Role::RewordedMark, '3'),
        (Role::EchoMark, '4'),
        (Role::Moved, '5'),
        (Role::LinkNow, '6'),
        (Role::Window, 'w'),
        (Role::Name, 'n'),
        (Role::NameNow, 'N'),
        (Role::Figure, 'f'),
        (Role::Quiet, 'q'),
        (Role::Key, 'K'),
        (Role::Warning, 'W'),
        (Role::News, 'i'),
        (Role::Frame, 'b'),
        (Role::Title, 'T'),
        (Role::Chosen, 'Y'),
        (Role::Choice, 'y'),
        (Role::Alone, 'a'),
        (Role::Faded, 'd'),
        (Role::Hit, 'x'),
        (Role::HitNow, 'X'),
        (Role::Removed, '-'),
        (Role::Added, '+'),
        (Role::Shifted, 'M'),
        (Role::Differs, 'D'),
        (Role::Letters, 'L'),
        (Role::Struck, 'S'),
        (Role::ShadeLeast, 'l'),
        (Role::ShadeLow, 'p'),
        (Role::ShadeHigh, 'g'),
        (Role::ShadeFull, 'G'),
    ];

    /// Its name in a theme file, such as `verbatim-now`.
    pub fn name(self) -> String {
        let mut name = String::new();
        for c in format!("{self:?}").chars() {
            if c.is_uppercase() && !name.is_empty() {
                name.push('-');
            }
            name.extend(c.to_lowercase());
        }
        name
    }

    /// Finds the role with this name.
    ///
    /// # Errors
    ///
    /// Returns the nearest name.
    pub fn named(name: &str) -> Result<Self, String> {
        let names = Self::ALL.map(|(role, _)| (role, role.name()));
        if let Some((role, _)) = names.iter().find(|(_, known)| known == name) {
            return Ok(*role);
        }
        let nearest = names.into_iter().min_by_key(|(_, known)| damerau_levenshtein(name, known));
        Err(nearest.map(|(_, known)| known).unwrap_or_default())
    }

    /// The role of a class's marks and links.
    pub fn mark(class: Class) -> Self {
        match class {
            Class::Verbatim => Role::VerbatimMark,
            Class::Edited => Role::EditedMark,
            Class::Reworded => Role::RewordedMark,
        }
    }
}
