//! What a reader of many articles expects to be told of a sentence.

#[path = "../../../benches/story/mod.rs"]
#[allow(dead_code)]
mod story;

use std::collections::BTreeSet;

use story::bcubed::{Figures, bcubed};
use story::outlet::Atom;

use super::{Clusters, Place, clusters};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::{Cancel, Witness};

fn gathered(articles: &[Article]) -> Clusters {
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    clusters(&witnesses, &Cancel::default()).expect("not cancelled")
}

struct Judged {
    all: Figures,
    cores: Figures,
    plain: Figures,
    plain_cores: Figures,
}

fn judged(seed: u64) -> Judged {
    let story = story::story(seed);
    let articles: Vec<Article> = story.iter().map(|article| Article::of_text("a", &story::set(article))).collect();
    let found = gathered(&articles);
    let mut places = Vec::new();
    let mut truth: Vec<&[Atom]> = Vec::new();
    for (at, article) in story.iter().enumerate() {
        assert_eq!(articles[at].sentences.len(), article.len(), "seed {seed}: {}", articles[at].text);
        for (sentence, told) in article.iter().enumerate() {
            places.push(Place { article: at, sentence });
            truth.push(&told.atoms);
        }
    }
    let related: Vec<BTreeSet<Place>> =
        places.iter().map(|&p| found.members(p).into_iter().map(|m| m.place).collect()).collect();
    let meet = |a: usize, b: usize| truth[a].iter().any(|atom| truth[b].contains(atom));
    let class = |a: usize| -> (Vec<usize>, bool) {
        let mains: Vec<usize> = truth[a].iter().filter(|atom| atom.1 == 0).map(|atom| atom.0).collect();
        if mains.is_empty() { (vec![truth[a][0].0], false) } else { (mains, true) }
    };
    let classes: Vec<_> = (0..places.len()).map(class).collect();
    if std::env::var("SHOW").is_ok() {
        let mut missed = 0;
        let mut wrong = 0;
        for a in 0..places.len() {
            for b in a + 1..places.len() {
                let (f, t) = (related[a].contains(&places[b]), meet(a, b));
                if f != t {
                    if t {
                        missed += 1
                    } else {
                        wrong += 1
                    }
                    let s = |x: usize| {
                        let p = places[x];
                        &story[p.article][p.sentence]
                    };
                    println!(
                        "{} {:?} {:?}\n   {}\n   {}",
                        if t { "MISSED" } else { "WRONG" },
                        s(a).atoms,
                        s(b).atoms,
                        s(a).text,
                        s(b).text
                    );
                }
            }
        }
        println!("missed {missed} wrong {wrong}");
    }
    let (plain, parts) = plain(&articles, &places);
    Judged {
        plain: bcubed(places.len(), |a, b| plain[a] == plain[b] || parts.contains(&(places[a], places[b])), meet),
        plain_cores: bcubed(places.len(), |a, b| plain[a] == plain[b], |a, b| classes[a] == classes[b]),
        all: bcubed(places.len(), |a, b| related[a].contains(&places[b]), meet),
        cores: bcubed(
            places.len(),
            |a, b| found.of(places[a]).unwrap().members.contains(&places[b]),
            |a, b| classes[a] == classes[b],
        ),
    }
}

fn plain(articles: &[Article], places: &[Place]) -> (Vec<usize>, BTreeSet<(Place, Place)>) {
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let readings = super::reading::Readings::new(&witnesses);
    let bags = super::bags::Bags::new(&witnesses, &readings);
    let kin = super::kin::kin(&bags, &Cancel::default()).unwrap();
    let mut root: Vec<usize> = (0..readings.all.len()).collect();
    for k in kin.iter().filter(|k| k.cosine >= 0.6 && k.ratio <= 1.5) {
        let (a, b) = (root[k.light], root[k.heavy]);
        for r in &mut root {
            if *r == b {
                *r = a
            }
        }
    }
    let mut parts = BTreeSet::new();
    for k in kin.iter().filter(|k| k.held >= 0.8 && k.ratio > 1.5) {
        for (at, reading) in readings.all.iter().enumerate() {
            if root[at] != root[k.light] {
                continue;
            }
            for &p in &reading.places {
                for &w in &readings.all[k.heavy].places {
                    parts.insert((p, w));
                    parts.insert((w, p));
                }
            }
        }
    }
    let of = |p: &Place| root[readings.all.iter().position(|r| r.places.contains(p)).unwrap()];
    (places.iter().map(of).collect(), parts)
}

#[test]
fn puts_the_sentences_of_stories_together() {
    let seeds: Vec<u64> =
        std::env::var("SEEDS").map_or((1..=8).collect(), |s| s.split(',').map(|s| s.parse().unwrap()).collect());
    let (mut sum, mut n) = ([0.0; 12], 0.0);
    for seed in seeds {
        let j = judged(seed);
        let row = [
            j.all.precision,
            j.all.recall,
            j.all.f1(),
            j.cores.precision,
            j.cores.recall,
            j.cores.f1(),
            j.plain.precision,
            j.plain.recall,
            j.plain.f1(),
            j.plain_cores.precision,
            j.plain_cores.recall,
            j.plain_cores.f1(),
        ];
        println!("{seed}: {row:.3?}");
        for (s, r) in sum.iter_mut().zip(row) {
            *s += r;
        }
        n += 1.0;
    }
    println!("mean {:.3?}", sum.map(|s| s / n));
}
