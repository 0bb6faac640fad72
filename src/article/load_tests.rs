use std::fs;
use std::io::{self, Read};
use std::path::PathBuf;

use tempfile::TempDir;

use super::load::{Loaded, load};
use super::origin::Origin;

const STORY: &str = "The keeper closed the lock.\n";

/// A folder with these files in it, each with the story and its own name, so that no two are the same.
fn folder(files: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        write(&folder, file, format!("{STORY}{file}\n").as_bytes());
    }
    folder
}

fn write(folder: &TempDir, file: &str, bytes: &[u8]) {
    let path = folder.path().join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn open(folder: &TempDir, names: &[&str]) -> Loaded {
    open_with(folder, names, &mut io::empty())
}

/// Opens `names` inside `folder`, and takes the folder's path out of the complaints.
fn open_with(folder: &TempDir, names: &[&str], stdin: &mut dyn Read) -> Loaded {
    let paths: Vec<PathBuf> =
        names.iter().map(|name| if *name == "-" { "-".into() } else { folder.path().join(name) }).collect();
    let mut loaded = load(&paths, stdin);
    let prefix = format!("{}/", folder.path().display());
    loaded.complaints.iter_mut().for_each(|complaint| *complaint = complaint.replace(&prefix, ""));
    loaded
}

fn names(loaded: &Loaded) -> Vec<&str> {
    loaded.articles.iter().map(|article| article.name.as_str()).collect()
}

#[test]
fn files_open_in_the_order_in_which_they_are_named() {
    let folder = folder(&["b.txt", "a.md", "c"]);
    let loaded = open(&folder, &["c", "b.txt", "a.md"]);
    assert_eq!(names(&loaded), ["c", "b", "a"]);
    assert!(loaded.complaints.is_empty());
    assert_eq!(loaded.articles[1].text, format!("{STORY}b.txt\n"));
    let path = folder.path().join("b.txt");
    assert!(matches!(&loaded.articles[1].origin, Origin::File { named, .. } if *named == path));
}

#[test]
fn what_can_be_opened_opens_and_each_trouble_is_one_sentence() {
    let folder = folder(&["a.txt"]);
    write(&folder, "notes.txt", b" \n");
    write(&folder, "c.bin", b"\0\x01\x02\x03");
    write(&folder, "long.bin", &[0; 20_000]);
    write(
        &folder,
        "d.txt",
        "é\u{e9} à la carte é é é".as_bytes().iter().chain(b"\xff \xff \xff").copied().collect::<Vec<_>>().as_slice(),
    );
    write(&folder, "e.txt", b"l'\xe9cluse est ferm\xe9e");
    fs::create_dir(folder.path().join("shots")).unwrap();
    let loaded = open(&folder, &["notes.txt", "shots", "none.txt", "c.bin", "long.bin", "d.txt", "e.txt", "a.txt"]);
    assert_eq!(
        loaded.complaints,
        [
            "notes.txt: is empty",
            "shots/: contains no articles",
            "none.txt: no such file",
            "c.bin: is not a text file (binary)",
            "long.bin: is not a text file (binary)",
            "d.txt: 3 bytes are not valid UTF-8 and are shown as �",
            "e.txt: is not UTF-8; read as windows-1252, which is a guess",
        ]
    );
    assert_eq!(names(&loaded), ["d", "e", "a"]);
}

#[test]
fn a_folder_gives_its_texts_by_path() {
    let folder = folder(&[
        "s/page 10.txt",
        "s/page 9.txt",
        "s/b/x.txt",
        "s/.hidden.txt",
        "s/.git/y.txt",
        "s/old.txt~",
        "s/z.png",
        "s/z.pdf",
    ]);
    write(&folder, "s/data", b"\0\0\0\0");
    write(&folder, "s/z.pdf", b"%PDF-1.7\n");
    let loaded = open(&folder, &["s"]);
    assert_eq!(names(&loaded), ["x", "page 9", "page 10"]);
    assert!(loaded.complaints.is_empty());
    assert_eq!(loaded.articles[1].origin.source(), "s");
}

#[test]
fn a_folder_leaves_out_the_backups_of_its_texts() {
    let folder = folder(&["s/a.txt", "s/a.txt.bak", "s/a.txt.orig", "s/a.txt~", "s/lone.bak", "s/t/a.txt.bak"]);
    assert_eq!(names(&open(&folder, &["s"])), ["a", "lone.bak", "a.txt.bak"]);
    assert_eq!(names(&open(&folder, &["s/a.txt", "s/a.txt.bak"])), ["a", "a.txt.bak"]);
}

#[test]
fn the_same_file_opens_once_however_it_is_named() {
    let folder = folder(&["s/a.txt", "s/b.txt", "s/t/c.txt", "s/t/d.txt"]);
    for (named, opened, complaints) in [
        (vec!["s/a.txt", "s/a.txt"], vec!["a"], vec!["s/a.txt: named twice, opened once"]),
        (vec!["s/a.txt", "s/../s/a.txt"], vec!["a"], vec!["s/../s/a.txt: named twice, opened once"]),
        (vec!["s/b.txt", "s"], vec!["b", "a", "c", "d"], vec!["s/b.txt: named twice, opened once"]),
        (vec!["s/t", "s/t/"], vec!["c", "d"], vec!["s/t/: named twice, opened once"]),
        (vec!["s", "s/t"], vec!["a", "b", "c", "d"], vec!["s/t/: named twice, opened once"]),
    ] {
        let loaded = open(&folder, &named);
        assert_eq!(names(&loaded), opened, "{named:?}");
        assert_eq!(loaded.complaints, complaints, "{named:?}");
    }
}

#[cfg(unix)]
#[test]
fn links_lead_to_files_and_never_in_circles() {
    use std::os::unix::fs::symlink;
    let folder = folder(&["s/a.txt", "other/b.txt"]);
    symlink("..", folder.path().join("s/up")).unwrap();
    symlink("../other/b.txt", folder.path().join("s/link.txt")).unwrap();
    symlink("nowhere", folder.path().join("s/dead.txt")).unwrap();
    symlink("circle", folder.path().join("s/circle")).unwrap();
    let loaded = open(&folder, &["s", "s/dead.txt"]);
    assert_eq!(names(&loaded), ["a", "link"]);
    assert_eq!(loaded.complaints, ["s/dead.txt: no such file"]);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&["s/a.txt", "s/b.txt", "s/t/c.txt"]);
    let shut = |file: &str| fs::set_permissions(folder.path().join(file), fs::Permissions::from_mode(0o0)).unwrap();
    shut("s/b.txt");
    shut("s/t");
    if fs::read(folder.path().join("s/b.txt")).is_ok() {
        return;
    }
    let loaded = open(&folder, &["s"]);
    assert_eq!(names(&loaded), ["a"]);
    let denied = "cannot be read (permission denied)";
    assert_eq!(loaded.complaints, [format!("s/t/: {denied}"), format!("s/b.txt: {denied}")]);
}

