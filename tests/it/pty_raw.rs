//! No byte that commands a terminal reaches one from a name, a text, a rule, a note or metadata, whatever is asked for.

use std::fs;
use std::os::unix::fs::symlink;

use super::stage::Stage;
use super::terminal::Terminal;

/// Commands in every alphabet: ESC, OSC 52, BEL, DEL, C1's CSI and OSC, marks that turn the direction, a carriage return alone.
const EVIL: &str = "\x1b[6;66m\x1b]52;c;RVZJTA==\x07\x7f\u{9b}66m\u{9d}66\u{9c}\u{202e}\u{2066}\x08";

/// What a form that is printed on a terminal must not have: anything but text, line ends, tabs and colours.
fn commands(sent: &[u8]) -> Vec<String> {
    // The line that says how far work has come goes back to its start and is taken away.
    let text = String::from_utf8_lossy(sent).replace("\r\x1b[2K", "");
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        let is_turning = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if c == '\x1b' {
            let look = text[at + 1..].strip_prefix('[').and_then(|rest| rest.split_once('m'));
            let look = look.filter(|(digits, _)| digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'));
            if look.is_none_or(|(digits, _)| digits.contains("66")) {
                found.push(format!("{:?}", text[at..].chars().take(12).collect::<String>()));
            }
        } else if is_turning || (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            found.push(format!("{c:?} in {:?}", text[..at].chars().rev().take(20).collect::<String>()));
        } else if c == '\r' && !text[at + 1..].starts_with(['\n', '\r']) {
            found.push(format!("a lone return before {:?}", text[at + 1..].chars().take(12).collect::<String>()));
        }
    }
    found
}

/// What no screen may have: what the evil would command.
fn smuggled(sent: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(sent);
    let is_evil =
        |c: char| matches!(c, '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\x08');
    let around =
        |at: usize| text[..at].chars().rev().take(20).collect::<Vec<_>>().into_iter().rev().collect::<String>();
    let mut found: Vec<String> = text
        .char_indices()
        .filter(|(_, c)| is_evil(*c))
        .map(|(at, c)| format!("{c:?} after {:?}", around(at)))
        .collect();
    for order in ["\x1b[6;66m", "\x1b]52;c;RVZJTA"] {
        found.extend(text.contains(order).then(|| format!("{order:?}")));
    }
    found
}

/// A folder in which everything is hostile; gives the names of its two articles.
fn hostile() -> (Stage, [String; 2]) {
    let names = [format!("one{EVIL}.txt"), format!("two{EVIL}.txt")].map(|name| name.replace('/', "_"));
    let text = |word: &str| {
        format!(
            "By Nan {EVIL} Ower\n\nThe ferry from {word} {EVIL} runs every hour until the last lamps on the quay are lit again.\r\n\r\n\
             Read more {EVIL} here and subscribe to our newsletter today.\r\n\r\n{EVIL}\r\n"
        )
    };
    let rules = format!(
        "[[rule]]\nid = \"r1\"\nname = {0}\nmatch = {{ kind = \"contains\", unit = \"words\", text = {1} }}\nscope = \"everywhere\"\nnote = {0}\n",
        quoted(&format!("N{EVIL}")),
        quoted(&format!("newsletter {EVIL} today")),
    );
    let meta = format!("sources = {{ {} = \"*\" }}\nnonsense{} = 3\n", quoted(&format!("S{EVIL}")), "_key");
    let stage = Stage::bare().file(&names[0], text("Lund")).file(&names[1], text("Orrin")).with_rules(&rules);
    let stage = stage.file("broken.toml", format!("[[rule]]\nid = 'a{EVIL}'\n"));
    fs::write(stage.rules().with_file_name("config.toml"), meta).unwrap();
    (stage, names)
}

/// Writes a text as TOML has it.
fn quoted(text: &str) -> String {
    let escaped = |c: char| if c.is_control() { format!("\\u{:04x}", c as u32) } else { c.to_string() };
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}

