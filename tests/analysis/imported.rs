//! The columns of the user's own file: in the view, the order, the search, the filter and its URL.

use std::sync::Arc;

use clipcart::domain::filter::{Filter, ImportedValue, Part};
use clipcart::domain::imports::ImportedColumns;
use clipcart::domain::metrics::Metric;
use clipcart::domain::rows::ResultRows;
use clipcart::domain::rows::column::Column;
use clipcart::domain::rows::sort::Sort;
use clipcart::domain::view::{DEFAULT_COLUMNS, View};
use clipcart::i18n::{EN, ZH};
use proptest::prelude::*;

use crate::filter::filter;
use crate::fixtures::{any_imported, bare, imported, normalize_text, result_rows};

/// A video for each value of a column.
fn with_column(values: &[&str]) -> ResultRows {
    let videos: Vec<_> = (0..values.len() as u64).map(bare).collect();
    let values: Vec<[&str; 1]> = values.iter().map(|value| [*value]).collect();
    let rows = videos.iter().zip(values.iter().map(<[&str; 1]>::as_slice));
    let imported = imported(&["Campaign"], rows);
    result_rows(videos.clone()).with_imported(imported)
}

fn view(text: &str) -> View {
    text.parse().unwrap()
}

fn named(names: &[&str]) -> Arc<ImportedColumns> {
    imported(names, [])
}

const FILE: Column = Column::Imported(0);
const GMV: Column = Column::Metric(Metric::Gmv);

#[test]
fn codes_never_change() {
    let code = |index| Column::Imported(index).code();
    assert_eq!((code(0), code(19)), ("file_1", "file_20"));
    assert_eq!(Column::from_code("file_2"), Some(Column::Imported(1)));
    for unknown in ["file_0", "file_21", "file_", "file_01", ""] {
        assert_eq!(Column::from_code(unknown), None, "{unknown}");
    }
}

#[test]
fn results_have_our_columns_and_those_of_their_file() {
    let two = named(&["a", "b"]);
    let all: Vec<Column> = Column::all_with(&two).collect();
    let ours: Vec<Column> = Column::all().collect();
    assert_eq!(all[..ours.len()], ours);
    assert_eq!(all[ours.len()..], [FILE, Column::Imported(1)]);
    let none = ImportedColumns::default();
    assert!(Column::all_with(&none).eq(Column::all()));
}

/// By default they are the first ones. What was chosen is shown as far as it is there, and stays in the link.
#[test]
fn the_table_shows_the_columns_that_are_there() {
    let (none, two) = (named(&[]), named(&["a", "b"]));
    let default = View::default();
    assert_eq!(default.columns_with(&none, false), DEFAULT_COLUMNS);
    let with_two = default.columns_with(&two, false);
    assert_eq!(with_two[..2], [FILE, Column::Imported(1)]);
    assert_eq!(with_two[2..], DEFAULT_COLUMNS);
    let cases: [(&str, &[Column], &[Column]); 4] = [
        ("gmv,file_1,file_3", &[GMV], &[GMV, FILE]),
        ("gmv", &[GMV], &[GMV]),
        ("file_2", &[], &[Column::Imported(1)]),
        ("", &[], &[]),
    ];
    for (columns, without, with) in cases {
        let text = format!("&cc_columns={columns}");
        let view = view(&text);
        assert_eq!(view.columns_with(&none, false), without, "{columns}");
        assert_eq!(view.columns_with(&two, false), with, "{columns}");
        assert_eq!(view.to_string(), text);
    }
    // Whoever hides all imported columns does not get them back.
    let hidden = View {
        columns: Some(DEFAULT_COLUMNS.to_vec()),
        ..View::default()
    };
    assert_eq!(hidden.columns_with(&two, false), DEFAULT_COLUMNS);
    assert_eq!(view(&hidden.to_string()), hidden);
}

