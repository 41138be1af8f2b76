//! Every view round-trips through a URL, and every text is read as a view.

use clipcart::domain::dates::day::Day;
use clipcart::domain::filter::{Filter, ImportedValue, Sold};
use clipcart::domain::ids::{VideoId, VideoIds};

use clipcart::domain::metrics::Metric;
use clipcart::domain::metrics::range::{Bound, Range};
use clipcart::domain::query::paging::{PageNum, PageSize};
use clipcart::domain::query::url::{AppUrl, ParsedUrl};
use clipcart::domain::query::{Query, SearchQuery};
use clipcart::domain::view::url::{query_params, view_params};
use clipcart::domain::view::{ChartChoice, ChartKind, MAX_SELECTED, Mode, View};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use strum::VariantArray;

use crate::fixtures::{all_columns, any_sort, id, some_of};

fn video(n: u64) -> VideoId {
    id(n).parse().unwrap()
}

fn any_day() -> impl Strategy<Value = Day> {
    (0..253_402_300_800_u64).prop_map(Day::of)
}

fn any_bound() -> impl Strategy<Value = Bound> {
    "[0-9]{1,12}(\\.[0-9]{1,8})?".prop_map(|text| text.parse().unwrap())
}

fn any_range(metric: Metric) -> impl Strategy<Value = Range> {
    (any_bound(), any_bound(), 0..3).prop_map(move |(min, max, ends)| {
        let (min, max) = match ends {
            0 => (Some(min), None),
            1 => (None, Some(max)),
            _ => (Some(min), Some(max)),
        };
        Range::new(metric, min, max).unwrap()
    })
}

/// What users type, and what URLs consist of.
fn any_text() -> impl Strategy<Value = String> {
    let tokens = vec![
        "&",
        "=",
        "%",
        "%2",
        "%26",
        "+",
        " ",
        "#",
        "?",
        ",",
        "..",
        ":",
        "中文",
        "é",
        "\u{1f600}",
        "\0",
        "\u{feff}",
        "q",
        "&cc_view=table",
        "&video_ids=1",
        "shoes",
    ];
    let pieced = vec(select(tokens), 0..6).prop_map(|tokens| tokens.concat());
    prop_oneof![any::<String>(), pieced]
}

prop_compose! {
    fn any_filter()(
        text in any_text(),
        regions in some_of(vec!["US", "GB", "TH", "none", "XKX"], 5),
        (from, to) in (option::of(any_day()), option::of(any_day())),
        (sold, one_product) in (option::of(select(Sold::VARIANTS)), any::<bool>()),
        ranges in some_of(Metric::VARIANTS.to_vec(), 4)
            .prop_flat_map(|metrics| metrics.into_iter().map(any_range).collect::<Vec<_>>()),
        imported in vec((0..20_u8, any_text()), 0..4),
    ) -> Filter {
        let regions = regions.into_iter().map(str::to_owned).collect();
        let imported = imported.into_iter().fold(Vec::new(), |mut values, (column, value)| {
            let value = ImportedValue::new(column, value).unwrap();
            if !values.contains(&value) {
                values.push(value);
            }
            values
        });
        Filter { text, regions, from, to, sold, one_product, ranges, imported }
    }
}

prop_compose! {
    fn any_chart()(
        kind in select(ChartKind::VARIANTS),
        metric in select(Metric::VARIANTS),
        x_metric in select(Metric::VARIANTS),
        log: bool,
    ) -> ChartChoice {
        ChartChoice { kind, metric, x_metric, log }
    }
}

prop_compose! {
    fn any_view()(
        mode in select(Mode::VARIANTS),
        (sort, filter, chart) in (any_sort(), any_filter(), any_chart()),
        columns in prop_oneof![
            Just(None),
            some_of(all_columns(), 48).prop_map(Some),
        ],
        selected in some_of((0..20).collect(), MAX_SELECTED),
        (base, all_pages) in (0..12_usize, any::<bool>()),
    ) -> View {
        let selected: Vec<VideoId> = selected.into_iter().map(video).collect();
        let base = selected.get(base).copied();
        View { mode, all_pages, sort, filter, columns, selected, baseline: base, chart }
    }
}

