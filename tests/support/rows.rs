//! Response rows in the documented format, made up from the id: the same id always gives the same row.

use serde_json::{Value, json};

/// The response in the documentation, byte for byte.
pub const DOCUMENTED_EXAMPLE: &str = include_str!("../fixtures/documented-example.json");

/// The row of the documented example.
pub fn documented() -> Value {
    let example: Value = serde_json::from_str(DOCUMENTED_EXAMPLE).unwrap();
    example["data"][0].clone()
}

/// The ids up to 998 follow each other from here. All have the same creation time.
const ZEROS: u64 = 7_521_783_049_722_285_000;
/// The last of them.
const LAST_IN_ROW: u64 = 998;

/// An id in TikTok's format. A higher `n`, up to 100,000, is newer. Above 998 each is a second newer than the one before.
pub fn id(n: u64) -> String {
    assert!(n <= 100_000, "their dates would come near to today");
    // Not a multiple of 1000 or of 1024, which would look rounded.
    let id = match n {
        0 => ZEROS - 1,
        1..56 => ZEROS + n,
        56..=LAST_IN_ROW => ZEROS + n + 1,
        _ => (((ZEROS >> 32) + n) << 32) | lower_half(n),
    };
    id.to_string()
}

/// The `n` of an [`id`]; none for other ids.
pub fn number(id: &str) -> Option<u64> {
    let value: u64 = id.parse().ok()?;
    let in_row = value
        .checked_sub(ZEROS)
        .map_or(0, |n| n - u64::from(n > 56));
    let later = (value >> 32).saturating_sub(ZEROS >> 32);
    [in_row, later]
        .into_iter()
        .find(|n| *n <= 100_000 && self::id(*n) == id)
}

/// 32 bits that look like those of a real id: all different, and odd.
fn lower_half(n: u64) -> u64 {
    (n.wrapping_mul(2_654_435_761) & 0xFFFF_FFFE) | 1
}

/// The rows of an [`id`] in a run, by its `n`: none if `n % 17 == 5` or 61 to 80, three if `n % 10 == 3`, else one. So
/// there are groups of ten ids with more than ten rows, and groups without any.
pub fn rows_for_runs(video_id: &str) -> Vec<Value> {
    let product = |k: u64| {
        let product = json!((1_729_000_000_000_000_000 + k).to_string());
        row_with(video_id, &[("product_id", product)])
    };
    match number(video_id) {
        Some(n) if n % 17 == 5 || (61..=80).contains(&n) => Vec::new(),
        Some(n) if n % 10 == 3 => (0..3).map(|k| product(n * 10 + k)).collect(),
        _ => vec![row(video_id)],
    }
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
