use super::{MergePart, Merged, Names, Trio, merge, merge_taking};
use crate::article::Article;

const BASE: &str = "\
The council met on Monday evening. It heard three reports about the harbour. Nobody objected to the first one.

The second report dealt with the old ferry. Its engine had failed twice since March. A new one would cost too much.

The third report was short. It asked for patience and for a larger budget. The council said neither yes nor no.
";

fn merged(base: &str, ours: &str, theirs: &str) -> Merged {
    let articles = Trio { base, ours, theirs }.map(|text| Article::of_text("text", text));
    merge(Trio { base: &articles.base, ours: &articles.ours, theirs: &articles.theirs })
}

fn settled(base: &str, ours: &str, theirs: &str) -> String {
    let merged = merged(base, ours, theirs);
    assert_eq!(merged.conflicts(), 0, "{merged:#?}");
    merged.text(&Names::default())
}

/// Wraps each paragraph to a width.
fn wrap(text: &str, width: usize) -> String {
    let paragraphs = text.trim_end().split("\n\n").map(|said| super::wrapping::wrapped(said, width, 0, ""));
    paragraphs.collect::<Vec<_>>().join("\n\n") + "\n"
}

#[test]
fn what_one_version_changed_is_taken() {
    let ours = BASE.replace("three reports", "four reports");
    assert_eq!(settled(BASE, &ours, BASE), ours);
    assert_eq!(settled(BASE, BASE, &ours), ours);
    assert_eq!(settled(BASE, &ours, &ours), ours);
}

#[test]
fn changes_of_different_sentences_of_a_paragraph_do_not_conflict() {
    let ours = BASE.replace("on Monday evening", "on Tuesday").replace("A new one would cost too much.", "");
    let theirs = BASE.replace("Nobody objected to the first one.", "The first one passed.");
    let both = ours.replace("Nobody objected to the first one.", "The first one passed.");
    assert_eq!(settled(BASE, &ours, &theirs), both);
}

#[test]
fn text_wrapped_anew_takes_the_others_edits() {
    let theirs = BASE.replace("failed twice", "failed three times");
    for width in [30, 48, 72] {
        assert_eq!(settled(BASE, &wrap(BASE, width), BASE), wrap(BASE, width));
        let found = settled(BASE, &wrap(BASE, width), &theirs);
        assert_eq!(found.replace('\n', " "), wrap(&theirs, width).replace('\n', " "));
        assert!(found.lines().all(|line| line.len() <= width), "{found}");
    }
}

#[test]
fn a_moved_paragraph_takes_its_edits_along() {
    let paragraphs: Vec<&str> = BASE.trim_end().split("\n\n").collect();
    let moved = [paragraphs[2], paragraphs[0], paragraphs[1]].join("\n\n") + "\n";
    let edited = BASE.replace("for a larger budget", "for more money").replace("failed twice", "failed again");
    let both = moved.replace("for a larger budget", "for more money").replace("failed twice", "failed again");
    assert_eq!(settled(BASE, &moved, &edited), both);
    assert_eq!(settled(BASE, &edited, &moved), both);
}

#[test]
fn two_changes_of_the_same_words_conflict() {
    let ours = BASE.replace("three reports", "four reports");
    let theirs = BASE.replace("three reports", "five reports");
    let merged = merged(BASE, &ours, &theirs);
    assert_eq!(merged.conflicts(), 1, "{merged:#?}");
    let names =
        Names { names: Trio { base: "old".to_owned(), ours: "mine".to_owned(), theirs: "yours".to_owned() }, marks: 7 };
    let expected = BASE.replace(
        " It heard three reports about the harbour. ",
        "\n<<<<<<< mine\nIt heard four reports about the harbour.\n||||||| old\nIt heard three reports about the harbour.\n\
         =======\nIt heard five reports about the harbour.\n>>>>>>> yours\n",
    );
    assert_eq!(merged.text(&names), expected);
}

