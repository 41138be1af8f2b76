//! Rows of one video are merged: products are collected, gaps are filled, and nothing is added up.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::domain::ids::VideoIds;
use clipcart::domain::videos::links::{DigitId, MediaUrl};
use clipcart::domain::videos::playback::Clip;
use clipcart::domain::videos::short_caption::short_caption;
use clipcart::domain::videos::{
    ProductSales, Reach, Video, group_by_video, hashtags, in_query_order,
};
use proptest::prelude::*;

const A: &str = "7521783049722285367";
const B: &str = "7000000000000000001";

/// A row of which only the ids are known.
fn bare(id: &str, product: &str) -> Video {
    Video {
        id: id.parse().unwrap(),
        published: 1,
        seconds: None,
        caption: String::new(),
        hashtags: Vec::new(),
        region: None,
        creator: None,
        cover: None,
        clip: Clip::Missing,
        reach: Reach::default(),
        sales: vec![sold(product, None, None)],
        fetched_at: 0,
    }
}

/// A row of which everything is known; `n` makes it different from others.
fn full(id: &str, product: &str, n: u32) -> Video {
    let count = Some(u64::from(n));
    Video {
        seconds: Some(n),
        caption: format!("caption {n}"),
        hashtags: vec![format!("tag{n}")],
        region: Some(["US", "GB"][n as usize % 2].to_owned()),
        creator: DigitId::new(&n.to_string()),
        cover: MediaUrl::https(&format!("https://cdn.example/{n}.jpg")),
        clip: Clip::from_play_addr(&format!("https://cdn.example/{n}.mp4")),
        reach: Reach {
            views: count,
            likes: count,
            comments: count,
            shares: count,
            saves: count,
        },
        ..bare(id, product)
    }
}

fn sold(product: &str, units: Option<u64>, gmv: Option<f64>) -> ProductSales {
    ProductSales {
        product: DigitId::new(product),
        units,
        gmv,
        commission_rate: None,
    }
}

fn products(video: &Video) -> Vec<Option<&str>> {
    let sales = video.sales.iter();
    sales
        .map(|sales| sales.product.as_ref().map(DigitId::as_str))
        .collect()
}

#[test]
fn one_video_per_id_in_the_order_of_first_rows() {
    let cards = group_by_video([
        bare(B, "1"),
        bare(A, "2"),
        bare(B, "3"),
        bare(A, "4"),
        bare(B, ""),
    ]);
    let ids: Vec<String> = cards.iter().map(|video| video.id.to_string()).collect();
    assert_eq!(ids, [B, A]);
    assert_eq!(products(&cards[0]), [Some("1"), Some("3"), None]);
    assert_eq!(products(&cards[1]), [Some("2"), Some("4")]);
    assert_eq!(group_by_video([]), []);
}

#[test]
fn reach_is_the_newer_ones_and_the_larger_of_the_same_time() {
    let seen = |views, fetched_at| Video {
        reach: Reach {
            views,
            ..Reach::default()
        },
        fetched_at,
        ..bare(A, "1")
    };
    let cases = [
        (vec![seen(Some(9), 1), seen(Some(5), 2)], Some(5), 2),
        (vec![seen(Some(5), 2), seen(Some(9), 1)], Some(5), 2),
        (vec![seen(Some(9), 2), seen(Some(5), 2)], Some(9), 2),
        // Views of yesterday are not those of today.
        (vec![seen(Some(9), 1), seen(None, 2)], None, 2),
        (
            vec![seen(None, 2), seen(Some(9), 1), seen(Some(4), 2)],
            Some(4),
            2,
        ),
    ];
    for (rows, views, fetched_at) in cases {
        let videos = group_by_video(rows.clone());
        let found = (videos[0].reach.views, videos[0].fetched_at);
        assert_eq!(found, (views, fetched_at), "{rows:?}");
    }
}

#[test]
fn sales_are_not_added_up() {
    let with = |product: &str, units, gmv| Video {
        sales: vec![sold(product, units, gmv)],
        ..full(A, product, 7)
    };
    let cards = group_by_video([
        with("1", Some(10), Some(100.0)),
        with("2", Some(10), Some(100.0)),
        with("1", Some(11), Some(100.0)),
    ]);
    let expected = [
        sold("1", Some(10), Some(100.0)),
        sold("2", Some(10), Some(100.0)),
        sold("1", Some(11), Some(100.0)),
    ];
    assert_eq!(cards[0].sales, expected);
    assert_eq!(cards[0].reach, full(A, "1", 7).reach);
}

