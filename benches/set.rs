//! Measures what is found among many articles, how well and at what cost.
//!
//! usage: cargo bench --bench set [-- ARTICLES]
//!
//! First stories rewritten by several outlets: how well their sentences are put together (B-cubed), on seeds the rules were tuned on
//! and on others. Then many articles with families among them: time, memory, and which pairs are found. Times are of the
//! processor, for the one thread, where the system tells it. Without `--bench`, as under `cargo test`, it runs on few articles.
//!
//! Then an engine's clusters with strangers planted among their texts: whether the list by doubt begins with these (`doubt`; `features`
//! prints what it is fitted on).
//!
//! `cargo bench --bench set -- corpus FILE ARTICLES` writes such articles as lines of JSON, each with its family.

mod doubt;
#[allow(dead_code)]
mod story;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::time::Instant;

use ibid::article::Article;
use ibid::boilerplate::Mask;
use ibid::collate::{
    Cancel, Census, Clusters, Matrix, Place, Shard, Synopsis, Witness, cells, clusters, origins, read_closely,
    shared_by, synopsis,
};

use story::bcubed::Figures;
use story::copies::copies;
use story::corpus;
use story::families::{Library, library};
use story::truth::{self, Judged, Told, judge};

/// Words of a hundred of the shorter article that a stricter reader asks for.
const RELATED: usize = 3;
/// Sentences of one source that two articles must both have to be kin.
const KIN: usize = 2;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let measured = arguments.iter().any(|argument| argument == "--bench");
    let asked = arguments.iter().find_map(|argument| argument.parse().ok());
    let count = asked.unwrap_or(if measured { 10_000 } else { 200 });
    let only = |part: &str| arguments.iter().any(|argument| argument == part);
    if only("corpus") {
        let file = arguments.iter().skip_while(|argument| *argument != "corpus").nth(1);
        if let Err(error) = corpus::write(file.map_or("corpus.jsonl", String::as_str), count) {
            println!("{error}");
        }
        return;
    }
    if only("stories") {
        stories("seeds tuned on", 1..41);
        stories("seeds kept aside", 101..if measured { 301 } else { 121 });
        return;
    }
    if only("errors") {
        errors(1..13);
        return;
    }
    if only("features") {
        doubt::features(1..4);
        return;
    }
    if only("doubt") {
        doubts(measured);
        return;
    }
    if only("origins") {
        families("sets tuned on", 1..61);
        families("sets kept aside", 1_001..if measured { 1_401 } else { 1_101 });
        return;
    }
    stories("seeds tuned on", 1..41);
    stories("seeds kept aside", 101..if measured { 301 } else { 121 });
    families("sets tuned on", 1..61);
    families("sets kept aside", 1_001..if measured { 1_401 } else { 1_011 });
    doubts(measured);
    for seed in [1, 2] {
        all_pairs(seed, count);
    }
}

/// Tells whether the list of an engine's clusters by doubt begins with those that hold a text that is not of them.
fn doubts(measured: bool) {
    doubt::doubt("seeds fitted on", 1..if measured { 4 } else { 2 });
    doubt::doubt("seeds kept aside", 101..if measured { 106 } else { 102 });
    let named = std::env::args().skip_while(|argument| argument != "doubt").nth(1);
    let folder = named.filter(|named| !named.starts_with('-'));
    doubt::doubt_of_stories(folder.as_deref().unwrap_or("benches/stories"));
}

/// Judges the clusters of the stories of some seeds.
fn stories(what: &str, seeds: Range<u64>) {
    let all: Vec<(Judged, Judged)> = seeds.map(story_of).collect();
    let (judged, whole): (Vec<Judged>, Vec<Judged>) = all.into_iter().unzip();
    let least = judged.iter().map(|judged| judged.related.f1()).fold(1.0, f64::min);
    let Judged { related, classes } = Judged::mean(&judged);
    println!("{what}: {} stories", judged.len());
    let rows = Judged::mean(&whole).related;
    for (what, figures) in
        [("carrying a statement", related), ("classes alone", classes), ("in a row of the whole story", rows)]
    {
        let Figures { precision, recall } = figures;
        println!("  {what}: B-cubed precision {precision:.3}, recall {recall:.3}, F1 {:.3}", figures.f1());
    }
    println!("  worst story: F1 {least:.3}");
}

