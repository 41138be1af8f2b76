//! Ranges: accepted input, their text in URLs, and their limits.

use clipcart::domain::metrics::range::{Bound, Range};
use clipcart::domain::metrics::{Metric, Unit};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use strum::VariantArray;

fn bound(text: &str) -> Option<Bound> {
    text.parse().ok()
}

fn range(text: &str) -> Option<Range> {
    text.parse().ok()
}

#[test]
fn accepted_input() {
    let cases = [
        ("1500", "1500"),
        ("0", "0"),
        ("000", "0"),
        ("007", "7"),
        ("0.5", "0.5"),
        (".5", "0.5"),
        ("5.", "5"),
        ("5.00", "5"),
        ("0.10", "0.1"),
        ("10,000", "10000"),
        ("1,234,567.89", "1234567.89"),
        ("12,34,567", "1234567"),
        ("１０，０００", "10000"),
        ("１．５", "1.5"),
        ("$1,500", "1500"),
        ("＄20", "20"),
        ("2.5%", "2.5"),
        ("2.5 ％", "2.5"),
        ("  12\u{a0}", "12"),
        ("\u{200b}12\u{feff}", "12"),
        ("12345678901234567890", "12345678901234567890"),
    ];
    for (typed, kept) in cases {
        let bound = bound(typed);
        let kept_text = bound.as_ref().map(Bound::as_str);
        assert_eq!(kept_text, Some(kept), "{typed:?}");
    }
}

#[test]
fn invalid_bounds() {
    for typed in [
        "",
        " ",
        "$",
        ".",
        ",",
        "-5",
        "+5",
        "1e5",
        "1.2.3",
        "1.000,5",
        "1 000",
        "5k",
        "0x10",
        "NaN",
        "inf",
        "一百",
        "1..2",
        "1:2",
        "1234567890123456789012",
        // A comma is not a decimal point: 1,5 would become 15.
        "1,5",
        "1,50",
        "1,5000",
        "1,",
        ",5",
        "0,5",
    ] {
        assert_eq!(bound(typed), None, "{typed:?}");
    }
}

#[test]
fn ranges_in_urls() {
    let (min, max) = (f64::NEG_INFINITY, f64::INFINITY);
    let cases = [
        ("gmv:100..500", Metric::Gmv, (100.0, 500.0)),
        ("gmv:100..", Metric::Gmv, (100.0, max)),
        ("gmv:..500", Metric::Gmv, (min, 500.0)),
        ("gpm:0.5..2.25", Metric::Gpm, (0.5, 2.25)),
        ("length:15..60", Metric::Length, (15.0, 60.0)),
        ("units:0..0", Metric::Units, (0.0, 0.0)),
        // An empty range is a range.
        ("units:9..1", Metric::Units, (9.0, 1.0)),
        (
            "engagement_rate:2.77..",
            Metric::EngagementRate,
            (0.0277, max),
        ),
        ("save_rate:..0.153", Metric::SaveRate, (min, 0.001_53)),
        ("like_rate:100..250", Metric::LikeRate, (1.0, 2.5)),
        ("gmv:100..!500", Metric::Gmv, (100.0, 500_f64.next_down())),
        ("gmv:..!0.5", Metric::Gmv, (min, 0.5_f64.next_down())),
        (
            "save_rate:..!0.153",
            Metric::SaveRate,
            (min, 0.001_53_f64.next_down()),
        ),
    ];
    for (text, metric, limits) in cases {
        let range = range(text).unwrap();
        assert_eq!((range.metric(), range.limits()), (metric, limits), "{text}");
        assert_eq!(range.to_string(), text);
    }
}

#[test]
fn invalid_ranges() {
    for text in [
        "",
        "gmv",
        "gmv:",
        "gmv:..",
        "gmv:5",
        ":1..2",
        "GMV:1..2",
        "caption:1..2",
        "gmv:a..2",
        "gmv:1..b",
        "gmv:-1..2",
        "gmv=1..2",
        "gmv:1..!",
        "gmv:!1..2",
        "gmv:1..!!2",
    ] {
        assert_eq!(range(text), None, "{text:?}");
    }
    assert_eq!(Range::new(Metric::Gmv, None, None), None);
}

proptest! {
    #[test]
    fn a_range_round_trips(
        metric in select(Metric::VARIANTS),
        bounds in (option::of("[0-9]{1,9}(\\.[0-9]{1,9})?"), option::of("[0-9]{1,19}")),
    ) {
        let (min, max) = bounds;
        let [min, max] = [min, max].map(|text| text.map(|text| bound(&text).unwrap()));
        for made in Range::new(metric, min.clone(), max.clone()).into_iter().flat_map(|range| [range.clone().excluding_max(), range]) {
            let read = range(&made.to_string()).unwrap();
            prop_assert_eq!((read.min(), read.max()), (min.as_ref(), max.as_ref()));
            prop_assert_eq!(read, made);
        }
    }

    #[test]
    fn a_bound_is_the_typed_number(whole in 0..1_000_000_000_u64, part in 0..10_000_u32) {
        let text = format!("{whole}.{part:04}");
        let range = Range::new(Metric::Gmv, bound(&text), None).unwrap();
        prop_assert_eq!(range.limits().0, text.parse::<f64>().unwrap());
    }

    /// A rate that is exactly the typed percentage is in the range, at both ends.
    #[test]
    fn percentages_are_exact(part in 0..=10_000_u32) {
        let text = format!("{}.{:02}", part / 100, part % 100);
        let (bound, rate) = (bound(&text), f64::from(part) / 10_000.0);
        let range = Range::new(Metric::SaveRate, bound.clone(), bound).unwrap();
        prop_assert_eq!(range.limits(), (rate, rate));
    }

    /// A bound of any value is that value again, when it is read from its text.
    #[test]
    fn a_bound_of_a_value_is_exact(value in prop_oneof![0.0..1e-6_f64, 0.0..1.0_f64, 0.0..1e18_f64], metric in select(Metric::VARIANTS)) {
        let bound: Bound = Bound::of(value, metric.unit()).unwrap().as_str().parse().unwrap();
        let range = Range::new(metric, Some(bound), None).unwrap();
        prop_assert_eq!(range.limits().0, value);
    }

    #[test]
    fn any_text_is_a_range_or_an_error(text in "\\PC{0,20}|gmv:[0-9.,!]{0,12}") {
        if let Some(read) = range(&text) {
            prop_assert_eq!(range(&read.to_string()), Some(read.clone()));
            let (min, max) = read.limits();
            prop_assert!(!min.is_nan() && !max.is_nan());
            prop_assert!(read.metric().unit() != Unit::Percent || min < 1e20);
        }
    }
}

#[test]
fn intersections() {
    let cases = [
        ("gmv:1..9", "gmv:2..8", "gmv:2..8"),
        ("gmv:2..8", "gmv:1..9", "gmv:2..8"),
        ("gmv:1..", "gmv:..9", "gmv:1..9"),
        ("gmv:..5", "gmv:..9", "gmv:..5"),
        ("save_rate:0.5..", "save_rate:..2", "save_rate:0.5..2"),
        ("gmv:1..9", "gmv:2..!9", "gmv:2..!9"),
        ("gmv:1..!9", "gmv:2..9", "gmv:2..!9"),
        ("gmv:1..8", "gmv:2..!9", "gmv:2..8"),
    ];
    for (one, other, both) in cases {
        let [one, other] = [one, other].map(|text| range(text).unwrap());
        assert_eq!(one.intersection(&other).to_string(), both);
    }
}
