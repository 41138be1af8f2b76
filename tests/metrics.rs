//! Metrics: the documented example, each formula, and "unknown" wherever a metric would be undefined.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use clipcart::domain::metrics::Metric::{self, *};
use clipcart::domain::metrics::{Direction, METRICS, Scope, Unit};
use clipcart::domain::videos::playback::Clip;
use clipcart::domain::videos::{Count, Dollars, ProductSales, Reach, Video};
use proptest::prelude::*;
use strum::VariantArray;

const DAY: u64 = 86_400;
const PUBLISHED: u64 = 1_751_301_603;

/// The reach in the documented example.
const REACH: Reach = Reach {
    views: Some(33_635_675),
    likes: Some(920_727),
    comments: Some(3_926),
    shares: Some(6_213),
    saves: Some(51_447),
};

fn video(reach: Reach, seconds: Option<u32>) -> Video {
    Video {
        id: "7521783049722285367".parse().unwrap(),
        published: PUBLISHED,
        seconds,
        caption: String::new(),
        hashtags: Vec::new(),
        region: None,
        creator: None,
        cover: None,
        clip: Clip::Missing,
        reach,
        sales: Vec::new(),
        fetched_at: 0,
    }
}

fn sales(units: Count, gmv: Dollars) -> ProductSales {
    ProductSales {
        product: None,
        units,
        gmv,
        commission_rate: Some(0.125),
    }
}

fn example() -> (Video, ProductSales) {
    (video(REACH, Some(164)), sales(Some(4_479), Some(133_621.6)))
}

/// Powers of two, so that every metric is exact and depends on its own parts.
fn exact() -> (Video, ProductSales) {
    let reach = Reach {
        views: Some(1024),
        likes: Some(256),
        comments: Some(32),
        shares: Some(4),
        saves: Some(2),
    };
    (video(reach, Some(30)), sales(Some(8), Some(512.0)))
}

#[test]
fn the_documented_example_gives_the_published_metrics() {
    let cases = [
        (Gpm, 3.97, 0.005),
        (PricePerUnit, 29.83, 0.005),
        (UnitsPerThousandViews, 0.133, 0.0005),
        (EngagementRate, 0.0277, 0.000_05),
        (SaveRate, 0.001_53, 0.000_005),
    ];
    let (video, sales) = example();
    for (metric, published, half_a_digit) in cases {
        let value = metric.of(&video, &sales, PUBLISHED).unwrap();
        assert!(
            (value - published).abs() <= half_a_digit,
            "{metric:?}: {value} instead of {published}"
        );
    }
}

#[test]
fn each_formula_uses_its_own_parts() {
    let (video, sales) = exact();
    let cases = [
        (Gmv, 512.0),
        (Units, 8.0),
        (Views, 1024.0),
        (Gpm, 500.0),
        (PricePerUnit, 64.0),
        (UnitsPerThousandViews, 7.8125),
        (CommissionRate, 0.125),
        (ExpectedCommission, 64.0),
        (EngagementRate, 0.285_156_25),
        (LikeRate, 0.25),
        (CommentRate, 0.031_25),
        (ShareRate, 0.003_906_25),
        (SaveRate, 0.001_953_125),
        (GmvPerDay, 128.0),
        (UnitsPerDay, 2.0),
        (ViewsPerDay, 256.0),
        (GmvPerMinute, 1024.0),
        (UnitsPerMinute, 16.0),
        (Likes, 256.0),
        (Comments, 32.0),
        (Shares, 4.0),
        (Saves, 2.0),
        (Length, 30.0),
    ];
    assert_eq!(cases.map(|(metric, _)| metric), Metric::VARIANTS);
    for (metric, expected) in cases {
        let value = metric.of(&video, &sales, PUBLISHED + 4 * DAY);
        assert_eq!(value, Some(expected), "{metric:?}");
    }
}

