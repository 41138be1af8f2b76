//! Kinds of characters in text that users paste. They are given as ranges: the tables of the Unicode crates are large.

/// Whether a character is invisible. Such characters come along from spreadsheets, chats and web pages: zero-width
/// characters, direction marks, the byte order mark, the soft hyphen.
pub(in crate::domain) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// Whether a character is a single quote, or invisible: such a character around a token does not belong to it.
pub(in crate::domain) fn is_quote(c: char) -> bool {
    matches!(c, '\'' | '`' | '‘' | '’') || is_invisible(c)
}

/// A full-width digit (`７`) as its ASCII digit; any other character as it is.
pub(in crate::domain) fn ascii_digit(c: char) -> char {
    match c {
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        _ => c,
    }
}

/// Whether a character ends any token. The comma and the semicolon do not: a link may contain them.
pub fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_control()
        || matches!(c, '"' | '|' | '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}')
        || matches!(c, '«' | '»' | '·')
        // Dashes, double quotes, bullets and dots, but not ‘ and ’, which occur in words.
        || matches!(c, '\u{2010}'..='\u{2017}' | '\u{201a}'..='\u{2027}' | '\u{2030}'..='\u{205e}')
        // 、。〃 and CJK brackets.
        || matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}')
        // Full-width punctuation.
        || matches!(c, '！'..='／' | '：'..='＠' | '［'..='｀' | '｛'..='･')
}

/// Whether a character is a symbol or of a script that is written without spaces (Thai, Chinese, kana …). A number or a
/// link can follow such a character directly.
pub fn is_spaceless(c: char) -> bool {
    let in_range = matches!(c, '\u{e00}'..='\u{1dff}' | '\u{2000}'..);
    in_range && !matches!(c, '‘' | '’' | '０'..='９')
}
