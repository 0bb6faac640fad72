use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};

use super::decode::{Undecodable, decode};
use crate::text::Span;

const FRENCH: &str =
    "Le préfet a fermé la vieille écluse mardi. « Elle fuit », a-t-il déclaré à la presse, l’air fâché.\n";
const RUSSIAN: &str =
    "Смотритель закрыл старый шлюз во вторник. Он сказал, что ворота протекают и что их надо менять.\n";
const JAPANESE: &str = "水門の管理人は火曜日に古い水門を閉じた。扉から水が漏れていると彼は話した。\n";
const CHINESE: &str = "星期二，管理员关闭了旧水闸。他说闸门在漏水，必须更换。一个月以后再开放。\n";
const KOREAN: &str = "관리인은 화요일에 낡은 수문을 닫았다. 그는 문에서 물이 샌다고 말했다.\n";
const TAIWANESE: &str = "星期二，管理員關閉了舊水閘。他說閘門在漏水，必須更換。一個月以後再開放。\n";
const POLISH: &str =
    "Dozorca zamknął we wtorek starą śluzę. Powiedział, że wrota przeciekają i trzeba je wymienić. Łódź czeka.\n";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn a_mark_or_plain_utf_8_is_believed() {
    let marked = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
    for text in [FRENCH, RUSSIAN, JAPANESE, CHINESE, "plain\r\nlines\r", "\u{202e}one \0 zero and \x1b[31m escapes\n"] {
        for (bytes, encoding, skipped) in [
            (text.as_bytes().to_vec(), "UTF-8", 0),
            (marked(b"\xef\xbb\xbf", text.into()), "UTF-8", 3),
            (marked(b"\xff\xfe", utf16(text, u16::to_le_bytes)), "UTF-16LE", 2),
            (marked(b"\xfe\xff", utf16(text, u16::to_be_bytes)), "UTF-16BE", 2),
        ] {
            let decoded = decode(&bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.misfits), (text, encoding, 0));
            assert!(!decoded.guessed);
            let all = decoded.disk.on_disk(Span::new(0, text.len()));
            assert_eq!(all.range(), skipped..bytes.len());
        }
    }
}

#[test]
fn utf_16_without_a_mark_is_known_by_its_zeros() {
    for text in [FRENCH, RUSSIAN, CHINESE, POLISH, "two words"] {
        for (bytes, encoding) in
            [(utf16(text, u16::to_le_bytes), "UTF-16LE"), (utf16(text, u16::to_be_bytes), "UTF-16BE")]
        {
            let decoded = decode(&bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
        }
    }
}

#[test]
fn other_encodings_are_guessed() {
    let table: [(&str, &Encoding); 7] = [
        (FRENCH, WINDOWS_1252),
        (RUSSIAN, WINDOWS_1251),
        (JAPANESE, SHIFT_JIS),
        (CHINESE, GBK),
        (KOREAN, EUC_KR),
        (TAIWANESE, BIG5),
        (POLISH, WINDOWS_1250),
    ];
    for (text, encoding) in table {
        let (bytes, _, _) = encoding.encode(text);
        let decoded = decode(&bytes).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.guessed), (text, encoding.name(), true));
    }
}

#[test]
fn a_few_broken_bytes_do_not_change_the_encoding() {
    let bytes = [FRENCH.as_bytes(), b"the \xff end\xc3", FRENCH.as_bytes()].concat();
    let decoded = decode(&bytes).unwrap();
    assert_eq!((decoded.encoding, decoded.misfits, decoded.guessed), ("UTF-8", 2, false));
    assert_eq!(decoded.text, format!("{FRENCH}the \u{fffd} end\u{fffd}{FRENCH}"));
    let odd = decode(b"\xff\xfea\0 \0b").unwrap();
    assert_eq!((odd.text.as_str(), odd.misfits), ("a \u{fffd}", 1));
}

#[test]
fn what_holds_nothing_is_empty() {
    for bytes in
        [&b""[..], b" \r\n\t\x0c ", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\n\0", "\u{a0}\u{2028}\n".as_bytes()]
    {
        assert_eq!(decode(bytes).err(), Some(Undecodable::Empty), "{bytes:?}");
    }
}

#[test]
fn what_is_no_text_is_binary() {
    let zeros = [0u8; 64];
    let mixed: Vec<u8> = (0..=255).cycle().take(4096).collect();
    for bytes in [
        &b"%PDF-1.7\n1 0 obj <<"[..],
        b"PK\x03\x04 and names",
        b"\x1f\x8b\x08",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\x24\x08\0\0WAVEfmt ",
        b"\x7fELF\x02\x01\x01\0",
        &zeros,
        &mixed,
        b"\x01\x02\x03\x04 few letters \x05\x06",
        b"caf\xe9 \0\0\0 \xff\xff",
    ] {
        assert_eq!(decode(bytes).err(), Some(Undecodable::Binary), "{bytes:?}");
    }
}
