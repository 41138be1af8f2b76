//! Until when a signed URL works. The expiry is in the path, as 8 hex digits of Unix seconds after a hash of 32 hex
//! digits, or in the query, as `expire=`, `Expires=` or `x-expires=`, in seconds or in a fraction of them.

use crate::domain::videos::links::MediaUrl;

/// Times above this are not in seconds, of which it is the year 5138.
const MAX_SECONDS: u64 = 99_999_999_999;

/// The earliest expiry in the URL, in Unix seconds.
pub fn expiry(url: &MediaUrl) -> Option<u64> {
    let url = url.as_str();
    let without_fragment = url.split('#').next().unwrap_or(url);
    let (path, query) = without_fragment
        .split_once('?')
        .unwrap_or((without_fragment, ""));
    let in_path = path
        .split('/')
        .zip(path.split('/').skip(1))
        .find(|(hash, _)| is_hex(hash, 32))
        .filter(|(_, expiry)| is_hex(expiry, 8))
        .and_then(|(_, expiry)| u64::from_str_radix(expiry, 16).ok());
    let in_query = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .filter(|(name, _)| says_expiry(name))
        .filter_map(|(_, value)| value.parse().ok())
        .map(in_seconds);
    in_path.into_iter().chain(in_query).min()
}

fn says_expiry(name: &str) -> bool {
    const NAMES: [&str; 4] = ["expire", "expires", "x-expire", "x-expires"];
    NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// A time in seconds, milliseconds, microseconds or nanoseconds, in seconds.
fn in_seconds(mut time: u64) -> u64 {
    while time > MAX_SECONDS {
        time /= 1000;
    }
    time
}

fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
