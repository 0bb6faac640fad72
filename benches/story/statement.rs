//! Statements: what a story says, clause by clause.

use super::prng::Prng;
use super::words::{Kind, Word, drawn};

/// A statement: a main clause that stands alone, and others that hang on it.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The main clause first.
    pub clauses: Vec<Vec<Word>>,
}

/// What a story is about: the words its statements share.
#[derive(Clone, Debug)]
pub struct Topic {
    words: Vec<Word>,
    people: Vec<Vec<Word>>,
    places: Vec<Word>,
    stock: Vec<Vec<Word>>,
}

/// Words of each kind a topic has of its own.
const OWN: usize = 12;
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

impl Topic {
    /// Draws a topic.
    pub fn drawn(prng: &mut Prng) -> Self {
        let kinds = [Kind::Noun, Kind::Noun, Kind::Verb, Kind::Adjective];
        let words = kinds.iter().flat_map(|&kind| vec![kind; OWN]).map(|kind| drawn(kind, prng)).collect();
        let people = (0..7).map(|_| vec![drawn(Kind::Name, prng), drawn(Kind::Name, prng)]).collect();
        let places = (0..5).map(|_| drawn(Kind::Name, prng)).collect();
        let mut topic = Self { words, people, places, stock: Vec::new() };
        topic.stock = (0..4).map(|_| topic.written("according to the A N of the N of P", prng)).collect();
        topic
    }

    /// Writes a statement.
    pub fn statement(&self, prng: &mut Prng) -> Statement {
        const MAIN: &[&str] = &[
            "the A N V the A N",
            "M , the N of P , V the A N",
            "D A N were V in P",
            "the N of N V a A N",
            "M V that the N had V the N",
            "a A N in P V D N",
        ];
        const HANGING: &[&str] = &[
            "after the N V the A N",
            ", M said on W",
            "because D N V the N",
            "while the A N of P was V",
            "in a N that V the N of P",
            "at the A N near P",
            ", which V a N of D N",
        ];
        let mut clauses = vec![self.written(prng.pick::<&str>(MAIN), prng)];
        for _ in 0..prng.between(1, 3) {
            let stock = prng.chance(12);
            clauses.push(if stock {
                prng.pick(&self.stock).clone()
            } else {
                self.written(prng.pick::<&str>(HANGING), prng)
            });
        }
        Statement { clauses }
    }

    /// Writes what another speaker says to the same point: other words in two of five places, and another name.
    pub fn said_by_another(&self, of: &Statement, prng: &mut Prng) -> Statement {
        self.varied(of, 40, prng)
    }

    /// Writes a statement of the same build about something else: other names and numbers, half of the words the same.
    pub fn false_friend(&self, of: &Statement, prng: &mut Prng) -> Statement {
        self.varied(of, 50, prng)
    }

    fn varied(&self, of: &Statement, percent: usize, prng: &mut Prng) -> Statement {
        let clauses = of.clauses.iter().map(|clause| {
            clause
                .iter()
                .map(|word| match word.kind {
                    Kind::Name => prng.pick(&self.people)[1].clone(),
                    Kind::Number => number(prng),
                    Kind::Function | Kind::Mark => word.clone(),
                    kind if prng.chance(percent) => self.word(kind, prng),
                    _ => word.clone(),
                })
                .collect()
        });
        Statement { clauses: clauses.collect() }
    }

    fn written(&self, template: &str, prng: &mut Prng) -> Vec<Word> {
        let slots = template.split(' ');
        slots
            .flat_map(|slot| match slot {
                "N" => vec![self.word(Kind::Noun, prng)],
                "V" => vec![self.word(Kind::Verb, prng)],
                "A" => vec![self.word(Kind::Adjective, prng)],
                "P" => vec![prng.pick(&self.places).clone()],
                "M" => prng.pick(&self.people).clone(),
                "D" => vec![number(prng)],
                "W" => vec![Word::new(*prng.pick(DAYS), Kind::Function)],
                "," => vec![Word::new(",", Kind::Mark)],
                small => vec![Word::new(small, Kind::Function)],
            })
            .collect()
    }

    /// Draws a word, every other time one of the topic's own.
    pub fn word(&self, kind: Kind, prng: &mut Prng) -> Word {
        let own: Vec<&Word> = self.words.iter().filter(|word| word.kind == kind).collect();
        if prng.chance(45) { (*prng.pick(&own)).clone() } else { drawn(kind, prng) }
    }
}

fn number(prng: &mut Prng) -> Word {
    let number = if prng.chance(30) {
        format!("{},{:03}", prng.between(1, 40), prng.below(1000))
    } else {
        prng.between(2, 900).to_string()
    };
    Word::new(number, Kind::Number)
}
