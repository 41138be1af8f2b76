//! Summaries: totals and medians that count nothing twice, say what they exclude, and depend on no order.

use clipcart::domain::metrics::Metric;
use clipcart::domain::rows::summary::{Summary, Total, median};
use clipcart::domain::rows::{ResultRows, RowIndex};
use proptest::prelude::*;
use proptest::sample::subsequence;

use crate::fixtures::{any_rows, result_rows, seen, shuffled, sold, swaps};

fn of_all(rows: &ResultRows) -> Summary {
    Summary::of(rows, &rows.all().collect::<Vec<_>>())
}

/// A total of videos with one row each.
fn plain(sum: f64, median: f64, counted: usize, unknown: usize) -> Total {
    Total {
        sum,
        median: Some(median),
        counted,
        unknown,
        multi_product: 0,
        span: None,
    }
}

#[test]
fn no_rows_have_no_totals() {
    let rows = result_rows([seen(1, Some(5), &[sold("1", Some(1), Some(2.0))])]);
    assert_eq!(Summary::of(&rows, &[]), Summary::default());
    assert_eq!(Summary::default().views.median, None);
}

#[test]
fn videos_with_one_product_are_totaled() {
    let rows = result_rows([
        seen(1, Some(100), &[sold("1", Some(1), Some(10.0))]),
        seen(2, Some(300), &[sold("2", Some(0), Some(0.0))]),
        seen(3, None, &[sold("1", Some(7), None)]),
        seen(4, Some(200), &[sold("3", None, Some(2.5))]),
    ]);
    let expected = Summary {
        videos: 4,
        rows: 4,
        views: plain(600.0, 200.0, 3, 1),
        gmv: plain(12.5, 2.5, 3, 1),
        units: plain(8.0, 1.0, 3, 1),
    };
    assert_eq!(of_all(&rows), expected);
}

#[test]
fn views_of_a_video_with_several_products_count_once() {
    let three = [
        sold("1", Some(1), Some(10.0)),
        sold("2", Some(2), Some(30.0)),
        sold("3", Some(4), None),
    ];
    let rows = result_rows([
        seen(1, Some(100), &three),
        seen(2, Some(50), &[sold("4", Some(8), Some(5.0))]),
    ]);
    let summary = of_all(&rows);
    assert_eq!((summary.videos, summary.rows), (2, 4));
    assert_eq!(summary.views, plain(150.0, 75.0, 2, 0));
    // Its sales are not in the total: they may be one total, repeated three times.
    let sales = |sum, span| Total {
        multi_product: 1,
        span: Some(span),
        ..plain(sum, sum, 1, 0)
    };
    assert_eq!(summary.units, sales(8.0, (12.0, 15.0)));
    assert_eq!(summary.gmv, sales(5.0, (35.0, 45.0)));
}

#[test]
fn a_video_has_several_products_even_if_one_is_shown() {
    let two = [sold("1", Some(1), Some(10.0)), sold("2", Some(2), None)];
    let rows = result_rows([seen(1, Some(100), &two)]);
    let summary = Summary::of(&rows, &[1]);
    assert_eq!((summary.videos, summary.rows), (1, 1));
    assert_eq!(summary.views, plain(100.0, 100.0, 1, 0));
    let units = Total {
        multi_product: 1,
        span: Some((2.0, 2.0)),
        ..Total::default()
    };
    assert_eq!(summary.units, units);
    // Its GMV is unknown, and excluded for that reason.
    let gmv = Total {
        unknown: 1,
        ..Total::default()
    };
    assert_eq!(summary.gmv, gmv);
}

