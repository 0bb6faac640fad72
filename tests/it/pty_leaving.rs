//! Leaving the terminal, for good or for a while: it must be as it was found.

use super::stage::Stage;
use super::terminal::Terminal;

fn started() -> Terminal {
    let mut terminal = Terminal::start(&Stage::set(), &["left.txt", "right.txt"]);
    terminal.wait_for_text("Harbour council");
    terminal
}

fn assert_left(terminal: &Terminal) {
    assert_left_to(terminal);
    assert!(!terminal.shown().contains("Harbour council"), "{}", terminal.shown());
}

fn assert_left_to(terminal: &Terminal) {
    let screen = terminal.screen();
    assert!(!screen.alternate_screen(), "still on the alternate screen");
    assert!(!screen.hide_cursor(), "the cursor is still hidden");
}

#[test]
fn keys_leave_with_0() {
    for key in ["q", "\x03"] {
        let mut terminal = started();
        terminal.press(key);
        assert_eq!(terminal.wait_for_end(), 0, "{key:?}");
        assert_left(&terminal);
    }
}

#[test]
fn signals_leave_with_their_number() {
    let asked = [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)];
    let others = [("ABRT", 134), ("USR1", 138), ("USR2", 140), ("ALRM", 142), ("VTALRM", 154), ("PROF", 155)];
    let limits = [("XCPU", 152), ("XFSZ", 153), ("IO", 157), ("SYS", 159), ("TRAP", 133)];
    for (signal, status) in
        asked.into_iter().chain(if cfg!(target_os = "linux") { [&others[..], &limits].concat() } else { Vec::new() })
    {
        let mut terminal = started();
        terminal.signal(signal);
        assert_eq!(terminal.wait_for_end(), status, "{signal}");
        assert_left(&terminal);
    }
}

#[test]
fn a_closed_window_ends_it() {
    let status = started().close();
    // The signal or the failing terminal, whichever is noticed first.
    assert!([2, 129].contains(&status), "{status}");
}

#[test]
fn it_goes_to_the_shell_and_comes_back() {
    let mut terminal = Terminal::run(&Stage::set(), "/bin/sh", &["-i"]);
    terminal.press("\"$IBID\" left.txt right.txt; echo left with $?\n");
    terminal.wait_for_text("Harbour council");
    terminal.press("\x1a");
    terminal.wait_for("the shell", |screen| !screen.alternate_screen() && !screen.hide_cursor());
    terminal.wait_for("word of the shell", |screen| screen.contents().to_lowercase().contains("stopped"));
    terminal.press("echo by$((1+1))the way\n");
    terminal.wait_for_text("by2the way");
    terminal.resize(120, 35);
    terminal.press("fg; echo left with $?\n");
    terminal
        .wait_for("the program", |screen| screen.alternate_screen() && screen.contents().contains("Harbour council"));
    terminal.wait_for("the new size", |screen| screen.rows(100, 20).any(|row| !row.trim().is_empty()));
    terminal.press("q");
    terminal.wait_for_text("left with 0");
    assert!(!terminal.screen().alternate_screen() && !terminal.screen().hide_cursor());
    terminal.press("exit\n");
    terminal.wait_for_end();
}

#[test]
fn without_a_shell_to_go_to_it_stays() {
    let mut terminal = started();
    terminal.press("\x1a");
    terminal.press("x");
    terminal.wait_for_text("for this session");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn it_is_drawn_anew_after_it_was_stopped_from_outside() {
    let mut terminal = started();
    terminal.signal("STOP");
    terminal.signal("CONT");
    terminal.press("x");
    terminal.wait_for_text("for this session");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_left(&terminal);
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back() {
    ["TSTP", "TTIN"].into_iter().for_each(stopped_by);
}

fn stopped_by(signal: &str) {
    let mut terminal = Terminal::run(&Stage::set(), "/bin/sh", &["-i"]);
    terminal.press("\"$IBID\" left.txt right.txt\n");
    terminal.wait_for_text("Harbour council");
    terminal.signal_foreground(signal);
    terminal.wait_for("the shell", |screen| !screen.alternate_screen() && !screen.hide_cursor());
    terminal.wait_for("word of the shell", |screen| screen.contents().to_lowercase().contains("stopped"));
    terminal.press("echo by$((1+1))the way\n");
    terminal.wait_for_text("by2the way");
    terminal.press("fg; echo left with $?\n");
    terminal
        .wait_for("the program", |screen| screen.alternate_screen() && screen.contents().contains("Harbour council"));
    terminal.press("q");
    terminal.wait_for_text("left with 0");
    assert!(!terminal.screen().alternate_screen() && !terminal.screen().hide_cursor());
    terminal.press("exit\n");
    terminal.wait_for_end();
}

#[test]
fn a_limit_on_the_size_of_files_leaves_the_terminal_and_tells() {
    let script = "ulimit -f 0; \"$IBID\" left.txt right.txt; echo ended $?";
    let mut terminal = Terminal::run(&Stage::set(), "sh", &["-c", script]);
    terminal.wait_for_text("Harbour council");
    terminal.press("X");
    terminal.press("\r");
    terminal.wait_for_text("ended 153");
    assert_left_to(&terminal);
    // The limit may be reached first by what is kept of the set, before the keys are heard.
    assert!(terminal.shown().replace('\n', "").contains("File too large"), "{}", terminal.shown());
}

#[test]
fn an_editor_that_is_stopped_stops_the_program_too() {
    let editor = "echo in the editor; kill -s TSTP 0; echo on with it; cat >/dev/null";
    let mut terminal = Terminal::run(&Stage::set().file("editor", editor), "/bin/sh", &["-i"]);
    terminal.press("VISUAL='sh ./editor' \"$IBID\" left.txt right.txt\n");
    terminal.wait_for_text("Harbour council");
    terminal.press("e");
    terminal.wait_for_text("in the editor");
    terminal.wait_for("word of the shell", |screen| screen.contents().to_lowercase().contains("stopped"));
    terminal.press("echo by$((1+1))the way\n");
    terminal.wait_for_text("by2the way");
    terminal.press("fg; echo left with $?\n");
    terminal.wait_for_text("on with it");
    terminal.press("\x04");
    terminal
        .wait_for("the program", |screen| screen.alternate_screen() && screen.contents().contains("Harbour council"));
    terminal.press("q");
    terminal.wait_for_text("left with 0");
    terminal.press("exit\n");
    terminal.wait_for_end();
}