/// Judges one story: by its clusters alone, and by the rows of its synopsis, for which each pair is collated.
fn story_of(seed: u64) -> (Judged, Judged) {
    let told = story::story(seed);
    let articles: Vec<Article> = told.iter().map(|article| Article::of_text("a", &story::set(article))).collect();
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let found = clusters(&witnesses, &Cancel::default()).unwrap_or_default();
    let place = |(article, sentence): Told| Place { article, sentence };
    let members = |told: Told| found.members(place(told)).into_iter().map(|member| member.place).collect();
    let related: BTreeMap<Place, BTreeSet<Place>> = found
        .all()
        .iter()
        .flat_map(|cluster| &cluster.members)
        .map(|&p| (p, members((p.article, p.sentence))))
        .collect();
    let rows = rows_of(&witnesses, &found);
    let carried = |a: Told, b: Told| rows.carriers(place(a)).iter().any(|member| member.place == place(b));
    let by_clusters = judge(
        &told,
        |a, b| related.get(&place(a)).is_some_and(|related| related.contains(&place(b))),
        |a, b| found.of(place(a)) == found.of(place(b)),
    );
    (by_clusters, judge(&told, carried, carried))
}

/// The synopsis of a few articles.
fn rows_of(witnesses: &[Witness<'_>], clusters: &Clusters) -> Synopsis {
    let cancel = Cancel::default();
    let articles: Vec<&Article> = witnesses.iter().map(|witness| witness.article).collect();
    let pairs = read_closely(&articles).into_iter();
    let pairs: Vec<_> = pairs.filter_map(|pair| shared_by(witnesses, pair, &[], &cancel)).collect();
    synopsis(witnesses, clusters, &pairs, &cancel).unwrap_or_default()
}

/// Judges the families of planted copies, and who is said to have copied whom.
fn families(what: &str, seeds: Range<u64>) {
    let (mut held, mut truth, mut both) = (0, 0, 0);
    let (mut told, mut right, mut known, mut found) = (0, 0, 0, 0);
    let mut counts = (0, 0);
    for seed in seeds {
        let planted = copies(seed).all;
        let articles: Vec<Article> = planted
            .iter()
            .map(|planted| {
                let mut article = Article::of_text(&planted.outlet, &planted.text);
                article.source.clone_from(&planted.outlet);
                article.meta.date.clone_from(&planted.date);
                article
            })
            .collect();
        let mask = Mask::default();
        let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
        let found_here = origins(&witnesses, &[], &Cancel::default()).unwrap_or_default();
        counts = (counts.0 + 1, counts.1 + planted.len());
        for a in 0..planted.len() {
            for b in a + 1..planted.len() {
                let is = found_here.family[a] == found_here.family[b];
                let should = planted[a].family == planted[b].family;
                if is != should && std::env::var_os("IBID_ERRORS").is_some() {
                    println!(
                        "  seed {seed}: {a} and {b} are {}one family",
                        if should { "not held to be " } else { "held to be " }
                    );
                }
                (held, truth) = (held + usize::from(is), truth + usize::from(should));
                both += usize::from(is && should);
            }
        }
        for (at, article) in planted.iter().enumerate() {
            let descends = |from: usize| {
                std::iter::successors(article.parent, |parent| planted[*parent].parent).any(|parent| parent == from)
            };
            let source = found_here.sources[at];
            told += usize::from(source.is_some());
            right += usize::from(source.is_some_and(|(source, _)| descends(source)));
            known += usize::from(article.told);
            found += usize::from(article.told && source.is_some_and(|(source, _)| descends(source)));
            if std::env::var_os("IBID_ERRORS").is_some() {
                let wrong = source.is_some_and(|(source, _)| !descends(source));
                if wrong || article.told && source.is_none() {
                    println!(
                        "  seed {seed}: {at} is said to come of {source:?}, comes of {:?}, told {}",
                        article.parent, article.told
                    );
                }
            }
        }
    }
    let figures = Figures { precision: ratio(both, held), recall: ratio(both, truth) };
    println!("origins, {what}: {} sets, {} articles", counts.0, counts.1);
    println!(
        "  families, by pairs: precision {:.3}, recall {:.3}, F1 {:.3}",
        figures.precision,
        figures.recall,
        figures.f1()
    );
    println!(
        "  direction: {told} told, {right} right ({:.3}); {found} of {known} that can be told ({:.3})",
        ratio(right, told),
        ratio(found, known)
    );
}

/// Prints the pairs of sentences that stories have wrong, with what is in them.
fn errors(seeds: Range<u64>) {
    for seed in seeds {
        let told = story::story(seed);
        let articles: Vec<Article> = told.iter().map(|article| Article::of_text("a", &story::set(article))).collect();
        let mask = Mask::default();
        let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
        let found = clusters(&witnesses, &Cancel::default()).unwrap_or_default();
        let all: Vec<Told> =
            told.iter().enumerate().flat_map(|(a, article)| (0..article.len()).map(move |s| (a, s))).collect();
        for (at, &one) in all.iter().enumerate() {
            let place = Place { article: one.0, sentence: one.1 };
            let members: BTreeSet<Place> = found.members(place).into_iter().map(|member| member.place).collect();
            for &other in &all[at + 1..] {
                let there = Place { article: other.0, sentence: other.1 };
                let (a, b) = (&told[one.0][one.1], &told[other.0][other.1]);
                let belongs = a.atoms.iter().any(|atom| b.atoms.contains(atom));
                let held = members.contains(&there);
                let class = truth::class_of(&a.atoms) == truth::class_of(&b.atoms);
                let classed = found.of(place) == found.of(there);
                if belongs != held || class != classed {
                    let what = format!(
                        "{}{}",
                        if belongs == held {
                            ""
                        } else if held {
                            "[related: false] "
                        } else {
                            "[related: missed] "
                        },
                        if class == classed {
                            ""
                        } else if classed {
                            "[class: false]"
                        } else {
                            "[class: missed]"
                        }
                    );
                    println!("{seed} {what} {:?} {:?}\n  {}\n  {}", a.atoms, b.atoms, a.text, b.text);
                }
            }
        }
    }
}

fn all_pairs(seed: u64, count: usize) {
    let library = library(seed, count);
    let bytes: usize = library.texts.iter().map(String::len).sum();
    println!("seed {seed}: {count} articles, {:.1} MB, {} planted pairs", bytes as f64 / 1e6, library.kin.len());
    let clock = Clock::start();
    let articles: Vec<Article> = library.texts.iter().map(|text| Article::of_text("a", text)).collect();
    clock.tell("open");
    tell_peak("with the articles open");
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let matrix = matrix_by_one(&witnesses);
    assert_eq!(matrix, matrix_by_two(&witnesses), "shards change nothing");
    tell_peak("after the matrix");
    judge_pairs(&library, &matrix);
    let clock = Clock::start();
    let found = clusters(&witnesses, &Cancel::default());
    clock.tell("clusters");
    println!("  {} clusters", found.map_or(0, |found| found.all().len()));
    tell_peak("after the clusters");
}

fn matrix_by_one(witnesses: &[Witness<'_>]) -> Matrix {
    let cancel = Cancel::default();
    let all = Clock::start();
    let clock = Clock::start();
    let census = Census::new(witnesses);
    clock.tell("  twins");
    let clock = Clock::start();
    let grams = census.grams(Shard::ALL, &cancel).unwrap_or_default();
    clock.tell("  grams");
    let clock = Clock::start();
    let index = census.index(vec![grams]);
    clock.tell("  index");
    let clock = Clock::start();
    let cells = cells(&index, Shard::ALL, &cancel).unwrap_or_default();
    clock.tell("  cells");
    let matrix = index.matrix(vec![cells]);
    all.tell("matrix, one thread");
    matrix
}

fn matrix_by_two(witnesses: &[Witness<'_>]) -> Matrix {
    let cancel = Cancel::default();
    let start = Instant::now();
    let census = Census::new(witnesses);
    let grams = shared_out(|shard| census.grams(shard, &cancel).unwrap_or_default());
    let index = census.index(grams);
    let cells = shared_out(|shard| cells(&index, shard, &cancel).unwrap_or_default());
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

fn judge_pairs(library: &Library, matrix: &Matrix) {
    let share = |&(a, b): &(usize, usize)| {
        let (short, long) = if matrix.words(a) <= matrix.words(b) { (a, b) } else { (b, a) };
        matrix.shared(short, long) * 100 / matrix.words(short).max(1)
    };
    let all: Vec<(usize, usize)> = matrix.pairs().collect();
    for (what, from) in [("all families", 0), ("without the widest", library.widest)] {
        let counts = |pair: &(usize, usize)| pair.1 >= from;
        let truth: BTreeSet<(usize, usize)> = library
            .kin
            .iter()
            .filter(|(pair, shared)| shared.1 >= KIN && counts(pair))
            .map(|(pair, _)| *pair)
            .collect();
        for least in [0, RELATED] {
            let related: BTreeSet<_> =
                all.iter().copied().filter(|pair| counts(pair) && share(pair) >= least).collect();
            let both = truth.intersection(&related).count();
            let kin = related.iter().filter(|pair| library.kin.contains_key(pair)).count();
            let (recall, precision) = (ratio(both, truth.len()), ratio(kin, related.len()));
            println!(
                "  {what}, {least} % shared or more: {} pairs, recall {recall:.4}, precision {precision:.4}",
                related.len()
            );
        }
    }
    let (mut planted, mut found, mut right) = (0, 0, 0);
    for (&(a, b), &(words, _)) in &library.kin {
        let shared = matrix.shared(a, b);
        (planted, found, right) = (planted + words, found + shared, right + shared.min(words));
    }
    println!(
        "  words of kin: {planted} planted, {found} found, recall {:.3}, precision {:.3}",
        ratio(right, planted),
        ratio(right, found)
    );
}

fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
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

/// Prints the most memory this process ever held.
fn tell_peak(when: &str) {
    if let Some(kilobytes) = peak() {
        println!("  peak memory {when}: {} MB", kilobytes / 1024);
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