#[test]
fn a_metric_is_unknown_if_a_part_of_it_is() {
    type Case = (&'static str, fn(&mut Video, &mut ProductSales), Vec<Metric>);
    let by_views = [
        Gpm,
        UnitsPerThousandViews,
        EngagementRate,
        LikeRate,
        CommentRate,
        ShareRate,
        SaveRate,
    ];
    let of_likes = [Likes, LikeRate, EngagementRate];
    let of_gmv = [
        Gmv,
        Gpm,
        PricePerUnit,
        ExpectedCommission,
        GmvPerDay,
        GmvPerMinute,
    ];
    let per_minute = [GmvPerMinute, UnitsPerMinute];
    let cases: [Case; 12] = [
        (
            "no views",
            |v, _| v.reach.views = None,
            [&by_views[..], &[Views, ViewsPerDay]].concat(),
        ),
        (
            "zero views",
            |v, _| v.reach.views = Some(0),
            by_views.into(),
        ),
        ("no likes", |v, _| v.reach.likes = None, of_likes.into()),
        (
            "no comments",
            |v, _| v.reach.comments = None,
            vec![Comments, CommentRate, EngagementRate],
        ),
        (
            "no shares",
            |v, _| v.reach.shares = None,
            vec![Shares, ShareRate, EngagementRate],
        ),
        (
            "no saves",
            |v, _| v.reach.saves = None,
            vec![Saves, SaveRate],
        ),
        (
            "no units",
            |_, s| s.units = None,
            vec![
                Units,
                PricePerUnit,
                UnitsPerThousandViews,
                UnitsPerDay,
                UnitsPerMinute,
            ],
        ),
        ("zero units", |_, s| s.units = Some(0), vec![PricePerUnit]),
        ("no GMV", |_, s| s.gmv = None, of_gmv.into()),
        (
            "no commission",
            |_, s| s.commission_rate = None,
            vec![CommissionRate, ExpectedCommission],
        ),
        (
            "no length",
            |v, _| v.seconds = None,
            [&per_minute[..], &[Length]].concat(),
        ),
        (
            "a length of zero",
            |v, _| v.seconds = Some(0),
            per_minute.into(),
        ),
    ];
    for (name, change, unknown) in cases {
        let (mut video, mut sales) = example();
        change(&mut video, &mut sales);
        for metric in Metric::VARIANTS.iter().copied() {
            let value = metric.of(&video, &sales, PUBLISHED + DAY);
            let is_unknown = unknown.contains(&metric);
            assert_eq!(value.is_none(), is_unknown, "{name}: {metric:?}");
        }
    }
}

#[test]
fn no_sales_and_no_reactions_are_zero_and_not_unknown() {
    let none = Reach {
        views: Some(10),
        likes: Some(0),
        comments: Some(0),
        shares: Some(0),
        saves: Some(0),
    };
    let (video, sales) = (video(none, Some(60)), sales(Some(0), Some(0.0)));
    for metric in Metric::VARIANTS.iter().copied() {
        let expected = match metric {
            PricePerUnit => None,
            Views | ViewsPerDay => Some(10.0),
            Length => Some(60.0),
            CommissionRate => Some(0.125),
            _ => Some(0.0),
        };
        let value = metric.of(&video, &sales, PUBLISHED + DAY);
        assert_eq!(value, expected, "{metric:?}");
    }
}

#[test]
fn metrics_per_day_count_at_least_one_day() {
    let (video, sales) = exact();
    let cases = [
        (PUBLISHED, Some(1024.0)),
        (PUBLISHED + 3_600, Some(1024.0)),
        (PUBLISHED + DAY, Some(1024.0)),
        (PUBLISHED + DAY + DAY / 2, Some(1024.0 / 1.5)),
        (PUBLISHED + 2 * DAY, Some(512.0)),
        (PUBLISHED + 1024 * DAY, Some(1.0)),
        // Published after the data was fetched: one of the clocks is wrong.
        (PUBLISHED - 1, None),
        (0, None),
    ];
    for (at, expected) in cases {
        assert_eq!(ViewsPerDay.of(&video, &sales, at), expected, "{at}");
        let others = [(GmvPerDay, 512.0), (UnitsPerDay, 8.0)];
        for (metric, whole) in others {
            let value = metric.of(&video, &sales, at);
            let expected = expected.map(|views| views * whole / 1024.0);
            assert_eq!(value, expected, "{metric:?} at {at}");
        }
    }
}

#[test]
fn only_metrics_per_day_depend_on_the_time_of_the_data() {
    let (video, sales) = exact();
    for metric in Metric::VARIANTS.iter().copied() {
        let [soon, late] = [2, 3].map(|days| metric.of(&video, &sales, PUBLISHED + days * DAY));
        let by_day = matches!(metric, GmvPerDay | UnitsPerDay | ViewsPerDay);
        assert_eq!(soon != late, by_day, "{metric:?}");
    }
}

#[test]
fn only_metrics_of_the_row_depend_on_its_sales() {
    let (video, some) = exact();
    let other = ProductSales {
        commission_rate: Some(0.25),
        ..sales(Some(16), Some(4096.0))
    };
    for metric in Metric::VARIANTS.iter().copied() {
        let of = |sales| metric.of(&video, sales, PUBLISHED + DAY);
        assert_eq!(
            of(&some) != of(&other),
            metric.scope() == Scope::Row,
            "{metric:?}"
        );
    }
}

#[test]
fn given_metrics_are_the_fields_themselves() {
    let (video, some) = exact();
    let given: Vec<Metric> = Metric::VARIANTS
        .iter()
        .copied()
        .filter(|f| f.is_given())
        .collect();
    let expected = [
        Gmv,
        Units,
        Views,
        CommissionRate,
        Likes,
        Comments,
        Shares,
        Saves,
        Length,
    ];
    assert_eq!(given, expected);
    let values: Vec<_> = given.iter().map(|f| f.of(&video, &some, 0)).collect();
    let fields = [512.0, 8.0, 1024.0, 0.125, 256.0, 32.0, 4.0, 2.0, 30.0].map(Some);
    assert_eq!(values, fields);
}

/// They are in users' links and files: a change here breaks both.
#[test]
fn codes_never_change() {
    let codes = [
        "gmv",
        "units",
        "views",
        "gpm",
        "price_per_unit",
        "units_per_1000_views",
        "commission_rate",
        "expected_commission",
        "engagement_rate",
        "like_rate",
        "comment_rate",
        "share_rate",
        "save_rate",
        "gmv_per_day",
        "units_per_day",
        "views_per_day",
        "gmv_per_minute",
        "units_per_minute",
        "likes",
        "comments",
        "shares",
        "saves",
        "length",
    ];
    assert_eq!(METRICS.each_ref().map(|spec| spec.code), codes);
    for metric in Metric::VARIANTS.iter().copied() {
        assert_eq!(Metric::from_code(metric.code()), Some(metric));
    }
    for none in ["", "GMV", "gmv ", "-gmv", "caption"] {
        assert_eq!(Metric::from_code(none), None, "{none:?}");
    }
}

#[test]
fn the_table_has_each_metric_once_and_in_the_order_of_the_variants() {
    let metrics = METRICS.each_ref().map(|spec| spec.metric);
    assert_eq!(metrics, Metric::VARIANTS);
    let places = metrics.map(|metric| metric as usize);
    assert_eq!(Vec::from(places), (0..23).collect::<Vec<_>>());
    let codes: BTreeSet<&str> = METRICS.iter().map(|spec| spec.code).collect();
    assert_eq!(codes.len(), METRICS.len());
    for spec in &METRICS {
        assert!(std::ptr::eq(spec.metric.spec(), spec), "{:?}", spec.metric);
    }
}

#[test]
fn units_and_directions() {
    let rates = [
        CommissionRate,
        EngagementRate,
        LikeRate,
        CommentRate,
        ShareRate,
        SaveRate,
    ];
    let money = [
        Gmv,
        Gpm,
        PricePerUnit,
        ExpectedCommission,
        GmvPerDay,
        GmvPerMinute,
    ];
    let counts = [Units, Views, Likes, Comments, Shares, Saves];
    for metric in Metric::VARIANTS.iter().copied() {
        let unit = match metric {
            _ if rates.contains(&metric) => Unit::Percent,
            _ if money.contains(&metric) => Unit::Dollars,
            _ if counts.contains(&metric) => Unit::Count,
            Length => Unit::Seconds,
            _ => Unit::Ratio,
        };
        assert_eq!(metric.unit(), unit, "{metric:?}");
        let neither = matches!(metric, PricePerUnit | CommissionRate | Length);
        let is_neither = metric.direction() == Direction::Neither;
        assert_eq!(is_neither, neither, "{metric:?}");
    }
}

fn count() -> impl Strategy<Value = Count> {
    let edges = prop_oneof![Just(0), Just(1), Just(u64::MAX), any::<u64>()];
    proptest::option::of(edges)
}

fn dollars() -> impl Strategy<Value = Dollars> {
    let edges = prop_oneof![
        Just(0.0),
        Just(f64::MIN_POSITIVE),
        Just(f64::MAX),
        0.0..1e12
    ];
    proptest::option::of(edges)
}

proptest! {
    #[test]
    fn no_metric_is_ever_nan_infinite_or_negative(
        (views, likes, comments) in (count(), count(), count()),
        (shares, saves, units, gmv) in (count(), count(), count(), dollars()),
        seconds in any::<Option<u32>>(), at in any::<u64>(),
    ) {
        let video = video(Reach { views, likes, comments, shares, saves }, seconds);
        for metric in Metric::VARIANTS.iter().copied() {
            if let Some(value) = metric.of(&video, &sales(units, gmv), at) {
                prop_assert!(value.is_finite() && value >= 0.0, "{:?}: {}", metric, value);
            }
        }
    }

    #[test]
    fn every_money_metric_times_its_denominator_is_the_gmv(
        gmv in 0.01..1e9_f64, views in 1..1_u64 << 40, units in 1..1_u64 << 30,
        days in 1..5000_u32, seconds in 1..100_000_u32,
    ) {
        let video = video(Reach { views: Some(views), ..REACH }, Some(seconds));
        let sales = sales(Some(units), Some(gmv));
        let at = PUBLISHED + u64::from(days) * DAY;
        let cases = [
            (Gpm, views as f64 / 1000.0),
            (PricePerUnit, units as f64),
            (GmvPerDay, f64::from(days)),
            (GmvPerMinute, f64::from(seconds) / 60.0),
        ];
        for (metric, by) in cases {
            let back = metric.of(&video, &sales, at).unwrap() * by;
            prop_assert!((back - gmv).abs() <= gmv * 1e-9, "{:?}: {}", metric, back);
        }
    }
}
