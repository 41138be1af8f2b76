//! Videos side by side: the best of each metric, and differences from the baseline.

use clipcart::domain::metrics::{Direction, Metric};
use clipcart::domain::rows::ResultRows;
use clipcart::domain::rows::compare::{Cell, MetricRow, metric_rows};
use clipcart::domain::videos::{Count, ProductSales, Reach, Video};
use proptest::prelude::*;
use proptest::sample::Index;
use strum::VariantArray;

use crate::fixtures::{any_rows, result_rows, seen, sold};

fn row(rows: &ResultRows, videos: &[usize], base: usize, metric: Metric) -> MetricRow {
    let found = metric_rows(rows, videos, base).into_iter();
    let mut found = found.filter(|row| row.metric == metric);
    found.next().unwrap()
}

/// The views of some videos, compared with the first one: which are best, and the differences.
fn views(counts: &[Count]) -> (Vec<bool>, Vec<Option<f64>>) {
    let videos = (0..)
        .zip(counts)
        .map(|(n, count)| seen(n, *count, &[sold("1", None, None)]));
    let rows = result_rows(videos);
    let places: Vec<usize> = (0..counts.len()).collect();
    let cells = row(&rows, &places, 0, Metric::Views).cells;
    let best = cells.iter().map(|cell| cell.is_best).collect();
    (best, cells.iter().map(|cell| cell.difference).collect())
}

#[test]
fn the_best_is_marked_if_there_is_one() {
    let cases: [(&[Count], &[bool]); 9] = [
        (&[Some(1), Some(2)], &[false, true]),
        (&[Some(2), Some(1)], &[true, false]),
        (&[Some(2), Some(1), Some(2)], &[true, false, true]),
        (&[Some(0), Some(1)], &[false, true]),
        (&[Some(2), None, Some(1)], &[true, false, false]),
        // All are equal, or only one is known: none is best.
        (&[Some(2), Some(2)], &[false, false]),
        (&[Some(2), None], &[false, false]),
        (&[None, None], &[false, false]),
        (&[Some(2)], &[false]),
    ];
    for (counts, expected) in cases {
        assert_eq!(views(counts).0, expected, "{counts:?}");
    }
}

#[test]
fn differences_are_from_the_baseline() {
    let cases: [(&[Count], &[Option<f64>]); 6] = [
        (&[Some(4), Some(5)], &[None, Some(0.25)]),
        (
            &[Some(4), Some(3), Some(4)],
            &[None, Some(-0.25), Some(0.0)],
        ),
        (&[Some(4), Some(0)], &[None, Some(-1.0)]),
        (&[Some(4), None, Some(8)], &[None, None, Some(1.0)]),
        // Zero and unknown baselines have no differences.
        (&[Some(0), Some(5)], &[None, None]),
        (&[None, Some(5)], &[None, None]),
    ];
    for (counts, expected) in cases {
        assert_eq!(views(counts).1, expected, "{counts:?}");
    }
}

#[test]
fn any_video_can_be_the_baseline() {
    let rows =
        result_rows([4, 5, 8].map(|count| seen(count, Some(count), &[sold("1", None, None)])));
    let cases = [
        (0, [None, Some(0.25), Some(1.0)]),
        (1, [Some(-0.2), None, Some(0.6)]),
        (2, [Some(-0.5), Some(-0.375), None]),
        // No such video: there are no differences.
        (3, [None, None, None]),
    ];
    for (base, expected) in cases {
        let cells = row(&rows, &[0, 1, 2], base, Metric::Views).cells;
        for (cell, expected) in cells.iter().zip(expected) {
            let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
            let agree = match (cell.difference, expected) {
                (Some(a), Some(b)) => near(a, b),
                (a, b) => a == b,
            };
            assert!(agree, "from {base}: {cell:?} instead of {expected:?}");
        }
    }
}

#[test]
fn videos_are_in_the_order_of_selection() {
    let rows =
        result_rows([4, 5, 8].map(|count| seen(count, Some(count), &[sold("1", None, None)])));
    let cells = row(&rows, &[2, 0], 1, Metric::Views).cells;
    let values: Vec<_> = cells.iter().map(|cell| cell.values[0]).collect();
    assert_eq!(values, [Some(8.0), Some(4.0)]);
    assert_eq!(cells[0].difference, Some(1.0));
}

