//! Printed reports: each pair has its heading, passages have their marks, figures add up, and a page explains the marks that are on it.

use super::stage::Stage;

/// Sentences that two articles share, with words of their own around them.
fn two() -> Stage {
    Stage::bare()
        .file(
            "a.txt",
            "The ferry between Lunn and Orrin sails again from Monday, the owners said.\n\n\
             The mayor called it “the best news of a very long winter”, to some applause.\n\n\
             Tickets cost as much as they did last year.\n",
        )
        .file(
            "b.txt",
            "The ferry between Lunn and Orrin sails again from Tuesday, the owners said.\n\n\
             “Nobody in the harbour office believes it”\n",
        )
}

#[test]
fn every_pair_has_a_heading_set_off_from_the_one_before() {
    let stage = two().file("c.txt", "The ferry between Lunn and Orrin sails again from Friday, the owners said.\n");
    let said = stage.run(&["report", "a.txt", "b.txt", "c.txt"]).out;
    assert!(said.starts_with("a and b\n\n"), "{said}");
    assert!(said.contains("\n\n\na and c\n\n") && said.contains("\n\n\nb and c\n\n"), "{said}");
}

#[test]
fn the_heading_of_paragraphs_says_that_a_part_of_them_moved() {
    let stays = "The owners of the ferry announced on Sunday that it would sail again after a long winter of repairs. \
                 Fishermen had complained for months that the crossing by road takes them three hours every morning.";
    let moves = "The warden of the lighthouse counted nine hundred seals on the northern banks this week.";
    let stage = Stage::bare().file("a.txt", format!("{stays} {moves}\n")).file("b.txt", format!("{moves} {stays}\n"));
    let said = stage.run(&["report", "a.txt", "b.txt"]).out;
    assert!(said.contains("\n¶1 → ¶1  verbatim, partly moved\n"), "{said}");
}

#[test]
fn an_unmatched_passage_keeps_its_quotation_marks() {
    let said = two().run(&["report", "a.txt", "b.txt", "--format", "markdown"]).out;
    assert!(said.contains("- ¶2: “Nobody in the harbour office believes it”\n"), "{said}");
    assert!(
        said.contains("- ¶2: The mayor called it “the best news of a very long winter”, to some applause.\n"),
        "{said}"
    );
}

#[test]
fn the_figures_of_a_synopsis_add_up_and_its_heads_stand_over_their_marks() {
    let mut stage = two();
    for (name, more) in [("c.txt", "Bread is dear this year in all of the towns."), ("d.txt", "Snow fell on the pass.")]
    {
        stage = stage.file(
            name,
            format!("The ferry between Lunn and Orrin sails again from Monday, the owners said.\n\n{more}\n"),
        );
    }
    let said = stage.run(&["report", "a.txt", "b.txt", "c.txt", "d.txt", "--synopsis"]).out;
    let mut figures = said.lines().next().unwrap().split(" · ").skip(1);
    let statements: usize = figures.next().unwrap().split(' ').next().unwrap().parse().unwrap();
    let counts = figures.filter(|figure| !figure.contains("differ"));
    let sum: usize = counts.map(|figure| figure.rsplit(' ').next().unwrap().parse::<usize>().unwrap()).sum();
    assert_eq!(sum, statements, "{said}");
    let lines: Vec<&str> = said.lines().collect();
    let heads = lines.iter().position(|line| line.trim_start().starts_with("1  2  3")).unwrap();
    let at = |line: &str, of: fn(char) -> bool| line.chars().position(of);
    assert_eq!(
        at(lines[heads], |c| c == '1'),
        at(lines[heads + 1], |c| !c.is_whitespace() && c != 'D' && c != '#'),
        "{said}"
    );
}

#[test]
fn a_speaker_who_is_only_a_pronoun_is_not_named() {
    let stage = Stage::bare()
        .file("a.txt", "The mayor was glad. “The ferry sails again from Monday,” she said.\n")
        .file("b.txt", "There was applause. “The ferry sails again from Monday,” Orla Tamm said.\n");
    let said = stage.run(&["report", "a.txt", "b.txt", "--quotes"]).out;
    assert!(said.contains("a ¶1  speaker not named") && said.contains("b ¶1  Orla Tamm"), "{said}");
}

#[test]
fn the_articles_under_a_matrix_are_all_of_them() {
    let stage = two().file("t.md", "---\ntitle: The ferry\n---\n\nThe ferry between Lunn and Orrin sails again.\n");
    let said = stage.run(&["report", "a.txt", "t.md", "--matrix"]).out;
    assert!(said.contains("\n\n 1 a\n 2 The ferry\n"), "{said}");
}

#[test]
fn a_story_without_a_form_is_markdown() {
    let stage = two();
    let said = stage.run(&["report", "a.txt", "b.txt", "--story"]);
    assert_eq!(said.status, Some(0), "{said:?}");
    assert_eq!(said.out, stage.run(&["report", "a.txt", "b.txt", "--story", "--format", "markdown"]).out);
}

#[test]
fn the_page_of_a_diff_explains_the_marks_on_it_and_says_what_is_left_out() {
    let lines = |last: &str| format!("One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\n{last}\n");
    let stage = Stage::bare().file("old.txt", lines("The old end.")).file("new.txt", lines("The new end."));
    let page = stage.run(&["diff", "old.txt", "new.txt", "--format", "html"]).out;
    let legend = page.split_once("<ul class=\"legend\"").unwrap().1.split_once("</ul>").unwrap().0;
    assert!(legend.contains("> removed<") && legend.contains("> added<"), "{legend}");
    assert!(!legend.contains("that moved") && !legend.contains("thin"), "{legend}");
    assert!(page.contains("<p class=\"skipped\">4 paragraphs without changes</p>"), "{page}");
}

#[test]
fn another_number_of_an_item_is_not_called_punctuation() {
    let stage = Stage::bare()
        .file("old.md", "- a\n\n1. Fill it to the mark.\n2. Label it at once.\n")
        .file("new.md", "- a\n\n1. Fill it to the mark.\n2. Close it.\n3. Label it at once.\n");
    let said = stage.run(&["diff", "old.md", "new.md"]).out;
    assert!(said.contains("edited, number of the item only"), "{said}");
}

#[test]
fn a_repeat_that_is_cut_begins_with_a_word() {
    let stage = Stage::bare()
        .file("a.txt", "Its minister said that he opposes double standards, its foreign ministry said.\n")
        .file("b.txt", "Its minister said that he opposes double standards, its foreign ministry said.\n");
    let page = stage.run(&["report", "a.txt", "b.txt", "--format", "html"]).out;
    assert!(!page.contains("\">, "), "{page}");
    for mark in [".m.verbatim", ".m.echo", ".hid"] {
        assert!(page.contains(&format!("<li data-for=\"{mark}\">")), "{mark}");
    }
    assert!(page.contains("line.hidden = !document.querySelector"), "the page takes away what it has not");
}
