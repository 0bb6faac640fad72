//! Measures what a frame and the keys before it cost, at three lengths of the articles.
//!
//! usage: cargo bench --bench screen
//!
//! Two invented articles of many paragraphs, the second an edited copy of the first, are collated once; then the reader stands in the
//! middle. Each figure is the time from an event to its frame in memory, of 120x35 cells, without a terminal; then on a wider screen with
//! two, three and four panes. Without `--bench`,
//! as under `cargo test`, it runs a few times on the shortest articles.

#[path = "story/prng.rs"]
#[allow(dead_code)]
mod prng;

use ibid::app::open;
use std::error::Error;
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use ibid::app::{App, Effect, Event, Keys, Size, update};
use ibid::article::Article;
use ibid::boilerplate::RuleSet;
use ibid::collate::Cancel;
use ibid::ui::{Theme, draw};
use prng::Prng;

const SIZE: Size = Size { width: 120, height: 35 };
const OTHER: Size = Size { width: 110, height: 35 };
const SIZES: [(&str, usize); 3] = [("5 kB", 5_000), ("500 kB", 500_000), ("5 MB", 5_000_000)];
/// A screen on which four panes have room.
const VAST: Size = Size { width: 200, height: 50 };
const TIMES: usize = 300;

fn main() -> Result<(), Box<dyn Error>> {
    let measured = std::env::args().any(|argument| argument == "--bench");
    let (sizes, times) = if measured { (SIZES.len(), TIMES) } else { (1, 3) };
    println!(
        "| articles | frame | scroll by one | resize | next match | from there | in one paragraph: frame | resize |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for (name, bytes) in SIZES.into_iter().take(sizes) {
        let mut many = Desk::open(bytes, "\n\n")?;
        let frame = many.measure(&[], times)?;
        let scroll = many.measure(&keys("j"), times)?;
        let resize = many.measure(&[Event::Resized(OTHER), Event::Resized(SIZE)], times)?;
        let next = many.measure(&keys("n"), times)?;
        let after = many.measure(&keys("j"), times)?;
        let mut one = Desk::open(bytes, " ")?;
        let whole = one.measure(&[], times)?;
        let wide = one.measure(&[Event::Resized(OTHER), Event::Resized(SIZE)], times)?;
        println!("| {name} | {frame} | {scroll} | {resize} | {next} | {after} | {whole} | {wide} |");
    }
    println!(
        "\n| diff of the articles | frame | scroll by one | next change | resize | fold or unfold |\n|---|---|---|---|---|---|"
    );
    for (name, bytes) in SIZES.into_iter().take(sizes) {
        let mut diff = Desk::open(bytes, "\n\n")?;
        keys("D").into_iter().for_each(|key| diff.take_in(key));
        let frame = diff.measure(&[], times)?;
        let scroll = diff.measure(&keys("j"), times)?;
        let next = diff.measure(&keys("n"), times)?;
        let resize = diff.measure(&[Event::Resized(OTHER), Event::Resized(SIZE)], times)?;
        let fold = diff.measure(&keys("z"), times)?;
        println!("| {name} | {frame} | {scroll} | {next} | {resize} | {fold} |");
    }
    println!("\n| articles, 200x50 cells | panes | frame | scroll by one | next match |\n|---|---|---|---|---|");
    for (name, bytes) in SIZES.into_iter().take(sizes) {
        let mut row = Desk::open(bytes, "\n\n")?;
        row.take_in(Event::Resized(VAST));
        for panes in [2, 3, 4] {
            let frame = row.measure(&[], times)?;
            let scroll = row.measure(&keys("j"), times)?;
            let next = row.measure(&keys("n"), times)?;
            println!("| {name} | {panes} | {frame} | {scroll} | {next} |");
            keys("|").into_iter().for_each(|key| row.take_in(key));
        }
    }
    Ok(())
}

fn keys(written: &str) -> Vec<Event> {
    Keys::read(written).0.into_iter().map(Event::Key).collect()
}

/// The program with four articles open, two of them shown, and the frame it is drawn on.
struct Desk {
    app: App,
    terminal: Terminal<TestBackend>,
}