#[test]
fn what_one_version_deletes_and_the_other_changes_is_a_conflict() {
    let ours = BASE.replace("Its engine had failed twice since March. ", "");
    let theirs = BASE.replace("twice since March", "twice");
    assert_eq!(merged(BASE, &ours, &theirs).conflicts(), 1);
    let moved = BASE.replace("The third report was short. ", "").replace(
        "The council met on Monday evening. ",
        "The council met on Monday evening. The third report was short. ",
    );
    let deleted = BASE.replace("The third report was short. ", "");
    assert_eq!(merged(BASE, &moved, &deleted).conflicts(), 1);
}

#[test]
fn a_paragraph_is_split_and_edited() {
    let ours = BASE.replace("harbour. Nobody", "harbour.\n\nNobody");
    let theirs = BASE.replace("Nobody objected to", "Nobody minded");
    assert_eq!(settled(BASE, &ours, &theirs), ours.replace("Nobody objected to", "Nobody minded"));
}

#[test]
fn numbers_of_items_count_on() {
    let list =
        |items: &[&str]| items.iter().enumerate().map(|(at, item)| format!("{}. {item}\n", at + 1)).collect::<String>();
    let base =
        list(&["Paint the boats in the yard", "Mend the oars and the sails", "Call the harbour master", "Go home"]);
    let ours = list(&[
        "Paint the boats in the yard",
        "Buy rope",
        "Mend the oars and the sails",
        "Call the harbour master",
        "Go home",
    ]);
    let theirs = list(&[
        "Paint the boats in the yard",
        "Mend the oars and the sails",
        "Call the harbour master",
        "Sleep well",
        "Go home",
    ]);
    let both = list(&[
        "Paint the boats in the yard",
        "Buy rope",
        "Mend the oars and the sails",
        "Call the harbour master",
        "Sleep well",
        "Go home",
    ]);
    assert_eq!(settled(&base, &ours, &theirs), both);
}

#[test]
fn edits_of_one_sentence_far_apart_are_both_taken() {
    let ours = BASE.replace("It asked for patience", "It begged for patience");
    let theirs = BASE.replace("a larger budget", "a larger sum");
    assert_eq!(settled(BASE, &ours, &theirs), ours.replace("a larger budget", "a larger sum"));
}

#[test]
fn what_both_put_in_at_one_place_is_a_conflict() {
    let put = |said: &str| BASE.replace("Nobody objected", &format!("{said} Nobody objected"));
    let merged = merged(BASE, &put("One was long."), &put("Two were dull."));
    assert_eq!(merged.conflicts(), 1);
    let has = |text: &str| merged.parts.iter().any(|part| matches!(part, MergePart::Conflict(of) if of.ours == text));
    assert!(has("One was long."), "{merged:#?}");
}

#[test]
fn a_paragraph_is_split_where_the_other_rewrote_a_sentence() {
    let ours = BASE.replace("Nobody objected to the first one.", "Every recipe was low.");
    let theirs = BASE.replace("harbour. Nobody", "harbour.\n\nNobody");
    let both = theirs.replace("Nobody objected to the first one.", "Every recipe was low.");
    assert_eq!(settled(BASE, &ours, &theirs), both);
    assert_eq!(settled(BASE, &theirs, &ours), both);
    let (ours, theirs) = (wrap(&ours, 60), wrap(&theirs, 72));
    assert_eq!(settled(&wrap(BASE, 72), &ours, &theirs), wrap(&both, 60));
}

#[test]
fn a_line_of_ours_ends_where_theirs_ends_a_paragraph() {
    let base = "\
Petra, who was slowly permanent, must borrow patients in the interview. What the mayor of Pellworth said and weighed was loud. The nurses went \
to the passenger, and every singer painted some silver tables behind the old interview.
";
    let ours = "\
Petra, who was slowly permanent, must borrow patients in the interview.
Every recipe was suddenly low. The nurses went to the passenger, and
every singer painted some silver tables behind the old interview.
";
    let theirs = base.replace("interview. What", "interview.\n\nWhat");
    let both = "\
Petra, who was slowly permanent, must borrow patients in the interview.

Every recipe was suddenly low. The nurses went to the passenger, and
every singer painted some silver tables behind the old interview.
";
    assert_eq!(settled(base, ours, &theirs), both);
}

