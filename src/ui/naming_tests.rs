//! Names where there is little room.

use proptest::prelude::proptest;

use super::ink::measure;
use super::naming::shortened;

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
    assert!(measure(&shortened(more, &[one], 24), 99) <= 24);
}

proptest! {
    #[test]
    fn it_has_room((name, other) in ("[a-c渡é -]{0,60}", "[a-c渡é -]{0,60}"), room in 0..70_usize) {
        let said = shortened(&name, &[&other], room);
        assert!(measure(&said, 99) <= room.max(1), "{said:?} in {room}");
        assert!(measure(&name, 99) > room || said == name);
    }
}
