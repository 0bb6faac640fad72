//! A paste on the real terminal.

use super::stage::Stage;
use super::terminal::Terminal;

#[test]
fn a_paste_without_end_gives_the_keys_back() {
    let mut terminal = Terminal::start(&Stage::set(), &["left.txt", "right.txt"]);
    terminal.wait_for_text("Harbour council");
    terminal.press("/\x1b[200~coun");
    // Nothing is shown of it before it ends of itself.
    terminal.wait_for_text("/coun ");
    terminal.press("cil");
    terminal.wait_for_text("/council ");
    terminal.press("\r");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}
