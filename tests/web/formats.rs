//! Numbers, money, dates and ages as they are read in each language.

use clipcart::api::wire::{DataSource, read};
use clipcart::domain::dates::age::AgeUnit::{self, Day, Hour, Minute, Month, Year};
use clipcart::domain::metrics::{METRICS, Metric, Unit};
use clipcart::domain::videos::Video;
use clipcart::i18n::Language;
use clipcart::platform::formats::Formats;
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

/// English and Chinese.
fn both() -> [Formats; 2] {
    [Language::English, Language::Chinese].map(|language| Formats::new(language.tag()))
}

#[wasm_bindgen_test]
fn counts_are_short_and_can_be_had_in_full() {
    let cases: [(Option<u64>, [&str; 2], &str); 10] = [
        (None, ["—", "—"], "—"),
        (Some(0), ["0", "0"], "0"),
        (Some(7), ["7", "7"], "7"),
        (Some(3_926), ["3,926", "3,926"], "3,926"),
        (Some(9_999), ["9,999", "9,999"], "9,999"),
        (Some(10_000), ["10K", "1万"], "10,000"),
        (Some(51_447), ["51.4K", "5.1万"], "51,447"),
        (Some(920_727), ["920.7K", "92.1万"], "920,727"),
        (Some(33_635_675), ["33.6M", "3363.6万"], "33,635,675"),
        (Some(1_500_000_000), ["1.5B", "15亿"], "1,500,000,000"),
    ];
    for (count, compact, exact) in cases {
        let formats = both();
        assert_eq!(
            formats.each_ref().map(|f| f.compact(count)),
            compact,
            "{count:?}"
        );
        assert_eq!(
            formats.each_ref().map(|f| f.exact(count)),
            [exact, exact],
            "{count:?}"
        );
    }
}

#[wasm_bindgen_test]
fn money_is_in_dollars_in_every_language() {
    let cases: [(Option<f64>, [&str; 2], &str); 12] = [
        (None, ["—", "—"], "—"),
        (Some(0.0), ["$0.00", "$0.00"], "$0.00"),
        (Some(0.0034), ["$0.0034", "$0.0034"], "$0.0034"),
        (Some(0.01), ["$0.01", "$0.01"], "$0.01"),
        (Some(5.0), ["$5.00", "$5.00"], "$5.00"),
        (Some(999.99), ["$999.99", "$999.99"], "$999.99"),
        (Some(1_000.0), ["$1,000", "$1,000"], "$1,000.00"),
        (Some(9_999.4), ["$9,999", "$9,999"], "$9,999.40"),
        (Some(10_000.0), ["$10K", "$1万"], "$10,000.00"),
        (Some(133_621.6), ["$133.6K", "$13.4万"], "$133,621.60"),
        (Some(2_500_000.0), ["$2.5M", "$250万"], "$2,500,000.00"),
        (Some(1e-9), ["$0.000000001", "$0.000000001"], "$0.000000001"),
    ];
    for (dollars, compact, exact) in cases {
        let formats = both();
        assert_eq!(
            formats.each_ref().map(|f| f.money_compact(dollars)),
            compact,
            "{dollars:?}"
        );
        assert_eq!(
            formats.each_ref().map(|f| f.money(dollars)),
            [exact, exact],
            "{dollars:?}"
        );
    }
}

#[wasm_bindgen_test]
fn the_published_figures_read_as_published() {
    let example: Value =
        serde_json::from_str(include_str!("../fixtures/documented-example.json")).unwrap();
    let mut unseen = example.clone();
    unseen["data"][0]["total_views_cnt"] = Value::Null;
    let [video, unseen] = [example, unseen].map(|body| {
        let answer = read(200, None, &body.to_string(), DataSource::Live);
        answer.unwrap().videos.remove(0)
    });
    let of = |metric: Metric, video: &Video| metric.of(video, &video.sales[0], video.published);
    for formats in both() {
        let text = |metric: Metric, format: fn(&Formats, Option<f64>) -> String| {
            let known = format(&formats, of(metric, &video));
            (known, format(&formats, of(metric, &unseen)))
        };
        let unknown = |known: &str| (known.to_owned(), "—".to_owned());
        assert_eq!(text(Metric::Gpm, Formats::money), unknown("$3.97"));
        assert_eq!(
            text(Metric::UnitsPerThousandViews, Formats::decimal),
            unknown("0.133")
        );
        assert_eq!(
            text(Metric::EngagementRate, Formats::percent),
            unknown("2.77%")
        );
        assert_eq!(text(Metric::SaveRate, Formats::percent), unknown("0.153%"));
        // The price does not need the views.
        assert_eq!(text(Metric::PricePerUnit, Formats::money).0, "$29.83");
    }
}

