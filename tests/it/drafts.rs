//! Edited drafts of which the truth is known: no change is missed, and little that stayed is called changed.
//!
//! The long form, beside other programs, is `cargo bench --bench drafts`.

#[allow(dead_code)]
#[path = "../../benches/drafts/mod.rs"]
mod drafts;

use drafts::draft::{Draft, draft};
use drafts::edits::Edit;
use drafts::found::{Found, Knows, by_ibid};
use drafts::judge::judge;
use drafts::score::{Fault, Score, What};
use drafts::show;
use drafts::truth::{Fate, Piece, pieces, slides};
use ibid::text::{Pair, Side};

/// Drafts with edits of all kinds, and drafts of each kind alone.
const MIXED: u64 = 60;
const SINGLE: u64 = 5;

fn all() -> Vec<Draft> {
    let mixed = (1..=MIXED).filter_map(|seed| draft(seed, None));
    let single = Edit::ALL.iter().flat_map(|(edit, _)| (1..=SINGLE).filter_map(|seed| draft(seed, Some(*edit))));
    mixed.chain(single).collect()
}

#[test]
fn no_change_of_a_draft_is_missed() {
    let mut sum = Score::default();
    let mut missed = Vec::new();
    for draft in all() {
        let found = by_ibid(&draft);
        let (score, faults) = judge(&draft, &found);
        sum.add(&score);
        let mine = faults.iter().filter(|fault: &&Fault| matches!(fault.what, What::Missed | What::Unmarked));
        missed.extend(mine.map(|fault| show::fault(&draft, &found, fault)));
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    assert!(sum.drafts > 200 && sum.changes > 700 && sum.moves > 100, "{sum:?}");
    assert!(sum.called_changed * 2000 <= sum.kept, "over .05 % of what stayed is called changed: {sum:?}");
    assert!(sum.pieces * 100 <= sum.changes * 105, "over 1.05 pieces a change: {sum:?}");
    assert!(sum.found * 100 >= sum.moves * 98, "under .98 of what moved is found: {sum:?}");
}

#[test]
fn the_truth_itself_is_without_fault_and_silence_is_not() {
    for draft in all() {
        let marks = Pair::from_fn(|side: Side| {
            draft.marked.iter().map(|pair| draft.words[side][pair[side]].dressed.clone()).collect()
        });
        let knows = Knows { marks: true, case: true, moves: true };
        let told = Found { fates: draft.fates.clone(), marks, changed: Default::default(), knows };
        let (score, faults) = judge(&draft, &told);
        assert!(faults.is_empty(), "seed {}: {faults:?}", draft.seed);
        assert_eq!((score.pieces, score.found), (score.changes, score.moves), "seed {}", draft.seed);
        let silent = draft.fates.as_ref().map(|fates| vec![Fate::Kept(None); fates.len()]);
        let (score, _) = judge(&draft, &Found { fates: silent, ..told.clone() });
        assert_eq!((score.missed, score.found, score.called_changed), (score.changes, 0, 0), "seed {}", draft.seed);
        let loud = draft.fates.as_ref().map(|fates| vec![Fate::Changed; fates.len()]);
        let (score, _) = judge(&draft, &Found { fates: loud, ..told });
        let kept = draft.fates.left.iter().chain(&draft.fates.right).filter(|fate| matches!(fate, Fate::Kept(_)));
        assert_eq!((score.missed, score.called_changed), (0, kept.count()), "seed {}", draft.seed);
    }
}

#[test]
fn a_seed_gives_the_same_draft_again() {
    for seed in 1..6 {
        let texts = || draft(seed, None).map(|draft| draft.texts);
        assert!(texts().is_some());
        assert_eq!(texts(), texts());
    }
}

/// A change, by where its stretches begin and end.
fn change(left: &[(usize, usize)], right: &[(usize, usize)]) -> Piece {
    Pair::new(left, right).map(|all| all.iter().map(|(start, end)| *start..*end).collect())
}

#[test]
fn what_is_taken_away_and_what_is_put_in_its_place_are_one_change() {
    let kept = |at: usize| Fate::Kept(Some(at));
    let gone = Fate::Changed;
    // One word for another, and a word behind what stayed.
    let fates = Pair::new(vec![kept(0), gone, kept(2)], vec![kept(0), gone, kept(2), gone]);
    assert_eq!(pieces(&fates), [change(&[(1, 2)], &[(1, 2)]), change(&[], &[(3, 4)])]);
    // Inside what was moved, too.
    let fates = Pair::new(
        vec![Fate::Moved(2), gone, Fate::Moved(4), kept(0), kept(1)],
        vec![kept(3), kept(4), Fate::Moved(0), gone, Fate::Moved(2)],
    );
    assert_eq!(pieces(&fates), [change(&[(1, 2)], &[(3, 4)])]);
}

#[test]
fn a_word_put_in_beside_its_like_may_be_told_on_either_place() {
    let kept = |at: usize| Fate::Kept(Some(at));
    let keys = Pair::new(vec!["so", "very", "late"], vec!["so", "very", "very", "late"]);
    let fates = Pair::new(vec![kept(0), kept(2), kept(3)], vec![kept(0), Fate::Changed, kept(1), kept(2)]);
    let found = pieces(&fates);
    assert_eq!(found, [change(&[], &[(1, 2)])]);
    assert_eq!(slides(&found[0], &fates, &keys), change(&[], &[(1, 3)]));
}
