//! Replaces lone surrogates in a response. A caption that was cut in the middle of an emoji ends in `\ud83e`, which is
//! not valid text: without the replacement the row with it would be unreadable.

use std::borrow::Cow;

const ESCAPE_LENGTH: usize = "\\uXXXX".len();

/// The body with U+FFFD in place of each escaped surrogate that is not part of a pair.
pub fn repair_lone_surrogates(body: &str) -> Cow<'_, str> {
    let bytes = body.as_bytes();
    let mut repaired = String::new();
    // Where the part that is not yet copied begins.
    let mut rest = 0;
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'\\' {
            at += 1;
            continue;
        }
        at += match (surrogate(bytes, at), surrogate(bytes, at + ESCAPE_LENGTH)) {
            (Some(Surrogate::High), Some(Surrogate::Low)) => 2 * ESCAPE_LENGTH,
            // Another escape: skip the escaped character, which may be a backslash.
            (None, _) => 2,
            _ => {
                repaired.push_str(&body[rest..at]);
                repaired.push_str("\\ufffd");
                rest = at + ESCAPE_LENGTH;
                ESCAPE_LENGTH
            }
        };
    }
    if rest == 0 {
        return Cow::Borrowed(body);
    }
    repaired.push_str(&body[rest..]);
    Cow::Owned(repaired)
}

enum Surrogate {
    High,
    Low,
}

/// Which surrogate the escape at `at` stands for, if any.
fn surrogate(bytes: &[u8], at: usize) -> Option<Surrogate> {
    let [b'\\', b'u', hex @ ..] = bytes.get(at..at + ESCAPE_LENGTH)? else {
        return None;
    };
    let code = u16::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()?;
    match code {
        0xD800..=0xDBFF => Some(Surrogate::High),
        0xDC00..=0xDFFF => Some(Surrogate::Low),
        _ => None,
    }
}
