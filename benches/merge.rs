//! Measures how well two histories of a text are merged, on histories of which the truth is known.
//!
//! usage: cargo bench --bench merge [-- [--histories N] [--errors N] [--seed N]]
//!
//! Each history is a text and what two hands did to it, each in its own copy; the truth is one copy in which both did all of that. In most
//! histories the hands keep to different sentences, in the others they meet somewhere, and then a conflict is the truth. `git merge-file`
//! merges the same files. Without `--bench`, as under `cargo test`, it runs on few histories.

#[allow(dead_code)]
#[path = "drafts/mod.rs"]
mod drafts;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use drafts::prose::Author;
use drafts::text::{Block, Doc, Kind, Sentence, Shape, drawn, item, paragraph, written};
use ibid::article::Article;
use ibid::collate::{Cancel, Case, Exactness, Spaces, Witness, collate_in_order};
use ibid::merge::{Names, Trio, merge};
use ibid::text::Pair;

/// One deed of a hand. What it is done to is known by the number of the first word of a sentence, or of a block.
#[derive(Clone, Debug)]
enum Deed {
    Word(u32, String),
    Sentence(u32, Sentence),
    In(u32, Sentence),
    Out(u32),
    Split(u32),
    Join(u32),
    BlockIn(u32, Block),
    BlockOut(u32),
    Move(u32, u32),
    Marks(u32),
    Wrap(usize),
}

/// Where a hand has been: words, blocks and the places between blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Touched {
    sentences: Vec<u32>,
    gaps: Vec<u32>,
    blocks: Vec<u32>,
}

fn sentence_of(doc: &Doc, id: u32) -> Option<(usize, usize)> {
    doc.blocks.iter().enumerate().find_map(|(b, block)| {
        let at = block.sentences.iter().position(|sentence| sentence.iter().any(|word| word.id == id))?;
        Some((b, at))
    })
}

fn block_of(doc: &Doc, id: u32) -> Option<usize> {
    doc.blocks.iter().position(|block| block.id == id)
}

impl Deed {
    /// Does it; tells whether what it is about is there.
    fn on(&self, doc: &mut Doc) -> Option<()> {
        match self {
            Deed::Word(id, text) => {
                let (b, s) = sentence_of(doc, *id)?;
                let word = doc.blocks[b].sentences[s].iter_mut().find(|word| word.id == *id)?;
                word.text.clone_from(text);
            }
            Deed::Marks(id) => {
                let (b, s) = sentence_of(doc, *id)?;
                let word = doc.blocks[b].sentences[s].iter_mut().find(|word| word.id == *id)?;
                (word.before, word.after) = (format!("“{}", word.before), format!("”{}", word.after));
            }
            Deed::Sentence(id, new) => {
                let (b, s) = sentence_of(doc, *id)?;
                doc.blocks[b].sentences[s] = new.clone();
            }
            Deed::In(id, new) => {
                let (b, s) = sentence_of(doc, *id)?;
                doc.blocks[b].sentences.insert(s + 1, new.clone());
            }
            Deed::Out(id) => {
                let (b, s) = sentence_of(doc, *id)?;
                doc.blocks[b].sentences.remove(s);
            }
            Deed::Split(id) => {
                let (b, s) = sentence_of(doc, *id)?;
                let rest = doc.blocks[b].sentences.split_off(s);
                let first = rest.first()?.first()?.id;
                doc.blocks
                    .insert(b + 1, Block { id: 1_000_000 + first, shape: Shape::Prose, list: None, sentences: rest });
            }
            Deed::Join(id) => {
                let b = block_of(doc, *id)?;
                let next = doc.blocks.remove(b);
                doc.blocks.get_mut(b.checked_sub(1)?)?.sentences.extend(next.sentences);
            }
            Deed::BlockIn(id, block) => {
                let b = block_of(doc, *id)?;
                doc.blocks.insert(b + 1, block.clone());
            }
            Deed::BlockOut(id) => {
                let b = block_of(doc, *id)?;
                doc.blocks.remove(b);
            }
            Deed::Move(id, behind) => {
                let block = doc.blocks.remove(block_of(doc, *id)?);
                let b = block_of(doc, *behind)?;
                doc.blocks.insert(b + 1, block);
            }
            Deed::Wrap(width) => doc.width = Some(*width),
        }
        Some(())
    }
}