#[test]
fn a_column_has_the_name_of_its_file_or_its_number() {
    let names = named(&["gmv", " ", "红人"]);
    let name = |index| EN.table.column_name(Column::Imported(index), &names);
    assert_eq!(name(0), "gmv");
    assert_eq!(name(1), "File column 2");
    assert_eq!(name(2), "红人");
    assert_eq!(
        ZH.table.column_name(Column::Imported(3), &names),
        "文件第 4 列"
    );
    assert_eq!(EN.table.column_name(GMV, &names), "GMV");
}

#[test]
fn numbers_are_sorted_as_numbers_and_before_texts() {
    let values = [
        "b",
        "10",
        "",
        "A",
        "9",
        "1x",
        "-3",
        " 2.5 ",
        "7521783049722285368",
        "7521783049722285367",
        "nan",
        "inf",
    ];
    let rows = with_column(&values);
    let sorted = |descending| {
        let mut order: Vec<u32> = rows.all().collect();
        Sort::by(FILE, descending).apply(&rows, &mut order);
        let order = order.into_iter();
        let values = order.map(|row| values[row as usize]);
        values.collect::<Vec<_>>()
    };
    let mut expected = vec![
        "-3",
        " 2.5 ",
        "9",
        "10",
        "7521783049722285367",
        "7521783049722285368",
        "1x",
        "A",
        "b",
        "inf",
        "nan",
    ];
    let ascending = [&expected[..], &[""]].concat();
    assert_eq!(sorted(false), ascending);
    expected.reverse();
    assert_eq!(sorted(true), [&expected[..], &[""]].concat());
}

#[test]
fn a_sort_by_a_missing_column_is_left_out() {
    let sort: Sort = "file_2,-gmv,file_1".parse().unwrap();
    let with = |names: &[&str]| sort.clone().without_missing(&named(names)).to_string();
    assert_eq!(with(&[]), "-gmv");
    assert_eq!(with(&["a"]), "-gmv,file_1");
    assert_eq!(with(&["a", "b"]), sort.to_string());
    // Where it is not left out, it changes nothing.
    let rows = result_rows([bare(1), bare(0)]);
    let mut order = [1, 0];
    Sort::by(FILE, true).apply(&rows, &mut order);
    assert_eq!(order, [0, 1]);
}

#[test]
fn imported_values_are_searched() {
    let rows = with_column(&["Spring Sale", "autumn", ""]);
    let found = |text: &str| {
        let filter = Filter {
            text: text.to_owned(),
            ..Filter::default()
        };
        filter.apply(&rows, normalize_text).passing
    };
    assert_eq!(found("spring"), [0]);
    assert_eq!(found("SALE spring"), [0]);
    assert_eq!(found("u"), [1]);
    assert_eq!(found("Campaign"), [0; 0]);
}

/// The facet of the only column.
fn values(rows: &ResultRows, filter: &Filter) -> Vec<(String, usize)> {
    let facets = filter.apply(rows, normalize_text).facets;
    assert!(facets.imported.iter().all(|facet| facet.column == 0));
    let facet = facets.imported.into_iter().next();
    facet.map(|facet| facet.values).unwrap_or_default()
}

#[test]
fn a_column_with_few_values_has_a_facet() {
    let no_filter = Filter::default();
    let rows = with_column(&["b", "a", "", "b", "A"]);
    let count = |value: &str, count| (value.to_owned(), count);
    assert_eq!(
        values(&rows, &no_filter),
        [count("b", 2), count("", 1), count("A", 1), count("a", 1)]
    );
    // The filter's own values change nothing about the facet, and none of them disappears.
    let chosen = filter("cc_file=1:b&cc_file=1:");
    assert_eq!(chosen.apply(&rows, normalize_text).passing, [0, 2, 3]);
    assert_eq!(values(&rows, &chosen), values(&rows, &no_filter));
    let dated = filter("cc_from=2099-01-01");
    let none: Vec<usize> = values(&rows, &dated).iter().map(|(_, n)| *n).collect();
    assert_eq!(none, [0; 4]);
    // From two to thirty different values, none of them long.
    let numbers: Vec<String> = (0..31).map(|n| n.to_string()).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let (long, longest) = ("好".repeat(101), "好".repeat(100));
    let cases: [(&[&str], usize); 8] = [
        (&[], 0),
        (&["a", "a"], 0),
        (&["", ""], 0),
        (&["a", ""], 2),
        (&numbers[..30], 30),
        (&numbers, 0),
        (&["a", &longest], 2),
        (&["a", &long], 0),
    ];
    for (column, expected) in cases {
        let found = values(&with_column(column), &no_filter);
        assert_eq!(found.len(), expected, "{column:?}");
    }
}

