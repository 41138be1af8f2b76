//! Decodes what a proxy says of a short link.

use serde::Deserialize;

use super::dto::Envelope;
use super::envelope::parse_envelope;
use super::scalar::Text;
use crate::domain::ids::VideoId;
use crate::domain::ids::short_link::LinkFailure;

#[derive(Deserialize, Default)]
#[serde(default)]
struct ResolvedLink {
    video_id: Text,
}

/// The video that a link leads to.
///
/// # Errors
/// Why it is not known.
pub fn read_link(status: u16, body: &str) -> Result<VideoId, LinkFailure> {
    // A 404 without an envelope is a server's that has no such path; one that the proxy calls its own refusal says that
    // it resolves no links.
    let is_answer = parse_envelope(body)
        .is_ok_and(|envelope| envelope.code.0.is_some() && envelope.refused_by.0.is_empty());
    match status {
        200..=299 => video_id(body).ok_or(LinkFailure::NotReached),
        404 if is_answer => Err(LinkFailure::NoVideo),
        429 => Err(LinkFailure::TooMany),
        400..=499 => Err(LinkFailure::Refused),
        _ => Err(LinkFailure::NotReached),
    }
}

fn video_id(body: &str) -> Option<VideoId> {
    let envelope: Envelope = parse_envelope(body).ok()?;
    let link: ResolvedLink = serde_json::from_str(envelope.data?.get()).ok()?;
    link.video_id.0.parse().ok()
}
