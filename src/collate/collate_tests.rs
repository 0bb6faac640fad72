//! What a reader expects two texts to share.

use super::drawn::{check, collated, of_texts};
use super::{Cancel, Class, Collation, Depth, Weight, Witness, collate, collate_to};
use crate::article::{Article, ParagraphId};
use crate::boilerplate::{Hidden, HiddenBy, Mask};
use crate::text::{Pair, Side, Span};

#[test]
fn finds_a_clause_in_unlike_sentences() {
    check(
        "Nobody had asked, but [1 the keeper of the seventh gate counted every lantern twice before dawn], as his aunt once did on Sundays at home with tea.",
        "[1 The keeper of the seventh gate counted every lantern twice before dawn] and then, without a word to anyone, rowed to the outer islands.",
    );
}

#[test]
fn does_not_count_case_quotes_punctuation_and_wrapping() {
    check(
        "[1 “We told three governments, in a row, that a gate nobody greases is only a wall,” he said.]",
        "[1 \"We told three Governments in a row that a gate\nnobody greases is only a wall\" he said.]",
    );
}

#[test]
fn calls_a_sentence_with_other_words_edited() {
    check(
        "[1~ The storm of February flooded an estimated 400 homes in the lower town but cost no lives.]",
        "[1~ The storm of February flooded 400 homes in the lower town but cost no lives.]",
    );
}

#[test]
fn gives_each_sentence_a_match_of_its_own() {
    check(
        "[1 The gates were shut within eleven minutes on Tuesday.] [2~ The crowd on the northern mole counted them all aloud.]",
        "[1 The gates were shut within eleven minutes on Tuesday.] [2~ The crowd on the southern mole counted them all aloud.]",
    );
}

#[test]
fn says_what_is_out_of_order() {
    check(
        "[1 Divers will check the sills of all nine gates every month until autumn.]\n[2> The brass band came down from the roof by the stairs this time.]\n[3 Repairs took three winters and two strikes, the harbour office wrote in March.]",
        "[2> The brass band came down from the roof by the stairs this time.]\n[1 Divers will check the sills of all nine gates every month until autumn.]\n[3 Repairs took three winters and two strikes, the harbour office wrote in March.]",
    );
}

#[test]
fn links_the_lede_and_calls_the_standfirst_its_echo() {
    check(
        "[1= The rebuilt barrier closed against the sea for the first time since a winter storm]\nSomething else stands between the two of them here.\n[2 The rebuilt barrier closed against the sea for the first time since a winter storm.]\n[3 Fishmarket Street stayed dry from one end to the other that evening.]",
        "[2 [1= The rebuilt barrier closed against the sea for the first time since a winter storm.]]\n[3 Fishmarket Street stayed dry from one end to the other that evening.]",
    );
}

#[test]
fn two_sentences_of_one_line_articles_that_differ_in_a_word_correspond() {
    check(
        "[1~ The ferry to Lunn sails again from Monday, its owners said.]",
        "[1~ The ferry to Lunn sails again from Tuesday, its owners said.]",
    );
}

#[test]
fn does_not_match_stock_phrases() {
    check(
        "The Ministry for Coasts and Waterways said on Monday that tea is served from nine.",
        "Nobody at the Ministry for Coasts and Waterways said anything about the goat.",
    );
}

#[test]
fn leaves_hidden_text_out() {
    check(
        "‹Your gift makes our reporting on this coast possible every single day.›[1 The rebuilt barrier closed against the sea on a cold Tuesday morning.]",
        "Your gift makes our reporting on this coast possible every single day. [1 The rebuilt barrier closed against the sea on a cold Tuesday morning.]",
    );
}