/// Saved answers of different days can have the same video.
#[test]
fn sales_of_a_product_are_the_newer_ones() {
    let at = |fetched_at, product: &str, units| Video {
        sales: vec![sold(product, Some(units), None)],
        fetched_at,
        ..bare(A, product)
    };
    let cases = [
        (vec![at(1, "1", 10), at(2, "1", 12)], vec![("1", 12)]),
        (vec![at(2, "1", 12), at(1, "1", 10)], vec![("1", 12)]),
        // An equal figure is not an older one.
        (vec![at(1, "1", 10), at(2, "1", 10)], vec![("1", 10)]),
        // Of another product nothing newer is known.
        (
            vec![at(1, "1", 10), at(2, "2", 5)],
            vec![("1", 10), ("2", 5)],
        ),
        (
            vec![at(2, "1", 12), at(1, "2", 5), at(1, "1", 10)],
            vec![("1", 12), ("2", 5)],
        ),
        // Rows of the newer response stay apart, as within one response.
        (
            vec![at(1, "1", 10), at(2, "1", 12), at(2, "1", 13)],
            vec![("1", 12), ("1", 13)],
        ),
    ];
    for (rows, expected) in cases {
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(product, units)| sold(product, Some(units), None))
            .collect();
        assert_eq!(group_by_video(rows.clone())[0].sales, expected, "{rows:?}");
    }
}

#[test]
fn exact_repetitions_are_removed() {
    let row = full(A, "1", 7);
    assert_eq!(
        group_by_video([row.clone(), row.clone(), row.clone()]),
        [row]
    );
    let no_product = bare(A, "");
    assert_eq!(
        group_by_video([no_product.clone(), no_product.clone()]),
        [no_product]
    );
}

#[test]
fn unknown_sales_are_filled_and_different_ones_stay_apart() {
    // The product, the figures of rows, and those of the video.
    type Figures = &'static [(Option<u64>, Option<f64>)];
    let cases: [(&str, Figures, Figures); 6] = [
        ("1", &[(None, None), (Some(0), None)], &[(Some(0), None)]),
        ("1", &[(Some(0), None), (None, None)], &[(Some(0), None)]),
        (
            "1",
            &[(Some(2), None), (None, Some(9.0))],
            &[(Some(2), Some(9.0))],
        ),
        (
            "1",
            &[(Some(2), None), (Some(0), None)],
            &[(Some(2), None), (Some(0), None)],
        ),
        (
            "1",
            &[(Some(2), Some(9.0)), (None, Some(8.0)), (Some(2), None)],
            &[(Some(2), Some(9.0)), (None, Some(8.0))],
        ),
        // Different products, perhaps.
        (
            "",
            &[(None, None), (Some(0), None)],
            &[(None, None), (Some(0), None)],
        ),
    ];
    for (product, rows, expected) in cases {
        let sales = |figures: Figures| -> Vec<ProductSales> {
            let sales = figures.iter();
            sales
                .map(|(units, gmv)| sold(product, *units, *gmv))
                .collect()
        };
        let rows = sales(rows).into_iter().map(|sales| Video {
            sales: vec![sales],
            ..bare(A, product)
        });
        assert_eq!(group_by_video(rows)[0].sales, sales(expected));
    }
}

#[test]
fn unknown_values_are_filled_from_later_rows() {
    let cards = group_by_video([bare(A, "1"), full(A, "1", 7)]);
    assert_eq!(cards, [full(A, "1", 7)]);
}

