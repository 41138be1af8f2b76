//! Covers in TikTok's bucket, which answers only signed addresses.

/// The signed address of a cover. It is on the same host, so that the fake CDN serves it.
pub fn signed(cover: &str) -> String {
    let signature = cover
        .bytes()
        .fold(17_u64, |sum, byte| sum.wrapping_mul(31) + u64::from(byte));
    format!(
        "{cover}?X-Tos-Algorithm=TOS4-HMAC-SHA256&X-Tos-Expires=86400&X-Tos-SignedHeaders=host&X-Tos-Signature={signature:016x}"
    )
}

/// Whether this is a signed address, and of this very cover.
pub fn is_signed(address: &str) -> bool {
    let cover = address.split('?').next().unwrap_or_default();
    address == signed(cover)
}
