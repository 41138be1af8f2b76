//! Decodes what a proxy says of a short link.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::dto::Envelope;
use super::envelope::parse_envelope;
use super::scalar::Text;
use crate::domain::ids::VideoId;
use crate::domain::ids::short_link::LinkFailure;

/// What a proxy says of a link: which one it looked up, and its video if it leads to one.
#[derive(Deserialize, Default)]
#[serde(default)]
struct ResolvedLink {
    link: Text,
    video_id: Text,
}

/// The video that a link leads to.
///
/// # Errors
/// Why it is not known.
pub fn read_link(status: u16, body: &str) -> Result<VideoId, LinkFailure> {
    let envelope: Envelope = parse_envelope(body).unwrap_or_default();
    let data = envelope.data.map(RawValue::get).unwrap_or_default();
    let link: ResolvedLink = serde_json::from_str(data).unwrap_or_default();
    let has_code = envelope.code.0.is_some();
    // A proxy that passes on all paths passes on this one as well: then KeyAPI responds, which knows no such call.
    let is_of_keyapi = has_code && !envelope.request_id.0.is_empty();
    match status {
        429 => Err(LinkFailure::TooMany),
        200..=299 if !link.video_id.0.is_empty() => {
            let id = link.video_id.0.parse();
            id.map_err(|_| LinkFailure::NotReached)
        }
        404 if !link.link.0.is_empty() => Err(LinkFailure::NoVideo),
        404 | 405 | 410 => Err(LinkFailure::NotOffered),
        400..=499 if has_code && envelope.refused_by.0.is_empty() => Err(LinkFailure::NotOffered),
        400..=499 => Err(LinkFailure::Refused),
        200..=299 if has_code => Err(LinkFailure::NotOffered),
        // Maybe a sign-in page.
        200..=299 if body.trim_start().starts_with('<') => Err(LinkFailure::Refused),
        _ if is_of_keyapi => Err(LinkFailure::NotOffered),
        _ => Err(LinkFailure::NotReached),
    }
}
