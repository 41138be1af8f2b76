//! Sorts: a stable total order with unknown values last both ways, and its text in a URL.

use std::cmp::Ordering;

use clipcart::domain::metrics::Metric;
use clipcart::domain::rows::column::Column;
use clipcart::domain::rows::sort::{Sort, SortKey};
use clipcart::domain::rows::{ResultRows, RowIndex};
use proptest::prelude::*;
use proptest::sample::select;
use strum::VariantArray;

use crate::fixtures::{any_rows, any_sort, result_rows, seen, shuffled, sold, swaps};

const GMV: Column = Column::Metric(Metric::Gmv);
const VIEWS: Column = Column::Metric(Metric::Views);

fn sort(text: &str) -> Sort {
    text.parse().unwrap()
}

fn sorted(sort: &Sort, rows: &ResultRows) -> Vec<RowIndex> {
    let mut order: Vec<RowIndex> = rows.all().collect();
    sort.apply(rows, &mut order);
    order
}

/// GMV and views of five rows: some are equal, some unknown.
fn five() -> ResultRows {
    let row = |n, gmv, views| seen(n, views, &[sold("1", None, gmv)]);
    result_rows([
        row(0, Some(5.0), Some(1)),
        row(1, None, Some(3)),
        row(2, Some(9.0), None),
        row(3, Some(5.0), Some(2)),
        row(4, None, Some(2)),
    ])
}

#[test]
fn one_or_several_columns() {
    let cases = [
        ("", [0, 1, 2, 3, 4]),
        ("gmv", [0, 3, 2, 1, 4]),
        ("-gmv", [2, 0, 3, 1, 4]),
        ("views", [0, 3, 4, 1, 2]),
        ("-views", [1, 3, 4, 0, 2]),
        ("gmv,views", [0, 3, 2, 4, 1]),
        ("gmv,-views", [3, 0, 2, 1, 4]),
        ("-gmv,-views", [2, 3, 0, 1, 4]),
        ("-views,gmv", [1, 3, 4, 0, 2]),
        ("views,-gmv", [0, 3, 4, 1, 2]),
        ("video_id", [0, 1, 2, 3, 4]),
        ("-video_id", [4, 3, 2, 1, 0]),
    ];
    for (text, expected) in cases {
        assert_eq!(sorted(&sort(text), &five()), expected, "{text}");
    }
}

#[test]
fn a_click_sorts_from_the_better_end_then_reversed_then_not() {
    let (plus, minus) = (true, false);
    // The sort before, the column, whether a level is added, and the sort after.
    let cases = [
        ("", "gmv", minus, "-gmv"),
        ("-gmv", "gmv", minus, "gmv"),
        ("gmv", "gmv", minus, ""),
        ("-gmv", "views", minus, "-views"),
        ("-gmv,views", "views", minus, ""),
        ("-gmv,-views", "views", minus, "views"),
        ("", "caption", minus, "caption"),
        ("caption", "caption", minus, "-caption"),
        ("-caption", "caption", minus, ""),
        ("", "published", minus, "-published"),
        ("", "gmv", plus, "-gmv"),
        ("-gmv", "views", plus, "-gmv,-views"),
        ("-gmv,-views", "gmv", plus, "gmv,-views"),
        ("gmv,-views", "gmv", plus, "-views"),
        ("-gmv,region,views", "region", plus, "-gmv,-region,views"),
    ];
    for (before, column, added, after) in cases {
        let column = Column::from_code(column).unwrap();
        let pressed = sort(before).toggled(column, added);
        assert_eq!(pressed.to_string(), after, "{before:?}, {column:?}");
    }
}

#[test]
fn keys_have_levels() {
    let sort = sort("-gmv,views");
    let key = |column, descending| SortKey { column, descending };
    assert_eq!(sort.key(GMV), Some((0, key(GMV, true))));
    assert_eq!(sort.key(VIEWS), Some((1, key(VIEWS, false))));
    assert_eq!(sort.key(Column::Region), None);
    assert_eq!(sort.keys(), [key(GMV, true), key(VIEWS, false)]);
    assert_eq!(Sort::by(GMV, true).keys(), [key(GMV, true)]);
}

#[test]
fn invalid_keys_are_ignored() {
    let cases = [
        ("-gmv,views", "-gmv,views"),
        ("gmv,-gmv", "gmv"),
        ("--gmv", ""),
        ("GMV", ""),
        (",,gmv,,", "gmv"),
        ("gmv;views", ""),
        ("gmv views", ""),
        ("中文,-gmv,%", "-gmv"),
        ("-", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(sort(text).to_string(), expected, "{text:?}");
    }
}

/// Compares two rows by all keys of a sort, and by their indices if those are equal.
fn by_all_keys(sort: &Sort, rows: &ResultRows, a: RowIndex, b: RowIndex) -> Ordering {
    let mut order = Ordering::Equal;
    for SortKey { column, descending } in sort.keys() {
        order = order.then(column.compare(rows, a, b, *descending));
    }
    order.then(a.cmp(&b))
}

proptest! {
    #[test]
    fn sorting_is_a_stable_total_order(
        rows in any_rows(), sort in any_sort(), swaps in swaps(),
    ) {
        let order = sorted(&sort, &rows);
        let mut numbers = order.clone();
        numbers.sort_unstable();
        prop_assert_eq!(numbers, rows.all().collect::<Vec<_>>(), "each row once");
        for pair in order.windows(2) {
            let found = by_all_keys(&sort, &rows, pair[0], pair[1]);
            prop_assert_eq!(found, Ordering::Less, "{:?}", pair);
        }
        // The order of the input makes no difference.
        let mut again = shuffled(rows.all().collect(), &swaps);
        sort.apply(&rows, &mut again);
        prop_assert_eq!(again, order);
    }

    #[test]
    fn stable_sorts_by_each_key_agree(rows in any_rows(), sort in any_sort()) {
        let mut expected: Vec<RowIndex> = rows.all().collect();
        // Stable sorts by the last key, then by the one before it, and so on, sort by all keys.
        for SortKey { column, descending } in sort.keys().iter().rev() {
            expected.sort_by(|a, b| column.compare(&rows, *a, *b, *descending));
        }
        prop_assert_eq!(sorted(&sort, &rows), expected);
    }

    #[test]
    fn unknown_metrics_are_last_both_ways(
        rows in any_rows(), metric in select(Metric::VARIANTS),
    ) {
        let orders = [false, true].map(|descending| {
            let sort = Sort::by(Column::Metric(metric), descending);
            let order = sorted(&sort, &rows).into_iter();
            order.map(|row| rows.value(row, metric)).collect::<Vec<_>>()
        });
        for order in &orders {
            let known = order.iter().take_while(|value| value.is_some()).count();
            prop_assert!(order[known..].iter().all(Option::is_none), "{:?}", order);
        }
        let known = |order: &[Option<f64>]| order.iter().copied().flatten().collect::<Vec<_>>();
        let [up, mut down] = orders.map(|order| known(&order));
        prop_assert!(up.is_sorted(), "{:?}", up);
        down.reverse();
        prop_assert_eq!(up, down);
    }

    #[test]
    fn a_sort_round_trips(order in any_sort()) {
        prop_assert_eq!(sort(&order.to_string()), order);
    }

    #[test]
    fn any_text_is_read_as_a_sort(text in "[a-z_,\\-]{0,40}|\\PC{0,20}") {
        let order = sort(&text);
        prop_assert_eq!(sort(&order.to_string()), order);
    }
}
