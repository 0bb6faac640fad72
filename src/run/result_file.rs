//! Writes the result of a merge or diff; never overwrites what another program wrote meanwhile.

use super::job_queue::JobKind;
use super::written::{HowWritten, put_over, read};
use crate::app::{Event, ResultFile};
use crate::text::visible;

/// How a worker writes a result.
pub fn writing() -> JobKind<ResultFile> {
    JobKind {
        work: Box::new(|file, _| Some(Event::ResultWritten(file.clone(), write(file)))),
        broken: |file, reason| Event::ResultWritten(file.clone(), Err(format!("not written: {}", visible(reason)))),
    }
}

/// Writes a result the way its file was written: keeps the encoding, its byte order mark and the line ends.
pub fn write(file: &ResultFile) -> Result<(), String> {
    let name = visible(&file.path.to_string_lossy()).into_owned();
    let told = |error: anyhow::Error| format!("not written: {}", visible(&format!("{error:#}")));
    let changed = || format!("{name} has changed on the disk since it was read; :w FILE writes another file");
    let mut before = Vec::new();
    let bytes = match file.path.exists() {
        true => {
            let known = read(&file.path).map_err(told)?;
            before.clone_from(&known.bytes);
            match &file.expected {
                Some(expected) if *expected == known.decoded.text => {}
                _ if file.forced => {}
                Some(_) => return Err(changed()),
                None => return Err(format!("{name} exists; :w! {name} replaces it")),
            }
            let written = HowWritten::of(&known, &known);
            written.bytes(&written.lines(&file.text)).map_err(told)?
        }
        false => match file.like.as_ref().map(|like| read(like)) {
            Some(Ok(like)) => {
                let written = HowWritten::of(&like, &like);
                written.bytes(&written.lines(&file.text)).map_err(told)?
            }
            _ => file.text.clone().into_bytes(),
        },
    };
    // Whatever another program saves from now on is kept: the two files are swapped, and swapped back if another one comes out.
    match put_over(&file.path, &before, &bytes).map_err(told)? {
        true => Ok(()),
        false => Err(changed()),
    }
}

#[cfg(test)]
mod tests {
    use super::{put_over, write};
    use crate::app::ResultFile;

    #[test]
    fn what_stands_there_is_never_lost() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.txt");
        let file = |text: &str, expected: Option<&str>, forced| ResultFile {
            path: path.clone(),
            text: text.to_owned(),
            expected: expected.map(str::to_owned),
            like: None,
            forced,
        };
        let now = || std::fs::read(&path).expect("a file");
        assert_eq!(write(&file("new\n", None, false)), Ok(()));
        assert_eq!(now(), b"new\n");
        let refused = write(&file("newer\n", Some("other\n"), false));
        assert!(refused.is_err_and(|why| why.contains("has changed on the disk")));
        let refused = write(&file("newer\n", None, false));
        assert!(refused.is_err_and(|why| why.contains("exists; :w!")));
        assert_eq!(now(), b"new\n");
        assert_eq!(write(&file("newer\n", Some("new\n"), false)), Ok(()));
        assert_eq!(write(&file("forced\n", None, true)), Ok(()));
        assert_eq!(now(), b"forced\n");
    }

    #[test]
    fn what_is_saved_there_between_the_look_and_the_writing_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "newer").expect("written");
        assert!(!put_over(&path, b"read", b"result").expect("no trouble"));
        assert!(!put_over(&path, b"", b"result").expect("no trouble"), "made meanwhile");
        assert_eq!(std::fs::read(&path).expect("a file"), b"newer");
        assert!(put_over(&path, b"newer", b"result").expect("no trouble"));
        assert_eq!(std::fs::read(&path).expect("a file"), b"result");
    }

    #[test]
    fn encoding_and_line_ends_stay() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.txt");
        let units = |text: &str| {
            "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect::<Vec<u8>>()
        };
        std::fs::write(&path, units("Zwei Zeilen.\r\n\r\nGrün.\r\n")).expect("written");
        let expected = Some("Zwei Zeilen.\r\n\r\nGrün.\r\n".to_owned());
        let file = ResultFile {
            path: path.clone(),
            text: "Eine.\r\n\nGrün.\r\n".to_owned(),
            expected,
            like: None,
            forced: false,
        };
        assert_eq!(write(&file), Ok(()));
        assert_eq!(std::fs::read(&path).expect("a file"), units("Eine.\r\n\r\nGrün.\r\n"));
    }
}
