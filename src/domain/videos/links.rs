//! Owns: which addresses may stand in the page, and the links out of it.
//! Refuses: any address that is not `https:`, and any id that is not made of digits.

use crate::domain::ids::VideoId;

/// The folder of the bundled sample, relative to the page.
const SAMPLE_FOLDER: &str = "sample/";

/// An address that may stand in `src`: `https:` with a plain host, or a file of the bundled sample.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MediaUrl(String);

impl MediaUrl {
    /// Accepts `https://host[:port]/…` with nothing in it that an address cannot hold.
    pub fn https(raw: &str) -> Option<Self> {
        let rest = strip_https(raw)?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':');
        let sound = host
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_alphanumeric())
            && host.bytes().all(plain)
            && raw
                .bytes()
                .all(|byte| byte > b' ' && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | 0x7f));
        sound.then(|| Self(raw.to_owned()))
    }

    /// Accepts a file of the bundled sample, which is on the page's own origin.
    pub fn bundled(raw: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'/');
        let name = raw.strip_prefix(SAMPLE_FOLDER)?;
        (name.bytes().all(plain) && !name.contains("..")).then(|| Self(raw.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it may be loaded unasked: nothing of TikTok's is, before a click.
    pub fn is_loadable_unasked(&self) -> bool {
        let host = self.0.split('/').nth(2).unwrap_or_default();
        !host.to_ascii_lowercase().contains("tiktok")
    }
}

fn strip_https(raw: &str) -> Option<&str> {
    const SCHEME: &str = "https://";
    let scheme = raw.get(..SCHEME.len())?;
    scheme
        .eq_ignore_ascii_case(SCHEME)
        .then(|| &raw[SCHEME.len()..])
}

/// An id of a creator or a product: digits only, never a number, so that none is lost.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct DigitId(String);

impl DigitId {
    pub fn new(raw: &str) -> Option<Self> {
        let digits = raw.len() <= 32 && raw.bytes().all(|byte| byte.is_ascii_digit());
        // An id of zeros stands for none.
        let sound = digits && raw.bytes().any(|byte| byte != b'0');
        sound.then(|| Self(raw.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The video's own page.
pub fn video_page(id: VideoId) -> String {
    format!("https://www.tiktok.com/@_/video/{id}")
}

/// TikTok's player for a frame.
pub fn player_frame(id: VideoId) -> String {
    format!("https://www.tiktok.com/player/v1/{id}")
}

/// The creator's page; TikTok redirects it to the handle.
pub fn creator_page(id: &DigitId) -> String {
    format!("https://www.tiktok.com/share/user/{}", id.0)
}

/// The product's page in a region's shop; without a region, TikTok chooses.
pub fn product_page(id: &DigitId, region: Option<&str>) -> String {
    let region = region
        .map(|code| format!("region={code}&"))
        .unwrap_or_default();
    format!(
        "https://shop.tiktok.com/view/product/{}?{region}locale=en",
        id.0
    )
}
