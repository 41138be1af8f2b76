//! Rows: one that cannot be read is counted with its reason, and the good ones stay.

use serde_json::{Value, json};

use crate::{ID, RowFault, answer, body, row, row_with, unreadable};

/// The documented row of another video.
fn other(id: &str) -> Value {
    row_with("video_id", Some(json!(id)))
}

#[test]
fn a_row_without_an_id_is_named_so() {
    let cases = [
        None,
        Some(Value::Null),
        Some(json!("")),
        Some(json!("abc")),
        Some(json!(12)),
        Some(json!(-7_521_783_049_722_285_367_i64)),
        Some(json!(7.521_783_049_722_285e18)),
        Some(json!([ID])),
        Some(json!({})),
        Some(json!(true)),
    ];
    for value in cases {
        let answer = answer(&[row_with("video_id", value.clone()), row()]);
        let expected = [unreadable(1, RowFault::NoVideoId)];
        assert_eq!(answer.unreadable, expected, "{value:?}");
        assert_eq!((answer.videos.len(), answer.row_count), (1, 2), "{value:?}");
    }
}

#[test]
fn a_row_that_is_no_object_is_named_so() {
    let lists = [json!([]), json!([1, 2]), Value::Array(vec![json!(ID); 17])];
    let plain = [json!(1), json!("x"), json!(null), json!(true)];
    for value in lists.into_iter().chain(plain) {
        let answer = answer(&[value.clone(), row()]);
        let expected = [unreadable(1, RowFault::NotAnObject)];
        assert_eq!(answer.unreadable, expected, "{value}");
        assert_eq!((answer.videos.len(), answer.row_count), (1, 2), "{value}");
    }
}

#[test]
fn bad_rows_keep_their_places_and_good_ones_their_order() {
    let rows = [
        other("7000000000000000003"),
        json!("no row"),
        other("7000000000000000001"),
        json!({}),
        row_with("total_views_cnt", Some(json!({}))),
        other("7000000000000000002"),
    ];
    let answer = answer(&rows);
    let places: Vec<usize> = answer.unreadable.iter().map(|bad| bad.row).collect();
    assert_eq!(places, [2, 4]);
    let odd: Vec<usize> = answer.odd_values.iter().map(|odd| odd.row).collect();
    assert_eq!(odd, [5]);
    let ids: Vec<String> = answer.videos.iter().map(|v| v.id.to_string()).collect();
    let expected = [
        "7000000000000000003",
        "7000000000000000001",
        ID,
        "7000000000000000002",
    ];
    assert_eq!(ids, expected);
    assert_eq!(answer.row_count, 6);
}

#[test]
fn rows_of_one_video_make_one_card_with_all_its_products() {
    let product = |id: &str| row_with("product_id", Some(json!(id)));
    let answer = answer(&[
        product("1"),
        other("7000000000000000001"),
        product("2"),
        product("1"),
    ]);
    assert_eq!((answer.videos.len(), answer.row_count), (2, 4));
    let products: Vec<&str> = answer.videos[0]
        .sales
        .iter()
        .map(|sales| sales.product.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(products, ["1", "2"]);
}

/// What JSON allows and text cannot hold, as a caption cut in the middle of an emoji leaves it.
#[test]
fn half_an_emoji_in_one_caption_does_not_lose_the_other_rows() {
    for escape in [
        r"\ud83e",
        r"\udd79",
        r"\ud83ex",
        r"\ud83e\n",
        r"\ud83e\u0041",
    ] {
        let odd = row_with("video_desc", Some(json!("CUT"))).to_string();
        let odd = odd.replace("CUT", escape);
        let whole = other("7000000000000000001").to_string();
        let text =
            format!(r#"{{"code":0,"message":"success","requestId":"r","data":[{odd},{whole}]}}"#);
        let answer = body(&text).unwrap_or_else(|error| panic!("{escape}: {error:?}"));
        assert_eq!(answer.row_count, 2, "{escape}");
        let read = answer.videos.last().map(|video| video.id.to_string());
        assert_eq!(read.as_deref(), Some("7000000000000000001"), "{escape}");
        assert_eq!(answer.videos.len() + answer.unreadable.len(), 2, "{escape}");
    }
}

#[test]
fn whole_emoji_and_escaped_backslashes_stay_as_they_are() {
    let cases = [
        (r"\ud83e\udd79 \uD83D\uDE00", "🥹 😀"),
        (r"\\ud83e", r"\ud83e"),
        (r"\\\\ud83e", r"\\ud83e"),
        (r"a\u0041\\", r"aA\"),
        (r#"\"\ud83e\udd79\""#, "\"🥹\""),
    ];
    for (escaped, text) in cases {
        let row = row_with("video_desc", Some(json!("CUT"))).to_string();
        let text_of = format!(r#"{{"code":0,"data":[{}]}}"#, row.replace("CUT", escaped));
        let answer = body(&text_of).unwrap();
        assert_eq!(answer.videos[0].caption, text, "{escaped}");
    }
}

#[test]
fn an_empty_page_is_an_answer() {
    let answer = answer(&[]);
    assert_eq!(
        (
            answer.row_count,
            answer.videos.len(),
            answer.unreadable.len()
        ),
        (0, 0, 0)
    );
    assert_eq!(answer.request_id, "r");
}

#[test]
fn rows_are_counted_and_not_videos() {
    let same = vec![row(); 12];
    let read = answer(&same);
    assert_eq!((read.row_count, read.videos.len()), (12, 1));
    // A row that could not be read is a row all the same.
    let bad = answer(&vec![json!({}); 10]);
    assert_eq!((bad.row_count, bad.videos.len()), (10, 0));
}

/// What serde_json refuses in a field, though it is JSON, is unknown; the rest of the row stays.
#[test]
fn a_value_that_cannot_be_held_hides_nothing_else() {
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    for bad in ["1e999", &deep] {
        for name in row().as_object().unwrap().keys() {
            let text = row_with(name, Some(json!("HERE"))).to_string();
            let text = text.replace("\"HERE\"", bad);
            let good = other("7000000000000000001").to_string();
            let answer = body(&format!(r#"{{"code":0,"data":[{text},{good}]}}"#)).unwrap();
            let readable = if name == "video_id" { 1 } else { 2 };
            assert_eq!(answer.videos.len(), readable, "{name}: {bad}");
        }
    }
    let text = format!(r#"{{"code":1e999,"message":{deep},"requestId":1e999,"data":[]}}"#);
    assert_eq!(body(&text).unwrap().row_count, 0);
}

#[test]
fn a_row_that_cannot_be_parsed_hides_no_other() {
    let good = other("7000000000000000001").to_string();
    let bad = format!(r#"{{"video_id":"{ID}","video_id":"{ID}"}}"#);
    let answer = body(&format!(r#"{{"code":0,"data":[{bad},{good}]}}"#)).unwrap();
    assert_eq!(answer.unreadable, [unreadable(1, RowFault::NotAnObject)]);
    assert_eq!((answer.videos.len(), answer.row_count), (1, 2));
}

#[test]
fn one_row_needs_no_list() {
    let (one, list) = (row().to_string(), json!([row()]).to_string());
    let as_text = |json: &str| json!(json).to_string();
    let expected = answer(&[row()]);
    for data in [&one, &list, &as_text(&one), &as_text(&format!(" {list}\n"))] {
        let text = format!(r#"{{"code":0,"data":{data},"requestId":"r"}}"#);
        assert_eq!(body(&text).as_ref(), Ok(&expected), "{data}");
    }
}
