use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use super::article::{Article, Extent};
use super::draft::{How, NoHelp};
use super::heads::{end_of_head, heads};
use super::load::load;
use crate::kinds::With;

const SENTENCE: &str = "The keeper closed the lock behind the last barge of the evening.";

fn paragraphs(word: &str, count: usize) -> String {
    (0..count).map(|n| format!("{SENTENCE} It carried {word} number {n}.\n\n")).collect()
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, bytes) in files {
        fs::create_dir_all(folder.path().join(file).parent().unwrap()).unwrap();
        fs::write(folder.path().join(file), bytes).unwrap();
    }
    folder
}

fn begin(folder: &TempDir, named: &[&str]) -> Option<Vec<Article>> {
    heads(&paths(folder, named), How { with: &With::default(), helper: &NoHelp })
}

fn paths(folder: &TempDir, named: &[&str]) -> Vec<PathBuf> {
    named.iter().map(|name| if *name == "-" { "-".into() } else { folder.path().join(name) }).collect()
}

fn names(heads: Option<Vec<Article>>) -> Vec<String> {
    heads.into_iter().flatten().map(|article| article.name).collect()
}

#[test]
fn a_head_is_the_beginning_of_the_article_that_takes_its_place() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let latin = |text: &str| text.chars().map(|c| c as u8).collect::<Vec<u8>>();
    let accents = |count: usize| paragraphs("écluse", count);
    for (what, bytes) in [
        ("plain", paragraphs("coal", 3000).into_bytes()),
        ("accents", accents(3000).into_bytes()),
        ("a mark", [b"\xef\xbb\xbf".to_vec(), accents(3000).into_bytes()].concat()),
        ("utf-16", utf16(&accents(3000))),
        ("latin", latin(&accents(3000))),
        ("one line", accents(3000).replace('\n', " ").into_bytes()),
        ("no spaces", "é".repeat(100_001).into_bytes()),
        ("odd start", format!("a{}", "é".repeat(100_001)).into_bytes()),
    ] {
        let folder = folder(&[("a.txt", &bytes), ("b.txt", b"Short.")]);
        let heads = begin(&folder, &["a.txt", "b.txt"]).unwrap();
        let whole = load(&paths(&folder, &["a.txt", "b.txt"]), &mut std::io::empty()).articles;
        assert_eq!(heads.len(), 2, "{what}");
        for (head, whole) in heads.iter().zip(&whole) {
            assert_eq!((&head.name, &head.origin), (&whole.name, &whole.origin), "{what}");
            assert!(whole.text.starts_with(&head.text), "{what}");
        }
        assert_eq!([heads[0].extent, heads[1].extent], [Extent::Head, Extent::Whole], "{what}");
        assert!((8_000..50_000).contains(&heads[0].text.len()), "{what}: {}", heads[0].text.len());
        assert_eq!(heads[1].text, whole[1].text);
    }
}

#[test]
fn a_head_ends_between_paragraphs_else_lines_else_words() {
    for (text, kept) in [
        ("one two\n\nthree four\n\nfi", "one two\n\nthree four\n\n"),
        ("one two\r\n\r\nthree four\r\n\r\nfi", "one two\r\n\r\nthree four\r\n\r\n"),
        ("one\n\ntwo three four\nfive\nsi", "one\n\ntwo three four\nfive\n"),
        ("one\ntwo three four fi", "one\ntwo three four "),
        ("one twothreefour", "one twothreefour"),
        ("", ""),
    ] {
        assert_eq!(&text[..end_of_head(text)], kept);
    }
}

#[test]
fn what_is_small_or_cannot_be_read_twice_has_no_heads() {
    let long = paragraphs("coal", 3000);
    let blank = " ".repeat(200_000) + &long;
    let folder = folder(&[("a.txt", long.as_bytes()), ("b.txt", b"Short."), ("blank.txt", blank.as_bytes())]);
    assert!(begin(&folder, &["b.txt", "none.txt"]).is_none());
    assert!(begin(&folder, &["a.txt", "-"]).is_none());
    assert!(begin(&folder, &["none.txt"]).is_none());
    assert!(begin(&folder, &["blank.txt", "a.txt"]).is_none(), "only the whole file tells that it is an article");
    assert!(begin(&folder, &["a.txt", "blank.txt"]).is_none());
}

#[test]
fn the_first_two_that_become_articles_have_heads() {
    let (coal, salt) = (paragraphs("coal", 2000), paragraphs("salt", 2000));
    let binary = [0u8; 50_000];
    let folder = folder(&[
        ("a.txt", coal.as_bytes()),
        ("s/a.bin", &binary),
        ("s/b.txt", salt.as_bytes()),
        ("s/c.txt", b"Short."),
        ("empty.txt", b" \n"),
    ]);
    for (named, expected) in [
        (vec!["a.txt", "s"], vec!["a", "b"]),
        (vec!["none.txt", "a.txt", "a.txt", "s/../a.txt", "empty.txt", "s"], vec!["a", "b"]),
        (vec!["s"], vec!["b", "c"]),
        (vec!["a.txt", "none.txt"], vec!["a"]),
    ] {
        assert_eq!(names(begin(&folder, &named)), expected, "{named:?}");
        let whole = load(&paths(&folder, &named), &mut std::io::empty()).articles;
        let whole: Vec<_> = whole.into_iter().map(|article| article.name).take(expected.len()).collect();
        assert_eq!(whole, expected, "{named:?}");
    }
}

#[test]
fn many_small_articles_have_heads_too() {
    let text = paragraphs("coal", 20);
    let files: Vec<(String, &[u8])> = (0..100).map(|n| (format!("s/{n}.txt"), text.as_bytes())).collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let heads = begin(&folder(&files), &["s"]).unwrap();
    assert_eq!(heads.iter().map(|head| head.name.as_str()).collect::<Vec<_>>(), ["0", "1"]);
    assert!(heads.iter().all(|head| head.extent == Extent::Whole && head.text == text));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_left_to_those_who_read_it_once() {
    let long = paragraphs("coal", 3000);
    let folder = folder(&[("a.txt", long.as_bytes())]);
    assert!(
        heads(
            &[folder.path().join("a.txt"), PathBuf::from("/dev/null")],
            How { with: &With::default(), helper: &NoHelp }
        )
        .is_none()
    );
}
