//! Owns: turning an HTTP answer into videos, or into the error that a user can act on.
//! Refuses: letting one bad row hide the good ones, or a field's name leave this file.
//!
//! Source of the shape: the endpoint's OpenAPI document; of its oddities: integrators' reports. Both
//! stand among the tests' fixtures. Fields are read one by one from `serde_json::Value`: a derived
//! reader for them costs 10 KB more of compressed wasm (`docs/architecture.md`).

use serde_json::{Map, Value};

use crate::api::scalar::{NotANumber, count, dollars, text};
use crate::api::surrogates::repair_lone_surrogates;
use crate::domain::ids::VideoId;
use crate::domain::search::error::{ApiNote, ErrorSource, LONG_WAIT, SearchError};
use crate::domain::videos::answer::{Answer, CacheStatus, RowFault, Unreadable};
use crate::domain::videos::links::{DigitId, MediaUrl};
use crate::domain::videos::playback::Clip;
use crate::domain::videos::{self, ProductSales, Reach, Video};

/// Unix seconds that a video can have been published at, from 2001 to 2096: not milliseconds, for one.
const PLAUSIBLE: std::ops::Range<u64> = 1_000_000_000..4_000_000_000;

/// Who made an answer, which decides what its addresses may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DataSource {
    /// KeyAPI or a proxy before it: only `https:` addresses are used.
    Api,
    /// The bundled sample: its own files are used as well.
    Sample,
}

/// Reads an answer. `retry_after` is that header in seconds, where it could be read.
pub fn read(
    status: u16,
    retry_after: Option<u32>,
    body: &str,
    data_source: DataSource,
) -> Result<Answer, SearchError> {
    let http = (!(200..300).contains(&status)).then_some(i64::from(status));
    let envelope = match serde_json::from_str(&repair_lone_surrogates(body)) {
        Ok(Value::Object(envelope)) => envelope,
        Ok(other) => return Err(no_envelope(http, retry_after, |note| shape(&other, note))),
        Err(error) if error.is_eof() => {
            return Err(no_envelope(http, retry_after, SearchError::Truncated));
        }
        Err(_) => return Err(no_envelope(http, retry_after, SearchError::NotJson)),
    };
    let code = envelope.get("code").and_then(code);
    let note = ApiNote {
        code: http.or(code).filter(|code| *code != 0),
        message: text(&envelope, "message"),
        request_id: text(&envelope, "requestId"),
        speaker: match envelope.get("refused_by").and_then(Value::as_str) {
            Some("proxy") => ErrorSource::Proxy,
            _ if code.is_some() => ErrorSource::Api,
            _ => ErrorSource::Intermediary,
        },
    };
    if let Some(code) = note.code {
        return Err(refusal(code, retry_after, note));
    }
    let rows = match (envelope.get("data"), code) {
        (Some(Value::Array(rows)), _) => rows,
        (Some(Value::Null), Some(_)) => return Err(SearchError::NoData(note)),
        (Some(other), _) => return Err(shape(other, note)),
        (None, _) => return Err(SearchError::UnexpectedShape("no `data`", note)),
    };
    let mut unreadable = Vec::new();
    let mut videos = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        match row
            .as_object()
            .ok_or(RowFault::NotAnObject)
            .and_then(|row| video(row, data_source))
        {
            Ok(video) => videos.push(video),
            Err(reason) => unreadable.push(Unreadable {
                row: index + 1,
                reason,
            }),
        }
    }
    Ok(Answer {
        videos: videos::by_video(videos),
        unreadable,
        row_count: rows.len(),
        request_id: note.request_id,
    })
}

/// Where a proxy's answer is from, by its `X-Cache`, and how many seconds ago KeyAPI gave it, by its
/// `Age`. A proxy that doesn't say has asked KeyAPI.
pub fn origin(cache: &str, age: &str) -> (CacheStatus, u64) {
    let origin = match cache {
        "HIT" => CacheStatus::Cache,
        "STALE" => CacheStatus::Stale,
        _ => return (CacheStatus::Api, 0),
    };
    (origin, age.parse().unwrap_or_default())
}

