//! Regions, drawn: brackets in two texts say which stretches tell the same.

use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};
use proptest::sample::subsequence;

use super::drawn::{collated, of_texts};
use super::{Collation, Region};
use crate::article::Article;
use crate::boilerplate::{Hidden, HiddenBy, Mask};
use crate::text::{Pair, Side, Span};

/// What both witnesses may tell: a paragraph about a ferry.
const FERRY: &str = "The old ferry Marigold will cross the fjord for the last time on Sunday evening. Her captain, Ingrid \
    Solheim, has steered her through fog and drifting ice for thirty-one winters. The harbour board sold the hull to a breaker \
    in Rotterdam, although two hundred islanders had signed a petition against it. A bridge of pale granite takes her place.";
/// The same, shortened, in another order and partly in other words.
const FERRY_RETOLD: &str = "Two hundred islanders signed a petition, yet the harbour board sold the hull to a Rotterdam breaker. \
    For thirty-one winters captain Ingrid Solheim steered the ferry Marigold through drifting ice and fog. On Sunday evening she \
    crosses the fjord a last time. Pale granite takes her place, a bridge.";
/// Another one that both may tell, about a bakery.
const BAKERY: &str = "At four every morning Tomasz Wilk lights the brick oven behind the chapel. His rye loaves, dark and sour, \
    are wrapped in newspaper and carried by bicycle to eleven villages along the canal. Since the mill burned down he buys his \
    flour from a cooperative near the lignite pits, and nobody has yet complained about the crust.";
/// What stands only in one of them.
const CHESS: &str = "The chess club elected Beatrix Amsel as its president by nine votes to four. She promised lamps for the back \
    room and a tournament for beginners in the autumn. Membership has doubled, the treasurer noted, mostly among retired dentists.";
const OWLS: &str = "Biologists counted forty barn owls in the disused quarry, more than in any year since the survey began. Mild \
    nights and plenty of voles explain the increase. Visitors are asked to keep their dogs on a leash until late August.";
const TRAM: &str = "Line seven of the tram will be closed for repairs between the theatre and the botanical garden. Buses leave \
    every twelve minutes from the stop beside the fountain. Tickets bought in advance stay valid, a spokeswoman explained.";

const NOTICES: &str =
    "Lost: a green umbrella with a duck's head. Found: one glove. Wanted: a piano tuner with much patience.";

/// Joins paragraphs to a text.
fn text(paragraphs: &[&str]) -> String {
    paragraphs.join("\n\n")
}

/// Expects the regions of two texts to stand where their brackets are: `[1 … ]` on one side goes with `[1 … ]` on the other.
fn check(left: &[&str], right: &[&str]) {
    let drawn = Pair::new(text(left), text(right));
    let plain = drawn.as_ref().map(|text| text.replace([']', '[', '1', '2', '3'], ""));
    let (_, collation) = of_texts(&plain.left, &plain.right);
    for side in Side::BOTH {
        assert_eq!(draw(&plain[side], side, &collation), drawn[side], "{side:?}: {:?}", collation.regions);
    }
}

fn draw(text: &str, side: Side, collation: &Collation) -> String {
    let mut out = text.to_owned();
    let mut regions: Vec<(usize, &Region)> = collation.regions.iter().enumerate().collect();
    regions.sort_by_key(|(_, region)| std::cmp::Reverse(region.spans[side].start()));
    for (at, region) in regions {
        out.insert(region.spans[side].end(), ']');
        out.insert_str(region.spans[side].start(), &format!("[{}", at + 1));
    }
    out
}

fn marked(number: usize, paragraph: &str) -> String {
    format!("[{number}{paragraph}]")
}

#[test]
fn a_copied_paragraph_is_a_region() {
    check(&[CHESS, &marked(1, FERRY), OWLS], &[&marked(1, FERRY), TRAM]);
}

#[test]
fn a_paragraph_told_anew_is_a_region() {
    check(&[CHESS, &marked(1, FERRY), OWLS], &[TRAM, &marked(1, FERRY_RETOLD)]);
}

#[test]
fn neighbours_are_joined() {
    let both = format!("{FERRY}\n\n{BAKERY}");
    check(&[CHESS, &marked(1, &both)], &[&marked(1, &both), OWLS]);
}

#[test]
fn neighbours_are_joined_in_another_order() {
    let left = format!("{FERRY}\n\n{BAKERY}");
    let right = format!("{BAKERY}\n\n{FERRY}");
    check(&[CHESS, &marked(1, &left), TRAM], &[OWLS, &marked(1, &right)]);
}

#[test]
fn what_stands_far_apart_stays_apart() {
    check(&[&marked(1, FERRY), CHESS, TRAM, &marked(2, BAKERY)], &[&marked(2, BAKERY), OWLS, &marked(1, FERRY)]);
}

#[test]
fn words_of_a_copied_passage_beside_it_do_not_widen_it() {
    let about = "The Marigold, Ingrid Solheim and the islanders of the fjord are old friends of this newspaper.";
    check(&[CHESS, &marked(1, FERRY), OWLS], &[TRAM, about, &marked(1, FERRY), about]);
}

#[test]
fn what_is_told_twice_goes_with_the_fuller_telling() {
    check(&[CHESS, &marked(1, FERRY)], &[FERRY_RETOLD, TRAM, OWLS, NOTICES, &marked(1, FERRY)]);
}

