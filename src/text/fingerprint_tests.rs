use super::fingerprint;

#[test]
fn it_is_the_published_hash() {
    for (text, known) in [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
    {
        assert_eq!(fingerprint(text.as_bytes()), known, "{text}");
    }
}
