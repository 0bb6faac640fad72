use proptest::prelude::{any, prop, proptest};

use super::sentence::sentences;
use super::span::Span;

/// Asserts that `drawn` without its bars has the sentences that the bars part.
#[track_caller]
fn check(drawn: &str) {
    let text = drawn.replace('|', "");
    let found: Vec<&str> = sentences(&text, Span::new(0, text.len())).into_iter().map(|s| s.of(&text)).collect();
    assert_eq!(found, drawn.split('|').map(str::trim).collect::<Vec<_>>());
}

#[test]
fn a_stop_with_its_closing_marks_ends_a_sentence() {
    check("The lock is shut. |Is it leaking? |It is leaking badly! |Nobody came again … |42 boats must wait.");
    check("“The lock is shut.” |“The gates are old,” he said. |(They leak a lot.) |'So we wait.' |Boats must turn.");
    check(
        "The lock is shut?! |Boats have to wait... |They wait at night.[12] |“Was it old?” he asked. |They said it was.",
    );
    check("Sie ist zu alt.“ |Er sagte: „Wir warten hier.“ |»Das ist schade.« |Man baut sie neu.");
    check("« Elle fuit trop ! » |Il ferme la porte.");
    check("The lock\nis shut. |Boats\nmust wait.");
    check("   The lock is shut. \u{a0} |Boats must wait.  \n ".trim());
}

#[test]
fn small_letters_go_on() {
    check("He denied all of the claims. adding: nothing");
    check("“Human rights for all.\" the office said in a note");
    check("The firm Yodle! said so and so");
}

#[test]
fn a_stop_that_lost_its_space_ends_a_sentence() {
    check("Your help makes a difference.|Boats must wait below.");
    check("Your help makes a difference.”|Boats must wait below.");
    check("He said \"it makes a difference.\"|Boats must wait below.");
    check("Your help makes a difference.|\"Boats must wait,” he said.");
    check("Your help makes a difference.|“Boats must wait,” he said.");
    check("Was it worth it?|Boats must wait below. |A new one.|A last one comes.");
    check(
        "The U.S.A and U.N.Charter, e.g.This, 3.5 or 3.A, a Ph.D. in law, Node.js and St.Ives and www.example.Com/Path",
    );
    check("Boats are listed on example.org.Ask there before noon.");
}

#[test]
fn abbreviations_do_not_end_a_sentence() {
    check("Mr. Reed met Dr. Wells and Prof. Stone at St. Ives. |Gen. Marsh and Lt. Col. Brook came too.");
    check("It was on Nov. 4 at No. 5 that Sen. Hill spoke, i.e. Monday, e.g. Ferries vs. Boats, approx. 40.");
    check(
        "The U.N. Security Council met. |It was seen by the U.S. Norland said so. |They left the U.S. |The boats stayed.",
    );
    check("J. K. Marsh and George W. Brook wrote it. |A. B. Reed did not.");
    check("They bought it from Reed Inc. Shares fell. |They sold it to Reed Inc. |In May they regretted it.");
    check("He came at 5 p.m. |The boats had gone. |We have locks, weirs, etc. |They are all old.");
    check("It was built in Nov. |It fell in Dec. Boats sank.");
    check("He said no. |Boats must wait. |It is in 2005. |Boats were fewer.");
}

#[test]
fn ordinals_do_not_end_a_sentence() {
    check("Am 3. Mai war die Schleuse zu. |Im 19. Jahrhundert war sie neu. |Es sind 23. |Boote müssen lange warten.");
    check("Sie wurde am 3. 5. 2022 geschlossen.");
    check("1. The lock is shut. |2. The boats must wait.");
}

#[test]
fn short_ones_join_their_neighbour() {
    check("Why? The lock is shut. |“Never.” No. Boats must wait. |They all wait. Sadly.");
    check("Shut. Wait.");
    check("So. It. Goes on.");
    check("* * *");
    check("Tuesday");
}

#[test]
fn other_scripts_need_no_capitals() {
    check("管理员关闭了水闸。|他说闸门在漏水！|“必须更换吗？”|一个月以后再开放。");
    check("水門は閉じた。|扉から水が漏れている。");
    check("पुराना दरवाज़ा बंद है। |नाव को रुकना होगा। |वह कब खुलेगा?");
    check("أغلق الحارس البوابة القديمة. |هل تسرب الماء منها؟ |قال إنها قديمة جدا.");
    check("Шлюз закрыт со вторника. |Лодки ждут у плотины. |А. С. Ручьёв так сказал.");
}

#[test]
fn quotes_never_run_away() {
    check("“He said that it leaks. |Boats must wait here. |They wait all night.\"");
    check("\"He said 'it leaks. |Boats must wait here. |They wait all night.");
    check("“He called it ‘a “big” leak.’” |Boats must wait here.");
}

#[test]
fn long_ones_are_cut_at_semicolons_bullets_and_lines() {
    let clause = "the keeper of the old lock saw the boats that were waiting below the weir all night long ".repeat(2);
    let clause = clause.trim();
    check(&format!("{clause}; |{clause}; |{clause}"));
    check(&format!("{clause} |• {clause} |• {clause}"));
    check(&format!("{clause}\n|- {clause}\n|- {clause}"));
    check(&format!("The {clause}\n|The {clause}\n|The {clause}"));
    check(&format!("The {clause}\nand {clause}\nand {clause}"));
    check("The lock; the weir; the boats.");
}

#[test]
fn a_huge_paragraph_is_parted_in_linear_time() {
    let parts = [
        "The lock is shut. ",
        "word ",
        "x",
        ". ",
        ".",
        "\"",
        "a.B",
        "A.",
        "*! ",
        "No. ",
        "“",
        "( ",
        "; ",
        "a.\"B",
        "。",
        "[1",
        " »",
    ];
    for part in parts {
        let text = part.repeat(300_000 / part.len());
        let found = sentences(&text, Span::new(0, text.len()));
        assert!(found.len() <= text.len());
    }
}

proptest! {
    #[test]
    fn every_visible_character_stands_in_one_sentence(text in any::<String>(), mixed in prop::collection::vec(
        prop::sample::select(vec![
            "The", "lock", "a", "U.S", "Mr", "5", ".", ". ", "! ", "?", "…", "“", "”", "\"", "'", "’", "«", " »", "(", ")", "\n",
            " ", "。", "中", "।", ";", "•", "\u{a0}", "[1]",
        ]), 0..60,
    )) {
        for text in [text, mixed.concat()] {
            let mut end = 0;
            for span in sentences(&text, Span::new(0, text.len())) {
                assert!(text[end..span.start()].trim().is_empty());
                assert!(!span.is_empty());
                assert_eq!(span.of(&text), span.of(&text).trim());
                end = span.end();
            }
            assert!(text[end..].trim().is_empty());
        }
    }
}
