//! What a cell of a file, or a name in its header, has to do with video ids. The rules are those of pasted text.

use crate::domain::ids::chars::plain;
use crate::domain::ids::label::Label;
use crate::domain::ids::parsed_ids::parse_ids;
use crate::domain::ids::rules::IdRules;
use crate::domain::ids::short_link::ShortLink;
use crate::domain::ids::{TokenProblem, VideoId};

/// How many digits an id has that is no more than a candidate.
const MIN_DIGITS: usize = 15;
/// The power of ten of today's ids, as spreadsheets shorten them: `7.52178E+18`.
const EXPONENT: &str = "18";

/// The ids in a cell. Those that look rounded are among them: the user may allow them later.
pub fn ids_in(cell: &str, now: u64) -> Vec<VideoId> {
    match may_have_id(cell) {
        true => parse_ids(cell, rules(now)).ids,
        false => Vec::new(),
    }
}

/// The short links in a cell.
pub fn short_links_in(cell: &str, now: u64) -> Vec<ShortLink> {
    match may_have_id(cell) {
        true => parse_ids(cell, rules(now)).unresolved_links(),
        false => Vec::new(),
    }
}

/// Whether a cell has an id, or what was one: a shortened number, or a short link.
pub fn is_like_id(cell: &str, now: u64) -> bool {
    if !may_have_id(cell) {
        return false;
    }
    let parsed = parse_ids(cell, rules(now));
    let was_id = |reason, token: &str| match reason {
        TokenProblem::ShortLink => true,
        TokenProblem::ExponentForm => token.ends_with(EXPONENT),
        _ => false,
    };
    let mut invalid = parsed.invalid.iter();
    !parsed.ids.is_empty() || invalid.any(|invalid| was_id(invalid.reason, &invalid.token))
}

/// Whether a name in a header is that of a column of ids or links.
pub fn names_ids(name: &str) -> bool {
    let name = name.trim();
    names_links(name) || Label::of(name).is_some_and(|label| label.is_video && label.says_id)
}

/// Whether a name is that of a column of links, to whatever: `Video link`, `URL`, 视频链接.
pub fn names_links(name: &str) -> bool {
    const LINKS: [&str; 6] = ["link", "url", "href", "链接", "网址", "地址"];
    /// A longer text is not a name.
    const MAX_LENGTH: usize = 40;
    let name = name.to_lowercase();
    let singular = name.strip_suffix('s').unwrap_or(&name);
    name.len() <= MAX_LENGTH && LINKS.iter().any(|link| singular.ends_with(link))
}

fn rules(now: u64) -> IdRules {
    IdRules {
        now,
        allows_rounded: true,
    }
}

/// Most cells of a file are neither numbers nor links, and need no closer look.
fn may_have_id(cell: &str) -> bool {
    let plain = plain(cell);
    let digits = plain.bytes().filter(u8::is_ascii_digit).count();
    digits >= MIN_DIGITS || plain.contains("tiktok") || plain.trim_end().ends_with(EXPONENT)
}
