//! Charts of a few videos: marks, notes about excluded rows, reference lines and ticks.

use clipcart::domain::charts::shapes::{
    Chart, ChartNotes, MarkShape, MarkTarget, Quantity, ReferenceKind,
};
use clipcart::domain::charts::time_bucket::TimeBucket;
use clipcart::domain::dates::day::Day;
use clipcart::domain::filter::NO_REGION;
use clipcart::domain::metrics::{Metric, Unit};
use clipcart::domain::rows::ResultRows;
use clipcart::domain::videos::Video;
use clipcart::domain::view::{ChartChoice, ChartKind};
use strum::VariantArray;

use super::fixtures::{DAY, bare, result_rows, seen, sold};

fn choice(kind: ChartKind, metric: Metric, log: bool) -> ChartChoice {
    ChartChoice {
        kind,
        metric,
        log,
        ..ChartChoice::default()
    }
}

fn drawn(rows: &ResultRows, choice: &ChartChoice, width: i32) -> Chart {
    let shown: Vec<u32> = rows.all().collect();
    Chart::new(rows, &shown, choice, width)
}

/// The targets of the marks, and their values.
fn marks(chart: &Chart) -> Vec<(MarkTarget, f64, f64)> {
    let of = |mark: &clipcart::domain::charts::shapes::Mark| {
        (mark.target.clone(), mark.value, mark.other)
    };
    chart.marks.iter().map(of).collect()
}

/// Three videos: one with two products, one without any data, and one without sales.
fn three() -> ResultRows {
    result_rows([
        seen(
            1,
            Some(1_000),
            &[
                sold("7", Some(1), Some(50.0)),
                sold("8", Some(2), Some(70.0)),
            ],
        ),
        bare(2),
        seen(3, Some(4_000), &[sold("9", Some(0), Some(0.0))]),
    ])
}

#[test]
fn bars_are_ranked_and_videos_have_one_bar_for_their_own_metrics() {
    let rows = three();
    let chart = drawn(&rows, &choice(ChartKind::Bars, Metric::Views, true), 800);
    let expected = [
        (MarkTarget::Row(3), 4_000.0, 1.0),
        (MarkTarget::Row(0), 1_000.0, 1.0),
    ];
    assert_eq!(marks(&chart), expected);
    assert_eq!(
        chart.notes,
        ChartNotes {
            unknown_excluded: 1,
            ..ChartNotes::default()
        }
    );
    let [longest, quarter] = [&chart.marks[0], &chart.marks[1]];
    assert_eq!(longest.width / quarter.width, 4);

    // Each product has a bar for its sales; zero is a value as well.
    let chart = drawn(&rows, &choice(ChartKind::Bars, Metric::Gmv, true), 800);
    let values: Vec<f64> = chart.marks.iter().map(|mark| mark.value).collect();
    assert_eq!(values, [70.0, 50.0, 0.0]);
    assert_eq!(
        chart.notes,
        ChartNotes {
            unknown_excluded: 1,
            multi_product_separate: 2,
            ..ChartNotes::default()
        }
    );
}

#[test]
fn equal_values_keep_their_order_and_lower_ranks_are_counted() {
    let rows = result_rows((1..=25).map(|n| seen(n, Some(5), &[sold("7", None, None)])));
    for (width, most) in [(320, 10), (1_000, 20)] {
        let chart = drawn(&rows, &choice(ChartKind::Bars, Metric::Views, true), width);
        let order: Vec<MarkTarget> = chart.marks.iter().map(|mark| mark.target.clone()).collect();
        assert_eq!(order, (0..most).map(MarkTarget::Row).collect::<Vec<_>>());
        assert_eq!(chart.notes.more, 25 - most as usize);
        assert!(
            matches!(chart.shape, MarkShape::Bars { names_above, .. } if names_above == (width == 320))
        );
    }
}

