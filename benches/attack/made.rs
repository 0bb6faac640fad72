//! Texts, bytes and rules made at random, from words and from what is hard about writing.

use ibid::boilerplate::{Ends, Fit, Rule, RuleId, RuleSet, Rulebooks, Scope, Unit};

use crate::prng::Prng;

/// Common words; few, so that much is shared.
const WORDS: [&str; 28] = [
    "the",
    "a",
    "of",
    "and",
    "not",
    "ferry",
    "harbour",
    "harbor",
    "kites",
    "mayor",
    "said",
    "Monday",
    "10",
    "1987",
    "red",
    "well-known",
    "it's",
    "boats",
    "Osterby",
    "lamps",
    "council",
    "co-op",
    "never",
    "labelled",
    "labeled",
    "Mr.",
    "e.g.",
    "x",
];
/// What is hard: marks that join, turn or command, wide and tall characters, all ends of lines, numbers, quotes, lists.
pub const HARD: [&str; 64] = [
    "\u{301}",
    "e\u{301}\u{302}\u{303}",
    "אבג",
    "مرحبا",
    "👩\u{200d}🚀",
    "🇳🇴",
    "🇳",
    "\u{200d}",
    "\u{200b}",
    "\u{ad}",
    "\u{2060}",
    "\u{1b}[31m",
    "\u{1b}]0;x\u{7}",
    "\u{9b}1m",
    "\u{202e}",
    "\u{2067}",
    "\u{feff}",
    "\0",
    "\u{7f}",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    "\t",
    "\u{b}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{a0}",
    "\u{3000}",
    "汉字，句子。",
    "ｶﾞ",
    "ﷺ",
    "ß",
    "İ",
    "Σς",
    "ǆ",
    "ﬁ",
    "²",
    "٣",
    "１２",
    "\u{fe0f}",
    "क्षि",
    "\u{e0001}",
    "\u{10ffff}",
    "\u{e000}",
    "\u{fffd}",
    "«",
    "„",
    "“",
    "”",
    "’",
    "'",
    "\"",
    "—",
    "...",
    "…",
    "(1)",
    "2.",
    "- ",
    "* * *",
    "<b>",
    "|",
    "https://a.b/c?d=e#f",
];

/// Makes a text: words in sentences and paragraphs, with hard things among them; now and then one without an end to its words.
pub fn text(prng: &mut Prng) -> String {
    let words = *prng.pick(&[0, 3, 12, 60, 250]);
    let (hard, odd) = (*prng.pick(&[0, 2, 15, 70]), prng.chance(5));
    let mut text = String::new();
    for _ in 0..words {
        let word = if prng.chance(hard) { prng.pick(&HARD) } else { prng.pick(&WORDS) };
        let times = if odd && prng.chance(10) { prng.between(1, 400) } else { 1 };
        text += &word.repeat(times);
        text += *prng.pick::<&str>(&[" ", " ", " ", " ", " ", " ", ", ", ". ", ".\n\n", "\n", ""]);
    }
    text
}

/// Makes a text that is akin to another: parts of it left out, put elsewhere, said again, or words of it changed.
pub fn kin(prng: &mut Prng, of: &str) -> String {
    let mut parts: Vec<String> = of.split_inclusive(*prng.pick(&["\n\n", ". ", " "])).map(str::to_owned).collect();
    for _ in 0..prng.below(8) {
        let (at, to) = (prng.below(parts.len().max(1)), prng.below(parts.len().max(1)));
        match prng.below(5) {
            _ if parts.is_empty() => parts.push(text(prng)),
            0 => drop(parts.remove(at)),
            1 => parts.swap(at, to),
            2 => parts.insert(to, parts[at].clone()),
            3 => parts[at] = (*prng.pick(&HARD)).to_owned(),
            _ => parts.insert(at, format!("{} ", prng.pick(&WORDS))),
        }
    }
    let text = parts.concat();
    if prng.chance(10) { text.to_uppercase() } else { text }
}