/// What one row lacks or has in a worse form, the other has, whichever comes first.
#[test]
fn the_best_of_each_value_is_used_in_any_order() {
    type Change = fn(&mut Video, bool);
    let changes: [(&str, Change); 14] = [
        ("views", |v, best| {
            v.reach.views = Some(if best { 9 } else { 0 })
        }),
        ("likes", |v, best| v.reach.likes = best.then_some(0)),
        ("comments", |v, best| {
            v.reach.comments = Some(if best { 9 } else { 8 })
        }),
        ("shares", |v, best| v.reach.shares = best.then_some(9)),
        ("saves", |v, best| {
            v.reach.saves = Some(if best { 1 } else { 0 })
        }),
        ("length", |v, best| {
            v.seconds = Some(if best { 15 } else { 0 })
        }),
        ("caption", |v, best| {
            v.caption = if best { "whole #a" } else { "whol" }.to_owned()
        }),
        ("hashtags", |v, best| {
            v.hashtags = ["a", "b"][..if best { 2 } else { 1 }]
                .iter()
                .map(|&tag| tag.to_owned())
                .collect();
        }),
        ("region", |v, best| v.region = best.then(|| "GB".to_owned())),
        ("creator", |v, best| {
            v.creator = best.then(|| DigitId::new("7").unwrap())
        }),
        // A host that refuses what is not signed.
        ("cover", |v, best| {
            let host = "https://echosell-images.tos-ap-southeast-1.volces.com";
            let query = if best { "?x-expires=5" } else { "" };
            v.cover = MediaUrl::https(&format!("{host}/1.jpeg{query}"));
        }),
        ("signed cover", |v, best| {
            let until = if best { 6 } else { 5 };
            v.cover = MediaUrl::https(&format!("https://cdn.example/1.jpeg?x-expires={until}"));
        }),
        ("clip", |v, best| {
            let until = if best { 2_000_000_000 } else { 1_000_000_000 };
            v.clip = Clip::from_play_addr(&format!("https://cdn.example/1.mp4?expire={until}"));
        }),
        ("published", |v, best| {
            v.published = if best { 7 } else { v.id.published() }
        }),
    ];
    for (name, change) in changes {
        let row = |best| {
            let mut row = full(A, "1", 7);
            change(&mut row, best);
            row
        };
        let expected = [row(true)];
        assert_eq!(
            group_by_video([row(false), row(true)]),
            expected,
            "{name}, worse first"
        );
        assert_eq!(
            group_by_video([row(true), row(false)]),
            expected,
            "{name}, better first"
        );
    }
}

#[test]
fn known_values_stay() {
    let first = full(A, "1", 7);
    for later in [bare(A, "1"), full(A, "1", 6)] {
        let cards = group_by_video([first.clone(), later]);
        assert_eq!(cards[0].reach, first.reach);
        assert_eq!(cards[0].caption, first.caption);
    }
    // Of equally good ones, the first stays.
    let mut second = full(A, "1", 7);
    second.caption = "caption 8".to_owned();
    second.region = Some("US".to_owned());
    second.cover = MediaUrl::https("https://cdn.example/8.jpg");
    second.clip = Clip::from_play_addr("https://cdn.example/8.mp4");
    assert_eq!(group_by_video([first.clone(), second]), [first]);
}

#[test]
fn a_clip_that_can_be_played_replaces_one_that_cannot() {
    let address = |n: u32| Clip::from_play_addr(&format!("https://cdn.example/{n}.mp4"));
    let until = |n: u32| Clip::from_play_addr(&format!("https://cdn.example/{n}.mp4?expire={n}"));
    let cases = [
        (Clip::Missing, address(2), address(2)),
        (Clip::Unusable, address(2), address(2)),
        (address(1), address(2), address(1)),
        (address(1), Clip::Missing, address(1)),
        (address(1), Clip::Unusable, address(1)),
        (Clip::Missing, Clip::Missing, Clip::Missing),
        (until(1), until(2), until(2)),
        (until(2), until(1), until(2)),
        (until(1), address(1), address(1)),
        (until(1), Clip::Unusable, until(1)),
    ];
    for (first, second, expected) in cases {
        let row = |clip: &Clip| Video {
            clip: clip.clone(),
            ..bare(A, "1")
        };
        let cards = group_by_video([row(&first), row(&second)]);
        assert_eq!(cards[0].clip, expected, "{first:?}, then {second:?}");
    }
}

