//! The URLs that the page may load, and its links to TikTok. Only `https:` URLs and ids of digits are accepted.

use serde::{Deserialize, Serialize};

use crate::domain::ids::VideoId;
use crate::domain::ids::chars::strip_prefix_in_any_case;

/// The folder of the bundled sample, relative to the page.
const SAMPLE_FOLDER: &str = "sample/";

/// A host that serves signed URLs only.
const SIGNED_ONLY: &str = "echosell-images.tos-ap-southeast-1.volces.com";

/// How long an address may be that is signed, percent-encoded.
const MAX_SIGNED: usize = 400;

/// A URL that may be used in `src`: `https:` with a plain host, or a file of the bundled sample.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MediaUrl(String);

/// The text is not an address or an id that may be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a usable address or id")]
pub struct Unusable;

impl TryFrom<String> for MediaUrl {
    type Error = Unusable;

    /// Stored addresses are never the sample's.
    fn try_from(raw: String) -> Result<Self, Unusable> {
        Self::https(&raw).ok_or(Unusable)
    }
}

impl From<MediaUrl> for String {
    fn from(url: MediaUrl) -> Self {
        url.0
    }
}

impl MediaUrl {
    /// Accepts `https://host[:port]/…` without characters that a URL cannot have. In a URL that was copied from HTML,
    /// `&amp;` becomes `&`.
    pub fn https(raw: &str) -> Option<Self> {
        let raw = raw.replace("&amp;", "&");
        let rest = strip_prefix_in_any_case(&raw, "https://")?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let is_plain =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':');
        let starts_well = host
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_alphanumeric());
        let is_url_byte =
            |byte: u8| byte > b' ' && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | 0x7f);
        let is_valid = starts_well && host.bytes().all(is_plain) && raw.bytes().all(is_url_byte);
        is_valid.then_some(Self(raw))
    }

    /// Accepts a file of the bundled sample, which is on the page's own origin.
    pub fn bundled(raw: &str) -> Option<Self> {
        let is_plain =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'/');
        let name = raw.strip_prefix(SAMPLE_FOLDER)?;
        (name.bytes().all(is_plain) && !name.contains("..")).then(|| Self(raw.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether its host refuses it because it is not signed.
    pub fn lacks_signature(&self) -> bool {
        let host = self.0.split('/').nth(2).unwrap_or_default();
        host.eq_ignore_ascii_case(SIGNED_ONLY) && !self.0.contains('?')
    }

    /// Whether it can be signed. Proxies pass on these addresses only: one of another kind would have all those of its
    /// request refused.
    pub fn can_be_signed(&self) -> bool {
        let after_host = self
            .0
            .strip_prefix("https://")
            .and_then(|rest| rest.strip_prefix(SIGNED_ONLY));
        let Some(path) = after_host.and_then(|rest| rest.strip_prefix('/')) else {
            return false;
        };
        let is_safe =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~' | b'-');
        let is_segment =
            |part: &str| !part.is_empty() && !part.starts_with('.') && part.bytes().all(is_safe);
        // Of the characters that are allowed, these two are percent-encoded.
        let encoded_length = self.0.len() + 2 * self.0.matches(['/', ':']).count();
        encoded_length <= MAX_SIGNED && path.split('/').all(is_segment)
    }

    /// Whether the page may load it before the user asks for it. It contacts TikTok only after a click.
    pub fn may_load_early(&self) -> bool {
        let host = self.0.split('/').nth(2).unwrap_or_default();
        !host.to_ascii_lowercase().contains("tiktok")
    }
}

/// The id of a creator or a product: digits, kept as text, since they may not fit into a number.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DigitId(String);

impl TryFrom<String> for DigitId {
    type Error = Unusable;

    fn try_from(raw: String) -> Result<Self, Unusable> {
        Self::new(&raw).ok_or(Unusable)
    }
}

impl From<DigitId> for String {
    fn from(id: DigitId) -> Self {
        id.0
    }
}

impl DigitId {
    pub fn new(raw: &str) -> Option<Self> {
        let is_digits = raw.len() <= 32 && raw.bytes().all(|byte| byte.is_ascii_digit());
        // The API writes zeros for "none".
        let is_valid = is_digits && raw.bytes().any(|byte| byte != b'0');
        is_valid.then(|| Self(raw.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The video's page on TikTok.
pub fn video_page(id: VideoId) -> String {
    format!("https://www.tiktok.com/@_/video/{id}")
}

/// TikTok's player for an iframe.
pub fn player_frame(id: VideoId) -> String {
    format!("https://www.tiktok.com/player/v1/{id}")
}

/// The creator's page. TikTok redirects it to the one with the creator's name.
pub fn creator_page(id: &DigitId) -> String {
    format!("https://www.tiktok.com/share/user/{}", id.0)
}

/// The product's page in a region's shop, in the language of `locale`. Without a region, TikTok chooses one.
pub fn product_page(id: &DigitId, region: Option<&str>, locale: &str) -> String {
    let region = region
        .map(|code| format!("region={code}&"))
        .unwrap_or_default();
    format!(
        "https://shop.tiktok.com/view/product/{}?{region}locale={locale}",
        id.0
    )
}
