//! Finds the facts in which two passages differ.

use super::change_kind::{ChangeKind, ChangeKinds};
use super::denial::{denies, is_form};
use super::fact::{Fact, Saying, on};
use super::figure::{ORDINAL, SHARE, TIMES};
use super::finder::FactFinder;
use super::frame::Frame;
use super::lexicon::FactWord;
use crate::text::{Pair, Side, Span, Token};

/// How many bytes around an empty place are searched for a fact: a space and a quotation mark.
const BESIDE: usize = 4;
/// The most words that a change has besides its names. On real pairs, names in longer ones were mostly of different things.
const BESIDES: usize = 2;
/// The kinds that have values to compare.
const VALUES: [ChangeKind; 3] = [ChangeKind::Number, ChangeKind::Date, ChangeKind::Name];

/// Returns the kinds of a change, of which one side may be empty. `facts` are those of both passages and the sentences around them.
pub fn changed(finders: Pair<&FactFinder<'_>>, facts: Pair<&[Fact]>, spans: Pair<Span>) -> ChangeKinds {
    let own = Pair::from_fn(|side: Side| on(facts[side], spans[side]).collect::<Vec<&Fact>>());
    let here = Pair::from_fn(|side: Side| widened(&own, facts, side, spans));
    let mut kinds = ChangeKinds::NONE;
    for kind in VALUES {
        let named = || !only_moved(finders, &here, spans) && !is_rewritten(finders, &here, spans);
        if differs(kind, &here, facts, spans) && (kind != ChangeKind::Name || named()) {
            kinds = kinds.and(ChangeKinds::only(kind));
        }
    }
    let says = |side: Side, saying: &Saying| own[side].iter().any(|fact| fact.says == *saying);
    if denies(finders, facts, spans) {
        kinds = kinds.and(ChangeKinds::only(ChangeKind::Negation));
    }
    let stance = |side: Side| (says(side, &Saying::Doubt), says(side, &Saying::Firm));
    if stance(Side::Left) != stance(Side::Right) {
        kinds = kinds.and(ChangeKinds::only(ChangeKind::Certainty));
    }
    let word = Pair::from_fn(|side: Side| spans[side].of(finders[side].text()));
    let rewritten = letters(word.left) != letters(word.right);
    if rewritten && Side::BOTH.iter().any(|&side| finders[side].is_quoted(spans[side])) {
        kinds = kinds.and(ChangeKinds::only(ChangeKind::Quotation));
    }
    if kinds.is_empty() { ChangeKinds::only(ChangeKind::Wording) } else { kinds }
}

/// Whether the numbers or dates in which a change differs are on one side alone, and the other article has each of them near by, of the same:
/// `two people`. `around` are the facts near by on each side, the change's own among them.
pub fn stands_near(kind: ChangeKind, finders: Pair<&FactFinder<'_>>, around: Pair<&[Fact]>, spans: Pair<Span>) -> bool {
    let own = Pair::from_fn(|side: Side| {
        on(around[side], spans[side]).filter(|fact| fact.kind() == Some(kind)).collect::<Vec<&Fact>>()
    });
    let side = match (own.left.is_empty(), own.right.is_empty()) {
        (false, true) => Side::Left,
        (true, false) => Side::Right,
        _ => return false,
    };
    let behind = |side: Side, fact: &Fact| finders[side].word_behind(fact.span.end()).map(str::to_lowercase);
    own[side].iter().all(|fact| {
        let of = behind(side, fact);
        let same = |other: &&Fact| kind != ChangeKind::Number || of.is_some() && behind(side.other(), other) == of;
        around[side.other()].iter().filter(same).any(|other| fact.may_be(other))
    })
}

/// Whether a change has many words besides its names: these may be of different things.
fn is_rewritten(finders: Pair<&FactFinder<'_>>, here: &Pair<Vec<&Fact>>, spans: Pair<Span>) -> bool {
    Side::BOTH.iter().any(|&side| {
        let named = |token: &&Token| {
            let names = here[side].iter().filter(|fact| matches!(fact.says, Saying::Called(_)));
            names.into_iter().any(|name| name.span.overlaps(token.span))
        };
        finders[side].within_span(spans[side]).iter().filter(|token| !named(token)).count() > BESIDES
    })
}

/// Whether each name that one side lacks stands in its words after all, where it was not known for one: at the head of a sentence.
fn only_moved(finders: Pair<&FactFinder<'_>>, here: &Pair<Vec<&Fact>>, spans: Pair<Span>) -> bool {
    let lacking = lacking(ChangeKind::Name, here, spans);
    Side::BOTH.iter().all(|&side| {
        lacking[side].iter().all(|fact| match &fact.says {
            Saying::Called(words) => finders[side.other()].says_words(spans[side.other()], words),
            _ => false,
        })
    })
}

