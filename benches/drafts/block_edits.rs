//! Edits of paragraphs, headings and items of lists.

use super::edits::{Desk, Edit, said};
use super::text::{Block, Sentence, Shape, item, paragraph, picked};
use super::units::{
    EDITABLE, MOVABLE, PAST, block_extent, clean_block, fresh, inside, is_apart, is_unique, note_borders,
};

/// Makes an edit and says what it did.
pub fn edit(desk: &mut Desk<'_>, edit: Edit) -> Option<String> {
    let prose = |block: &Block| block.shape == Shape::Prose;
    match edit {
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
        _ => rewrapped(desk),
    }
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
    let list = |at: Option<usize>| at.and_then(|at| desk.doc.blocks.get(at)).and_then(|block| block.list);
    // Before or behind an item.
    let all: Vec<(usize, usize)> = (0..=desk.doc.blocks.len())
        .flat_map(|goal| [goal.checked_sub(1), Some(goal)].map(|like| (goal, like)))
        .filter(|(goal, like)| list(*like).is_some() && desk.is_clean_at(desk.words_before((*goal, 0, 0))))
        .filter_map(|(goal, like)| Some((goal, like?)))
        .collect();
    let (goal, like) = picked(all.into_iter(), desk.author.prng())?;
    let like = desk.doc.blocks[like].clone();
    let boxed = like.words().next().is_some_and(|first| matches!(first.text.as_str(), "☐" | "☑"));
    let border = desk.words_before((goal, 0, 0));
    desk.note_near(border);
    let block = item(desk.author, (like.shape, like.list?), boxed);
    desk.note_changed(block.words());
    let told = said(block.words());
    desk.doc.blocks.insert(goal, block);
    Some(told)
}

fn rewrapped(desk: &mut Desk<'_>) -> Option<String> {
    let width = desk.author.prng().between(40, 110);
    let was = desk.doc.width.replace(width);
    (was != Some(width)).then(|| format!("{was:?} -> {width}"))
}