#[test]
fn what_both_put_in_beside_another_change_stands_there_once() {
    let new = "\n\nA fourth report came late. It was read by nobody.";
    let theirs = BASE.replace("cost too much.", &format!("cost too much.{new}"));
    let ours = BASE.replace("A new one would cost too much.", &format!("Nobody would buy it today.{new}"));
    let settled = settled(BASE, &ours, &theirs);
    assert_eq!(settled, ours);
}

#[test]
fn two_sentences_put_in_at_one_place_conflict_whatever_stands_behind() {
    let ours = BASE.replace("reports about the harbour.", "reports about the harbour. The mayor took notes.");
    let theirs = BASE.replace(
        "Nobody objected to the first one.",
        "A clerk had counted the boats. Three members wanted to hear more of it.",
    );
    assert_eq!(merged(BASE, &ours, &theirs).conflicts(), 1);
    let quoted = BASE.replace("Nobody objected to the first one.", "“Nobody objects,” said one.");
    let ours = quoted.replace("harbour.", "harbour. The mayor took notes.");
    let theirs = quoted.replace("harbour.", "harbour. He sat.");
    assert_eq!(merged(&quoted, &ours, &theirs).conflicts(), 1);
}

#[test]
fn a_heading_that_both_edited_stays_one_where_what_stands_before_it_is_gone() {
    let base = format!("{BASE}\n## What came next\n\nNothing came of it.\n");
    let both = base.replace("What came next", "What “came” next");
    let ours = both.replace(" The council said neither yes nor no.", "");
    let theirs = both.replace("It asked for patience and for a larger budget.", "It was read by the oldest member.");
    let found = settled(&base, &ours, &theirs);
    assert!(found.contains("\n\n## What “came” next\n\nNothing"), "{found}");
}

#[test]
fn what_a_version_says_twice_is_in_the_merged_text_twice() {
    let (alpha, beta, gamma) =
        ("Alpha one two three four five.", "Beta six seven eight nine ten.", "Gamma red blue green pink grey.");
    let text = |paragraphs: &[&str]| paragraphs.join("\n\n") + "\n";
    let base = text(&[alpha, beta, "The end came late in May."]);
    let theirs = text(&[alpha, beta, "The end came late in June."]);
    let ours = text(&[gamma, alpha, alpha, "The end came late in May."]);
    assert_eq!(settled(&base, &ours, &theirs), text(&[gamma, alpha, alpha, "The end came late in June."]));
    assert_eq!(settled(&base, &theirs, &ours), text(&[gamma, alpha, alpha, "The end came late in June."]));
}

#[test]
fn a_conflict_about_where_something_moved_shows_the_edits_of_the_other() {
    let paragraphs: Vec<&str> = BASE.trim_end().split("\n\n").collect();
    let ours = [paragraphs[2], paragraphs[0], paragraphs[1]].join("\n\n") + "\n";
    let theirs = format!("A preface was written for it.\n\n{}", BASE.replace("neither yes nor no", "nothing at all"));
    let merged = merged(BASE, &ours, &theirs);
    assert_eq!(merged.conflicts(), 1, "{merged:#?}");
    let text = merged.text(&Names { names: Trio::default(), marks: 7 });
    assert!(text.contains("nothing at all") && text.contains("A preface was written"), "{text}");
}

#[test]
fn what_both_wrapped_alike_stays_wrapped_so() {
    let edited = BASE.replace("failed twice", "failed many times");
    let paragraphs: Vec<&str> = edited.split_inclusive("\n\n").collect();
    let narrow = wrap(paragraphs[1], 31);
    let both = [&wrap(paragraphs[0], 40), "\n", &narrow, "\n", &wrap(paragraphs[2], 40)].concat();
    let theirs = both.replace("larger", "bigger");
    assert_eq!(settled(&wrap(BASE, 40), &both, &theirs), theirs);
}

