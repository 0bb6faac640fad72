//! Edits of sentences.

use super::edits::{Desk, Edit, said};
use super::prose::capitalised;
use super::text::{Block, Kind, Sentence, Word, picked};
use super::units::{
    EDITABLE, MOVABLE, PAST, clean_sentence, extent, fresh, inside, is_unique, note_borders, sentences,
};

/// Makes an edit and says what it did.
pub fn edit(desk: &mut Desk<'_>, edit: Edit) -> Option<String> {
    match edit {
        Edit::SentenceIn => sentence_in(desk),
        Edit::SentenceOut => sentence_out(desk),
        Edit::SentenceRewritten => sentence_rewritten(desk),
        Edit::SentenceMoved => sentence_moved(desk, MOVABLE + 2).map(|(_, said)| said),
        Edit::SentenceMovedEdited => {
            let (at, said) = sentence_moved(desk, EDITABLE)?;
            let words = desk.sentence(at).clone();
            Some(format!("{said}; {}", inside(desk, &words)?))
        }
        Edit::SentenceSplit => sentence_split(desk),
        _ => sentences_merged(desk),
    }
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
