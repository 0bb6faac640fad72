//! Finds the facts in which two passages differ.

use super::change_kind::{ChangeKind, ChangeKinds};
use super::fact::{Fact, Saying};
use super::figure::{ORDINAL, SHARE};
use super::finder::FactFinder;
use super::lexicon::FactWord;
use crate::text::{Pair, Side, Span};

/// How many bytes around an empty place are searched for a fact: a space and a quotation mark.
const BESIDE: usize = 4;
/// The most words of a change in which a name that only one side has counts. On real pairs, longer ones were another part of the story.
const LONG: usize = 6;
/// The most words that only one side has in which a negation counts: `did not yet`.
const SHORT: usize = 3;
/// The kinds that have values to compare.
const VALUES: [ChangeKind; 3] = [ChangeKind::Number, ChangeKind::Date, ChangeKind::Name];

/// Returns the kinds of a change, of which one side may be empty. `facts` are those of both passages and the sentences around them.
pub fn changed(finders: Pair<&FactFinder<'_>>, facts: Pair<&[Fact]>, spans: Pair<Span>) -> ChangeKinds {
    let own = Pair::from_fn(|side: Side| on(facts[side], spans[side]).collect::<Vec<&Fact>>());
    let here = Pair::from_fn(|side: Side| widened(&own, facts, side, spans));
    let mut kinds = ChangeKinds::NONE;
    for kind in VALUES {
        let told = kind != ChangeKind::Name || names_are_told(finders, &here, spans);
        if told && differs(kind, &here, facts) && !(kind == ChangeKind::Name && only_moved(finders, &here, spans)) {
            kinds = kinds.and(ChangeKinds::only(kind));
        }
    }
    let says = |side: Side, saying: &Saying| own[side].iter().any(|fact| fact.says == *saying);
    let negates = |side: Side| {
        says(side, &Saying::Not) && !is_added(finders, &own, side, spans) && !negates_as_often(finders, facts, spans)
    };
    let denies = |side: Side| says(side, &Saying::Not) || says(side, &Saying::Unsaid);
    let word = Pair::from_fn(|side: Side| spans[side].of(finders[side].text()));
    let contrary = finders.left.contrary(word.left, word.right) || finders.right.contrary(word.left, word.right);
    if Side::BOTH.iter().any(|&side| negates(side) && !denies(side.other())) || contrary {
        kinds = kinds.and(ChangeKinds::only(ChangeKind::Negation));
    }
    let stance = |side: Side| (says(side, &Saying::Doubt), says(side, &Saying::Firm));
    if stance(Side::Left) != stance(Side::Right) {
        kinds = kinds.and(ChangeKinds::only(ChangeKind::Hedging));
    }
    let rewritten = letters(word.left) != letters(word.right);
    if rewritten && Side::BOTH.iter().any(|&side| finders[side].is_quoted(spans[side])) {
        kinds = kinds.and(ChangeKinds::only(ChangeKind::Quotation));
    }
    if kinds.is_empty() { ChangeKinds::only(ChangeKind::Wording) } else { kinds }
}

/// Whether a name in a change counts. A name added or removed beside the rest is an addition. A pronoun or a word with `the` in its place
/// usually means the same person. If only one side has names, they may be of the speaker, or of something that the other side leaves out.
/// On real pairs, these were most of the wrong ones.
fn names_are_told(finders: Pair<&FactFinder<'_>>, here: &Pair<Vec<&Fact>>, spans: Pair<Span>) -> bool {
    let names = |side: Side| here[side].iter().any(|fact| matches!(fact.says, Saying::Called(_)));
    let stands_for = |side: Side| here[side].iter().any(|fact| fact.says == Saying::Pronoun);
    if Side::BOTH.iter().any(|&side| spans[side].is_empty() || stands_for(side)) {
        return false;
    }
    let alone = Side::BOTH.into_iter().filter(|&side| names(side) && !names(side.other()));
    alone.into_iter().all(|side| {
        let long = |side: Side| finders[side].words(spans[side]) > LONG;
        let attributes = finders[side].holds(spans[side], FactWord::Say);
        let there = spans[side.other()];
        let described = finders[side.other()].begins_with(there, FactWord::The)
            || finders[side.other()].is_behind(there.start(), FactWord::The);
        !long(side) && !long(side.other()) && !attributes && !described
    })
}

/// Whether each name that one side lacks stands in its words after all, where it was not known for one: at the head of a sentence.
fn only_moved(finders: Pair<&FactFinder<'_>>, here: &Pair<Vec<&Fact>>, spans: Pair<Span>) -> bool {
    let lacking = lacking(ChangeKind::Name, here);
    Side::BOTH.iter().all(|&side| {
        lacking[side].iter().all(|fact| match &fact.says {
            Saying::Called(words) => finders[side.other()].says_words(spans[side.other()], words),
            _ => false,
        })
    })
}

