//! Texts: decoded, parted, collated, compared and reported.

use std::sync::Arc;

use ibid::article::{Article, decode};
use ibid::boilerplate::{Mask, kept, mask, propose, text_of};
use ibid::collate::{
    Cancel, Case, Class, Collation, Exactness, PairFound, Spaces, Witness, by_likeness, clusters, collate,
    collate_in_order, matrix, read_closely, shared_by, synopsis,
};
use ibid::page::{Compared, Folding, Folds, Page, Setting, Sheet};
use ibid::report::{
    Apparatus, Cleaned, Reported, Tint, Writing, apparatus_json, apparatus_text, cleaned, csv, diff, diff_html,
    diff_markdown, json, markdown, stat, text, unified,
};
use ibid::text::{Pair, Plain, Side, Span, is_unseen_command};

use crate::made;
use crate::prng::Prng;

/// Decodes bytes and parts the text: places lie on characters, in order, and lead back to the bytes.
pub fn texts(prng: &mut Prng) {
    let bytes = made::bytes(prng);
    let Ok(decoded) = decode(&bytes) else { return };
    for _ in 0..4 {
        let at = |prng: &mut Prng| {
            (0..=prng.below(decoded.text.len() + 1)).rev().find(|at| decoded.text.is_char_boundary(*at))
        };
        let (one, other) = (at(prng).unwrap_or(0), at(prng).unwrap_or(0));
        let there = decoded.disk.on_disk(Span::new(one.min(other), one.max(other)));
        assert!(there.end() <= bytes.len(), "{there:?} of {} bytes", bytes.len());
    }
    let article = Article::of_text("one", &decoded.text);
    ordered(&article.text, article.tokens.iter().map(|token| token.span));
    ordered(&article.text, article.sentences.iter().map(|sentence| sentence.span));
    ordered(&article.text, article.paragraphs.iter().map(|paragraph| paragraph.span));
    let hard = prng.pick::<&str>(&made::HARD);
    let hits = Plain::of(&article.text).hits(&article.text, &Plain::of(hard)).collect::<Vec<_>>();
    ordered(&article.text, hits.into_iter());
    let all: usize = article.paragraphs.iter().map(|paragraph| paragraph.tokens.len()).sum();
    assert_eq!(all, article.tokens.len(), "words stand in paragraphs");
    let measure = prng.between(1, 120);
    let page = Page::new(Arc::new(article), Arc::default(), Folding::Folded, measure);
    let mut spot = page.first();
    for _ in 0..200 {
        page.glyphs(spot).for_each(drop);
        spot = page.step(spot, 1);
    }
}

fn ordered(text: &str, spans: impl Iterator<Item = Span>) {
    let mut last = 0;
    for span in spans {
        assert!(text.get(span.range()).is_some(), "{span:?} lies on no characters");
        assert!(span.start() >= last, "{span:?} comes after {last}");
        last = span.start();
    }
}

/// Two or more articles, what is hidden of each.
struct Set {
    articles: Vec<Article>,
    masks: Vec<Mask>,
}

fn set(prng: &mut Prng, count: usize) -> Set {
    let first = made::text(prng);
    let rules = made::rules(prng, &first);
    let mut articles = vec![Article::of_text("one", &first)];
    for at in 1..count {
        let text = if prng.chance(80) { made::kin(prng, &first) } else { made::text(prng) };
        articles.push(Article::of_text(&format!("more{at}"), &text));
    }
    let session = |article: &Article, prng: &mut Prng| -> Vec<Span> {
        article.sentences.iter().map(|sentence| sentence.span).filter(|_| prng.chance(8)).collect()
    };
    let masks = articles.iter().map(|article| mask(article, &rules, &session(article, prng))).collect();
    Set { articles, masks }
}

impl Set {
    fn pair(&self) -> Pair<Witness<'_>> {
        Pair::new(0, 1).map(|at| Witness { article: &self.articles[at], mask: &self.masks[at] })
    }
}

/// Collates two texts both ways: the figures sum up, what is hidden takes no part, and exchanging the sides exchanges the result.
pub fn collated(prng: &mut Prng) {
    let set = set(prng, 2);
    let there = collate(set.pair(), &Cancel::default()).unwrap_or_default();
    holds(&set, &there);
    let Pair { left, right } = set.pair();
    let back = collate(Pair::new(right, left), &Cancel::default()).unwrap_or_default();
    assert_eq!((there.coverage.left, there.coverage.right), (back.coverage.right, back.coverage.left), "either way");
    assert_eq!(there.matches.len(), back.matches.len(), "either way");
}

