//! What a search finds, and that it leads back to what stands in the text.

use proptest::prelude::{any, prop_assert, proptest};

use super::Plain;

fn found<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
    let (plain, query) = (Plain::of(text), Plain::of(query));
    plain.hits(text, &query).map(|span| span.of(text)).collect()
}

#[test]
fn case_quotes_dashes_and_line_breaks_do_not_count() {
    let table: &[(&str, &str, &[&str])] = &[
        ("Smoked EEL and eels", "eel", &["EEL", "eel"]),
        ("a ‘grey’ seal", "'grey' seal", &["‘grey’ seal"]),
        ("she said “no”", "\"no\"", &["“no”"]),
        ("the old\n   ferry", "old ferry", &["old\n   ferry"]),
        ("> the old\n> ferry", "old ferry", &["old\n> ferry"]),
        ("再び\n開く。", "び開く", &["び\n開く"]),
        ("the light-\nhouse burns", "lighthouse", &["light-\nhouse"]),
        ("a hard-line view", "hardline", &["hard-line"]),
        ("a hardline view", "hard-line", &["hardline"]),
        ("lamps — and oil", "lamps - and", &["lamps — and"]),
        ("Café Müller", "cafe muller", &["Café Müller"]),
        ("Cafe\u{301} open", "café", &["Cafe"]),
        ("ויאמר שָׁלוֹם לכם", "שלום", &["שָׁלוֹם"]),
        ("ויאמר שלום לכם", "שָׁלוֹם", &["שלום"]),
        ("هذا كِتَابٌ جديد", "كتاب", &["كِتَاب"]),
        ("the Straße ends", "strasse", &["Straße"]),
        ("o\u{ad}ver", "over", &["o\u{ad}ver"]),
        ("wait… what", "wait...", &["wait…"]),
        ("rooms 23-28", "2328", &[]),
        ("one\n\ntwo", "one two", &[]),
        ("anything", "  ", &[]),
        ("aaaa", "aa", &["aa", "aa"]),
        ("", "a", &[]),
    ];
    for (text, query, expected) in table {
        assert_eq!(found(text, query), *expected, "{query:?} in {text:?}");
    }
}

proptest! {
    #[test]
    fn a_hit_is_a_stretch_of_the_text(text in any::<String>(), query in "[a-zß–’ .]{1,3}") {
        let plain = Plain::of(&text);
        let query = Plain::of(&query);
        let mut start = 0;
        for hit in plain.hits(&text, &query) {
            prop_assert!(text.get(hit.range()).is_some_and(|hit| !hit.is_empty()), "{hit:?}");
            prop_assert!(hit.start() >= start, "{hit:?} after {start}");
            start = hit.start();
        }
    }

    #[test]
    fn what_stands_there_is_found(before in "[a-z ]{0,9}", word in "[a-zé]{1,5}", after in "[A-Z’ -]{0,9}") {
        let text = format!("{before}{word}{after}");
        prop_assert!(!found(&text, &word).is_empty());
    }
}