#[test]
fn prices_and_lengths_have_no_best() {
    let video = |n, seconds, gmv| Video {
        seconds: Some(seconds),
        sales: vec![ProductSales {
            commission_rate: Some(gmv / 100.0),
            ..sold("1", Some(1), Some(gmv))
        }],
        ..seen(n, Some(1), &[])
    };
    let rows = result_rows([video(1, 10, 5.0), video(2, 20, 9.0)]);
    for row in metric_rows(&rows, &[0, 1], 0) {
        let best = row.cells.iter().any(|cell| cell.is_best);
        if row.metric.direction() == Direction::Neither {
            assert!(!best, "{:?}", row.metric);
            assert!(row.cells[1].difference.is_some(), "{:?}", row.metric);
        }
    }
    assert!(row(&rows, &[0, 1], 0, Metric::Gmv).cells[1].is_best);
}

#[test]
fn a_video_with_several_products_has_a_value_for_each() {
    let reach = Reach {
        views: Some(1000),
        ..Reach::default()
    };
    let two = [sold("1", Some(9), Some(9.0)), sold("2", Some(1), None)];
    let several = Video {
        reach,
        ..seen(1, None, &two)
    };
    let rows = result_rows([several, seen(2, Some(10), &[sold("3", Some(3), Some(3.0))])]);
    let none = |values: &[Option<f64>]| Cell {
        values: values.into(),
        is_best: false,
        difference: None,
    };
    // It is unknown which of the two to compare.
    for base in [0, 1] {
        let units = row(&rows, &[0, 1], base, Metric::Units).cells;
        assert_eq!(units, [none(&[Some(9.0), Some(1.0)]), none(&[Some(3.0)])]);
        let gmv = row(&rows, &[0, 1], base, Metric::Gmv).cells;
        assert_eq!(gmv, [none(&[Some(9.0), None]), none(&[Some(3.0)])]);
    }
    // Its views are the video's.
    let views = row(&rows, &[0, 1], 1, Metric::Views).cells;
    let expected = Cell {
        values: vec![Some(1000.0)],
        is_best: true,
        difference: Some(99.0),
    };
    assert_eq!(views[0], expected);
}

#[test]
fn equal_values_of_a_videos_products_are_merged() {
    let same = [sold("1", Some(9), None), sold("2", Some(9), None)];
    let rows = result_rows([
        seen(1, None, &same),
        seen(2, None, &[sold("3", Some(3), None)]),
    ]);
    let units = row(&rows, &[0, 1], 1, Metric::Units).cells;
    assert_eq!(units[0].values, [Some(9.0)]);
    assert_eq!((units[0].is_best, units[0].difference), (true, Some(2.0)));
}

#[test]
fn a_row_for_each_metric_in_order() {
    let rows = result_rows([seen(1, None, &[sold("1", None, None)])]);
    let metrics: Vec<Metric> = metric_rows(&rows, &[0], 0)
        .iter()
        .map(|row| row.metric)
        .collect();
    assert_eq!(metrics, Metric::VARIANTS);
    assert!(
        metric_rows(&rows, &[], 0)
            .iter()
            .all(|row| row.cells.is_empty())
    );
}

proptest! {
    #[test]
    fn the_best_is_the_highest_and_not_all_are_best(
        rows in any_rows(), picks in proptest::collection::vec(any::<Index>(), 1..6), base in 0..6_usize,
    ) {
        prop_assume!(!rows.is_empty());
        let videos: Vec<usize> = picks.iter().map(|pick| pick.index(rows.videos().len())).collect();
        for row in metric_rows(&rows, &videos, base) {
            let single = |cell: &Cell| match cell.values[..] {
                [value] => value,
                _ => None,
            };
            let known: Vec<f64> = row.cells.iter().filter_map(single).collect();
            let most = known.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let differ = known.iter().any(|value| *value < most);
            let wanted = differ && row.metric.direction() == Direction::MoreIsBetter;
            for (place, cell) in row.cells.iter().enumerate() {
                let is_most = single(cell) == Some(most);
                prop_assert_eq!(cell.is_best, wanted && is_most, "{:?}", row);
                prop_assert!(place != base || cell.difference.is_none());
                if let (Some(value), Some(difference)) = (single(cell), cell.difference) {
                    let from = single(&row.cells[base]).unwrap();
                    prop_assert!((from * (1.0 + difference) - value).abs() <= from.max(value) * 1e-12);
                }
            }
        }
    }
}