/// A text, what two hands made of it, and what both together make of it.
struct History {
    base: Doc,
    ours: Doc,
    theirs: Doc,
    both: Doc,
    /// Whether the hands met.
    met: bool,
    deeds: [Vec<Deed>; 2],
}

fn history(seed: u64) -> Option<History> {
    let mut author = Author::new(seed.wrapping_mul(7_919));
    let base = drawn(&mut author);
    let (mut ours, mut theirs, mut both) = (base.clone(), base.clone(), base.clone());
    let mut touched = Touched::default();
    let mut deeds = [Vec::new(), Vec::new()];
    let wanted = author.prng().between(2, 12);
    for turn in 0..wanted {
        let hand = turn % 2;
        let Some(deed) = deed(&base, &mut author, &mut touched) else { continue };
        let own = if hand == 0 { &mut ours } else { &mut theirs };
        if deed.on(own).is_none() || deed.on(&mut both).is_none() {
            return None;
        }
        deeds[hand].push(deed);
    }
    if author.prng().chance(25)
        && let Some(deed) = deed(&base, &mut author, &mut touched)
    {
        // Both do the same, which is no conflict.
        deed.on(&mut ours).and(deed.on(&mut theirs)).and(deed.on(&mut both))?;
        deeds.iter_mut().for_each(|hand| hand.push(deed.clone()));
    }
    let met = author.prng().chance(25);
    if met {
        let [left, right] = meeting(&base, &mut author, &touched)?;
        left.on(&mut ours).and(right.on(&mut theirs))?;
        deeds[0].push(left);
        deeds[1].push(right);
    }
    (!deeds[0].is_empty() && !deeds[1].is_empty()).then_some(History { base, ours, theirs, both, met, deeds })
}

/// Gives what two hands do to one sentence that cannot both be had.
fn meeting(base: &Doc, author: &mut Author, touched: &Touched) -> Option<[Deed; 2]> {
    let free = free_sentences(base, touched);
    let kind = author.prng().below(4);
    let fits = |(b, _): &&(usize, usize)| {
        let block = &base.blocks[*b];
        kind == 0 || block.shape == Shape::Prose && block.sentences.len() > 2 && !touched.blocks.contains(&block.id)
    };
    let &(b, s) = free.iter().find(fits)?;
    let (block, sentence) = (&base.blocks[b], &base.blocks[b].sentences[s]);
    let first = sentence.first()?.id;
    let word = sentence.iter().find(|word| matches!(word.kind, Kind::Thing | Kind::Deed))?;
    let edited = Deed::Word(word.id, format!("{}ish", word.text));
    Some(match kind {
        0 => [edited, Deed::Word(word.id, format!("{}less", word.text))],
        1 => [edited, Deed::Out(first)],
        2 if block.sentences.iter().all(|sentence| once(base, sentence)) => [edited, Deed::BlockOut(block.id)],
        _ => [Deed::In(first, author.sentence()), Deed::In(first, author.sentence())],
    })
}

/// Gives the sentences that no hand has been at.
fn free_sentences(base: &Doc, touched: &Touched) -> Vec<(usize, usize)> {
    let all = base.blocks.iter().enumerate().flat_map(|(b, block)| (0..block.sentences.len()).map(move |s| (b, s)));
    all.filter(|(b, s)| {
        let block = &base.blocks[*b];
        let first = block.sentences[*s].first().map_or(0, |word| word.id);
        !touched.sentences.contains(&first) && once(base, &block.sentences[*s])
    })
    .collect()
}

/// Tells whether a sentence stands once in the text: of two that are the same nobody can tell which was edited.
fn once(base: &Doc, sentence: &Sentence) -> bool {
    let said = |sentence: &Sentence| sentence.iter().map(|word| word.text.clone()).collect::<Vec<_>>();
    let wanted = said(sentence);
    base.blocks.iter().flat_map(|block| &block.sentences).filter(|other| said(other) == wanted).count() == 1
}

