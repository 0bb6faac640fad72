//! Measures what is found among many articles, how well and at what cost.
//!
//! usage: cargo bench --bench set [-- ARTICLES]
//!
//! Prints processor time (of the thread, where the system tells it), memory, and how much of what was planted is found. Without
//! `--bench`, as under `cargo test`, it runs on few articles.

#[allow(dead_code)]
mod story;

use std::collections::BTreeSet;
use std::fs;
use std::time::Instant;

use ibid::article::Article;
use ibid::boilerplate::Mask;
use ibid::collate::{Cancel, Matrix, Shard, Survey, Witness, clusters};

use story::families::{Library, library};

/// A pair is called related when so many of a hundred words of the shorter article stand in the other.
const RELATED: usize = 6;
/// Sentences of one source that two articles must both have to be kin.
const KIN: usize = 2;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let measured = arguments.iter().any(|argument| argument == "--bench");
    let asked = arguments.iter().find_map(|argument| argument.parse().ok());
    let count = asked.unwrap_or(if measured { 10_000 } else { 200 });
    for seed in [1, 2] {
        all_pairs(seed, count);
    }
    println!("peak memory {} MB", peak().map_or("?".to_owned(), |kilobytes| (kilobytes / 1024).to_string()));
}

fn all_pairs(seed: u64, count: usize) {
    let library = library(seed, count);
    let bytes: usize = library.texts.iter().map(String::len).sum();
    println!("seed {seed}: {count} articles, {:.1} MB, {} planted pairs", bytes as f64 / 1e6, library.kin.len());
    let clock = Clock::start();
    let articles: Vec<Article> = library.texts.iter().map(|text| Article::of_text("a", text)).collect();
    clock.tell("open");
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let matrix = matrix_by_one(&witnesses);
    assert_eq!(matrix, matrix_by_two(&witnesses), "shards change nothing");
    judge(&library, &matrix);
    let clock = Clock::start();
    let found = clusters(&witnesses, &Cancel::default());
    clock.tell("clusters");
    println!("  {} clusters", found.map_or(0, |found| found.all().len()));
}

fn matrix_by_one(witnesses: &[Witness<'_>]) -> Matrix {
    let cancel = Cancel::default();
    let all = Clock::start();
    let clock = Clock::start();
    let survey = Survey::new(witnesses);
    clock.tell("  twins");
    let clock = Clock::start();
    let grams = survey.grams(Shard::ALL, &cancel).unwrap_or_default();
    clock.tell("  grams");
    let clock = Clock::start();
    let index = survey.index(vec![grams]);
    clock.tell("  index");
    let clock = Clock::start();
    let cells = index.cells(Shard::ALL, &cancel).unwrap_or_default();
    clock.tell("  cells");
    let matrix = index.matrix(vec![cells]);
    all.tell("matrix, one thread");
    matrix
}

fn matrix_by_two(witnesses: &[Witness<'_>]) -> Matrix {
    let cancel = Cancel::default();
    let start = Instant::now();
    let survey = Survey::new(witnesses);
    let grams = shared_out(|shard| survey.grams(shard, &cancel).unwrap_or_default());
    let index = survey.index(grams);
    let cells = shared_out(|shard| index.cells(shard, &cancel).unwrap_or_default());
    let matrix = index.matrix(cells);
    println!("  matrix, two threads: {:.2} s by the wall", start.elapsed().as_secs_f64());
    matrix
}

fn shared_out<T: Send>(work: impl Fn(Shard) -> T + Sync) -> Vec<T> {
    let work = &work;
    std::thread::scope(|scope| {
        let threads: Vec<_> = Shard::shared_out(2).into_iter().map(|shard| scope.spawn(move || work(shard))).collect();
        threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
    })
}

fn judge(library: &Library, matrix: &Matrix) {
    let truth: BTreeSet<(usize, usize)> =
        library.kin.iter().filter(|(_, shared)| shared.1 >= KIN).map(|(pair, _)| *pair).collect();
    let all: Vec<(usize, usize)> = matrix.pairs().collect();
    let share = |&(a, b): &(usize, usize)| {
        let (short, long) = if matrix.words(a) <= matrix.words(b) { (a, b) } else { (b, a) };
        matrix.shared(short, long) * 100 / matrix.words(short).max(1)
    };
    for least in [0, 3, RELATED, 10] {
        let related: BTreeSet<_> = all.iter().copied().filter(|pair| share(pair) >= least).collect();
        let both = truth.intersection(&related).count();
        let kin = related.iter().filter(|pair| library.kin.contains_key(pair)).count();
        let ratio = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        println!(
            "  related from {least} %: {} pairs, recall {:.4}, precision {:.4}",
            related.len(),
            ratio(both, truth.len()),
            ratio(kin, related.len())
        );
    }
    let (mut planted, mut found, mut right) = (0, 0, 0);
    for (&(a, b), &(words, _)) in &library.kin {
        let shared = matrix.shared(a, b);
        (planted, found, right) = (planted + words, found + shared, right + shared.min(words));
    }
    println!(
        "  words of kin: {planted} planted, {found} found, recall {:.3}, precision {:.3}",
        right as f64 / planted as f64,
        right as f64 / found as f64
    );
}

/// Measures the processor time of this thread, or the wall's where the system does not tell it.
struct Clock {
    wall: Instant,
    processor: Option<f64>,
}

impl Clock {
    fn start() -> Self {
        Self { wall: Instant::now(), processor: processor() }
    }

    fn tell(&self, what: &str) {
        match (self.processor, processor()) {
            (Some(before), Some(after)) => println!("  {what}: {:.2} s of processor time", after - before),
            _ => println!("  {what}: {:.2} s by the wall", self.wall.elapsed().as_secs_f64()),
        }
    }
}

fn processor() -> Option<f64> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(text.split(' ').next()?.parse::<f64>().ok()? / 1e9)
}

/// Gives the most memory this process ever held, in kilobytes, where the system tells it.
fn peak() -> Option<usize> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().trim_end_matches(" kB").parse().ok())
}
