use super::names::names;

#[test]
fn names_are_as_short_as_they_can_be_told_apart() {
    for (paths, expected) in [
        (vec!["/x/story.txt"], vec!["story"]),
        (vec!["/x/story.txt", "/x/other.md", "/x/no.5", "/x/.txt"], vec!["story", "other", "no.5", ".txt"]),
        (vec!["/x/story.txt", "/x/story.md"], vec!["story.txt", "story.md"]),
        (vec!["/x/left/story.txt", "/x/right/story.txt"], vec!["left/story.txt", "right/story.txt"]),
        (vec!["/l/a/s.txt", "/r/a/s.txt", "/r/a/s.md", "/r/t.txt"], vec!["l/a/s.txt", "r/a/s.txt", "s.md", "t"]),
        (vec!["/s.txt", "/x/s.txt"], vec!["/s.txt", "x/s.txt"]),
        (vec!["stdin", "/x/stdin.txt"], vec!["stdin", "stdin.txt"]),
        (vec!["same", "same"], vec!["same", "same (2)"]),
        (vec!["/x/a\x1b[31m.txt"], vec!["a␛[31m"]),
    ] {
        assert_eq!(names(&paths), expected);
    }
    assert!(names::<&str>(&[]).is_empty());
}