#[test]
fn medians() {
    let cases: [(&[f64], Option<f64>); 9] = [
        (&[], None),
        (&[3.0], Some(3.0)),
        (&[4.0, 1.0], Some(2.5)),
        (&[9.0, 1.0, 2.0], Some(2.0)),
        (&[9.0, 1.0, 2.0, 4.0], Some(3.0)),
        (&[0.0, 0.0, 0.0, 7.0], Some(0.0)),
        (&[5.0, 5.0], Some(5.0)),
        (&[1e300, 0.0, 1e-300], Some(1e-300)),
        (
            &[f64::MAX, 1.0, 1.0 + f64::EPSILON],
            Some(1.0 + f64::EPSILON),
        ),
    ];
    for (values, expected) in cases {
        assert_eq!(median(&mut values.to_vec()), expected, "{values:?}");
    }
}

/// A total by its rules, video by video.
fn expected(rows: &ResultRows, shown: &[RowIndex], metric: Metric) -> Total {
    let mut total = Total::default();
    let (mut counted, mut least, mut most) = (Vec::new(), 0.0, 0.0);
    for (video_index, video) in rows.videos().iter().enumerate() {
        let own = rows.of_video(video_index).filter(|row| shown.contains(row));
        let values: Vec<_> = own.map(|row| rows.value(row, metric)).collect();
        let known: Vec<f64> = values.iter().copied().flatten().collect();
        if values.is_empty() {
            continue;
        } else if known.is_empty() {
            total.unknown += 1;
        } else if metric == Metric::Views || video.sales.len() == 1 {
            counted.push(known[0]);
        } else {
            total.multi_product += 1;
            least += known.iter().copied().fold(0.0, f64::max);
            most += known.iter().sum::<f64>();
        }
    }
    total.sum = counted.iter().sum();
    total.counted = counted.len();
    if total.multi_product > 0 {
        total.span = Some((total.sum + least, total.sum + most));
    }
    counted.sort_by(f64::total_cmp);
    let middle = counted.len() / 2;
    total.median = match counted.len() {
        0 => None,
        count if count % 2 == 1 => Some(counted[middle]),
        _ => Some((counted[middle - 1] + counted[middle]) / 2.0),
    };
    total
}

fn rows_and_shown() -> impl Strategy<Value = (ResultRows, Vec<RowIndex>)> {
    any_rows().prop_flat_map(|rows| {
        let all: Vec<RowIndex> = rows.all().collect();
        let count = all.len();
        // `ResultRows` has no `Clone`: it is built from its videos again.
        let videos = rows.videos().to_vec();
        let shown = subsequence(all, 0..=count);
        shown.prop_map(move |shown| (ResultRows::new(videos.clone()), shown))
    })
}

proptest! {
    #[test]
    fn totals_follow_their_rules((rows, shown) in rows_and_shown()) {
        let summary = Summary::of(&rows, &shown);
        prop_assert_eq!(summary.views, expected(&rows, &shown, Metric::Views));
        prop_assert_eq!(summary.gmv, expected(&rows, &shown, Metric::Gmv));
        prop_assert_eq!(summary.units, expected(&rows, &shown, Metric::Units));
        prop_assert_eq!(summary.rows, shown.len());
        for total in [summary.views, summary.gmv, summary.units] {
            let videos = total.counted + total.unknown + total.multi_product;
            prop_assert_eq!(videos, summary.videos, "each video is counted or left out, once");
            if let Some((least, most)) = total.span {
                prop_assert!(total.sum <= least && least <= most);
            }
        }
    }

    #[test]
    fn the_order_of_rows_makes_no_difference((rows, shown) in rows_and_shown(), swaps in swaps()) {
        let summary = Summary::of(&rows, &shown);
        prop_assert_eq!(Summary::of(&rows, &shuffled(shown, &swaps)), summary);
    }

    #[test]
    fn as_many_values_are_below_a_median_as_above(values in proptest::collection::vec(0.0..100.0_f64, 1..40)) {
        let median = median(&mut values.clone()).unwrap();
        let below = values.iter().filter(|value| **value < median).count();
        let above = values.iter().filter(|value| **value > median).count();
        let half = values.len() / 2;
        prop_assert!(below <= half && above <= half, "{} below, {} above", below, above);
    }
}
