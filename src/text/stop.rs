//! Decides which full stops end a sentence.
//!
//! A stop after an abbreviation, an initial or an ordinal may or may not end a sentence; what follows decides. After a title comes a name,
//! after `No.` and `p.` a number. After all others, only a word that typically begins sentences ends the one before. So `by the U.S.
//! Norland said` stays joined: a missed border is better than a wrong one inside `the U.N. Security Council`.

/// Titles and the like: followed by a name, they end no sentence. These are capitalised.
const TITLES: &[&str] = &[
    "Adm", "Amb", "Brig", "Capt", "Cmdr", "Col", "Cpl", "Det", "Dr", "Fr", "Gen", "Gov", "Hon", "Hr", "Insp", "Lt",
    "Maj", "Messrs", "Mlle", "Mme", "Mr", "Mrs", "Ms", "Mx", "Pres", "Prof", "Pvt", "Rep", "Reps", "Rev", "Sen",
    "Sens", "Sgt", "Supt",
];

/// Abbreviations that never end a sentence, in any case.
const NEVER: &[&str] =
    &["approx", "bzw", "ca", "cf", "e.g", "eg", "i.e", "ie", "u.a", "d.h", "viz", "vs", "z.b", "incl", "resp", "sog"];

/// Abbreviations before a number.
const NUMBERED: &[&str] =
    &["no", "nos", "nr", "art", "fig", "figs", "p", "pp", "vol", "ch", "sec", "para", "bd", "s", "c", "v"];

/// Abbreviations at the end of a sentence or inside one. These are capitalised.
const OPEN: &[&str] = &[
    "Inc", "Ltd", "Co", "Corp", "Bros", "Jr", "Sr", "St", "Ste", "Ave", "Blvd", "Rd", "Mt", "Ft", "Dept", "Jan", "Feb",
    "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur",
    "Thurs", "Fri", "Sat", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Fla", "Ga", "Ill", "Kan", "Ky", "Mass",
    "Md", "Mich", "Minn", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis",
    "Wyo", "Ph.D", "Str",
];

/// Like [`OPEN`], in any case.
const OPEN_SMALL: &[&str] = &["etc", "al", "esq", "usw", "usf", "est", "ibid"];

/// Words that typically begin sentences, so that a stop before them ends one.
const STARTERS: &[&str] = &[
    "a",
    "according",
    "after",
    "all",
    "also",
    "although",
    "an",
    "and",
    "another",
    "as",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "during",
    "each",
    "even",
    "for",
    "from",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "it",
    "its",
    "last",
    "later",
    "many",
    "meanwhile",
    "most",
    "my",
    "no",
    "not",
    "now",
    "on",
    "one",
    "our",
    "she",
    "since",
    "so",
    "some",
    "still",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "under",
    "we",
    "what",
    "when",
    "where",
    "while",
    "who",
    "why",
    "with",
    "yet",
    "you",
    "your",
    "der",
    "die",
    "das",
    "ein",
    "eine",
    "er",
    "sie",
    "es",
    "wir",
    "le",
    "la",
    "les",
    "il",
    "elle",
    "el",
    "los",
    "las",
];

/// Capitalised words that follow an ordinal number with a stop: German months and centuries.
const AFTER_ORDINAL: &[&str] = &[
    "januar",
    "jänner",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "jahrhundert",
    "jahrhunderts",
    "jahrestag",
    "geburtstag",
    "platz",
    "mal",
    "tag",
    "klasse",
];

/// The length in bytes of the longest abbreviation without an inner stop (defined).
const ABBREVIATION: usize = 6;

/// How many characters of a word are looked at in either direction; longer words are no abbreviations (a limit).
const LONGEST: usize = 24;

/// Whether the full stop at `at`, with space after it, can end a sentence. `next` is what follows the space and any opening marks.
pub(super) fn may_end(text: &str, at: usize, next: &str) -> bool {
    let word = word_before(text, at);
    if word.is_empty() || (word.len() > ABBREVIATION && !word.contains('.')) {
        return true;
    }
    if TITLES.contains(&word) || has_small(word, NEVER) {
        return false;
    }
    let follower = leading_word(next);
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.len() > 2 || !(has_small(follower, AFTER_ORDINAL) || next.starts_with(|c: char| c.is_numeric()));
    }
    let numbered = has_small(word, NUMBERED) && next.starts_with(|c: char| c.is_numeric());
    let open = OPEN.contains(&word) || has_small(word, OPEN_SMALL) || is_initials(word);
    !numbered && (!open || is_starter(next, follower))
}

/// Whether the stop at `at` ends a sentence although no space follows (`difference.Norland`).
///
/// It does if it is between a lower-case letter and a capital, but not after a short word (`Ph.D`) or an abbreviation, nor in an address
/// with a slash, an at sign or another inner stop.
pub(super) fn lost_its_space(text: &str, at: usize) -> bool {
    let word = word_before(text, at);
    let rest = text[at..].trim_start_matches(['.', '!', '?', '…', '“', '‘', '«', '„']);
    let mut after = rest.chars();
    let glued = word.ends_with(char::is_lowercase) && after.next().is_some_and(char::is_uppercase);
    if !glued || word.contains('.') || TITLES.contains(&word) || OPEN.contains(&word) || has_small(word, NEVER) {
        return false;
    }
    let letters = word.chars().rev().take_while(|c| c.is_alphabetic()).count();
    let abbreviated = letters < 2 || (letters == 2 && word.starts_with(char::is_uppercase));
    !abbreviated && !in_address(text, at, rest)
}

/// Whether the run of characters around `at` reads as a web or mail address.
fn in_address(text: &str, at: usize, rest: &str) -> bool {
    let head = text[..at].chars().rev().take(LONGEST).take_while(|c| !c.is_whitespace());
    let tail = rest.chars().take(LONGEST).take_while(|c| !c.is_whitespace());
    head.chain(tail).any(|c| matches!(c, '/' | '@' | '\\' | '_' | '='))
}

/// Returns the letters, digits and inner stops before `at`, or nothing if they are too long for an abbreviation.
fn word_before(text: &str, at: usize) -> &str {
    let inner = |c: char| c.is_alphanumeric() || c == '.';
    let mut start = at;
    for c in text[..at].chars().rev().take(LONGEST).take_while(|c| inner(*c)) {
        start -= c.len_utf8();
    }
    text[start..at].trim_start_matches('.')
}

/// Returns the letters at the start, or nothing if they are too long for an abbreviation or a starter.
fn leading_word(text: &str) -> &str {
    let letters: usize = text.chars().take(LONGEST).take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    let word = &text[..letters];
    if text[letters..].starts_with(char::is_alphabetic) { "" } else { word }
}

/// Whether `follower`, at the start of `next`, is a word that begins sentences. A letter with a stop is an initial and does not.
fn is_starter(next: &str, follower: &str) -> bool {
    let initial = follower.chars().count() == 1 && next[follower.len()..].starts_with('.');
    !initial && has_small(follower, STARTERS)
}

/// Whether a word is a single letter, or letters with stops between them: `J`, `U.N`.
fn is_initials(word: &str) -> bool {
    let cased = |c: char| c.is_uppercase() || c.is_lowercase();
    word.split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(cased) && chars.next().is_none()
    })
}

fn has_small(word: &str, list: &[&str]) -> bool {
    if word.is_ascii() {
        return list.iter().any(|listed| listed.eq_ignore_ascii_case(word));
    }
    list.contains(&word.to_lowercase().as_str())
}
