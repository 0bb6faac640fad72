//! Roles: what a cell of the screen is for. A theme gives each role a style.

use strsim::damerau_levenshtein;

use crate::collate::Class;

/// What a cell is there for; a theme says how that looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Prose that stands only here.
    Text,
    /// Shared words of a verbatim passage.
    Verbatim,
    /// Shared words of an edited passage.
    Edited,
    /// Shared words of a reworded passage.
    Reworded,
    /// Shared words of a repetition.
    Echo,
    /// Verbatim words on the link one stands on.
    VerbatimNow,
    /// Edited ones there.
    EditedNow,
    /// Reworded ones there.
    RewordedNow,
    /// Words that differ inside a passage.
    Changed,
    /// The same on the link one stands on.
    ChangedNow,
    /// The same word in another spelling; goes over the style that is there.
    Slight,
    /// Hidden text, folded or shown.
    Hidden,
    /// Sentences that the reader marks; goes over the style that is there.
    Marked,
    /// The mark of the cursor's row.
    Cursor,
    /// The same in the other pane.
    OtherCursor,
    /// Marks and links of verbatim text.
    VerbatimMark,
    /// Those of edited text.
    EditedMark,
    /// Those of reworded text.
    RewordedMark,
    /// Marks and links of repetitions.
    EchoMark,
    /// Marks and links of what stands out of order.
    Moved,
    /// The link one stands on.
    LinkNow,
    /// The part of a strip that the pane shows; goes over the style that is there.
    Window,
    /// An article's name.
    Name,
    /// The name over the pane that keys act on.
    NameNow,
    /// A figure that matters.
    Figure,
    /// What is said beside.
    Quiet,
    /// A key.
    Key,
    /// Something that could not be done, or needs care.
    Warning,
    /// Something done.
    News,
    /// The border of a box.
    Frame,
    /// A title or heading.
    Title,
    /// The choice that is made.
    Chosen,
    /// A choice that could be made.
    Choice,
    /// Prose that stands only here, where that is what is lit.
    Alone,
    /// Shared words, where Highlighting what is only here.
    Faded,
    /// Words that are looked for; goes over the style that is there.
    Hit,
    /// The same where one stands on them.
    HitNow,
    /// Text of a diff that only the old version has.
    Removed,
    /// Text of a diff that only the new version has.
    Added,
    /// Text of a diff that stands elsewhere in the other version.
    Shifted,
    /// Words that changed inside a paragraph of a diff; goes over the style that is there.
    Differs,
    /// Letters that differ inside a changed word; goes over the style that is there.
    Letters,
    /// Old words among the new ones; goes over the style that is there.
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
    /// All roles with a letter each, by which tests write them.
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

    /// Its name in a theme file, as `verbatim-now`.
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

    /// The role of this name.
    ///
    /// # Errors
    ///
    /// The nearest name there is.
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
