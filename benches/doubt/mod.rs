//! Clusters with texts that are not of them, planted: whether the list by doubt puts these first.

use std::cmp::Reverse;
use std::fs;
use std::ops::Range;
use std::path::Path;

use ibid::article::Article;
use ibid::boilerplate::Mask;
use ibid::collate::Cancel;
use ibid::curation::{likenesses, nearest_of};

use super::story::families::{Language, planted};
use super::story::prng::Prng;
use super::story::{set, story};

/// Articles of a seed, of which a third stand in families, and stories of it.
const ARTICLES: usize = 3_000;
const STORIES: u64 = 60;
/// Of a hundred clusters so many hold a text that is not of them.
const WRONG: usize = 25;
/// How like the least alike pair was taken to be at the edge before, in percent.
const EDGE: usize = 25;
/// Of the first so many the precision is told.
const FIRST: [usize; 2] = [20, 50];

/// A cluster, and which of its texts is not of it.
struct Planted {
    texts: Vec<String>,
    wrong: Option<usize>,
}

/// Tells how many of the first clusters by doubt hold a text that is not of them, before and now.
pub fn doubt(what: &str, seeds: Range<u64>) {
    report(what, &seeds.flat_map(clusters).collect::<Vec<_>>());
}

/// The same of stories in two texts each, in the folders of a folder.
pub fn doubt_of_stories(folder: &str) {
    let mut names: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    names.sort();
    let read = |at: &Path| {
        Some([fs::read_to_string(at.join("left.txt")).ok()?, fs::read_to_string(at.join("right.txt")).ok()?])
    };
    let pairs: Vec<[String; 2]> = names.iter().filter_map(|at| read(at)).collect();
    let cluster = |at: usize| {
        let mut texts = pairs[at].to_vec();
        let wrong = at.is_multiple_of(4).then_some(at % 3);
        if let Some(wrong) = wrong {
            texts.insert(wrong, pairs[(at + 1) % pairs.len()][at % 2].clone());
        }
        Planted { texts, wrong }
    };
    report(&format!("stories of {folder}"), &(0..pairs.len()).map(cluster).collect::<Vec<_>>());
}

/// Writes what each text has in common with the nearest of its cluster, and whether it is of it: to fit the doubt.
pub fn features(seeds: Range<u64>) {
    for planted in seeds.flat_map(clusters) {
        let articles: Vec<Article> = planted.texts.iter().map(|text| Article::of_text("a", text)).collect();
        let mask = Mask::default();
        let members: Vec<(&Article, &Mask)> = articles.iter().map(|article| (article, &mask)).collect();
        for (at, likeness) in nearest_of(&members, &Cancel::default()).unwrap_or_default() {
            let wrong = u8::from(planted.wrong == Some(at));
            println!("{wrong}\t{:.4}\t{:.4}", likeness.wording, likeness.words);
        }
    }
}

fn report(what: &str, clusters: &[Planted]) {
    let mask = Mask::default();
    let found = clusters.iter().map(|planted| {
        let articles: Vec<Article> = planted.texts.iter().map(|text| Article::of_text("a", text)).collect();
        let members: Vec<(&Article, &Mask)> = articles.iter().map(|article| (article, &mask)).collect();
        (planted.wrong, likenesses(&members, &Cancel::default()))
    });
    let found: Vec<_> = found.filter_map(|(wrong, found)| Some((wrong, found?))).collect();
    let all = found.iter().filter(|(wrong, _)| wrong.is_some()).count();
    println!("{what}: {} clusters, {all} with a text that is not of them", found.len());
    let mut before: Vec<_> = found.iter().collect();
    before.sort_by_key(|(_, found)| found.least.abs_diff(EDGE));
    let mut now: Vec<_> = found.iter().collect();
    now.sort_by_key(|(_, found)| Reverse(found.doubt));
    for (name, order) in [("by the distance from 25 %", before), ("by doubt", now)] {
        let right = |first: usize| order.iter().take(first).filter(|(wrong, _)| wrong.is_some()).count();
        let odd = |first: usize| order.iter().take(first).filter(|(wrong, found)| *wrong == Some(found.odd)).count();
        let said = FIRST.map(|first| {
            let first = first.min(order.len());
            format!("first {first}: {} of {}, that text is named in {}", right(first), first.min(all), odd(first))
        });
        println!("  {name}: {}", said.join("; "));
    }
}

/// The families and the stories of a seed, some with a text of another.
fn clusters(seed: u64) -> Vec<Planted> {
    let mut prng = Prng::new(seed);
    let language = Language::drawn(&mut prng);
    let (mut families, mut alone): (Vec<Vec<String>>, Vec<String>) = (Vec::new(), Vec::new());
    planted(&language, ARTICLES, &mut prng, |family, article| {
        let text = language.set(&article);
        match family {
            Some(family) if family < families.len() => families[family].push(text),
            Some(_) => families.push(vec![text]),
            None => alone.push(text),
        }
    });
    // The first is the wire story that very many have.
    let families: Vec<Vec<String>> = families.into_iter().skip(1).collect();
    let told = (0..STORIES).map(|at| story(seed * 1_000 + at).iter().map(|article| set(article)).collect());
    let stories: Vec<Vec<String>> = told.collect();
    let mut found = Vec::new();
    for of in [&families, &stories] {
        for (at, texts) in of.iter().enumerate() {
            let mut texts = texts.clone();
            let wrong = prng.chance(WRONG).then(|| prng.below(texts.len() + 1));
            if let Some(wrong) = wrong {
                let other = &of[(at + 1) % of.len()];
                let stray = prng.chance(50) && std::ptr::eq(of, &families);
                let text = if stray { prng.pick(&alone).clone() } else { prng.pick(other).clone() };
                texts.insert(wrong, text);
            }
            found.push(Planted { texts, wrong });
        }
    }
    found
}
