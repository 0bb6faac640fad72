//! Edits of sentences, paragraphs, headings and items of lists.

use std::collections::BTreeSet;

use super::edits::{Desk, Edit, said};
use super::prose::capitalised;
use super::text::{Block, Kind, Sentence, Shape, Word, item, keys, paragraph, picked};
use super::word_edits;

/// How many times as many words what is moved goes past, so that there is no doubt what was moved.
const PAST: usize = 2;
/// The fewest words of what is moved, by truth.
const MOVABLE: usize = 3;
/// The fewest words of what is moved and edited.
const EDITABLE: usize = 7;
/// Of a hundred words of the shorter sentence, how many two sentences may share in order and be told apart.
const UNLIKE: usize = 34;

/// Makes an edit and says what it did.
pub fn edit(desk: &mut Desk<'_>, edit: Edit) -> Option<String> {
    let prose = |block: &Block| block.shape == Shape::Prose;
    match edit {
        Edit::SentenceIn => sentence_in(desk),
        Edit::SentenceOut => sentence_out(desk),
        Edit::SentenceRewritten => sentence_rewritten(desk),
        Edit::SentenceMoved => sentence_moved(desk, MOVABLE + 2).map(|(_, said)| said),
        Edit::SentenceMovedEdited => {
            let ((block, sentence), said) = sentence_moved(desk, EDITABLE)?;
            let words = desk.sentence((block, sentence)).clone();
            Some(format!("{said}; {}", inside(desk, &words)?))
        }
        Edit::SentenceSplit => sentence_split(desk),
        Edit::SentencesMerged => sentences_merged(desk),
        Edit::ParagraphIn => paragraph_in(desk),
        Edit::ParagraphOut => block_out(desk, prose),
        Edit::ParagraphRewritten => {
            let at = clean_block(desk, prose)?;
            Some(rewritten(desk, at))
        }
        Edit::HeadingKept => heading_kept(desk),
        Edit::ParagraphMoved => block_moved(desk, prose, MOVABLE).map(|(_, said)| said),
        Edit::ParagraphMovedEdited => moved_edited(desk, prose),
        Edit::ParagraphSplit => paragraph_split(desk),
        Edit::ParagraphsMerged => paragraphs_merged(desk),
        Edit::ItemIn => item_in(desk),
        Edit::ItemOut => block_out(desk, Block::is_item),
        Edit::ItemMoved => block_moved(desk, Block::is_item, MOVABLE).map(|(_, said)| said),
        Edit::ItemMovedEdited => moved_edited(desk, Block::is_item),
        Edit::Rewrapped => {
            let width = desk.author.prng().between(40, 110);
            let was = desk.doc.width.replace(width);
            (was != Some(width)).then(|| format!("{was:?} -> {width}"))
        }
        _ => None,
    }
}

/// Tells whether the borders of a stretch of the row of words stand apart from all other edits.
fn is_apart(desk: &Desk<'_>, from: usize, to: usize) -> bool {
    desk.is_clean_at(from) && desk.is_clean_at(to)
}

fn note_borders(desk: &mut Desk<'_>, from: usize, to: usize) {
    desk.note_near(from);
    desk.note_near(to);
}

/// Draws a sentence that stands nowhere and is unlike another.
fn fresh(desk: &mut Desk<'_>, unlike: &[Word]) -> Sentence {
    let known: BTreeSet<Vec<String>> = desk.doc.blocks.iter().flat_map(|b| &b.sentences).map(|s| keys(s)).collect();
    let unlike = keys(unlike);
    let mut sentence = desk.author.sentence();
    for _ in 0..50 {
        let said = keys(&sentence);
        let most = unlike.len().min(said.len()) * UNLIKE / 100;
        if !known.contains(&said) && common(&said, &unlike) <= most {
            break;
        }
        sentence = desk.author.sentence();
    }
    sentence
}

/// Counts the words that two rows share in order.
fn common(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for a in a {
        let mut corner = 0;
        for (at, b) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if a == b { corner + 1 } else { above.max(row[at]) };
            corner = above;
        }
    }
    row[b.len()]
}

