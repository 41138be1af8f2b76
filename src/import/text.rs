//! The text of a file, in the encodings that spreadsheets and editors save.

use encoding_rs::{Encoding, GB18030, UTF_8, WINDOWS_1252};

/// Decodes a file by its byte order mark, or else as UTF-8, as GB 18030 (Excel in Chinese), or as Windows-1252. `None` if
/// it is not text.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => encoding.decode_without_bom_handling(&bytes[length..]).0,
        None => [UTF_8, GB18030]
            .into_iter()
            .find_map(|encoding| {
                encoding.decode_without_bom_handling_and_without_replacement(bytes)
            })
            .unwrap_or_else(|| WINDOWS_1252.decode_without_bom_handling(bytes).0),
    };
    is_text(&text).then(|| text.into_owned())
}

/// Pictures, PDF and other binary files have control characters near their start.
fn is_text(text: &str) -> bool {
    const SAMPLE: usize = 4_000;
    let is_binary =
        |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}');
    !text.starts_with("%PDF") && !text.chars().take(SAMPLE).any(is_binary)
}
