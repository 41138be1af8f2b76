//! Whatever comes, nothing panics, and what is read holds to the rules of the page.

use clipcart::domain::videos::playback::Clip;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{DataSource, EXAMPLE, SearchError, answer, body, envelope, read, row, row_with, video};

/// The connection may drop at any byte; the browser puts U+FFFD for half a character.
#[test]
fn a_cut_answer_is_never_taken_for_a_whole_one() {
    let escaped = EXAMPLE.replace('🥹', r"\ud83e\udd79");
    assert_eq!(body(&escaped), body(EXAMPLE));
    for whole in [EXAMPLE, &escaped].map(|text| text.trim_end().as_bytes()) {
        for length in 0..whole.len() {
            let cut = String::from_utf8_lossy(&whole[..length]);
            let result = body(&cut);
            let noticed = matches!(result, Err(SearchError::Truncated(_)));
            assert!(noticed, "{length} bytes: {result:?}");
        }
    }
}

#[test]
fn blanks_around_an_answer_are_nothing() {
    assert_eq!(body(&format!("\r\n {EXAMPLE}\n\t")), body(EXAMPLE));
    assert!(matches!(body(" \n"), Err(SearchError::Truncated(_))));
}

#[test]
fn deep_nesting_is_no_way_to_break_the_page() {
    for depth in [100, 10_000, 100_000] {
        let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        for text in [
            deep.clone(),
            format!(r#"{{"code":0,"data":{deep}}}"#),
            format!(r#"{{"code":0,"data":[{{"video_id":"1","new":{deep}}}]}}"#),
        ] {
            let result = body(&text);
            assert!(result.is_err() || result.is_ok_and(|answer| answer.videos.is_empty()));
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "(sample/|https?://|[-+]?[0-9]{0,20}|\\PC{0,6})\\PC{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let name = prop_oneof![a_name(), "[a-z]{0,4}"];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(name, inner, 0..6).prop_map(|map| json!(map)),
        ]
    })
}

/// The names of an envelope and of a row.
fn a_name() -> impl Strategy<Value = String> {
    let row = row();
    let names = row.as_object().unwrap().keys().cloned();
    let envelope = ["code", "message", "data", "requestId"].map(str::to_owned);
    prop::sample::select(names.chain(envelope).collect::<Vec<_>>())
}

/// A documented row in which some fields hold anything.
fn odd_row() -> impl Strategy<Value = Value> {
    prop::collection::vec((a_name(), any_json()), 0..5).prop_map(|changes| {
        let mut row = row();
        for (name, value) in changes {
            row[name] = value;
        }
        row
    })
}

fn either() -> impl Strategy<Value = DataSource> {
    prop_oneof![Just(DataSource::Live), Just(DataSource::Sample)]
}

proptest! {
    #[test]
    fn any_text_under_any_status_is_an_answer_or_an_error(
        status in any::<u16>(), text in "\\PC{0,40}", seconds in any::<Option<u32>>(),
    ) {
        let _ = read(status, seconds, &text, DataSource::Live);
    }

    #[test]
    fn any_json_under_any_status_is_an_answer_or_an_error(
        status in prop_oneof![Just(200_u16), any::<u16>()], json in any_json(), from in either(),
    ) {
        let result = read(status, None, &json.to_string(), from);
        prop_assert!((200..300).contains(&status) || result.is_err(), "{result:?}");
    }

    #[test]
    fn every_row_is_accounted_for(rows in prop::collection::vec(odd_row(), 0..6), from in either()) {
        let answer = read(200, None, &envelope(&rows), from).unwrap();
        prop_assert_eq!(answer.row_count, rows.len());
        prop_assert!(answer.videos.len() + answer.unreadable.len() <= rows.len());
        prop_assert!(answer.unreadable.len() < rows.len() || answer.videos.is_empty());
        prop_assert!(answer.unreadable.is_sorted_by(|a, b| a.row < b.row));
        prop_assert!(answer.odd_values.is_sorted_by(|a, b| a.row <= b.row));
        for video in &answer.videos {
            let clip = match &video.clip {
                Clip::Address { url, .. } => Some(url),
                Clip::Missing | Clip::Unusable => None,
            };
            for url in video.cover.iter().chain(clip) {
                let secure = url.as_str().get(..8).is_some_and(|s| s.eq_ignore_ascii_case("https://"));
                let bundled = url.as_str().starts_with("sample/") && from == DataSource::Sample;
                prop_assert!(secure || bundled, "{:?}", url);
            }
            for gmv in video.sales.iter().filter_map(|sales| sales.gmv) {
                prop_assert!(gmv.is_finite() && gmv >= 0.0, "{}", gmv);
            }
        }
    }

    #[test]
    fn one_odd_row_takes_nothing_from_the_row_beside_it(odd in any_json()) {
        let good = row_with("video_id", Some(json!("7000000000000000001")));
        let answer = answer(&[odd, good.clone()]);
        prop_assert_eq!(answer.videos.last(), Some(&video(good)));
    }

    #[test]
    fn every_id_survives_exactly(id in 1_000_000_000_000_000..=u64::MAX, number in any::<bool>()) {
        let value = if number { json!(id) } else { json!(id.to_string()) };
        prop_assert_eq!(video(row_with("video_id", Some(value))).id.to_string(), id.to_string());
    }
}
