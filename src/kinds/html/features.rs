//! The numeric features of a block by which it is classified.

use std::collections::{BTreeMap, BTreeSet};

use super::landmarks::Landmarks;
use super::letters::{Features, contained, is_prose, kind, known_by, log, own, share, shingles, words_of};
use super::page::{Around, Block, Page, Tag};
use super::page_meta::PageMeta;
use super::words::GROUPS_LEN;

/// Returns the features of each block of a page that says `told` about its article.
pub fn features(page: &Page, told: &PageMeta) -> Vec<Features> {
    let known = PageFacts::of(page, told);
    (0..page.blocks.len()).map(|at| known.features(at)).collect()
}

/// The share of the prose, in tenths, from which an element holds most of it.
const MOST: usize = 7;

/// The features of the whole page.
struct PageFacts<'p> {
    page: &'p Page,
    /// Whether each block reads like a paragraph of prose.
    good: Vec<bool>,
    /// For each element: the words of its blocks, of its good ones, and in links, and the number of blocks.
    totals: Vec<Totals>,
    whole: Totals,
    /// The element that holds most of the prose.
    best: usize,
    /// Its first and last good block.
    ends: (usize, usize),
    /// Words, and words of prose, in similar elements, and in elements with similar parents.
    alike: BTreeMap<u64, Totals>,
    above: BTreeMap<u64, Totals>,
    texts: BTreeMap<&'p str, usize>,
    title: Vec<String>,
    headline: Option<usize>,
    /// Shingles of the text that the page provides for machines.
    body: BTreeSet<u64>,
    /// Shingles and whole blocks of what the rules of Readability select.
    taken: (BTreeSet<u64>, BTreeSet<u64>),
    /// How many elements of the same name and class have text.
    repeated: BTreeMap<u64, usize>,
    sofar: Vec<usize>,
    /// The smallest element that holds most of the prose.
    most: usize,
    landmarks: Landmarks,
}

#[derive(Clone, Copy, Debug, Default)]
struct Totals {
    words: usize,
    good: usize,
    linked: usize,
    blocks: usize,
}

impl Totals {
    fn add(&mut self, block: &Block, good: bool) {
        self.words += block.words;
        self.good += if good { block.words } else { 0 };
        self.linked += block.linked;
        self.blocks += 1;
    }
}

