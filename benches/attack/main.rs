//! Attacks the program in memory: random texts, rules, settings, states and keys, each made from a number, and looks for panics and for
//! what must never be.
//!
//! usage: cargo bench --profile attack --bench attack -- [TARGET...] [--seconds N | --seeds N] [--seed N | --random]
//!
//! The targets are `texts`, `collate`, `in-order`, `reports`, `rules`, `settings`, `state`, `keys`
//! and `kinds`; without a name all are attacked,
//! each for 20 seconds, from a seed of the clock. With `--seed N --seeds N` the inputs are always the same, however fast the machine is.
//! A fault is told with its seed, and `TARGET --seed N --seeds 1` shows it again. The profile has debug assertions and overflow checks on.
//! Without `--bench`, as under `cargo test --bench attack`, each target has a few seeds, always the same unless `--random` is said, and
//! nothing is a fault for being slow. It ends with 1 where a fault was found.

mod files;
mod found;
mod keys;
mod kinds;
mod made;
#[path = "../story/prng.rs"]
#[allow(dead_code)]
mod prng;

use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant, SystemTime};

use prng::Prng;

/// What a target does with the numbers of one seed; it panics where something is as it must never be.
type Attack = fn(&mut Prng);

const TARGETS: [(&str, Attack); 9] = [
    ("texts", found::texts),
    ("collate", found::collated),
    ("in-order", found::in_order),
    ("reports", found::reports),
    ("rules", files::rules),
    ("settings", files::settings),
    ("state", files::state),
    ("keys", keys::pressed),
    ("kinds", kinds::read_broken),
];
/// Seconds a target.
const SECONDS: u64 = 20;
/// Seeds a target under `cargo test`, and the first of them.
const FEW: u64 = 25;
const FIRST: u64 = 1;
/// An input that takes longer is a fault: all are short.
const SLOW: Duration = Duration::from_secs(5);

/// Where the newest panic broke out, and what it said.
static SAID: Mutex<String> = Mutex::new(String::new());

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |name: &str| words.iter().skip_while(|word| *word != name).nth(1)?.parse::<u64>().ok();
    let has = |name: &str| words.iter().any(|word| word == name);
    let clock = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs() * 1000);
    let measured = has("--bench");
    let seed = number("--seed").unwrap_or(if measured || has("--random") { clock } else { FIRST });
    let slow = if measured { SLOW } else { Duration::MAX };
    let until = match (number("--seeds"), measured) {
        (Some(seeds), _) => Until::Seeds(seeds),
        (None, true) => Until::Time(Duration::from_secs(number("--seconds").unwrap_or(SECONDS))),
        (None, false) => Until::Seeds(FEW),
    };
    panic::set_hook(Box::new(|panic| {
        if let Ok(mut said) = SAID.lock() {
            *said = panic.to_string();
        }
    }));
    let named = TARGETS.iter().any(|(name, _)| has(name));
    let mut faults = 0;
    println!("| target | first seed | seeds | seconds | slowest | memory | faults |\n|---|---|---|---|---|---|---|");
    for (name, attack) in TARGETS.into_iter().filter(|(name, _)| !named || has(name)) {
        faults += attacked(name, attack, (seed, until, slow));
    }
    ExitCode::from(u8::from(faults > 0))
}

/// How long a target is attacked.
#[derive(Clone, Copy)]
enum Until {
    Seeds(u64),
    Time(Duration),
}

/// Attacks a target, tells its figures and each kind of fault once, and gives the number of kinds.
fn attacked(name: &str, attack: Attack, (first, until, slow): (u64, Until, Duration)) -> usize {
    let (begun, mut seed, mut slowest) = (Instant::now(), first, Duration::ZERO);
    let mut faults: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    while match until {
        Until::Seeds(seeds) => seed < first + seeds,
        Until::Time(time) => begun.elapsed() < time,
    } {
        let start = Instant::now();
        let ended = panic::catch_unwind(AssertUnwindSafe(|| attack(&mut Prng::new(seed))));
        let took = start.elapsed();
        slowest = slowest.max(took);
        let said = || SAID.lock().map(|said| said.clone()).unwrap_or_default();
        let fault = if ended.is_err() { Some(said()) } else { None };
        if let Some(fault) = fault.or((took > slow).then(|| "slow".to_owned())) {
            // Faults of one place are of one kind.
            let kind = fault.lines().take(2).collect::<Vec<_>>().join(" ").chars().take(200).collect();
            faults.entry(kind).or_insert((seed, 0)).1 += 1;
        }
        seed += 1;
    }
    let (seconds, seeds) = (begun.elapsed().as_secs(), seed - first);
    println!("| {name} | {first} | {seeds} | {seconds} | {slowest:?} | {} MB | {} |", memory(), faults.len());
    for (kind, (seed, times)) in &faults {
        println!("\n{times} times, first {name} --seed {seed} --seeds 1: {kind}\n");
    }
    faults.len()
}

/// Gives what the process holds in memory, where the system tells.
fn memory() -> u64 {
    let told = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    told.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or(0) * 4 / 1024
}
