//! With `--ascii`, ibid draws and prints nothing else; with wide ambiguous characters, everything keeps its column.

use super::stage::Stage;
use super::terminal::Terminal;

const THIRD: &str = "\
The old ferry between Lunn and Orrin will sail again from Tuesday, its owners said after a long winter of repairs.

Fishermen have never complained about the road, which takes them almost three hours every single morning.

\"We were promised a bridge,\" said Hanna Pell, who keeps bees on Orrin.
";

fn stage() -> Stage {
    let stage = Stage::set().file("third.txt", THIRD).with_rules(super::stage::APPEAL);
    stage.run(&["notes", "add", "left.txt", "1", "ask the port"]);
    stage
}

/// What is not ASCII, with what stands before it.
fn beyond(text: &str) -> Vec<String> {
    let before = |at: usize| text.get(..at).unwrap_or_default().chars().rev().take(30).collect::<Vec<_>>();
    let strange = text.char_indices().filter(|(_, c)| !c.is_ascii());
    strange.map(|(at, c)| format!("{}{c}", before(at).into_iter().rev().collect::<String>())).collect()
}

#[test]
fn every_printed_form_is_ascii() {
    let stage = stage();
    let both = ["left.txt", "right.txt", "third.txt"];
    let mut asked: Vec<Vec<&str>> = Vec::new();
    for form in ["text", "markdown", "json", "csv", "jsonl"] {
        asked.push([&["report", "--format", form][..], &both].concat());
        asked.push([&["report", "--synopsis", "--format", form][..], &both].concat());
        asked.push([&["report", "--apparatus", "--format", form][..], &both].concat());
        asked.push([&["report", "--origins", "--format", form][..], &both].concat());
        asked.push(vec!["diff", "--format", form, "left.txt", "third.txt"]);
    }
    for sheet in ["--matrix", "--figures", "--quotes"] {
        asked.push([&["report", sheet][..], &both].concat());
    }
    asked.push([&["report", "--story", "--format", "markdown"][..], &both].concat());
    asked.extend([
        vec!["diff", "left.txt", "third.txt"],
        vec!["diff", "--stat", "left.txt", "third.txt"],
        vec!["clean", "--mark", "left.txt"],
        vec!["text", "left.txt"],
        vec!["rules", "list"],
        vec!["rules", "suggest", "left.txt", "right.txt"],
        vec!["notes", "list"],
        vec!["kinds"],
        vec!["gone.txt", "gone too.txt"],
        vec!["--linear", "left.txt", "right.txt"],
        vec!["left.txt", "right.txt"],
    ]);
    let commands =
        ["report", "text", "diff", "merge", "clean", "rules", "notes", "clusters", "pairs", "decisions", "kinds"];
    asked.push(vec!["--help"]);
    asked.extend(commands.iter().map(|command| vec![*command, "--help"]));
    for arguments in &asked {
        let ran = stage.run(&[&["--ascii"][..], arguments].concat());
        assert_eq!(beyond(&ran.out), [""; 0], "{arguments:?}");
        assert_eq!(beyond(&ran.err), [""; 0], "{arguments:?}");
    }
    // It can fail: without the option there are marks beyond ASCII.
    assert!(!stage.run(&["report", "left.txt", "right.txt"]).out.is_ascii());
    // The texts keep theirs.
    let stage =
        stage.file("accent.txt", "The café at the quay stays open “until the last ferry” has left for Orrin today.\n");
    let ran = stage.run(&["--ascii", "report", "accent.txt", "left.txt"]);
    assert!(ran.out.contains("The café at the quay stays open “until"), "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn every_screen_is_ascii() {
    let mut terminal = Terminal::start(&stage(), &["--ascii", "left.txt", "right.txt", "third.txt"]);
    terminal.wait_for_text("matches");
    terminal.press("n");
    terminal.wait_for_text("match 1/");
    // Keys, and what stands on the screen until Esc.
    let over = [
        ("?", "Help |"),
        ("L", "Matches |"),
        ("R", "Rules |"),
        ("X", "Hide for good"),
        ("B", "oilerplate"),
        ("v", "sentence marked"),
        ("S", "Synopsis |"),
        ("m", "Matrix |"),
        ("/ferry\r", " here"),
        (":", "Tab complete"),
    ];
    for (keys, shown) in over {
        terminal.press(keys);
        terminal.wait_for_text(shown);
        terminal.press("\x1b");
        terminal.wait_for(&format!("end of {shown}"), |screen| !screen.contents().contains(shown));
    }
    for (keys, shown) in [("r", "reviewed"), ("D", "changes |"), ("n", "change 2/3"), ("?", "Help |")] {
        terminal.press(keys);
        terminal.wait_for_text(shown);
    }
    let screens = String::from_utf8_lossy(&terminal.sent).into_owned();
    assert_eq!(beyond(&screens), [""; 0], "{}", terminal.shown());
    for mark in ["+-", "| ", "~", ">", "="] {
        assert!(screens.contains(mark), "{mark} is drawn nowhere");
    }
}

#[cfg(unix)]
#[test]
fn wide_ambiguous_characters_keep_every_column() {
    let text = |day: &str| -> String {
        let paragraph =
            |at: usize| format!("{at} Паром между Лунном и Оррином снова пойдёт {day}, сообщили владельцы.\n\n");
        (0..30).map(paragraph).collect()
    };
    let stage = Stage::bare().file("left.txt", text("в понедельник")).file("right.txt", text("во вторник"));
    let settings = stage.rules().with_file_name("config.toml");
    std::fs::create_dir_all(settings.parent().unwrap()).unwrap();
    std::fs::write(settings, "ambiguous-width = \"wide\"\n").unwrap();
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.wait_for_text("words match");
    // What is drawn over other text takes another way than what is drawn on an empty screen.
    terminal.press("G");
    terminal.wait_for_text("29 ");
    terminal.press("q");
    terminal.wait_for_end();
    // A terminal that sets these letters in two cells: as it would any that are surely wide.
    let wide: String = String::from_utf8_lossy(&terminal.sent)
        .chars()
        .map(|c| if ('\u{400}'..='\u{45f}').contains(&c) { '渡' } else { c })
        .collect();
    let mut parser = vt100::Parser::new(std::num::NonZero::new(30).unwrap(), std::num::NonZero::new(100).unwrap(), 0);
    parser.process(wide.split("\x1b[?1049l").next().unwrap().as_bytes());
    let rows: Vec<String> = parser.screen().rows(0, 100).collect();
    let cells = |row: &str| row.chars().map(|c| if c == '渡' { 2 } else { 1 }).sum::<usize>();
    // Both panes have text in this row, and the right one begins where it does in all.
    let starts: Vec<usize> = rows.iter().filter_map(|row| row.rfind("  渡").map(|at| cells(&row[..at]))).collect();
    assert!(starts.len() > 2 && starts.iter().all(|start| *start == starts[0]), "{starts:?} {rows:#?}");
    assert!(rows.iter().all(|row| cells(row) <= 100), "{rows:#?}");
    assert!(rows.iter().any(|row| row.matches('|').count() > 0), "marks are drawn in ASCII: {rows:#?}");
}