#[test]
fn the_standard_input_is_read_once() {
    let folder = folder(&["stdin.txt"]);
    let loaded = open_with(&folder, &["-", "stdin.txt", "-"], &mut STORY.as_bytes());
    assert_eq!(names(&loaded), ["stdin", "stdin.txt"]);
    assert_eq!(loaded.complaints, ["standard input: named twice, read once"]);
    assert_eq!((loaded.articles[0].text.as_str(), loaded.articles[0].origin.source().as_str()), (STORY, "stdin"));
    assert_eq!(open(&folder, &["-"]).complaints, ["standard input: is empty"]);
}

#[test]
fn an_input_that_breaks_is_said() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the line\x1b went dead"))
        }
    }
    let loaded = load(&["-".into(), "".into()], &mut Broken);
    assert_eq!(loaded.complaints, ["standard input: cannot be read (the line␛ went dead)", "'': no such file"]);
}

#[cfg(unix)]
#[test]
fn no_name_commands_the_terminal() {
    let folder = folder(&["red\x1b[31m.txt"]);
    let loaded = open(&folder, &["red\x1b[31m.txt", "gone\x1b\n"]);
    assert_eq!(names(&loaded), ["red␛[31m"]);
    assert_eq!(loaded.complaints, ["gone␛␊: no such file"]);
}

#[test]
fn namesakes_are_told_apart() {
    let folder = folder(&["left/story.txt", "right/story.txt", "right/story.md"]);
    let loaded = open(&folder, &["left/story.txt", "right"]);
    assert_eq!(names(&loaded), ["left/story.txt", "story.md", "right/story.txt"]);
}

#[test]
fn the_source_is_the_folder_or_the_files_own_name() {
    for (path, source) in [("/press/wire/story.txt", "wire"), ("/story", "story")] {
        let file = Origin::File { named: PathBuf::from("story.txt"), place: PathBuf::from(path) };
        assert_eq!(file.source(), source, "{path}");
    }
    assert_eq!(Origin::Bundled("gazette".to_owned()).source(), "gazette");
}

#[test]
fn the_source_does_not_hang_on_how_the_file_is_named() {
    let folder = folder(&["wire/story.txt", "wire/deep/er.txt"]);
    let roundabout = open(&folder, &["wire/deep/../story.txt"]);
    assert_eq!(open(&folder, &["wire/story.txt"]).articles[0].origin.source(), "wire");
    assert_eq!(roundabout.articles[0].origin.source(), "wire");
}

#[test]
fn a_folder_that_all_files_are_in_is_no_source() {
    let folder = folder(&["s/a.txt", "s/b.txt", "t/c.txt"]);
    let sources = |names: &[&str]| -> Vec<Option<String>> {
        let loaded = open_with(&folder, names, &mut STORY.as_bytes());
        loaded.articles.iter().map(|article| article.known_source().map(str::to_owned)).collect()
    };
    assert_eq!(sources(&["s"]), [None, None]);
    assert_eq!(sources(&["-", "s"]), [None, None, None]);
    let (s, t) = (|| Some("s".to_owned()), || Some("t".to_owned()));
    assert_eq!(sources(&["s", "t"]), [s(), s(), t()]);
    assert_eq!(sources(&["-", "s", "t"]), [None, s(), s(), t()]);
}
