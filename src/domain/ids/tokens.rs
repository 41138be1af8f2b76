//! Splits text that a user pastes into tokens, each of which may be an id or a link.

use crate::domain::ids::chars::{
    ascii_digit, is_invisible, is_quote, is_separator, is_spaceless, strip_prefix_in_any_case,
};
use crate::domain::ids::host::is_tiktok;
use crate::domain::ids::link;

/// A token, and where it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token<'a> {
    pub text: &'a str,
    /// All text before it.
    pub before: &'a str,
}

/// Splits the text at separators, and where a number or a link directly follows other text.
pub fn tokens(text: &str) -> Tokens<'_> {
    let partial = Partial::at(list_marker(text));
    Tokens {
        text,
        at: partial.start,
        partial,
    }
}

/// The tokens of a text.
pub struct Tokens<'a> {
    text: &'a str,
    /// What was read so far.
    at: usize,
    partial: Partial,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let text = self.text;
        loop {
            self.skip_plain();
            let (start, at) = (self.partial.start, self.at);
            let Some(c) = text[at..].chars().next() else {
                self.partial.start = at;
                return self.token(start, at);
            };
            let next = at + c.len_utf8();
            self.at = next;
            if is_invisible(c) {
                continue;
            }
            let ends_at_comma = || self.partial.ends_at_comma(&text[start..at], &text[next..]);
            if is_separator(c) || (matches!(c, ',' | ';') && ends_at_comma()) {
                if c == '\n' {
                    self.at += list_marker(&text[next..]);
                }
                self.partial = Partial::at(self.at);
            } else {
                if self.partial.ends_before(c, &text[at..]) {
                    self.partial = Partial::at(at);
                }
                self.partial.push(c, &text[self.partial.start..at]);
            }
            if self.partial.start != start
                && let Some(token) = self.token(start, at)
            {
                return Some(token);
            }
        }
    }
}

impl<'a> Tokens<'a> {
    fn token(&self, start: usize, end: usize) -> Option<Token<'a>> {
        (start < end).then(|| Token {
            text: &self.text[start..end],
            before: &self.text[..start],
        })
    }

    /// Skips characters that neither end a token nor say what it is: nearly all of a list of links.
    fn skip_plain(&mut self) {
        let is_plain = |byte: &u8| match byte {
            // A link may start there.
            b'h' | b'H' => false,
            _ => byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'@' | b'&'),
        };
        // After another character a token may end.
        if self.partial.last.is_some_and(|last| last.is_ascii()) {
            let rest = &self.text.as_bytes()[self.at..];
            let count = rest.iter().take_while(|byte| is_plain(byte)).count();
            if let Some(last) = rest[..count].last() {
                self.partial.last = Some(char::from(*last));
            }
            self.at += count;
        }
    }
}

/// The token that is being read.
struct Partial {
    start: usize,
    /// It has a slash, so it may be a link.
    has_slash: bool,
    /// It has a question mark after a slash or at its start, so commas may be part of it.
    has_query: bool,
    /// It has the parameter `video_ids`, so that commas separate ids in it.
    has_ids: bool,
    last: Option<char>,
}

impl Partial {
    fn at(start: usize) -> Self {
        Self {
            start,
            has_slash: false,
            has_query: false,
            has_ids: false,
            last: None,
        }
    }

    /// Adds a character. `so_far` is the token before it.
    fn push(&mut self, c: char, so_far: &str) {
        self.has_slash |= c == '/';
        self.has_query |= c == '?' && (self.has_slash || self.last.is_none());
        self.has_ids |= c == '=' && self.has_query && so_far.ends_with(link::VIDEO_IDS);
        self.last = Some(c);
    }

    /// Whether a comma or semicolon ends the token. `so_far` is the token before it, `rest` the text after it.
    fn ends_at_comma(&self, so_far: &str, rest: &str) -> bool {
        if self.has_ids {
            return starts_link(rest) || rest.starts_with(|c| is_separator(c) || is_quote(c));
        }
        (!self.has_query || starts_token(rest)) && !splits_exponent_form(so_far, rest)
    }

    /// Whether a new token starts at `c`, the first character of `rest`, although it is not after a separator.
    fn ends_before(&self, c: char, rest: &str) -> bool {
        let Some(last) = self.last else { return false };
        // Nearly all characters of a list of links, of which each further look takes longer than this one.
        if c.is_ascii() && last.is_ascii() && !matches!(c, 'h' | 'H') {
            return false;
        }
        if starts_link(rest) {
            // After punctuation it is a parameter or a path of the link: `?u=https://…`.
            return !self.has_slash || !last.is_ascii_punctuation();
        }
        if self.has_slash {
            // Before the id or the query a link may have such letters: `/music/原声-752…`.
            return is_spaceless(c) && (self.has_query || is_digit(last));
        }
        is_spaceless(c) != is_spaceless(last)
    }
}

/// The length of a list's marker at the start of a line, such as `1. ` or `2) `, if an item follows it.
fn list_marker(line: &str) -> usize {
    const MAX_DIGITS: usize = 4;
    let number = line.trim_start_matches([' ', '\t', '(', '（']);
    let after = number.trim_start_matches(is_digit);
    let digits = number[..number.len() - after.len()].chars().count();
    let mut rest = after.trim_start_matches(is_invisible).chars();
    let is_mark = match rest.next() {
        // Not `7.52178E+18`.
        Some('.' | ':') => !rest.as_str().starts_with(is_digit),
        Some(')' | '）' | '、' | '．' | '：' | '\u{20e3}') => true,
        _ => false,
    };
    let item = rest.as_str().split('\n').next().unwrap_or_default();
    match (1..=MAX_DIGITS).contains(&digits) && is_mark && !item.trim().is_empty() {
        true => line.len() - after.len(),
        false => 0,
    }
}

fn is_digit(c: char) -> bool {
    ascii_digit(c).is_ascii_digit()
}

/// Whether the comma is a decimal one, in a spreadsheet's `7,52178E+18`.
fn splits_exponent_form(before: &str, rest: &str) -> bool {
    /// A longer fraction is not a number of a spreadsheet. Without a limit the time would not be linear.
    const MAX: usize = 20;
    let fraction = rest.chars().take(MAX).take_while(|c| is_digit(*c)).count();
    let mut exponent = rest.chars().skip(fraction);
    let mut before = before.trim_start_matches(is_quote).chars();
    before.next().is_some_and(is_digit)
        && before.next().is_none()
        && fraction > 0
        && matches!(exponent.next(), Some('e' | 'E'))
        && matches!(exponent.next(), Some('+' | '0'..='9'))
}

/// Whether the text after a comma in a link's query is a new token.
fn starts_token(rest: &str) -> bool {
    let Some(first) = rest.chars().next() else {
        return true;
    };
    is_digit(first)
        || is_separator(first)
        || is_quote(first)
        || starts_link(rest)
        || rest.starts_with("//")
        || strip_prefix_in_any_case(rest, "www.").is_some()
        || starts_tiktok_host(rest)
}

fn starts_link(rest: &str) -> bool {
    let schemes = ["http://", "https://"];
    schemes
        .iter()
        .any(|scheme| strip_prefix_in_any_case(rest, scheme).is_some())
}

fn starts_tiktok_host(rest: &str) -> bool {
    /// The maximum length of the host. Without a limit the time would not be linear.
    const MAX: usize = 40;
    let is_host_char = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let host: String = rest.chars().take(MAX).take_while(is_host_char).collect();
    is_tiktok(&host.to_ascii_lowercase())
}
