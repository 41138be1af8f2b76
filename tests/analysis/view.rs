//! Views: the selection, and a view's parameters in a URL, with and without a query.

use clipcart::domain::ids::VideoId;
use clipcart::domain::metrics::Metric;
use clipcart::domain::query::url::{AppUrl, ParsedUrl};
use clipcart::domain::rows::column::Column;
use clipcart::domain::view::url::{columns_text, query_params, view_params};
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
            "&cc_view=table",
            View {
                mode: Mode::Table,
                ..usual()
            },
        ),
        (
            "&cc_pages=all",
            View {
                all_pages: true,
                ..usual()
            },
        ),
        (
            "&cc_sort=-gmv,views",
            View {
                sort: "-gmv,views".parse().unwrap(),
                ..usual()
            },
        ),
        (
            "&cc_columns=gmv,caption",
            View {
                columns: Some(vec![Column::Metric(Metric::Gmv), Column::Caption]),
                ..usual()
            },
        ),
        (
            "&cc_columns=",
            View {
                columns: Some(Vec::new()),
                ..usual()
            },
        ),
        (
            "&cc_selected=7521783049722285002,7521783049722285001",
            View {
                selected: ids(&[2, 1]),
                ..usual()
            },
        ),
        (
            "&cc_selected=7521783049722285002,7521783049722285001&cc_base=7521783049722285001",
            View {
                selected: ids(&[2, 1]),
                baseline: Some(video(1)),
                ..usual()
            },
        ),
        (
            "&cc_chart=scatter",
            chart(ChartChoice {
                kind: ChartKind::Scatter,
                ..choice()
            }),
        ),
        (
            "&cc_figure=units",
            chart(ChartChoice {
                metric: Metric::Units,
                ..choice()
            }),
        ),
        (
            "&cc_across=length",
            chart(ChartChoice {
                x_metric: Metric::Length,
                ..choice()
            }),
        ),
        (
            "&cc_scale=linear",
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
    let text = "&cc_view=charts&cc_sort=-gmv&cc_columns=views&cc_selected=7521783049722285001\
        &cc_base=7521783049722285001&cc_chart=timeline&cc_figure=views&cc_across=gmv&cc_scale=linear\
        &cc_q=caf%C3%A9+50%25&cc_region=US,none&cc_from=2025-06-01&cc_to=2025-06-30&cc_sales=yes&cc_where=gmv:1..,views:..9";
    assert_eq!(view(text).to_string(), text);
    let mut parts: Vec<&str> = text.split('&').collect();
    parts.reverse();
    assert_eq!(view(&parts.join("&")).to_string(), text, "in any order");
}

#[test]
fn malformed_parts_are_ignored() {
    let first = id(1);
    let cases = [
        ("cc_view=Table", ""),
        ("cc_view=", ""),
        ("cc_view=table&cc_view=x", ""),
        ("cc_view=x&cc_view=table", "&cc_view=table"),
        ("cc_sort=x,-y", ""),
        ("cc_sort=x,-gmv,%", "&cc_sort=-gmv"),
        ("cc_columns=x,gmv,gmv,中文", "&cc_columns=gmv"),
        ("cc_chart=pie", ""),
        ("cc_figure=caption&cc_across=GMV", ""),
        ("cc_scale=log", ""),
        ("cc_pages=1", ""),
        ("cc_scale=Linear", ""),
        ("cc_selected=1,x,,7521783049722285001", "&cc_selected={1}"),
        ("cc_selected={1},{1}", "&cc_selected={1}"),
        // A baseline must be selected.
        ("cc_base={1}", ""),
        (
            "cc_selected={1}&cc_base=7521783049722285002",
            "&cc_selected={1}",
        ),
        (
            "cc_base={1}&cc_selected={1}",
            "&cc_selected={1}&cc_base={1}",
        ),
        ("cc_selected={1}&cc_base=x", "&cc_selected={1}"),
        ("%&&=&cc_view=table&%zz=%", "&cc_view=table"),
        ("cc_view=table;sort=gmv", ""),
        ("cc_q=a&cc_q=b", "&cc_q=b"),
    ];
    for (text, written) in cases {
        let [text, written] = [text, written].map(|text| text.replace("{1}", &first));
        assert_eq!(view(&text).to_string(), written, "{text}");
    }
}

