//! Files of all kinds, broken: bytes changed, cut, repeated and put in one another, read as whatever they seem to be.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use ibid::article::{Article, Origin};
use ibid::kinds::{Layout, With, drafts, read};

use crate::prng::Prng;

/// A whole file of each kind, with its name.
const WHOLE: [(&str, &str); 15] = [
    ("a.txt", "Lock to shut\n\nThe keeper closed the lock on Monday.\nShe said: “No more.”\n"),
    (
        "a.md",
        "---\ntitle: Lock\nurl: https://www.gazette.example/1\n---\n# Lock\n\n- one\n- two\n\n> said\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    ),
    (
        "a.html",
        "<!DOCTYPE html><html><head><title>Lock | Gazette</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Lock\",\"author\":[{\"name\":\"Ann\"}]}</script></head><body><nav><a href=/>Home</a></nav><article><h1>Lock</h1><p>The keeper closed the lock on Monday, she said.<br><br>Nobody came.</p><ul><li>One</ul><table><tr><td>1</table></article></body></html>",
    ),
    (
        "a.jsonl",
        "{\"id\":1,\"title\":\"Lock\",\"text\":\"The \\u201clock\\u201d \\ud83d\\ude00.\\nShut.\",\"url\":\"https://a.example/1\"}\n{\"text\":\"Two.\"}\n",
    ),
    (
        "a.json",
        "[{\"headline\":\"Lock\",\"body\":{\"sections\":[{\"paragraphs\":[\"One.\",\"Two.\"]}]}},{\"maintext\":\"<p>One</p><p>Two</p>\"}]",
    ),
    ("a.csv", "title,text,publisher\nLock,\"The lock, it is said,\nis shut.\",Gazette\nB,Two,Herald\n"),
    ("a.srt", "1\n00:00:01,000 --> 00:00:02,500\n<i>The lock</i>\n\n2\n00:00:02,600 --> 00:00:04,000\nis shut.\n"),
    ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>The lock\n\n00:09.000 --> 00:10.000\nBEN: Shut?\n"),
    (
        "a.eml",
        "Message-ID: <1@a>\nFrom: Ann <ann@a.example>\nSubject: =?UTF-8?Q?Lock_=E2=80=93?=\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nShut =E2=80=93 no=\nw.\n> why\n--b\nContent-Type: text/html\n\n<p>Shut</p>\n--b--\n",
    ),
    (
        "a.mbox",
        "From a\nMessage-ID: <1@a>\nFrom: a@b\nSubject: One\n\nText one.\n\nFrom b\nMessage-ID: <2@a>\nFrom: a@b\nSubject: Two\n\nText two.\n",
    ),
    (
        "a.xml",
        "<?xml version=\"1.0\"?><!DOCTYPE TEI [<!ENTITY x \"y\">]><TEI><teiHeader><title>Lock</title><date when=\"2031-04-15\"/></teiHeader><text><body><p>The <hi>lock</hi> &x; &#x2014; shut.</p><![CDATA[more]]></body></text></TEI>",
    ),
    (
        "b.xml",
        "<alto><Layout><TextBlock><TextLine><String CONTENT=\"The\"/><SP/><String CONTENT=\"lo\"/><HYP/></TextLine><TextLine><String CONTENT=\"ck\"/></TextLine></TextBlock></Layout></alto>",
    ),
    (
        "c.xml",
        "<nitf><head><title>Lock</title><pubdata date.publication=\"20310415\"/></head><body><hedline><hl1>Lock</hl1></hedline><body.content><p>Shut.</p></body.content></body></nitf>",
    ),
    ("a.zip", "PK\u{3}\u{4}"),
    ("a.docx", "PK\u{3}\u{4}word/document"),
];

/// What stands in a document of a word processor.
const DOCUMENT: &str = "<w:document><w:body><w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Lock</w:t></w:r></w:p><w:p><w:ins><w:r><w:t>shut</w:t><w:br/></w:r></w:ins><w:del><w:r><w:delText>open</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1 &amp; 2</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";

/// Reads a broken file: whatever comes of it has its paragraphs in order, inside of its text, and becomes an article.
pub fn read_broken(prng: &mut Prng) {
    let (name, whole) = WHOLE[prng.below(WHOLE.len())];
    let mut bytes = match name {
        "a.zip" => zipped(&WHOLE.iter().filter(|(name, _)| !name.starts_with("a.zip")).copied().collect::<Vec<_>>()),
        "a.docx" => zipped(&[("word/document.xml", DOCUMENT), ("word/footnotes.xml", DOCUMENT)]),
        _ => whole.as_bytes().to_vec(),
    };
    for _ in 0..prng.below(6) {
        change(&mut bytes, prng);
    }
    if prng.below(6) == 0 {
        bytes = gzip(&bytes);
        if prng.below(2) == 0 {
            change(&mut bytes, prng);
        }
    }
    let other = WHOLE[prng.below(WHOLE.len())].0;
    let name = if prng.below(4) == 0 { other } else { name };
    // Both versions of a document are read, too, whatever comes of it.
    let _ = drafts(&bytes);
    let Ok(readings) = read(&bytes, name, &With::default()) else { return };
    for reading in readings {
        if let Layout::Given(blocks) = &reading.layout {
            let mut end = 0;
            for block in blocks {
                assert!(block.span.start() >= end, "paragraphs overlap");
                assert!(!block.span.of(&reading.text).is_empty(), "a paragraph is empty");
                end = block.span.end();
            }
        }
        let article = Article::of("a".to_owned(), Origin::Stdin, reading);
        for token in &article.tokens {
            let place = article.disk.on_disk(token.span);
            assert!(article.extracted || place.end() <= bytes.len().max(1 << 12), "a word stands behind the end");
            assert!(article.text.get(token.span.range()).is_some());
        }
    }
}

fn change(bytes: &mut Vec<u8>, prng: &mut Prng) {
    if bytes.is_empty() {
        return;
    }
    let at = prng.below(bytes.len());
    let end = (at + prng.below(40)).min(bytes.len());
    match prng.below(6) {
        0 => bytes[at] = prng.below(256) as u8,
        1 => bytes.truncate(at),
        2 => drop(bytes.drain(at..end)),
        3 => {
            let piece = bytes[at..end].to_vec();
            for _ in 0..prng.below(200) {
                bytes.splice(at..at, piece.iter().copied());
            }
        }
        4 => {
            let marks = b"<>&\"'{}[]\\\n,;:-#";
            bytes.insert(at, marks[prng.below(marks.len())]);
        }
        _ => {
            let other = WHOLE[prng.below(WHOLE.len())].1;
            bytes.splice(at..at, other.bytes());
        }
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    // A place in memory takes all.
    encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_default()
}

/// Makes an archive of files, each as it is.
fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let at = out.len() as u32;
        let (name, text) = (name.as_bytes(), text.as_bytes());
        let head = |start: &[u8], version: &[u8]| {
            let mut head = [start, version].concat();
            head.extend([0u8; 12]);
            head.extend((text.len() as u32).to_le_bytes());
            head.extend((text.len() as u32).to_le_bytes());
            head.extend((name.len() as u16).to_le_bytes());
            head.extend([0u8; 2]);
            head
        };
        out.extend(head(b"PK\x03\x04", &[20, 0]));
        out.extend([name, text].concat());
        list.extend(head(b"PK\x01\x02", &[20, 0, 20, 0]));
        list.extend([0u8; 10]);
        list.extend(at.to_le_bytes());
        list.extend(name);
    }
    let (count, start) = (files.len() as u16, out.len() as u32);
    out.extend(&list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    out.extend((list.len() as u32).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}