#[test]
fn shows_the_differing_words_whole() {
    let (articles, collation) = of_texts(
        "Rights groups fear that her long visit will help to whitewash the abuses in the western valleys this year.",
        "Rights groups fear that her long visit will help to whitewash the labelled crackdown in the western valleys this year.",
    );
    let said: Vec<_> = collation.matches[0]
        .variants
        .iter()
        .map(|v| (v.spans.left.of(&articles.left.text), v.spans.right.of(&articles.right.text), v.weight))
        .collect();
    assert_eq!(said, [("abuses", "labelled crackdown", Weight::Changed)]);
}

#[test]
fn takes_a_spelling_for_a_slight_variant_and_no_change() {
    let (articles, collation) = of_texts(
        "Organised labour cancelled the strike planned for the harbour this week after long talks.",
        "Organized labor canceled the strike planned for the harbor this week after long talks.",
    );
    let m = &collation.matches[0];
    assert_eq!(m.class, Class::Verbatim);
    let said: Vec<_> = m.variants.iter().map(|v| (v.spans.left.of(&articles.left.text), v.weight)).collect();
    let slight = |word| (word, Weight::Slight);
    assert_eq!(said, [slight("Organised"), slight("labour"), slight("cancelled"), slight("harbour")]);
}

#[test]
fn takes_a_word_that_a_line_broke_for_a_slight_variant() {
    let (articles, collation) = of_texts(
        "The ferry to Lunn generally continues to sail for the generations of gulls that live upon its bow.",
        "The ferry to Lunn generally con- tinues to sail for the gen\u{ad} era- tions of gulls that live up on its bow.",
    );
    let variants = collation.matches.iter().flat_map(|m| &m.variants);
    let said: Vec<_> = variants.map(|v| (v.spans.right.of(&articles.right.text), v.weight)).collect();
    let slight = |word| (word, Weight::Slight);
    assert_eq!(said, [slight("con- tinues"), slight("gen\u{ad} era- tions"), ("up on", Weight::Changed)]);
}

#[test]
fn a_sign_that_changes_is_a_change() {
    let (articles, collation) = of_texts(
        "The hall costs £50 a night, it must hold ≥3 of them, and −5 degrees were measured on the roof last May.",
        "The hall costs €50 a night, it must hold ≤3 of them, and 5 degrees were measured on the roof last May.",
    );
    let variants = collation.matches.iter().flat_map(|m| &m.variants);
    let said = |side: Side, text: &str| -> Vec<String> {
        variants.clone().map(|v| v.spans[side].of(text).to_owned()).collect()
    };
    assert_eq!(said(Side::Left, &articles.left.text), ["£", "≥", "−"]);
    assert_eq!(said(Side::Right, &articles.right.text), ["€", "≤", ""]);
}

#[test]
fn takes_two_spellings_of_a_name_for_one_by_the_articles_own_evidence() {
    let (articles, collation) = of_texts(
        "The envoy of Pellonia met the gatekeepers of Orvanna on Monday. In Orvanna the harbour was calm and the ferries to Skell sailed on time.",
        "The envoy of Pellonia met the gatekeepers of Orvana on Tuesday. In Orvana the harbour was calm and the ferries to Skell sailed on time.",
    );
    let said = |weight: Weight| {
        let of_weight = collation.matches.iter().flat_map(|m| &m.variants).filter(move |v| v.weight == weight);
        of_weight.map(|v| v.spans.left.of(&articles.left.text)).collect::<Vec<_>>()
    };
    assert_eq!(said(Weight::Slight), ["Orvanna", "Orvanna"]);
    assert_eq!(said(Weight::Changed), ["Monday"]);
    let (_, both) = of_texts(
        "He said the trial ended in May with a verdict.",
        "He said the trail ended in May with a verdict. The trial did not.",
    );
    assert!(both.matches[0].variants.iter().all(|v| v.weight == Weight::Changed), "both words stand in the right one");
}

