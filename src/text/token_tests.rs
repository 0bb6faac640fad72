use proptest::prelude::{any, prop, proptest};

use super::fold::is_superscript;
use super::invisible::is_invisible;
use super::opening::begins_quoted_line;
use super::span::Span;
use super::token::tokens;

fn words(text: &str) -> Vec<&str> {
    tokens(text, Span::new(0, text.len())).into_iter().map(|token| token.span.of(text)).collect()
}

/// Asserts that the words of `text` are those between the bars of `drawn`.
#[track_caller]
fn check(text: &str, drawn: &str) {
    assert_eq!(words(text), drawn.split('|').filter(|word| !word.is_empty()).collect::<Vec<_>>());
}

#[test]
fn words_are_bordered_by_letters_and_digits() {
    check("“The U.N.’s keeper,” she said.", "The|U.N.’s|keeper|she|said");
    check("‘politicising’ hard-line rock-'n'-roll", "politicising|hard-line|rock|n|roll");
    check("the difference.Norland's minister", "the|difference|Norland's|minister");
    check("it ended.'And then “so.”The", "it|ended|And|then|so|The");
    check("a Ph.D. from example.com, e.g. U.S.A., v1.2", "a|Ph.D|from|example.com|e.g|U.S.A|v1.2");
    check("1,000 and 1.3 or 3,5; 23-28, in 2005.The 2005,she", "1,000|and|1.3|or|3,5|23|28|in|2005|The|2005|she");
    check("well--he said—no … yes... and/or co-op- x'", "well|he|said|no|yes|and|or|co-op|x");
    check("(XUAR) #tag @name 50% $5m", "XUAR|#|tag|@|name|50|%|$|5m");
    check("", "");
    check(" .,-'’ \n“”", "");
}

#[test]
fn signs_are_words() {
    check("£5, -3, 5 %, ≥ 7 and ±1 at 20 °C", "£|5|-|3|5|%|≥|7|and|±|1|at|20|°|C");
    check("costs -£50 or –5; 23-28, 23–28, 10 –12, x = -1", "costs|-|£|50|or|–|5|23|28|23|28|10|12|x|=|-|1");
    check("C, C++, C#, .NET and F#; AT&T’s § 5, ¶ 6, № 7", "C|C|+|+|C|#|.|NET|and|F|#|AT|&|T’s|§|5|¶|6|№|7");
    check("2 * 3, 2*3, y+z, y−z, x^2, ~5, .5 and 1.5", "2|*|3|2|*|3|y|+|z|y|−|z|x|^|2|~|5|.|5|and|1.5");
    check("a → b, ☐ no ☑ yes, ★★☆, ♪", "a|→|b|☐|no|☑|yes|★|★|☆|♪");
    check(
        "ok👍🏽no 👩\u{200d}🚒 🇬🇧🇫🇷 1\u{fe0f}\u{20e3} ❤\u{fe0f}",
        "ok|👍🏽|no|👩\u{200d}🚒|🇬🇧|🇫🇷|1\u{fe0f}\u{20e3}|❤\u{fe0f}",
    );
    check("the end .Then it was .5 of .profile", "the|end|Then|it|was|.|5|of|.|profile");
    check("x < 5 and y > 6, a -> b, a <= b", "x|<|5|and|y|>|6|a|>|b|a|<|=|b");
}

#[test]
fn a_line_of_quoted_mail_is_known_from_inside() {
    let text = "He wrote:\n> the lock is shut\nand more > that";
    assert!(begins_quoted_line(text, text.find("the").expect("a word")));
    assert!(!begins_quoted_line(text, text.find("that").expect("a word")));
    assert!(begins_quoted_line("  > one", 4));
}

#[test]
fn decoration_is_no_word() {
    check("# Heading", "Heading");
    check("### Heading ###", "Heading");
    check("##Heading and C##", "Heading|and|C");
    check("- 3 apples", "3|apples");
    check("-3 apples", "-|3|apples");
    check("★ one", "one");
    check("★ ★ ☆ one", "★|★|☆|one");
    check("→ one → two", "one|→|two");
    check("> > - [x] done", "[x]|done");
    check("[ ] not done [x] here", "[ ]|not|done|x|here");
    check("[x]y", "x|y");
    check(
        "**bold** _it_ `code` ~~gone~~ [text](to) <b>HTML</b> <a href=\"x\">y</a>",
        "bold|it|code|gone|text|to|b|HTML|b|a|href|=|x|y|a",
    );
    check("a *** b --- c === d * * * e", "a|b|c|d|e");
    check("+---+===+ | one | two │ ║ ▒", "one|two");
    check("> first line\n> second > third\n> fourth", "first|line|second|>|third|fourth");
    check("<https://example.com/a> said", "https|example.com|a|said");
    check("• one · two", "one|two");
}

#[test]
fn numbers_of_notes_are_words_and_exponents_are_not() {
    check("down¹ and hurt;² it was¹² in 2005³", "down|¹|and|hurt|²|it|was|¹²|in|2005|³");
    check("m² km² 5m³ x² 10⁶ m⁻² CO₂ SO₄²⁻ Ca²⁺ ¹Smith", "m²|km²|5m³|x²|10⁶|m⁻²|CO₂|SO₄²⁻|Ca²⁺|¹|Smith");
}