#[test]
fn a_short_heading_that_one_moved_and_the_other_deleted_is_a_conflict() {
    let heading = "## Ferry news\n\n";
    let base = BASE.replace("The third", &format!("{heading}The third"));
    let moved = BASE.replace("The second", &format!("{heading}The second"));
    for (ours, theirs) in [(moved.as_str(), BASE), (BASE, moved.as_str())] {
        assert_eq!(merged(&base, ours, theirs).conflicts(), 1, "{:#?}", merged(&base, ours, theirs));
    }
}

#[test]
fn a_short_heading_that_both_moved_stands_once_or_is_a_conflict() {
    let heading = "## Ferry news\n\n";
    let base = format!("{BASE}\n## Ferry news\n");
    let first = format!("{heading}{BASE}");
    let second = BASE.replace("The second", &format!("{heading}The second"));
    let edited = first.replace("neither yes nor no", "nothing at all");
    assert_eq!(settled(&base, &first, &edited), edited);
    assert_eq!(settled(&base, &edited.replace("Monday", "Friday"), &first.replace("twice", "again")), {
        edited.replace("Monday", "Friday").replace("twice", "again")
    });
    let merged = merged(&base, &first, &second);
    assert_eq!(merged.conflicts(), 2, "{merged:#?}");
}

#[test]
fn a_short_heading_takes_its_edits_along() {
    let base = BASE.replace("The third", "## News of the ferry\n\nThe third");
    let moved = BASE.replace("The second", "## News of the ferry\n\nThe second");
    let edited = base.replace("News of", "Old news of");
    assert_eq!(settled(&base, &moved, &edited), moved.replace("News of", "Old news of"));
}

const VERSES: &str = "\
The tide came in on silver feet
And nobody was there to greet
The boats that lay along the sand

The gulls were crying on the pier
They cried all night for us to hear
And then they flew away inland

The lamp was lit at half past nine
Its yellow ray fell on the brine
And so we found our way to land
";

#[test]
fn the_empty_line_between_verses_stays() {
    let ours = VERSES.replace("The lamp was lit at half past nine\n", "");
    let theirs = VERSES.replace("yellow ray", "narrow ray");
    let both = ours.replace("yellow ray", "narrow ray");
    assert_eq!(settled(VERSES, &ours, &theirs), both);
    assert_eq!(settled(VERSES, &theirs, &ours), both);
}

#[test]
fn the_empty_line_that_one_put_in_or_took_out_beside_an_edited_line_is_heeded() {
    let edited = VERSES.replace("lit at half past nine", "lit at half past ten");
    let joined = |text: &str| text.replace("inland\n\nThe lamp", "inland\nThe lamp");
    assert_eq!(settled(VERSES, &edited, &joined(VERSES)), joined(&edited));
    assert_eq!(settled(VERSES, &joined(VERSES), &edited), joined(&edited));
    let edited = VERSES.replace("yellow ray", "narrow ray");
    let parted = |text: &str| text.replace("nine\nIts", "nine\n\nIts");
    assert_eq!(settled(VERSES, &edited, &parted(VERSES)), parted(&edited));
    assert_eq!(settled(VERSES, &parted(VERSES), &edited), parted(&edited));
}

#[test]
fn a_paragraph_stays_one_where_its_sentences_changed_places_and_another_moved() {
    let paragraphs: Vec<&str> = BASE.trim_end().split("\n\n").collect();
    let long = "The clerk wrote all of it down in ink. Somebody had opened a window behind him. The gulls outside were louder than \
                the speakers. At nine the lamps were lit along the quay.";
    let swapped = "Somebody had opened a window behind him. The clerk wrote all of it down in ink. At nine the lamps were lit along the quay.";
    let base = [paragraphs[0], long, "The harbour was dark and nobody spoke of it."].join("\n\n") + "\n";
    let ours = [paragraphs[0], "The harbour was dark and nobody spoke of it.", swapped].join("\n\n") + "\n";
    for (old, new) in [("Monday", "Friday"), ("was dark", "was black")] {
        let edited = base.replace(old, new);
        assert_eq!(settled(&base, &ours, &edited), ours.replace(old, new));
        assert_eq!(settled(&base, &edited, &ours), ours.replace(old, new));
    }
}