prop_compose! {
    fn any_url()(
        sample: bool, ids in some_of((0..300).collect(), 200),
        page in prop::option::of((1..=100_000_u32, 1..=10_u8)),
    ) -> AppUrl {
        let ids = VideoIds::new(ids.into_iter().map(video)).ok();
        let query = ids.map(|ids| match page {
            None => SearchQuery::Videos(ids),
            Some((page, size)) => SearchQuery::Page(Query {
                ids,
                page: PageNum::new(page).unwrap(),
                size: PageSize::new(size).unwrap(),
            }),
        });
        AppUrl { sample, query }
    }
}

fn read(text: &str) -> View {
    text.parse().unwrap()
}

proptest! {
    #[test]
    fn every_view_round_trips_alone(view in any_view()) {
        let text = view.to_string();
        prop_assert!(text.is_empty() || text.starts_with('&'));
        prop_assert_eq!(&read(&text), &view);
        prop_assert_eq!(&read(&format!("?{text}")), &view);
    }

    #[test]
    fn every_view_round_trips_after_a_query_and_does_not_change_it(
        view in any_view(), address in any_url(),
    ) {
        let text = format!("{address}{view}");
        prop_assume!(address.query.is_some() || address.sample);
        prop_assert_eq!(&read(&text), &view);
        let link = ParsedUrl::read(&text, u64::MAX);
        prop_assert_eq!(link.faults, vec![]);
        prop_assert_eq!(AppUrl { sample: link.sample, query: link.query }, address);
    }

    /// A URL that is split into the parameters of the query and of the view is the same when they are joined.
    #[test]
    fn a_url_is_split_and_joined_without_changes(view in any_view(), address in any_url()) {
        prop_assume!(address.query.is_some());
        let text = format!("{address}{view}");
        prop_assert_eq!(view_params(&text, true), view.to_string());
        prop_assert_eq!(query_params(&text), address.to_string());
        let other = read(&view_params(&text, false));
        let kept = View {
            all_pages: false,
            filter: Filter::default(),
            selected: Vec::new(),
            baseline: None,
            mode: if view.mode == Mode::Compare { Mode::Cards } else { view.mode },
            ..view
        };
        prop_assert_eq!(other, kept);
    }

    /// A view is written only with characters that URLs have unencoded.
    #[test]
    fn a_view_needs_no_encoding(view in any_view()) {
        let text = view.to_string();
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "&=,.:-_*+%".contains(c);
        prop_assert!(text.chars().all(is_plain), "{}", text);
    }

    #[test]
    fn any_text_is_read_as_a_view_that_round_trips(text in any_text()) {
        let view = read(&text);
        prop_assert_eq!(read(&view.to_string()), view);
    }

    /// The names of parameters with any values, repeated and mixed.
    #[test]
    fn any_mix_of_parameters_is_read_as_a_view_that_round_trips(
        parts in vec((select(vec![
            "view", "pages", "sort", "columns", "selected", "base", "chart", "figure", "across", "scale", "q", "region",
            "from", "to", "sales", "where", "file", "video_ids",
        ]), prop_oneof![
            any_text(),
            select(vec![
                "table", "-gmv", "gmv,gmv", "US,us", "2025-06-31", "gmv:1..,gmv:2..", "7521783049722285001",
                "7521783049722285001,7521783049722285001", "yes", "linear", "scatter", "", "1:a", "1:", "20:b", "21:b", "0:b", "+1:a", "file_1,file_21",
            ]).prop_map(str::to_owned),
        ]), 0..12),
    ) {
        let text: Vec<String> = parts.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let view = read(&text.join("&"));
        prop_assert!(view.selected.len() <= MAX_SELECTED);
        prop_assert!(view.baseline.is_none_or(|base| view.selected.contains(&base)));
        prop_assert_eq!(read(&view.to_string()), view);
    }
}
