//! Woven: old words stand where they stood, with the marks that went with them, and nothing of the new text is lost.

use std::sync::Arc;

use proptest::prelude::{Strategy, proptest};
use proptest::{collection, sample};

use super::{Column, Compared, Ink, Piece, pieces};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::{Cancel, Case, Exactness, Fate, Spaces, Witness, collate_in_order};
use crate::text::{Pair, Side};

const EXACTLY: Exactness = Exactness::marks(Case::Heeded, Spaces::AsOne);

fn compared(old: &str, new: &str, exactness: Exactness) -> Compared {
    let articles = Pair::new(old, new).map(|text| Arc::new(Article::of_text("text", text)));
    let masks: Pair<Arc<Mask>> = Pair::default();
    let witnesses = Pair::from_fn(|side| Witness { article: &articles[side], mask: &masks[side] });
    let collation = collate_in_order(witnesses, exactness, &Cancel::default()).expect("not cancelled");
    Compared::of(articles, masks, collation)
}

fn said(pieces: &[Piece]) -> String {
    let around = |open: &str, text: &str, close: &str| {
        let inside = text.trim();
        text.replacen(inside, &format!("{open}{inside}{close}"), usize::from(!inside.is_empty()))
    };
    let each = pieces.iter().map(|piece| match piece.ink {
        Ink::Old | Ink::OldMark => around("[-", &piece.text, "-]"),
        Ink::New | Ink::NewMark => around("{+", &piece.text, "+}"),
        Ink::Went => around("[>", &piece.text, "<]"),
        _ if piece.moved.is_some() => around("{>", &piece.text, "<}"),
        _ => piece.text.clone(),
    });
    each.collect()
}

