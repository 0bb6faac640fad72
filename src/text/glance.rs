//! Fast byte scans: finds the first byte of a kind and counts such bytes, written so that the compiler can use SIMD.

/// The number of bytes tested together (chosen).
const GLANCE: usize = 32;

/// Returns the position of the first byte for which the test holds.
pub(crate) fn first(bytes: &[u8], is_so: impl Fn(u8) -> bool) -> Option<usize> {
    let has_none = |part: &&[u8]| part.iter().fold(0, |has, byte| has | u8::from(is_so(*byte))) == 0;
    let skipped = bytes.chunks_exact(GLANCE).take_while(has_none).count() * GLANCE;
    bytes[skipped..].iter().position(|byte| is_so(*byte)).map(|at| skipped + at)
}

/// Counts the bytes for which the test holds, in blocks whose counts fit in a byte.
pub(crate) fn count(bytes: &[u8], is_so: impl Fn(u8) -> bool) -> usize {
    let parts = bytes.chunks(usize::from(u8::MAX));
    parts.map(|part| usize::from(part.iter().map(|byte| u8::from(is_so(*byte))).sum::<u8>())).sum()
}

/// Counts the bytes for which the test holds together with the byte before.
pub(crate) fn count_pairs(bytes: &[u8], is_so: impl Fn(u8, u8) -> bool) -> usize {
    let Some((_, after)) = bytes.split_first() else { return 0 };
    let parts = bytes.chunks(usize::from(u8::MAX)).zip(after.chunks(usize::from(u8::MAX)));
    let each = parts.map(|(one, next)| one.iter().zip(next).map(|(a, b)| u8::from(is_so(*a, *b))).sum::<u8>());
    each.map(usize::from).sum()
}
