//! Charts of random rows: all marks are in the plot, texts don't overlap, and every row has a mark or is counted.

use clipcart::domain::charts::shapes::{Axis, Chart, MarkShape, MarkTarget};
use clipcart::domain::metrics::{Metric, Scope};
use clipcart::domain::rows::ResultRows;
use clipcart::domain::videos::Video;
use clipcart::domain::view::{ChartChoice, ChartKind};
use proptest::prelude::*;
use proptest::sample::select;
use strum::VariantArray;

use super::fixtures::{any_rows, bare, result_rows, seen, sold};

fn any_choice() -> impl Strategy<Value = ChartChoice> {
    let metrics = || select(Metric::VARIANTS);
    let kinds = select(ChartKind::VARIANTS);
    (kinds, metrics(), metrics(), any::<bool>()).prop_map(|(kind, metric, x_metric, log)| {
        ChartChoice {
            kind,
            metric,
            x_metric,
            log,
        }
    })
}

/// Videos with extreme values.
fn extreme_rows() -> impl Strategy<Value = ResultRows> {
    let money = prop_oneof![
        select(vec![
            0.0,
            f64::MIN_POSITIVE,
            5e-324,
            1e-12,
            0.1,
            1.0,
            9.999_999_999_999_999,
            10.0,
            1e15,
            1e18,
            1e300,
            f64::MAX,
            -1.0
        ]),
        0.0..1e9_f64,
    ];
    let count = prop_oneof![select(vec![0, 1, 2, 5, 10, u64::MAX]), 0..10_000_000_u64];
    let published = prop_oneof![
        select(vec![0, 1, u64::MAX, u64::MAX / 2, 253_402_300_800]),
        1_500_000_000..1_800_000_000_u64
    ];
    let video = (money, count, published).prop_map(|(gmv, views, published)| Video {
        published,
        ..seen(1, Some(views), &[sold("7", Some(views / 3), Some(gmv))])
    });
    proptest::collection::vec(video, 0..30).prop_map(|videos| {
        result_rows(videos.into_iter().zip(1..).map(|(video, n)| Video {
            id: bare(n).id,
            ..video
        }))
    })
}

fn check_ticks(axis: &Axis, (low, high): (i32, i32), apart: i32) {
    for (place, value) in &axis.ticks {
        assert!(
            (low..=high).contains(place),
            "{axis:?} from {low} to {high}"
        );
        assert!(value.is_finite(), "{axis:?}");
    }
    for pair in axis.ticks.windows(2) {
        assert!((pair[0].0 - pair[1].0).abs() >= apart, "{axis:?}");
        assert!(pair[0].1 < pair[1].1, "{axis:?}");
    }
}

/// What is true for every chart.
fn check_chart(chart: &Chart, rows: &ResultRows, shown: &[u32], choice: &ChartChoice) {
    let plot = chart.plot;
    assert!(plot.left < plot.right && plot.right < chart.width && plot.bottom < chart.height);
    for mark in &chart.marks {
        let inside = mark.x >= plot.left
            && mark.x + mark.width <= plot.right
            && mark.y >= plot.top
            && mark.y + mark.height <= plot.bottom;
        assert!(
            inside && mark.width >= 0 && mark.height >= 0,
            "{mark:?} in {plot:?}"
        );
        assert!(mark.value.is_finite() && mark.other.is_finite(), "{mark:?}");
    }
    for reference_line in &chart.reference_lines {
        for (x, y) in [reference_line.from, reference_line.to] {
            assert!(
                (plot.left..=plot.right).contains(&x) && y <= plot.bottom,
                "{reference_line:?}"
            );
        }
    }
    if let Some(across) = &chart.x_axis {
        check_ticks(across, (plot.left, plot.right), 40);
    }
    if let Some(up) = &chart.y_axis {
        check_ticks(up, (plot.top, plot.bottom), 16);
    }
    // Every shown row has a mark, is in a group, or is counted as excluded.
    let out = chart.notes;
    let of_sales = choice.metric.scope() == Scope::Row
        || (choice.kind == ChartKind::Scatter && choice.x_metric.scope() == Scope::Row);
    let mut videos: Vec<usize> = shown.iter().map(|row| rows.video_index(*row)).collect();
    videos.sort_unstable();
    videos.dedup();
    let all = if of_sales { shown.len() } else { videos.len() };
    let out_of_all = out.unknown_excluded
        + out.too_large_excluded
        + out.zero_excluded
        + out.multi_product_excluded;
    let counted: usize = match choice.kind {
        ChartKind::Bars => chart.marks.len() + out.more,
        ChartKind::Scatter => chart.marks.len(),
        // A video is in as many groups as it has hashtags, and there may be more groups than bars.
        ChartKind::Hashtags => return,
        ChartKind::Regions if out.more > 0 => return,
        _ => chart.marks.iter().map(|mark| mark.other as usize).sum(),
    };
    assert_eq!(counted + out_of_all, all, "{choice:?}");
}