/// Whether both sentences have as many negations: then one has only changed its place.
fn negates_as_often(finders: Pair<&FactFinder<'_>>, facts: Pair<&[Fact]>, spans: Pair<Span>) -> bool {
    let count = |side: Side| {
        let article = finders[side].article();
        let sentence = article.sentences.get(article.sentence_at(spans[side].start())).map(|sentence| sentence.span);
        let within = |fact: &&Fact| fact.says == Saying::Not && sentence.is_some_and(|whole| whole.overlaps(fact.span));
        facts[side].iter().filter(within).count()
    };
    count(Side::Left) == count(Side::Right)
}

/// Whether a side tells in several words what the other has not at all, or tells another thing in its place: a negation in them denies
/// nothing of the other. That is so where they have words of their own behind the negation: `but never documented`, `without panicking`;
/// `did not agree` denies `agreed`. These words are looked at in English only, where this was measured on real pairs.
fn is_added(finders: Pair<&FactFinder<'_>>, own: &Pair<Vec<&Fact>>, side: Side, spans: Pair<Span>) -> bool {
    let alone = spans[side.other()].is_empty();
    let words = finders[side].words(spans[side]);
    let Some(from) = own[side].iter().filter(|fact| fact.says == Saying::Not).map(|fact| fact.span.end()).max() else {
        return false;
    };
    // `no [clock, no] bell`: what is added is `no clock`.
    let denial = |text: &str| text.split_whitespace().next_back().map(letters);
    let before = finders[side].text().get(..spans[side].start()).unwrap_or_default();
    let within = spans[side].of(finders[side].text());
    if alone && words > 1 && denial(before) == denial(within) {
        return true;
    }
    let behind = Span::new(from, spans[side].end().max(from)).of(finders[side].text());
    let denied: Vec<String> = behind.split_whitespace().map(letters).filter(|word| !word.is_empty()).collect();
    let empty = |word: &str| finders[side].is_common(word) || AUXILIARY.contains(&word);
    let telling: Vec<&String> = denied.iter().filter(|word| !empty(word)).collect();
    let there = spans[side.other()].of(finders[side.other()].text());
    let there: Vec<String> = there.split_whitespace().map(letters).collect();
    let has = |word: &&&String| there.iter().any(|other| alike(word, other));
    let english = finders[side].language() == "en";
    let of_its_own = english && !telling.is_empty() && !telling.iter().any(|word| has(&word));
    words > if alone { SHORT } else { LONG } || of_its_own && (alone || words >= SHORT)
}

/// Words behind a negation that tell nothing by themselves.
const AUXILIARY: [&str; 16] = [
    "be", "been", "being", "yet", "ever", "even", "have", "has", "had", "do", "to", "any", "all", "so", "longer",
    "able",
];
/// Letters at the beginning by which two forms of a word are alike: `agree`, `agreed`.
const STEM: usize = 4;

fn alike(a: &str, b: &str) -> bool {
    let stem = |word: &str| word.chars().take(STEM).collect::<String>();
    a == b || a.chars().count() >= STEM && stem(a) == stem(b)
}

