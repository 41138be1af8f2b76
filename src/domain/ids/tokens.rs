//! Splits text that a user pastes into tokens, each of which may be an id or a link.

use crate::domain::ids::chars::{ascii_digit, is_invisible, is_quote, is_separator, is_spaceless};

/// Splits the text at separators, and where a number or a link directly follows other text.
pub fn tokens(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut token = Token::at(0);
    for (at, c) in text.char_indices() {
        if is_invisible(c) {
            continue;
        }
        let after = &text[at + c.len_utf8()..];
        if is_separator(c) || (matches!(c, ',' | ';') && (!token.has_query || starts_token(after)))
        {
            found.push(&text[token.start..at]);
            token = Token::at(at + c.len_utf8());
            continue;
        }
        if token.ends_before(c, &text[at..]) {
            found.push(&text[token.start..at]);
            token = Token::at(at);
        }
        token.has_slash |= c == '/';
        token.has_query |= c == '?' && token.has_slash;
        token.last = Some(c);
    }
    found.push(&text[token.start..]);
    found.retain(|token| !token.is_empty());
    found
}

/// The token that is being read.
struct Token {
    start: usize,
    /// It has a slash, so it may be a link.
    has_slash: bool,
    /// It has a question mark after a slash, so commas may be part of it.
    has_query: bool,
    last: Option<char>,
}

impl Token {
    fn at(start: usize) -> Self {
        Self {
            start,
            has_slash: false,
            has_query: false,
            last: None,
        }
    }

    /// Whether a new token starts at `c`, the first character of `rest`, although it is not after a separator.
    fn ends_before(&self, c: char, rest: &str) -> bool {
        let Some(last) = self.last else { return false };
        if starts_link(rest) {
            // After punctuation it is a parameter or a path of the link: `?u=https://…`.
            return !self.has_slash || !last.is_ascii_punctuation();
        }
        if self.has_slash {
            // Before the id or the query a link may have such letters: `/music/原声-752…`.
            return is_spaceless(c) && (self.has_query || ascii_digit(last).is_ascii_digit());
        }
        is_spaceless(c) != is_spaceless(last)
    }
}

/// Whether the text after a comma in a link's query is a new token.
fn starts_token(rest: &str) -> bool {
    let Some(first) = rest.chars().next() else {
        return true;
    };
    ascii_digit(first).is_ascii_digit()
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
    /// The maximum length of the host. Without a limit the time would not be linear.
    const MAX: usize = 40;
    let host = rest.as_bytes();
    let host = &host[..host.len().min(MAX)];
    let end = host
        .iter()
        .position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')));
    let host = &host[..end.unwrap_or(host.len())];
    let (domain, name) = (b"tiktok.com", host.len().checked_sub(10));
    name.is_some_and(|at| host[at..].eq_ignore_ascii_case(domain))
}

/// Whether a text starts with an ASCII prefix, in upper or lower case.
fn has_prefix(text: &str, prefix: &str) -> bool {
    text.as_bytes()
        .get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
}