fn sentences(desk: &Desk<'_>) -> Vec<(usize, usize)> {
    let each = desk.doc.blocks.iter().enumerate().filter(|(_, block)| block.shape == Shape::Prose);
    each.flat_map(|(b, block)| (0..block.sentences.len()).map(move |s| (b, s))).collect()
}

/// Gives where a sentence begins and ends in the row of words.
fn extent(desk: &Desk<'_>, (block, sentence): (usize, usize)) -> (usize, usize) {
    let from = desk.words_before((block, sentence, 0));
    (from, from + desk.doc.blocks[block].sentences[sentence].len())
}

fn block_extent(desk: &Desk<'_>, block: usize) -> (usize, usize) {
    let from = desk.words_before((block, 0, 0));
    (from, from + desk.doc.blocks[block].words().count())
}

fn clean_sentence(desk: &mut Desk<'_>, fits: impl Fn(&Block, &Sentence) -> bool) -> Option<(usize, usize)> {
    let all: Vec<(usize, usize)> = sentences(desk)
        .into_iter()
        .filter(|&(b, s)| {
            let block = &desk.doc.blocks[b];
            let (from, to) = extent(desk, (b, s));
            fits(block, &block.sentences[s]) && desk.is_clean(&block.sentences[s]) && is_apart(desk, from, to)
        })
        .collect();
    picked(all.into_iter(), desk.author.prng())
}

fn clean_block(desk: &mut Desk<'_>, fits: impl Fn(&Block) -> bool) -> Option<usize> {
    let all: Vec<usize> = (0..desk.doc.blocks.len())
        .filter(|&at| {
            let (from, to) = block_extent(desk, at);
            let block = &desk.doc.blocks[at];
            fits(block) && desk.is_clean(block.words()) && is_apart(desk, from, to)
        })
        .collect();
    picked(all.into_iter(), desk.author.prng())
}

fn sentence_in(desk: &mut Desk<'_>) -> Option<String> {
    let all: Vec<(usize, usize)> =
        sentences(desk).into_iter().filter(|&at| desk.is_clean_at(extent(desk, at).1)).collect();
    let at = picked(all.into_iter(), desk.author.prng())?;
    let end = extent(desk, at).1;
    desk.note_near(end);
    let sentence = fresh(desk, &[]);
    desk.note_changed(&sentence);
    let told = said(&sentence);
    desk.doc.blocks[at.0].sentences.insert(at.1 + 1, sentence);
    Some(told)
}

fn sentence_out(desk: &mut Desk<'_>) -> Option<String> {
    let at = clean_sentence(desk, |block, _| block.sentences.len() > 1)?;
    let (from, to) = extent(desk, at);
    note_borders(desk, from, to);
    let sentence = desk.doc.blocks[at.0].sentences.remove(at.1);
    desk.note_changed(&sentence);
    Some(said(&sentence))
}

fn sentence_rewritten(desk: &mut Desk<'_>) -> Option<String> {
    let at = clean_sentence(desk, |_, _| true)?;
    let (from, to) = extent(desk, at);
    note_borders(desk, from, to);
    let old = desk.sentence(at).clone();
    let new = fresh(desk, &old);
    desk.note_changed(old.iter().chain(&new));
    let told = format!("{} -> {}", said(&old), said(&new));
    *desk.sentence(at) = new;
    Some(told)
}

/// Tells whether words stand nowhere else in the text in a row of their own.
fn is_unique(desk: &Desk<'_>, words: &[Word]) -> bool {
    let row: Vec<String> = desk.places().map(|(_, word)| word.text.to_lowercase()).collect();
    let sought = keys(words);
    row.windows(sought.len()).filter(|window| *window == sought).count() == 1
}

