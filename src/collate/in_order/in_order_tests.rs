//! Two versions, drawn: what is found in them.

use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::{
    Breaks, Cancel, Case, Class, Collation, Diacritics, Exactness, Match, Spaces, Weight, Witness, collate_in_order,
};
use crate::text::{Pair, Side, Span};

pub(super) const BRIDGE: &str = "The bridge over the Sarn will close for nine weeks in spring.";
pub(super) const DIVERS: &str = "Divers found cracks in two of its seven piers last October.";
pub(super) const BAKER: &str = "A baker on the far bank fears that nobody will cross for bread.";
pub(super) const COUNCIL: &str = "The council promised him a ferry every quarter of an hour.";

pub(super) fn versions(left: &str, right: &str, exactness: Exactness) -> (Pair<Article>, Collation, bool) {
    let articles = Pair::new(left, right).map(|text| Article::of_text("text", text));
    let masks: Pair<Mask> = Pair::default();
    let witnesses = Pair::from_fn(|side| Witness { article: &articles[side], mask: &masks[side] });
    let collation = collate_in_order(witnesses, exactness, &Cancel::default()).expect("not cancelled");
    let same = collation.is_same();
    (articles, collation, same)
}

fn changes(articles: &Pair<Article>, m: &Match) -> Vec<(String, String)> {
    let said = |side: Side, span: Span| span.of(&articles[side].text).to_owned();
    let changed = m.variants.iter().filter(|variant| variant.weight == Weight::Changed);
    changed.map(|v| (said(Side::Left, v.spans.left), said(Side::Right, v.spans.right))).collect()
}

/// All changed words of all matches, as `old>new`.
fn changed(left: &str, right: &str, exactness: Exactness) -> Vec<String> {
    let (articles, collation, _) = versions(left, right, exactness);
    let each = collation.matches.iter().flat_map(|m| changes(&articles, m));
    each.map(|(old, new)| format!("{old}>{new}")).collect()
}

fn only(articles: &Pair<Article>, collation: &Collation, side: Side) -> Vec<String> {
    collation.only_here[side].iter().map(|passage| passage.span.of(&articles[side].text).to_owned()).collect()
}

#[test]
fn changed_words_read_as_a_person_would_mark_them() {
    let cases: &[(&str, &str, &[&str])] = &[
        (BRIDGE, "The bridge over the Sarn will close for six weeks in spring.", &["nine>six"]),
        (BRIDGE, "The bridge over the Sarn will close for nine long weeks in spring.", &[">long"]),
        (BRIDGE, "The old bridge over the Sarn will close for nine weeks in spring.", &[">old"]),
        (BRIDGE, "The bridge over the Sarn will close in spring.", &["for nine weeks>"]),
        // A sign goes with its number.
        ("It cost £50 a night, or 5% less.", "It cost €50 a night, or 5 less.", &["£50>€50", "5%>5"]),
        ("It rose by -3 points to £5%.", "It rose by 3 points to €5.", &["-3>3", "£5%>€5"]),
        ("He owns ≥3 of them.", "He owns ≤3 of them.", &["≥3>≤3"]),
        ("It burned down¹ in May.", "It burned down in May.", &["¹>"]),
        ("Pour 1/2 cup, at 10:30.", "Pour 12 cup, at 1030.", &["1/2>12", "10:30>1030"]),
        ("He drank in Maßen there.", "He drank in Massen there.", &["Maßen>Massen"]),
        // Another spelling of a word is another word.
        ("The colour of the Sarn is grey.", "The color of the Sarn is grey.", &["colour>color"]),
        ("The county was small and far.", "The country was small and far.", &["county>country"]),
        // A lonely "the" does not part what changed together.
        (
            "Workers painted the shed in the morning before the guests came down.",
            "Workers mended a cart at the evening before the guests came down.",
            &["painted the shed in the morning>mended a cart at the evening"],
        ),
        // Case and quotes are marks.
        ("“The colour of the Sarn,” he said, is grey.", "'The colour of the sarn' he said is grey", &[]),
    ];
    for (left, right, expected) in cases {
        assert_eq!(changed(left, right, Exactness::WORDS), *expected, "{left} / {right}");
    }
}

