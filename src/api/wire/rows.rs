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

/// A row that could be read.
pub struct ParsedRow {
    pub video: Video,
    /// The fields of metrics that have something else than a number, and count as unknown.
    pub odd_fields: Vec<&'static str>,
}

/// Decodes a row.
///
/// # Errors
/// The row is not an object, or has no video id.
pub fn parse_row(json: &str, source: DataSource) -> Result<ParsedRow, RowFault> {
    // Serde would also accept an array for a struct.
    if !json.starts_with('{') {
        return Err(RowFault::NotAnObject);
    }
    let row: Row = serde_json::from_str(json).map_err(|_| RowFault::NotAnObject)?;
    let id: VideoId = row.video_id.0.parse().map_err(|_| RowFault::NoVideoId)?;
    let published = row.create_time.known();
    let mut odd_fields = Vec::new();
    let odd = &mut odd_fields;
    let video = Video {
        id,
        published: published
            .filter(|seconds| PLAUSIBLE_TIMES.contains(seconds))
            .unwrap_or_else(|| id.published()),
        seconds: row.duration.known().and_then(|s| u32::try_from(s).ok()),
        hashtags: hashtags(&row.hash_tag.0.join(" ")),
        region: region(&row.region.0),
        creator: DigitId::new(&row.user_id.0),
        cover: cover(&row.reflow_cover.0, source),
        clip: clip(&row.play_addr.0, source),
        reach: Reach {
            views: row.total_views_cnt.noting("total_views_cnt", odd),
            likes: row.total_digg_cnt.noting("total_digg_cnt", odd),
            comments: row.total_comments_cnt.noting("total_comments_cnt", odd),
            shares: row.total_shares_cnt.noting("total_shares_cnt", odd),
            saves: row.total_favorites_cnt.noting("total_favorites_cnt", odd),
        },
        sales: vec![ProductSales {
            product: DigitId::new(&row.product_id.0),
            units: row.total_video_sale_cnt.noting("total_video_sale_cnt", odd),
            gmv: row
                .total_video_sale_gmv_amt
                .noting("total_video_sale_gmv_amt", odd),
            commission_rate: None,
        }],
        caption: row.video_desc.0,
        fetched_at: 0,
    };
    Ok(ParsedRow { video, odd_fields })
}

/// A market code such as `US`.
fn region(code: &str) -> Option<String> {
    let code = code.to_ascii_uppercase();
    let is_valid =
        (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_uppercase());
    is_valid.then_some(code)
}

/// The first cover that may be used.
fn cover(urls: &[String], source: DataSource) -> Option<MediaUrl> {
    urls.iter().find_map(|url| {
        bundled(url, source)
            .or_else(|| MediaUrl::https(url))
            .filter(MediaUrl::may_load_early)
    })
}

/// The best of the clip's URLs.
fn clip(urls: &[String], source: DataSource) -> Clip {
    let clips = urls.iter().map(|url| match bundled(url, source) {
        Some(url) => Clip::Address { url, until: None },
        None => Clip::from_play_addr(url),
    });
    clips.fold(Clip::Missing, Clip::better)
}

/// A file of the sample, which only the sample may refer to.
fn bundled(url: &str, source: DataSource) -> Option<MediaUrl> {
    MediaUrl::bundled(url).filter(|_| source == DataSource::Sample)
}