fn sentence_moved(desk: &mut Desk<'_>, least: usize) -> Option<((usize, usize), String)> {
    let fits = |block: &Block, sentence: &Sentence| block.sentences.len() > 1 && sentence.len() >= least;
    let at = clean_sentence(desk, fits).filter(|&(b, s)| is_unique(desk, &desk.doc.blocks[b].sentences[s]))?;
    let (from, to) = extent(desk, at);
    let words = to - from;
    let all: Vec<(usize, usize)> = sentences(desk)
        .into_iter()
        .filter(|&there| {
            let end = extent(desk, there).1;
            desk.is_clean_at(end) && (end + PAST * words <= from || end >= to + PAST * words)
        })
        .collect();
    let (block, after) = picked(all.into_iter(), desk.author.prng())?;
    note_borders(desk, from, to);
    let end = extent(desk, (block, after)).1;
    desk.note_near(end);
    let sentence = desk.doc.blocks[at.0].sentences.remove(at.1);
    desk.note_moved(&sentence);
    let goal = if block == at.0 && after > at.1 { after } else { after + 1 };
    let told = said(&sentence);
    desk.doc.blocks[block].sentences.insert(goal, sentence);
    Some(((block, goal), told))
}

/// Edits a word or two inside what was moved.
fn inside(desk: &mut Desk<'_>, words: &[Word]) -> Option<String> {
    let inner: BTreeSet<u32> = words.iter().map(|word| word.id).collect();
    let mut told = Vec::new();
    for _ in 0..(words.len() / 12).clamp(1, 3) {
        let all: Vec<_> = desk
            .places()
            .filter(|((_, _, w), word)| {
                let plain = matches!(word.kind, Kind::Thing | Kind::Deed | Kind::Property | Kind::Name);
                plain && *w > 0 && inner.contains(&word.id) && !desk.ledger.changed.contains_key(&word.id)
            })
            .map(|(place, _)| place)
            .collect();
        let place = picked(all.into_iter(), desk.author.prng())?;
        let old = desk.sentence((place.0, place.1))[place.2].clone();
        let new = (0..20)
            .map(|_| desk.author.word(old.kind))
            .find(|new| new.text.to_lowercase() != old.text.to_lowercase())?;
        told.push(word_edits::put(desk, place, 1, vec![new]));
    }
    Some(told.join("; "))
}

fn sentence_split(desk: &mut Desk<'_>) -> Option<String> {
    let joint = |sentence: &[Word]| {
        (3..sentence.len().saturating_sub(3)).find(|&at| {
            let after = sentence[at - 1].after.as_str();
            after == ";" || (after == "," && matches!(sentence[at].text.as_str(), "and" | "but"))
        })
    };
    let quotes = |sentence: &Sentence| said(sentence).contains(['“', '”', '(']);
    let at = clean_sentence(desk, |_, sentence| joint(sentence).is_some() && !quotes(sentence))?;
    let (from, to) = extent(desk, at);
    let word = joint(desk.sentence(at))?;
    note_borders(desk, from, to);
    desk.note_near(from + word);
    let told = said(desk.sentence(at).iter());
    let mut rest = desk.sentence(at).split_off(word);
    if let Some(last) = desk.sentence(at).last_mut() {
        let joined = last.after == ",";
        last.after = ".".to_owned();
        if joined {
            let joiner = rest.remove(0);
            desk.note_changed([&joiner]);
        }
    }
    rest[0].text = capitalised(&rest[0].text);
    desk.doc.blocks[at.0].sentences.insert(at.1 + 1, rest);
    Some(told)
}

