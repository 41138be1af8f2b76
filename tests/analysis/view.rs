//! Views: the selection, and a view's parameters in a URL, with and without a query.

use clipcart::domain::ids::VideoId;
use clipcart::domain::metrics::Metric;
use clipcart::domain::query::url::{AppUrl, ParsedUrl};
use clipcart::domain::rows::column::Column;
use clipcart::domain::view::url::{columns_text, query_params, view_params, with_param};
use clipcart::domain::view::{ChartChoice, ChartKind, DEFAULT_COLUMNS, MAX_SELECTED, Mode, View};
use strum::VariantArray;

use crate::fixtures::id;

fn view(text: &str) -> View {
    text.parse().unwrap()
}

fn video(n: u64) -> VideoId {
    id(n).parse().unwrap()
}

fn ids(numbers: &[u64]) -> Vec<VideoId> {
    numbers.iter().copied().map(video).collect()
}

#[test]
fn the_default_view_has_no_parameters() {
    assert_eq!(View::default().to_string(), "");
    for text in [
        "",
        "?",
        "video_ids=1",
        "?utm_source=view",
        "?VIEW=table",
        "#view=table",
    ] {
        assert_eq!(view(text), View::default(), "{text}");
    }
}

#[test]
fn each_part_has_its_parameter() {
    let usual = View::default;
    let chart = |chart| View { chart, ..usual() };
    let choice = ChartChoice::default;
    let cases = [
        (
            "&view=table",
            View {
                mode: Mode::Table,
                ..usual()
            },
        ),
        (
            "&pages=all",
            View {
                all_pages: true,
                ..usual()
            },
        ),
        (
            "&sort=-gmv,views",
            View {
                sort: "-gmv,views".parse().unwrap(),
                ..usual()
            },
        ),
        (
            "&columns=gmv,caption",
            View {
                columns: vec![Column::Metric(Metric::Gmv), Column::Caption],
                ..usual()
            },
        ),
        (
            "&columns=",
            View {
                columns: Vec::new(),
                ..usual()
            },
        ),
        (
            "&selected=7521783049722285002,7521783049722285001",
            View {
                selected: ids(&[2, 1]),
                ..usual()
            },
        ),
        (
            "&selected=7521783049722285002,7521783049722285001&base=7521783049722285001",
            View {
                selected: ids(&[2, 1]),
                baseline: Some(video(1)),
                ..usual()
            },
        ),
        (
            "&chart=scatter",
            chart(ChartChoice {
                kind: ChartKind::Scatter,
                ..choice()
            }),
        ),
        (
            "&figure=units",
            chart(ChartChoice {
                metric: Metric::Units,
                ..choice()
            }),
        ),
        (
            "&across=length",
            chart(ChartChoice {
                x_metric: Metric::Length,
                ..choice()
            }),
        ),
        (
            "&scale=linear",
            chart(ChartChoice {
                log: false,
                ..choice()
            }),
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(expected.to_string(), text);
        assert_eq!(view(text), expected, "{text}");
    }
}

#[test]
fn all_parameters_in_order() {
    let text = "&view=charts&sort=-gmv&columns=views&selected=7521783049722285001\
        &base=7521783049722285001&chart=timeline&figure=views&across=gmv&scale=linear\
        &q=caf%C3%A9+50%25&region=US,none&from=2025-06-01&to=2025-06-30&sales=yes&where=gmv:1..,views:..9";
    assert_eq!(view(text).to_string(), text);
    let mut parts: Vec<&str> = text.split('&').collect();
    parts.reverse();
    assert_eq!(view(&parts.join("&")).to_string(), text, "in any order");
}

#[test]
fn malformed_parts_are_ignored() {
    let first = id(1);
    let cases = [
        ("view=Table", ""),
        ("view=", ""),
        ("view=table&view=x", ""),
        ("view=x&view=table", "&view=table"),
        ("sort=x,-y", ""),
        ("sort=x,-gmv,%", "&sort=-gmv"),
        ("columns=x,gmv,gmv,中文", "&columns=gmv"),
        ("chart=pie", ""),
        ("figure=caption&across=GMV", ""),
        ("scale=log", ""),
        ("pages=1", ""),
        ("scale=Linear", ""),
        ("selected=1,x,,7521783049722285001", "&selected={1}"),
        ("selected={1},{1}", "&selected={1}"),
        // A baseline must be selected.
        ("base={1}", ""),
        ("selected={1}&base=7521783049722285002", "&selected={1}"),
        ("base={1}&selected={1}", "&selected={1}&base={1}"),
        ("selected={1}&base=x", "&selected={1}"),
        ("%&&=&view=table&%zz=%", "&view=table"),
        ("view=table;sort=gmv", ""),
        ("q=a&q=b", "&q=b"),
    ];
    for (text, written) in cases {
        let [text, written] = [text, written].map(|text| text.replace("{1}", &first));
        assert_eq!(view(&text).to_string(), written, "{text}");
    }
}

#[test]
fn the_selection_is_limited() {
    let many: Vec<String> = (0..9).map(id).collect();
    let view = view(&format!("selected={}", many.join(",")));
    assert_eq!(MAX_SELECTED, 6);
    assert_eq!(view.selected, ids(&[0, 1, 2, 3, 4, 5]));
    assert!(view.is_full());
}

#[test]
fn selection_toggles() {
    let mut view = View::default();
    for n in 0..8 {
        assert_eq!(view.is_full(), n >= 6);
        view.toggle(video(n));
    }
    assert_eq!(view.selected, ids(&[0, 1, 2, 3, 4, 5]));
    view.baseline = Some(video(2));
    view.toggle(video(1));
    assert_eq!((view.selected.len(), view.baseline), (5, Some(video(2))));
    assert!(!view.is_full());
    // A deselected video is no longer the baseline.
    view.toggle(video(2));
    assert_eq!(
        (view.selected.clone(), view.baseline),
        (ids(&[0, 3, 4, 5]), None)
    );
    view.toggle(video(1));
    assert_eq!(view.selected, ids(&[0, 3, 4, 5, 1]));
}

/// The view's parameters of a URL and the query's, as they are written there.
#[test]
fn a_url_has_view_parameters_and_query_parameters() {
    let cases = [
        ("", "", "", ""),
        ("?", "", "", ""),
        ("?video_ids=1&page_num=2", "", "", "?video_ids=1&page_num=2"),
        (
            "?sample=1&view=table&page_num=2",
            "&view=table",
            "&view=table",
            "?sample=1&page_num=2",
        ),
        ("view=table", "&view=table", "&view=table", ""),
        // For other videos, without what only makes sense for these.
        (
            "?video_ids=1&view=charts&pages=all&sort=-gmv&columns=gmv&selected=1&base=1&chart=scatter\
             &figure=gmv&across=views&scale=linear&q=x&region=US&from=2025-01-01&to=2025-01-02&sales=yes\
             &where=gmv:1..",
            "&view=charts&pages=all&sort=-gmv&columns=gmv&selected=1&base=1&chart=scatter\
             &figure=gmv&across=views&scale=linear&q=x&region=US&from=2025-01-01&to=2025-01-02&sales=yes\
             &where=gmv:1..",
            "&view=charts&sort=-gmv&columns=gmv&chart=scatter&figure=gmv&across=views&scale=linear",
            "?video_ids=1",
        ),
        (
            "?view=compare&sort=gmv",
            "&view=compare&sort=gmv",
            "&sort=gmv",
            "",
        ),
        ("?utm=view&q=%26view%3Dtable", "&q=%26view%3Dtable", "", ""),
        ("?&&view&=&q&page_num=2", "&view&q", "&view", "?page_num=2"),
        // Characters that no view is written with are dropped.
        (
            "?video_ids=1&key=x&base=https://evil.example&q=<b>&sort=gmv",
            "&sort=gmv",
            "&sort=gmv",
            "?video_ids=1",
        ),
    ];
    for (address, same_videos, other_videos, rest) in cases {
        assert_eq!(view_params(address, true), same_videos, "{address}");
        assert_eq!(view_params(address, false), other_videos, "{address}");
        assert_eq!(query_params(address), rest, "{address}");
    }
}

#[test]
fn every_code_is_read_back() {
    for mode in Mode::VARIANTS {
        assert_eq!(view(&format!("view={}", mode.into_str())).mode, *mode);
    }
    for kind in ChartKind::VARIANTS {
        assert_eq!(
            view(&format!("chart={}", kind.into_str())).chart.kind,
            *kind
        );
    }
    for metric in Metric::VARIANTS.iter().copied() {
        let read = view(&format!("figure={0}&across={0}", metric.code()));
        assert_eq!((read.chart.metric, read.chart.x_metric), (metric, metric));
    }
    assert_eq!(
        Column::list(&columns_text(&DEFAULT_COLUMNS)),
        DEFAULT_COLUMNS
    );
}

/// The parameters of a view and of a query are independent.
#[test]
fn view_and_query_parameters_do_not_collide() {
    let query = "video_ids=7521783049722285001,7521783049722285002&page_num=2&page_size=5";
    let shown = "&view=table&sort=-gmv&selected=7521783049722285002&q=page_num%3D9%26video_ids%3D1&where=views:1..";
    let text = format!("?{query}{shown}");
    let link: ParsedUrl = text.parse().unwrap();
    assert_eq!(link.faults, []);
    let read = AppUrl {
        sample: link.sample,
        query: link.query,
    };
    assert_eq!(read.to_string(), format!("?{query}"));
    assert_eq!(view(&text).to_string(), shown);
    assert_eq!(view(&text).filter.text, "page_num=9&video_ids=1");
}

#[test]
fn a_parameter_is_replaced() {
    let cases = [
        ("?video_ids=1", "&view=table", "?video_ids=1&view=table"),
        (
            "?video_ids=1&view=table&sort=gmv",
            "&view=charts",
            "?video_ids=1&sort=gmv&view=charts",
        ),
        ("?video_ids=1", "&selected=7", "?video_ids=1&selected=7"),
        (
            "?video_ids=1&selected=7&q=x",
            "&selected=8",
            "?video_ids=1&q=x&selected=7,8",
        ),
        (
            "?key=x&video_ids=1",
            "&view=table",
            "?video_ids=1&view=table",
        ),
    ];
    for (address, view, expected) in cases {
        assert_eq!(with_param(address, view), expected, "{address} {view}");
    }
}