#[test]
fn a_scatter_shows_zero_on_linear_axes_only() {
    let rows = three();
    let log = drawn(&rows, &choice(ChartKind::Scatter, Metric::Gmv, true), 800);
    let values: Vec<(f64, f64)> = log
        .marks
        .iter()
        .map(|mark| (mark.other, mark.value))
        .collect();
    assert_eq!(values, [(1_000.0, 50.0), (1_000.0, 70.0)]);
    assert_eq!(
        log.notes,
        ChartNotes {
            unknown_excluded: 1,
            zero_excluded: 1,
            multi_product_separate: 2,
            ..ChartNotes::default()
        }
    );
    let even = drawn(&rows, &choice(ChartKind::Scatter, Metric::Gmv, false), 800);
    assert_eq!(even.marks.len(), 3);
    assert_eq!(even.notes.zero_excluded, 0);
    // From left to right, as the arrow keys go through them.
    assert!(even.marks.is_sorted_by_key(|mark| mark.x));
    // Two metrics of the video: one point per video.
    let own = ChartChoice {
        metric: Metric::Views,
        x_metric: Metric::Views,
        ..choice(ChartKind::Scatter, Metric::Views, true)
    };
    assert_eq!(drawn(&rows, &own, 800).marks.len(), 2);
}

#[test]
fn gmv_vs_views_has_lines_of_equal_gpm() {
    let videos = (1..=9).map(|n| {
        seen(
            n,
            Some(10_u64.pow(n as u32 % 4 + 3)),
            &[sold("7", Some(1), Some(10_f64.powi(n as i32 % 5)))],
        )
    });
    let rows = result_rows(videos);
    for (metric, across) in [(Metric::Gmv, Metric::Views), (Metric::Views, Metric::Gmv)] {
        for log in [true, false] {
            let choice = ChartChoice {
                metric,
                x_metric: across,
                log,
                ..choice(ChartKind::Scatter, metric, log)
            };
            let chart = drawn(&rows, &choice, 900);
            assert!(!chart.reference_lines.is_empty(), "{metric:?} {log}");
            for reference_line in &chart.reference_lines {
                assert_eq!(reference_line.kind, ReferenceKind::Gpm);
                assert!(
                    reference_line.to.0 > reference_line.from.0
                        && reference_line.to.1 < reference_line.from.1,
                    "{reference_line:?}"
                );
            }
            if !log {
                continue;
            }
            // A point of $1 per 1,000 views is on the line of $1.
            let of = |reference_line: &&clipcart::domain::charts::shapes::ReferenceLine| {
                (reference_line.value - 1.0).abs() < 1e-9
            };
            let one = chart.reference_lines.iter().find(of).unwrap();
            let is_one = |mark: &&clipcart::domain::charts::shapes::Mark| {
                let (gmv, views) = if metric == Metric::Gmv {
                    (mark.value, mark.other)
                } else {
                    (mark.other, mark.value)
                };
                (gmv / views * 1000.0 - 1.0).abs() < 1e-9
            };
            let point = chart.marks.iter().find(is_one).unwrap();
            let (run, rise) = (one.to.0 - one.from.0, one.to.1 - one.from.1);
            let expected = one.from.1 + rise * (point.x - one.from.0) / run;
            assert!((point.y - expected).abs() <= 1, "{point:?} {one:?}");
        }
    }
    let other = choice(ChartKind::Scatter, Metric::Likes, true);
    assert!(drawn(&rows, &other, 900).reference_lines.is_empty());
}

#[test]
fn a_distribution_counts_each_value_once_and_has_quartiles() {
    let views = [1, 9, 10, 19, 20, 100, 100, 100];
    let rows = result_rows(
        views
            .iter()
            .zip(1..)
            .map(|(views, n)| seen(n, Some(*views), &[sold("7", None, None)])),
    );
    let chart = drawn(
        &rows,
        &choice(ChartKind::Distribution, Metric::Views, false),
        500,
    );
    let total: f64 = chart.marks.iter().map(|mark| mark.value).sum();
    assert_eq!(total, 8.0);
    let first = &marks(&chart)[0];
    assert_eq!(*first, (MarkTarget::Between(0.0, 9.0), 2.0, 2.0));
    // The last bin includes its upper edge.
    assert_eq!(
        marks(&chart).last(),
        Some(&(MarkTarget::Between(90.0, 100.0), 3.0, 3.0))
    );
    let reference_lines: Vec<_> = chart
        .reference_lines
        .iter()
        .map(|reference_line| (reference_line.kind, reference_line.value))
        .collect();
    let expected = [
        (ReferenceKind::LowerQuartile, 9.5),
        (ReferenceKind::Median, 19.5),
        (ReferenceKind::UpperQuartile, 100.0),
    ];
    assert_eq!(reference_lines, expected);
    assert_eq!(
        chart.y_axis.as_ref().map(|axis| axis.quantity),
        Some(Quantity::Count)
    );
}

