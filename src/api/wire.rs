//! Owns: turning an HTTP answer into videos, or into the error that a user can act on.
//! Refuses: letting one bad row hide the good ones, or a DTO leave this file.
//!
//! Source of the shape: the endpoint's OpenAPI document; of its oddities: integrators' reports. Both
//! stand among the tests' fixtures.

use serde::Deserialize;
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::scalar::{NotANumber, Scalar};
use crate::domain::error::{ApiNote, SearchError};
use crate::domain::links::{DigitId, MediaUrl};
use crate::domain::paging::PageSize;
use crate::domain::playback::Clip;
use crate::domain::video::{self, ProductSales, Reach, Video};
use crate::domain::video_id::VideoId;

/// Who made an answer, which decides what its addresses may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Provenance {
    /// KeyAPI or a proxy before it: only `https:` addresses are used.
    Api,
    /// The bundled sample: its own files are used as well.
    Sample,
}

/// A page of results.
#[derive(Clone, PartialEq, Debug)]
pub struct Answer {
    pub videos: Vec<Video>,
    /// Rows that could not be read, each with its reason.
    pub unreadable: Vec<Unreadable>,
    /// Rows in all, readable or not.
    pub rows: usize,
    /// The API's own id of the request; empty when it gave none.
    pub request_id: String,
}

impl Answer {
    /// Whether there is nothing after this page: no total is given, but a short page is the last.
    pub fn is_last(&self, size: PageSize) -> bool {
        self.rows < usize::from(size.get())
    }
}

/// A row that could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unreadable {
    /// Its place in the answer, from 1.
    pub row: usize,
    pub reason: RowFault,
}

/// Why a row could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RowFault {
    /// It is not an object of the documented fields; says what the reader met.
    Malformed(String),
    /// It has no video id, or one that is not an id.
    NoVideoId,
    /// The named field should be a number and is something else.
    NotANumber(&'static str),
}

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(default)]
    code: Scalar,
    #[serde(default)]
    message: Scalar,
    #[serde(borrow, default)]
    data: Option<&'a RawValue>,
    #[serde(default, rename = "requestId")]
    request_id: Scalar,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Row {
    create_time: Scalar,
    duration: Scalar,
    hash_tag: Scalar,
    play_addr: Scalar,
    product_id: Scalar,
    reflow_cover: Scalar,
    region: Scalar,
    total_comments_cnt: Scalar,
    total_digg_cnt: Scalar,
    total_favorites_cnt: Scalar,
    total_shares_cnt: Scalar,
    total_video_sale_cnt: Scalar,
    total_video_sale_gmv_amt: Scalar,
    total_views_cnt: Scalar,
    user_id: Scalar,
    video_desc: Scalar,
    video_id: Scalar,
}

/// Reads an answer. `retry_after` is that header in seconds, where it could be read.
pub fn read(
    status: u16,
    retry_after: Option<u32>,
    body: &str,
    provenance: Provenance,
) -> Result<Answer, SearchError> {
    let http = (status != 200).then_some(i64::from(status));
    let envelope: Envelope = match serde_json::from_str(body) {
        Ok(envelope) => envelope,
        Err(error) => return Err(unreadable_body(&error, http, retry_after)),
    };
    let text = |scalar: Scalar| scalar.text().unwrap_or_default();
    let code = match &envelope.code {
        Scalar::Float(negative) => Some(*negative as i64),
        scalar => scalar.count().ok().flatten().and_then(|code| i64::try_from(code).ok()),
    };
    let mut note =
        ApiNote { code: http.or(code), message: text(envelope.message), request_id: text(envelope.request_id) };
    if let Some(code) = note.code.filter(|code| *code != 0) {
        return Err(refusal(code, retry_after, note));
    }
    note.code = None;
    let Some(data) = envelope.data else {
        // A `data` that is null or missing: the former is a known answer, the latter never seen.
        return Err(match code {
            Some(_) => SearchError::NoData(note),
            None => SearchError::UnexpectedShape("no `code`, no `data`".to_owned(), note),
        });
    };
    let rows: Vec<&RawValue> = match serde_json::from_str(data.get()) {
        Ok(rows) => rows,
        Err(error) => return Err(SearchError::UnexpectedShape(error.to_string(), note)),
    };
    let mut unreadable = Vec::new();
    let mut read = Vec::new();
    for (index, raw) in rows.iter().enumerate() {
        match video(raw.get(), provenance) {
            Ok(video) => read.push(video),
            Err(reason) => unreadable.push(Unreadable { row: index + 1, reason }),
        }
    }
    Ok(Answer {
        videos: video::by_video(read),
        unreadable,
        rows: rows.len(),
        request_id: note.request_id,
    })
}