impl<'p> PageFacts<'p> {
    fn of(page: &'p Page, told: &PageMeta) -> Self {
        let good: Vec<bool> =
            page.blocks.iter().map(|block| is_prose(block) && !page.elements[block.element].hidden).collect();
        let mut totals = vec![Totals::default(); page.elements.len()];
        let mut whole = Totals::default();
        let (mut alike, mut above, mut texts) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut sofar = Vec::with_capacity(page.blocks.len());
        let mut scores = vec![0.0f32; page.elements.len()];
        for (block, &good) in page.blocks.iter().zip(&good) {
            sofar.push(whole.words);
            whole.add(block, good);
            *texts.entry(block.text.as_str()).or_insert(0) += 1;
            let element = &page.elements[block.element];
            alike.entry(element.alike).or_insert_with(Totals::default).add(block, good);
            if let Some(parent) = element.parent {
                above.entry(page.elements[parent].alike).or_insert_with(Totals::default).add(block, good);
            }
            let mut at = Some(block.element);
            let mut weight = if good { block.words as f32 } else { 0.0 };
            while let Some(here) = at {
                totals[here].add(block, good);
                scores[here] += weight;
                weight *= 0.8;
                at = page.elements[here].parent;
            }
        }
        for (score, total) in scores.iter_mut().zip(&totals) {
            *score *= 1.0 - share(total.linked, total.words);
        }
        let mut repeated = BTreeMap::new();
        for (element, total) in page.elements.iter().zip(&totals) {
            *repeated.entry(element.alike).or_insert(0) += usize::from(total.words > 0);
        }
        let best = (0..scores.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a))).unwrap_or(0);
        let mut known = Self {
            page,
            good,
            totals,
            whole,
            best,
            ends: (0, 0),
            alike,
            above,
            texts,
            title: words_of(told.meta.title.as_deref().unwrap_or_default()),
            body: shingles(&told.body),
            taken: (
                told.taken.iter().flat_map(|text| shingles(text)).collect(),
                told.taken.iter().map(|text| known_by(text)).collect(),
            ),
            repeated,
            headline: None,
            sofar,
            most: 0,
            landmarks: Landmarks::of(page),
        };
        let inside: Vec<usize> = (0..page.blocks.len())
            .filter(|at| known.good[*at] && known.steps(page.blocks[*at].element, best).1 == 0)
            .collect();
        known.most = known.majority();
        known.ends = (inside.first().copied().unwrap_or(0), inside.last().copied().unwrap_or(0));
        known.headline = (0..page.blocks.len()).find(|at| {
            let block = &page.blocks[*at];
            matches!(block.tag, Tag::Heading(_)) && block.words < 60 && known.likeness(&block.text) > 0.6
        });
        known.headline = known.headline.or_else(|| page.blocks.iter().position(|block| block.tag == Tag::Heading(1)));
        known
    }

    /// Returns the smallest element that holds most of the prose: the last one that does.
    fn majority(&self) -> usize {
        let holds = |at: &usize| self.totals[*at].good * 10 >= self.whole.good * MOST;
        (0..self.totals.len()).rev().find(holds).unwrap_or(0)
    }

    /// Returns the number of elements between this one and the nearest common ancestor with the other, and from there to the other.
    fn steps(&self, element: usize, other: usize) -> (usize, usize) {
        let elements = &self.page.elements;
        let (mut a, mut b) = (element, other);
        let (mut up, mut down) = (0, 0);
        while a != b {
            if elements[a].depth >= elements[b].depth {
                let Some(parent) = elements[a].parent else { break };
                a = parent;
                up += 1;
            } else {
                let Some(parent) = elements[b].parent else { break };
                b = parent;
                down += 1;
            }
        }
        (up, down)
    }

    /// Returns how much of the title is in a text, and how much of the text in the title.
    fn likeness(&self, text: &str) -> f32 {
        let words = words_of(text);
        if words.is_empty() || self.title.is_empty() {
            return 0.0;
        }
        let both = words.iter().filter(|word| self.title.contains(word)).count();
        share(2 * both, words.len() + self.title.len()).min(1.0)
    }

    fn features(&self, at: usize) -> Features {
        let page = self.page;
        let block = &page.blocks[at];
        let element = &page.elements[block.element];
        let mut found = own(block);
        found.push(self.likeness(&block.text));
        found.push(if self.body.is_empty() { -1.0 } else { contained(&block.text, &self.body) });
        found.push(self.texts.get(block.text.as_str()).copied().unwrap_or(1) as f32);
        found.push(f32::from(u8::from(element.hidden)));
        found.extend((0..Around::NAMES.len()).map(|bit| ((element.around.0 >> bit) & 1) as f32));
        found.extend(
            (0..GROUPS_LEN).map(|bit| ((element.groups >> bit) & 1) as f32 + ((element.own >> bit) & 1) as f32),
        );
        found.push(element.depth as f32);
        let count = page.blocks.len();
        found.extend([
            share(at, count),
            share(self.sofar[at], self.whole.words),
            log(count),
            log(self.whole.words),
            log(self.whole.good),
        ]);
        for step in [-3isize, -2, -1, 1, 2, 3] {
            let other = at.checked_add_signed(step).and_then(|it| page.blocks.get(it).map(|block| (it, block)));
            let (words, linked, kind, good) = other.map_or((0.0, -1.0, -1.0, 0.0), |(it, block)| {
                (
                    log(block.words),
                    share(block.linked, block.words),
                    kind(block.tag),
                    f32::from(u8::from(self.good[it])),
                )
            });
            let same = other.is_some_and(|(_, other)| page.elements[other.element].parent == element.parent);
            found.extend([words, linked, kind, good, f32::from(u8::from(same))]);
        }
        let mut around = Some(block.element);
        for _ in 0..5 {
            let total = around.map_or(Totals::default(), |at| self.totals[at]);
            found.extend([
                log(total.words),
                share(total.linked, total.words),
                share(total.good, total.words),
                share(total.good, self.whole.good),
                share(block.words, total.words),
                log(total.blocks),
                log(around.and_then(|at| self.repeated.get(&page.elements[at].alike)).copied().unwrap_or(0)),
            ]);
            around = around.and_then(|at| page.elements[at].parent);
        }
        let (up, down) = self.steps(block.element, self.best);
        let from = |place: usize| (at as f32 - place as f32).signum() * log(at.abs_diff(place));
        found.extend([up as f32, down as f32, from(self.ends.0), from(self.ends.1)]);
        found.push(self.headline.map_or(-20.0, from));
        let headline = self.headline.map_or(0, |it| page.blocks[it].element);
        let mut shared = Some(block.element);
        while let Some(here) = shared.filter(|here| !self.holds(*here, headline)) {
            shared = page.elements[here].parent;
        }
        found.push(shared.map_or(0.0, |it| element.depth as f32 - page.elements[it].depth as f32));
        for totals in [
            self.alike.get(&element.alike),
            element.parent.and_then(|parent| self.above.get(&page.elements[parent].alike)),
        ] {
            let totals = totals.copied().unwrap_or_default();
            found.extend([
                log(totals.blocks),
                share(totals.good, totals.words),
                share(totals.good, self.whole.good),
                share(totals.linked, totals.words),
            ]);
        }
        found.extend(self.windows(at));
        let (parts, blocks) = &self.taken;
        let none = parts.is_empty();
        found.push(if none { -1.0 } else { contained(&block.text, parts) });
        found.push(if none { -1.0 } else { f32::from(u8::from(blocks.contains(&known_by(&block.text)))) });
        let (up, down) = self.steps(block.element, self.most);
        found.extend([up as f32, down as f32]);
        found.extend(self.landmarks.features(at));
        found
    }

    fn holds(&self, outer: usize, inner: usize) -> bool {
        let mut at = Some(inner);
        while let Some(here) = at {
            if here == outer {
                return true;
            }
            at = self.page.elements[here].parent;
        }
        false
    }

    /// Returns how much prose is before and after, near and far.
    fn windows(&self, at: usize) -> [f32; 6] {
        let of = |from: usize, to: usize| {
            let blocks = self.page.blocks.get(from..to.min(self.page.blocks.len())).unwrap_or_default();
            let good = blocks
                .iter()
                .zip(&self.good[from..])
                .filter(|(_, good)| **good)
                .map(|(block, _)| block.words)
                .sum::<usize>();
            let all = blocks.iter().map(|block| block.words).sum::<usize>();
            (share(good, all), log(good))
        };
        let (near_before, far_before) = (of(at.saturating_sub(4), at), of(at.saturating_sub(15), at));
        let (near_behind, far_behind) = (of(at + 1, at + 5), of(at + 1, at + 16));
        [near_before.0, near_before.1, far_before.0, near_behind.0, near_behind.1, far_behind.0]
    }
}