/// A median of whole numbers may be between two of them.
#[wasm_bindgen_test]
fn medians_are_not_cut() {
    let cases = [
        (Metric::Units, 0.5, ["0.5", "0.5"], ["0.5", "0.5"]),
        (
            Metric::Views,
            9_999.5,
            ["9,999.5", "9,999.5"],
            ["9,999.5", "9,999.5"],
        ),
        (
            Metric::Views,
            12_345.5,
            ["12.3K", "1.2万"],
            ["12,345.5", "12,345.5"],
        ),
        (
            Metric::Length,
            12.5,
            ["0:12.5", "0:12.5"],
            ["12.5 seconds", "12.5秒钟"],
        ),
        (
            Metric::Length,
            3_725.0,
            ["1:02:05", "1:02:05"],
            ["3,725 seconds", "3,725秒钟"],
        ),
        (Metric::Gmv, 0.5, ["$0.50", "$0.50"], ["$0.50", "$0.50"]),
        (
            Metric::Gmv,
            19.505,
            ["$19.51", "$19.51"],
            ["$19.505", "$19.505"],
        ),
    ];
    for (metric, value, short, exact) in cases {
        let formats = both();
        let shown = formats.each_ref().map(|f| f.metric(metric, Some(value)));
        assert_eq!(shown, short, "{metric:?} {value}");
        let shown = formats
            .each_ref()
            .map(|f| f.metric_exactly(metric, Some(value)));
        assert_eq!(shown, exact, "{metric:?} {value}");
    }
}

#[wasm_bindgen_test]
fn exact_values_have_the_unit_of_the_short_ones() {
    for spec in &METRICS {
        for value in [
            0.0,
            0.086_181_1,
            0.5,
            1.0,
            164.0,
            999.5,
            133_621.6,
            33_635_675.0,
        ] {
            let formats = Formats::new("en");
            let [short, exact] = [
                formats.metric(spec.metric, Some(value)),
                formats.metric_exactly(spec.metric, Some(value)),
            ];
            for unit in ['$', '%'] {
                assert_eq!(
                    short.contains(unit),
                    exact.contains(unit),
                    "{short} {exact}"
                );
            }
            assert_eq!(
                exact.contains(" second"),
                spec.unit == Unit::Seconds,
                "{exact}"
            );
        }
    }
    let rate = Formats::new("en").metric_exactly(Metric::EngagementRate, Some(0.086_181_1));
    assert_eq!(rate, "8.61811%");
}

#[wasm_bindgen_test]
fn regions_have_names() {
    let [english, chinese] = both();
    for (code, names) in [
        ("MY", [Some("Malaysia"), Some("马来西亚")]),
        ("GB", [Some("United Kingdom"), Some("英国")]),
        // Not a region, and not a code.
        ("XQ", [None, None]),
        ("ABC", [None, None]),
        ("", [None, None]),
    ] {
        let found = [english.region(code), chinese.region(code)];
        assert_eq!(found.each_ref().map(Option::as_deref), names, "{code}");
    }
}

#[wasm_bindgen_test]
fn dates_are_in_the_readers_own_order() {
    for (tag, day) in [
        ("en", "Jun 15, 2025"),
        ("en-US", "Jun 15, 2025"),
        ("en-GB", "15 Jun 2025"),
        ("en-SG", "15 Jun 2025"),
        ("en-MY", "15 Jun 2025"),
        ("zh-Hans-TW", "2025年6月15日"),
    ] {
        assert_eq!(Formats::new(tag).day(1_749_988_800), day, "{tag}");
    }
}

#[wasm_bindgen_test]
fn a_date_is_the_readers() {
    // Noon in London in the middle of a month: the same day nearly everywhere.
    let [english, chinese] = both().map(|formats| formats.date(1_749_988_800));
    assert!(english.starts_with("Jun 15, 2025, "), "{english}");
    assert!(chinese.starts_with("2025年6月15日 "), "{chinese}");
}

#[wasm_bindgen_test]
fn an_age_is_said_as_people_say_it() {
    let cases: [((u64, AgeUnit), [&str; 2]); 7] = [
        ((0, Minute), ["this minute", "此刻"]),
        ((1, Minute), ["1 minute ago", "1分钟前"]),
        ((2, Hour), ["2 hours ago", "2小时前"]),
        ((1, Day), ["yesterday", "昨天"]),
        ((5, Month), ["5 months ago", "5个月前"]),
        ((14, Month), ["14 months ago", "14个月前"]),
        ((2, Year), ["2 years ago", "2年前"]),
    ];
    for (age, expected) in cases {
        assert_eq!(both().map(|formats| formats.ago(age)), expected, "{age:?}");
    }
}