#[test]
fn links_one_paragraph_to_the_two_it_was_split_into() {
    let (_, collation) = of_texts(
        "Work began in spring and was halted by ice for a month. Nine hundred people lived on a retired cruise ship.",
        "Work began in spring and was halted by ice for a month.\n\nNine hundred people lived on a retired cruise ship.",
    );
    let paragraph_ids: Vec<_> = collation
        .paragraph_links()
        .map(|paragraph_link| (paragraph_link.paragraph_ids.left.0, paragraph_link.paragraph_ids.right.0))
        .collect();
    assert_eq!(paragraph_ids, [(0, 0), (0, 1)]);
}

#[test]
fn a_paragraph_with_a_changed_word_is_an_edited_one() {
    let same = "The keeper counted nine lanterns before the tide turned on Tuesday evening.";
    let other = "A goat was found in the chapel pulpit of Upper Tolle, listening politely.";
    let (_, collation) = of_texts(
        &format!("{same} Work began in spring and was halted by ice for a month.\n\n{other}"),
        &format!("{same} Work began in spring and was halted by ice for a week.\n\n{other}"),
    );
    assert_eq!(
        collation.paragraph_links().map(|paragraph_link| paragraph_link.class).collect::<Vec<_>>(),
        [Class::Edited, Class::Verbatim]
    );
}

#[test]
fn names_what_stands_only_on_one_side() {
    let shared = "The bell of the old lightship rings by itself on windless evenings in May.";
    let (_, collation) =
        of_texts(&format!("{shared}\nA goat was found in the chapel."), &format!("Pears did well.\n{shared}"));
    assert_eq!(collation.only(Side::Left).collect::<Vec<_>>(), [ParagraphId(1)]);
    assert_eq!(collation.only(Side::Right).collect::<Vec<_>>(), [ParagraphId(0)]);
}

#[test]
fn identical_articles_are_wholly_verbatim() {
    let text = "One gate closed. Then another, said the keeper.\n\nA goat looked out of the pulpit, listening politely to all of it.\n\nYes.";
    let (_, collation) = of_texts(text, text);
    for side in Side::BOTH {
        let coverage = collation.coverage[side];
        assert_eq!((coverage.verbatim, coverage.shared()), (coverage.words, coverage.words), "{collation:#?}");
    }
}

#[test]
fn a_short_sentence_with_another_word_is_edited() {
    check("[1~ The jury acquitted him of theft.]", "[1~ The jury convicted him of theft.]");
    check(
        "[1~ Brandt Jr. Wrote To Smugglers During 2031 Campaign]",
        "[1~ Brandt Jr. Corresponded With Smugglers During 2031 Campaign]",
    );
    check("[1~ The minister said he would resign.]", "[1~ The minister said he would not resign.]");
}

#[test]
fn a_short_heading_that_both_have_is_the_same_words() {
    let boat = "A new ferry\n\nThe boat sails on Monday from the harbour of Lunn.";
    let quay = "The keeper slept.\n\nA new ferry\n\nNobody was asked whether the quay should be painted blue.";
    let (_, found) = of_texts(boat, quay);
    assert_eq!(found.matches.iter().map(|m| m.class).collect::<Vec<_>>(), [Class::Verbatim]);
}

#[test]
fn one_sentence_told_in_other_words_is_reworded() {
    let (_, collation) = of_texts(
        "The ferry captain was cleared of all charges by a court in Brenne.",
        "A Brenne court found the captain of the ferry not guilty on all charges.",
    );
    assert_eq!(collation.matches.iter().map(|m| m.class).collect::<Vec<_>>(), [Class::Reworded]);
    let (_, collation) = of_texts("The harbour needs a new crane.", "Her aunt sold eleven goats in May.");
    assert_eq!(collation.matches, []);
}