/// All marks that differ, as `old>new`.
fn marks(left: &str, right: &str, exactness: Exactness) -> Vec<String> {
    let (articles, collation, _) = versions(left, right, exactness);
    let said = |side: Side, span: Span| span.of(&articles[side].text).to_owned();
    let all = collation.matches.iter().flat_map(|m| &m.variants).filter(|variant| variant.weight == Weight::Mark);
    all.map(|v| format!("{}>{}", said(Side::Left, v.spans.left), said(Side::Right, v.spans.right))).collect()
}

#[test]
fn every_mark_counts_and_white_space_does_not() {
    let exact = |case, spaces| Exactness::marks(case, spaces);
    let plain = exact(Case::Heeded, Spaces::AsOne);
    let cases: &[(&str, &str, Exactness, &[&str])] = &[
        ("He left, at last.", "He left at\n   last.", plain, &[",>"]),
        ("He left at last.", "He left at last!", plain, &[".>!"]),
        ("He said “no” twice.", "He said \"no\" twice.", plain, &["“>\"", "”>\""]),
        ("He said no twice.", "He said “no” twice.", plain, &[">“", ">”"]),
        ("The Sarn is grey.", "The sarn is grey.", plain, &["Sarn>sarn"]),
        ("The Sarn is grey.", "The sarn is grey.", exact(Case::Ignored, Spaces::AsOne), &[]),
        ("One – two three four", "One -two three four", plain, &["–>-"]),
        ("One - two three four", "One -two three four", plain, &[]),
        ("A foot path ran there.", "A footpath ran there.", exact(Case::Heeded, Spaces::Ignored), &[]),
        ("A foot-path ran there.", "A footpath ran there.", plain, &["foot-path>footpath"]),
        ("The first of two.\n\nThe second.", "The first of two;\n\n– The second.", plain, &[".>;", ">–"]),
        ("The first of two. The second.", "The first of two: the second.", plain, &[".>:", "The>the"]),
        ("He left, at last.", "He left at last", Exactness::WORDS, &[]),
        ("On Tuesday he\u{a0}left.", "On Tues\u{200b}day he left.", plain, &["Tuesday>Tues\u{200b}day", "\u{a0}>"]),
        (
            "> He left the town at last, and the\n> rain that had kept him for so long\n> went with him to the far bank of it.",
            "> He left the town at last, and the rain that\n> had kept him for so long went with him to the\n> far bank of it.",
            plain,
            &[],
        ),
        ("He left at\n> last in the rain.", "He left at last in the rain.", plain, &[">>"]),
        ("From 1914-\n18 there was war.", "From 1914-18 there was war.", plain, &[]),
    ];
    for (left, right, exactness, expected) in cases {
        assert_eq!(marks(left, right, *exactness), *expected, "{left} / {right}");
        let same = expected.is_empty();
        let (_, collation, told) = versions(left, right, *exactness);
        assert_eq!(told, same, "{left} / {right}");
        assert_eq!(
            collation.marks,
            if *exactness == Exactness::WORDS { 2 } else { expected.len() },
            "{left} / {right}"
        );
        assert_eq!(changed(left, right, *exactness), [""; 0], "{left} / {right}");
    }
}

#[test]
fn two_words_are_not_one() {
    let plain = Exactness::marks(Case::Heeded, Spaces::AsOne);
    for exactness in [plain, Exactness::WORDS] {
        assert_eq!(changed("A foot path ran there.", "A footpath ran there.", exactness), ["foot path>footpath"]);
        assert!(!versions("every day", "everyday", exactness).2);
    }
    // A mark that takes the place of the space is a mark.
    assert_eq!(changed("A foot-path ran there.", "A foot path ran there.", plain), [""; 0]);
    assert_eq!(changed("A foot-path ran there.", "A footpath ran there.", plain), [""; 0]);
    let spaceless = Exactness::marks(Case::Heeded, Spaces::Ignored);
    for (left, right) in [("foo bar", "foobar"), ("One.\n\nfoo bar\n\nTwo.", "One.\n\nfoobar\n\nTwo.")] {
        assert!(versions(left, right, spaceless).2, "{left} / {right}");
        assert!(!versions(left, right, plain).2, "{left} / {right}");
    }
    assert!(!versions("foo bar", "foobaz", spaceless).2);
    assert!(!versions("foo-bar", "foobar", spaceless).2);
}

