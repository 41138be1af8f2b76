//! Filters: which rows pass each condition; chips; and a filter's parameters in a URL.

use clipcart::domain::filter::{Filter, NO_REGION, Part, Sold};
use clipcart::domain::metrics::Metric;
use clipcart::domain::metrics::range::Range;
use clipcart::domain::rows::{ResultRows, RowIndex};
use clipcart::domain::videos::links::DigitId;
use clipcart::domain::videos::{Reach, Video};
use strum::VariantArray;

use crate::fixtures::{AT, DAY, bare, id, normalize_text, result_rows, seen, sold};

/// A filter from its parameters.
pub fn filter(parameters: &str) -> Filter {
    let mut filter = Filter::default();
    for (name, value) in form_urlencoded::parse(parameters.as_bytes()) {
        assert!(
            filter.read_param(&name, &value),
            "{name} is none of a filter's"
        );
    }
    filter
}

fn passing(filter: &Filter, rows: &ResultRows) -> Vec<RowIndex> {
    filter.apply(rows, normalize_text).passing
}

/// Five videos, six rows.
fn some() -> ResultRows {
    let video = |n, caption: &str, tag: &str, region: Option<&str>, days, video| Video {
        caption: caption.to_owned(),
        hashtags: vec![tag.to_owned()],
        region: region.map(str::to_owned),
        published: AT - days * DAY,
        creator: DigitId::new("55"),
        id: id(n).parse().unwrap(),
        ..video
    };
    let reach = Reach {
        views: Some(10_000),
        saves: Some(277),
        ..Reach::default()
    };
    let rated = Video {
        reach,
        ..seen(0, None, &[sold("333", Some(0), Some(0.0))])
    };
    let two = [
        sold("8888", Some(3), Some(50.0)),
        sold("6666", Some(0), None),
    ];
    result_rows([
        video(
            0,
            "Red shoes",
            "Sale",
            Some("US"),
            0,
            seen(0, Some(5), &two),
        ),
        video(1, "Blue SHOES", "new", Some("GB"), 1, bare(1)),
        video(2, "红色的鞋", "促销", Some("US"), 2, rated),
        video(
            3,
            "",
            "sale",
            None,
            3,
            seen(3, Some(100), &[sold("444", None, Some(0.5))]),
        ),
        video(
            4,
            "Green hat 100%",
            "sale",
            None,
            3,
            seen(4, None, &[sold("444", Some(1), None)]),
        ),
    ])
}

