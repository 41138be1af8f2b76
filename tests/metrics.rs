//! Derived figures: the published test vector, and "unknown" wherever a figure would be undefined.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::domain::metrics::Figure::{
    EngagementRate, Gpm, PricePerUnit, SaveRate, UnitsPerThousandViews,
};
use clipcart::domain::metrics::{Figure, engagement_rate, gpm};
use clipcart::domain::video::{Count, Dollars, ProductSales, Reach};
use proptest::prelude::*;

const ALL: [Figure; 5] = [
    Gpm,
    PricePerUnit,
    UnitsPerThousandViews,
    EngagementRate,
    SaveRate,
];

/// The documented example's.
const REACH: Reach = Reach {
    views: Some(33_635_675),
    likes: Some(920_727),
    comments: Some(3_926),
    shares: Some(6_213),
    saves: Some(51_447),
};

fn sales(units: Count, gmv: Dollars) -> ProductSales {
    ProductSales {
        product: None,
        units,
        gmv,
    }
}

fn example() -> ProductSales {
    sales(Some(4_479), Some(133_621.6))
}

#[test]
fn the_documented_example_gives_the_published_figures() {
    let cases = [
        (Gpm, 3.97, 0.005),
        (PricePerUnit, 29.83, 0.005),
        (UnitsPerThousandViews, 0.133, 0.0005),
        (EngagementRate, 0.0277, 0.000_05),
        (SaveRate, 0.001_53, 0.000_005),
    ];
    for (figure, published, half_a_digit) in cases {
        let value = figure.of(&REACH, &example()).unwrap();
        assert!(
            (value - published).abs() <= half_a_digit,
            "{figure:?}: {value} instead of {published}"
        );
    }
}

#[test]
fn a_figure_is_unknown_where_a_part_of_it_is() {
    type Case = (
        &'static str,
        fn(&mut Reach, &mut ProductSales),
        &'static [Figure],
    );
    let by_views: &[Figure] = &[Gpm, UnitsPerThousandViews, EngagementRate, SaveRate];
    let cases: [Case; 9] = [
        ("no views", |r, _| r.views = None, by_views),
        ("zero views", |r, _| r.views = Some(0), by_views),
        ("no likes", |r, _| r.likes = None, &[EngagementRate]),
        ("no comments", |r, _| r.comments = None, &[EngagementRate]),
        ("no shares", |r, _| r.shares = None, &[EngagementRate]),
        ("no saves", |r, _| r.saves = None, &[SaveRate]),
        (
            "no units",
            |_, s| s.units = None,
            &[PricePerUnit, UnitsPerThousandViews],
        ),
        ("zero units", |_, s| s.units = Some(0), &[PricePerUnit]),
        ("no GMV", |_, s| s.gmv = None, &[Gpm, PricePerUnit]),
    ];
    for (name, change, unknown) in cases {
        let (mut reach, mut sales) = (REACH, example());
        change(&mut reach, &mut sales);
        for figure in ALL {
            let value = figure.of(&reach, &sales);
            assert_eq!(
                value.is_none(),
                unknown.contains(&figure),
                "{name}: {figure:?}"
            );
        }
    }
}

#[test]
fn nothing_sold_or_done_is_zero_and_not_unknown() {
    let none = Reach {
        views: Some(10),
        likes: Some(0),
        comments: Some(0),
        shares: Some(0),
        saves: Some(0),
    };
    let cases = [
        (Gpm, Some(0.0)),
        (PricePerUnit, None),
        (UnitsPerThousandViews, Some(0.0)),
        (EngagementRate, Some(0.0)),
        (SaveRate, Some(0.0)),
    ];
    for (figure, expected) in cases {
        let value = figure.of(&none, &sales(Some(0), Some(0.0)));
        assert_eq!(value, expected, "{figure:?}");
    }
}

#[test]
fn each_formula_uses_its_own_parts() {
    // Powers of two, so that every figure is exact and no two parts can be taken for each other.
    let reach = Reach {
        views: Some(1024),
        likes: Some(256),
        comments: Some(32),
        shares: Some(4),
        saves: Some(2),
    };
    let sales = sales(Some(8), Some(512.0));
    let cases = [
        (Gpm, 500.0),
        (PricePerUnit, 64.0),
        (UnitsPerThousandViews, 7.8125),
        (EngagementRate, 0.285_156_25),
        (SaveRate, 0.001_953_125),
    ];
    for (figure, expected) in cases {
        assert_eq!(figure.of(&reach, &sales), Some(expected), "{figure:?}");
    }
    assert_eq!(gpm(Some(512.0), Some(1024)), Some(500.0));
    assert_eq!(engagement_rate(&reach), Some(0.285_156_25));
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
    fn no_figure_is_ever_nan_infinite_or_negative(
        (views, likes, comments) in (count(), count(), count()),
        (shares, saves, units, gmv) in (count(), count(), count(), dollars()),
    ) {
        let reach = Reach { views, likes, comments, shares, saves };
        for figure in ALL {
            if let Some(value) = figure.of(&reach, &sales(units, gmv)) {
                prop_assert!(value.is_finite() && value >= 0.0, "{:?}: {}", figure, value);
            }
        }
    }

    #[test]
    fn gpm_and_price_give_the_money_back(
        gmv in 0.01..1e9_f64, views in 1..1_u64 << 40, units in 1..1_u64 << 30,
    ) {
        let back = |figure: Option<f64>, by: f64| (figure.unwrap() * by - gmv).abs() <= gmv * 1e-9;
        prop_assert!(back(gpm(Some(gmv), Some(views)), views as f64 / 1000.0));
        let price = PricePerUnit.of(&REACH, &sales(Some(units), Some(gmv)));
        prop_assert!(back(price, units as f64));
    }
}
