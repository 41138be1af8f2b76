//! Response rows in the documented format, made up from the id: the same id always gives the same row.

use serde_json::{Value, json};

/// The response in the documentation, byte for byte.
pub const DOCUMENTED_EXAMPLE: &str = include_str!("../fixtures/documented-example.json");

/// The row of the documented example.
pub fn documented() -> Value {
    let example: Value = serde_json::from_str(DOCUMENTED_EXAMPLE).unwrap();
    example["data"][0].clone()
}

/// An id in TikTok's format. A higher `n`, up to 998, is newer.
pub fn id(n: u64) -> String {
    const ZEROS: u64 = 7_521_783_049_722_285_000;
    // Not a multiple of 1000 or of 1024, which would look rounded.
    let id = match n {
        0 => ZEROS - 1,
        1..56 => ZEROS + n,
        _ => ZEROS + n + 1,
    };
    id.to_string()
}

/// A plausible row for any id.
pub fn row(video_id: &str) -> Value {
    let seed: u64 = video_id
        .bytes()
        .fold(17, |sum, byte| (sum * 31 + u64::from(byte)) % 1_000_003);
    let views = 1_000 + seed * 7;
    let units = seed % 900;
    json!({
        "create_time": (1_751_301_603 + seed).to_string(),
        "data_size": (1_000_000 + seed).to_string(),
        "duration": 10 + seed % 50,
        "hash_tag": "#made #up ",
        "height": "1024",
        "play_addr": play_addr(&format!("https://v19.tiktokcdn-us.com/{video_id}.mp4"), 4_102_444_800),
        "product_id": (1_729_000_000_000_000_000 + seed).to_string(),
        "ratio": "540p",
        "reflow_cover": format!("https://echosell-images.tos-ap-southeast-1.volces.com/video-cover/1/{video_id}.jpeg"),
        "region": "US",
        "total_comments_cnt": views / 500,
        "total_digg_cnt": views / 20,
        "total_favorites_cnt": views / 300,
        "total_shares_cnt": views / 400,
        "total_video_sale_cnt": units,
        "total_video_sale_gmv_amt": units as f64 * 19.5,
        "total_views_cnt": views,
        "user_id": "7190508362273735722",
        "video_desc": format!("Made-up clip {video_id}"),
        "video_id": video_id,
        "width": "576",
    })
}

/// [`row`] with some fields replaced.
pub fn row_with(video_id: &str, fields: &[(&str, Value)]) -> Value {
    let mut row = row(video_id);
    for (name, value) in fields {
        row[*name] = value.clone();
    }
    row
}

/// A signed URL in the documented format on the host of `url`. It expires at `expires`, in Unix
/// seconds.
pub fn play_addr(url: &str, expires: u32) -> String {
    let (host, file) = url
        .strip_prefix("https://")
        .and_then(|rest| rest.split_once('/'))
        .expect("an https address with a path");
    format!(
        "https://{host}/f5db72cd55e7002f5920822ad800cb72/{expires:08x}/video/tos/{file}?a=1233&mime_type=video_mp4"
    )
}
