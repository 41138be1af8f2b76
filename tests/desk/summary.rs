//! Summaries: totals and medians that double nothing, say what they leave out, and depend on no order.

use clipcart::domain::lines::{LineNo, Lines};
use clipcart::domain::metrics::Figure;
use clipcart::domain::summary::{Summary, Total, median};
use proptest::prelude::*;
use proptest::sample::subsequence;

use crate::made::{any_lines, lines, seen, shuffled, sold, swaps};

fn of_all(lines: &Lines) -> Summary {
    Summary::of(lines, &lines.all().collect::<Vec<_>>())
}

/// Of videos with one line each.
fn plain(sum: f64, median: f64, counted: usize, unknown: usize) -> Total {
    Total {
        sum,
        median: Some(median),
        counted,
        unknown,
        several: 0,
        span: None,
    }
}

#[test]
fn nothing_comes_to_nothing() {
    let lines = lines([seen(1, Some(5), &[sold("1", Some(1), Some(2.0))])]);
    assert_eq!(Summary::of(&lines, &[]), Summary::default());
    assert_eq!(Summary::default().views.median, None);
}

#[test]
fn videos_of_one_product_add_up() {
    let lines = lines([
        seen(1, Some(100), &[sold("1", Some(1), Some(10.0))]),
        seen(2, Some(300), &[sold("2", Some(0), Some(0.0))]),
        seen(3, None, &[sold("1", Some(7), None)]),
        seen(4, Some(200), &[sold("3", None, Some(2.5))]),
    ]);
    let expected = Summary {
        videos: 4,
        products: 4,
        views: plain(600.0, 200.0, 3, 1),
        gmv: plain(12.5, 2.5, 3, 1),
        units: plain(8.0, 1.0, 3, 1),
    };
    assert_eq!(of_all(&lines), expected);
}

#[test]
fn a_video_of_several_products_was_not_seen_several_times() {
    let three = [
        sold("1", Some(1), Some(10.0)),
        sold("2", Some(2), Some(30.0)),
        sold("3", Some(4), None),
    ];
    let lines = lines([
        seen(1, Some(100), &three),
        seen(2, Some(50), &[sold("4", Some(8), Some(5.0))]),
    ]);
    let summary = of_all(&lines);
    assert_eq!((summary.videos, summary.products), (2, 4));
    assert_eq!(summary.views, plain(150.0, 75.0, 2, 0));
    // Its sales are in no sum: they may be one total, written three times.
    let sales = |sum, span| Total {
        several: 1,
        span: Some(span),
        ..plain(sum, sum, 1, 0)
    };
    assert_eq!(summary.units, sales(8.0, (12.0, 15.0)));
    assert_eq!(summary.gmv, sales(5.0, (35.0, 45.0)));
}

#[test]
fn a_video_of_several_products_stays_one_when_one_of_them_is_shown() {
    let two = [sold("1", Some(1), Some(10.0)), sold("2", Some(2), None)];
    let lines = lines([seen(1, Some(100), &two)]);
    let summary = Summary::of(&lines, &[1]);
    assert_eq!((summary.videos, summary.products), (1, 1));
    assert_eq!(summary.views, plain(100.0, 100.0, 1, 0));
    let units = Total {
        several: 1,
        span: Some((2.0, 2.0)),
        ..Total::default()
    };
    assert_eq!(summary.units, units);
    // Nothing is known of this one's GMV: that is why it is left out.
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
        assert_eq!(median(values), expected, "{values:?}");
    }
}

/// A total as its rules say it, video by video.
fn expected(lines: &Lines, shown: &[LineNo], figure: Figure) -> Total {
    let mut total = Total::default();
    let (mut counted, mut least, mut most) = (Vec::new(), 0.0, 0.0);
    for (video_no, video) in lines.videos().iter().enumerate() {
        let own = lines.of_video(video_no).filter(|line| shown.contains(line));
        let values: Vec<_> = own.map(|line| lines.value(line, figure)).collect();
        let known: Vec<f64> = values.iter().copied().flatten().collect();
        if values.is_empty() {
            continue;
        } else if known.is_empty() {
            total.unknown += 1;
        } else if figure == Figure::Views || video.sales.len() == 1 {
            counted.push(known[0]);
        } else {
            total.several += 1;
            least += known.iter().copied().fold(0.0, f64::max);
            most += known.iter().sum::<f64>();
        }
    }
    total.sum = counted.iter().sum();
    total.counted = counted.len();
    if total.several > 0 {
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

fn lines_and_shown() -> impl Strategy<Value = (Lines, Vec<LineNo>)> {
    any_lines().prop_flat_map(|lines| {
        let all: Vec<LineNo> = lines.all().collect();
        let count = all.len();
        // `Lines` is not cloned: it is made of its videos again.
        let (videos, at) = (lines.videos().to_vec(), lines.at());
        let shown = subsequence(all, 0..=count);
        shown.prop_map(move |shown| (Lines::new(videos.clone(), at), shown))
    })
}

proptest! {
    #[test]
    fn totals_are_what_their_rules_say((lines, shown) in lines_and_shown()) {
        let summary = Summary::of(&lines, &shown);
        prop_assert_eq!(summary.views, expected(&lines, &shown, Figure::Views));
        prop_assert_eq!(summary.gmv, expected(&lines, &shown, Figure::Gmv));
        prop_assert_eq!(summary.units, expected(&lines, &shown, Figure::Units));
        prop_assert_eq!(summary.products, shown.len());
        for total in [summary.views, summary.gmv, summary.units] {
            let videos = total.counted + total.unknown + total.several;
            prop_assert_eq!(videos, summary.videos, "each video is counted or left out, once");
            if let Some((least, most)) = total.span {
                prop_assert!(total.sum <= least && least <= most);
            }
        }
    }

    #[test]
    fn the_order_of_lines_changes_no_digit((lines, shown) in lines_and_shown(), swaps in swaps()) {
        let summary = Summary::of(&lines, &shown);
        prop_assert_eq!(Summary::of(&lines, &shuffled(shown, &swaps)), summary);
    }

    #[test]
    fn a_median_has_as_many_below_as_above(values in proptest::collection::vec(0.0..100.0_f64, 1..40)) {
        let median = median(&values).unwrap();
        let below = values.iter().filter(|value| **value < median).count();
        let above = values.iter().filter(|value| **value > median).count();
        let half = values.len() / 2;
        prop_assert!(below <= half && above <= half, "{} below, {} above", below, above);
    }
}