#[test]
fn words_take_along_the_marks_that_only_they_have() {
    let cases: &[(&str, &str, &str)] = &[
        ("In this climate, I think we are driven out.", "In this climate, we are driven out.", "I think>"),
        ("In this climate, I think, we are driven out.", "In this climate, we are driven out.", "I think,>"),
        ("In this climate we are driven out.", "In this climate, I think, we are driven out.", ">, I think,"),
        ("The breed is weak and sickly yet, and small.", "The breed is weak and sickly, and small.", "yet>"),
        ("He left the town today.", "He left the town.", "today>"),
        ("He left (in some haste) the town.", "He left the town.", "(in some haste)>"),
        ("He left the old town.", "He left the “new” town.", "old>“new”"),
        ("He left the town, and sang.", "He left the city; and sang.", "town,>city;"),
        ("He sang; now the town sleeps here.", "He sang: the town sleeps here.", "; now>:"),
    ];
    for (left, right, expected) in cases {
        assert_eq!(changed(left, right, Exactness::default()), [*expected], "{left} / {right}");
        assert_eq!(marks(left, right, Exactness::default()), [""; 0], "{left} / {right}");
    }
}

#[test]
fn the_numbers_of_items_are_marks() {
    let left = format!("1. {BRIDGE}\n\n2. {DIVERS}\n\n3. {COUNCIL}");
    let right = format!("1. {BRIDGE}\n\n2. {BAKER}\n\n3. {DIVERS}\n\n4. {COUNCIL}");
    let (articles, collation, _) = versions(&left, &right, Exactness::default());
    assert_eq!(marks(&left, &right, Exactness::default()), ["2>3", "3>4"]);
    assert_eq!(only(&articles, &collation, Side::Right), [format!("2. {}", BAKER.trim_end_matches('.'))]);
    assert_eq!(only(&articles, &collation, Side::Left), [""; 0]);
    assert!(
        versions(&left, &left.replace("3. ", "4. ").replace("2. ", "3. ").replace("1. ", "2. "), Exactness::WORDS).2
    );
    // Letters, Roman numbers and numbers of several levels count items, too.
    for (old, new) in [
        ("a) First of all.\nb) Second one.", "a) First of all.\nb) A new one stands here.\nc) Second one."),
        ("(i) First of all.\n(ii) Second one.", "(i) First of all.\n(ii) A new one stands here.\n(iii) Second one."),
        ("1.1 First of all.\n1.2 Second one.", "1.1 First of all.\n1.2 A new one stands here.\n1.3 Second one."),
        ("[1] First of all.\n[2] Second one.", "[1] First of all.\n[2] A new one stands here.\n[3] Second one."),
        ("§ 1 First of all.\n\n§ 2 Second one.", "§ 1 First of all.\n\n§ 2 A new one stands here.\n\n§ 3 Second one."),
        (
            "Step 1: First of all.\n\nStep 2: Second one.",
            "Step 1: First of all.\n\nStep 2: A new one stands here.\n\nStep 3: Second one.",
        ),
        ("١. First of all.\n\n٢. Second one.", "١. First of all.\n\n٢. A new one stands here.\n\n٣. Second one."),
    ] {
        let (articles, collation, _) = versions(old, new, Exactness::default());
        let alone = only(&articles, &collation, Side::Right);
        assert_eq!(alone.len(), 1, "{alone:?}");
        assert!(alone[0].ends_with("A new one stands here"), "{alone:?}");
        assert!(collation.matches.iter().all(|m| m.class == Class::Verbatim), "{collation:#?}");
        assert_eq!(marks(old, new, Exactness::default()).len(), 1, "{collation:#?}");
    }
    let old = "一、会议讨论了预算问题。\n\n二、委员会批准了新的计划。";
    let new = "一、会议讨论了预算问题。\n\n二、主席介绍了新成员。\n\n三、委员会批准了新的计划。";
    assert_eq!(marks(old, new, Exactness::default()), ["二>三"]);
    // Where an item goes on a paragraph, its number is the same.
    let (old, new) = (
        "The tide had turned.\n\n1. First of all.\n2. Second one.",
        "The tide had turned. 1. First of all.\n2. Second one.",
    );
    assert_eq!(changed(old, new, Exactness::default()), [""; 0]);
    assert_eq!(marks(old, new, Exactness::default()), [""; 0]);
    assert_eq!(changed(&old.replace("1.", "7."), new, Exactness::default()).len(), 1);
    // A number that the other side has elsewhere as a word still counts the item.
    let (old, new) =
        ("First of all.\n\nSecond one. It has 2 ends.", "1. First of all.\n\n2. Second one. It has 2 ends.");
    assert_eq!(changed(old, new, Exactness::default()), [""; 0]);
    // What is no item of anything may say how many.
    assert_eq!(
        changed("Room 5: six came.\n\nRoom 6: ten.", "Room 7: six came.\n\nRoom 6: ten.", Exactness::default()),
        ["5>7"]
    );
    // A year is no number of an item, and a number is none that nothing closes.
    assert_eq!(changed("1.5 million came.", "1.6 million came.", Exactness::default()), ["1.5>1.6"]);
    assert_eq!(changed("3. October is the day.", "8. October is the day.", Exactness::default()), ["3>8"]);
    assert_eq!(changed("5 million came.", "6 million came.", Exactness::default()), ["5>6"]);
    assert_eq!(changed("1.5 came.\n2.5 went.", "1.6 came.\n2.5 went.", Exactness::default()), ["1.5>1.6"]);
    assert_eq!(changed("1999. That was a year.", "2004. That was a year.", Exactness::default()), ["1999>2004"]);
}