fn sentences_merged(desk: &mut Desk<'_>) -> Option<String> {
    let plain = |sentence: &Sentence| {
        sentence.len() > 2 && sentence.last().is_some_and(|last| last.after == ".") && sentence[0].before.is_empty()
    };
    let all: Vec<(usize, usize)> = sentences(desk)
        .into_iter()
        .filter(|&(b, s)| {
            let block = &desk.doc.blocks[b];
            let next = block.sentences.get(s + 1);
            let (_, to) = extent(desk, (b, s));
            next.is_some_and(plain) && plain(&block.sentences[s]) && desk.is_clean_at(to)
        })
        .collect();
    let at = picked(all.into_iter(), desk.author.prng())?;
    let to = extent(desk, at).1;
    desk.note_near(to);
    let mut next = desk.doc.blocks[at.0].sentences.remove(at.1 + 1);
    if next[0].kind != Kind::Name {
        next[0].text = next[0].text.to_lowercase();
    }
    let way = desk.author.prng().below(3);
    let mark = [",", ";", ":"][way];
    if way == 0 {
        let joiner = desk.author.coined("and", Kind::Function);
        desk.note_changed([&joiner]);
        next.insert(0, joiner);
    }
    let sentence = desk.sentence(at);
    if let Some(last) = sentence.last_mut() {
        last.after = mark.to_owned();
    }
    sentence.append(&mut next);
    Some(said(sentence.iter()))
}

/// Tells whether something may stand between two blocks without parting a list.
fn parts_no_list(desk: &Desk<'_>, at: usize) -> bool {
    let list = |at: usize| desk.doc.blocks.get(at).and_then(|block| block.list);
    at == 0 || list(at).is_none() || list(at - 1) != list(at)
}

fn paragraph_in(desk: &mut Desk<'_>) -> Option<String> {
    let all: Vec<usize> = (1..=desk.doc.blocks.len())
        .filter(|&at| parts_no_list(desk, at) && desk.is_clean_at(block_extent(desk, at - 1).1))
        .collect();
    let at = picked(all.into_iter(), desk.author.prng())?;
    let border = block_extent(desk, at - 1).1;
    desk.note_near(border);
    let block = paragraph(desk.author);
    desk.note_changed(block.words());
    let told = said(block.words());
    desk.doc.blocks.insert(at, block);
    Some(told)
}

fn block_out(desk: &mut Desk<'_>, fits: impl Fn(&Block) -> bool) -> Option<String> {
    let at = clean_block(desk, fits)?;
    let (from, to) = block_extent(desk, at);
    note_borders(desk, from, to);
    let block = desk.doc.blocks.remove(at);
    desk.note_changed(block.words());
    Some(said(block.words()))
}

/// Puts other sentences in the place of a paragraph's.
fn rewritten(desk: &mut Desk<'_>, at: usize) -> String {
    let (from, to) = block_extent(desk, at);
    note_borders(desk, from, to);
    let old: Sentence = desk.doc.blocks[at].words().cloned().collect();
    let count = desk.doc.blocks[at].sentences.len();
    let new: Vec<Sentence> = (0..count.max(1)).map(|_| fresh(desk, &old)).collect();
    desk.note_changed(old.iter().chain(new.iter().flatten()));
    desk.doc.blocks[at].sentences = new;
    format!("{} -> {}", said(&old), said(desk.doc.blocks[at].words()))
}

fn heading_kept(desk: &mut Desk<'_>) -> Option<String> {
    let shape = |at: usize| desk.doc.blocks.get(at).map(|block| block.shape);
    let all: Vec<usize> = (1..desk.doc.blocks.len())
        .filter(|&at| {
            let (before, after) =
                (block_extent(desk, at - 1), block_extent(desk, (at + 1).min(desk.doc.blocks.len() - 1)));
            shape(at) == Some(Shape::Heading)
                && shape(at - 1) == Some(Shape::Prose)
                && shape(at + 1) == Some(Shape::Prose)
                && desk.is_clean(desk.doc.blocks[at - 1..=at + 1].iter().flat_map(Block::words))
                && is_apart(desk, before.0, after.1)
        })
        .collect();
    let at = picked(all.into_iter(), desk.author.prng())?;
    let heading: Sentence = desk.doc.blocks[at].words().cloned().collect();
    let mut told = vec![format!("kept: {}", said(&heading))];
    // The later one first, so that the numbers of the others hold.
    for at in [at + 1, at - 1] {
        if desk.author.prng().chance(50) {
            told.push(rewritten(desk, at));
        } else {
            let (from, to) = block_extent(desk, at);
            note_borders(desk, from, to);
            let block = desk.doc.blocks.remove(at);
            desk.note_changed(block.words());
            told.push(format!("out: {}", said(block.words())));
        }
    }
    Some(told.join("; "))
}

