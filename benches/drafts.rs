//! Measures how well a diff tells what changed, on edited drafts of which the truth is known.
//!
//! usage: cargo bench --bench drafts [-- [--drafts N] [--kind KIND] [--errors N] [--seed N]]
//!
//! Prints a table. With `--errors` also so many of the faults, with `--seed` one draft whole.

#[allow(dead_code)]
#[path = "drafts/mod.rs"]
mod drafts;

use drafts::draft::draft;
use drafts::edits::Edit;
use drafts::found::by_ibid;
use drafts::score::{Fault, Score, judge};
use drafts::show;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1)
    };
    let number = |name: &str| value(name).and_then(|value| value.parse::<u64>().ok());
    let measured = arguments.iter().any(|argument| argument == "--bench");
    let kind = value("--kind").and_then(|name| Edit::named(name));
    if let Some(seed) = number("--seed") {
        return one(seed, kind);
    }
    let drafts = number("--drafts").unwrap_or(if measured { 1_000 } else { 30 });
    let mut errors = number("--errors").unwrap_or(0);
    println!("{HEAD}");
    tell("all kinds", &run(1..drafts + 1, kind, &mut errors));
    if kind.is_none() {
        for (edit, name) in Edit::ALL {
            tell(name, &run(1..drafts / 10 + 1, Some(edit), &mut errors));
        }
    }
}

const HEAD: &str = "| edits | drafts | changes | missed | unchanged called changed | pieces a change | moves | found | marks | missed |
|---|---|---|---|---|---|---|---|---|---|";

fn run(seeds: std::ops::Range<u64>, kind: Option<Edit>, errors: &mut u64) -> Score {
    let mut sum = Score::default();
    for draft in seeds.filter_map(|seed| draft(seed, kind)) {
        let found = by_ibid(&draft);
        let (score, faults) = judge(&draft, &found);
        sum.add(&score);
        for fault in faults {
            if *errors > 0 {
                *errors -= 1;
                let named = kind.map_or(String::new(), |kind| format!("--kind {} ", kind.name()));
                println!("{named}{}", show::fault(&draft, &found, &fault));
            }
        }
    }
    sum
}

fn one(seed: u64, kind: Option<Edit>) {
    let Some(draft) = draft(seed, kind) else { return println!("no draft of that seed and kind") };
    let found = by_ibid(&draft);
    print!("{}", show::draft(&draft, &found));
    let (_, faults): (Score, Vec<Fault>) = judge(&draft, &found);
    println!("==== faults");
    faults.iter().for_each(|fault| println!("{}", show::fault(&draft, &found, fault)));
}

fn tell(what: &str, score: &Score) {
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    println!(
        "| {what} | {} | {} | {} | {:.2} % | {:.2} | {} | {:.3} | {} | {} |",
        score.drafts,
        score.changes,
        score.missed,
        100.0 * share(score.called_changed, score.kept),
        share(score.pieces, score.changes),
        score.moves,
        share(score.found, score.moves),
        score.marks,
        score.unmarked
    );
}
