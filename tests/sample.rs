//! The sample data: what a newcomer must be able to see in it, and that nobody can take it for real.
//! It reads the files as they are shipped, and refuses to know how the app decodes them.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde_json::Value;

type Outcome = Result<(), Box<dyn std::error::Error>>;

const STRINGS: [&str; 12] = [
    "create_time",
    "data_size",
    "hash_tag",
    "height",
    "play_addr",
    "product_id",
    "ratio",
    "region",
    "user_id",
    "video_desc",
    "video_id",
    "width",
];
const COUNTS: [&str; 6] = [
    "total_comments_cnt",
    "total_digg_cnt",
    "total_favorites_cnt",
    "total_shares_cnt",
    "total_video_sale_cnt",
    "total_views_cnt",
];
const GMV: &str = "total_video_sale_gmv_amt";
const COVER: &str = "reflow_cover";

fn public(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("public")
        .join(path)
}

fn text() -> String {
    std::fs::read_to_string(public("sample/videos.json")).expect("the sample data is there")
}

fn rows() -> Vec<Value> {
    let answer: Value = serde_json::from_str(&text()).expect("the sample data is JSON");
    assert_eq!(answer["code"], 0);
    assert_eq!(answer["message"], "success");
    assert!(
        answer["requestId"]
            .as_str()
            .is_some_and(|id| id.starts_with("sample-"))
    );
    answer["data"].as_array().expect("data is a list").clone()
}

/// A field of the row as text; missing or of another type, it is empty.
fn field<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap_or_default()
}

/// The rows of each video, by its id.
fn videos(rows: &[Value]) -> BTreeMap<&str, Vec<&Value>> {
    let mut videos = BTreeMap::<_, Vec<_>>::new();
    for row in rows {
        videos.entry(field(row, "video_id")).or_default().push(row);
    }
    videos
}

#[test]
fn every_row_has_the_documented_fields_and_types() {
    for row in rows() {
        for name in STRINGS {
            assert!(row[name].is_string(), "{name} in {row}");
        }
        for name in COUNTS {
            assert!(row[name].is_i64() || row[name].is_null(), "{name} in {row}");
        }
        assert!(row[GMV].is_number() || row[GMV].is_null(), "{row}");
        assert!(row["duration"].is_u64(), "{row}");
        let known = |name: &&String| {
            STRINGS.contains(&name.as_str())
                || COUNTS.contains(&name.as_str())
                || [GMV, COVER, "duration"].contains(&name.as_str())
        };
        let mut names = row.as_object().into_iter().flatten().map(|(name, _)| name);
        assert!(
            names.all(|name| known(&name)),
            "a field that is not documented in {row}"
        );
    }
}

