//! Guard, moments, file names, and what goes to the clipboard.

use clipcart::domain::dates::day::iso_8601;
use clipcart::domain::export::file_name::file_name;
use clipcart::domain::export::guard::guard_formulas;
use clipcart::domain::export::text::TextStyle;
use proptest::prelude::*;

use super::given::{AT, WICKED, query};
use crate::support::rows;

#[test]
fn what_could_run_is_guarded() {
    let cases = [
        ("=1+1", "'=1+1"),
        ("+49 151", "'+49 151"),
        ("-1", "'-1"),
        ("@all", "'@all"),
        ("\t=1", "\t'=1"),
        ("\r=1", "\r'=1"),
        (" \u{a0}\u{200b}=1", " \u{a0}\u{200b}'=1"),
        ("\u{1}=1", "\u{1}'=1"),
        ("a;=1", "a;'=1"),
        ("a,+1", "a,'+1"),
        ("x; =1+1;y", "x; '=1+1;y"),
        ("x;\u{a0}=1+1;y", "x;\u{a0}'=1+1;y"),
        ("x;\"=1+1;y", "x;'\"=1+1;y"),
        ("\"=HYPERLINK(\"x\")\"", "\"'=HYPERLINK(\"x\")\""),
        ("a\n-b", "a\n'-b"),
        ("a\u{2028}-b", "a\u{2028}'-b"),
        ("＝1", "'＝1"),
        ("﹦1", "'﹦1"),
        ("a=1", "a=1"),
        ("a, b; c", "a, b; c"),
        ("so \"good\" and cheap", "so \"good\" and cheap"),
        ("\"best buy ever", "\"best buy ever"),
        ("#tag", "#tag"),
        ("", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(guard_formulas(text), expected, "{text:?}");
    }
}

/// Cleaned first: a control character hides nothing from the guard.
#[test]
fn control_characters_are_spaces() {
    use TextStyle::{Guarded, OneLine, Unchanged};
    let cases = [
        (Unchanged, "\0=1\t2\r\n3\u{85}4", " =1\t2\r\n3 4"),
        (Guarded, "\0=1\t2\r\n3\u{85}4", " '=1 2\r\n3 4"),
        (OneLine, "\0=1\t2\r\n3\u{85}4\u{2028}5", " '=1 2  3 4 5"),
        (Guarded, "\u{1b}[31m", " [31m"),
        (Guarded, "a\t", "a "),
        (OneLine, "\u{9b}+1", " '+1"),
    ];
    for (style, text, expected) in cases {
        assert_eq!(style.apply(text), expected, "{style:?}: {text:?}");
    }
}

/// So that a closing quote behind it opens no cell.
#[test]
fn a_separator_at_the_end_is_followed_by_a_space() {
    for text in ["a,", "a,b;", "a\n", "a\r\n", ";"] {
        assert_eq!(TextStyle::Guarded.apply(text), format!("{text} "));
        assert_eq!(TextStyle::Unchanged.apply(text), text);
    }
    for text in ["a", "a; ", "a\"", ""] {
        assert_eq!(TextStyle::Guarded.apply(text), text);
    }
}

#[test]
fn moments_are_utc() {
    assert_eq!(iso_8601(1_751_301_603), "2025-06-30T16:40:03Z");
    assert_eq!(iso_8601(0), "1970-01-01T00:00:00Z");
    assert_eq!(iso_8601(AT), "2025-11-24T06:00:00Z");
}

#[test]
fn a_file_is_named_by_query_and_date() {
    let ids: Vec<String> = (1..=10).map(rows::id).collect();
    let named = |ids: &[String], sample, end| {
        let query = query(ids);
        file_name(&query.ids, Some(&query.page.into()), sample, AT, end)
    };
    let of_search = |ids: &[String], end| file_name(&query(ids).ids, None, false, AT, end);
    assert_eq!(
        named(&ids, false, "xlsx"),
        format!("clipcart-{}-and-9-more-p1-2025-11-24.xlsx", ids[0])
    );
    assert_eq!(
        named(&ids[..1], true, "csv"),
        format!("clipcart-sample-{}-p1-2025-11-24.csv", ids[0])
    );
    assert_eq!(
        of_search(&ids, "json"),
        format!("clipcart-{}-and-9-more-2025-11-24.json", ids[0])
    );
    assert_eq!(
        of_search(&ids[..1], "csv"),
        format!("clipcart-{}-2025-11-24.csv", ids[0])
    );
}

proptest! {
    /// A guard adds apostrophes and changes nothing else.
    #[test]
    fn a_guard_only_adds(text in "[=+@;,\"\n\t\r a'-]{0,12}") {
        let without = |text: &str| text.replace('\'', "");
        prop_assert_eq!(without(&guard_formulas(&text)), without(&text));
    }
}

#[test]
fn wicked_captions_are_wicked() {
    let guarded = WICKED
        .iter()
        .filter(|text| guard_formulas(text) != **text)
        .count();
    assert_eq!(guarded, 10);
}