#[test]
fn of_two_paragraphs_that_say_the_same_the_one_that_moved_takes_its_edits_along() {
    let paragraphs: Vec<&str> = BASE.trim_end().split("\n\n").collect();
    let chorus = "Haul away the rope. The wind is never kind to us at sea. Sing it once more.";
    let text = |parts: &[&str]| parts.join("\n\n") + "\n";
    let base = text(&[paragraphs[0], chorus, paragraphs[1], chorus, paragraphs[2]]);
    let theirs = text(&[paragraphs[0], paragraphs[1], chorus, paragraphs[2], chorus]);
    let short = chorus.replace("Haul away the rope. ", "");
    let ours = text(&[paragraphs[0], &short, paragraphs[1], chorus, paragraphs[2]]);
    let both = text(&[paragraphs[0], paragraphs[1], chorus, paragraphs[2], &short]);
    // One of two that say the same was moved, if it is not another one: the reader says.
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merged(&base, ours, theirs);
        assert!(merged.conflicts() > 0, "{merged:#?}");
    }
    let edited = base.replace("Monday", "Friday");
    assert_eq!(settled(&base, &edited, &theirs), theirs.replace("Monday", "Friday"));
    assert!(both.contains(&short));
}

#[test]
fn a_short_answer_elsewhere_may_be_another_one() {
    let base = BASE.replace("Nobody objected", "Yes. Nobody objected");
    let ours = BASE.replace("It asked for patience", "Yes. It asked for patience");
    let theirs = base.replace("Yes.", "No.");
    assert!(merged(&base, &ours, &theirs).conflicts() > 0);
    assert!(merged(&base, &theirs, &ours).conflicts() > 0);
}

#[test]
fn a_copy_that_one_deleted_and_the_other_moved_is_not_lost() {
    let paragraphs: Vec<&str> = BASE.trim_end().split("\n\n").collect();
    let text = |parts: &[&str]| parts.join("\n\n") + "\n";
    let chorus = "Haul away the rope. Sing it once more.";
    let base = text(&[chorus, chorus, paragraphs[0], paragraphs[1]]);
    let ours = text(&[paragraphs[0], chorus, chorus, paragraphs[1]]);
    let theirs = text(&[chorus, paragraphs[0], paragraphs[1]]);
    for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merged(&base, one, other);
        let once = text(&[paragraphs[0], chorus, paragraphs[1]]);
        assert!(merged.conflicts() > 0 || merged.text(&Names::default()) == once, "{merged:#?}");
    }
}

#[test]
fn two_copies_that_went_to_one_place_are_not_silently_one() {
    let paragraphs: Vec<&str> = BASE.trim_end().split("\n\n").collect();
    let text = |parts: &[&str]| parts.join("\n\n") + "\n";
    let chorus = "Haul away the rope at six. Sing it once more.";
    let base = text(&[paragraphs[0], chorus, paragraphs[1], chorus, paragraphs[2]]);
    let ours = text(&[chorus, paragraphs[0], paragraphs[1], chorus, paragraphs[2]]);
    let theirs = text(&[chorus, paragraphs[0], chorus, paragraphs[1], paragraphs[2]]);
    assert!(merged(&base, &ours, &theirs).conflicts() > 0);
    assert!(merged(&base, &theirs, &ours).conflicts() > 0);
}

#[test]
fn which_version_is_ours_makes_no_difference() {
    let base = "The council met on Monday.\n\nPetra objected to the first of the three reports.\n";
    let ours = "The council met on Monday. One was long.\n\nToday Petra objected to the first of the three reports.\n";
    let theirs =
        "The council met on Monday.\n\nA clerk took notes.\n\nPetra objected to the first of the three papers.\n";
    assert_eq!(merged(base, ours, theirs).conflicts(), merged(base, theirs, ours).conflicts());
}

