//! Bytes at a glance: where the first of a kind stands, and how many there are. The processor looks at many of them at once.

/// Bytes that are looked at together.
const GLANCE: usize = 32;

/// The place of the first byte that is so.
pub(crate) fn first(bytes: &[u8], is_so: impl Fn(u8) -> bool) -> Option<usize> {
    let has_none = |part: &&[u8]| part.iter().fold(0, |has, byte| has | u8::from(is_so(*byte))) == 0;
    let skipped = bytes.chunks_exact(GLANCE).take_while(has_none).count() * GLANCE;
    bytes[skipped..].iter().position(|byte| is_so(*byte)).map(|at| skipped + at)
}

/// Counts the bytes that are so. In parts of which each count fits a byte.
pub(crate) fn count(bytes: &[u8], is_so: impl Fn(u8) -> bool) -> usize {
    let parts = bytes.chunks(usize::from(u8::MAX));
    parts.map(|part| usize::from(part.iter().map(|byte| u8::from(is_so(*byte))).sum::<u8>())).sum()
}

/// Counts the bytes that are so together with the one before.
pub(crate) fn count_pairs(bytes: &[u8], is_so: impl Fn(u8, u8) -> bool) -> usize {
    let Some((_, after)) = bytes.split_first() else { return 0 };
    let parts = bytes.chunks(usize::from(u8::MAX)).zip(after.chunks(usize::from(u8::MAX)));
    let each = parts.map(|(one, next)| one.iter().zip(next).map(|(a, b)| u8::from(is_so(*a, *b))).sum::<u8>());
    each.map(usize::from).sum()
}
