//! Numbers as spreadsheets show them: shortened, or with separators of thousands.

use std::borrow::Cow;

use crate::domain::ids::chars::is_number;

/// Whether a text is a number as spreadsheets shorten it: `7.52178e+18`, `7,52178e18`.
pub fn is_exponent_form(text: &str) -> bool {
    let Some((number, exponent)) = text.split_once('e') else {
        return false;
    };
    let mut parts = number.splitn(2, ['.', ',']);
    let (whole, fraction) = (parts.next().unwrap_or_default(), parts.next());
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
    whole.len() == 1
        && is_number(whole)
        && fraction.is_none_or(is_number)
        && !exponent.is_empty()
        && is_number(exponent)
}

/// Numbers without the separators of thousands: `7,521,783,049,722,285,367`.
pub fn without_separators(text: &str) -> Cow<'_, str> {
    const SEPARATORS: [char; 8] = [',', '.', ' ', '\'', '’', '\u{a0}', '\u{202f}', '，'];
    let mut plain = String::new();
    // Where the part that is not yet copied begins.
    let (mut copied, mut at) = (0, 0);
    while let Some(start) = text.as_bytes()[at..].iter().position(u8::is_ascii_digit) {
        let start = at + start;
        let first = digits(&text[start..]);
        at = start + first;
        let separator = text[at..].chars().next().filter(|c| SEPARATORS.contains(c));
        let (Some(separator), 1..=3) = (separator, first) else {
            continue;
        };
        while let Some(group) = text[at..].strip_prefix(separator)
            && digits(group) == 3
        {
            at += separator.len_utf8() + 3;
        }
        let number = &text[start..at];
        if number.matches(separator).count() >= MIN_GROUPS {
            plain.push_str(&text[copied..start]);
            plain.extend(number.chars().filter(char::is_ascii_digit));
            copied = at;
        }
    }
    match copied {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(plain + &text[copied..]),
    }
}

/// How many groups of three digits follow the first digits of an id.
const MIN_GROUPS: usize = 5;

/// How many digits a text starts with.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}