/// Returns the letters and digits of words, and `&`: in a quotation, different punctuation is not different words.
fn letters(words: &str) -> String {
    let spoken = words.replace('&', "and");
    spoken.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether two reworded passages contradict each other: both count the same unit, and each has a number that the other lacks. Nothing else
/// is reported of them: on real pairs, names and negations that only one has mostly belonged to another part of the story.
pub fn at_odds(finders: Pair<&FactFinder<'_>>, facts: Pair<&[Fact]>, spans: Pair<Span>) -> ChangeKinds {
    let here = Pair::from_fn(|side: Side| on(facts[side], spans[side]).collect::<Vec<&Fact>>());
    let lacking = lacking(ChangeKind::Number, &here, spans);
    let unit = |fact: &Fact| match fact.says {
        // Two times are mostly of two things.
        Saying::Figure(figure) if !figure.is_time() => figure.unit,
        _ => "",
    };
    // With several numbers of one unit, it is unclear which corresponds to which; a share may be of the other part.
    let single = |side: Side, of: &str| here[side].iter().filter(|fact| unit(fact) == of).count() == 1;
    let counted =
        |of: &str| !matches!(of, "" | ORDINAL | SHARE | TIMES) && Side::BOTH.iter().all(|&side| single(side, of));
    let same = |fact: &&&Fact| {
        let counted_so = |other: &&&Fact| counted(unit(fact)) && unit(fact) == unit(other);
        lacking.right.iter().filter(counted_so).any(|other| !fact.agrees_in_other_words(other))
    };
    match lacking.left.iter().any(|fact| same(&fact)) || counts_otherwise(finders, &here) {
        true => ChangeKinds::only(ChangeKind::Number),
        false => ChangeKinds::NONE,
    }
}

/// Whether each side has one number only, and both count the same: `340 families`, `430 families`. People are counted for too many things.
fn counts_otherwise(finders: Pair<&FactFinder<'_>>, here: &Pair<Vec<&Fact>>) -> bool {
    let only = |side: Side| {
        let strong = |fact: &&&Fact| fact.kind() == Some(ChangeKind::Number) && !fact.is_weak();
        let mut all = here[side].iter().filter(strong);
        let fact = all.next().filter(|_| all.next().is_none())?;
        let plain = matches!(fact.says, Saying::Figure(figure) if figure.unit.is_empty());
        let noun = finders[side].word_behind(fact.span.end()).filter(|_| plain)?;
        let known = finders[side].is_common(noun) || finders[side].is_said(noun, FactWord::Anybody);
        (noun.chars().count() >= NOUN && noun.chars().all(char::is_alphabetic) && !known).then_some((*fact, noun))
    };
    let Some(((left, noun), (right, other))) = only(Side::Left).zip(only(Side::Right)) else { return false };
    is_form(finders.left, &noun.to_lowercase(), &other.to_lowercase()) && !left.agrees_in_other_words(right)
}

/// Letters of a word that says what is counted, at the least: shorter ones mostly join.
const NOUN: usize = 4;

/// Returns what each side says in a number, a date or a name where a change contradicts; at most one of each kind.
pub fn conflicts(facts: Pair<&[Fact]>, spans: Pair<Span>, frame: Frame) -> Vec<(ChangeKind, Fact, Fact)> {
    let own = Pair::from_fn(|side: Side| on(facts[side], spans[side]).collect::<Vec<&Fact>>());
    let here = Pair::from_fn(|side: Side| widened(&own, facts, side, spans));
    let each = VALUES.into_iter().filter_map(|kind| {
        let lacking = lacking(kind, &here, spans);
        // Each is held against those that count the same; what both may be so contradicts nothing.
        let against = |left: &Fact| {
            let near: Vec<&Fact> = lacking.right.iter().copied().filter(|right| left.is_comparable(right)).collect();
            let agrees = |right: &Fact| match frame {
                Frame::Other => left.agrees_in_other_words(right),
                Frame::Alike | Frame::Same => left.agrees(right),
            };
            if !near.is_empty() && !near.iter().any(|right| agrees(right)) {
                return near.first().copied();
            }
            // Alone on both sides, they stand in the place of each other.
            let alone = lacking.left.len() == 1 && lacking.right.len() == 1;
            lacking.right.first().copied().filter(|right| alone && left.clashes(right, frame))
        };
        let (left, right) = lacking.left.iter().find_map(|left| Some((*left, against(left)?)))?;
        // `a door` counts nothing.
        if [left, right].iter().any(|fact| fact.is_article()) {
            return None;
        }
        (!left.is_weak() || !right.is_weak() || left.is_ranked_with(right)).then(|| (kind, left.clone(), right.clone()))
    });
    each.collect()
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
fn lacking<'a>(kind: ChangeKind, here: &Pair<Vec<&'a Fact>>, spans: Pair<Span>) -> Pair<Vec<&'a Fact>> {
    let of_kind = Pair::from_fn(|side: Side| {
        here[side].iter().copied().filter(|fact| fact.kind() == Some(kind)).collect::<Vec<&Fact>>()
    });
    // `a change of -3`, `a fall of 3`: a sign tells something only where nothing else changed.
    let within = |side: Side| spans[side].is_empty() || of_kind[side].iter().any(|it| it.span.covers(spans[side]));
    let alone = within(Side::Left) && within(Side::Right);
    let same = |a: &Fact, b: &Fact| if alone { a.may_be(b) } else { a.is_as_large(b) };
    Pair::from_fn(|side: Side| {
        let others = &of_kind[side.other()];
        of_kind[side].iter().copied().filter(|fact| !others.iter().any(|other| same(fact, other))).collect()
    })
}

fn differs(kind: ChangeKind, here: &Pair<Vec<&Fact>>, facts: Pair<&[Fact]>, spans: Pair<Span>) -> bool {
    let lacking = lacking(kind, here, spans);
    let strong = |side: Side| lacking[side].iter().any(|fact| !fact.is_weak());
    if lacking.left.is_empty() != lacking.right.is_empty() {
        // A name that only one side has is most often of the speaker, of something that the other leaves out, or no name.
        if kind == ChangeKind::Name {
            return false;
        }
        // What only one side has here may be elsewhere in the other's sentence: it only moved.
        let side = if lacking.left.is_empty() { Side::Right } else { Side::Left };
        let elsewhere = |fact: &&Fact| facts[side.other()].iter().any(|other| fact.may_be(other));
        return lacking[side].iter().any(|fact| !fact.is_weak() && !elsewhere(fact));
    }
    let ranked = |fact: &&Fact| lacking.right.iter().any(|other| fact.is_ranked_with(other));
    strong(Side::Left) || strong(Side::Right) || lacking.left.iter().any(ranked)
}