impl Desk {
    fn open(bytes: usize, between: &str) -> Result<Self, Box<dyn Error>> {
        let (left, right) = texts(bytes, between);
        let texts = [("left", &left), ("right", &right), ("again left", &left), ("again right", &right)];
        let articles = texts.map(|(name, text)| Article::of_text(name, text)).to_vec();
        let (app, effects) = open(articles, RuleSet::default(), "2031-04-15", SIZE);
        let mut desk = Self { app, terminal: Terminal::new(TestBackend::new(SIZE.width, SIZE.height))? };
        desk.answer(effects);
        let middle = desk.app.desk.library.articles[0].paragraphs.len() / 2;
        keys(&format!("{}gg", middle.max(1))).into_iter().for_each(|key| drop(update(&mut desk.app, key)));
        Ok(desk)
    }

    fn take_in(&mut self, event: Event) {
        if let Event::Resized(Size { width, height }) = event {
            self.terminal.backend_mut().resize(width, height);
        }
        let effects = update(&mut self.app, event);
        self.answer(effects);
    }

    fn answer(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Effect::Diff(job) = &effect
                && let Some(found) = job.answer(&Cancel::default())
            {
                update(&mut self.app, Event::Diffed(found));
            }
            if let Effect::Collate(job) | Effect::CollateNext(job) = effect
                && let Some(answer) = job.answer(&Cancel::default(), &|_| {})
            {
                update(&mut self.app, Event::Answered(answer));
            }
        }
    }

    /// Takes in the events one after another, each followed by a frame, and gives what such a pair of the two costs.
    fn measure(&mut self, events: &[Event], times: usize) -> Result<Figures, Box<dyn Error>> {
        let mut took = Vec::with_capacity(times);
        for at in 0..times {
            let event = (!events.is_empty()).then(|| events[at % events.len()].clone());
            if let Some(Event::Resized(Size { width, height })) = event {
                self.terminal.backend_mut().resize(width, height);
            }
            let start = Instant::now();
            if let Some(event) = event {
                update(&mut self.app, event);
            }
            let (app, theme) = (&self.app, Theme::dark());
            self.terminal.draw(|frame| draw(frame, app, &theme))?;
            took.push(start.elapsed());
        }
        took.sort_unstable();
        Ok(Figures { median: took[times / 2], late: took[times * 95 / 100] })
    }
}

/// The median and the 95th of a hundred.
struct Figures {
    median: Duration,
    late: Duration,
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} µs, {} µs", self.median.as_micros(), self.late.as_micros())
    }
}

/// Makes a text of paragraphs, and a copy with some words changed and some paragraphs left out.
fn texts(bytes: usize, between: &str) -> (String, String) {
    let mut prng = Prng::new(7);
    let (mut left, mut right) = (String::new(), String::new());
    while left.len() < bytes {
        let words: Vec<Vec<String>> = (0..prng.between(2, 5)).map(|_| sentence(&mut prng)).collect();
        let told: Vec<Vec<String>> = words.iter().map(|sentence| changed(sentence, &mut prng)).collect();
        left += &(written(&words) + between);
        if prng.chance(90) {
            right += &(written(&told) + between);
        }
    }
    (left, right)
}

fn sentence(prng: &mut Prng) -> Vec<String> {
    (0..prng.between(8, 24)).map(|_| word(prng.zipf(20_000))).collect()
}

fn changed(sentence: &[String], prng: &mut Prng) -> Vec<String> {
    let told = sentence.iter().map(|known| if prng.chance(8) { word(prng.zipf(20_000)) } else { known.clone() });
    told.collect()
}

/// Spells the word of a rank, frequent ones short.
fn word(rank: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ka", "lo", "mer", "ti", "sun", "da", "vel", "ro", "pi", "gan", "hu", "bel", "no", "tar", "mi", "se", "fo",
        "lin", "du", "ra",
    ];
    let mut left = rank + 1;
    let mut spelled = String::new();
    while left > 0 {
        spelled += SYLLABLES[left % SYLLABLES.len()];
        left /= SYLLABLES.len();
    }
    spelled
}

fn written(sentences: &[Vec<String>]) -> String {
    let each = sentences.iter().map(|words| {
        let said = words.join(" ");
        let (first, rest) = said.split_at(1);
        first.to_uppercase() + rest + "."
    });
    each.collect::<Vec<_>>().join(" ")
}