fn deed(base: &Doc, author: &mut Author, touched: &mut Touched) -> Option<Deed> {
    let kind = author.prng().below(16);
    let free = free_sentences(base, touched);
    if free.is_empty() {
        return None;
    }
    let (b, s) = free[author.prng().below(free.len())];
    let block = &base.blocks[b];
    let sentence = &block.sentences[s];
    let first = sentence.first()?.id;
    let prose = block.shape == Shape::Prose;
    let firsts = |block: &Block| block.sentences.iter().filter_map(|it| Some(it.first()?.id)).collect::<Vec<u32>>();
    let whole_free = |block: &Block, touched: &Touched| firsts(block).iter().all(|id| !touched.sentences.contains(id));
    let next = |b: usize| base.blocks.get(b + 1);
    match kind {
        0..=3 => {
            let words: Vec<_> =
                sentence.iter().filter(|word| matches!(word.kind, Kind::Thing | Kind::Deed | Kind::Property)).collect();
            let word = words.get(author.prng().below(words.len().max(1)))?;
            let text = author.word(word.kind).text;
            touched.sentences.push(first);
            Some(Deed::Word(word.id, if text == word.text { text + "s" } else { text }))
        }
        4 => {
            touched.sentences.push(first);
            let word = &sentence[author.prng().below(sentence.len())];
            Some(Deed::Marks(word.id))
        }
        5 if prose => {
            touched.sentences.push(first);
            let mut new = author.sentence();
            new.first_mut()?.id = first;
            Some(Deed::Sentence(first, new))
        }
        6 | 7 if prose && !touched.gaps.contains(&first) => {
            // A new sentence goes behind one that stays where it is.
            touched.gaps.push(first);
            touched.sentences.push(first);
            touched.blocks.push(block.id);
            Some(Deed::In(first, author.sentence()))
        }
        8 if prose && block.sentences.len() > 2 => {
            touched.sentences.push(first);
            touched.blocks.push(block.id);
            Some(Deed::Out(first))
        }
        9 if prose && s > 0 && !touched.blocks.contains(&block.id) => {
            touched.blocks.push(block.id);
            Some(Deed::Split(first))
        }
        10 if prose && b > 0 && base.blocks[b - 1].shape == Shape::Prose => {
            let before = base.blocks[b - 1].id;
            if touched.blocks.contains(&block.id) || touched.blocks.contains(&before) {
                return None;
            }
            touched.blocks.extend([block.id, before]);
            Some(Deed::Join(block.id))
        }
        11 if (prose || block.is_item()) && !touched.blocks.contains(&block.id) => {
            let new = if block.is_item() { item(author, (block.shape, block.list?), false) } else { paragraph(author) };
            touched.blocks.push(block.id);
            touched.blocks.extend(next(b).map(|next| next.id));
            Some(Deed::BlockIn(block.id, new))
        }
        12 if prose && whole_free(block, touched) && !touched.blocks.contains(&block.id) => {
            let goal = author.prng().below(base.blocks.len());
            let behind = &base.blocks[goal];
            let around = [b.checked_sub(1), Some(b + 1), Some(goal), Some(goal + 1)];
            let ids: Vec<u32> = around.iter().flatten().filter_map(|at| base.blocks.get(*at)).map(|it| it.id).collect();
            let unmoved = ids.iter().any(|id| touched.blocks.contains(id));
            let list = next(goal).is_some_and(|next| next.is_item() && behind.is_item());
            let repeated = !block.sentences.iter().all(|sentence| once(base, sentence));
            if goal == b || goal + 1 == b || unmoved || list || repeated || block.words().count() < 12 {
                return None;
            }
            touched.blocks.extend(ids);
            touched.blocks.push(block.id);
            Some(Deed::Move(block.id, behind.id))
        }
        13 if author.prng().chance(40) => {
            let width = author.prng().between(40, 100);
            touched.blocks.contains(&0).then_some(()).map_or_else(
                || {
                    touched.blocks.push(0);
                    Some(Deed::Wrap(width))
                },
                |()| None,
            )
        }
        14 | 15 if whole_free(block, touched) && prose && !touched.blocks.contains(&block.id) => {
            touched.sentences.extend(firsts(block));
            touched.blocks.push(block.id);
            touched.blocks.extend(next(b).map(|next| next.id));
            Some(Deed::BlockOut(block.id))
        }
        _ => None,
    }
}

/// Gives a text as its paragraphs, however they are wrapped.
fn read(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.lines() {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let item = line.starts_with("- ") || ((1..=2).contains(&digits) && line[digits..].starts_with(". "));
        let said = line.split_whitespace().collect::<Vec<_>>().join(" ");
        match paragraphs.last_mut().filter(|_| goes_on && !item) {
            Some(last) if !said.is_empty() => *last += &format!(" {said}"),
            _ if !said.is_empty() => paragraphs.push(said),
            _ => {}
        }
        goes_on = !line.trim().is_empty();
    }
    paragraphs
}

