//! Fingerprints: a hash by which bytes are recognised later.

/// Returns the fingerprint of bytes (FNV-1a, Fowler, Noll and Vo 1991). It is stored in files, so it must never change. Takes linear time.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