#[test]
fn the_selection_is_limited() {
    let many: Vec<String> = (0..9).map(id).collect();
    let view = view(&format!("cc_selected={}", many.join(",")));
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
            "?sample=1&cc_view=table&page_num=2",
            "&cc_view=table",
            "&cc_view=table",
            "?sample=1&page_num=2",
        ),
        ("cc_view=table", "&cc_view=table", "&cc_view=table", ""),
        // For other videos, without what only makes sense for these.
        (
            "?video_ids=1&cc_view=charts&cc_pages=all&cc_sort=-gmv&cc_columns=gmv&cc_selected=1&cc_base=1&cc_chart=scatter\
             &cc_figure=gmv&cc_across=views&cc_scale=linear&cc_q=x&cc_region=US&cc_from=2025-01-01&cc_to=2025-01-02&cc_sales=yes\
             &cc_where=gmv:1..",
            "&cc_view=charts&cc_pages=all&cc_sort=-gmv&cc_columns=gmv&cc_selected=1&cc_base=1&cc_chart=scatter\
             &cc_figure=gmv&cc_across=views&cc_scale=linear&cc_q=x&cc_region=US&cc_from=2025-01-01&cc_to=2025-01-02&cc_sales=yes\
             &cc_where=gmv:1..",
            "&cc_view=charts&cc_sort=-gmv&cc_columns=gmv&cc_chart=scatter&cc_figure=gmv&cc_across=views&cc_scale=linear",
            "?video_ids=1",
        ),
        (
            "?cc_view=compare&cc_sort=gmv",
            "&cc_view=compare&cc_sort=gmv",
            "&cc_sort=gmv",
            "",
        ),
        (
            "?utm=view&cc_q=%26view%3Dtable",
            "&cc_q=%26view%3Dtable",
            "",
            "",
        ),
        (
            "?&&cc_view&=&cc_q&page_num=2",
            "&cc_view&cc_q",
            "&cc_view",
            "?page_num=2",
        ),
        // Characters that no view is written with are dropped.
        (
            "?video_ids=1&key=x&cc_base=https://evil.example&cc_q=<b>&cc_sort=gmv",
            "&cc_sort=gmv",
            "&cc_sort=gmv",
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
        assert_eq!(view(&format!("cc_view={}", mode.into_str())).mode, *mode);
    }
    for kind in ChartKind::VARIANTS {
        assert_eq!(
            view(&format!("cc_chart={}", kind.into_str())).chart.kind,
            *kind
        );
    }
    for metric in Metric::VARIANTS.iter().copied() {
        let read = view(&format!("cc_figure={0}&cc_across={0}", metric.code()));
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
    let shown = "&cc_view=table&cc_sort=-gmv&cc_selected=7521783049722285002&cc_q=page_num%3D9%26video_ids%3D1&cc_where=views:1..";
    let text = format!("?{query}{shown}");
    let link = ParsedUrl::read(&text, u64::MAX);
    assert_eq!(link.faults, []);
    let read = AppUrl {
        sample: link.sample,
        query: link.query,
    };
    assert_eq!(read.to_string(), format!("?{query}"));
    assert_eq!(view(&text).to_string(), shown);
    assert_eq!(view(&text).filter.text, "page_num=9&video_ids=1");
}

/// Chats and trackers add parameters of their own to a link.
#[test]
fn parameters_of_others_are_none_of_ours() {
    let added = [
        "from=singlemessage",
        "isappinstalled=0",
        "utm_source=view",
        "fbclid=1",
        "gclid=1",
        "spm=1",
        "ref=a",
        "source=a",
        "lang=en",
        "q=shoes",
        "sort=gmv",
        "view=table",
        "region=US",
        "to=2025-06-01",
        "from=2025-06-01",
        "pages=all",
        "columns=gmv",
        "scale=linear",
    ];
    for added in added {
        let link = format!("?video_ids=7521783049722285367&cc_view=charts&{added}");
        assert_eq!(view(&link).to_string(), "&cc_view=charts", "{added}");
        assert_eq!(view(&format!("?{added}")), View::default(), "{added}");
    }
    let link = "?video_ids=7521783049722285367&from=singlemessage&isappinstalled=0";
    assert_eq!(view(link), View::default());
}

/// The names had no prefix at first.
#[test]
fn old_links_still_open() {
    let view = |parameters: &str| view(&format!("?video_ids=7521783049722285367{parameters}"));
    let now = "&cc_view=table&cc_pages=all&cc_sort=-gmv&cc_columns=caption,gmv&cc_selected=7521783049722285367,7521783049722285368\
        &cc_base=7521783049722285367&cc_chart=scatter&cc_figure=units&cc_across=likes&cc_scale=linear\
        &cc_q=a&cc_region=US&cc_from=2025-06-01&cc_to=2025-06-30&cc_sales=yes&cc_where=gmv:1..";
    let read = view(now);
    assert_eq!(read.to_string(), now);
    assert_eq!(view(&now.replace("cc_", "")), read);
}