#[test]
fn each_condition_works() {
    let all: &[RowIndex] = &[0, 1, 2, 3, 4, 5];
    let cases: [(&str, &[RowIndex]); 52] = [
        ("", all),
        ("cc_q=", all),
        ("cc_q=++", all),
        ("cc_q=shoes", &[0, 1, 2]),
        ("cc_q=SHOES", &[0, 1, 2]),
        ("cc_q=shoe+red", &[0, 1]),
        ("cc_q=shoes+nothing", &[]),
        ("cc_q=%E9%9E%8B", &[3]),
        ("cc_q=%23sale", &[0, 1, 4, 5]),
        ("cc_q=%23sal", &[0, 1, 4, 5]),
        // Between two `#` it is a complete hashtag.
        ("cc_q=%23sal%23", &[]),
        ("cc_q=%23sale%23", &[0, 1, 4, 5]),
        // Its case makes no difference, and captions have no complete hashtags.
        ("cc_q=%23SALE%23", &[0, 1, 4, 5]),
        ("cc_q=%23%E4%BF%83%E9%94%80%23", &[3]),
        ("cc_q=%23shoes%23", &[]),
        ("cc_q=sale", &[0, 1, 4, 5]),
        ("cc_q=100%25", &[5]),
        ("cc_q=6666", &[0, 1]),
        ("cc_q=55", &[0, 1, 2, 3, 4, 5]),
        ("cc_q=7521783049722285002", &[3]),
        ("cc_region=US", &[0, 1, 3]),
        ("cc_region=US,GB", &[0, 1, 2, 3]),
        ("cc_region=none", &[4, 5]),
        ("cc_region=GB,none", &[2, 4, 5]),
        ("cc_region=TH", &[]),
        ("cc_from=2025-07-01", &[0, 1]),
        ("cc_from=2025-06-30", &[0, 1, 2]),
        ("cc_to=2025-06-30", &[2, 3, 4, 5]),
        ("cc_from=2025-06-29&cc_to=2025-06-30", &[2, 3]),
        ("cc_from=2025-06-30&cc_to=2025-06-29", &[]),
        ("cc_sales=yes", &[0, 4, 5]),
        ("cc_sales=no", &[1, 3]),
        ("cc_sales=unknown", &[2]),
        ("cc_where=gmv:0..", &[0, 3, 4]),
        ("cc_where=gmv:0.5..", &[0, 4]),
        ("cc_where=gmv:..0.5", &[3, 4]),
        ("cc_where=gmv:50..50", &[0]),
        ("cc_where=gmv:51..", &[]),
        ("cc_where=gmv:0.5..!50", &[4]),
        ("cc_where=save_rate:..!2.77", &[]),
        ("cc_products=one", &[2, 3, 4, 5]),
        ("cc_products=two", all),
        // An unknown metric is in no range.
        ("cc_where=views:0..", &[0, 1, 3, 4]),
        ("cc_where=length:0..", &[]),
        ("cc_where=save_rate:2.77..2.77", &[3]),
        ("cc_where=save_rate:2.78..", &[]),
        ("cc_where=save_rate:..2.76", &[]),
        ("cc_where=gmv:0..,views:6..", &[3, 4]),
        ("cc_q=sale&cc_region=US&cc_sales=yes", &[0]),
        ("cc_q=shoes&cc_from=2025-07-01&cc_where=units:0..2", &[1]),
        ("cc_region=US&cc_where=gmv:0..&cc_sales=no", &[3]),
        (
            "cc_q=hat&cc_region=none&cc_to=2025-06-28&cc_sales=yes&cc_where=units:1..1",
            &[5],
        ),
    ];
    let rows = some();
    for (parameters, expected) in cases {
        assert_eq!(
            passing(&filter(parameters), &rows),
            expected,
            "{parameters}"
        );
    }
}

#[test]
fn sold_is_yes_no_or_unknown() {
    use Sold::{No, Unknown, Yes};
    let cases = [
        (None, None, Unknown),
        (Some(0), None, No),
        (None, Some(0.0), No),
        (Some(0), Some(0.0), No),
        (Some(1), None, Yes),
        (None, Some(0.01), Yes),
        // One of them is above zero.
        (Some(0), Some(0.01), Yes),
        (Some(1), Some(0.0), Yes),
    ];
    for (units, gmv, expected) in cases {
        assert_eq!(
            Sold::of(&sold("1", units, gmv)),
            expected,
            "{units:?}, {gmv:?}"
        );
    }
    assert_eq!(Sold::VARIANTS, [Sold::Yes, Sold::No, Sold::Unknown]);
}

#[test]
fn a_filter_has_one_url() {
    let cases = [
        ("", ""),
        ("cc_q=a+b", "&cc_q=a+b"),
        (
            "cc_q=%26%3D%25%23+%E4%B8%AD",
            "&cc_q=%26%3D%25%23+%E4%B8%AD",
        ),
        ("cc_region=US", "&cc_region=US"),
        ("cc_region=US,GB,none", "&cc_region=US,GB,none"),
        (
            "cc_from=2025-06-01&cc_to=2025-06-30",
            "&cc_from=2025-06-01&cc_to=2025-06-30",
        ),
        ("cc_to=2025-06-30", "&cc_to=2025-06-30"),
        ("cc_sales=unknown", "&cc_sales=unknown"),
        ("cc_where=gmv:1..,views:..9", "&cc_where=gmv:1..,views:..9"),
        (
            "cc_where=gmv:1..&cc_sales=no&cc_to=2025-06-30&cc_region=US&cc_q=x",
            "&cc_q=x&cc_region=US&cc_to=2025-06-30&cc_sales=no&cc_where=gmv:1..",
        ),
    ];
    for (parameters, written) in cases {
        assert_eq!(filter(parameters).to_string(), written, "{parameters}");
    }
}

