//! Cues: words that say that somebody is quoted.

use std::ops::Range;

use super::finder::FactFinder;
use super::lexicon::FactWord;
use crate::text::Span;

/// Words that say that somebody is quoted, and how the one who speaks stands to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// A word of saying, beside which the name stands.
    Said(Span),
    /// `was quoted as saying`, behind the name.
    QuotedAs(Span),
    /// The name itself: `quoted Brandt as saying`.
    Quoted(Span),
    /// `…, saying`, in a sentence that begins with the name.
    Saying(Span),
    /// `according to`, before the name.
    By(Span),
}

impl Cue {
    /// Words with which somebody is quoted: some of them vouch, or doubt.
    pub const SAYING: [FactWord; 3] = [FactWord::Say, FactWord::Doubt, FactWord::Firm];

    /// Where it stands.
    pub fn span(self) -> Span {
        match self {
            Cue::Said(span) | Cue::QuotedAs(span) | Cue::Quoted(span) | Cue::Saying(span) | Cue::By(span) => span,
        }
    }
}

/// Words between `quoted` and `as saying` at the most.
const QUOTED: usize = 6;

/// Finds the cues among some words, in order.
pub(super) fn cues(finder: &FactFinder<'_>, tokens: Range<usize>) -> Vec<Cue> {
    let all = &finder.article().tokens;
    // In English, words that vouch or doubt are `must` and `may` as well; those of saying are told by themselves.
    let saying = if finder.language() == "en" { &Cue::SAYING[..1] } else { &Cue::SAYING[..] };
    let small = |at: usize| {
        all.get(at)
            .filter(|_| tokens.contains(&at))
            .map(|token| token.span.of(finder.text()).to_lowercase())
            .unwrap_or_default()
    };
    let span = |range: Range<usize>| finder.span(&range);
    let mut found = Vec::new();
    for at in tokens.clone() {
        let Some(token) = all.get(at) else { break };
        if let Some(words) = (1..=BY).rev().find(|words| {
            let phrase: Vec<String> = (at..at + words).map(&small).collect();
            finder.is_said(&phrase.join(" "), FactWord::By)
        }) {
            found.push(Cue::By(span(at..at + words)));
        } else if finder.is_word(token.span, FactWord::Participle) {
            found.extend(
                as_saying(at, &small)
                    .map(|quoted| match quoted {
                        CitedAs::Before(from) => Cue::QuotedAs(span(from..at + 1)),
                        CitedAs::Name(name) => Cue::Quoted(span(name)),
                    })
                    .or(Some(Cue::Saying(token.span))),
            );
        } else if saying.iter().any(|word| finder.is_word(token.span, *word))
            || finder.language() == "en" && calls(&small(at), &small(at + 1))
        {
            found.push(Cue::Said(token.span));
        }
    }
    found
}

/// Whether two words tell of an appeal: `called on`, `calls for`, `urged`.
fn calls(word: &str, next: &str) -> bool {
    ["called", "calls"].contains(&word) && ["on", "upon", "for"].contains(&next) || ["urged", "urges"].contains(&word)
}

/// Words in the longest phrase of a cue before a name: `in the words of`.
const BY: usize = 4;

enum CitedAs {
    /// The name stands before the word at which it begins: `was quoted as saying`.
    Before(usize),
    /// It stands between: `quoted Brandt as saying`.
    Name(Range<usize>),
}

/// Reads `quoted as saying`, `quoted by … as saying`, `quoted … as saying` backwards from its last word.
fn as_saying(at: usize, small: &impl Fn(usize) -> String) -> Option<CitedAs> {
    let before = at.checked_sub(1).filter(|at| small(*at) == "as")?;
    let quoted =
        (1..=QUOTED).filter_map(|back| before.checked_sub(back)).find(|at| CITED.contains(&small(*at).as_str()))?;
    let passive = quoted.checked_sub(1).filter(|at| PASSIVE.contains(&small(*at).as_str()));
    match passive {
        Some(was) => {
            let been = was.checked_sub(1).filter(|at| small(was) == "been" && PASSIVE.contains(&small(*at).as_str()));
            Some(CitedAs::Before(been.unwrap_or(was)))
        }
        None if quoted + 1 < before => Some(CitedAs::Name(quoted + 1..before)),
        None => None,
    }
}

const CITED: [&str; 6] = ["quoted", "quotes", "quoting", "cited", "cites", "citing"];
const PASSIVE: [&str; 7] = ["was", "were", "is", "are", "been", "has", "have"];