#[test]
fn texts_without_words_are_versions_too() {
    let exact = Exactness::marks(Case::Heeded, Spaces::AsOne);
    for (left, right, exactness, same) in [
        ("", "", Exactness::WORDS, true),
        ("* * *", "", Exactness::WORDS, true),
        ("* * *", "", exact, false),
        ("* * *\n", "*  *\n*", exact, true),
        ("", "One.", Exactness::WORDS, false),
        ("One.", "", exact, false),
    ] {
        assert_eq!(versions(left, right, exactness).2, same, "{left:?} {right:?} {exactness:?}");
    }
}

#[test]
fn a_moved_paragraph_is_moved_and_shows_what_changed_in_it() {
    let left = format!("{BRIDGE}\n\n{DIVERS}\n\n{BAKER} {COUNCIL}");
    let right = format!("{DIVERS}\n\n{BAKER} {COUNCIL}\n\n{}", BRIDGE.replace("nine", "ten"));
    let (articles, collation, same) = versions(&left, &right, Exactness::WORDS);
    assert!(!same);
    let moved: Vec<&Match> = collation.matches.iter().filter(|m| m.moved).collect();
    assert_eq!(moved.len(), 1, "{collation:#?}");
    assert_eq!((moved[0].passages.left.paragraph_id.0, moved[0].passages.right.paragraph_id.0), (0, 2));
    assert_eq!(changes(&articles, moved[0]), [("nine".to_owned(), "ten".to_owned())]);
    assert!(collation.only_here.left.is_empty() && collation.only_here.right.is_empty(), "{collation:#?}");
}