/// Weaves all that changed, a line for each band.
fn woven(old: &str, new: &str, exactness: Exactness) -> String {
    let compared = compared(old, new, exactness);
    let bands = compared.bands.iter().map(|band| said(&pieces(&compared.versions(), band)));
    bands.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_marks_of_the_next_sentence_stay_with_it_where_another_came_between() {
    let table = [
        (
            "The band played on. The river was calm. \"Nobody asked,\" said the baker of Orrin. Two boys sold chestnuts from a cart.",
            "The band played on. Two boys sold chestnuts from a cart. \"Nobody asked,\" said the baker of Orrin.",
            "The band played on. [-The river was calm.-] {>Two boys sold chestnuts from a cart.<} \
             \"Nobody asked,\" said the baker of Orrin. [>Two boys sold chestnuts from a cart.<]",
        ),
        (
            "The soup went overboard.\n\nRain fell on the market. \"It is only water,\" the girl shouted from the quay.",
            "The soup went overboard. The \"It is only water,\" the girl shouted from the quay.",
            "The soup went overboard. [-Rain fell on the market.-] {+The+} \"It is only water,\" the girl shouted from the quay.",
        ),
    ];
    for (old, new, expected) in table {
        assert_eq!(woven(old, new, EXACTLY), expected);
    }
}

#[test]
fn old_words_stand_before_or_behind_the_marks_where_they_stood() {
    let table = [
        (
            "In storm and fog, I think we sail on.",
            "In storm and fog, we sail on.",
            "In storm and fog, [-I think-] we sail on.",
        ),
        ("In storm, fog and ice we sail on.", "In storm, fog we sail on.", "In storm, fog [-and ice-] we sail on."),
        (
            "Weak and sickly, yet breeding freely there.",
            "Weak and sickly, breeding freely there.",
            "Weak and sickly, [-yet-] breeding freely there.",
        ),
        (
            "It is a small house, by the old sea wall.",
            "It is a house, by the old sea wall.",
            "It is a [-small-] house, by the old sea wall.",
        ),
        (
            "They came by ferry boat, as we all know.",
            "They came by ferry, as we all know.",
            "They came by ferry [-boat-], as we all know.",
        ),
        (
            "The ferry sails from the old pier.",
            "The ferry sails from the old.",
            "The ferry sails from the old [-pier-].",
        ),
        (
            "Well, the ferry sails from the old pier.",
            "The ferry sails from the old pier.",
            "[-Well,-] The ferry sails from the old pier.",
        ),
    ];
    for (old, new, expected) in table {
        assert_eq!(woven(old, new, Exactness::WORDS), expected);
    }
}

#[test]
fn words_beside_a_line_break_that_one_version_has_are_one_space_apart() {
    let old = "Critics complain of the noise. The paper tails rattle all night when the\nwind stands in the north, and the hens lay less.";
    let new = "Critics complain of the noise. The paper tails\nclatter all night when the wind stands in the\nnorth, and the hens lay less.";
    for (old, new) in [(old, new), (new, old)] {
        let compared = compared(old, new, EXACTLY);
        let columns = compared.bands.iter().map(|band| Column::of(&compared.versions(), band, 200).text);
        let text = columns.collect::<Vec<_>>().join("\n");
        assert!(text.contains("rattle") && text.contains("clatter") && !text.contains("  "), "{text}");
    }
}

#[test]
fn a_clause_takes_its_own_marks() {
    let table = [
        (
            "The boat, he said, sails from the pier.",
            "The boat sails from the pier.",
            "The boat[-, he said,-] sails from the pier.",
        ),
        (
            "The boat sails from the pier.",
            "The boat, he said, sails from the pier.",
            "The boat{+, he said,+} sails from the pier.",
        ),
        (
            "The boat, he said, sails from the pier.",
            "The boat, sails from the pier.",
            "The boat, [-he said,-] sails from the pier.",
        ),
        (
            "The boat (a ferry) sails from the pier.",
            "The boat sails from the pier.",
            "The boat [-(a ferry)-] sails from the pier.",
        ),
        (
            "The boat sails from the pier.",
            "The boat (a ferry) sails from the pier.",
            "The boat {+(a ferry)+} sails from the pier.",
        ),
        (
            "The boat sails from “the old pier” today.",
            "The boat sails from the old pier today.",
            "The boat sails from the old pier today.",
        ),
        (
            "The “big” boat sails from the pier.",
            "The boat sails from the pier.",
            "The [-“big”-] boat sails from the pier.",
        ),
    ];
    for (old, new, expected) in table {
        assert_eq!(woven(old, new, Exactness::WORDS), expected);
    }
}

#[test]
fn a_link_does_not_break() {
    let old = "Read the [Terms of Service](/ferry/site/terms) before you sail on a boat.";
    let new = "Read the [Terms of Service](/site/terms) before you sail on a boat.";
    let expected = "Read the [Terms of Service](/[-ferry/-]site/terms) before you sail on a boat.";
    assert_eq!(woven(old, new, Exactness::WORDS), expected);
    let expected = "Read the [Terms of Service](/{+ferry/+}site/terms) before you sail on a boat.";
    assert_eq!(woven(new, old, Exactness::WORDS), expected);
}

#[test]
fn sentences_that_are_gone_stand_between_their_neighbours() {
    let [one, two, three] = [
        "Divers found cracks in two piers.",
        "A baker on the far bank fears for his bread.",
        "The council promised a ferry every hour.",
    ];
    let old = format!("{one} {two} {three}");
    assert_eq!(woven(&old, &format!("{one} {three}"), Exactness::WORDS), format!("{one} [-{two}-] {three}"));
    assert_eq!(woven(&old, &format!("{one} {two}"), Exactness::WORDS), format!("{one} {two} [-{three}-]"));
    assert_eq!(woven(&old, &format!("{two} {three}"), Exactness::WORDS), format!("[-{one}-] {two} {three}"));
    let other = "Nobody there has ever liked the winter.";
    assert_eq!(
        woven(&old, &format!("{one} {other} {three}"), Exactness::WORDS),
        format!("{one} [-{two}-] {{+{other}+}} {three}")
    );
    let [four, five, six] = [
        "Everybody else went home by the last tram of the night.",
        "Nine crates of lemons were left standing on the quay.",
        "It will be spring before the cranes are painted again.",
    ];
    let old = format!("{one} {two}\n\n{three} {four}\n\n{five} {six}");
    let new = format!("{six} {one} {two}\n\n{four}\n\n{five} {three}");
    let last = woven(&old, &new, Exactness::WORDS);
    assert!(last.ends_with(&format!("{five} [>{six}<] {{>{three}<}}")), "{last}");
    let parted = format!("{one} {two}\n\n{three}");
    assert_eq!(woven(&parted, &format!("{one} {three}"), Exactness::WORDS), format!("{one} [-{two}-] {three}"));
}

#[test]
fn marks_alone_are_put_where_they_stood() {
    let table = [
        ("The boat, sails from the pier.", "The boat sails from the pier.", "The boat[-,-] sails from the pier."),
        ("The boat sails from the pier.", "The boat, sails from the pier.", "The boat{+,+} sails from the pier."),
        ("The boat, sails from the pier.", "The boat; sails from the pier.", "The boat[-,-]{+;+} sails from the pier."),
        ("It waits... and then it sails.", "It waits.. and then it sails.", "It waits..[-.-] and then it sails."),
        (
            "The boat, he said, sails from the pier.",
            "The boat sails from the pier.",
            "The boat[-, he said,-] sails from the pier.",
        ),
        ("Fog, I think we sail on from here.", "Fog, we sail on from here.", "Fog, [-I think-] we sail on from here."),
    ];
    for (old, new, expected) in table {
        assert_eq!(woven(old, new, EXACTLY), expected, "{old} -> {new}");
    }
}

#[test]
fn words_that_a_mark_replaces_keep_the_space_before_them() {
    let old = "“The fees were raised in May, and nobody asked us,\" said Tom.";
    let new = "“The fees were raised in May,” said Tom.";
    let told = woven(old, new, EXACTLY);
    assert!(told.contains("May, [-and nobody asked us,\"-]{+”+} said"), "{told}");
    let back = woven(new, old, EXACTLY);
    assert!(back.contains("[-”-] {+and nobody asked us,\"+} said"), "{back}");
}

#[test]
fn texts_without_spaces_stay_without() {
    let (old, new) = ("渡船每天从旧码头开往对岸的小镇。", "渡船每天从码头开往对岸的小镇。");
    assert_eq!(woven(old, new, Exactness::WORDS), "渡船每天从[-旧-]码头开往对岸的小镇。");
}

/// All but white space.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn text() -> impl Strategy<Value = Vec<String>> {
    const WORDS: [&str; 13] = [
        "kelp",
        "harbour",
        "lantern,",
        "“gull”",
        "tide.",
        "(rope)",
        "salt;",
        "the",
        "a",
        "pier…",
        "sail!",
        "of",
        "mist",
    ];
    let paragraph = collection::vec(sample::select(&WORDS[..]), 1..40).prop_map(|words| words.join(" ") + ".");
    collection::vec(paragraph, 1..4)
}

