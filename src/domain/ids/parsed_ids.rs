//! Reads video ids from text that a user pastes. Each of its tokens is an id, or invalid with a reason.
//!
//! It accepts any text, in time proportional to its length. It does not guess: a token that is not plainly one id is
//! invalid, since a wrong id would cost a credit.

use crate::domain::ids::chars::{ascii_digit, is_invisible, is_quote};
use crate::domain::ids::link;
use crate::domain::ids::tokens::tokens;
use crate::domain::ids::{TokenProblem, VideoId, remove_duplicates};

/// The tokens of a text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ParsedIds {
    /// The ids in their order, without duplicates.
    pub ids: Vec<VideoId>,
    /// How many duplicates were removed.
    pub duplicates: usize,
    /// The tokens that are not ids, in their order.
    pub invalid: Vec<InvalidToken>,
}

/// A token that is not an id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InvalidToken {
    /// The text as the user typed it, cut to 120 characters.
    pub token: String,
    /// Why it is not an id.
    pub reason: TokenProblem,
}

/// Reads ids and TikTok links from a text, whatever separates them.
#[must_use]
pub fn parse_ids(text: &str) -> ParsedIds {
    let mut found = ParsedIds::default();
    for token in tokens(text) {
        let token = token.trim_matches(is_quote);
        match read_token(token) {
            Ok(id) => found.ids.push(id),
            // Bullets of a list or lines of a table are not the user's mistakes.
            Err(_) if is_mere_punctuation(token) => {}
            Err(reason) => found.invalid.push(InvalidToken {
                token: truncate(token),
                reason,
            }),
        }
    }
    let all = found.ids.len();
    remove_duplicates(&mut found.ids);
    found.duplicates = all - found.ids.len();
    found
}

/// The first 120 characters, with "…" in place of the last one if there are more.
pub fn truncate(text: &str) -> String {
    const MAX: usize = 120;
    let mut starts = text.char_indices().map(|(at, _)| at).skip(MAX - 1);
    match (starts.next(), starts.next()) {
        (Some(cut), Some(_)) => format!("{}…", &text[..cut]),
        _ => text.to_owned(),
    }
}

/// The id in a token of this page's own link, `…/?video_ids=752…,752…&page_num=1`, which is split at its commas. Any
/// other token is returned as it is.
fn id_of_own_link(token: &str) -> &str {
    let start = token
        .find("video_ids=")
        .map_or(0, |at| at + "video_ids=".len());
    let ids = &token[start..];
    let end = ids.find("&page_").or(ids.find("&sample="));
    &ids[..end.unwrap_or(ids.len())]
}

fn is_mere_punctuation(token: &str) -> bool {
    token
        .chars()
        .all(|c| c.is_ascii_punctuation() || is_quote(c))
}

/// Reads a token as a number, a link, a labeled number (`id:752…`), or a part of this page's own link.
fn read_token(token: &str) -> Result<VideoId, TokenProblem> {
    let plain: String = token
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| ascii_digit(c).to_ascii_lowercase())
        .collect();
    let plain = id_of_own_link(&plain)
        .trim_matches(['\'', '.', ':', '=', '!', '?', '*', '#', '&', ',', ';']);
    if plain.bytes().all(|b| b.is_ascii_digit()) {
        return plain.parse();
    }
    if let Some(read) = link::read(plain) {
        return read;
    }
    match plain.rsplit_once([':', '=']) {
        Some((label, id)) if label.bytes().all(is_label) => id.parse().ok(),
        _ => None,
    }
    .ok_or(TokenProblem::NotANumber)
}

fn is_label(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_' || b == b'-'
}