#[test]
fn a_paragraph_that_is_split_or_merged_is_no_change() {
    let (_, collation, same) =
        versions(&format!("{BRIDGE} {DIVERS}\n\n{BAKER}"), &format!("{BRIDGE}\n\n{DIVERS} {BAKER}"), Exactness::WORDS);
    assert!(same, "{collation:#?}");
    let paragraph_links: Vec<_> = collation
        .paragraph_links()
        .map(|paragraph_link| (paragraph_link.paragraph_ids.left.0, paragraph_link.paragraph_ids.right.0))
        .collect();
    assert_eq!(paragraph_links, [(0, 0), (0, 1), (1, 1)]);
}

#[test]
fn an_added_sentence_stands_alone_as_a_whole() {
    let right = format!("{BRIDGE} The river is high. {DIVERS}");
    let (articles, collation, _) = versions(&format!("{BRIDGE} {DIVERS}"), &right, Exactness::WORDS);
    assert_eq!(only(&articles, &collation, Side::Right), ["The river is high"]);
    assert!(collation.matches.iter().all(|m| m.class == Class::Verbatim), "{collation:#?}");
}

#[test]
fn one_of_two_copies_is_removed_and_the_other_stays() {
    let left = format!("{BRIDGE}\n\n{DIVERS}\n\n{BRIDGE}\n\n{BAKER}");
    let (articles, collation, _) = versions(&left, &format!("{BRIDGE}\n\n{DIVERS}\n\n{BAKER}"), Exactness::WORDS);
    assert_eq!(only(&articles, &collation, Side::Left).len(), 1, "{collation:#?}");
    assert!(collation.matches.iter().all(|m| !m.moved), "{collation:#?}");
}

#[test]
fn a_word_parted_at_the_end_of_a_line_is_the_same_word() {
    let left = "The bridge over the Sarn will close for nine weeks, and the tem-\nporary ferry will go every quarter of an hour.";
    let right =
        "The bridge over the Sarn will close for nine weeks, and the temporary ferry will go every quarter of an hour.";
    assert!(versions(left, right, Exactness::WORDS).2);
}

/// The moved passages, as the words they begin with.
fn moved(left: &str, right: &str) -> Vec<String> {
    let (articles, collation, _) = versions(left, right, Exactness::WORDS);
    let said = |m: &Match| m.passages.left.span.of(&articles.left.text).to_owned();
    collation.matches.iter().filter(|m| m.moved).map(said).collect()
}

#[test]
fn a_short_sentence_that_stands_once_is_moved_and_a_chance_phrase_is_not() {
    let story = |parts: &[&str]| parts.join("\n\n");
    let cases: &[(&[&str], &[&str], &[&str])] = &[
        // A headline, a line of a list, a sentence inside a paragraph.
        (
            &["Ferry tickets dearer", BRIDGE, DIVERS, BAKER],
            &[BRIDGE, DIVERS, "Ferry tickets dearer", BAKER],
            &["Ferry tickets dearer"],
        ),
        (
            &["Two cups of flour", "Three brown eggs", "Salt and pepper"],
            &["Three brown eggs", "Salt and pepper", "Two cups of flour"],
            &["Two cups of flour"],
        ),
        (
            &["Pepper and oil", "Two brown eggs", "Flour from the mill"],
            &["Two brown eggs", "Flour from the mill", "Sugar", "Pepper and oil"],
            &["Pepper and oil"],
        ),
        (
            &[&format!("{BRIDGE} Nobody has asked the baker. {DIVERS}"), BAKER],
            &[&format!("{BRIDGE} {DIVERS}"), &format!("{BAKER} Nobody has asked the baker.")],
            &["Nobody has asked the baker."],
        ),
        (&["Ferry tickets", BRIDGE, DIVERS], &[BRIDGE, DIVERS, "Ferry tickets"], &["Ferry tickets"]),
        // Words that only hold others together, part of a sentence, and what stands twice.
        (&["So it was.", BRIDGE, DIVERS], &[BRIDGE, DIVERS, "So it was."], &[]),
        (
            &["Ferry tickets dearer today", BRIDGE, DIVERS],
            &[BRIDGE, DIVERS, "Why are ferry tickets dearer than bread?"],
            &[],
        ),
        (
            &["Ferry tickets dearer", "Ferry tickets dearer", BRIDGE, DIVERS],
            &[BRIDGE, DIVERS, "Ferry tickets dearer"],
            &[],
        ),
    ];
    for (left, right, expected) in cases {
        assert_eq!(moved(&story(left), &story(right)), *expected, "{left:?} / {right:?}");
    }
}