fn block_moved(desk: &mut Desk<'_>, fits: impl Fn(&Block) -> bool, least: usize) -> Option<(Block, String)> {
    let at = clean_block(desk, |block| fits(block) && block.words().count() >= least)?;
    if !is_unique(desk, &desk.doc.blocks[at].words().cloned().collect::<Sentence>()) {
        return None;
    }
    let (from, to) = block_extent(desk, at);
    let words = to - from;
    let list = desk.doc.blocks[at].list;
    let goes = |goal: usize| {
        let near = |at: Option<usize>| at.and_then(|at| desk.doc.blocks.get(at)).and_then(|block| block.list);
        match list {
            Some(_) => near(goal.checked_sub(1)) == list || near(Some(goal)) == list,
            None => goal > 0 && parts_no_list(desk, goal),
        }
    };
    let all: Vec<usize> = (0..=desk.doc.blocks.len())
        .filter(|&goal| {
            let place = desk.words_before((goal, 0, 0));
            goes(goal) && desk.is_clean_at(place) && (place + PAST * words <= from || place >= to + PAST * words)
        })
        .collect();
    let goal = picked(all.into_iter(), desk.author.prng())?;
    note_borders(desk, from, to);
    let place = desk.words_before((goal, 0, 0));
    desk.note_near(place);
    let block = desk.doc.blocks.remove(at);
    desk.note_moved(block.words());
    let told = said(block.words());
    desk.doc.blocks.insert(if goal > at { goal - 1 } else { goal }, block.clone());
    Some((block, told))
}

fn moved_edited(desk: &mut Desk<'_>, fits: impl Fn(&Block) -> bool) -> Option<String> {
    let (block, told) = block_moved(desk, fits, EDITABLE)?;
    let words: Sentence = block.words().cloned().collect();
    Some(format!("{told}; {}", inside(desk, &words)?))
}

fn paragraph_split(desk: &mut Desk<'_>) -> Option<String> {
    let at = clean_block(desk, |block| block.shape == Shape::Prose && block.sentences.len() > 1)?;
    let count = desk.doc.blocks[at].sentences.len();
    let half = desk.author.prng().between(1, count - 1);
    let sentences = desk.doc.blocks[at].sentences.split_off(half);
    let told = sentences.first().map(|first| said(first.iter()));
    let id = desk.author.number();
    desk.doc.blocks.insert(at + 1, Block { id, shape: Shape::Prose, list: None, sentences });
    told
}

fn paragraphs_merged(desk: &mut Desk<'_>) -> Option<String> {
    let prose = |at: usize| desk.doc.blocks.get(at).is_some_and(|block| block.shape == Shape::Prose);
    let all: Vec<usize> = (1..desk.doc.blocks.len()).filter(|&at| prose(at - 1) && prose(at)).collect();
    let at = picked(all.into_iter(), desk.author.prng())?;
    let next = desk.doc.blocks.remove(at);
    let told = next.sentences.first().map(|first| said(first.iter()));
    desk.doc.blocks[at - 1].sentences.extend(next.sentences);
    told
}

fn item_in(desk: &mut Desk<'_>) -> Option<String> {
    let all: Vec<usize> = (0..desk.doc.blocks.len())
        .filter(|&at| desk.doc.blocks[at].is_item() && desk.is_clean_at(block_extent(desk, at).1))
        .collect();
    let at = picked(all.into_iter(), desk.author.prng())?;
    let like = desk.doc.blocks[at].clone();
    let boxed = like.words().next().is_some_and(|first| matches!(first.text.as_str(), "☐" | "☑"));
    let list = like.list?;
    let border = block_extent(desk, at).1;
    desk.note_near(border);
    let block = item(desk.author, (like.shape, list), boxed);
    desk.note_changed(block.words());
    let told = said(block.words());
    desk.doc.blocks.insert(at + 1, block);
    Some(told)
}
