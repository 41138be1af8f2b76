//! Turns one row of a response into a video with one product.

use std::ops::Range;

use super::dto::Row;
use crate::domain::ids::VideoId;
use crate::domain::videos::links::{DigitId, MediaUrl};
use crate::domain::videos::playback::Clip;
use crate::domain::videos::response::RowFault;
use crate::domain::videos::{ProductSales, Reach, Video, hashtags};

/// Plausible publication times in Unix seconds, from 2001 to 2096. This excludes milliseconds.
const PLAUSIBLE_TIMES: Range<u64> = 1_000_000_000..4_000_000_000;

/// Where a response comes from, which decides which media URLs may be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DataSource {
    /// KeyAPI, directly or through a proxy: only `https:` URLs are used.
    Live,
    /// The bundled sample: its own files may be used as well.
    Sample,
}

/// Decodes a row.
///
/// # Errors
/// The row is not an object, has no video id, or has something else than a number in a number field.
pub fn parse_row(json: &str, source: DataSource) -> Result<Video, RowFault> {
    // Serde would also accept an array for a struct.
    if !json.starts_with('{') {
        return Err(RowFault::NotAnObject);
    }
    let row: Row = serde_json::from_str(json).map_err(|_| RowFault::NotAnObject)?;
    let id: VideoId = row.video_id.0.parse().map_err(|_| RowFault::NoVideoId)?;
    let published = row.create_time.known();
    Ok(Video {
        id,
        published: published
            .filter(|seconds| PLAUSIBLE_TIMES.contains(seconds))
            .unwrap_or_else(|| id.published()),
        seconds: row.duration.known().and_then(|s| u32::try_from(s).ok()),
        hashtags: hashtags(&row.hash_tag.0),
        region: region(&row.region.0),
        creator: DigitId::new(&row.user_id.0),
        cover: cover(&row.reflow_cover.0, source),
        clip: clip(&row.play_addr.0, source),
        reach: Reach {
            views: row.total_views_cnt.checked("total_views_cnt")?,
            likes: row.total_digg_cnt.checked("total_digg_cnt")?,
            comments: row.total_comments_cnt.checked("total_comments_cnt")?,
            shares: row.total_shares_cnt.checked("total_shares_cnt")?,
            saves: row.total_favorites_cnt.checked("total_favorites_cnt")?,
        },
        sales: vec![ProductSales {
            product: DigitId::new(&row.product_id.0),
            units: row.total_video_sale_cnt.checked("total_video_sale_cnt")?,
            gmv: row
                .total_video_sale_gmv_amt
                .checked("total_video_sale_gmv_amt")?,
        }],
        caption: row.video_desc.0,
    })
}

/// A market code such as `US`.
fn region(code: &str) -> Option<String> {
    let code = code.to_ascii_uppercase();
    let is_valid =
        (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_uppercase());
    is_valid.then_some(code)
}

fn cover(url: &str, source: DataSource) -> Option<MediaUrl> {
    bundled(url, source)
        .or_else(|| MediaUrl::https(url))
        .filter(MediaUrl::may_load_early)
}

fn clip(url: &str, source: DataSource) -> Clip {
    match bundled(url, source) {
        Some(url) => Clip::Address { url, until: None },
        None => Clip::from_play_addr(url),
    }
}

/// A file of the sample, which only the sample may refer to.
fn bundled(url: &str, source: DataSource) -> Option<MediaUrl> {
    MediaUrl::bundled(url).filter(|_| source == DataSource::Sample)
}
