//! The response as the API documents it, under the API's own field names.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::scalar::{NumberField, code, count, dollars, present, text};

/// The object around the rows.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Envelope<'a> {
    #[serde(deserialize_with = "code")]
    pub code: Option<i64>,
    #[serde(deserialize_with = "text")]
    pub message: String,
    #[serde(rename = "requestId", deserialize_with = "text")]
    pub request_id: String,
    /// `proxy` if one of our proxies refused the request itself. Not a field of the API.
    #[serde(deserialize_with = "text")]
    pub refused_by: String,
    /// The rows, undecoded. `None` if the field is missing, which differs from `null`.
    #[serde(borrow, deserialize_with = "present")]
    pub data: Option<&'a RawValue>,
}

/// A video with one of its products.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Row {
    #[serde(deserialize_with = "text")]
    pub video_id: String,
    #[serde(deserialize_with = "text")]
    pub video_desc: String,
    #[serde(deserialize_with = "text")]
    pub hash_tag: String,
    #[serde(deserialize_with = "text")]
    pub region: String,
    #[serde(deserialize_with = "text")]
    pub user_id: String,
    #[serde(deserialize_with = "text")]
    pub product_id: String,
    #[serde(deserialize_with = "text")]
    pub reflow_cover: String,
    #[serde(deserialize_with = "text")]
    pub play_addr: String,
    /// Unix seconds.
    #[serde(deserialize_with = "count")]
    pub create_time: NumberField<u64>,
    /// Seconds.
    #[serde(deserialize_with = "count")]
    pub duration: NumberField<u64>,
    #[serde(deserialize_with = "count")]
    pub total_views_cnt: NumberField<u64>,
    #[serde(deserialize_with = "count")]
    pub total_digg_cnt: NumberField<u64>,
    #[serde(deserialize_with = "count")]
    pub total_comments_cnt: NumberField<u64>,
    #[serde(deserialize_with = "count")]
    pub total_shares_cnt: NumberField<u64>,
    #[serde(deserialize_with = "count")]
    pub total_favorites_cnt: NumberField<u64>,
    #[serde(deserialize_with = "count")]
    pub total_video_sale_cnt: NumberField<u64>,
    #[serde(deserialize_with = "dollars")]
    pub total_video_sale_gmv_amt: NumberField<f64>,
}
