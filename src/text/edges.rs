//! The marks at the edges of words: which quotation marks and brackets belong to the word beside them.

/// Returns where the opening marks begin that stand right before the word at `place`; `place` itself where there are none.
pub fn opened_from(text: &str, place: usize) -> usize {
    let before = text.get(..place).unwrap_or_default();
    let mut chars = before.char_indices().rev().peekable();
    let mut from = place;
    while let Some((at, c)) = chars.next() {
        let outside = chars.peek().map(|(_, c)| *c);
        if !(is_bracket_before(c) || is_either(c) && !outside.is_some_and(|c| c.is_alphanumeric() || is_stop(c))) {
            break;
        }
        from = at;
    }
    from
}

/// Returns where the closing marks end that stand right behind the word before `place`, with the punctuation between; `place` itself where
/// there are none.
pub fn closed_to(text: &str, place: usize) -> usize {
    let behind = text.get(place..).unwrap_or_default();
    let mut chars = behind.char_indices().peekable();
    let mut to = place;
    while let Some((at, c)) = chars.next() {
        let outside = chars.peek().map(|(_, c)| *c);
        if is_bracket_behind(c) || is_either(c) && !outside.is_some_and(char::is_alphanumeric) {
            to = place + at + c.len_utf8();
        } else if !is_stop(c) {
            break;
        }
    }
    to
}

/// The opening and closing marks of a text whose other halves are not in it. Takes linear time.
pub fn unpaired(text: &str) -> Vec<char> {
    let mut halves = Halves::default();
    for (at, c) in text.char_indices() {
        let before = text[..at].chars().next_back();
        let behind = text[at + c.len_utf8()..].chars().next();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match c {
            // The closing mark of German is the opening one of English.
            '“' if halves.open.last() == Some(&Some('„')) => halves.close(c),
            '(' | '[' | '“' | '„' | '«' | '‘' => halves.open(c),
            '"' if !is_letter(before) && is_letter(behind) => halves.open(c),
            '’' if is_letter(behind) => {}
            ')' | ']' | '”' | '»' | '’' | '"' => halves.close(c),
            _ => {}
        }
    }
    halves.open.into_iter().flatten().collect()
}

/// Marks whose other halves were not met yet.
#[derive(Default)]
struct Halves {
    /// The marks in order; `None` where the other half was met.
    open: Vec<Option<char>>,
    /// The places of those that may still be closed, by what closes them.
    places: [Vec<usize>; 5],
}

impl Halves {
    fn open(&mut self, c: char) {
        self.places[closed_by(c)].push(self.open.len());
        self.open.push(Some(c));
    }

    fn close(&mut self, c: char) {
        match self.places[closed_by(c)].pop() {
            Some(half) => {
                self.open[half] = None;
                let kept = self.open.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
                self.open.truncate(kept);
            }
            // Nobody can tell which half it is.
            None if c == '"' => self.open(c),
            None => self.open.push(Some(c)),
        }
    }
}

/// The kind of a mark: halves of one kind belong together.
fn closed_by(c: char) -> usize {
    match c {
        '(' | ')' => 0,
        '[' | ']' => 1,
        '«' | '»' => 2,
        '‘' | '’' => 3,
        _ => 4,
    }
}

/// Punctuation that may stand between a word and a mark that closes behind it.
fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…')
}

/// Brackets, and quotation marks that only open.
fn is_bracket_before(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '（' | '【' | '「' | '『' | '《' | '〈' | '„' | '‚' | '¿' | '¡')
}

/// Brackets, and quotation marks that only close.
fn is_bracket_behind(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '）' | '】' | '」' | '』' | '》' | '〉')
}

/// Quotation marks that open in one language and close in another, or do both.
fn is_either(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»' | '‹' | '›')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::{closed_by, closed_to, opened_from, unpaired};

    /// Looks for each half among all before it.
    fn searched(text: &str) -> Vec<char> {
        let chars: Vec<char> = text.chars().collect();
        let mut open: Vec<char> = Vec::new();
        for (at, c) in chars.iter().copied().enumerate() {
            let is_letter = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphanumeric());
            let (before, behind) = (is_letter(at.checked_sub(1)), is_letter(Some(at + 1)));
            let opens = |half: &char| matches!(half, '(' | '[' | '“' | '„' | '«' | '‘' | '"');
            match c {
                '“' if open.last() == Some(&'„') => drop(open.pop()),
                '(' | '[' | '“' | '„' | '«' | '‘' => open.push(c),
                '"' if !before && behind => open.push(c),
                '’' if behind => {}
                _ if ")]”»’\"".contains(c) => {
                    match open.iter().rposition(|half| opens(half) && closed_by(*half) == closed_by(c)) {
                        Some(half) => drop(open.remove(half)),
                        None => open.push(c),
                    }
                }
                _ => {}
            }
        }
        open
    }

    #[test]
    fn a_mark_is_paired_with_the_last_half_before_it() {
        for (text, alone) in
            [("(a [b) c", "["), ("„a“ “b", "“"), ("don’t ‘so’", ""), ("a) (b", ")("), ("\"a\" b\"", "\"")]
        {
            assert_eq!(unpaired(text).into_iter().collect::<String>(), alone, "{text}");
        }
    }

    proptest! {
        #[test]
        fn marks_are_paired_as_a_search_pairs_them(text in "[()\\[\\]“”„«»‘’\"a ]{0,24}") {
            prop_assert_eq!(unpaired(&text), searched(&text));
        }
    }

    #[test]
    fn marks_belong_to_the_word_that_they_touch() {
        // `|` before and behind the word or words in question, then what they are with their marks.
        for (text, whole) in [
            ("she said “|no|” twice", "“no”"),
            ("she said “|no|,” twice", "“no,”"),
            ("she said \"|no|\" twice", "\"no\""),
            ("(|a|) political virus", "(a)"),
            ("er sagte „|nein|“, dann", "„nein“"),
            ("er sagte »|nein|«.", "»nein«"),
            ("the picture (“|Xinhua|”).", "(“Xinhua”)"),
            ("|a word|, another", "a word"),
            ("“one” |two| “three”", "two"),
            ("“one”—|two|—“three”", "two"),
            ("a \"word\" |and|. \"More\"", "and"),
        ] {
            let start = text.find('|').unwrap();
            let text = text.replacen('|', "", 1);
            let end = text.find('|').unwrap();
            let text = text.replacen('|', "", 1);
            assert_eq!(&text[opened_from(&text, start)..closed_to(&text, end)], whole, "{text}");
        }
    }

    #[test]
    fn no_mark_belongs_to_two_words() {
        for text in ["a\"b", "a“b", "a\"\"b", "a,\"b", "a” “b", "a.”“b", "a’’b", "a»«b", "a(\"b"] {
            assert!(closed_to(text, 1) <= opened_from(text, text.len() - 1), "{text}");
        }
    }
}