#[test]
fn a_short_line_that_one_moved_and_edited_and_the_other_deleted_is_a_conflict() {
    let list = "- Paint the boats\n- Mend the oars\n- Call the harbour master\n";
    let ours = "- Call the old harbour master\n- Paint the boats\n- Mend the oars\n";
    let theirs = "- Paint the boats\n- Mend the oars\n";
    assert!(merged(list, ours, theirs).conflicts() > 0);
    let moved = format!(
        "{}\n{}",
        VERSES.split("\n\n").nth(2).unwrap().replace("half past nine", "half past ten"),
        &VERSES[..VERSES.find("\nThe lamp").unwrap()]
    );
    let deleted = VERSES.replace("The lamp was lit at half past nine\n", "");
    assert!(merged(VERSES, &moved, &deleted).conflicts() > 0);
}

#[test]
fn a_decided_sentence_stands_in_its_paragraph() {
    let (ours, theirs) = (BASE.replace("three reports", "four reports"), BASE.replace("three reports", "five reports"));
    let theirs = theirs.replace("failed twice", "failed again");
    let taking = |ours: &str, theirs: &str, is_ours: bool| {
        let articles = Trio { base: BASE, ours, theirs }.map(|text| Article::of_text("text", text));
        merge_taking(Trio { base: &articles.base, ours: &articles.ours, theirs: &articles.theirs }, is_ours)
    };
    assert_eq!(taking(&ours, &theirs, true), ours.replace("failed twice", "failed again"));
    assert_eq!(taking(&ours, &theirs, false), theirs);
    // Where one of the two has nothing there, the paragraph closes.
    let gone = BASE.replace(" It heard three reports about the harbour.", "");
    assert_eq!(taking(&ours, &gone, false), gone);
    assert_eq!(taking(&ours, &gone, true), ours);
    // Wrapped lines stay lines of one paragraph.
    let base = wrap(BASE, 40);
    let articles = Trio { base: &base, ours: &wrap(&ours, 40), theirs: &wrap(&theirs, 40) };
    let articles = articles.map(|text| Article::of_text("text", text));
    let taken = merge_taking(Trio { base: &articles.base, ours: &articles.ours, theirs: &articles.theirs }, false);
    assert_eq!(taken, wrap(&theirs, 40));
}

#[test]
fn what_both_put_in_at_one_place_stands_once_however_its_paragraph_begins() {
    let base = "The ferry left the pier at six. Nobody waved.\n\nThe next boat was full.\n";
    let added = "The gulls followed it for an hour.";
    let ours = base.replace("Nobody waved.", &format!("Nobody waved. {added}"));
    let theirs = base.replace(" Nobody waved.", &format!("\n\nNobody waved. {added}"));
    assert_eq!(settled(base, &ours, &theirs), theirs);
    assert_eq!(settled(base, &theirs, &ours), theirs);
}

#[test]
fn what_goes_on_a_paragraph_and_what_is_a_new_one_both_stand_unless_they_are_alike() {
    let one = BASE.replace("too much.", "too much. The mayor asked for a second opinion.");
    let other = BASE.replace("too much.", "too much.\n\nThe clerk read the minutes aloud.");
    let both = BASE
        .replace("too much.", "too much. The mayor asked for a second opinion.\n\nThe clerk read the minutes aloud.");
    assert_eq!(settled(BASE, &one, &other), both);
    assert_eq!(settled(BASE, &other, &one), both);
    let other = BASE.replace("too much.", "too much.\n\nThe mayor asked for a third opinion.");
    assert!(merged(BASE, &one, &other).conflicts() > 0);
    assert!(merged(BASE, &other, &one).conflicts() > 0);
}

#[test]
fn what_both_put_in_is_not_silently_there_twice_where_one_also_moved_what_is_beside_it() {
    let paragraphs: Vec<&str> = BASE.trim_end().split("\n\n").collect();
    let added = "The clerk read the minutes aloud. The mayor asked for a second opinion.";
    let base = BASE.to_owned();
    let ours = format!("{BASE}\n{added}\n");
    let last = " The council said neither yes nor no.";
    let theirs = [paragraphs[0], &format!("{}{last}", paragraphs[1]), &paragraphs[2].replace(last, ""), added]
        .join("\n\n")
        + "\n";
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let found = merged(&base, ours, theirs);
        let twice = found.text(&Names::default()).matches("read the minutes aloud").count() > 1;
        assert!(!twice || found.conflicts() > 0, "{found:#?}");
    }
}