#[test]
fn of_a_moved_paragraph_that_stands_several_times_it_is_said_how_often() {
    let left = format!("{BRIDGE}\n\n{DIVERS} {BAKER}\n\n{BRIDGE}\n\n{COUNCIL}");
    let right = format!("{DIVERS} {BAKER}\n\n{BRIDGE}\n\n{COUNCIL}\n\n{BRIDGE}\n\n{BRIDGE}");
    let (_, collation, _) = versions(&left, &right, Exactness::WORDS);
    let copies: Vec<_> = collation.matches.iter().map(|m| (m.moved, m.copies.left, m.copies.right)).collect();
    assert_eq!(copies, [(true, 2, 3), (false, 1, 1), (false, 2, 3), (false, 1, 1)], "{collation:#?}");
}

#[test]
fn in_a_text_that_repeats_itself_only_what_changed_is_changed() {
    let paragraph = format!("{BRIDGE} {DIVERS}\n\n");
    let left = paragraph.repeat(300);
    let changed = |edits: &[(usize, &str, &str)]| {
        let mut each = vec![paragraph.clone(); 300];
        edits.iter().for_each(|(at, old, new)| each[*at] = paragraph.replace(old, new));
        each.concat()
    };
    let three = [(7, "nine", "six"), (120, "Divers", "Old divers"), (250, "two of its", "its")];
    let found = self::changed(&left, &changed(&three), Exactness::WORDS);
    assert_eq!(found, ["nine>six", ">Old", "two of>"]);
    // A paragraph less, one more that is new, and a word.
    let right = changed(&[(10, paragraph.as_str(), ""), (100, "nine", "six")]) + BAKER;
    let (articles, collation, _) = versions(&left, &right, Exactness::WORDS);
    assert_eq!(self::changed(&left, &right, Exactness::WORDS), ["nine>six"]);
    assert_eq!(only(&articles, &collation, Side::Right), [BAKER.trim_end_matches('.')]);
    assert_eq!(collation.coverage.left.words - collation.coverage.left.shared(), BRIDGE.split(' ').count() + 11);
}

#[test]
fn words_that_differ_in_diacritics_alone_are_counted_and_no_change() {
    let aside = Exactness::default().with_diacritics(Diacritics::Ignored);
    let table: &[(&str, &str, Exactness, usize, bool)] = &[
        ("The caf\u{e9} is shut.", "The cafe is shut.", aside, 1, true),
        ("The cafe\u{301} is shut.", "The caf\u{e9} is shut.", aside, 1, true),
        ("The caf\u{e9} is shut.", "The caf\u{e9} is shut.", aside, 0, true),
        ("The caf\u{e9} is shut.", "The Cafe is shut.", aside, 1, false),
        ("The caf\u{e9} is shut.", "The cave is shut.", aside, 0, false),
        ("The caf\u{e9} is shut.", "The cafe is shut.", Exactness::default(), 0, false),
        (
            "The caf\u{e9} is shut.",
            "The cafe, is shut.",
            Exactness::WORDS.with_diacritics(Diacritics::Ignored),
            1,
            true,
        ),
        ("כָּתַב סֵפֶר", "כתב ספר", aside, 2, true),
        ("The r\u{f8}d car.", "The rod car.", aside, 0, false),
    ];
    for (left, right, exactness, words, same) in table {
        let (_, collation, found) = versions(left, right, *exactness);
        assert_eq!((collation.diacritics, found), (*words, *same), "{left} / {right}");
    }
    assert!(aside.turned().turned() == aside && aside.turned() != Exactness::WORDS);
}