fn published(n: u64, day: u64, region: Option<&str>, tags: &[&str], gmv: f64) -> Video {
    Video {
        published: day * DAY + 3_600,
        region: region.map(str::to_owned),
        hashtags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..seen(n, Some(100), &[sold("7", Some(1), Some(gmv))])
    }
}

#[test]
fn groups_total_money_and_take_the_median_of_rates() {
    let mut twice = published(4, 1, Some("US"), &["a"], 1_000.0);
    twice.sales.push(sold("8", Some(1), Some(1_000.0)));
    let rows = result_rows([
        published(1, 1, Some("US"), &["Summer", "a"], 10.0),
        published(2, 2, Some("US"), &["summer", "SUMMER"], 30.0),
        published(3, 3, None, &[], 20.0),
        twice,
    ]);
    let of = |kind, metric| drawn(&rows, &choice(kind, metric, true), 800);
    let us = MarkTarget::Region("US".to_owned());
    let none = MarkTarget::Region(NO_REGION.to_owned());
    let summer = MarkTarget::Hashtag("summer".to_owned());
    let by_region = of(ChartKind::Regions, Metric::Gmv);
    assert_eq!(
        marks(&by_region),
        [(us.clone(), 40.0, 2.0), (none, 20.0, 1.0)]
    );
    // Videos with several products are not in sums of sales.
    assert_eq!(by_region.notes.multi_product_excluded, 2);
    // Their views are, once.
    assert_eq!(
        marks(&of(ChartKind::Regions, Metric::Views))[0],
        (us.clone(), 300.0, 3.0)
    );
    let gpm = of(ChartKind::Regions, Metric::Gpm);
    assert_eq!(marks(&gpm)[0], (us, 200.0, 2.0));
    // Hashtags that differ only in case are the same, and count once per video.
    let tags = of(ChartKind::Hashtags, Metric::Gmv);
    assert_eq!(marks(&tags)[0], (summer, 40.0, 2.0));
    assert_eq!(tags.marks.len(), 2);
}

#[test]
fn a_timeline_has_the_buckets_that_it_has_room_for() {
    let cases = [
        (20, 1_000, TimeBucket::Day),
        (30, 320, TimeBucket::Week),
        (300, 1_000, TimeBucket::Week),
        (700, 1_000, TimeBucket::Month),
        (5_000, 320, TimeBucket::Year),
    ];
    for (days, width, every) in cases {
        let rows = result_rows([
            published(1, 19_000, None, &[], 1.0),
            published(2, 19_000 + days, None, &[], 2.0),
        ]);
        let chart = drawn(
            &rows,
            &choice(ChartKind::Timeline, Metric::Gmv, true),
            width,
        );
        let of = chart.x_axis.as_ref().map(|axis| axis.quantity);
        assert_eq!(of, Some(Quantity::Date(every)), "{days} days on {width} px");
        // Buckets without videos have no columns.
        assert_eq!(chart.marks.len(), 2);
        for (mark, day) in chart.marks.iter().zip([19_000, 19_000 + days]) {
            let MarkTarget::Days(first, last) = mark.target else {
                panic!("{mark:?}");
            };
            let day = Day::of(day * DAY);
            assert!(first <= day && day <= last, "{first} {day} {last}");
        }
    }
}

