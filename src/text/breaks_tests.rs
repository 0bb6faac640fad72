use proptest::prelude::{ProptestConfig, prop, prop_assert, prop_assert_eq, proptest};

use super::breaks::{break_len, flow, gap, one_line, quote_len};
use super::span::Span;

#[test]
fn lines_of_scripts_without_spaces_are_set_without_one() {
    for (file, set) in [
        ("市長は夏までに再び\n開くと約束した", "市長は夏までに再び開くと約束した"),
        ("買\n うと言った", "買うと言った"),
        ("帰らせた\n。誰も", "帰らせた。誰も"),
        ("ทะเลสาบใหญ่\nอยู่ทางเหนือ", "ทะเลสาบใหญ่อยู่ทางเหนือ"),
        ("ທະເລສາບ\nໃຫຍ່", "ທະເລສາບໃຫຍ່"),
        ("បឹងធំ\r\nនៅខាងជើង", "បឹងធំនៅខាងជើង"),
        ("그 오래된\n수문은", "그 오래된 수문은"),
        ("水門\nLock", "水門 Lock"),
        ("水門，\nLock", "水門，Lock"),
        ("the old\nlock", "the old lock"),
        ("再び 開く", "再び 開く"),
    ] {
        assert_eq!(one_line(file), set);
    }
}

#[test]
fn the_marks_of_a_quotation_belong_to_the_break() {
    assert_eq!(one_line("> the old\n> lock is shut\n> today"), "> the old lock is shut today");
    assert_eq!(one_line(">> the old\n>> lock"), ">> the old lock");
    assert_eq!(one_line("> > 水門\n> > が"), "> > 水門が");
    assert_eq!(one_line("more\n>5 boats"), "more >5 boats", "no mark of a quotation");
    assert_eq!(one_line("the lock\n\n> the weir"), "the lock > the weir", "another paragraph");
    assert_eq!([quote_len("> a"), quote_len(">>a"), quote_len(">"), quote_len("a > b")], [2, 2, 0, 0]);
}

#[test]
fn what_is_set_at_an_end_follows_from_what_stands_around_it() {
    let text = "再び\n開く the\nlock ";
    let flowing = |from: usize, to: usize| flow(text, Span::new(from, to));
    assert_eq!(flowing(0, 7), "再び");
    assert_eq!(flowing(6, 13), "開く");
    assert_eq!(flowing(13, 18), " the ");
    assert_eq!(flowing(18, text.len()), "lock ");
    assert_eq!(flow("> the\n> lock", Span::new(2, 8)), "the ");
    assert_eq!(flow("  a \t b\u{a0} ", Span::new(0, 10)), " a b ");
}

#[test]
fn a_space_stands_at_the_edges_of_a_text() {
    assert_eq!([gap(None, Some('開')), gap(Some('び'), None), gap(Some('び'), Some('開'))], [" ", " ", ""]);
    let len = |text: &str, at: usize| break_len(text, at);
    assert_eq!([len(" \n  a", 0), len("  a", 0), len("> a\n> b", 3), len("\r\n", 0)], [4, 0, 3, 2]);
    // What does not quote from line to line stays.
    assert_eq!([len("\n> a", 0), len("a\n> 5 b", 1)], [1, 1]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn a_flowing_text_has_the_same_letters(text in prop::collection::vec(
        prop::sample::select(vec!["a", "B.", " ", "  ", "\n", "\r\n", "\n\n", "> ", ">", "水", "。", "ก", "한", "\t", "\u{a0}", "\u{2028}"]), 0..40,
    ), cut in 0..40_usize) {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric() || *c == '。').collect::<String>();
        let cut = text.iter().take(cut).map(|part| part.len()).sum::<usize>();
        let text = text.concat();
        let line = one_line(&text);
        prop_assert_eq!(letters(&line), letters(&text));
        prop_assert!(!line.contains("  ") && !line.contains('\n'));
        prop_assert_eq!(one_line(&line), line.clone());
        let halves = flow(&text, Span::new(0, cut)) + &flow(&text, Span::new(cut, text.len()));
        prop_assert_eq!(letters(&halves), letters(&text));
    }
}
