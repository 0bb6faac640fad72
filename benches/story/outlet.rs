//! An outlet: how it tells a story in words of its own.

use super::prng::Prng;
use super::statement::{Statement, Topic};
use super::words::{Kind, Word, capitalised, drawn, inflected, respelled, synonym};

/// A clause of a statement: the number of each.
pub type Atom = (usize, usize);

/// A sentence and the truth about it.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// As it is printed.
    pub text: String,
    /// The clauses of statements it carries.
    pub atoms: Vec<Atom>,
}

/// A clause on its way into print.
#[derive(Clone, Debug)]
struct Clause {
    words: Vec<Word>,
    atom: Atom,
}

/// Tells statements, which come with their numbers, in an outlet's own way: kept, respelled, edited, cut, merged, split.
pub fn told(statements: &[(usize, &Statement)], topic: &Topic, prng: &mut Prng) -> Vec<Sentence> {
    let american = prng.chance(50);
    let mut sentences = Vec::new();
    let mut at = 0;
    while let Some((number, statement)) = statements.get(at) {
        at += 1;
        let mut clauses = numbered(*number, statement);
        match prng.below(100) {
            0..=29 => (),
            30..=47 => edit(&mut clauses, 8, topic, prng),
            48..=65 => edit(&mut clauses, 20, topic, prng),
            66..=73 => edit(&mut clauses, 36, topic, prng),
            74..=83 => {
                drop_clause(&mut clauses, prng);
                edit(&mut clauses, 6, topic, prng);
            }
            84..=91 if at < statements.len() => {
                let (number, statement) = statements[at];
                at += 1;
                merge(&mut clauses, numbered(number, statement), prng);
                edit(&mut clauses, 6, topic, prng);
            }
            _ => {
                let rest = clauses.split_off(1);
                edit(&mut clauses, 5, topic, prng);
                sentences.push(printed(&clauses, american));
                clauses = split_off(rest);
            }
        }
        sentences.push(printed(&clauses, american));
    }
    sentences
}

fn numbered(number: usize, statement: &Statement) -> Vec<Clause> {
    let clauses = statement.clauses.iter().enumerate();
    clauses.map(|(at, words)| Clause { words: words.clone(), atom: (number, at) }).collect()
}

/// Edits so many of a hundred words, and may turn the order of the clauses that hang on the main one.
fn edit(clauses: &mut [Clause], percent: usize, topic: &Topic, prng: &mut Prng) {
    for clause in clauses.iter_mut() {
        let words = std::mem::take(&mut clause.words);
        clause.words = words.into_iter().flat_map(|word| edited(word, percent, topic, prng)).collect();
    }
    if percent >= 20 && clauses.len() > 2 && prng.chance(40) {
        clauses[1..].rotate_left(1);
    }
}

fn edited(word: Word, percent: usize, topic: &Topic, prng: &mut Prng) -> Vec<Word> {
    if word.says_something() && prng.chance(percent) {
        return match prng.below(20) {
            0..=10 => vec![synonym(&word, prng)],
            11..=13 => vec![inflected(&word)],
            14..=16 if word.kind == Kind::Adjective => Vec::new(),
            14..=16 => vec![topic.word(word.kind, prng)],
            _ => vec![drawn(Kind::Adjective, prng), word],
        };
    }
    match word.kind {
        Kind::Name if prng.chance(percent / 2) => {
            vec![Word::new("the", Kind::Function), topic.word(Kind::Noun, prng)]
        }
        Kind::Number if prng.chance(percent) => vec![Word::new("about", Kind::Function), word],
        Kind::Function if word.text.starts_with(char::is_lowercase) && prng.chance(percent / 2) => {
            let small = ["the", "a", "its", "their", "this", "of", "on", "by", "then"];
            vec![Word::new(*prng.pick(&small), Kind::Function)]
        }
        _ => vec![word],
    }
}

fn drop_clause(clauses: &mut Vec<Clause>, prng: &mut Prng) {
    if clauses.len() > 1 {
        clauses.remove(prng.between(1, clauses.len() - 1));
    }
}

/// Makes one sentence of two, each of which may lose its last clause.
fn merge(clauses: &mut Vec<Clause>, mut second: Vec<Clause>, prng: &mut Prng) {
    for part in [&mut *clauses, &mut second] {
        if part.len() > 2 && prng.chance(50) {
            part.pop();
        }
    }
    let joint = *prng.pick(&["and", "while", "as", "but"]);
    second[0].words.insert(0, Word::new(joint, Kind::Function));
    clauses.append(&mut second);
}

/// Makes a sentence of its own of the clauses that hung on a main one.
fn split_off(mut rest: Vec<Clause>) -> Vec<Clause> {
    if let Some(first) = rest.first_mut() {
        if first.words.first().is_some_and(|word| word.kind == Kind::Mark) {
            first.words.remove(0);
        }
        if first.words.first().is_some_and(|word| word.text == "which") {
            first.words[0] = Word::new("it", Kind::Function);
            return rest;
        }
        let opening = ["This", "was"].map(|small| Word::new(small, Kind::Function));
        first.words.splice(0..0, opening);
    }
    rest
}

fn printed(clauses: &[Clause], american: bool) -> Sentence {
    let mut text = String::new();
    for word in clauses.iter().flat_map(|clause| &clause.words) {
        let word = if american { respelled(word) } else { word.clone() };
        if word.kind != Kind::Mark && !text.is_empty() {
            text.push(' ');
        }
        text += &word.text;
    }
    Sentence { text: capitalised(&text) + ".", atoms: clauses.iter().map(|clause| clause.atom).collect() }
}
