use proptest::prelude::{prop, proptest};

use super::paragraphs::paragraphs;

/// Asserts that `drawn` without its bars has the paragraphs that the bars part.
#[track_caller]
fn check(drawn: &str) {
    let text = drawn.replace('|', "");
    let found: Vec<&str> = paragraphs(&text).into_iter().map(|span| span.of(&text)).collect();
    let expected: Vec<&str> = drawn.split('|').map(str::trim).filter(|part| !part.is_empty()).collect();
    assert_eq!(found, expected);
}

#[test]
fn each_line_of_a_text_without_blank_lines_is_a_paragraph() {
    check(
        "The lock is shut|\nA keeper says the gates leak and that nobody has come to mend them since the spring floods\n|It was closed on Tuesday. Boats must wait below the weir until the parts come, which may take a month or longer.|\nadding:\n",
    );
}

#[test]
fn blank_lines_part_and_short_lines_stand_alone() {
    check(
        "The lock is shut\n\n|4 June, 10:15\n\n|A keeper at the gate\n|The keeper of the old lock looks down at the gate that has been leaking since the floods. Picture: A. Reed\n \u{a0}\n|Boats must wait below the weir until the parts come, the keeper said on Tuesday, and that may well take a month.\n",
    );
}

#[test]
fn odd_line_ends_part_as_common_ones_do() {
    for end in [
        "\n",
        "\r\n",
        "\r",
        "\r\r\n",
        "\n\n",
        "\r\n\r\n",
        "\x0c",
        "\u{2028}",
        "\u{2029}",
        "\u{85}",
        "\n \u{a0}\t\n",
        "\n\u{200b}\n",
    ] {
        let text = format!("One line here.{end}Another follows it.{end}");
        let found: Vec<&str> = paragraphs(&text).into_iter().map(|span| span.of(&text)).collect();
        assert_eq!(found, ["One line here.", "Another follows it."], "{end:?}");
    }
    assert!(paragraphs("").is_empty());
    assert!(paragraphs(" \n\u{a0}\r\n\u{feff}\n").is_empty());
}

const WRAPPED: &str = "\
The keeper of the old lock closed its gates on Tuesday morning, after
a boat had scraped the sill and water had begun to run through a crack
that was first seen in spring.

He said that nobody had come to look at it since, and that the parts
would take a month to make. Boats bound for the upper basin have to
wait below the weir.
";

#[test]
fn wrapped_lines_are_joined() {
    let found: Vec<usize> = paragraphs(WRAPPED).into_iter().map(|span| span.of(WRAPPED).lines().count()).collect();
    assert_eq!(found, [3, 3]);
    let crlf = WRAPPED.replace('\n', "\r\n");
    assert_eq!(paragraphs(&crlf).len(), 2);
}

#[test]
fn headings_and_lists_in_a_wrapped_text_stand_alone() {
    let drawn = format!(
        "The lock\n|{}|\nThings to mend before the winter comes, as the keeper wrote them on a\nboard by the gate:\n|- the sill, which a boat has scraped and which lets the water through\n  where it is cracked\n|- the paddle\n|- the rail\n",
        WRAPPED.replace("\n\n", "\n\n|")
    );
    check(&drawn);
}

#[test]
fn without_blank_lines_an_indent_or_a_short_last_line_ends_a_wrapped_paragraph() {
    check(&WRAPPED.replace("\n\n", "\n|"));
    let full_lines = "\
   The keeper of the old lock closed its gates on Tuesday morning after
a boat had scraped the sill, and then he went home to write his report.
|   He said that nobody had come to look at it since, and that the parts
would take a month to make. Boats bound for the upper basin have got to
wait below the weir until then, he said.
";
    check(full_lines);
}

#[test]
fn a_wrapped_block_is_joined_in_a_text_that_is_not() {
    let long = "Boats have to wait below the weir until the parts for the gates have come, the keeper of the lock said on Tuesday, which may be a month. ".repeat(3);
    let quoted = "\
The keeper of the old lock closed its gates on Tuesday morning, after
a boat had scraped the sill and water had begun to run through a crack
that was first seen in spring, when the floods had filled the basin to
its brim and the weir could not be seen.
";
    check(&format!("{long}\n\n|{quoted}\n|{long}\n|{long}\n\n|{long}"));
}

#[test]
fn lists_of_headlines_and_verses_are_not_joined() {
    check(
        "Council votes to mend the old lock before the winter floods come\n|Ferry to the island stops for a week as crew takes its leave\n|Bakers' strike ends\n|Rain expected over the whole of the coast until Sunday evening\n|Museum shows the first steam tug that was built in the town\n",
    );
    check("the water runs\n|below the wall\n|and no one comes\n|to hear it fall\n");
}

#[test]
fn a_script_without_case_is_wrapped_too() {
    let line = "वह पुराना दरवाज़ा मंगलवार को बंद हुआ और उसके बाद कोई नहीं आया था फिर भी";
    check(&format!("{line}\n{line}\n{line}\nवह गया।\n\n|{line}\n{line}\nवह आया।\n"));
}

proptest! {
    #[test]
    fn paragraphs_hold_all_that_is_visible_in_order(text in prop::collection::vec(
        prop::sample::select(vec!["word ", "Word. ", "a", "\n", "\r\n", "\r", "\n\n", "  ", "- ", "\u{c}", "\u{2029}", "é", "\u{a0}", "long words follow here and go on and on "]), 0..80,
    )) {
        let text = text.concat();
        let mut at = 0;
        for span in paragraphs(&text) {
            assert!(text[at..span.start()].trim().is_empty());
            assert_eq!(span.of(&text), span.of(&text).trim());
            assert!(!span.is_empty());
            at = span.end();
        }
        assert!(text[at..].trim().is_empty());
    }
}