/// Compares two versions: the same holds, and a text has no change from itself.
pub fn in_order(prng: &mut Prng) {
    let set = set(prng, 2);
    let exactness = *prng.pick(&[
        Exactness::WORDS,
        Exactness::marks(Case::Heeded, Spaces::AsOne),
        Exactness::marks(Case::Ignored, Spaces::Ignored),
    ]);
    let found = collate_in_order(set.pair(), exactness, &Cancel::default()).unwrap_or_default();
    holds(&set, &found);
    let left = set.pair().left;
    let same = collate_in_order(Pair::new(left, left), exactness, &Cancel::default()).unwrap_or_default();
    assert!(same.is_same(), "a text differs from itself");
    let articles = Pair::new(0, 1).map(|at| Arc::new(set.articles[at].clone()));
    let masks = Pair::new(0, 1).map(|at| Arc::new(set.masks[at].clone()));
    let compared = Arc::new(Compared::of(articles, masks, found));
    for setting in [Setting::Inline(prng.between(1, 100)), Setting::Beside(prng.between(1, 80))] {
        let sheet = Sheet::new(Arc::clone(&compared), setting, Folds::around(prng.below(3)));
        sheet.from(sheet.start_of(0)).take(300).for_each(drop);
    }
}

fn holds(set: &Set, found: &Collation) {
    for (side, at) in [(Side::Left, 0), (Side::Right, 1)] {
        let (article, mask) = (&set.articles[at], &set.masks[at]);
        let coverage = found.coverage[side];
        assert_eq!(coverage.words + coverage.hidden, article.tokens.len(), "every word is hidden or counts");
        assert!(coverage.shared() <= coverage.words, "{coverage:?}");
        for m in &found.matches {
            let passage = &m.passages[side];
            assert!(article.text.get(passage.span.range()).is_some(), "{passage:?}");
            let hidden =
                |token: usize| mask.hidden().iter().any(|hidden| hidden.span.overlaps(article.tokens[token].span));
            let visible = passage.tokens.clone().filter(|token| !hidden(*token)).count();
            assert!(m.shared <= visible || m.class == Class::Reworded, "{m:?}");
            assert!(m.changed(side) <= visible, "hidden words are told as changed: {m:?}");
            for variant in &m.variants {
                assert!(article.text.get(variant.spans[side].range()).is_some(), "{variant:?}");
            }
        }
    }
}

/// Prints what was found in every form: none has a character that commands a terminal, and JSON can be read.
pub fn reports(prng: &mut Prng) {
    let count = prng.between(2, 5);
    let set = set(prng, count);
    let witnesses: Vec<Witness<'_>> =
        set.articles.iter().zip(&set.masks).map(|(article, mask)| Witness { article, mask }).collect();
    let pair = set.pair();
    let told = |collation: &Collation, both: &mut Vec<String>| {
        let (articles, masks) = (pair.map(|one| one.article), pair.map(|one| one.mask));
        let reported = Reported { articles, masks, collation, remarks: &[] };
        let names = Pair::new("one".to_owned(), "two".to_owned());
        let writing = Writing { names, context: 1, tint: Tint::Plain, width: None };
        both.extend([text(&reported), markdown(&reported), csv(&reported), stat(&reported, &writing)]);
        both.extend([diff(&reported, &writing), unified(&reported, &writing), diff_markdown(&reported, &writing)]);
        both.push(diff_html(&reported, &writing));
        json(&[reported])
    };
    let mut printed = Vec::new();
    let mut read = vec![told(&collate(pair, &Cancel::default()).unwrap_or_default(), &mut printed)];
    let versions = collate_in_order(pair, Exactness::default(), &Cancel::default()).unwrap_or_default();
    read.push(told(&versions, &mut printed));
    let cancel = Cancel::default();
    let clusters = clusters(&witnesses, &cancel).unwrap_or_default();
    let articles: Vec<&Article> = set.articles.iter().collect();
    let pairs: Vec<PairFound> =
        read_closely(&articles).into_iter().filter_map(|pair| shared_by(&witnesses, pair, &[], &cancel)).collect();
    let synopsis = synopsis(&witnesses, &clusters, &pairs, &cancel).unwrap_or_default();
    let apparatus = Apparatus::new(&witnesses, &synopsis);
    printed.push(apparatus_text(&apparatus));
    read.push(apparatus_json(&apparatus));
    let each: Vec<Cleaned<'_>> =
        set.articles.iter().zip(&set.masks).map(|(article, mask)| Cleaned { article, mask }).collect();
    read.push(cleaned(&each));
    for text in &read {
        let unseen = text.chars().find(|c| is_unseen_command(*c) && *c != '\n');
        assert_eq!(unseen, None, "JSON escapes all that commands a terminal");
    }
    for text in &printed {
        // Marks that only turn single words, as U+200F, are text.
        let command = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
        assert_eq!(command, None, "in {:?}", text.chars().take(60).collect::<String>());
    }
    for (article, mask) in set.articles.iter().zip(&set.masks) {
        let spans = kept(article, mask);
        assert!(text_of(article, &spans).len() <= article.text.len(), "less is kept than there was");
    }
    let articles: Vec<&Article> = set.articles.iter().collect();
    for proposal in propose(&articles) {
        assert!(articles[proposal.article].text.get(proposal.span.range()).is_some(), "{proposal:?}");
    }
    let names: Vec<&str> = articles.iter().map(|article| article.name.as_str()).collect();
    let shares = matrix(&witnesses, &Cancel::default());
    let order = shares.and_then(|shares| by_likeness(&shares, &names, &Cancel::default())).unwrap_or_default();
    assert_eq!(order.len(), articles.len(), "every article has a place");
}
