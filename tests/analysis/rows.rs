//! Rows: one per video and product, with all metrics computed once, and the text for searching.

use std::cell::Cell;

use clipcart::domain::metrics::Metric;
use clipcart::domain::rows::ResultRows;
use clipcart::domain::videos::Video;
use clipcart::domain::videos::links::DigitId;
use proptest::prelude::*;
use strum::VariantArray;

use crate::fixtures::{AT, DAY, any_rows, bare, id, normalize_text, result_rows, seen, sold};

#[test]
fn one_row_per_video_and_product() {
    let two = [sold("1", Some(1), None), sold("2", Some(2), None)];
    let rows = result_rows([
        bare(0),
        seen(1, Some(10), &two),
        seen(2, None, &[sold("3", Some(3), None)]),
    ]);
    assert_eq!(
        (rows.len(), rows.is_empty(), rows.fetched_at()),
        (4, false, AT)
    );
    let videos: Vec<usize> = rows.all().map(|row| rows.video_index(row)).collect();
    assert_eq!(videos, [0, 1, 1, 2]);
    let units: Vec<_> = rows.all().map(|row| rows.sales(row).units).collect();
    assert_eq!(units, [None, Some(1), Some(2), Some(3)]);
    let ranges: Vec<_> = (0..3).map(|video| rows.of_video(video)).collect();
    assert_eq!(ranges, [0..1, 1..3, 3..4]);
}

/// Responses of different times: each video's metrics per day count up to its own.
#[test]
fn days_count_up_to_the_time_of_the_video() {
    let fetched = |n, fetched_at| Video {
        published: AT - DAY,
        fetched_at,
        ..seen(n, Some(600), &[sold("1", None, None)])
    };
    let rows = result_rows([fetched(1, AT), fetched(2, AT + 2 * DAY)]);
    let per_day = |row| rows.value(row, Metric::ViewsPerDay);
    assert_eq!((per_day(0), per_day(1)), (Some(600.0), Some(200.0)));
    assert_eq!(rows.fetched_at(), AT + 2 * DAY);
}

#[test]
fn no_videos_have_no_rows() {
    let none = result_rows([]);
    assert_eq!((none.len(), none.is_empty(), none.all()), (0, true, 0..0));
    assert!(none.videos().is_empty());
}

#[test]
fn rows_are_found_by_caption_hashtags_and_ids() {
    let video = Video {
        caption: "Über Café 20% OFF".to_owned(),
        hashtags: vec!["SmallBusiness".to_owned(), "创业".to_owned()],
        creator: DigitId::new("7190508362273735722"),
        ..seen(7, None, &[sold("111", None, None), sold("222", None, None)])
    };
    let rows = result_rows([bare(1), video]);
    for row in 1..3 {
        let text = rows.text(row, normalize_text);
        for part in [
            "über café 20% off",
            "#smallbusiness",
            "#创业",
            &id(7),
            "7190508362273735722",
            "111",
            "222",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(!text.contains(&id(1)), "{text}");
    }
    assert_eq!(rows.text(0, normalize_text).trim(), id(1));
}

#[test]
fn parts_of_the_text_are_separate_lines() {
    let video = Video {
        caption: "ends".to_owned(),
        hashtags: vec!["1".to_owned(), "2".to_owned()],
        creator: DigitId::new("3"),
        ..seen(7, None, &[sold("4", None, None), sold("5", None, None)])
    };
    let rows = result_rows([video]);
    let expected = ["ends", "#1", "#2", &id(7), "4", "5", "3"];
    let found: Vec<&str> = rows.text(0, normalize_text).lines().collect();
    assert_eq!(found, expected);
}

thread_local!(static FOLDED: Cell<usize> = const { Cell::new(0) });

#[test]
fn texts_are_computed_once_and_only_when_needed() {
    fn counted(text: &str) -> String {
        FOLDED.set(FOLDED.get() + 1);
        text.to_owned()
    }
    let rows = result_rows([
        bare(1),
        seen(2, None, &[sold("1", None, None), sold("2", None, None)]),
    ]);
    assert_eq!(FOLDED.get(), 0);
    for _ in 0..3 {
        for row in rows.all() {
            assert!(!rows.text(row, counted).is_empty());
        }
    }
    assert_eq!(FOLDED.get(), 2);
}

fn check(rows: &ResultRows) -> Result<(), TestCaseError> {
    let mut next = 0;
    for (video_index, video) in rows.videos().iter().enumerate() {
        prop_assert_eq!(rows.of_video(video_index).count(), video.sales.len());
        for (row, sales) in rows.of_video(video_index).zip(&video.sales) {
            prop_assert_eq!(row, next);
            next += 1;
            prop_assert_eq!(rows.video_index(row), video_index);
            prop_assert_eq!(rows.video(row), video);
            prop_assert_eq!(rows.sales(row), sales);
            for metric in Metric::VARIANTS.iter().copied() {
                let expected = metric.of(video, sales, video.fetched_at);
                prop_assert_eq!(rows.value(row, metric), expected, "{:?}", metric);
            }
        }
    }
    prop_assert_eq!(rows.all(), 0..next);
    Ok(())
}

proptest! {
    #[test]
    fn every_row_has_its_video_its_sales_and_its_metrics(rows in any_rows()) {
        check(&rows)?;
    }
}
