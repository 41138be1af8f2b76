//! JSON set out in lines: the same tokens, a value a line, and never more than was asked for.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::domain::developer::json_preview::indented;
use proptest::prelude::*;
use serde_json::Value;

const ENOUGH: usize = 1_000_000;

#[test]
fn a_value_a_line() {
    let cases = [
        ("", ""),
        ("{}", "{}"),
        ("[ ]", "[]"),
        ("{\"a\":[]}", "{\n  \"a\": []\n}"),
        (
            "{\"code\":0,\"data\":[{\"id\":\"7\"},1.50]}",
            "{\n  \"code\": 0,\n  \"data\": [\n    {\n      \"id\": \"7\"\n    },\n    1.50\n  ]\n}",
        ),
        // What stands in a text is none of this, whatever it looks like.
        (
            r#"["{[,:]}", "a\"b", "\\"]"#,
            "[\n  \"{[,:]}\",\n  \"a\\\"b\",\n  \"\\\\\"\n]",
        ),
        (r#"["中文 ok"]"#, "[\n  \"中文 ok\"\n]"),
        // No number is read: this one would lose its end in a double.
        ("[7521783049722285367]", "[\n  7521783049722285367\n]"),
        // What is no JSON comes out all the same.
        ("}]<html>", "\n}\n]<html>"),
    ];
    for (json, lines) in cases {
        assert_eq!(indented(json, ENOUGH), (lines.to_owned(), true), "{json}");
    }
}

#[test]
fn it_stops_in_time() {
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
    /// `serde_json` lays out the same way.
    #[test]
    fn as_others_do(value in json()) {
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        prop_assert_eq!(indented(&value.to_string(), ENOUGH), (pretty.clone(), true));
        prop_assert_eq!(indented(&pretty, ENOUGH), (pretty, true));
    }

    #[test]
    fn whatever_the_text(text in "\\PC{0,80}", limit in 0_usize..100) {
        let (lines, whole) = indented(&text, limit);
        prop_assert!(lines.len() < limit + 64);
        prop_assert!(whole || lines.len() >= limit);
    }
}