#[test]
fn the_wording_alone_is_part_of_the_whole() {
    let texts = Pair::new(
        "The keeper counted nine lanterns before the tide turned on Tuesday evening.\n\nHer Pellonian envoy Stavek left Lasmere on 15 April 2031.",
        "On 15 April 2031 Stavek, the envoy, departed Lasmere for Pellonia.\n\nThe keeper counted nine lanterns before the tide turned on Tuesday evening.",
    );
    let articles = texts.map(|text| Article::of_text("text", text));
    let mask = Mask::default();
    let witnesses = articles.as_ref().map(|article| Witness { article, mask: &mask });
    let found = |depth| collate_to(depth, witnesses, &Cancel::default()).expect("not cancelled").matches;
    let (wording, whole) = (found(Depth::Wording), found(Depth::Statements));
    assert_eq!(whole.iter().map(|m| m.class).collect::<Vec<_>>(), [Class::Verbatim, Class::Reworded]);
    assert_eq!(wording.iter().map(|m| m.class).collect::<Vec<_>>(), [Class::Verbatim]);
}

#[test]
fn gives_up_when_cancelled() {
    let article = Article::of_text("text", "A gate that nobody greases is only a very expensive wall.");
    let mask = Mask::default();
    let witness = Witness { article: &article, mask: &mask };
    let cancel = Cancel::default();
    cancel.cancel();
    assert!(collate(Pair::new(witness, witness), &cancel).is_none());
}

#[test]
fn repeated_text_is_still_found() {
    let line = "The warning horn carries as far as the outer islands on a still night.\n";
    let (_, collation) = of_texts(&line.repeat(40), &line.repeat(40));
    assert_eq!(collation.coverage.left.percent(collation.coverage.left.shared()), 100);
}

#[test]
fn a_text_wrapped_anew_shares_the_same() {
    let articles = crate::article::bundled();
    let (left, right) = (&articles[0].text, &articles[1].text);
    let found = |left: &str| {
        let (_, collation) = of_texts(left, right);
        collation.matches.iter().map(|m| (m.passages.as_ref().map(|p| p.tokens.clone()), m.class)).collect::<Vec<_>>()
    };
    let plain = found(left);
    assert!(plain.len() > 20);
    for width in [52, 60, 66, 72, 78] {
        assert_eq!(found(&wrapped(left, width)), plain, "at {width}");
    }
}

/// Breaks the lines of a text before `width` characters are full.
fn wrapped(text: &str, width: usize) -> String {
    let lines = text.lines().map(|line| {
        let (mut out, mut length) = (String::new(), 0);
        for word in line.split(' ') {
            let long = word.chars().count();
            let breaks = length > 0 && length + 1 + long > width;
            out.push_str(if breaks {
                "\n"
            } else if length > 0 {
                " "
            } else {
                ""
            });
            out.push_str(word);
            length = if breaks { long } else { length + usize::from(length > 0) + long };
        }
        out
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn hidden_text_put_in_changes_nothing() {
    let articles = crate::article::bundled();
    let (left, right) = (&articles[0], &articles[1]);
    let appeal =
        "Please give five crowns a month, so that nine gates stay open to everybody who reads about the sea.\n\n";
    let place = left.paragraphs[5].span.start();
    let longer = format!("{}{appeal}{}", &left.text[..place], &left.text[place..]);
    let longer = Article::of_text("text", &longer);
    let by = HiddenBy::Session;
    let mask = Mask::new(vec![Hidden { span: Span::new(place, place + appeal.trim_end().len()), by }]);
    let plain = collated(&Pair::new(left.clone(), right.clone()), &Pair::default());
    let masked = collated(&Pair::new(longer.clone(), right.clone()), &Pair::new(mask, Mask::default()));
    let said = |collation: &Collation, article: &Article| {
        let each = collation.matches.iter();
        each.map(|m| (m.passages.left.span.of(&article.text).to_owned(), m.passages.right.span, m.class, m.moved))
            .collect::<Vec<_>>()
    };
    assert_eq!(said(&plain, left), said(&masked, &longer));
    assert_eq!(plain.coverage.left.words, masked.coverage.left.words);
}
