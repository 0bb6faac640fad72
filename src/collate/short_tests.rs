//! Short sentences and quotations that differ in a word are the same but for what differs.

use super::Class;
use super::drawn::{check, of_texts};

/// What stands before, so that the texts are of ordinary length.
const LEFT: &str = "The brass band played on the quay until the rain came.\n\nTwo gulls sat on the crane all day and looked at the \
    sea.\n\nA boy sold chestnuts from a cart with three wheels.\n\nNobody bought the blue umbrellas.";
const RIGHT: &str = "Tea was served from nine in the old customs hall.\n\nThe ferry came late because of fog.\n\nMost of the \
    passengers slept on the benches.\n\nA choir from the valley sang four songs about snow.";

#[test]
fn one_sentence_with_another_verb() {
    check("[1~ The jury acquitted him.]", "[1~ The jury convicted him.]");
    check("[1~ The keeper said he would resign.]", "[1~ The keeper said he would not resign.]");
    check("[1~ Keeper Sends Letters to Harbour During Strike]", "[1~ Keeper Writes Letters to Harbour During Strike]");
    check("[1~ Der Hund bellt laut.]", "[1~ Der Hund bellt leise.]");
}

#[test]
fn a_short_sentence_among_others() {
    check(&format!("{LEFT}\n\n[1~ The jury acquitted him.]"), &format!("[1~ The jury convicted him.]\n\n{RIGHT}"));
}

#[test]
fn a_short_sentence_between_verbatim_ones() {
    let met = "The council met on Monday in the town hall.";
    for (left, right) in [
        (
            "Repairs will cost 2.4 million euros, the mayor said.",
            "Repairs will cost 3.1 million euros, the mayor said.",
        ),
        ("Prices fell 0.3 percent in June.", "Prices fell 0.8 percent in June."),
        ("The trial lasted six weeks.", "The trial lasted nine weeks."),
        ("Les travaux coûteront 2,4 millions d’euros.", "Les travaux coûteront 3,1 millions d’euros."),
    ] {
        check(
            &format!("{LEFT}\n\n[1 {met}] [2~ {left}] [3 Nobody had expected the news.]"),
            &format!("[1 {met}] [2~ {right}] [3 Nobody had expected the news.]\n\n{RIGHT}"),
        );
    }
}

#[test]
fn items_of_a_list_with_other_figures() {
    check(
        "[1 The club sold 1,204 tickets in May.] [2~ The club sold 1,377 tickets in June.] [3~ The club sold 988 tickets in July.]",
        "[1 The club sold 1,204 tickets in May.] [2~ The club sold 1,411 tickets in June.] [3~ The club sold 907 tickets in July.]",
    );
}

#[test]
fn a_short_quotation_in_another_frame() {
    check(
        &format!("{LEFT}\n\n[1~ “I rowed too far] and I was wrong,” he said on the phone."),
        &format!("In a note to his crew the old captain of the tug wrote: [1~ “I rowed way too far.”]\n\n{RIGHT}"),
    );
}

#[test]
fn a_row_of_a_table_with_another_figure() {
    check(
        "[1 Ward Yes No Turnout]\n\n[2~ Northgate 1,204 877 61.2 %]\n\n[3 Harbour 933 1,020 58.7 %]\n\n[4 Old Town 411 395 49.9 %]",
        "[1 Ward Yes No Turnout]\n\n[2~ Northgate 1,240 877 61.2 %]\n\n[3 Harbour 933 1,020 58.7 %]\n\n[4 Old Town 411 395 49.9 %]",
    );
    check("[1~ Ferries 12]\n\n[2~ Pilot boats 1,204]", "[1~ Ferries 13]\n\n[2~ Pilot boats 1,240]");
    check("Ferries 12 4 9\n\nPilot boats 7 1 3", "Ferries 80 6 2\n\nPilot boats 5 8 2");
    check("Gate 12\n\nThe keeper slept.\n\nShed 7", "Gate 13\n\nNobody came by sea.\n\nMill 5");
}

#[test]
fn function_words_alone_are_nothing() {
    check("He was not there for them.", "She was not there for us.");
    check("“It is what it is,” said Ada Holm of the mill.", "The diver Bo Lind shrugged: “It is what he is.”");
}

#[test]
fn numbers_in_words_and_in_figures_are_one() {
    for (left, right) in [
        ("The lower town has a one-in-three chance of floods.", "In the lower town the odds of a flood are 1 in 3."),
        ("The harbour lost $43 million last winter.", "Last winter cost the harbour 43,000,000 dollars."),
        ("Eleven boats sank in the storm.", "In the gale the harbour lost 11 boats."),
    ] {
        let (_, collation) = of_texts(left, right);
        let classes: Vec<Class> = collation.matches.iter().map(|found| found.class).collect();
        assert!(!classes.is_empty(), "{left}");
        assert!(!classes.contains(&Class::Verbatim), "{left}");
    }
}
