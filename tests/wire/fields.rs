//! One field at a time: each oddity that integrators report, and what is made of it.

use clipcart::domain::videos::response::OddValue;
use clipcart::domain::videos::{Reach, Video};
use serde_json::{Value, json};

use crate::{ID, answer, body, row_with, sales, video};

/// An integer field's name, and its place in the video.
type CountField = (&'static str, fn(&Video) -> Option<u64>);

const COUNTS: [CountField; 6] = [
    ("total_views_cnt", |v| v.reach.views),
    ("total_digg_cnt", |v| v.reach.likes),
    ("total_comments_cnt", |v| v.reach.comments),
    ("total_shares_cnt", |v| v.reach.shares),
    ("total_favorites_cnt", |v| v.reach.saves),
    ("total_video_sale_cnt", |v| v.sales[0].units),
];

/// The fields of all metrics.
fn figures() -> impl Iterator<Item = &'static str> {
    COUNTS.map(|(name, _)| name).into_iter().chain([GMV])
}

/// When the id was made, in Unix seconds: its upper 32 bits.
const OF_THE_ID: u64 = 1_751_301_588;

const GMV: &str = "total_video_sale_gmv_amt";

#[test]
fn a_count_is_a_number_or_unknown() {
    let cases = [
        (json!(0), Some(0)),
        (json!(7), Some(7)),
        (json!("7"), Some(7)),
        (json!(" 7 "), Some(7)),
        (json!(7.0), Some(7)),
        (json!("7.0"), Some(7)),
        (json!(33_635_675), Some(33_635_675)),
        (json!("33635675"), Some(33_635_675)),
        (json!(-1), None),
        (json!("-1"), None),
        (json!(-1.5), None),
        (json!(i64::MIN), None),
        (json!(-1e30), None),
        (json!(1e30), None),
        (json!(""), None),
        (json!("  "), None),
        (Value::Null, None),
    ];
    for (name, read) in COUNTS {
        for (value, expected) in &cases {
            let video = video(row_with(name, Some(value.clone())));
            assert_eq!(read(&video), *expected, "{name}: {value}");
        }
        assert_eq!(read(&video(row_with(name, None))), None, "no {name}");
    }
}

#[test]
fn money_may_be_fractional_and_negative_is_unknown() {
    let cases = [
        (json!(133_621.6), Some(133_621.6)),
        (json!("133621.60"), Some(133_621.6)),
        (json!(5), Some(5.0)),
        (json!("5"), Some(5.0)),
        (json!(0), Some(0.0)),
        (json!(0.004), Some(0.004)),
        (json!(-1), None),
        (json!("-0.5"), None),
        (json!(""), None),
        (Value::Null, None),
    ];
    for (value, expected) in cases {
        let sales = sales(row_with(GMV, Some(value.clone())));
        assert_eq!(sales.gmv, expected, "{value}");
    }
    assert_eq!(sales(row_with(GMV, None)).gmv, None);
}

#[test]
fn a_figure_that_is_no_number_is_unknown_and_named() {
    let odd = [
        json!({}),
        json!([1]),
        json!(true),
        json!("many"),
        json!("1,234"),
        json!("0x10"),
    ];
    for name in figures() {
        for value in &odd {
            let expected = video(row_with(name, None));
            let answer = answer(&[row_with(name, Some(value.clone()))]);
            assert_eq!(answer.unreadable, [], "{name}: {value}");
            let odd_value = OddValue {
                row: 1,
                field: name,
            };
            assert_eq!(answer.odd_values, [odd_value], "{name}: {value}");
            assert_eq!(answer.videos, [expected], "{name}: {value}");
        }
    }
}

