//! Formatted JSON: the same tokens, one value per line, and never more than the limit.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::domain::developer::json_preview::indented;
use proptest::prelude::*;
use serde_json::Value;

const ENOUGH: usize = 1_000_000;

#[test]
fn one_value_per_line() {
    let cases = [
        ("", ""),
        ("{}", "{}"),
        ("[ ]", "[]"),
        ("{\"a\":[]}", "{\n  \"a\": []\n}"),
        (
            "{\"code\":0,\"data\":[{\"id\":\"7\"},1.50]}",
            "{\n  \"code\": 0,\n  \"data\": [\n    {\n      \"id\": \"7\"\n    },\n    1.50\n  ]\n}",
        ),
        // Text in a string has no meaning here.
        (
            r#"["{[,:]}", "a\"b", "\\"]"#,
            "[\n  \"{[,:]}\",\n  \"a\\\"b\",\n  \"\\\\\"\n]",
        ),
        (r#"["中文 ok"]"#, "[\n  \"中文 ok\"\n]"),
        // Numbers are not parsed: this one would lose digits as an `f64`.
        ("[7521783049722285367]", "[\n  7521783049722285367\n]"),
        // Text that is not JSON is formatted as well.
        ("}]<html>", "\n}\n]<html>"),
    ];
    for (json, lines) in cases {
        assert_eq!(indented(json, ENOUGH), (lines.to_owned(), true), "{json}");
    }
}

#[test]
fn it_stops_at_the_limit() {
    let many = "[\"中\",".repeat(100_000);
    let (lines, whole) = indented(&many, 1_000);
    assert!(!whole);
    assert!((1_000..1_100).contains(&lines.len()), "{}", lines.len());
    assert!(lines.lines().all(|line| line.len() < 60));
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "[\\\\\"{}\\[\\],: \n]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec(("\\PC{0,6}", inner), 0..6).prop_map(Value::from_iter),
        ]
    })
}

proptest! {
    /// `serde_json` formats in the same way.
    #[test]
    fn as_serde_json_formats_it(value in json()) {
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        prop_assert_eq!(indented(&value.to_string(), ENOUGH), (pretty.clone(), true));
        prop_assert_eq!(indented(&pretty, ENOUGH), (pretty, true));
    }

    #[test]
    fn any_text(text in "\\PC{0,80}", limit in 0_usize..100) {
        let (lines, whole) = indented(&text, limit);
        prop_assert!(lines.len() < limit + 64);
        prop_assert!(whole || lines.len() >= limit);
    }
}