/// Returns the letters and digits of words, and `&`: in a quotation, different punctuation is not different words.
fn letters(words: &str) -> String {
    let spoken = words.replace('&', "and");
    spoken.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether two reworded passages contradict each other: both count the same unit, and each has a number that the other lacks. Nothing else
/// is reported of them: on real pairs, names and negations that only one has mostly belonged to another part of the story.
pub fn at_odds(facts: Pair<&[Fact]>, spans: Pair<Span>) -> ChangeKinds {
    let here = Pair::from_fn(|side: Side| on(facts[side], spans[side]).collect::<Vec<&Fact>>());
    let lacking = lacking(ChangeKind::Number, &here);
    let unit = |fact: &Fact| match fact.says {
        // Two times are mostly of two things.
        Saying::Figure(figure) if !figure.is_time() => figure.unit,
        _ => "",
    };
    // With several numbers of one unit, it is unclear which corresponds to which; a share may be of the other part.
    let single = |side: Side, of: &str| here[side].iter().filter(|fact| unit(fact) == of).count() == 1;
    let counted = |of: &str| !matches!(of, "" | ORDINAL | SHARE) && Side::BOTH.iter().all(|&side| single(side, of));
    let same = |fact: &&&Fact| lacking.right.iter().any(|other| counted(unit(fact)) && unit(fact) == unit(other));
    match lacking.left.iter().find(same) {
        Some(_) => ChangeKinds::only(ChangeKind::Number),
        None => ChangeKinds::NONE,
    }
}

/// Returns what each side says in a number, a date or a name where a change contradicts; at most one of each kind.
pub fn conflicts(facts: Pair<&[Fact]>, spans: Pair<Span>) -> Vec<(ChangeKind, Fact, Fact)> {
    let own = Pair::from_fn(|side: Side| on(facts[side], spans[side]).collect::<Vec<&Fact>>());
    let here = Pair::from_fn(|side: Side| widened(&own, facts, side, spans));
    let each = VALUES.into_iter().filter_map(|kind| {
        let lacking = lacking(kind, &here);
        // Each is held against those that count the same; what both may be so contradicts nothing.
        let against = |left: &Fact| {
            let near: Vec<&Fact> = lacking.right.iter().copied().filter(|right| left.is_comparable(right)).collect();
            let none = !near.iter().any(|right| left.agrees(right));
            near.first().copied().filter(|_| none)
        };
        let (left, right) = lacking.left.iter().find_map(|left| Some((*left, against(left)?)))?;
        let ordinals = left.is_ordinal() && right.is_ordinal();
        // `a door` counts nothing.
        if [left, right].iter().any(|fact| fact.is_article()) {
            return None;
        }
        (!left.is_weak() || !right.is_weak() || ordinals).then(|| (kind, left.clone(), right.clone()))
    });
    each.collect()
}

/// Returns the facts that overlap a span.
fn on(facts: &[Fact], span: Span) -> impl Iterator<Item = &Fact> {
    // Facts do not overlap each other, except for a few short ones.
    let from = facts.partition_point(|fact| fact.span.end() <= span.start());
    let near = facts[from..].iter().take_while(move |fact| fact.span.start() < span.end().max(span.start() + 1));
    near.filter(move |fact| fact.span.overlaps(span) || span.is_empty() && fact.span.start() < span.start())
}

/// Adds what is beside the words of one side if a fact of the other side extends over its words: `[one] million`, `million`.
fn widened<'a>(own: &Pair<Vec<&'a Fact>>, facts: Pair<&'a [Fact]>, side: Side, spans: Pair<Span>) -> Vec<&'a Fact> {
    let (other, span) = (side.other(), spans[side]);
    let mut here = own[side].clone();
    for theirs in &own[other] {
        let (before, behind) = (theirs.span.start() < spans[other].start(), theirs.span.end() > spans[other].end());
        let beside = facts[side].iter().filter(|fact| fact.kind() == theirs.kind()).filter(|fact| {
            let ends = before && fact.span.end() <= span.start() && fact.span.end() + BESIDE >= span.start();
            let begins = behind && fact.span.start() >= span.end() && fact.span.start() <= span.end() + BESIDE;
            ends || begins
        });
        for fact in beside {
            if !here.contains(&fact) {
                here.push(fact);
            }
        }
    }
    here
}

/// Returns the facts of a kind that the other side lacks.
fn lacking<'a>(kind: ChangeKind, here: &Pair<Vec<&'a Fact>>) -> Pair<Vec<&'a Fact>> {
    let of_kind = Pair::from_fn(|side: Side| {
        here[side].iter().copied().filter(|fact| fact.kind() == Some(kind)).collect::<Vec<&Fact>>()
    });
    Pair::from_fn(|side: Side| {
        let others = &of_kind[side.other()];
        of_kind[side].iter().copied().filter(|fact| !others.iter().any(|other| fact.may_be(other))).collect()
    })
}

fn differs(kind: ChangeKind, here: &Pair<Vec<&Fact>>, facts: Pair<&[Fact]>) -> bool {
    let lacking = lacking(kind, here);
    let strong = |side: Side| lacking[side].iter().any(|fact| !fact.is_weak());
    if lacking.left.is_empty() != lacking.right.is_empty() {
        // What only one side has here may be elsewhere in the other's sentence: it only moved.
        let side = if lacking.left.is_empty() { Side::Right } else { Side::Left };
        let elsewhere = |fact: &&Fact| facts[side.other()].iter().any(|other| fact.may_be(other));
        let pronoun = || here[side.other()].iter().any(|fact| fact.says == Saying::Pronoun);
        return lacking[side].iter().any(|fact| !fact.is_weak() && !elsewhere(fact))
            && !(kind == ChangeKind::Name && pronoun());
    }
    let ordinal = |side: Side| lacking[side].iter().any(|fact| fact.is_ordinal());
    strong(Side::Left) || strong(Side::Right) || ordinal(Side::Left) && ordinal(Side::Right)
}
