//! Names where there is little room.

use proptest::prelude::proptest;

use super::glyph::glyphs;
use super::naming::{NO_FILE, both_names, shortened};
use crate::text::{Pair, Span};

fn measure(text: &str) -> usize {
    glyphs(text, Span::new(0, text.len())).map(|glyph| glyph.width).sum()
}

#[test]
fn of_a_long_text_the_ends_are_shown() {
    for (text, shown) in [("ab cd ", "ab cd ab … cd ab cd"), ("é", "éééééééééé…ééééééééé"), ("\u{200b}", "")]
    {
        let long = format!("{}{}", text.repeat(20_000), text.trim_end());
        assert_eq!(shortened(&long, &[], 20).replace('\u{200b}', ""), shown, "{text}");
    }
}

#[test]
fn a_name_is_cut_in_the_middle() {
    let one = "minutes-of-the-harbour-council-2031-draft-1";
    let two = "minutes-of-the-harbour-council-2031-draft-2";
    assert_eq!(shortened(one, &[two], 33), "minutes-of-the…2031-draft-1");
    assert_eq!(shortened(two, &[one], 20), "minutes-of…draft-2");
    assert_eq!(shortened(&"x".repeat(40), &[], 9), "xxxx…xxxx");
    assert_eq!(shortened(one, &[two], 43), one);
}

#[test]
fn what_differs_in_the_middle_is_seen() {
    let one = "minutes-of-the-harbour-council-of-may-as-agreed-by-all-members";
    let two = "minutes-of-the-harbour-council-of-june-as-agreed-by-all-members";
    let [first, second] = [shortened(one, &[two], 30), shortened(two, &[one], 30)];
    assert!(first.contains("may") && second.contains("june"), "{first} {second}");
    assert!(first.starts_with("minutes") && first.ends_with("members"), "{first}");
    // What differs may be longer than all the room.
    let long = format!("minutes-{}-draft", "x".repeat(90));
    assert!(shortened(&long, &["minutes-y-draft"], 24).contains("x"));
    // Nothing differs in what the longer one has more.
    let more = "minutes-of-the-harbour-council-of-may-as-agreed-by-members";
    assert!(measure(&shortened(more, &[one], 24)) <= 24);
}

#[test]
fn three_names_stay_three() {
    let names = [
        "budget-of-the-town-2030-spring-final",
        "budget-of-the-town-2031-spring-final",
        "budget-of-the-town-2031-autumn-final",
    ];
    let others: Vec<&str> = names.to_vec();
    let shown: Vec<String> = names.iter().map(|name| shortened(name, &others, 18)).collect();
    assert!(shown[0] != shown[1] && shown[1] != shown[2] && shown[0] != shown[2], "{shown:?}");
    // Ends that differ are seen as far as they differ.
    let ends = ["the council's minutes as published (1)", "the council's minutes as published (2)"];
    assert_ne!(shortened(ends[0], &ends, 12), shortened(ends[1], &ends, 12));
}

proptest! {
    #[test]
    fn two_names_stay_two(name in "[a-c -]{10,60}", at in 0..60_usize, letter in "[a-d]", room in 9..40_usize) {
        let at = at % name.len();
        let other = format!("{}{letter}{}", &name[..at], &name[at + 1..]);
        if other != name {
            assert_ne!(shortened(&name, &[&other], room), shortened(&other, &[&name], room), "{name:?} {other:?} in {room}");
        }
    }

    #[test]
    fn it_has_room((name, other) in ("[a-c渡é -]{0,60}", "[a-c渡é -]{0,60}"), room in 0..70_usize) {
        let said = shortened(&name, &[&other], room);
        assert!(measure(&said) <= room.max(1), "{said:?} in {room}");
        assert!(measure(&name) > room || said == name);
    }
}

#[test]
fn a_version_without_a_file_is_told_in_words() {
    assert_eq!(both_names(Pair::new("old.md", "new.md")), "old.md → new.md");
    assert_eq!(both_names(Pair::new(NO_FILE, "come.md")), "come.md (new file)");
    assert_eq!(both_names(Pair::new("gone.md", NO_FILE)), "gone.md (removed file)");
    assert_eq!(both_names(Pair::new(NO_FILE, NO_FILE)), "/dev/null → /dev/null");
}