#[test]
fn hashtags_are_words_without_the_sign_and_without_repetitions() {
    let cases: [(&str, &[&str]); 11] = [
        (
            "#SmallBusiness #startup #proteinsnacks ",
            &["SmallBusiness", "startup", "proteinsnacks"],
        ),
        ("", &[]),
        (" # ## ", &[]),
        ("#a#b", &["a", "b"]),
        ("a b", &["a", "b"]),
        ("#a,#b，#c", &["a", "b", "c"]),
        ("＃好物 #好物", &["好物"]),
        ("#a #b #a", &["a", "b"]),
        ("#A #a", &["A", "a"]),
        ("#a\t#b\n#c\u{3000}#d", &["a", "b", "c", "d"]),
        ("#🥹 #it's #x_1", &["🥹", "it's", "x_1"]),
    ];
    for (text, expected) in cases {
        assert_eq!(hashtags(text), expected, "{text:?}");
    }
}

proptest! {
    #[test]
    fn no_product_is_lost_and_no_video_is_repeated(
        rows in prop::collection::vec((0_u64..4, 0_u32..4), 0..12),
    ) {
        let rows: Vec<Video> = rows
            .iter()
            .map(|(id, product)| bare(&(7_000_000_000_000_000_000 + id).to_string(), &product.to_string()))
            .collect();
        let cards = group_by_video(rows.clone());
        for (index, card) in cards.iter().enumerate() {
            prop_assert!(cards[..index].iter().all(|other| other.id != card.id));
            for (index, sales) in card.sales.iter().enumerate() {
                prop_assert!(!card.sales[..index].contains(sales));
            }
        }
        for row in rows {
            let card = cards.iter().find(|card| card.id == row.id).unwrap();
            prop_assert!(card.sales.contains(&row.sales[0]));
        }
    }

    #[test]
    fn any_text_gives_clean_hashtags(text in "[#＃,， a-c\\PC]{0,20}") {
        for tag in hashtags(&text) {
            prop_assert!(!tag.is_empty() && !tag.contains(['#', '＃', ',', '，']), "{:?}", tag);
            prop_assert!(!tag.contains(char::is_whitespace), "{:?}", tag);
        }
    }
}

proptest! {
    /// Responses have the API's order, the page has the user's.
    #[test]
    fn videos_are_in_the_order_of_the_query(
        asked in prop::collection::btree_set(1_u64..40, 1..20)
            .prop_map(|ids| ids.into_iter().collect::<Vec<_>>()).prop_shuffle(),
        came in prop::collection::btree_set(1_u64..50, 0..20)
            .prop_map(|ids| ids.into_iter().collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let id = |n: &u64| (7_000_000_000_000_000_000 + n).to_string();
        let ids = VideoIds::new(asked.iter().map(|n| id(n).parse().unwrap())).unwrap();
        let videos = came.iter().map(|n| bare(&id(n), "1")).collect();
        let ordered: Vec<String> = in_query_order(videos, &ids).iter().map(|video| video.id.to_string()).collect();
        let known = asked.iter().filter(|n| came.contains(n));
        let unasked = came.iter().filter(|n| !asked.contains(n));
        prop_assert_eq!(ordered, known.chain(unasked).map(id).collect::<Vec<_>>());
    }
}

#[test]
fn a_caption_is_a_short_name_in_one_line() {
    let words = "word ".repeat(30);
    let long = "长".repeat(200);
    let cases = [
        ("Tiny blender", Some("Tiny blender".to_owned())),
        ("  Tiny\n\t blender ", Some("Tiny blender".to_owned())),
        ("", None),
        (" \n", None),
        (&words, Some(format!("{}…", "word ".repeat(16).trim_end()))),
        (&long, Some(format!("{}…", "长".repeat(80)))),
    ];
    for (caption, name) in cases {
        assert_eq!(short_caption(caption), name, "{caption:?}");
    }
}

proptest! {
    #[test]
    fn a_name_is_the_captions_start(caption in "\\PC{0,200}") {
        let line = caption.split_whitespace().collect::<Vec<_>>().join(" ");
        match short_caption(&caption) {
            None => prop_assert_eq!(line, ""),
            Some(name) => {
                prop_assert!(name.chars().count() <= 81);
                let head = name.strip_suffix('…').unwrap_or(&name);
                prop_assert!(line.starts_with(head));
            }
        }
    }
}