/// A code as a number, or as a number in a string.
fn code(value: &Value) -> Option<i64> {
    value
        .as_i64()
        .or_else(|| value.as_str()?.trim().parse().ok())
}

/// What a body that is no envelope means: an error status says more than its body does.
fn no_envelope(
    http: Option<i64>,
    retry_after: Option<u32>,
    otherwise: impl FnOnce(ApiNote) -> SearchError,
) -> SearchError {
    let note = ApiNote {
        code: http,
        ..ApiNote::default()
    };
    match http {
        Some(code @ (400..=403 | 429 | 500..)) => refusal(code, retry_after, note),
        _ => otherwise(note),
    }
}

/// What a status, or an envelope's `code` under status 200, means.
fn refusal(code: i64, retry_after: Option<u32>, note: ApiNote) -> SearchError {
    let by_proxy = note.speaker == ErrorSource::Proxy;
    match code {
        400 => SearchError::InvalidRequest(note),
        401 if by_proxy => SearchError::SignInNeeded(note),
        403..=405 if by_proxy => SearchError::ProxyRefused(note),
        401 | 403 => SearchError::KeyRefused(note),
        402 => SearchError::QuotaUsedUp(note),
        429 => match retry_after {
            Some(seconds @ LONG_WAIT..) if by_proxy => SearchError::DailyLimit { seconds, note },
            seconds => SearchError::TooFast { seconds, note },
        },
        500..=599 => SearchError::Server(note),
        _ => SearchError::Refused(note),
    }
}

/// Something else where an object or a list should be.
fn shape(found: &Value, note: ApiNote) -> SearchError {
    let found = match found {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    SearchError::UnexpectedShape(found, note)
}

impl From<NotANumber> for RowFault {
    fn from(NotANumber(field): NotANumber) -> Self {
        Self::NotANumber(field)
    }
}

fn video(row: &Map<String, Value>, data_source: DataSource) -> Result<Video, RowFault> {
    let id: VideoId = text(row, "video_id")
        .parse()
        .map_err(|_| RowFault::NoVideoId)?;
    let bundled = |raw: &str| MediaUrl::bundled(raw).filter(|_| data_source == DataSource::Sample);
    let play_addr = text(row, "play_addr");
    let cover = text(row, "reflow_cover");
    let mut region = text(row, "region");
    region.make_ascii_uppercase();
    let is_code =
        (2..=3).contains(&region.len()) && region.bytes().all(|byte| byte.is_ascii_uppercase());
    let published = count(row, "create_time")
        .unwrap_or_default()
        .filter(|seconds| PLAUSIBLE.contains(seconds));
    Ok(Video {
        id,
        published: published.unwrap_or_else(|| id.published()),
        seconds: count(row, "duration")
            .unwrap_or_default()
            .and_then(|seconds| u32::try_from(seconds).ok()),
        caption: text(row, "video_desc"),
        hashtags: videos::hashtags(&text(row, "hash_tag")),
        region: is_code.then_some(region),
        creator: DigitId::new(&text(row, "user_id")),
        cover: bundled(&cover)
            .or_else(|| MediaUrl::https(&cover))
            .filter(MediaUrl::is_loadable_unasked),
        clip: match bundled(&play_addr) {
            Some(url) => Clip::Address { url, until: None },
            None => Clip::from_play_addr(&play_addr),
        },
        reach: Reach {
            views: count(row, "total_views_cnt")?,
            likes: count(row, "total_digg_cnt")?,
            comments: count(row, "total_comments_cnt")?,
            shares: count(row, "total_shares_cnt")?,
            saves: count(row, "total_favorites_cnt")?,
        },
        sales: vec![ProductSales {
            product: DigitId::new(&text(row, "product_id")),
            units: count(row, "total_video_sale_cnt")?,
            gmv: dollars(row, "total_video_sale_gmv_amt")?,
        }],
    })
}
