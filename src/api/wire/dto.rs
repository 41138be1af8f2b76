//! The response as the API documents it, under the API's own field names.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::scalar::{NumberField, StatusCode, Text, present};
use super::text_list::TextList;

/// The object around the rows.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Envelope<'a> {
    pub code: StatusCode,
    pub message: Text,
    #[serde(rename = "requestId")]
    pub request_id: Text,
    /// `proxy` if one of our proxies refused the request itself. Not a field of the API.
    pub refused_by: Text,
    /// The rows, undecoded. `None` if the field is missing, which differs from `null`.
    #[serde(borrow, deserialize_with = "present")]
    pub data: Option<&'a RawValue>,
}

/// A video with one of its products.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Row {
    pub video_id: Text,
    pub video_desc: Text,
    pub hash_tag: TextList,
    pub region: Text,
    pub user_id: Text,
    pub product_id: Text,
    pub reflow_cover: TextList,
    pub play_addr: TextList,
    /// Unix seconds.
    pub create_time: NumberField<u64>,
    /// Seconds.
    pub duration: NumberField<u64>,
    pub total_views_cnt: NumberField<u64>,
    pub total_digg_cnt: NumberField<u64>,
    pub total_comments_cnt: NumberField<u64>,
    pub total_shares_cnt: NumberField<u64>,
    pub total_favorites_cnt: NumberField<u64>,
    pub total_video_sale_cnt: NumberField<u64>,
    pub total_video_sale_gmv_amt: NumberField<f64>,
}
