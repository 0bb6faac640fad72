//! The direction in which a text is read.

/// Characters looked at for the first letter: marks and digits may stand before it (a limit).
const LOOK: usize = 400;

/// Whether a text is read from right to left, by its first letter (as rule P2 of UAX 9 has it).
pub fn is_from_right(text: &str) -> bool {
    text.chars().take(LOOK).find(|c| c.is_alphabetic()).is_some_and(is_right_to_left)
}

/// Whether a letter is one of Hebrew, Arabic, Syriac, Thaana, N'Ko or their kin.
fn is_right_to_left(c: char) -> bool {
    matches!(c as u32, 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff)
}

#[cfg(test)]
mod tests {
    use super::is_from_right;

    #[test]
    fn the_first_letter_tells() {
        for text in ["הסירה יצאה אל הנמל", "خرج القارب إلى الميناء", "12. «הסירה", "\u{200f}(3) القارب and more"]
        {
            assert!(is_from_right(text), "{text}");
        }
        for text in ["", "12 …", "The boat הסירה", "Лодка вышла", "ὁ λόγος"] {
            assert!(!is_from_right(text), "{text}");
        }
    }
}
