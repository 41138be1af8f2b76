//! Owns: one mend of an answer's text: halves of a character. A caption that was cut in the middle of an
//! emoji ends in `\ud83e`, which is no text, and would make the whole answer unreadable.
//! Refuses: mending anything else.

use std::borrow::Cow;

const ESCAPE: usize = "\\uXXXX".len();

/// The text with each half of a character replaced by U+FFFD.
pub fn repair_lone_surrogates(body: &str) -> Cow<'_, str> {
    let bytes = body.as_bytes();
    let mut repair_lone_surrogates = String::new();
    let mut kept = 0;
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'\\' {
            at += 1;
            continue;
        }
        at += match (half(bytes, at), half(bytes, at + ESCAPE)) {
            (Half::First, Half::Second) => 2 * ESCAPE,
            (Half::None, _) => 2,
            _ => {
                repair_lone_surrogates.push_str(body.get(kept..at).unwrap_or_default());
                repair_lone_surrogates.push_str("\\ufffd");
                kept = at + ESCAPE;
                ESCAPE
            }
        };
    }
    if kept == 0 {
        return Cow::Borrowed(body);
    }
    repair_lone_surrogates.push_str(body.get(kept..).unwrap_or_default());
    Cow::Owned(repair_lone_surrogates)
}

#[derive(PartialEq)]
enum Half {
    None,
    First,
    Second,
}

/// What the escape at this place stands for.
fn half(bytes: &[u8], at: usize) -> Half {
    match bytes.get(at..at + ESCAPE) {
        Some([b'\\', b'u', b'd' | b'D', second, rest @ ..])
            if rest.iter().all(u8::is_ascii_hexdigit) =>
        {
            match second {
                b'8' | b'9' | b'a' | b'b' | b'A' | b'B' => Half::First,
                b'c'..=b'f' | b'C'..=b'F' => Half::Second,
                _ => Half::None,
            }
        }
        _ => Half::None,
    }
}
