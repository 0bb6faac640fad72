//! Edits of single words and of marks.

use super::edits::{Desk, Edit, Place, said};
use super::prose::{Author, capitalised, grouped};
use super::text::{Kind, Word, picked};
use super::words::{COUNTS, PEOPLE, PLACES, SPELLINGS};

/// Makes an edit and says what it did.
pub fn edit(desk: &mut Desk<'_>, edit: Edit) -> Option<String> {
    match edit {
        Edit::Typo => one_for_one(desk, |word| word.text.len() > 2 && is_plain(&word.text), typo),
        Edit::Spelling => one_for_one(desk, |word| respelled(&word.text).is_some(), |word, _| respelled(&word.text)),
        Edit::Replaced => one_for_one(desk, |word| says_something(word) && is_plain(&word.text), another),
        Edit::Number => one_for_one(desk, |word| word.kind == Kind::Number, renumbered),
        Edit::Name => one_for_one(desk, |word| word.kind == Kind::Name, renamed),
        Edit::Symbol => one_for_one(desk, |word| word.kind == Kind::Symbol || is_digits(&word.text), resigned),
        Edit::Rephrased => rephrased(desk),
        Edit::Inserted => inserted(desk),
        Edit::Deleted => deleted(desk),
        Edit::Negation => negated(desk),
        _ => marked(desk),
    }
}

/// Puts other words in the place of some of a sentence; the marks around them and the capital stay where they were.
pub fn put(desk: &mut Desk<'_>, (block, sentence, word): Place, old: usize, mut new: Vec<Word>) -> String {
    let at = desk.words_before((block, sentence, word));
    desk.note_near(at);
    desk.note_near(at + old);
    let words = desk.sentence((block, sentence));
    let removed: Vec<Word> = words[word..word + old].to_vec();
    let before: String = removed.first().map(|word| word.before.clone()).unwrap_or_default();
    let after: String = removed.last().map(|word| word.after.clone()).unwrap_or_default();
    let opens = word == 0;
    if let (Some(first), true) = (new.first_mut(), opens) {
        first.text = capitalised(&first.text);
    }
    let (from, until) = (word, word + new.len());
    let fresh = new.clone();
    words.splice(word..word + old, new);
    if until > from {
        words[from].before.insert_str(0, &before);
        words[until - 1].after.push_str(&after);
    } else {
        if let Some(next) = words.get_mut(from) {
            next.before.insert_str(0, &before);
            if opens {
                next.text = capitalised(&next.text);
            }
        }
        if let Some(last) = from.checked_sub(1).and_then(|last| words.get_mut(last)) {
            last.after.push_str(&after);
        }
    }
    if let (Some(next), true) = (words.get_mut(until), opens && old == 0)
        && next.kind != Kind::Name
    {
        next.text = next.text.to_lowercase();
    }
    desk.note_changed(removed.iter().chain(&fresh));
    format!("{} -> {}", said(&removed), said(&fresh))
}

/// Picks a place at which an edit of so many words is apart from all others.
fn place(desk: &mut Desk<'_>, old: usize, fits: impl Fn(&[Word], usize) -> bool) -> Option<Place> {
    let clean = desk.clean_row();
    let all: Vec<Place> = desk
        .places()
        .enumerate()
        .filter(|(at, ((b, s, w), _))| {
            clean[*at]
                && clean.get(at + old).is_some_and(|clean| *clean)
                && fits(&desk.doc.blocks[*b].sentences[*s], *w)
        })
        .map(|(_, (place, _))| place)
        .collect();
    picked(all.into_iter(), desk.author.prng())
}

fn one_for_one(
    desk: &mut Desk<'_>,
    fits: impl Fn(&Word) -> bool,
    other: impl Fn(&Word, &mut Author) -> Option<String>,
) -> Option<String> {
    let (block, sentence, at) = place(desk, 1, |words, at| fits(&words[at]))?;
    let old = desk.sentence((block, sentence))[at].clone();
    let text = (0..20).find_map(|_| {
        let text = other(&old, desk.author)?;
        (text.to_lowercase() != old.text.to_lowercase()).then_some(text)
    })?;
    let text = if old.text.starts_with(char::is_uppercase) { capitalised(&text) } else { text };
    let new = desk.author.coined(&text, old.kind);
    Some(put(desk, (block, sentence, at), 1, vec![new]))
}

fn is_plain(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphabetic())
}

fn is_digits(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || c == ',')
}

fn says_something(word: &Word) -> bool {
    matches!(word.kind, Kind::Thing | Kind::Deed | Kind::Property | Kind::Manner)
}

/// Mistypes one letter.
fn typo(word: &Word, author: &mut Author) -> Option<String> {
    let mut letters: Vec<char> = word.text.chars().collect();
    let prng = author.prng();
    let at = prng.below(letters.len());
    let other = char::from(b'a' + prng.below(26) as u8);
    match prng.below(5) {
        0 => letters[at] = other,
        1 => _ = letters.remove(at),
        2 => letters.insert(at, letters[at]),
        3 => letters.swap(at, (at + 1) % word.text.len()),
        _ => letters.insert(at, other),
    }
    Some(letters.into_iter().collect())
}

fn respelled(text: &str) -> Option<String> {
    SPELLINGS.iter().find_map(|(from, to)| text.contains(from).then(|| text.replace(from, to)))
}