#[test]
fn what_no_one_can_see_parts_nothing() {
    check(
        "hun\u{200f}dred \u{200e}COVID\u{200e}-19 fer\u{2066}ries\u{2069} Mon\u{34f}day",
        "hun\u{200f}dred|COVID\u{200e}-19|fer\u{2066}ries|Mon\u{34f}day",
    );
    check("Tues\u{200b}day keeper\u{200b}'s \u{3164} 1\u{2063},000", "Tues\u{200b}day|keeper\u{200b}'s|1\u{2063},000");
}

#[test]
fn other_hyphens_join_at_the_end_of_a_line() {
    check("explanat\u{ad}\nion comm\u{ad}\r\n  unities", "explanat\u{ad}\nion|comm\u{ad}\r\n  unities");
    check("sea¬\nweed north\u{2011}\nwestern har=\nbour", "sea¬\nweed|north\u{2011}\nwestern|har=\nbour");
    check("x =\ny 5=\nb thous\u{ad}\nand", "x|=|y|5|=|b|thous\u{ad}\nand");
}

#[test]
fn a_hyphen_at_the_end_of_a_line_joins() {
    check("the hard-\nline and the north-\r\n  western", "the|hard-\nline|and|the|north-\r\n  western");
    check("pre-\nand post-war", "pre|and|post-war");
    check("one-\n\ntwo -\nthree", "one|two|three");
}

#[test]
fn other_scripts_are_whole_or_by_character() {
    check("他说：“你好”，3月。", "他|说|你|好|3|月");
    check("カタカナーと人々", "カ|タ|カ|ナ|ー|と|人|々");
    check("ที่นี่", "ที่|นี่");
    check("प्रधानमंत्री ने कहा।", "प्रधानमंत्री|ने|कहा");
    check("رئيس الوزراء، قال", "رئيس|الوزراء|قال");
    check("می\u{200c}خواهم и Ростове-на-Дону", "می\u{200c}خواهم|и|Ростове-на-Дону");
    check("A.中 3.๒ x'中 co\u{ad}op soft\u{ad}", "A|中|3|๒|x|中|co\u{ad}op|soft");
    check("e\u{301}te\u{301} \u{301}x", "e\u{301}te\u{301}|x");
}

#[test]
fn only_words_inside_are_found_and_long_texts_take_no_time() {
    let text = "one two three";
    let inside = tokens(text, Span::new(4, 9));
    assert_eq!(inside.iter().map(|token| token.span.range()).collect::<Vec<_>>(), [4..7, 8..9]);
    for part in [
        "a",
        "a.",
        "aB.",
        "a.B",
        ".",
        "-",
        "a-\n",
        "ก",
        "'",
        "a\u{200b}",
        ".\u{200b}",
        "<",
        ">",
        "a>",
        "\n> ",
        "> ",
        "<a",
        "<a ",
        " -",
        "–5 ",
        "- ",
        "\u{ad}\n",
        "+",
        "☐",
        "\u{1f1e6}",
        "=\n",
        "a¹",
    ] {
        let text = part.repeat(100_000);
        assert!(tokens(&text, Span::new(0, text.len())).len() <= 200_000);
    }
}

proptest! {
    #[test]
    fn wrapping_changes_no_sign(parts in prop::collection::vec((prop::sample::select(vec![
        "word", "Upon", "£5", "-3", "–5", "5", "5%", "→", "☐", "C++", "F#", "#tag", "@x", "*", "~5", "x²", "down¹", "👍🏽", ".5", "+", "=",
        "<", "&", "-", "–", "#", "##", "[x]", "[ ]", "★", "•", ".", ".NET", "−", "==="]), any::<bool>()), 0..30,
    )) {
        let keys = |text: &str| tokens(text, Span::new(0, text.len())).iter().map(|token| token.key).collect::<Vec<_>>();
        let wide: String = parts.iter().fold("it".to_owned(), |text, (part, _)| text + " " + part);
        let wrapped = parts.iter().fold("it".to_owned(), |text, (part, ends)| text + if *ends { "\n" } else { " " } + part);
        assert_eq!(keys(&wide), keys(&wrapped), "{wrapped:?}");
    }

    #[test]
    fn words_begin_and_end_with_what_they_are_made_of(text in any::<String>(), mixed in prop::collection::vec(
        prop::sample::select(vec!["a", "B", "é", "中", "ก", "ิ", "1", ".", ",", "'", "’", "-", "\n", " ", "\u{ad}", "\u{301}", "s", "£", "+", ">", "[x]", "☐", "👍", "\u{200d}", "¹", "="]), 0..40,
    )) {
        for text in [text, mixed.concat()] {
            let mut end = 0;
            let lettered = |c: char| c.is_alphanumeric() && !is_invisible(c);
            for token in tokens(&text, Span::new(0, text.len())) {
                let word = token.span.of(&text);
                assert!(token.span.start() >= end);
                let mark = |c: char| c.is_alphanumeric() || is_superscript(c) || unicode_normalization::char::is_combining_mark(c);
                let boxed = matches!(word, "[x]" | "[X]");
                if word.contains(char::is_alphanumeric) && !boxed {
                    assert!(word.starts_with(char::is_alphanumeric), "{word:?}");
                    assert!(word.ends_with(mark), "{word:?}");
                }
                assert!(!text[end..token.span.start()].contains(lettered));
                end = token.span.end();
            }
            assert!(!text[end..].contains(lettered));
        }
    }
}