#[test]
fn a_sentence_of_two_words_keeps_its_edit_where_its_neighbour_moved() {
    let base =
        "The gale blew all night long. Ropes snapped. A lantern and two oars were washed off the pier by morning.\n";
    let ours = base.replace("Ropes snapped.", "Cables snapped.");
    let lantern = " A lantern and two oars were washed off the pier by morning.";
    let theirs = base.replace(lantern, "").replace("long.", &format!("long.{lantern}"));
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let found = merged(base, ours, theirs);
        let text = found.text(&Names::default());
        assert!(found.conflicts() > 0 || !text.contains("Ropes snapped"), "{text}");
    }
}

#[test]
fn a_sentence_that_moved_to_the_end_of_a_moved_paragraph_is_not_put_elsewhere() {
    let base = "Candles stood on every shelf of the low cellar under the mill. The miller never counted the candles. Mice did.\n\n\
        A path led from the weir to the old chapel, past the orchard and the wall. Nobody used it after dark, not even the sexton.\n\n\
        The chapel bell rang twice.\n";
    let counted = " The miller never counted the candles.";
    let paragraphs: Vec<&str> = base.trim_end().split("\n\n").collect();
    let (less, more) = (paragraphs[0].replace(counted, ""), format!("{}{counted}", paragraphs[1]));
    let ours = [less.as_str(), &more, paragraphs[2]].join("\n\n") + "\n";
    let theirs = [paragraphs[1], paragraphs[0], paragraphs[2]].join("\n\n") + "\n";
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let found = merged(base, ours, theirs);
        let text = found.text(&Names::default());
        assert!(found.conflicts() > 0 || text.contains(&format!("sexton.{counted}")), "{text}");
    }
}

#[test]
fn a_paragraph_that_one_version_changed_is_wrapped_as_it_wrapped_it() {
    let ours = BASE.replace("three reports about the harbour", "three reports");
    let theirs = BASE.replace("It asked for patience and for", "It asked for");
    let both = theirs.replace("three reports about the harbour", "three reports");
    for width in 24..80 {
        let (base, ours, theirs) = (wrap(BASE, width), wrap(&ours, width), wrap(&theirs, width));
        assert_eq!(settled(&base, &ours, &theirs), wrap(&both, width), "{width}");
        assert_eq!(settled(&base, &theirs, &ours), wrap(&both, width), "{width}");
    }
}

#[test]
fn a_sentence_that_moved_into_a_paragraph_does_not_part_it() {
    let base = "The bell rang at noon over the empty square. The baker looked up from his oven. A dog barked at the gate.\n\n\
        Nobody came to the market. The stalls were closed by one o'clock.\n";
    let baker = " The baker looked up from his oven.";
    let ours = base.replace(baker, "").replace("market.", &format!("market.{baker}"));
    let theirs = base.replace(baker, &format!("\n\n{}", baker.trim()));
    let found = settled(base, &ours, &theirs);
    assert!(found.contains(&format!("market.{baker} The stalls")), "{found}");
}

#[test]
fn items_that_changed_places_are_numbered_on() {
    let base = "# Lease\n\n1. The tenant pays the rent on the first of each month. Late payment bears interest.\n\
        2. The landlord keeps the roof and the walls in repair.\n3. Pets need written consent.\n\nIt may be renewed once.\n";
    let ours = "# Lease\n\n1. The landlord keeps the roof and the walls in repair.\n\
        2. The tenant pays the rent on the first of each month. Late payment bears interest.\n\
        3. Pets need written consent.\n\nIt may be\nrenewed once.\n";
    let theirs = base.replace("on the first of", "on the third of");
    let both = ours.replace("on the first of", "on the third of");
    assert_eq!(settled(base, ours, &theirs), both);
    assert_eq!(settled(base, &theirs, ours), both);
}