#[test]
fn a_column_without_a_facet_can_be_filtered() {
    let numbers: Vec<String> = (0..40).map(|n| n.to_string()).collect();
    let rows = with_column(&numbers.iter().map(String::as_str).collect::<Vec<_>>());
    let passing = |text: &str| filter(text).apply(&rows, normalize_text).passing;
    assert_eq!(passing("cc_file=1:7&cc_file=1:31"), [7, 31]);
    assert_eq!(passing("cc_file=1:x"), [0; 0]);
}

#[test]
fn values_of_a_missing_column_are_left_out() {
    let filter = filter("cc_file=1:a&cc_file=3:b&cc_q=x");
    let with = |names: &[&str]| filter.clone().without_missing(&named(names)).to_string();
    assert_eq!(with(&[]), "&cc_q=x");
    assert_eq!(with(&["a", "b"]), "&cc_q=x&cc_file=1:a");
    assert_eq!(with(&["a", "b", "c"]), filter.to_string());
}

#[test]
fn values_are_chips_that_toggle() {
    let value = |text: &str| -> ImportedValue { text.parse().unwrap() };
    let one = Filter::default().with_imported_toggled(value("1:a"));
    let two = one.clone().with_imported_toggled(value("2:a"));
    let parts = [Part::Imported(value("1:a")), Part::Imported(value("2:a"))];
    assert_eq!(two.parts(), parts);
    assert_eq!(two.clone().with_imported_toggled(value("2:a")), one);
    assert_eq!(two.without(&parts[1]), one);
    assert_eq!(one.without(&parts[0]), Filter::default());
}

#[test]
fn malformed_values_are_ignored() {
    let cases = [
        ("cc_file=1:a", "&cc_file=1:a"),
        ("cc_file=1%3Aa%3Ab%26c", "&cc_file=1:a%3Ab%26c"),
        ("cc_file=1:", "&cc_file=1:"),
        ("cc_file=20:好", "&cc_file=20:%E5%A5%BD"),
        ("cc_file=1:a&cc_file=1:a", "&cc_file=1:a"),
        ("cc_file=0:a&cc_file=21:a&cc_file=256:a", ""),
        ("cc_file=a&cc_file=&cc_file=:a&cc_file=-1:a&cc_file=x:a", ""),
    ];
    for (text, written) in cases {
        assert_eq!(filter(text).to_string(), written, "{text}");
    }
}

proptest! {
    /// A file with an id and a value for each video, in JSON and back, as the export worker gets it.
    #[test]
    fn columns_round_trip(values in proptest::collection::vec(any_imported(), 0..8)) {
        let rows = with_column(&values);
        let json = serde_json::to_string(rows.imported().as_ref()).unwrap();
        let read: ImportedColumns = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&read, rows.imported().as_ref());
    }

    #[test]
    fn every_value_round_trips_through_a_url(column in 0..20_u8, value: String) {
        let value = ImportedValue::new(column, value).unwrap();
        let one = Filter::default().with_imported_toggled(value.clone());
        prop_assert_eq!(filter(&one.to_string()), one);
        prop_assert_eq!(value.to_string().parse::<ImportedValue>().unwrap(), value);
    }
}
