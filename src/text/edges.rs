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

/// The opening and closing marks of a text whose other halves are not in it.
pub fn unpaired(text: &str) -> Vec<char> {
    let mut open: Vec<char> = Vec::new();
    for (at, c) in text.char_indices() {
        let before = text[..at].chars().next_back();
        let behind = text[at + c.len_utf8()..].chars().next();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match c {
            // The closing mark of German is the opening one of English.
            '“' if open.last() == Some(&'„') => {
                open.pop();
            }
            '(' | '[' | '“' | '„' | '«' | '‘' => open.push(c),
            '"' if !is_letter(before) && is_letter(behind) => open.push(c),
            '’' if is_letter(behind) => {}
            ')' | ']' | '”' | '»' | '’' | '"' => match open.iter().rposition(|half| closes(*half, c)) {
                Some(half) => {
                    open.remove(half);
                }
                None => open.push(c),
            },
            _ => {}
        }
    }
    open
}

fn closes(half: char, c: char) -> bool {
    match c {
        ')' => half == '(',
        ']' => half == '[',
        '»' => half == '«',
        '’' => half == '‘',
        _ => matches!(half, '“' | '"' | '„'),
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
    use super::{closed_to, opened_from};

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
