//! Replaces bare `NaN` and `Infinity` in a response. Programs write them for unknown numbers, but JSON has no such
//! values: without the replacement the whole response would be unreadable.

use std::borrow::Cow;

/// The body with `null` in place of each such word outside texts.
pub fn repair_non_finite(body: &str) -> Cow<'_, str> {
    let mut repaired = String::new();
    // Where the part that is not yet copied begins.
    let mut rest = 0;
    let mut at = 0;
    while let Some(c) = body[at..].chars().next() {
        let length = match c {
            '"' => text_length(&body[at..]),
            _ if is_word(c) => word_length(&body[at..]),
            _ => c.len_utf8(),
        };
        if is_non_finite(&body[at..at + length]) {
            repaired.push_str(&body[rest..at]);
            repaired.push_str("null");
            rest = at + length;
        }
        at += length;
    }
    if rest == 0 {
        return Cow::Borrowed(body);
    }
    repaired.push_str(&body[rest..]);
    Cow::Owned(repaired)
}

/// The length of the JSON text at the beginning, with its quotes.
fn text_length(json: &str) -> usize {
    let mut is_escaped = false;
    let end = json.char_indices().skip(1).find(|(_, c)| {
        let ends = *c == '"' && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        ends
    });
    end.map_or(json.len(), |(at, _)| at + 1)
}

fn word_length(json: &str) -> usize {
    json.find(|c| !is_word(c)).unwrap_or(json.len())
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '_')
}

fn is_non_finite(word: &str) -> bool {
    let word = word.strip_prefix(['+', '-']).unwrap_or(word);
    ["nan", "inf", "infinity"]
        .iter()
        .any(|name| word.eq_ignore_ascii_case(name))
}
