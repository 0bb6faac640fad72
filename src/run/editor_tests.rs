//! How editors are passed the line.

use std::ffi::OsString;
use std::path::Path;

use super::editor::arguments;

#[test]
fn each_editor_is_told_the_line_as_it_wants() {
    let table: &[(&str, &[&str])] = &[
        ("vi", &["+7", "/a b.txt"]),
        ("/usr/bin/nvim -u none", &["+7", "/a b.txt"]),
        ("hx", &["/a b.txt:7"]),
        ("'/opt/my editors/code' -n", &["--wait", "--goto", "/a b.txt:7"]),
        ("code --new-window", &["--wait", "--goto", "/a b.txt:7"]),
        ("", &["+7", "/a b.txt"]),
    ];
    for (editor, expected) in table {
        let expected: Vec<OsString> = expected.iter().map(Into::into).collect();
        assert_eq!(arguments(editor, Path::new("/a b.txt"), 7), expected, "{editor:?}");
    }
}
