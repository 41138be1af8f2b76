//! What a person pastes, cut into tokens, each read as a video id or invalid with its reason.
//!
//! Takes anything, never fails, and takes time in proportion to the text. Refuses to guess: a token
//! that is not plainly one id stays invalid, for a wrong id would cost a credit. Links are `link`'s.

use crate::domain::ids::chars::{is_invisible, is_separator, is_wide, narrowed};
use crate::domain::ids::link;
use crate::domain::ids::{TokenProblem, VideoId, drop_repeats};

/// All that was found in a parsed_ids text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ParsedIds {
    /// The ids, each once, in the order they came.
    pub ids: Vec<VideoId>,
    /// How many further times an id came that is already among `ids`.
    pub duplicates: usize,
    /// What was not understood, in the order it came.
    pub invalid: Vec<InvalidToken>,
}

/// A token of text that is not an id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InvalidToken {
    /// The user's own text, cut to 120 characters.
    pub token: String,
    /// Why it is not an id.
    pub reason: TokenProblem,
}

/// Reads ids and TikTok links, however separated, out of `text`.
#[must_use]
pub fn parse_ids(text: &str) -> ParsedIds {
    let mut found = ParsedIds::default();
    for token in tokens(text) {
        let token = token.trim_matches(is_quote);
        match read_piece(token) {
            Ok(id) => found.ids.push(id),
            // A list's bullet or a table's rule is no mistake of the user's.
            Err(_) if is_mere_punctuation(token) => {}
            Err(reason) => found.invalid.push(InvalidToken {
                token: shortened(token),
                reason,
            }),
        }
    }
    let all = found.ids.len();
    drop_repeats(&mut found.ids);
    found.duplicates = all - found.ids.len();
    found
}

/// The first 120 characters; a cut shows as "…".
pub fn shortened(text: &str) -> String {
    const MOST: usize = 120;
    let mut starts = text.char_indices().map(|(at, _)| at).skip(MOST - 1);
    match (starts.next(), starts.next()) {
        (Some(cut), Some(_)) => [&text[..cut], "…"].concat(),
        _ => text.to_owned(),
    }
}

/// What stands for ids in a token of this page's own link, `…/?video_ids=752…,752…&page_num=1`, which
/// the commas have cut; any other token is left as it is.
fn own_ids(token: &str) -> &str {
    let from = token
        .find("video_ids=")
        .map_or(0, |at| at + "video_ids=".len());
    let ids = &token[from..];
    let until = ids.find("&page_").or(ids.find("&sample="));
    &ids[..until.unwrap_or(ids.len())]
}

fn is_quote(c: char) -> bool {
    matches!(c, '\'' | '`' | '‘' | '’') || is_invisible(c)
}

fn is_mere_punctuation(token: &str) -> bool {
    token
        .chars()
        .all(|c| c.is_ascii_punctuation() || is_quote(c))
}

/// Reads one token as a number, a link, a labelled number (`id:752…`), or a part of our own link.
fn read_piece(token: &str) -> Result<VideoId, TokenProblem> {
    let plain: String = token
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| narrowed(c).to_ascii_lowercase())
        .collect();
    let plain =
        own_ids(&plain).trim_matches(['\'', '.', ':', '=', '!', '?', '*', '#', '&', ',', ';']);
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

/// Cuts the text at separators, and where a number or a link is glued to other text.
fn tokens(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut token = Piece::at(0);
    for (at, c) in text.char_indices() {
        if is_invisible(c) {
            continue;
        }
        let after = &text[at + c.len_utf8()..];
        if is_separator(c) || (matches!(c, ',' | ';') && (!token.query || starts_piece(after))) {
            found.push(&text[token.start..at]);
            token = Piece::at(at + c.len_utf8());
            continue;
        }
        if token.ends_before(c, &text[at..]) {
            found.push(&text[token.start..at]);
            token = Piece::at(at);
        }
        token.slash |= c == '/';
        token.query |= c == '?' && token.slash;
        token.last = Some(c);
    }
    found.push(&text[token.start..]);
    found.retain(|token| !token.is_empty());
    found
}

/// The token being gathered.
struct Piece {
    start: usize,
    /// A slash has come: it may be a link.
    slash: bool,
    /// A question mark has come after a slash: commas may be part of it.
    query: bool,
    last: Option<char>,
}

impl Piece {
    fn at(start: usize) -> Self {
        Self {
            start,
            slash: false,
            query: false,
            last: None,
        }
    }

    /// Whether `c`, with which `rest` starts, belongs to the next token though nothing separates.
    fn ends_before(&self, c: char, rest: &str) -> bool {
        let Some(last) = self.last else { return false };
        if starts_link(rest) {
            // After punctuation it is a link's own parameter or path: `?u=https://…`.
            return !self.slash || !last.is_ascii_punctuation();
        }
        if self.slash {
            // Earlier than this a link may hold such letters: `/music/原声-752…`.
            return is_wide(c) && (self.query || narrowed(last).is_ascii_digit());
        }
        is_wide(c) != is_wide(last)
    }
}

/// Whether what follows a comma in a link's query is a new token.
fn starts_piece(rest: &str) -> bool {
    let Some(first) = rest.chars().next() else {
        return true;
    };
    narrowed(first).is_ascii_digit()
        || is_separator(first)
        || is_quote(first)
        || starts_link(rest)
        || rest.starts_with("//")
        || has_prefix(rest, "www.")
        || starts_tiktok_host(rest)
}

fn starts_link(rest: &str) -> bool {
    has_prefix(rest, "http://") || has_prefix(rest, "https://")
}

fn starts_tiktok_host(rest: &str) -> bool {
    /// The longest host looked for; a bound keeps the whole linear.
    const MOST: usize = 40;
    let host = rest.as_bytes();
    let host = &host[..host.len().min(MOST)];
    let end = host
        .iter()
        .position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')));
    let host = &host[..end.unwrap_or(host.len())];
    let (domain, name) = (b"tiktok.com", host.len().checked_sub(10));
    name.is_some_and(|at| host[at..].eq_ignore_ascii_case(domain))
}

/// Whether `text` starts with `prefix`, an ASCII one, in any case.
fn has_prefix(text: &str, prefix: &str) -> bool {
    text.as_bytes()
        .get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
}
