//! Reads the video id from a link.
//!
//! Only `tiktok.com` and its subdomains are trusted. The host is found as a browser finds it, so that
//! `tiktok.com@evil.example` is not mistaken for TikTok. No link is followed, so short links have no id.

use crate::domain::ids::{TokenProblem, VideoId};

/// The query parameters that have a video's id.
const PARAMETERS: [&str; 4] = ["item_id", "share_item_id", "video_id", "aweme_id"];

/// Reads a link in lower case. `None` if the text is not a link.
pub fn read(text: &str) -> Option<Result<VideoId, TokenProblem>> {
    // Slashes in JSON.
    let text = text.replace("\\/", "/");
    if !text.contains('/') && text.contains("%2f") {
        return read_decoded(&percent_decoded(&text));
    }
    read_decoded(&text)
}

fn read_decoded(text: &str) -> Option<Result<VideoId, TokenProblem>> {
    let (has_scheme, rest) = match text.split_once("//") {
        Some(("http:" | "https:", rest)) => (true, rest),
        Some(("", rest)) => (false, rest),
        Some((scheme, _)) if is_scheme(scheme) => return Some(Err(TokenProblem::OtherSite)),
        _ => (false, text),
    };
    let (authority, tail) = rest.split_at(rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len()));
    let host = host(authority);
    if !has_scheme && !(is_domain(host) && (!tail.is_empty() || names_tiktok(authority))) {
        return None;
    }
    if !is_tiktok(host) {
        return Some(Err(if authority.contains("tiktok") {
            TokenProblem::LookAlikeHost
        } else {
            TokenProblem::OtherSite
        }));
    }
    Some(id_of(host, tail))
}

/// The first valid id in the path or query of a TikTok link, or else the problem of the first candidate.
fn id_of(host: &str, tail: &str) -> Result<VideoId, TokenProblem> {
    let tail = tail.split_once('#').map_or(tail, |(tail, _)| tail);
    let (path, query) = tail.split_once('?').unwrap_or((tail, ""));
    let path = percent_decoded(path);
    let mut problem = None;
    let in_query = form_urlencoded::parse(query.as_bytes())
        // Links copied from HTML have `&amp;` for `&`.
        .filter(|(name, _)| PARAMETERS.contains(&name.trim_start_matches("amp;")))
        .map(|(_, value)| value)
        .filter(|value| starts_with_digit(value))
        .map(|value| leading_id(&value));
    for read in in_path(&path).map(leading_id).into_iter().chain(in_query) {
        match read {
            Ok(id) => return Ok(id),
            Err(reason) => problem = problem.or(Some(reason)),
        }
    }
    let short = matches!(host, "vm.tiktok.com" | "vt.tiktok.com") || path.starts_with("/t/");
    Err(problem.unwrap_or(if short {
        TokenProblem::ShortLink
    } else {
        TokenProblem::LinkWithoutId
    }))
}

/// The segment of the path where an id is expected: `/@user/video/ID`, `/v/ID.html`, `/embed/v2/ID` and so on.
fn in_path(path: &str) -> Option<&str> {
    let (mut before, mut last) = ("", "");
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        let is_expected = matches!(
            (before, last),
            (_, "video" | "photo" | "v" | "embed") | ("embed", "v2") | ("player", "v1")
        );
        if is_expected && starts_with_digit(segment) {
            return Some(segment);
        }
        (before, last) = (last, segment);
    }
    None
}

/// The id that `text` starts with. With a letter directly after the digits it is not accepted, since that may be a
/// typing error in the id; `.html`, a space or a Chinese word may follow.
fn leading_id(text: &str) -> Result<VideoId, TokenProblem> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    if rest.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')) {
        return Err(TokenProblem::NotANumber);
    }
    digits.parse()
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Percent-decoded up to the first `&` or `=`. An id comes before these.
fn percent_decoded(text: &str) -> String {
    form_urlencoded::parse(text.as_bytes())
        .next()
        .map_or_else(String::new, |(start, _)| start.into_owned())
}

/// The host of `user:password@host.:port`.
fn host(authority: &str) -> &str {
    let host = authority.rsplit('@').next().unwrap_or(authority);
    let host = match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => host,
    };
    host.strip_suffix('.').unwrap_or(host)
}

fn is_tiktok(host: &str) -> bool {
    let outer = host.strip_suffix("tiktok.com");
    outer.is_some_and(|sub| sub.is_empty() || sub.ends_with('.')) && has_host_letters(host)
}

/// Whether a text without a scheme looks like a host. `a` of `a/b` and `7.5` of `7.5/10` do not.
fn is_domain(host: &str) -> bool {
    let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.len() > 1 && ending.bytes().all(|b| b.is_ascii_alphabetic()) && has_host_letters(host)
}

fn has_host_letters(host: &str) -> bool {
    host.bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
}

/// Whether a host without a path is meant as a TikTok link. An e-mail address is not.
fn names_tiktok(authority: &str) -> bool {
    authority.contains("tiktok") && !authority.contains('@')
}

fn is_scheme(text: &str) -> bool {
    text.strip_suffix(':').is_some_and(|name| {
        let is_scheme_byte = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
        !name.is_empty() && name.bytes().all(is_scheme_byte)
    })
}
