//! A click on a mark leads to exactly the videos that the mark counts.

use std::collections::BTreeSet;

use clipcart::domain::charts::shapes::{Chart, Mark, MarkTarget};
use clipcart::domain::filter::Filter;
use clipcart::domain::metrics::Metric;
use clipcart::domain::rows::ResultRows;
use clipcart::domain::videos::{Reach, Video};
use clipcart::domain::view::{ChartChoice, ChartKind};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use strum::VariantArray;

use crate::filter::filter;
use crate::fixtures::{AT, DAY, bare, id, normalize_text, result_rows, seen, sold, some_of};

/// Values on the edges of bins, beside them, and such as no one has.
fn money() -> impl Strategy<Value = f64> {
    prop_oneof![
        select(vec![
            0.0, 1e-12, 1e-9, 0.1, 0.2, 0.3, 0.7, 19.99, 20.0, 49.999, 50.0, 99.99, 100.0, 1e3,
            1e9, 1e17, 1e18, 1e300
        ]),
        (0..400_u32).prop_map(|cents| f64::from(cents) / 100.0),
        0.0..1e6_f64,
    ]
}

fn count() -> impl Strategy<Value = u64> {
    prop_oneof![
        0..120_u64,
        select(vec![1_000, 1_999, 2_000, 1_000_000, u64::MAX])
    ]
}

prop_compose! {
    fn any_video()(
        counts in proptest::collection::vec(option::of(count()), 5),
        sales in proptest::collection::vec((option::of(count()), option::of(money())), 1..3),
        (published, seconds) in (AT - 90 * DAY..AT, option::of(0..200_u32)),
        caption in select(vec!["", "#summer#sale is here", "Sale"]),
        hashtags in subsequence(vec!["summer", "Summer", "summers", "sale", "标签", "été", "ÉTÉ"], 0..4),
        region in option::of(select(vec!["US", "GB", "XKX"])),
    ) -> Video {
        let sales = sales.into_iter().map(|(units, gmv)| sold("7", units, gmv)).collect();
        let [views, likes, comments, shares, saves] = counts[..].try_into().unwrap();
        Video {
            published,
            seconds,
            caption: caption.to_owned(),
            hashtags: hashtags.into_iter().map(str::to_owned).collect(),
            region: region.map(str::to_owned),
            reach: Reach { views, likes, comments, shares, saves },
            sales,
            ..bare(0)
        }
    }
}

fn any_rows() -> impl Strategy<Value = ResultRows> {
    proptest::collection::vec(any_video(), 0..40).prop_map(|videos| {
        let numbered = videos.into_iter().zip(1..);
        result_rows(numbered.map(|(video, n)| Video {
            id: id(n).parse().unwrap(),
            ..video
        }))
    })
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let parts = vec![
        "cc_q=sale",
        "cc_q=%23summer%23",
        "cc_region=US,none",
        "cc_to=2025-06-20",
        "cc_sales=yes",
        "cc_products=one",
        "cc_where=gmv:0.1..50,views:1..,save_rate:..!20",
    ];
    some_of(parts, 2).prop_map(|parts| filter(&parts.join("&")))
}

prop_compose! {
    fn any_choice()(
        kind in select(vec![
            ChartKind::Distribution, ChartKind::Timeline, ChartKind::Regions, ChartKind::Hashtags,
        ]),
        metric in select(Metric::VARIANTS),
        log: bool,
    ) -> ChartChoice {
        ChartChoice { kind, metric, log, ..ChartChoice::default() }
    }
}

/// The videos that a mark's click shows.
fn videos_of(
    mark: &Mark,
    chart: &Chart,
    rows: &ResultRows,
    before: &Filter,
    metric: Metric,
) -> usize {
    let narrowed = chart.narrowed(before.clone(), metric, &mark.target);
    // As a link has it.
    let linked = filter(&narrowed.to_string());
    assert_eq!(linked, narrowed);
    let passing = linked.apply(rows, normalize_text).passing;
    let videos: BTreeSet<usize> = passing.iter().map(|row| rows.video_index(*row)).collect();
    videos.len()
}

proptest! {
    #[test]
    fn a_mark_leads_to_the_videos_that_it_counts(
        rows in any_rows(), choice in any_choice(), before in any_filter(), width in select(vec![320, 700, 1_300]),
    ) {
        let shown = before.apply(&rows, normalize_text).passing;
        let chart = Chart::new(&rows, &shown, &choice, width);
        for mark in &chart.marks {
            let videos = videos_of(mark, &chart, &rows, &before, choice.metric);
            prop_assert_eq!(videos as f64, mark.other, "{:?}", mark);
        }
    }
}

#[test]
fn a_value_on_an_edge_is_in_the_next_bin() {
    let gmv = [10.0, 50.0, 60.0, 99.99, 100.0, 150.0, 200.0];
    let videos = gmv.iter().zip(1..);
    let rows =
        result_rows(videos.map(|(gmv, n)| seen(n, Some(1), &[sold("7", Some(1), Some(*gmv))])));
    let choice = ChartChoice {
        kind: ChartKind::Distribution,
        log: false,
        ..ChartChoice::default()
    };
    let shown: Vec<u32> = rows.all().collect();
    let chart = Chart::new(&rows, &shown, &choice, 262);
    let filters: Vec<(f64, String)> = chart
        .marks
        .iter()
        .map(|mark| {
            let filter = chart.narrowed(Filter::default(), Metric::Gmv, &mark.target);
            (mark.other, filter.to_string())
        })
        .collect();
    let expected = [
        (1.0, "&cc_where=gmv:0..!50"),
        (3.0, "&cc_where=gmv:50..!100"),
        (1.0, "&cc_where=gmv:100..!150"),
        (2.0, "&cc_where=gmv:150..200"),
    ];
    assert_eq!(
        filters,
        expected.map(|(count, filter)| (count, filter.to_owned()))
    );
}

#[test]
fn edges_have_no_rounding_errors() {
    let videos = (1..=30).map(|n| {
        let reach = Reach {
            views: Some(1_000),
            saves: Some(n),
            ..Reach::default()
        };
        Video { reach, ..bare(n) }
    });
    let rows = result_rows(videos);
    let choice = ChartChoice {
        kind: ChartKind::Distribution,
        metric: Metric::SaveRate,
        log: false,
        ..ChartChoice::default()
    };
    let shown: Vec<u32> = rows.all().collect();
    let chart = Chart::new(&rows, &shown, &choice, 700);
    for mark in &chart.marks {
        assert!(matches!(
            mark.target,
            MarkTarget::Below(..) | MarkTarget::Between(..)
        ));
        let filter = chart
            .narrowed(Filter::default(), Metric::SaveRate, &mark.target)
            .to_string();
        // Such as 0.2, and not 0.20000000000000001.
        assert!(filter.len() < 30, "{filter}");
    }
}