/// A text and a version of it.
fn versions() -> impl Strategy<Value = (String, String)> {
    let changes = collection::vec((0..200_usize, 0..6_usize), 0..10);
    (text(), changes).prop_map(|(old, changes)| {
        let old = old.join("\n\n");
        let mut new: Vec<String> = old.split(' ').map(str::to_owned).collect();
        for (at, kind) in changes {
            let at = at % new.len().max(1);
            match (kind, new.get(at).cloned()) {
                (0, Some(_)) => drop(new.remove(at)),
                (1, Some(word)) => new[at] = word.replace([',', '.', '(', ')'], ""),
                (2, Some(word)) => new[at] = format!("{word},"),
                (3, Some(_)) => new.insert(at, "anchor,".to_owned()),
                (4, Some(_)) => drop(new.drain(at..(at + 5).min(new.len()))),
                _ => new.push("anchor.".to_owned()),
            }
        }
        (old, new.join(" "))
    })
}

proptest! {
    #[test]
    fn nothing_of_the_new_text_is_lost((old, new) in versions(), exact in 0..2) {
        let compared = compared(&old, &new, if exact == 1 { EXACTLY } else { Exactness::WORDS });
        let mut shown = String::new();
        for band in compared.bands.iter().filter(|band| !band.paragraph_ids.right.is_empty()) {
            let pieces = pieces(&compared.versions(), band);
            shown.extend(pieces.iter().filter(|piece| !matches!(piece.ink, Ink::Old | Ink::OldMark | Ink::Went)).map(|piece| piece.text.as_str()));
        }
        assert_eq!(letters(&shown), letters(&new));
    }

    #[test]
    fn nothing_of_the_old_text_is_lost((old, new) in versions()) {
        let compared = compared(&old, &new, EXACTLY);
        // What is moved stands twice; it is looked at elsewhere.
        if compared.collation.matches.iter().any(|m| m.moved) {
            return Ok(());
        }
        let mut shown = String::new();
        for band in compared.bands.iter().filter(|band| band.fate != Fate::Added) {
            let pieces = pieces(&compared.versions(), band);
            shown.extend(pieces.iter().filter(|piece| !matches!(piece.ink, Ink::New | Ink::NewMark)).map(|piece| piece.text.as_str()));
        }
        assert_eq!(letters(&shown), letters(&compared.articles[Side::Left].text));
    }
}