#[test]
fn small_changes_are_counted_and_those_side_by_side_are_one() {
    let least = |words: usize| Exactness::default().with_least(words);
    let lines = "Bread, two loaves.\n\nSalt, one bag.\n\nOil, one jar.";
    let table: &[(&str, &str, usize, usize, bool)] = &[
        (BRIDGE, &BRIDGE.replace("nine", "six"), 2, 1, true),
        (BRIDGE, &BRIDGE.replace("nine", "six"), 1, 0, false),
        (BRIDGE, &BRIDGE.replace("nine weeks", "six long dry months"), 4, 0, false),
        (BRIDGE, &BRIDGE.replace("nine weeks", "six long dry months"), 5, 1, true),
        (BRIDGE, &BRIDGE.replace(" for nine weeks", ""), 3, 0, false),
        // Three paragraphs of three words, one beside the other, are nine words that are gone.
        (&format!("{BRIDGE}\n\n{lines}\n\n{BAKER}"), &format!("{BRIDGE}\n\n{BAKER}"), 4, 0, false),
        (&format!("{BRIDGE}\n\nBread, two loaves.\n\n{BAKER}"), &format!("{BRIDGE}\n\n{BAKER}"), 4, 1, true),
        ("", "One.", 2, 1, true),
        (&format!("{BRIDGE} {DIVERS} {BAKER}"), &format!("{DIVERS} {BAKER} {BRIDGE}"), 99, 0, false),
    ];
    for (left, right, words, aside, same) in table {
        let (_, collation, found) = versions(left, right, least(*words));
        assert_eq!((collation.small.changes, found), (*aside, *same), "{words}: {left} / {right}");
    }
}

#[test]
fn a_line_that_breaks_beside_a_lone_mark_is_told() {
    let cases = [
        ("1. The cat saw the dog *\n2. The dog sat.", "1. The cat saw the dog\n*\n2. The dog sat."),
        ("- The dog ran –\n- and saw the tree.", "- The dog ran –\n-\nand saw the tree."),
        ("The cat saw the dog *", "The cat saw the dog\n*"),
        ("| x | The house – |\n", "| x | The house\n– |\n"),
    ];
    for (left, right) in cases {
        for (left, right) in [(left, right), (right, left)] {
            let lines = Exactness::default().with_breaks(Breaks::Lines);
            let (_, collation, same) = versions(left, right, lines);
            assert!(!same && collation.breaks.len() == 1, "{left} / {right}: {:?}", collation.breaks);
            assert!(versions(left, right, Exactness::default()).2, "{left} / {right}");
            assert!(versions(left, left, lines).2);
        }
    }
}

#[test]
fn breaks_between_kept_words_are_told_where_they_count() {
    let count = |left: &str, right: &str, breaks: Breaks| {
        let (_, collation, same) = versions(left, right, Exactness::default().with_breaks(breaks));
        (collation.breaks.len(), same)
    };
    let table: &[(&str, &str, usize, usize)] = &[
        ("One two three\nfour five six.", "One two three four five six.", 1, 0),
        ("One two three\r\nfour five six.", "One two three\nfour five six.", 0, 0),
        ("One two three\r\n\r\nfour five six.", "One two three\nfour five six.", 1, 1),
        ("One two three\n \t\nfour five six.", "One two three\n\n\nfour five six.", 0, 0),
        ("1. Salt and oil\n2. Bread and eel", "1. Salt and oil 2. Bread and eel", 1, 0),
    ];
    for (left, right, lines, paragraphs) in table {
        assert_eq!(count(left, right, Breaks::Lines), (*lines, *lines == 0), "{left:?} / {right:?}");
        assert_eq!(count(left, right, Breaks::Paragraphs), (*paragraphs, *paragraphs == 0), "{left:?} / {right:?}");
        assert_eq!(count(left, right, Breaks::Ignored).0, 0);
    }
    let moved =
        count(&format!("{BRIDGE}\n\n{DIVERS} {BAKER}"), &format!("{DIVERS}\n{BAKER}\n\n{BRIDGE}"), Breaks::Lines);
    assert_eq!(moved, (1, false), "what moved as one is looked at, and not where it now stands");
}