#[test]
fn malformed_parameters_are_ignored() {
    let cases = [
        ("cc_region=us,U,LONG,U%20S,GB", "&cc_region=GB"),
        ("cc_region=US,US,none,none", "&cc_region=US,none"),
        ("cc_region=A%26B,%3D", ""),
        ("cc_from=yesterday&cc_to=2025-02-30", ""),
        ("cc_sales=maybe", ""),
        ("cc_where=gmv,views:1..,:..,gmv:a..b", "&cc_where=views:1.."),
        ("cc_where=gmv:1..,gmv:2..", "&cc_where=gmv:1.."),
        // Of a repeated parameter the last counts, valid or not.
        ("cc_region=US&cc_region=GB", "&cc_region=GB"),
        ("cc_where=gmv:1..&cc_where=x", ""),
        ("cc_from=2025-06-01&cc_from=x", ""),
    ];
    for (parameters, written) in cases {
        assert_eq!(filter(parameters).to_string(), written, "{parameters}");
    }
    let mut filter = Filter::default();
    for name in ["", "Q", "video_ids", "page_num", "sample", "view", "sort"] {
        assert!(!filter.read_param(name, "1"), "{name}");
    }
    assert_eq!(filter, Filter::default());
}

#[test]
fn each_condition_has_a_chip_and_can_be_removed() {
    let on = filter(
        "cc_q=+red+shoes&cc_region=US,none&cc_from=2025-06-01&cc_sales=yes&cc_where=gmv:1..,views:..9",
    );
    let range = |text: &str| Part::Range(text.parse().unwrap());
    let expected = [
        Part::Text("red shoes".to_owned()),
        Part::Region("US".to_owned()),
        Part::Region(NO_REGION.to_owned()),
        Part::Dates(Some("2025-06-01".parse().unwrap()), None),
        Part::Sold(Sold::Yes),
        range("gmv:1.."),
        range("views:..9"),
    ];
    assert_eq!(on.parts(), expected);
    for part in &expected {
        let rest = on.clone().without(part).parts();
        let others = expected.iter().filter(|other| *other != part).cloned();
        assert_eq!(rest, others.collect::<Vec<_>>(), "without {part:?}");
    }
    let none = expected.iter().fold(on, Filter::without);
    assert_eq!(none, Filter::default());
}

#[test]
fn an_empty_filter_has_no_chips() {
    for parameters in ["", "cc_q=", "cc_q=+++", "cc_region=", "cc_where="] {
        assert_eq!(filter(parameters).parts(), [], "{parameters}");
    }
}

#[test]
fn regions_toggle() {
    let regions = |filter: &Filter| filter.regions.join(",");
    let one = Filter::default().with_region_toggled("US");
    let two = one.clone().with_region_toggled("GB");
    assert_eq!(
        (regions(&one), regions(&two)),
        ("US".into(), "US,GB".into())
    );
    assert_eq!(regions(&two.clone().with_region_toggled("US")), "GB");
    assert_eq!(
        two.with_region_toggled("US").with_region_toggled("GB"),
        Filter::default()
    );
}

#[test]
fn one_range_per_metric() {
    let range = |text: &str| -> Option<Range> { text.parse().ok() };
    let filter = filter("cc_where=gmv:1..,views:..9");
    let changed = filter.clone().with_range(Metric::Gmv, range("gmv:5..6"));
    assert_eq!(changed.to_string(), "&cc_where=gmv:5..6,views:..9");
    assert_eq!(changed.range(Metric::Gmv), range("gmv:5..6").as_ref());
    let less = changed.with_range(Metric::Gmv, None);
    assert_eq!(less.to_string(), "&cc_where=views:..9");
    assert_eq!(
        (less.range(Metric::Gmv), less.range(Metric::Units)),
        (None, None)
    );
    let more = less.clone().with_range(Metric::Units, range("units:3.."));
    assert_eq!(more.to_string(), "&cc_where=views:..9,units:3..");
    assert_eq!(less.clone().with_range(Metric::Units, None), less);
}
