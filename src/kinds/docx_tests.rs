use super::block::Part;
use super::docx::{document, drafts};
use super::reading::{Layout, Reading};
use super::{Kind, With, read, tell};

/// Makes an archive of files, packed or not as the tests need: not.
fn archive(files: &[(&str, String)]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let at = out.len() as u32;
        let sizes = [text.len() as u32, text.len() as u32, name.len() as u32].map(u32::to_le_bytes).concat();
        out.extend([&b"PK\x03\x04\x14\0"[..], &[0; 12], &sizes, name.as_bytes(), text.as_bytes()].concat());
        list.extend(
            [&b"PK\x01\x02\x14\0\x14\0"[..], &[0; 12], &sizes, &[0; 10], &at.to_le_bytes(), name.as_bytes()].concat(),
        );
    }
    let (count, start) = ((files.len() as u16).to_le_bytes(), (out.len() as u32).to_le_bytes());
    let length = (list.len() as u32).to_le_bytes();
    [out, list, b"PK\x05\x06\0\0\0\0".to_vec(), [count, count].concat(), length.to_vec(), start.to_vec(), vec![0, 0]]
        .concat()
}

fn docx(body: &str) -> Vec<u8> {
    let document = format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    archive(&[
        ("word/document.xml", document),
        ("docProps/core.xml", "<cp:coreProperties><dc:creator>Ann Lee</dc:creator></cp:coreProperties>".to_owned()),
    ])
}

const CHANGED: &str = "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>The lock</w:t></w:r></w:p>\
    <w:p><w:r><w:t xml:space=\"preserve\">It was shut on </w:t></w:r>\
    <w:del w:id=\"1\"><w:r><w:delText>Monday</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>Tuesday</w:t></w:r></w:ins>\
    <w:r><w:t xml:space=\"preserve\">, Ann &amp; Ben said.</w:t></w:r></w:p>\
    <w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Nobody </w:t></w:r></w:p>\
    <w:p><w:r><w:t>came.</w:t></w:r></w:p>\
    <w:p><w:pPr><w:numPr/></w:pPr><w:ins w:id=\"4\"><w:r><w:t>A new item.</w:t></w:r></w:ins></w:p>\
    <w:tbl><w:tr><w:tc><w:p><w:pPr><w:pStyle w:val=\"Compact\"/></w:pPr><w:r><w:t>one</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>two</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

fn parts(reading: &Reading) -> Vec<(&str, Part)> {
    let Layout::Given(blocks) = &reading.layout else { panic!("its paragraphs are known") };
    blocks.iter().map(|block| (block.span.of(&reading.text), block.part)).collect()
}

#[test]
fn a_document_is_read_with_its_tracked_changes() {
    let bytes = docx(CHANGED);
    assert_eq!(tell(&bytes, "draft.docx"), Kind::Docx);
    let reading = document(&bytes).unwrap();
    let expected = [
        ("The lock", Part::Heading),
        ("It was shut on Tuesday, Ann & Ben said.", Part::Prose),
        ("Nobody came.", Part::Prose),
        ("A new item.", Part::Item),
        ("one | two", Part::Cell),
    ];
    assert_eq!(parts(&reading), expected);
    assert_eq!((reading.meta.title.as_deref(), reading.meta.byline.as_deref()), (Some("The lock"), Some("Ann Lee")));
    assert!(reading.extracted);
    assert_eq!(read(&bytes, "draft.docx", &With::default()).unwrap().len(), 1);
}

#[test]
fn the_version_before_the_changes_is_known() {
    let [before, after] = drafts(&docx(CHANGED)).unwrap().unwrap();
    let texts: Vec<&str> = parts(&before).into_iter().map(|(text, _)| text).collect();
    assert_eq!(texts, ["The lock", "It was shut on Monday, Ann & Ben said.", "Nobody", "came.", "one | two"]);
    assert!(after.text.contains("Tuesday"));
    assert!(drafts(&docx("<w:p><w:r><w:t>No change.</w:t></w:r></w:p>")).unwrap().is_none());
}

#[test]
fn broken_documents_are_refused_in_a_sentence() {
    let reason = |bytes: &[u8]| document(bytes).unwrap_err().reason;
    let whole = docx(CHANGED);
    assert_eq!(reason(&whole[..whole.len() / 2]), "is damaged: its file list cannot be read");
    assert_eq!(reason(&archive(&[("word/other.xml", String::new())])), "holds no document");
    assert_eq!(reason(&docx("")), "is a Word document without text");
    let deep = format!("{}<w:t>x</w:t>", "<w:p>".repeat(50_000));
    assert!(document(&docx(&deep)).is_err());
}

#[test]
fn no_more_than_so_much_of_an_archive_is_unpacked() {
    let mut bytes = archive(&[("a.txt", "Shut on Monday.".to_owned())]);
    assert_eq!(read(&bytes, "a.zip", &With::default()).unwrap()[0].text, "Shut on Monday.");
    let list = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    bytes[list + 24..list + 28].copy_from_slice(&[0xff; 4]);
    let refused = read(&bytes, "a.zip", &With::default()).unwrap_err().reason;
    assert!(
        refused.contains("a.txt: is beyond the first 1024 MB, which is all that is unpacked of an archive"),
        "{refused}"
    );
}