/// What programs write for an unknown number, in JSON or beside it, is unknown without a word. The other figures of the
/// row and the other rows stay.
#[test]
fn a_number_that_is_not_finite_is_unknown() {
    let words = [
        "NaN",
        "nan",
        "-NaN",
        "Infinity",
        "-Infinity",
        "+inf",
        "1e999",
        "-1e999",
        r#""NaN""#,
        r#""Infinity""#,
        r#""-inf""#,
        r#""1e999""#,
        r#""null""#,
        r#""N/A""#,
        r#""-""#,
    ];
    let other = row_with("video_id", Some(json!("7000000000000000001")));
    for name in figures().chain(["duration", "create_time"]) {
        for word in words {
            let row = row_with(name, Some(json!("HERE"))).to_string();
            let rows = row.replace("\"HERE\"", word);
            let text = format!(r#"{{"code":0,"data":[{rows},{other}]}}"#);
            let answer = body(&text).unwrap_or_else(|error| panic!("{name}: {word}: {error:?}"));
            assert_eq!((answer.unreadable, answer.odd_values), (vec![], vec![]));
            let expected = [video(row_with(name, None)), video(other.clone())];
            assert_eq!(answer.videos, expected, "{name}: {word}");
        }
    }
}

/// The words are replaced outside of texts only.
#[test]
fn a_caption_may_speak_of_infinity() {
    for caption in ["NaN", "NaN, Infinity", r#"a "NaN" b\"#, "-Infinity\n"] {
        let text = format!(
            r#"{{"code":NaN,"data":[{{"video_id":"{ID}","video_desc":{},"total_views_cnt":NaN}}]}}"#,
            json!(caption)
        );
        let answer = body(&text).unwrap();
        assert_eq!(answer.videos[0].caption, caption.trim());
    }
}

#[test]
fn hashtags_come_as_text_or_as_a_list_in_any_wrapping() {
    let cases = [
        (json!("#a #b"), &["a", "b"][..]),
        (json!(["a", "b"]), &["a", "b"]),
        (json!(["#a", " #b ", ""]), &["a", "b"]),
        (json!(r##"["a","#b"]"##), &["a", "b"]),
        (json!(r#" ["a", "b"] "#), &["a", "b"]),
        (json!(r#"["\u597d\u7269"]"#), &["好物"]),
        (json!([["a"], ["b", null, 7]]), &["a", "b", "7"]),
        (json!([r#"["a","b"]"#]), &["a", "b"]),
        (json!("[a b"), &["[a", "b"]),
        (json!("[]"), &[]),
        (json!([]), &[]),
        (json!({}), &[]),
        (Value::Null, &[]),
    ];
    for (value, expected) in cases {
        let video = video(row_with("hash_tag", Some(value.clone())));
        assert_eq!(video.hashtags, expected, "{value}");
    }
}

/// Length and date are no metrics: what is no number, or no date that a video can have, is unknown, and
/// the id says when the video was published.
#[test]
fn an_odd_length_or_date_is_unknown() {
    let odd = [
        json!({}),
        json!("0:15"),
        json!("2025-06-30"),
        json!(-1),
        json!(null),
    ];
    let beyond = [
        json!("1751301603000"),
        json!("99999999999999"),
        json!(4_102_444_800_u64),
        json!(0),
    ];
    for value in &odd {
        let video = video(row_with("duration", Some(value.clone())));
        assert_eq!(video.seconds, None, "{value}");
    }
    for value in odd.iter().chain(&beyond) {
        let video = video(row_with("create_time", Some(value.clone())));
        assert_eq!(video.published, video.id.published(), "{value}");
    }
}

#[test]
fn an_id_keeps_all_its_digits_whether_text_or_number() {
    let ids = [ID, "9007199254740993", "18446744073709551615"];
    for id in ids {
        let number: u64 = id.parse().unwrap();
        for value in [json!(id), json!(number), json!(format!(" {id}\n"))] {
            let video = video(row_with("video_id", Some(value.clone())));
            assert_eq!(video.id.to_string(), id, "{value}");
            let product = sales(row_with("product_id", Some(value.clone()))).product;
            assert_eq!(product.unwrap().as_str(), id, "{value}");
            let creator = crate::video(row_with("user_id", Some(value.clone()))).creator;
            assert_eq!(creator.unwrap().as_str(), id, "{value}");
        }
    }
}

#[test]
fn an_id_that_lost_digits_or_is_no_id_is_none_at_all() {
    let cases = [
        json!(7.521_783_049_722_285e18),
        json!(1.8e19),
        json!(-7),
        json!("1.7e18"),
        json!("abc"),
        json!(""),
        json!({"id": 1}),
        json!(["1729422228922143703"]),
        json!(false),
        Value::Null,
    ];
    for value in cases {
        let product = sales(row_with("product_id", Some(value.clone()))).product;
        assert_eq!(product, None, "{value}");
        let creator = video(row_with("user_id", Some(value.clone()))).creator;
        assert_eq!(creator, None, "{value}");
    }
}

#[test]
fn without_a_usable_time_of_publication_the_ids_own_holds() {
    let cases = [
        (Some(json!("1751301603")), 1_751_301_603),
        (Some(json!(1_751_301_603)), 1_751_301_603),
        (Some(json!("0")), OF_THE_ID),
        (Some(json!(-1)), OF_THE_ID),
        (Some(json!("")), OF_THE_ID),
        (Some(Value::Null), OF_THE_ID),
        (None, OF_THE_ID),
    ];
    for (value, expected) in cases {
        let video = video(row_with("create_time", value.clone()));
        assert_eq!(video.published, expected, "{value:?}");
    }
}

#[test]
fn the_other_fields_are_tidied_and_never_needed() {
    let regions = [
        ("US", Some("US")),
        (" gb ", Some("GB")),
        ("", None),
        ("U1", None),
        ("U", None),
        ("USSR", None),
        ("美国", None),
        ("US&x", None),
    ];
    for (value, expected) in regions {
        let video = video(row_with("region", Some(json!(value))));
        assert_eq!(video.region.as_deref(), expected, "{value:?}");
    }
    let video = video(json!({"video_id": ID, "a_new_field": {"deep": [1, {"er": null}]}}));
    assert_eq!(video.reach, Reach::default());
    assert_eq!(
        (video.seconds, video.region, video.cover),
        (None, None, None)
    );
    assert_eq!((&*video.caption, &video.hashtags[..]), ("", &[][..]));
}
