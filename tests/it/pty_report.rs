//! The screen and the printed report say the same.

use super::stage::{APPEAL, Stage};
use super::terminal::Terminal;

#[test]
fn the_report_says_what_the_screen_says() {
    let stage = Stage::set().with_rules(APPEAL);
    let report = stage.run(&["report", "left.txt", "right.txt"]).out;
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.resize(200, 30);
    for line in report.lines().skip(2).take(2) {
        let (percent, rest) = line.split_once(" % of ").unwrap();
        let words = rest.split(' ').nth(1).unwrap();
        let verbatim = rest.split_once(": ").unwrap().1.split_once(',').unwrap().0;
        let said = format!("{percent} % of {words} words match ");
        terminal.wait_for("the figures of the report", |screen| {
            let top = screen.contents();
            // Where there is little room the screen leaves out the signs.
            top.contains(&said) && [verbatim, &verbatim.replace(" %", "")].iter().any(|it| top.contains(*it))
        });
    }
    let matches = report.lines().find_map(|line| line.strip_suffix(" matching pairs of paragraphs")).unwrap();
    terminal.press("n");
    terminal.wait_for_text(&format!("/{matches} "));
}