#[test]
fn time_buckets_are_consecutive() {
    for every in TimeBucket::VARIANTS.iter().copied() {
        let mut day = 0;
        let mut step = every.index(Day::of(0));
        while day < 60 * 366 {
            let (first, last) = (every.first_day(step), every.last_day(step));
            assert!(first <= Day::of(day * DAY), "{every:?} {step}");
            assert_eq!(every.index(last), step, "{every:?} {last}");
            day = last.start() / DAY + 1;
            assert_eq!(
                every.index(Day::of(day * DAY)),
                step + 1,
                "{every:?} after {last}"
            );
            step += 1;
        }
    }
    // Weeks start on Monday: 2025-06-30 was one.
    let monday = TimeBucket::Week.first_day(TimeBucket::Week.index("2025-07-03".parse().unwrap()));
    assert_eq!(monday.to_string(), "2025-06-30");
}

#[test]
fn rates_and_prices_are_not_totaled() {
    for metric in Metric::VARIANTS.iter().copied() {
        let summed = matches!(
            metric,
            Metric::Gmv
                | Metric::Units
                | Metric::Views
                | Metric::Likes
                | Metric::Comments
                | Metric::Shares
                | Metric::Saves
        );
        assert_eq!(metric.is_summed(), summed, "{metric:?}");
        assert!(!summed || matches!(metric.unit(), Unit::Count | Unit::Dollars));
    }
}

/// A slider's keys: each moves its value, which is a mark's place.
fn check_keys(chart: &Chart) {
    let count = chart.marks.len();
    let page = (count / 10).max(1);
    let middle = count.div_ceil(2);
    let keys = [
        ("ArrowRight", middle, middle + 1),
        ("ArrowUp", middle, middle + 1),
        ("ArrowLeft", middle, middle - 1),
        ("ArrowDown", middle, middle - 1),
        ("PageUp", middle, middle + page),
        ("PageDown", middle, middle.saturating_sub(page)),
        ("Home", middle, 1),
        ("End", middle, count),
        ("ArrowUp", count, count),
        ("PageUp", count, count),
        ("ArrowDown", 1, 1),
        ("PageDown", 1, 1),
    ];
    let index_at = |place| {
        (0..count)
            .find(|index| chart.place(*index) == place)
            .unwrap()
    };
    for (key, from, to) in keys {
        let moved = chart.mark_by(key, index_at(from)).unwrap();
        assert_eq!(
            chart.place(moved),
            to.clamp(1, count),
            "{key} from {from} of {count}"
        );
    }
    // Up never moves down in the chart.
    for (key, direction) in [("ArrowUp", -1), ("ArrowDown", 1)] {
        for (index, mark) in chart
            .marks
            .iter()
            .enumerate()
            .filter(|_| chart.is_vertical())
        {
            let moved = &chart.marks[chart.mark_by(key, index).unwrap()];
            assert!((moved.y - mark.y) * direction >= 0, "{key} from {mark:?}");
        }
    }
}

#[test]
fn the_pointer_selects_the_nearest_mark_and_keys_move_from_it() {
    let videos = (0..50).map(|n| published(n + 1, 20_000 + n, Some("US"), &["a"], 5.0 + n as f64));
    let rows = result_rows(videos);
    for kind in ChartKind::VARIANTS.iter().copied() {
        let chart = drawn(&rows, &choice(kind, Metric::Gmv, true), 700);
        for (place, mark) in chart.marks.iter().enumerate() {
            let hit = chart.mark_at(mark.x + mark.width / 2, mark.y + mark.height / 2);
            let hit = &chart.marks[hit.unwrap()];
            assert_eq!((hit.x, hit.y), (mark.x, mark.y), "{kind:?} {place}");
        }
        assert_eq!(chart.mark_at(-500, -500), None);
        check_keys(&chart);
        assert_eq!(chart.mark_by("a", 0), None);
    }
    let nothing = Chart::new(
        &rows,
        &[],
        &choice(ChartKind::Scatter, Metric::Gmv, true),
        700,
    );
    assert_eq!(
        (nothing.mark_at(10, 10), nothing.mark_by("End", 0)),
        (None, None)
    );
}
