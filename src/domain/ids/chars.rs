//! Kinds of characters in parsed_ids text. By ranges, not by Unicode's tables, for they weigh much.

/// Shows as nothing, and comes along from spreadsheets, chats and web pages: zero-width characters,
/// direction marks, the byte-order mark, the soft hyphen.
pub(in crate::domain) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// A full-width digit (`７`) as its ASCII one; anything else as it is.
pub(in crate::domain) fn narrowed(c: char) -> char {
    match c {
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        _ => c,
    }
}

/// Ends any token. The comma and the semicolon are not here: a link may hold them.
pub fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_control()
        || matches!(c, '"' | '|' | '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}')
        || matches!(c, '«' | '»' | '·')
        // Dashes, double quotes, bullets, dots; not ‘ and ’, which words hold.
        || matches!(c, '\u{2010}'..='\u{2017}' | '\u{201a}'..='\u{2027}' | '\u{2030}'..='\u{205e}')
        // 、。〃 and CJK brackets.
        || matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}')
        // Full-width punctuation.
        || matches!(c, '！'..='／' | '：'..='＠' | '［'..='｀' | '｛'..='･')
}

/// Of a script written without blanks between words (Thai, Chinese, kana …) or a symbol: a number
/// or a link may stand right beside it.
pub fn is_wide(c: char) -> bool {
    let spaceless = matches!(c, '\u{e00}'..='\u{1dff}' | '\u{2000}'..);
    spaceless && !matches!(c, '‘' | '’' | '０'..='９')
}
