//! Kinds of characters in text that users paste, by their Unicode categories.

use std::borrow::Cow;

use crate::domain::ids::MIN_DIGITS;
use unicode_properties::{GeneralCategory as Category, UnicodeGeneralCategory};

/// Whether a character is invisible. Such characters come along from spreadsheets, chats and web pages: zero-width
/// characters, direction marks, the byte order mark, the soft hyphen.
pub(in crate::domain) fn is_invisible(c: char) -> bool {
    !c.is_ascii()
        && (c.general_category() == Category::Format
            // The grapheme joiner, fillers and variation selectors, which Unicode counts among marks and letters.
            || matches!(c, '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}')
            || matches!(c, '\u{180b}'..='\u{180f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}')
            || matches!(c, '\u{2065}' | '\u{e0100}'..='\u{e01ef}'))
}

/// Whether a character is a single quote, or invisible: such a character around a token does not belong to it.
pub(in crate::domain) fn is_quote(c: char) -> bool {
    matches!(c, '\'' | '`' | '‘' | '’') || is_invisible(c)
}

/// A decimal digit of any script (`７`, `٧`, `७`) as its ASCII digit; any other character as it is.
pub fn ascii_digit(c: char) -> char {
    if c.is_ascii() || !is_decimal(c) {
        return c;
    }
    // Unicode has the digits of a script in order from 0 to 9, and some scripts directly after one another.
    let before = (1..).take_while(|n| char::from_u32(c as u32 - n).is_some_and(is_decimal));
    u32::try_from(before.count() % 10)
        .ok()
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(c)
}

fn is_decimal(c: char) -> bool {
    c.general_category() == Category::DecimalNumber
}

/// Whether a character ends any token: white space, punctuation and symbols. The comma, the semicolon and other ASCII
/// punctuation do not, since a link may contain it.
pub fn is_separator(c: char) -> bool {
    use Category::{
        ClosePunctuation, ConnectorPunctuation, Control, CurrencySymbol, DashPunctuation,
        FinalPunctuation, InitialPunctuation, LineSeparator, MathSymbol, ModifierSymbol,
        OpenPunctuation, OtherNumber, OtherPunctuation, OtherSymbol, ParagraphSeparator,
        SpaceSeparator,
    };
    if c.is_ascii() {
        return c.is_ascii_whitespace()
            || c.is_ascii_control()
            || matches!(c, '"' | '|' | '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}');
    }
    match c.general_category() {
        Control | SpaceSeparator | LineSeparator | ParagraphSeparator => true,
        // They occur in words.
        _ if matches!(c, '‘' | '’') => false,
        ConnectorPunctuation | DashPunctuation | OpenPunctuation | ClosePunctuation
        | InitialPunctuation | FinalPunctuation | OtherPunctuation => true,
        MathSymbol | CurrencySymbol | ModifierSymbol | OtherSymbol => true,
        // Numbers of lists, such as ①.
        OtherNumber => true,
        // The frame of a keycap such as 1️⃣.
        _ => c == '\u{20e3}',
    }
}

/// Whether a character is of a script that is written without spaces (Thai, Chinese, kana …). A number or a link can
/// follow such a character directly.
pub fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{1dff}' | '\u{2000}'..) && !matches!(c, '‘' | '’') && !is_decimal(c)
}

/// Without invisible characters, in lower case, with ASCII digits.
pub fn plain(text: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let visible = text.chars().filter(|c| !is_invisible(*c));
    visible
        .map(|c| ascii_digit(c).to_ascii_lowercase())
        .collect()
}

/// The text after an ASCII prefix in upper or lower case.
pub(in crate::domain) fn strip_prefix_in_any_case<'a>(
    text: &'a str,
    prefix: &str,
) -> Option<&'a str> {
    let start = text.get(..prefix.len())?;
    start
        .eq_ignore_ascii_case(prefix)
        .then(|| &text[prefix.len()..])
}

pub fn is_number(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a plain text has a number that is as long as an id.
pub fn has_long_number(text: &str) -> bool {
    let mut numbers = text.as_bytes().split(|b| !b.is_ascii_digit());
    text.len() >= MIN_DIGITS && numbers.any(|number| number.len() >= MIN_DIGITS)
}