fn some(rows: &ResultRows, seed: u32) -> Vec<u32> {
    rows.all()
        .filter(|row| !(row + seed).is_multiple_of(5))
        .collect()
}

proptest! {
    #[test]
    fn all_marks_are_in_the_plot_and_all_rows_are_counted(
        rows in any_rows(), choice in any_choice(), width in 0..2_000_i32, seed in 0..5_u32,
    ) {
        let shown = some(&rows, seed);
        check_chart(&Chart::new(&rows, &shown, &choice, width), &rows, &shown, &choice);
    }

    #[test]
    fn with_extreme_values_too(
        rows in extreme_rows(), choice in any_choice(), width in select(vec![i32::MIN, 0, 262, 320, 700, 1_230, i32::MAX]),
    ) {
        let shown: Vec<u32> = rows.all().collect();
        check_chart(&Chart::new(&rows, &shown, &choice, width), &rows, &shown, &choice);
    }

    #[test]
    fn higher_values_are_never_drawn_lower(rows in extreme_rows(), choice in any_choice()) {
        let shown: Vec<u32> = rows.all().collect();
        let chart = Chart::new(&rows, &shown, &choice, 700);
        for (a, b) in chart.marks.iter().zip(chart.marks.iter().skip(1)) {
            let (less, more) = if a.value <= b.value { (a, b) } else { (b, a) };
            match chart.shape {
                MarkShape::Bars { .. } => prop_assert!(less.width <= more.width),
                _ => prop_assert!(less.y >= more.y),
            }
        }
    }
}

#[test]
fn with_no_rows_one_row_equal_rows_and_ten_thousand_too() {
    let many = |count: u64, gmv: fn(u64) -> f64| {
        result_rows((1..=count).map(|n| {
            let gmv = gmv(n);
            Video {
                region: Some("US".into()),
                hashtags: vec!["a".into()],
                ..seen(
                    n,
                    Some(n * 37 % 5_000_000),
                    &[sold("7", Some(n % 50), Some(gmv))],
                )
            }
        }))
    };
    let cases = [
        result_rows([]),
        result_rows([bare(1)]),
        many(1, |_| 12.5),
        many(1, |_| 0.0),
        many(100, |_| 0.0),
        many(100, |_| 12.5),
        many(10_000, |n| (n * 7_919 % 100_003) as f64 / 7.0),
    ];
    for rows in &cases {
        let shown: Vec<u32> = rows.all().collect();
        for kind in ChartKind::VARIANTS.iter().copied() {
            for metric in Metric::VARIANTS.iter().copied() {
                for log in [true, false] {
                    for width in [262, 1_200] {
                        let choice = ChartChoice {
                            kind,
                            metric,
                            log,
                            x_metric: Metric::Views,
                        };
                        let chart = Chart::new(rows, &shown, &choice, width);
                        check_chart(&chart, rows, &shown, &choice);
                        let groups = chart
                            .marks
                            .iter()
                            .filter(|mark| !matches!(mark.target, MarkTarget::Row(_)));
                        assert!(groups.count() < 200);
                    }
                }
            }
        }
    }
}