#[derive(Debug, Default)]
struct Tally {
    right: usize,
    conflicts: usize,
    files: usize,
    needless: usize,
    wrong: usize,
    missed: usize,
}

impl Tally {
    fn add(&mut self, history: &History, text: &str, conflicts: usize) -> bool {
        self.conflicts += conflicts;
        self.files += usize::from(conflicts > 0);
        match (history.met, conflicts) {
            (true, 0) => self.missed += 1,
            (false, 0) if read(text) == read(&written(&history.both).text) => self.right += 1,
            (false, 0) => {
                self.wrong += 1;
                return false;
            }
            (met, conflicts) => self.needless += conflicts.saturating_sub(usize::from(met)),
        }
        history.met == (conflicts > 0)
    }
}

fn by_git(texts: &Trio<String>, folder: &Path) -> Option<(String, usize)> {
    for (name, text) in [("base", &texts.base), ("ours", &texts.ours), ("theirs", &texts.theirs)] {
        fs::write(folder.join(name), text).ok()?;
    }
    let merged = Command::new("git")
        .args(["merge-file", "-p", "-q", "ours", "base", "theirs"])
        .current_dir(folder)
        .output()
        .ok()?;
    let conflicts = usize::try_from(merged.status.code()?).ok().filter(|conflicts| *conflicts < 128)?;
    Some((String::from_utf8(merged.stdout).ok()?, conflicts))
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1)?.parse::<u64>().ok()
    };
    let measured = arguments.iter().any(|argument| argument == "--bench");
    let (first, last) = match value("--seed") {
        Some(seed) => (seed, seed),
        None => (1, value("--histories").unwrap_or(if measured { 2_000 } else { 20 })),
    };
    let mut errors = value("--errors").unwrap_or(0);
    let Ok(folder) = tempfile::tempdir() else { return println!("no folder to write into") };
    let (mut ours, mut git, mut histories, mut met) = (Tally::default(), Tally::default(), 0, 0);
    let (mut merging, mut comparing) = (Duration::ZERO, Duration::ZERO);
    for seed in first..=last {
        let Some(history) = history(seed) else { continue };
        histories += 1;
        met += usize::from(history.met);
        let text = |doc: &Doc| written(doc).text;
        let texts = Trio { base: text(&history.base), ours: text(&history.ours), theirs: text(&history.theirs) };
        let begun = Instant::now();
        let articles = texts.clone().map(|text| Article::of_text("text", &text));
        let merged = merge(Trio { base: &articles.base, ours: &articles.ours, theirs: &articles.theirs });
        merging += begun.elapsed();
        let begun = Instant::now();
        compare(&texts);
        comparing += begun.elapsed();
        let names =
            Names { names: Trio { base: "base".into(), ours: "ours".into(), theirs: "theirs".into() }, marks: 7 };
        let said = merged.text(&names);
        let fine = ours.add(&history, &said, merged.conflicts());
        if errors > 0 && (!fine || first == last) {
            errors -= 1;
            println!(
                "==== seed {seed}, met {}\nours: {:?}\ntheirs: {:?}",
                history.met, history.deeds[0], history.deeds[1]
            );
            println!("---- base\n{}---- merged\n{said}---- truth\n{}", texts.base, text(&history.both));
        }
        if let Some((text, conflicts)) = by_git(&texts, folder.path()) {
            git.add(&history, &text, conflicts);
        }
    }
    println!("{histories} histories, in {met} of them the hands met\n");
    println!(
        "| merged by | right | silently wrong | meetings missed | conflicts | of these needless | files with conflicts |"
    );
    println!("|---|---|---|---|---|---|---|");
    for (name, tally) in [("ibid", &ours), ("git merge-file", &git)] {
        let Tally { right, wrong, missed, conflicts, needless, files } = tally;
        println!("| {name} | {right} | {wrong} | {missed} | {conflicts} | {needless} | {files} |");
    }
    println!("\nmerging took {merging:?}, comparing the base with ours {comparing:?}");
}

fn compare(texts: &Trio<String>) {
    let articles = Pair::new(&texts.base, &texts.ours).map(|text| Article::of_text("text", text));
    let masks = Pair::default();
    let witnesses = Pair::from_fn(|side| Witness { article: &articles[side], mask: &masks[side] });
    let exactness = Exactness::marks(Case::Heeded, Spaces::AsOne);
    std::hint::black_box(collate_in_order(witnesses, exactness, &Cancel::default()));
}