/// What a body that is no envelope means. An error status says more than its body does.
fn unreadable_body(error: &serde_json::Error, http: Option<i64>, retry_after: Option<u32>) -> SearchError {
    let note = ApiNote { code: http, ..ApiNote::default() };
    match (http, error.classify()) {
        (Some(code @ (400..=403 | 429 | 500..)), _) => refusal(code, retry_after, note),
        (_, Category::Eof) => SearchError::Truncated(note),
        (_, Category::Data) => SearchError::UnexpectedShape(error.to_string(), note),
        (_, Category::Syntax | Category::Io) => SearchError::NotJson(note),
    }
}

/// What a status, or an envelope's `code` under status 200, means.
fn refusal(code: i64, retry_after: Option<u32>, note: ApiNote) -> SearchError {
    match code {
        400 => SearchError::InvalidRequest(note),
        401 | 403 => SearchError::KeyRefused(note),
        402 => SearchError::QuotaUsedUp(note),
        429 => SearchError::TooFast { seconds: retry_after, note },
        500..=599 => SearchError::Server(note),
        _ => SearchError::Refused(note),
    }
}

fn video(raw: &str, provenance: Provenance) -> Result<Video, RowFault> {
    // A list would be taken for the fields in their order; only an object is a row.
    if !raw.trim_start().starts_with('{') {
        return Err(RowFault::Malformed("not an object".to_owned()));
    }
    let row: Row = serde_json::from_str(raw).map_err(|error| RowFault::Malformed(error.to_string()))?;
    let count = |name, field: &Scalar| field.count().map_err(|NotANumber| RowFault::NotANumber(name));
    let digits = |field: Scalar| field.text().and_then(|text| DigitId::new(text.trim()));
    let words = |field: Scalar| field.text().map(|text| text.trim().to_owned()).unwrap_or_default();

    let id: VideoId = words(row.video_id).parse().map_err(|_| RowFault::NoVideoId)?;
    let play_addr = words(row.play_addr);
    let bundled = |raw: &str| MediaUrl::bundled(raw).filter(|_| provenance == Provenance::Sample);
    let published = count("create_time", &row.create_time)?.filter(|seconds| *seconds > 0);
    let cover = words(row.reflow_cover);
    let region = words(row.region).to_ascii_uppercase();
    Ok(Video {
        id,
        published: published.unwrap_or_else(|| id.published()),
        seconds: count("duration", &row.duration)?.and_then(|seconds| u32::try_from(seconds).ok()),
        caption: words(row.video_desc),
        hashtags: video::hashtags(&words(row.hash_tag)),
        region: region.bytes().all(|byte| byte.is_ascii_uppercase()).then_some(region).filter(|code| !code.is_empty()),
        creator: digits(row.user_id),
        cover: bundled(&cover).or_else(|| MediaUrl::https(&cover)),
        clip: match bundled(&play_addr) {
            Some(url) => Clip::Address { url, until: None },
            None => Clip::from_play_addr(&play_addr),
        },
        reach: Reach {
            views: count("total_views_cnt", &row.total_views_cnt)?,
            likes: count("total_digg_cnt", &row.total_digg_cnt)?,
            comments: count("total_comments_cnt", &row.total_comments_cnt)?,
            shares: count("total_shares_cnt", &row.total_shares_cnt)?,
            saves: count("total_favorites_cnt", &row.total_favorites_cnt)?,
        },
        sales: vec![ProductSales {
            product: digits(row.product_id),
            units: count("total_video_sale_cnt", &row.total_video_sale_cnt)?,
            gmv: row
                .total_video_sale_gmv_amt
                .dollars()
                .map_err(|NotANumber| RowFault::NotANumber("total_video_sale_gmv_amt"))?,
        }],
    })
}
