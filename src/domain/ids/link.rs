//! Reads the video id from a link.
//!
//! Only TikTok's own hosts are trusted, and links to them inside other links. The host is found as a browser finds it, so
//! that `tiktok.com@evil.example` is not mistaken for TikTok. No link is followed, so short links have no id.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::domain::ids::host::{host, is_domain, is_scheme, is_tiktok, names_tiktok};
use crate::domain::ids::rules::IdRules;
use crate::domain::ids::{TokenProblem, VideoId};

/// The parameter of this page's own links, and of the API's, that has the ids.
pub const VIDEO_IDS: &str = "video_ids";
/// The query parameters of TikTok's links that have a video's id.
const PARAMETERS: [&str; 4] = ["item_id", "share_item_id", "video_id", "aweme_id"];
/// How deep a link may be in other links.
pub const MAX_DEPTH: usize = 3;

/// What a link leads to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// A video, or why it does not lead to one.
    Video(Result<VideoId, TokenProblem>),
    /// The videos of a query, as text.
    Query(String),
}

/// Characters without which a text is no link.
const MARKS: [char; 7] = ['/', '\\', '?', '#', '.', '%', ':'];

/// Reads a link in lower case. `None` if the text is not a link.
pub fn read(text: &str, rules: IdRules) -> Option<Target> {
    if !text.contains(MARKS) {
        return None;
    }
    read_absolute(text, rules, 0).or_else(|| read_path(text, rules))
}

/// A link with a host, or the query of one.
fn read_absolute(text: &str, rules: IdRules, depth: usize) -> Option<Target> {
    let text = unescaped(text);
    let text = match !text.contains('/') && text.contains("%2f") {
        true => decoded(&text),
        false => text,
    };
    let after_http = text.strip_prefix("https:").or(text.strip_prefix("http:"));
    let (has_scheme, rest) = match (after_http, text.split_once("//")) {
        // Browsers take any number of slashes, and backslashes too.
        (Some(rest), _) => (true, rest.trim_start_matches(['/', '\\'])),
        (_, Some(("", rest))) => (false, rest),
        (_, Some((scheme, _))) if is_scheme(scheme) => {
            return Some(Target::Video(Err(TokenProblem::OtherSite)));
        }
        _ => (false, &*text),
    };
    let (authority, tail) = rest.split_at(rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len()));
    let link = Link::new(tail);
    let host = host(authority);
    if !has_scheme && !(is_domain(host) && (!tail.is_empty() || names_tiktok(authority))) {
        return link.query_ids().filter(|_| authority.is_empty());
    }
    if let Some(query) = link.query_ids() {
        return Some(query);
    }
    let is_tiktok = is_tiktok(host);
    let own = match is_tiktok {
        true => link.video(host, rules),
        false if authority.contains("tiktok") => Err(TokenProblem::LookAlikeHost),
        false => Err(TokenProblem::OtherSite),
    };
    let inner = match own.is_err() && depth < MAX_DEPTH {
        true => link.inner(is_tiktok, rules, depth),
        false => None,
    };
    Some(inner.unwrap_or(Target::Video(own)))
}

/// What follows the host in a link.
struct Link<'a> {
    path: Cow<'a, str>,
    query: &'a str,
}

impl<'a> Link<'a> {
    fn new(tail: &'a str) -> Self {
        let tail = tail.split_once('#').map_or(tail, |(tail, _)| tail);
        let (path, query) = tail.split_once('?').unwrap_or((tail, ""));
        Self {
            path: decoded(path),
            query,
        }
    }

    /// The query's parameters. Links copied from HTML have `&amp;` for `&`.
    fn parameters(&self) -> impl Iterator<Item = (String, Cow<'a, str>)> {
        form_urlencoded::parse(self.query.as_bytes())
            .map(|(name, value)| (name.trim_start_matches("amp;").to_owned(), value))
    }

    /// The ids of a query of this page or of the API.
    fn query_ids(&self) -> Option<Target> {
        if !self.query.contains(VIDEO_IDS) && !self.query.contains('%') {
            return None;
        }
        self.parameters()
            .find(|(name, _)| name == VIDEO_IDS)
            .map(|(_, ids)| Target::Query(ids.into_owned()))
    }

    /// The first valid id in the path or query of a TikTok link, or else the problem of the first candidate.
    fn video(&self, host: &str, rules: IdRules) -> Result<VideoId, TokenProblem> {
        let in_query = self
            .parameters()
            .filter(|(name, value)| PARAMETERS.contains(&&**name) && starts_with_digit(value))
            .map(|(_, value)| leading_id(&value, rules));
        let in_path = in_path(&self.path).map(|text| leading_id(text, rules));
        let mut problem = None;
        for read in in_path.into_iter().chain(in_query) {
            match read {
                Ok(id) => return Ok(id),
                Err(reason) => problem = problem.or(Some(reason)),
            }
        }
        let is_short =
            matches!(host, "vm.tiktok.com" | "vt.tiktok.com") || self.path.starts_with("/t/");
        Err(problem.unwrap_or(match is_short {
            true => TokenProblem::ShortLink,
            false => TokenProblem::LinkWithoutId,
        }))
    }

    /// A TikTok link in a parameter or at the end of the path, as sign-in pages, mail filters and search engines have it.
    /// In TikTok's own links it may be a path alone.
    fn inner(&self, is_tiktok: bool, rules: IdRules, depth: usize) -> Option<Target> {
        let in_path = self.path.find("http").map(|at| self.path[at..].to_owned());
        let in_query = self.parameters().map(|(_, value)| value.into_owned());
        let is_good = |target: &Target| {
            use TokenProblem::{LookAlikeHost, OtherSite};
            !matches!(target, Target::Video(Err(OtherSite | LookAlikeHost)))
        };
        in_path
            .into_iter()
            .chain(in_query)
            .filter_map(|text| {
                let absolute = read_absolute(&text, rules, depth + 1);
                let path = || read_path(&text, rules).filter(|_| is_tiktok);
                absolute.or_else(path)
            })
            .find(is_good)
    }
}

/// `/@user/video/ID`, as a page's source has it.
fn read_path(text: &str, rules: IdRules) -> Option<Target> {
    let text = unescaped(text);
    let path = text.split(['?', '#']).next()?;
    in_path(&decoded(path)).map(|id| Target::Video(leading_id(id, rules)))
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
/// typing error in the id; `.html`, a space, an underscore or a Chinese word may follow.
fn leading_id(text: &str, rules: IdRules) -> Result<VideoId, TokenProblem> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    if rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return Err(TokenProblem::NotANumber);
    }
    rules.read(digits)
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

/// Without the escapes that JSON and scripts have in links: `\/`, `\u002f`, `\u0026`.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let escapes = [
        ("\\/", "/"),
        ("\\u002f", "/"),
        ("\\u003a", ":"),
        ("\\u003d", "="),
        ("\\u0026", "&"),
    ];
    let plain = escapes
        .iter()
        .fold(text.to_owned(), |text, (escape, plain)| {
            text.replace(escape, plain)
        });
    Cow::Owned(plain)
}
