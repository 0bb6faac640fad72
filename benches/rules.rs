//! Measures how fast rules are laid over articles.
//!
//! usage: cargo bench --bench rules [-- RULES ARTICLES]
//!
//! By default 10,000 rules on 1,000 articles of about 5 kB: wordings, phrases, loose rules and a hundred regular expressions, a few of
//! which fit. Without `--bench`, as under `cargo test`, it runs on few of both.

#[allow(dead_code)]
#[path = "story/prng.rs"]
mod prng;

use std::time::Instant;

use ibid::article::Article;
use ibid::boilerplate::{Fit, Rule, RuleId, RuleSet, Scope, Sieve, Unit, propose};

use prng::Prng;

/// Words of an article; with their spaces about 5 kB.
const WORDS: usize = 830;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let measured = arguments.iter().any(|argument| argument == "--bench");
    let mut asked = arguments.iter().filter_map(|argument| argument.parse::<usize>().ok());
    let count = asked.next().unwrap_or(if measured { 10_000 } else { 200 });
    let articles = asked.next().unwrap_or(if measured { 1_000 } else { 20 });
    let mut prng = Prng::new(7);
    let articles: Vec<Article> =
        (0..articles).map(|at| Article::of_text(&format!("a{at}"), &text(&mut prng))).collect();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    println!("{} articles, {:.1} MB", articles.len(), bytes as f64 / 1e6);
    for (what, kinds) in [("wordings and phrases", 2), ("the same, every third rule loose", 3)] {
        let rules = rules(&mut prng, count, kinds, &articles);
        let started = Instant::now();
        let sieve = Sieve::of(&rules);
        let ready = started.elapsed();
        let hidden: usize = articles.iter().map(|article| sieve.mask(article, &[]).hidden().len()).sum();
        let all = started.elapsed();
        println!(
            "{} rules, {what}: {ready:.1?} to make ready, {:.1?} to apply, {hidden} passages hidden",
            rules.rules.len(),
            all - ready
        );
    }
    let borrowed: Vec<&Article> = articles.iter().collect();
    let started = Instant::now();
    println!("proposals for all: {} in {:.1?}", propose(&borrowed).len(), started.elapsed());
}

/// Makes sentences of words of which some are common and most are rare, as in any language.
fn text(prng: &mut Prng) -> String {
    let mut text = String::new();
    for at in 0..WORDS {
        text.push_str(&word(prng));
        text.push_str(match at % 70 {
            69 => ".\n\n",
            at if at % 14 == 13 => ". ",
            _ => " ",
        });
    }
    text
}

fn word(prng: &mut Prng) -> String {
    const SYLLABLES: [&str; 12] = ["ka", "lo", "mer", "tin", "sa", "ru", "vel", "do", "pas", "ni", "ber", "ol"];
    let mut rest = prng.zipf(20_000);
    let mut word = String::new();
    while word.len() < 4 || rest > 0 {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    if prng.chance(7) {
        word[..1].make_ascii_uppercase();
    }
    word
}

fn rules(prng: &mut Prng, count: usize, kinds: usize, articles: &[Article]) -> RuleSet {
    let rules = (0..count).map(|at| {
        let known = at % 50 == 0;
        let article = articles.get(at % articles.len());
        let sentence =
            article.and_then(|article| Some(article.sentences.get(at / 50 % 40)?.span.of(&article.text).to_owned()));
        let words: Vec<String> = (0..8).map(|_| word(prng)).collect();
        let wording = sentence.filter(|_| known).unwrap_or_else(|| words.join(" "));
        let fit = match at % kinds {
            _ if at % (count / 100).max(1) == 1 => {
                Fit::Pattern(Unit::Words, format!(r"\({} [a-z]+/{}\)$", words[0], words[1]))
            }
            0 => Fit::Exactly(wording),
            1 => Fit::Contains(Unit::Sentence, words[..4].join(" ")),
            _ => Fit::Loosely(wording),
        };
        let id = RuleId(format!("r{at}"));
        Rule {
            id,
            name: String::new(),
            fit,
            scope: Scope::Everywhere,
            created: String::new(),
            note: String::new(),
            does: ibid::boilerplate::Does::default(),
            enabled: true,
        }
    });
    RuleSet { rules: rules.collect() }
}
