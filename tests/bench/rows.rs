//! A response with any number of rows, as varied as a real one: regions, days, two scripts, missing values.

use serde_json::{Value, json};

use crate::support::rows;

const REGIONS: [&str; 5] = ["US", "GB", "TH", "VN", ""];
const WORDS: [&str; 6] = [
    "unboxing the tiny blender everybody asks for",
    "3 outfits, one jacket",
    "which of these would you keep?",
    "开箱：今年最火的小家电",
    "my mum tried it first",
    "wait for the end",
];

/// The body. Without covers, whose server would be measured, too.
pub fn body(count: u64) -> String {
    let rows: Vec<Value> = (0..count).map(row).collect();
    json!({"code": 0, "message": "success", "data": rows}).to_string()
}

fn row(n: u64) -> Value {
    let id = (7_521_783_049_722_300_000 + n).to_string();
    let words = WORDS[n as usize % WORDS.len()];
    let units = match n % 11 {
        // Unknown.
        0 => json!(-1),
        rest => json!(rest * 37 % 400),
    };
    let fields = [
        ("reflow_cover", Value::Null),
        ("region", json!(REGIONS[n as usize % REGIONS.len()])),
        (
            "create_time",
            json!((1_751_301_603 - n % 200 * 86_400).to_string()),
        ),
        ("video_desc", json!(format!("{words} (clip {n})"))),
        ("hash_tag", json!(format!("#made #up #group{}", n % 40))),
        ("total_video_sale_cnt", units),
    ];
    rows::row_with(&id, &fields)
}
