//! Documents that are read inside the program.

use std::fs;

use super::documents::{read, reads};

/// A document of one paragraph and one heading in RTF.
const RTF: &str = r"{\rtf1\ansi{\b The ferry}\par The ferry sails again from Monday, its owners said.\par}";

#[test]
fn a_document_is_read_within_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ferry.rtf");
    fs::write(&file, RTF).unwrap();
    assert!(reads(&file));
    let text = String::from_utf8(read(&file).unwrap()).unwrap();
    assert!(text.contains("The ferry sails again from Monday, its owners said."), "{text}");
    // A broken one is refused with a sentence.
    let broken = folder.path().join("ferry.pdf");
    fs::write(&broken, "%PDF-1.7\nno more").unwrap();
    assert!(read(&broken).unwrap_err().starts_with("could not be read"));
    let own = folder.path().join("ferry.docx");
    fs::write(&own, "PK").unwrap();
    assert!(!reads(&own));
}
