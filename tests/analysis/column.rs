//! Columns: their codes, and rows compared by one of them.

use std::cmp::Ordering::{self, Equal, Greater, Less};
use std::collections::BTreeSet;

use clipcart::domain::metrics::Metric;
use clipcart::domain::rows::column::Column;
use clipcart::domain::rows::sort::Sort;
use clipcart::domain::videos::Video;
use clipcart::domain::videos::links::DigitId;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use strum::VariantArray;

use crate::fixtures::{all_columns, any_rows, bare, columns_of_any, result_rows, seen, sold};

/// They are in users' links and files: a change here breaks both.
#[test]
fn codes_never_change() {
    let facts = [
        "product_id",
        "product_price",
        "region",
        "published",
        "caption",
        "hashtags",
        "creator_id",
        "video_id",
    ];
    assert_eq!(Column::FACTS.map(Column::code), facts);
    let all: Vec<Column> = Column::all().collect();
    assert_eq!(all.len(), Column::FACTS.len() + Metric::VARIANTS.len());
    let codes: BTreeSet<&str> = all.iter().map(|column| column.code()).collect();
    assert_eq!(codes.len(), all.len());
    for column in all_columns() {
        assert_eq!(Column::from_code(column.code()), Some(column));
    }
}

#[test]
fn a_list_has_no_repetitions_and_no_unknown_columns() {
    use Column::{Caption, Region};
    let gmv = Column::Metric(Metric::Gmv);
    let cases: [(&str, &[Column]); 6] = [
        ("gmv,region", &[gmv, Region]),
        ("region,gmv", &[Region, gmv]),
        ("gmv,gmv,region,gmv", &[gmv, Region]),
        ("", &[]),
        (",,caption,,", &[Caption]),
        ("GMV,-gmv, gmv,caption,中文,%", &[Caption]),
    ];
    for (codes, expected) in cases {
        assert_eq!(Column::list(codes), expected, "{codes:?}");
    }
}

/// Two videos that differ in a column, the lower one first.
fn pairs() -> Vec<(Column, Video, Video)> {
    let caption = |text: &str| Video {
        caption: text.to_owned(),
        ..bare(1)
    };
    let tags = |tags: &[&str]| Video {
        hashtags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..bare(1)
    };
    let region = |code: &str| Video {
        region: Some(code.to_owned()),
        ..bare(1)
    };
    let published = |published| Video {
        published,
        ..bare(1)
    };
    let creator = |id: &str| Video {
        creator: DigitId::new(id),
        ..bare(1)
    };
    let product = |id: &str| seen(1, None, &[sold(id, None, None)]);
    let gmv = |gmv| seen(1, None, &[sold("", None, Some(gmv))]);
    vec![
        (Column::Caption, caption("apple"), caption("banana")),
        (Column::Caption, caption("apple"), caption("Banana")),
        (Column::Caption, caption("Apple"), caption("banana")),
        (Column::Caption, caption("app"), caption("apple")),
        (Column::Caption, caption("z"), caption("苹果")),
        (Column::Hashtags, tags(&["a", "z"]), tags(&["b"])),
        (Column::Hashtags, tags(&["a"]), tags(&["a", "b"])),
        (Column::Hashtags, tags(&["a", "b"]), tags(&["a", "C"])),
        (Column::Region, region("GB"), region("US")),
        (Column::Published, published(9), published(10)),
        (Column::VideoId, bare(9), bare(10)),
        // As numbers, not as text.
        (Column::Creator, creator("9"), creator("10")),
        (Column::Product, product("9"), product("10")),
        (Column::Product, product("0012"), product("13")),
        (Column::Metric(Metric::Gmv), gmv(9.0), gmv(10.0)),
        (Column::Metric(Metric::Gmv), gmv(0.1), gmv(0.2)),
    ]
}

#[test]
fn lower_values_come_first_and_descending_last() {
    for (column, less, more) in pairs() {
        let name = format!("{column:?} of {less:?} and {more:?}");
        let rows = result_rows([less, more]);
        let order = |a, b, descending| column.compare(&rows, a, b, descending);
        assert_eq!(
            (order(0, 1, false), order(1, 0, false)),
            (Less, Greater),
            "{name}"
        );
        assert_eq!(
            (order(0, 1, true), order(1, 0, true)),
            (Greater, Less),
            "{name}"
        );
        assert_eq!(
            (order(0, 0, false), order(0, 0, true)),
            (Equal, Equal),
            "{name}"
        );
    }
}

#[test]
fn unknown_values_come_last_both_ways() {
    for (column, known, _) in pairs() {
        // These are always known.
        if matches!(column, Column::Published | Column::VideoId) {
            continue;
        }
        let rows = result_rows([bare(1), known, bare(2)]);
        for descending in [false, true] {
            let order = |a, b| column.compare(&rows, a, b, descending);
            let found = (order(0, 1), order(1, 0), order(0, 2));
            assert_eq!(found, (Greater, Less, Equal), "{column:?}, {descending}");
        }
    }
}

#[test]
fn case_is_ignored() {
    let caption = |text: &str| Video {
        caption: text.to_owned(),
        hashtags: vec![text.to_owned()],
        ..bare(1)
    };
    let rows = result_rows([caption("Sale"), caption("sale")]);
    for column in [Column::Caption, Column::Hashtags] {
        assert_eq!(column.compare(&rows, 0, 1, false), Equal, "{column:?}");
    }
}

proptest! {
    #[test]
    fn comparing_is_an_order(
        rows in any_rows(), column in select(columns_of_any()),
        (a, b, c) in any::<(Index, Index, Index)>(), descending: bool,
    ) {
        prop_assume!(!rows.is_empty());
        let [a, b, c] = [a, b, c].map(|index| index.index(rows.len()) as u32);
        let order = |a, b| column.compare(&rows, a, b, descending);
        prop_assert_eq!(order(a, a), Equal);
        prop_assert_eq!(order(a, b), order(b, a).reverse());
        let (one, two): (Ordering, Ordering) = (order(a, b), order(b, c));
        if one == two || two == Equal {
            prop_assert_eq!(order(a, c), one);
        }
    }
}

#[test]
fn values_larger_than_any_integer_are_compared() {
    let caption = |text: &str| Video {
        caption: text.to_owned(),
        ..bare(1)
    };
    let product = |id: &str| seen(1, None, &[sold(id, None, None)]);
    let cases = [
        (
            Column::Caption,
            caption("Made-up clip 1"),
            caption("made-up clip 2"),
        ),
        (
            Column::Product,
            product("99999999999999999999"),
            product("111111111111111111111"),
        ),
        (
            Column::Product,
            product("18446744073709551614"),
            product("18446744073709551615"),
        ),
    ];
    for (column, less, more) in cases {
        let rows = result_rows([more, bare(2), less]);
        for (descending, expected) in [(false, [2, 0, 1]), (true, [0, 2, 1])] {
            let mut order = [0, 1, 2];
            Sort::by(column, descending).apply(&rows, &mut order);
            assert_eq!(order, expected, "{column:?}");
        }
    }
}
