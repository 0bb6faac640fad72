use proptest::prelude::{any, proptest};

use super::article::Article;
use super::segment::segment;

#[test]
fn sentences_and_words_lie_in_their_paragraph() {
    let article =
        Article::of_text("lock", "Keeper's note\n\nThe gate leaks. It must be mended.\nBoats wait below the weir.\n");
    let shape: Vec<(usize, usize)> = article.paragraphs.iter().map(|p| (p.sentences.len(), p.tokens.len())).collect();
    assert_eq!(shape, [(1, 2), (2, 7), (1, 5)]);
    assert_eq!(article.paragraph_id_at(article.text.find("mended").unwrap()).0, 1);
}

proptest! {
    #[test]
    fn every_word_lies_in_one_sentence_and_every_sentence_in_one_paragraph(text in any::<String>()) {
        let article = Article::of_text("any", &text);
        let (mut sentence, mut token) = (0, 0);
        for paragraph in &article.paragraphs {
            assert_eq!((paragraph.sentences.start, paragraph.tokens.start), (sentence, token));
            for part in &article.sentences[paragraph.sentences.clone()] {
                assert!(paragraph.span.covers(part.span));
                assert_eq!(part.tokens.start, token);
                assert!(article.tokens[part.tokens.clone()].iter().all(|word| part.span.covers(word.span)));
                token = part.tokens.end;
            }
            sentence = paragraph.sentences.end;
            assert_eq!(paragraph.tokens.end, token);
        }
        assert_eq!((sentence, token), (article.sentences.len(), article.tokens.len()));
    }
}

#[test]
fn a_line_of_what_cannot_be_seen_is_part_of_the_paragraph_before_it() {
    let text = "\u{200b}\nThe road is long.\n\u{200b}\n\nIt goes on.\n\u{feff}\n";
    let parts = segment(text);
    let found: Vec<&str> = parts.paragraphs.iter().map(|paragraph| paragraph.span.of(text)).collect();
    assert_eq!(found, ["\u{200b}\nThe road is long.\n\u{200b}", "It goes on.\n\u{feff}"]);
}

#[test]
fn a_place_is_cited_by_its_paragraph_or_by_when_it_was_said() {
    let mut article = Article::of_text("talk", "Good evening.\n\nThe gate leaks.\n");
    let place = article.text.find("leaks").unwrap();
    assert_eq!(article.placed(place), "¶2");
    article.times = vec![(0, 4_000), (place - 9, 3_723_456)];
    assert_eq!((article.placed(0).as_str(), article.placed(place).as_str()), ("00:00:04", "01:02:03"));
}
