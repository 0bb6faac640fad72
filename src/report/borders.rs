//! Where changed words begin and end in print: a change keeps the mark whose other half it has, ends with no opening mark and begins with no
//! closing one.

use super::Reported;
use crate::collate::Match;
use crate::page::changes;
use crate::text::{Pair, Side, Span, closed_to, opened_from, unpaired};

/// The changed words of a match in the order of the right side, with the marks that belong to them; a span is empty where they would be.
pub(super) fn changed_words(reported: &Reported<'_>, m: &Match) -> Vec<Pair<Span>> {
    let texts = reported.articles.map(|article| article.text.as_str());
    let within = m.passages.as_ref().map(|passage| passage.span);
    let found = changes(&reported.versions(), m).into_iter().map(|(spans, _)| spans).collect();
    with_marks(texts, &within, found)
}

/// These changed words, inside passages, with the marks that belong to them.
pub(super) fn with_marks(texts: Pair<&str>, within: &Pair<Span>, mut found: Vec<Pair<Span>>) -> Vec<Pair<Span>> {
    for at in 0..found.len() {
        let before = at.checked_sub(1).and_then(|before| found.get(before));
        let behind = found.get(at + 1);
        let rooms = Pair::from_fn(|side| {
            let own = found[at][side];
            let start = before.map_or(within[side].start(), |before| before[side].end());
            let end = behind.map_or(within[side].end(), |behind| behind[side].start());
            Span::new(start.min(own.start()), end.max(own.end()))
        });
        found[at] = bordered(texts, found[at], rooms);
    }
    found
}

/// A change with its marks, on each side inside the room that the changes beside it leave.
fn bordered(texts: Pair<&str>, change: Pair<Span>, rooms: Pair<Span>) -> Pair<Span> {
    let mut spans = Pair::from_fn(|side| match change[side].is_empty() {
        true => change[side],
        false => trimmed(texts[side], paired(texts[side], change[side], rooms[side])),
    });
    for side in Side::BOTH.into_iter().filter(|side| change[*side].is_empty()) {
        let (place, other) = (change[side].start(), side.other());
        if !spans[other].is_empty() {
            spans[side] = placed(texts, rooms[side], LoneWords { side: other, span: spans[other] }, place);
        }
    }
    spans
}

/// Words that only one side has.
#[derive(Clone, Copy)]
struct LoneWords {
    side: Side,
    span: Span,
}

/// A span with the marks beside it whose other halves are in it.
fn paired(text: &str, span: Span, room: Span) -> Span {
    let halves = |span: Span| unpaired(span.of(text)).len();
    let behind = Span::new(span.start(), closed_to(text, span.end()).min(room.end()));
    let span = if halves(behind) < halves(span) { behind } else { span };
    let before = Span::new(opened_from(text, span.start()).max(room.start()), span.end());
    if halves(before) < halves(span) { before } else { span }
}

/// A span without an opening mark at its end or a closing one at its start; as it is if nothing else is in it.
fn trimmed(text: &str, span: Span) -> Span {
    let own = span.of(text);
    let bare = own.trim_end();
    let last = bare.len() - bare.chars().next_back().map_or(0, char::len_utf8);
    let end = match opened_from(bare, bare.len()) {
        from if from < bare.len() && bare[last..].starts_with(is_opening) => from,
        _ => own.len(),
    };
    // Only what closes stands before a space or punctuation.
    let start = if own.starts_with(char::is_whitespace) { 0 } else { closed_to(own, 0) };
    let words = own.get(start..end).unwrap_or_default();
    if !words.contains(char::is_alphanumeric) {
        return span;
    }
    Span::new(span.start() + start, span.start() + end)
}

fn is_opening(c: char) -> bool {
    !matches!(c, '”' | '’' | ')' | ']' | '}')
}

/// Where words of the other side would be: not between a word and the mark that belongs to it, unless they have such a mark too. An opening
/// mark that the words bring along stands there once.
fn placed(texts: Pair<&str>, room: Span, words: LoneWords, place: usize) -> Span {
    let (here, there) = (texts[words.side.other()], texts[words.side]);
    let closed = closed_to(here, place);
    let free = |edge: usize, of: usize| edge == of;
    if closed > place && closed <= room.end() && free(closed_to(there, words.span.end()), words.span.end()) {
        return Span::new(closed, closed);
    }
    let opened = opened_from(here, place);
    if opened < place && opened >= room.start() && free(opened_from(there, words.span.start()), words.span.start()) {
        return Span::new(opened, opened);
    }
    let next = here.get(place..room.end().max(place)).unwrap_or_default();
    let brought = next.chars().next().filter(|mark| unpaired(words.span.of(there)).contains(mark));
    let len = brought.map_or(0, char::len_utf8);
    Span::new(place, place + len)
}

#[cfg(test)]
mod tests {
    use super::bordered;
    use crate::text::{Pair, Side, Span};

    /// Each side with the change in `|…|`, then the change as it is printed.
    #[track_caller]
    fn check(left: &str, right: &str, printed: Pair<&str>) {
        let drawn = Pair::new(left, right);
        let texts = drawn.map(|text| text.replace('|', ""));
        let change = drawn.map(|text| {
            let start = text.find('|').unwrap();
            Span::new(start, text.rfind('|').unwrap() - 1)
        });
        let rooms = Pair::from_fn(|side: Side| Span::new(0, texts[side].len()));
        let found = bordered(texts.as_ref().map(String::as_str), change, rooms);
        let found = Pair::from_fn(|side: Side| {
            let (text, span) = (&texts[side], found[side]);
            format!("{}|{}|{}", &text[..span.start()], span.of(text), &text[span.end()..])
        });
        assert_eq!(found.as_ref().map(String::as_str), printed);
    }

    #[test]
    fn a_change_keeps_the_mark_whose_other_half_it_has() {
        check(
            "its foreign |ministry said|.",
            "its foreign |minister said (Xinhua via AP|).",
            Pair::new("its foreign |ministry said|.", "its foreign |minister said (Xinhua via AP)|."),
        );
        check(
            "a “|nationalist|” view",
            "a “|patriotic|” view",
            Pair::new("a “|nationalist|” view", "a “|patriotic|” view"),
        );
    }

    #[test]
    fn a_change_ends_with_no_opening_mark_and_begins_with_no_closing_one() {
        check(
            "rights,|” Wang told the visitors: “|We must",
            "rights, ||we must",
            Pair::new("rights,”| Wang told the visitors: |“We must", "rights, ||we must"),
        );
        check(
            "“||politicizing” human rights",
            "|They said they oppose ‘|politicising’ human rights",
            Pair::new("||“politicizing” human rights", "|They said they oppose |‘politicising’ human rights"),
        );
    }

    #[test]
    fn words_that_are_added_stand_behind_the_mark_that_closes_what_is_before_them() {
        check(
            "its rights.||”",
            "its rights.| It was posted.|",
            Pair::new("its rights.”||", "its rights.| It was posted.|"),
        );
    }

    #[test]
    fn an_opening_mark_that_added_words_bring_along_stands_there_once() {
        check(
            "||“Wang noted",
            "|The ministry said: “Mr| Wang noted",
            Pair::new("|“|Wang noted", "|The ministry said: “Mr| Wang noted"),
        );
    }
}