fn another(word: &Word, author: &mut Author) -> Option<String> {
    Some(author.word(word.kind).text)
}

fn renumbered(word: &Word, author: &mut Author) -> Option<String> {
    let prng = author.prng();
    let Ok(number) = word.text.replace(',', "").parse::<usize>() else {
        return Some((*prng.pick(COUNTS)).to_owned());
    };
    match prng.below(3) {
        0 => Some((number + 1).to_string()),
        1 => Some(grouped(number * 10)),
        _ => Some(grouped(prng.between(1, 9_999))),
    }
}

fn renamed(word: &Word, author: &mut Author) -> Option<String> {
    let alike = PEOPLE.iter().chain(PLACES).find(|(name, _)| *name == word.text).map(|(_, alike)| (*alike).to_owned());
    match alike.filter(|_| author.prng().chance(60)) {
        Some(alike) => Some(alike),
        None => Some(author.word(Kind::Name).text),
    }
}

/// Changes a sign and nothing else.
fn resigned(word: &Word, author: &mut Author) -> Option<String> {
    let prng = author.prng();
    let text = word.text.as_str();
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    match first {
        '☐' => Some("☑".to_owned()),
        '☑' => Some("☐".to_owned()),
        '£' | '$' | '€' => Some(format!("{}{rest}", prng.pick(&["£", "$", "€"]))),
        _ => match text.strip_suffix('%') {
            Some(number) => Some(format!("{number}{}", prng.pick(&["", "‰"]))),
            None => Some(format!("{}{text}", prng.pick(&["-", "£", "≥"]))),
        },
    }
}

fn rephrased(desk: &mut Desk<'_>) -> Option<String> {
    let old = desk.author.prng().between(2, 4);
    let place = place(desk, old, |words, at| at + old <= words.len() && words.len() > 2 * old)?;
    let template = *desk.author.prng().pick(&["{where}", "{thing}", "{did}", "{one}"]);
    let new = desk.author.phrase(template);
    let was = desk.sentence((place.0, place.1))[place.2..place.2 + old].to_vec();
    let shared = was.iter().any(|was| new.iter().any(|new| new.text.to_lowercase() == was.text.to_lowercase()));
    if shared { None } else { Some(put(desk, place, old, new)) }
}

fn inserted(desk: &mut Desk<'_>) -> Option<String> {
    if desk.author.prng().chance(30) {
        let place = place(desk, 0, |words, at| at > 1 && words[at - 1].kind == Kind::Thing)?;
        let new = desk.author.phrase("{where}");
        return Some(put(desk, place, 0, new));
    }
    let place = place(desk, 0, |words, at| at > 0 && matches!(words[at].kind, Kind::Thing | Kind::Deed))?;
    let thing = desk.sentence((place.0, place.1))[place.2].kind == Kind::Thing;
    let new = desk.author.word(if thing { Kind::Property } else { Kind::Manner });
    Some(put(desk, place, 0, vec![new]))
}

fn deleted(desk: &mut Desk<'_>) -> Option<String> {
    let old = *desk.author.prng().pick(&[1, 1, 1, 2, 3]);
    let place = place(desk, old, |words, at| at + old < words.len() && words.len() > 2 * old + 1)?;
    Some(put(desk, place, old, Vec::new()))
}

fn negated(desk: &mut Desk<'_>) -> Option<String> {
    let negates = |words: &[Word], at: usize| words.get(at).is_some_and(|word| word.text == "not");
    if desk.author.prng().chance(40)
        && let Some(place) = place(desk, 1, negates)
    {
        return Some(put(desk, place, 1, Vec::new()));
    }
    let place = place(desk, 0, |words, at| at > 0 && words[at - 1].kind == Kind::Helper && !negates(words, at))?;
    let new = desk.author.coined("not", Kind::Function);
    Some(put(desk, place, 0, vec![new]))
}

/// Changes marks or case around a word.
fn marked(desk: &mut Desk<'_>) -> Option<String> {
    let (block, sentence, at) = place(desk, 1, |words, at| at > 0 && at + 1 < words.len())?;
    let spot = desk.words_before((block, sentence, at));
    let way = desk.author.prng().below(4);
    let words = desk.sentence((block, sentence));
    let was = said(&words[at..=at]);
    let last = words.len() - 1;
    match way {
        0 if words[at].after.is_empty() => words[at].after = ",".to_owned(),
        0 => words[at].after.clear(),
        1 if words[at].text.starts_with(char::is_lowercase) => words[at].text = capitalised(&words[at].text),
        1 if words[at].kind != Kind::Symbol => words[at].text = words[at].text.to_lowercase(),
        2 if words[at].before.is_empty() => {
            words[at].before = "“".to_owned();
            words[at].after.insert(0, '”');
        }
        _ => {
            let after = &words[last].after;
            let turned = if after.ends_with('.') { after.replace('.', "!") } else { format!("{after}.") };
            let was = said(&words[last..]);
            words[last].after = turned;
            let now = said(&words[last..]);
            let spot = spot + last - at;
            desk.note_near(spot);
            return Some(format!("{was} -> {now}"));
        }
    }
    let now = said(&words[at..=at]);
    desk.note_near(spot);
    (was != now).then(|| format!("{was} -> {now}"))
}
