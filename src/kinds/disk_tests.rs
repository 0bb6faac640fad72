use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};
use proptest::prelude::{any, prop, proptest};

use super::decode::decode;
use super::disk::{DiskMap, Step};
use super::encodings::{Read, legacy, utf8, utf16};
use crate::text::Span;

/// Letters that stand in each of the encodings tried, with plain ones between them.
const LEGACY: &[(&Encoding, &str)] = &[
    (WINDOWS_1252, "abc .\n\t\"éüß“”’€–Ÿ"),
    (WINDOWS_1251, "abc .\nпривет ЁЖ«»№"),
    (SHIFT_JIS, "abc .\\~\n日本語のテキスト。ｱｲ「」"),
    (EUC_JP, "abc .\n日本語のテキスト。ｱｲ「」"),
    (GBK, "abc .\n|@中文文本，。“”€"),
    (GB18030, "abc .\n|@中文文本，。é😀ß"),
    (BIG5, "abc .\n|@中文文字，。「」"),
    (EUC_KR, "abc .\n한국어 기사 본문."),
];

fn on_disk<'a>(read: &DiskMap, bytes: &'a [u8], span: Span) -> &'a [u8] {
    &bytes[read.on_disk(span).range()]
}

/// Asserts that the place on the disk of each character, and of each two neighbours, reads as they do.
fn check_each(read: &Read, bytes: &[u8], reading: impl Fn(&[u8]) -> String) {
    let places: Vec<(usize, char)> = read.text.char_indices().collect();
    for window in [1, 2] {
        for pair in places.windows(window) {
            let (last, c) = pair[window - 1];
            let span = Span::new(pair[0].0, last + c.len_utf8());
            assert_eq!(reading(on_disk(&read.disk, bytes, span)), span.of(&read.text));
        }
    }
}

#[test]
fn a_place_inside_a_step_is_the_whole_step() {
    let mut map = DiskMap::identity(3);
    map.push_same(2);
    map.push(Step { text: 3, disk: 1 });
    map.push(Step { text: 3, disk: 1 });
    map.push_same(1);
    for (start, end, disk) in [(0, 1, 3..4), (1, 3, 4..6), (2, 8, 5..7), (4, 6, 5..7), (8, 9, 7..8), (5, 5, 6..6)] {
        assert_eq!(map.on_disk(Span::new(start, end)).range(), disk, "{start}..{end}");
    }
}

#[test]
fn a_stretch_of_one_kind_costs_one_run() {
    let long = "plain ".repeat(1000) + &"é".repeat(1000);
    let (bytes, _, _) = WINDOWS_1252.encode(&long);
    let map = format!("{:?}", legacy(&bytes, WINDOWS_1252).disk);
    assert_eq!(map.matches("Run {").count(), 2);
}

#[test]
fn a_broken_sequence_keeps_its_neighbours_in_place() {
    let bytes = b"a\x81\x30\x81 b\x81";
    let read = legacy(bytes, GB18030);
    assert_eq!(read.text, GB18030.decode_without_bom_handling(bytes).0);
    let b = read.text.find('b').unwrap_or_default();
    assert_eq!(read.disk.on_disk(Span::new(b, b + 1)).range(), 5..6);
    assert_eq!(read.disk.on_disk(Span::new(b - 1, b)).range(), 4..5);
    assert_eq!(read.disk.on_disk(Span::new(0, read.text.len())).range(), 0..bytes.len());
}

proptest! {
    #[test]
    fn each_character_of_a_legacy_text_has_its_bytes(
        which in 0..LEGACY.len(),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 0..60),
    ) {
        let (encoding, alphabet) = LEGACY[which];
        let letters: Vec<char> = alphabet.chars().collect();
        let text: String = picks.iter().map(|pick| letters[pick.index(letters.len())]).collect();
        let (bytes, _, unfit) = encoding.encode(&text);
        assert!(!unfit);
        let read = legacy(&bytes, encoding);
        assert_eq!(read.text, text);
        assert_eq!(read.misfits, 0);
        check_each(&read, &bytes, |part| encoding.decode_without_bom_handling(part).0.into_owned());
    }

    #[test]
    fn each_character_of_a_utf_16_text_has_its_bytes(text in any::<String>(), skipped in 0..3usize) {
        let mut bytes = vec![b'?'; skipped];
        bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
        let read = utf16(&bytes, skipped, u16::from_be_bytes);
        assert_eq!(read.text, text);
        check_each(&read, &bytes, |part| utf16(part, 0, u16::from_be_bytes).text);
    }

    #[test]
    fn broken_bytes_read_as_the_library_reads_them(which in 0..LEGACY.len(), bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let (encoding, _) = LEGACY[which];
        let read = legacy(&bytes, encoding);
        assert_eq!(read.text, encoding.decode_without_bom_handling(&bytes).0);
        assert_eq!(read.disk.on_disk(Span::new(0, read.text.len())).len(), bytes.len());
        let lossy = utf8(&bytes, 0);
        assert_eq!(lossy.text, String::from_utf8_lossy(&bytes));
        check_each(&lossy, &bytes, |part| String::from_utf8_lossy(part).into_owned());
    }

    #[test]
    fn whatever_is_decoded_maps_onto_all_of_its_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(decoded) = decode(&bytes) {
            let places = decoded.text.char_indices().map(|(at, c)| Span::new(at, at + c.len_utf8()));
            let mut end = decoded.disk.on_disk(Span::new(0, 0)).start();
            for span in places {
                let disk = decoded.disk.on_disk(span);
                assert!(disk.start() <= end && end <= disk.end(), "{disk:?} leaves a hole after {end}");
                end = disk.end();
            }
            assert_eq!(end, bytes.len());
        }
    }
}