#[test]
fn it_shows_every_case_that_a_page_must_stand() {
    let rows = rows();
    let videos = videos(&rows);
    let regions: BTreeSet<_> = rows.iter().map(|row| field(row, "region")).collect();
    assert!(videos.len() >= 24, "{} videos", videos.len());
    assert!(regions.len() >= 5, "{regions:?}");

    let several = videos.values().filter(|rows| rows.len() > 1).count();
    assert!(several >= 3, "{several} videos with several products");

    let coverless = videos
        .values()
        .filter(|rows| field(rows[0], COVER).is_empty())
        .count();
    assert_eq!(coverless, 3, "videos without a cover");

    type Case = (&'static str, fn(&Value) -> bool);
    let cases: [Case; 10] = [
        ("zero sales", |row| {
            row["total_video_sale_cnt"] == 0 && row[GMV] == 0
        }),
        ("no views", |row| row["total_views_cnt"] == 0),
        ("a negative count", |row| {
            row["total_digg_cnt"].as_i64() < Some(0) && !row["total_digg_cnt"].is_null()
        }),
        ("a null count", |row| {
            COUNTS.iter().any(|name| row[*name].is_null())
        }),
        ("unknown GMV", |row| row[GMV].is_null()),
        ("fractional GMV", |row| {
            row[GMV].as_f64().is_some_and(|gmv| gmv.fract() > 0.0)
        }),
        ("a billion views", |row| {
            row["total_views_cnt"].as_i64() > Some(1_000_000_000)
        }),
        ("a long caption", |row| {
            field(row, "video_desc").chars().count() > 1_200
        }),
        ("an empty caption", |row| {
            field(row, "video_desc").is_empty()
        }),
        ("no address to play", |row| {
            field(row, "play_addr").is_empty()
        }),
    ];
    for (case, shows) in cases {
        assert!(rows.iter().any(shows), "nothing shows {case}");
    }
}

#[test]
fn rows_of_one_video_stand_together_and_differ_in_product_and_sales_only() {
    let rows = rows();
    for (id, rows) in videos(&rows) {
        let products: BTreeSet<_> = rows.iter().map(|row| field(row, "product_id")).collect();
        assert_eq!(products.len(), rows.len(), "a product twice in {id}");
        let own = |row: &Value| {
            let mut row = row.clone();
            for name in ["product_id", "total_video_sale_cnt", GMV] {
                row[name] = Value::Null;
            }
            row
        };
        assert!(rows.iter().all(|row| own(row) == own(rows[0])), "{id}");
    }
    let runs = rows.chunk_by(|a, b| a["video_id"] == b["video_id"]).count();
    assert_eq!(runs, videos(&rows).len(), "rows of a video are apart");
}

#[test]
fn ids_are_shaped_like_real_ones_and_plainly_invented() -> Outcome {
    for row in rows() {
        for name in ["video_id", "product_id", "user_id"] {
            let id = field(&row, name);
            assert!(
                id.len() == 19 && id.bytes().all(|byte| byte.is_ascii_digit()),
                "{name} {id}"
            );
        }
        let id: u64 = field(&row, "video_id").parse()?;
        let created: u64 = field(&row, "create_time").parse()?;
        assert_eq!(id >> 32, created, "{id}");
        // Real ids carry a large number there; the sample's carry a place in a list.
        assert!(u64::from(id as u32) < 1_000, "{id}");
        assert!(
            field(&row, "product_id").starts_with("10000000000000"),
            "{row}"
        );
        assert!(
            field(&row, "user_id").starts_with("70000000000000"),
            "{row}"
        );
        let caption = field(&row, "video_desc");
        assert!(
            caption.is_empty() || caption.contains("#madeup"),
            "{caption}"
        );
        assert!(
            field(&row, "hash_tag")
                .split_whitespace()
                .all(|tag| caption.contains(tag)),
            "{row}"
        );
    }
    Ok(())
}

fn products() -> Vec<Value> {
    let text = std::fs::read_to_string(public("sample/products.json"));
    let answer: Value = serde_json::from_str(&text.expect("the products are there")).unwrap();
    answer["data"].as_array().expect("data is a list").clone()
}

/// A first-time visitor sees what named products have, and what can be unknown of them.
#[test]
fn each_product_is_named_as_a_sample() {
    let (rows, products) = (rows(), products());
    let ids = |rows: &[Value]| -> BTreeSet<String> {
        let ids = rows.iter().map(|row| field(row, "product_id").to_owned());
        ids.collect()
    };
    assert_eq!(ids(&products), ids(&rows));
    assert_eq!(products.len(), ids(&rows).len(), "a product twice");
    let mut names = BTreeSet::new();
    for product in &products {
        let name = field(product, "product_name");
        assert!(name.starts_with("Sample product "), "{product}");
        assert!(names.insert(name), "{name} twice");
        assert!(
            field(product, "seller_id").starts_with("20000000000000"),
            "{product}"
        );
        // Nothing here leads off the page.
        assert_eq!(field(product, "cover_url"), "[]", "{product}");
        let number = |name: &str| product[name].as_f64().unwrap_or_else(|| panic!("{name}"));
        assert!(number("min_price") > 0.0 && number("min_price") <= number("max_price"));
    }
    type Case = (&'static str, fn(&Value) -> bool);
    let cases: [Case; 4] = [
        ("a range of prices", |it| it["min_price"] != it["max_price"]),
        ("one price", |it| it["min_price"] == it["max_price"]),
        ("an unknown commission", |it| {
            it["product_commission_rate"].is_null()
        }),
        ("no ratings", |it| it["product_rating"] == 0),
    ];
    for (case, shows) in cases {
        assert!(products.iter().any(shows), "nothing shows {case}");
    }
}

#[test]
fn nothing_leads_off_the_page() {
    let text = text();
    assert!(text.len() <= 40 * 1024, "{} bytes", text.len());
    assert!(!text.contains("http:"), "an address without TLS");
    for after in text.split("https://").skip(1) {
        let host = after.split(['/', '"']).next().unwrap_or_default();
        assert!(host.ends_with(".invalid"), "a real address: {host}");
    }
    let expired = text.matches(".invalid/").count();
    assert!(expired >= 2, "{expired} expired addresses");
}

#[test]
fn every_bundled_file_that_it_names_is_there_and_fit_for_the_policy() -> Outcome {
    for row in rows() {
        for name in ["play_addr", COVER] {
            let path = field(&row, name);
            if path.is_empty() || path.starts_with("https://") {
                continue;
            }
            assert!(path.starts_with("sample/"), "{path}");
            assert!(public(path).is_file(), "{path} is missing");
        }
    }
    for entry in std::fs::read_dir(public("sample/covers"))? {
        let path = entry?.path();
        let cover = std::fs::read_to_string(&path)?;
        assert!(cover.len() <= 2 * 1024, "{path:?}: {} bytes", cover.len());
        for refused in [
            "<style",
            "style=",
            "<script",
            "<text",
            "http://www.w3.org/1999",
            "https:",
        ] {
            assert!(!cover.contains(refused), "{refused} in {path:?}");
        }
    }
    Ok(())
}
