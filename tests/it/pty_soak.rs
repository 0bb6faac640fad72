//! A long session: events without end, and memory that does not grow with them.

use std::fs;

use super::stage::{LEFT, RIGHT, Stage};
use super::terminal::Terminal;

/// Events between two looks at the program.
const ROUND: usize = 100;
/// Rounds after which memory must be flat.
const WARM: usize = 10;
/// Kilobytes that a session may grow by after that: allocators keep some of what they are given back. Measured over
/// 100,000 events: 2.7 MB.
const SLACK: u64 = 8 << 10;
/// What is done, over and over in another order; nothing that is kept on the disk, where files would grow. An escape is told from the key
/// behind it by a report that means nothing.
const EVENTS: [&str; 44] = [
    "n",
    "N",
    "j",
    "k",
    "\x04",
    "\x15",
    " ",
    "G",
    "gg",
    "\t",
    "x",
    "u",
    "\x12",
    "o",
    "f",
    "gm",
    "\x0f",
    "H",
    "s",
    "D",
    "v",
    "z",
    "L",
    "\x1b[B",
    "\r",
    "\x1b\x1b[I",
    "/",
    "tan\r",
    "a",
    "*",
    "m",
    "b",
    "B",
    "R",
    "?",
    "3",
    "|",
    "\\",
    "\x1b[<65;10;10M",
    "\x1b[<0;20;8M",
    "\x1b[200~pasted\n\x1b[201~",
    "\x1b]52;c;cXF4\x1b\\",
    "y",
    "\x1b\x1b[I",
];

/// Lets so many events come; gives the kilobytes held after each round.
fn soaked(events: usize) -> Vec<u64> {
    let stage = Stage::bare()
        .file("left.txt", LEFT)
        .file("right.txt", RIGHT)
        .file("third.txt", LEFT.replace("Orrin", "Merrow"));
    let mut terminal = Terminal::start(&stage, &["--no-state", "--no-rules", "left.txt", "right.txt", "third.txt"]);
    terminal.wait_for_text("Harbour council");
    let (mut held, mut number) = (Vec::new(), 1usize);
    for round in 0..events / ROUND {
        for _ in 0..ROUND {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            terminal.press(EVENTS[(number >> 33) % EVENTS.len()]);
        }
        if round % 7 == 0 {
            terminal.resize(60 + (round % 90) as u16, 12 + (round % 30) as u16);
        }
        // Whatever is open is left, and what is typed then shows that all before has been done.
        let said = format!("zz{round}q");
        terminal.press(&format!("{}:{said}", "\x1b\x1b[I".repeat(5)));
        terminal.wait_for_text(&said);
        terminal.press("\x1b\x1b[I");
        terminal.sent.clear();
        held.push(resident(terminal.process()));
    }
    terminal.press(&format!("{}\x03", "\x1b\x1b[I".repeat(5)));
    // What was hidden for good is not saved, which is told.
    assert!(terminal.wait_for_end() <= 1);
    held
}

/// Gives the kilobytes that a process holds in memory; 0 where the system does not tell.
fn resident(process: u32) -> u64 {
    let told = fs::read_to_string(format!("/proc/{process}/statm")).unwrap_or_default();
    told.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or(0) * 4
}

fn is_flat(held: &[u64]) {
    let (warm, last) = (held[WARM], held[held.len() - 1]);
    let curve: Vec<u64> = held.iter().copied().step_by(held.len().div_ceil(12)).collect();
    println!("kilobytes: {curve:?}, at last {last}");
    assert!(last <= warm + SLACK, "{held:?}");
}

#[test]
fn memory_is_flat_over_three_thousand_events() {
    is_flat(&soaked(3_000));
}

#[test]
#[ignore = "takes minutes: cargo test --test it soak -- --ignored --nocapture"]
fn memory_is_flat_over_a_hundred_thousand_events() {
    is_flat(&soaked(100_000));
}