/// Makes bytes as a file may hold them: a text in some encoding, cut, with some bytes changed.
pub fn bytes(prng: &mut Prng) -> Vec<u8> {
    let text = text(prng);
    let mut bytes: Vec<u8> = match prng.below(5) {
        0 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        1 => [&[0xfe, 0xff][..], &text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>()].concat(),
        2 => text.chars().map(|c| u8::try_from(c as u32).unwrap_or(b'?')).collect(),
        _ => text.into_bytes(),
    };
    for _ in 0..*prng.pick(&[0, 0, 1, 20]) {
        let at = prng.below(bytes.len().max(1));
        match bytes.get_mut(at) {
            Some(byte) => *byte = prng.below(256) as u8,
            None => bytes.push(prng.below(256) as u8),
        }
    }
    let end = prng.below(bytes.len() + 1);
    bytes.truncate(if prng.chance(20) { end } else { bytes.len() });
    bytes
}

/// Makes rules of any kind and unit, most of words that stand in a text.
pub fn rules(prng: &mut Prng, text: &str) -> Rulebooks {
    let count = *prng.pick(&[0, 1, 2, 6]);
    let rule = |at: usize| rule(prng, text, at);
    RuleSet { rules: (0..count).map(rule).collect() }.into()
}

/// Makes one rule.
pub fn rule(prng: &mut Prng, text: &str, at: usize) -> Rule {
    let words: Vec<&str> = text.split(' ').collect();
    let some = |prng: &mut Prng| {
        let start = prng.below(words.len());
        let end = (start + prng.between(1, 9)).min(words.len());
        if prng.chance(15) { (*prng.pick(&HARD)).to_owned() } else { words[start..end].join(" ") }
    };
    let unit = *prng.pick(&[Unit::Paragraph, Unit::Sentence, Unit::Words]);
    let said = some(prng);
    let fit = match prng.below(7) {
        0 => Fit::Exactly(said),
        1 => Fit::Loosely(said),
        2 => Fit::BeginsSo(unit, said),
        3 => Fit::Contains(unit, said),
        4 => Fit::ToEnd(unit, said),
        5 => Fit::Between(unit, Ends { from: said, to: some(prng) }),
        _ => Fit::Pattern(
            unit,
            (*prng.pick(&[".", r"\w+", "[a-z]+ ", r"^.*\d", "(a|b)*", r"\W", "ferry|kites", "$"])).to_owned(),
        ),
    };
    let scope = if prng.chance(80) { Scope::Everywhere } else { Scope::Article("one".to_owned()) };
    let name = some(prng);
    Rule {
        id: RuleId(format!("r{at}")),
        name,
        fit,
        scope,
        created: "2031-04-15".to_owned(),
        note: String::new(),
        does: ibid::boilerplate::Does::default(),
        enabled: prng.chance(90),
    }
}

/// Changes a text that has a form, as TOML or JSON, so that it may have none any more.
pub fn broken(prng: &mut Prng, of: &str) -> String {
    const BITS: [&str; 34] = [
        "[",
        "]",
        "[[rule]]",
        "{",
        "}",
        "\"",
        "'",
        "\"\"\"",
        "=",
        ".",
        ",",
        "#",
        "\n",
        "\\",
        "\\u0000",
        "\\uD800",
        "1e999",
        "-0",
        "0x7fffffffffffffff",
        "99999999999999999999",
        "true",
        "9999-99-99",
        "id",
        "match",
        "\u{1b}",
        "\u{202e}",
        "\u{feff}",
        "\0",
        "a{1000}{1000}",
        "(a*)*b",
        "((((",
        "[!x",
        "65536",
        "**",
    ];
    let mut text: Vec<char> = of.chars().collect();
    for _ in 0..prng.below(8) {
        let at = prng.below(text.len() + 1);
        let end = (at + prng.below(40)).min(text.len());
        match prng.below(4) {
            0 => drop(text.drain(at..end)),
            1 => {
                let part = text[at..end].to_vec();
                let to = prng.below(text.len() + 1);
                text.splice(to..to, part);
            }
            _ => {
                let bit = prng.pick(&BITS).repeat(if prng.chance(5) { 80 } else { 1 });
                text.splice(at..at, bit.chars().collect::<Vec<_>>());
            }
        }
    }
    text.into_iter().collect()
}
