//! Guard, moments, file names, and what goes to the clipboard.

use clipcart::domain::dates::day::iso_8601;
use clipcart::domain::export::file_name::file_name;
use clipcart::domain::export::table::ExportTable;
use clipcart::domain::export::text::{guard_formulas, tsv};
use proptest::prelude::*;

use super::given::{AT, WICKED, body, ids_of, query, result_rows, some_rows};
use crate::support::rows;

#[test]
fn what_could_run_is_guarded() {
    let cases = [
        ("=1+1", "'=1+1"),
        ("+49 151", "'+49 151"),
        ("-1", "'-1"),
        ("@all", "'@all"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        ("a;=1", "a;'=1"),
        ("a\n-b", "a\n'-b"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("#tag", "#tag"),
        ("", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(guard_formulas(text), expected, "{text:?}");
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
    assert_eq!(
        file_name(&query(&ids), false, AT, "xlsx"),
        format!("clipcart-{}-and-9-more-p1-2025-11-24.xlsx", ids[0])
    );
    assert_eq!(
        file_name(&query(&ids[..1]), true, AT, "csv"),
        format!("clipcart-sample-{}-p1-2025-11-24.csv", ids[0])
    );
}

proptest! {
    /// As many cells in each row as there are columns, and none that could run.
    #[test]
    fn the_clipboard_has_a_table(rows in some_rows()) {
        let (query, body) = (query(&ids_of(&rows)), body(&rows));
        let results = result_rows(&query, &body);
        let order: Vec<u32> = results.all().collect();
        let table = ExportTable { results: &results, rows: &order, sample: false };
        let tsv = tsv(&table, |value| value.to_string());
        let table: Vec<Vec<&str>> = tsv.split('\n').map(|line| line.split('\t').collect()).collect();
        prop_assert_eq!(table.len(), order.len() + 1);
        for (row, cells) in order.iter().zip(&table[1..]) {
            prop_assert_eq!(cells.len(), table[0].len());
            prop_assert_eq!(cells[0], results.video(*row).id.to_string());
            prop_assert!(cells.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])));
        }
    }

    /// A guard adds apostrophes and changes nothing else.
    #[test]
    fn a_guard_only_adds(text in "[=+@;\n\t\r a'-]{0,12}") {
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
    assert_eq!(guarded, 9);
}