#[test]
fn unlike_texts_have_none() {
    check(&[FERRY, CHESS], &[BAKERY, OWLS, TRAM]);
}

#[test]
fn a_single_shared_sentence_is_no_stretch() {
    let sentence = "Her captain, Ingrid Solheim, has steered her through fog and drifting ice for thirty-one winters.";
    check(&[CHESS, sentence, OWLS], &[TRAM, sentence]);
}

#[test]
fn the_same_text_is_one_region_however_short() {
    for same in ["Hello.", "“Go on,” she said.", FERRY, "no no no no no no", &text(&[CHESS, CHESS, CHESS])] {
        let (_, collation) = of_texts(same, same);
        let whole = Span::new(0, same.len());
        let found: Vec<Pair<Span>> = collation.regions.iter().map(|region| region.spans).collect();
        assert_eq!(found, [Pair::new(whole, whole)], "{same}");
    }
}

#[test]
fn nothing_is_no_region() {
    for (left, right) in [("", ""), ("", FERRY), ("…", "…")] {
        assert_eq!(of_texts(left, right).1.regions, [], "{left:?} {right:?}");
    }
}

#[test]
fn hidden_text_takes_no_part() {
    let texts = Pair::new(text(&[CHESS, FERRY, OWLS]), text(&[FERRY, TRAM]));
    let articles = texts.as_ref().map(|text| Article::of_text("text", text));
    let start = CHESS.len() + 2;
    let hidden = Hidden { span: Span::new(start, start + FERRY.len()), by: HiddenBy::Session };
    let masks = Pair::new(Mask::new(vec![hidden]), Mask::default());
    assert_eq!(collated(&articles, &masks).regions, []);
}

#[test]
fn a_region_goes_on_behind_hidden_text() {
    let texts = Pair::new(text(&[FERRY, CHESS, BAKERY, OWLS]), text(&[TRAM, FERRY, BAKERY]));
    let articles = texts.as_ref().map(|text| Article::of_text("text", text));
    let start = FERRY.len() + 2;
    let hidden = Hidden { span: Span::new(start, start + CHESS.len()), by: HiddenBy::Session };
    let found = collated(&articles, &Pair::new(Mask::new(vec![hidden]), Mask::default())).regions;
    let left = Span::new(0, texts.left.len() - OWLS.len() - 2);
    let right = Span::new(TRAM.len() + 2, texts.right.len());
    assert_eq!(found, [Region { spans: Pair::new(left, right) }]);
}

#[test]
fn endless_repetition_comes_to_an_end() {
    let words = "a ".repeat(30_000);
    let vocabulary: String = (0..20_000u64).map(|at| format!("w{} ", at * at % 73)).collect();
    let paragraphs = format!("{FERRY}\n\n").repeat(300);
    for (left, right) in [(&words, &vocabulary), (&paragraphs, &vocabulary), (&paragraphs, &words)] {
        let shorter = &left[..left.len() / 2];
        of_texts(shorter, left);
        of_texts(left, right);
    }
}

/// A text of paragraphs, of which some are in a second text too, cut short or with words swapped.
fn texts() -> impl Strategy<Value = (String, String)> {
    let paragraphs = || subsequence(vec![FERRY, BAKERY, CHESS, OWLS, TRAM, FERRY_RETOLD, NOTICES], 1..7);
    let rotated = (paragraphs(), 0..7usize).prop_map(|(mut chosen, by)| {
        let by = by % chosen.len();
        chosen.rotate_left(by);
        chosen
    });
    let damaged = (rotated, prop::collection::vec(0..400usize, 0..20)).prop_map(|(chosen, holes)| {
        let whole = text(&chosen);
        let words = whole.split(' ').enumerate();
        words.filter(|(at, _)| !holes.contains(at)).map(|(_, word)| word).collect::<Vec<_>>().join(" ")
    });
    (paragraphs().prop_map(|chosen| text(&chosen)), damaged)
}

proptest! {
    #[test]
    fn swapping_the_witnesses_swaps_the_regions((left, right) in texts()) {
        let mut swapped: Vec<Pair<Span>> =
            of_texts(&right, &left).1.regions.into_iter().map(|region| region.spans.swapped()).collect();
        swapped.sort_by_key(|spans| (spans.left, spans.right));
        let found: Vec<Pair<Span>> = of_texts(&left, &right).1.regions.into_iter().map(|region| region.spans).collect();
        prop_assert_eq!(found, swapped);
    }

    #[test]
    fn regions_keep_apart_and_stand_on_words((left, right) in texts()) {
        let (articles, collation) = of_texts(&left, &right);
        for side in Side::BOTH {
            let mut spans: Vec<Span> = collation.regions.iter().map(|region| region.spans[side]).collect();
            spans.sort_unstable();
            prop_assert!(spans.windows(2).all(|two| two[0].end() <= two[1].start()), "{spans:?}");
            for span in spans {
                let cut = articles[side].tokens.iter().find(|word| word.span.overlaps(span) && !span.covers(word.span));
                prop_assert_eq!(cut, None);
                prop_assert_eq!(span.of(&articles[side].text).trim(), span.of(&articles[side].text));
            }
        }
    }

    #[test]
    fn odd_texts_do_no_harm(left in "[a-c .\n]{0,80}", right in "\\PC{0,80}") {
        for (a, b) in [(&left, &right), (&right, &left), (&left, &left), (&right, &right)] {
            of_texts(a, b);
        }
    }
}
