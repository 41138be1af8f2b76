//! Videos for a case, and random videos with few different values, so that many are equal.

use clipcart::domain::imports::ImportedColumns;
use clipcart::domain::rows::ResultRows;
use clipcart::domain::rows::column::Column;
use clipcart::domain::rows::sort::Sort;
use clipcart::domain::videos::links::DigitId;
use clipcart::domain::videos::playback::Clip;
use clipcart::domain::videos::{Count, Dollars, ProductSales, Reach, Video};
use std::sync::Arc;

use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

/// When the data was fetched: 2025-07-01 08:26:43 UTC.
pub const AT: u64 = 1_751_358_403;
pub const DAY: u64 = 86_400;

pub fn normalize_text(text: &str) -> String {
    text.to_lowercase()
}

/// The id of the `n`th video.
pub fn id(n: u64) -> String {
    (7_521_783_049_722_285_000 + n).to_string()
}

/// A video with one row, of which only id and publication are known.
pub fn bare(n: u64) -> Video {
    Video {
        id: id(n).parse().unwrap(),
        published: AT - DAY,
        seconds: None,
        caption: String::new(),
        hashtags: Vec::new(),
        region: None,
        creator: None,
        cover: None,
        clip: Clip::Missing,
        reach: Reach::default(),
        sales: vec![sold("", None, None)],
        fetched_at: AT,
    }
}

/// A video with views, and with the sales of its rows.
pub fn seen(n: u64, views: Count, sales: &[ProductSales]) -> Video {
    Video {
        reach: Reach {
            views,
            ..Reach::default()
        },
        sales: sales.into(),
        ..bare(n)
    }
}

/// A product's sales. Without digits the product is unknown.
pub fn sold(product: &str, units: Count, gmv: Dollars) -> ProductSales {
    ProductSales {
        product: DigitId::new(product),
        units,
        gmv,
        commission_rate: None,
    }
}

pub fn result_rows(videos: impl IntoIterator<Item = Video>) -> ResultRows {
    ResultRows::new(videos.into_iter().collect())
}

fn count() -> impl Strategy<Value = Count> {
    option::of(0..4_u64)
}

fn any_sales() -> impl Strategy<Value = ProductSales> {
    let gmv = option::of(select(vec![0.0, 0.1, 0.2, 19.5, 1e9]));
    let product = select(vec!["", "7", "17", "9"]);
    (product, count(), gmv).prop_map(|(product, units, gmv)| sold(product, units, gmv))
}

prop_compose! {
    fn any_video()(
        reach in (count(), count(), count(), count(), count()),
        sales in proptest::collection::vec(any_sales(), 1..4),
        (published, seconds) in (AT - 3 * DAY..AT + DAY, option::of(0..3_u32)),
        caption in select(vec!["", "Zebra", "apple", "Apple pie", "苹果"]),
        hashtags in subsequence(vec!["tag", "Tag", "标签"], 0..3),
        (region, creator) in (option::of(select(vec!["US", "GB", "TH"])), select(vec!["", "5", "12"])),
    ) -> Video {
        let (views, likes, comments, shares, saves) = reach;
        Video {
            published,
            seconds,
            caption: caption.to_owned(),
            hashtags: hashtags.into_iter().map(str::to_owned).collect(),
            region: region.map(str::to_owned),
            creator: DigitId::new(creator),
            reach: Reach { views, likes, comments, shares, saves },
            sales,
            ..bare(0)
        }
    }
}

/// The rows of up to 12 videos, each of up to three rows, with up to three imported columns.
pub fn any_rows() -> impl Strategy<Value = ResultRows> {
    let video = (any_video(), proptest::collection::vec(any_imported(), 3));
    let videos = proptest::collection::vec(video, 0..12);
    (videos, 0..=3_usize).prop_map(|(videos, columns)| {
        let numbered = videos.into_iter().zip(0..);
        let (videos, values): (Vec<Video>, Vec<Vec<&str>>) = numbered
            .map(|((video, values), n)| {
                // The order of the ids is the reverse of the order of the videos.
                let id = id(99 - n).parse().unwrap();
                (Video { id, ..video }, values)
            })
            .unzip();
        let names = &["Creator", "Campaign", "Note"][..columns];
        let values: Vec<_> = values.iter().map(|row| &row[..columns]).collect();
        let imported = imported(names, videos.iter().zip(values));
        result_rows(videos).with_imported(imported)
    })
}

/// A value of an imported column. Some are numbers, and some compare like numbers only as texts.
pub fn any_imported() -> impl Strategy<Value = &'static str> {
    select(vec!["", "9", "10", "1x", "apple", "Apple", "-0.5", "苹果"])
}

/// The columns of a file with a row for each of the videos.
pub fn imported<'a>(
    names: &[&str],
    rows: impl IntoIterator<Item = (&'a Video, &'a [&'a str])>,
) -> Arc<ImportedColumns> {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let rows = rows
        .into_iter()
        .map(|(video, values)| (video.id, texts(values)));
    Arc::new(ImportedColumns::new(texts(names), rows))
}

/// Every column that results can have.
pub fn all_columns() -> Vec<Column> {
    let imported = (0..ImportedColumns::MAX as u8).map(Column::Imported);
    Column::all().chain(imported).collect()
}

/// Those that some of [`any_rows`] have.
pub fn columns_of_any() -> Vec<Column> {
    let imported = (0..3).map(Column::Imported);
    Column::all().chain(imported).collect()
}

/// Some of them, each once, in any order.
pub fn some_of<T: Clone + std::fmt::Debug + 'static>(
    all: Vec<T>,
    most: usize,
) -> impl Strategy<Value = Vec<T>> {
    subsequence(all, 0..=most).prop_shuffle()
}

/// A sort by up to three columns.
pub fn any_sort() -> impl Strategy<Value = Sort> {
    let columns = some_of(all_columns(), 3);
    let ways = proptest::collection::vec(any::<bool>(), 3);
    (columns, ways).prop_map(|(columns, ways)| {
        let keys = columns.into_iter().zip(ways);
        keys.fold(Sort::default(), |sort, (column, pressed_twice)| {
            let sort = sort.toggled(column, true);
            match pressed_twice {
                true => sort.toggled(column, true),
                false => sort,
            }
        })
    })
}

/// Items in another order, after swaps.
pub fn shuffled<T>(mut things: Vec<T>, swaps: &[(Index, Index)]) -> Vec<T> {
    if !things.is_empty() {
        for (a, b) in swaps {
            let count = things.len();
            things.swap(a.index(count), b.index(count));
        }
    }
    things
}

/// For [`shuffled`].
pub fn swaps() -> impl Strategy<Value = Vec<(Index, Index)>> {
    proptest::collection::vec(any::<(Index, Index)>(), 0..40)
}