#[test]
fn nothing_that_is_printed_on_a_terminal_commands_it() {
    let (stage, [one, two]) = hostile();
    symlink("/nowhere", stage.path(&format!("gone{EVIL}"))).unwrap();
    let lines =
        format!("{{\"text\": {}, \"id{}\": \"{}\"}}\nno json {EVIL}\n", serde_json::json!(EVIL), "\u{202e}", "\u{9b}");
    fs::write(stage.path("lines.jsonl"), lines).unwrap();
    let far = format!("far{EVIL}/x.toml");
    let missing = format!("gone{EVIL}");
    let pair = [one.as_str(), two.as_str()];
    let mut asked: Vec<Vec<&str>> = Vec::new();
    for format in ["text", "json", "csv", "markdown", "html"] {
        asked.push([&["report", "--format", format][..], &pair].concat());
        asked.push([&["diff", "--format", format][..], &pair].concat());
    }
    for form in ["text", "json", "csv"] {
        asked.push([&["report", "--matrix", "--format", form][..], &pair].concat());
        asked.push([&["report", "--apparatus", "--format", form][..], &pair].concat());
    }
    asked.extend([
        [&["diff", "--stat"][..], &pair].concat(),
        [&["diff", "--brief"][..], &pair].concat(),
        [&["diff", "--format", "unified"][..], &pair].concat(),
        [&["clean"][..], &pair].concat(),
        vec!["clean", &one],
        [&["clean", "--json"][..], &pair].concat(),
        [&["clean", "--mark"][..], &pair].concat(),
        [&["clean", "--in-place=.bak"][..], &[missing.as_str()]].concat(),
        vec!["clean", "--jsonl", "--field", "text", "lines.jsonl"],
        vec!["rules", "list"],
        vec!["rules", "list", "--json"],
        vec!["rules", "check", "broken.toml"],
        vec!["rules", "path"],
        vec!["rules", "path", "--rules", &far],
        vec!["rules", "suggest", &one, &two],
        vec!["rules", "suggest", "--json", &one, &two],
        vec!["rules", "remove", EVIL],
        vec!["rules", "add", EVIL, "--rules", &far],
        vec!["rules", "add", "words to hide"],
        vec!["config", "--config", &far],
        vec!["config"],
        vec!["report", &missing, &one],
        vec!["report", "--config", &far, &one],
        vec!["report", "--source", &far, &one],
        vec!["report", "--rules", "broken.toml", &one],
        vec!["report", &far],
        vec!["diff", &missing, &one],
        vec!["diff", &one],
        vec![EVIL],
        vec!["--color", EVIL],
        vec!["--help"],
        vec!["--version"],
        vec!["completions", EVIL],
        vec!["no-such-command", EVIL],
    ]);
    let mut wrong = Vec::new();
    for arguments in &asked {
        let shell = ["-c", "PAGER=cat exec \"$IBID\" \"$@\"", "sh"];
        let mut terminal = Terminal::run(&stage, "/bin/sh", &[&shell[..], arguments].concat());
        let shown = arguments.first().is_some_and(|first| *first == "diff") && arguments.len() == 3;
        if shown {
            terminal.press("q");
        }
        terminal.wait_for_end();
        let found = if shown { smuggled(&terminal.sent) } else { commands(&terminal.sent) };
        if !found.is_empty() {
            wrong.push((arguments.join(" "), found));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_on_the_screen_commands_the_terminal() {
    let (stage, [one, two]) = hostile();
    for (arguments, keys) in [
        (
            vec![one.as_str(), &two],
            vec!["n", "L", "\x1b", "R", "\x1b", "B", "\x1b", "i", "a \r", "H", "X", "\x1b", "M", "\x1b", "D", "n", "v"],
        ),
        (vec!["diff", &one, &two], vec!["n", "v", "z", "?", "\x1b"]),
        (vec![one.as_str(), "--config", "broken.toml", "--rules", "broken.toml", "none\x1b[6;66m"], vec!["R"]),
    ] {
        let mut terminal = Terminal::start(&stage, &arguments);
        terminal.wait_for("a text", |screen| screen.contents().contains("ferry"));
        for key in keys {
            terminal.press(key);
            terminal.wait_for("something", |screen| !screen.contents().trim().is_empty());
        }
        terminal.signal("TERM");
        terminal.wait_for_end();
        assert_eq!(smuggled(&terminal.sent), Vec::<String>::new(), "{arguments:?}");
    }
}

#[test]
fn json_and_toml_have_such_characters_escaped_in_files_too() {
    let (stage, [one, two]) = hostile();
    for arguments in [
        vec!["report", "--format", "json", &one, &two],
        vec!["report", "--matrix", "--format", "json", &one, &two],
        vec!["report", "--apparatus", "--format", "json", &one, &two],
        vec!["diff", "--format", "json", &one, &two],
        vec!["clean", "--json", &one, &two],
        vec!["rules", "list", "--json"],
        vec!["rules", "suggest", "--json", &one, &two],
        vec!["rules", "suggest", &one, &two],
    ] {
        let ran = stage.run(&arguments);
        assert!(!ran.out.is_empty(), "{arguments:?}: {ran:?}");
        assert_eq!(commands(ran.out.as_bytes()), Vec::<String>::new(), "{arguments:?}");
    }
    let far = stage.path("far.toml");
    stage.run(&["rules", "add", "--rules", far.to_str().unwrap(), &format!("some words {EVIL}")]);
    assert_eq!(commands(&fs::read(far).unwrap()), Vec::<String>::new());
}

#[test]
fn a_file_gets_an_article_as_it_is() {
    let (stage, [one, _]) = hostile();
    let ran = stage.run(&["clean", "--no-rules", &one]);
    assert_eq!(ran.out.as_bytes(), fs::read(stage.path(&one)).unwrap());
}

#[test]
fn a_spreadsheet_takes_no_text_for_a_formula() {
    let text = "＝HYPERLINK the ferry runs every hour until the last lamps are lit.\n\n＋The mayor wins the prize for the worst landing of all.";
    let stage = Stage::bare().file("＠one.txt", text).file("two.txt", text);
    let ran = stage.run(&["report", "--format", "csv", "＠one.txt", "two.txt"]);
    assert!(
        ran.out.contains("'＠one") && ran.out.contains("'＝HYPERLINK") && ran.out.contains("'＋The"),
        "{}",
        ran.out
    );
}

#[test]
fn links_are_made_only_on_terminals_that_have_them_and_never_by_an_article() {
    let text = "Read \x1b]8;;http://evil.example/\x1b\\this\x1b]8;;\x1b\\ at https://lamp.example/a today.\n";
    let shown = |term: &str, line: &str| {
        let stage = Stage::bare().file("a.txt", text).with_rules("[[rule]]\nid = 7\n");
        let mut terminal = Terminal::run(&stage, "/bin/sh", &["-c", &format!("TERM={term} \"$IBID\" {line}")]);
        terminal.wait_for_end();
        String::from_utf8_lossy(&terminal.sent).into_owned()
    };
    let sent = shown("xterm-kitty", "--no-rules text a.txt");
    assert!(sent.contains("\x1b]8;;https://lamp.example/a\x1b\\https://lamp.example/a"), "{sent:?}");
    assert!(!sent.contains("]8;;http://evil.example/\x1b\\this"), "{sent:?}");
    let sent = shown("xterm-kitty", "rules check");
    assert!(sent.contains("\x1b]8;;file:///") && sent.contains("rules.toml:2:6"), "{sent:?}");
    let sent = shown("xterm-256color", "--no-rules text a.txt");
    assert!(!sent.contains("\x1b]"), "{sent:?}");
}
