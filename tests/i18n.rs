//! The texts: each is there in both languages, in that language, and says what it was given.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::api::time_limit::TIME_LIMIT;
use clipcart::domain::ids::{IdsProblem, VideoIds};
use clipcart::domain::imports::file::{FileProblem, ImportedFile};
use clipcart::domain::query::Query;
use clipcart::domain::query::paging::{PageNum, PageSize, PagingProblem};
use clipcart::domain::search::error::{ApiNote, ErrorSource, SearchError};
use clipcart::i18n::{EN, Language, ZH};
use every::{Line, Named, every};
use failures::failures;
use strum::VariantArray;

#[path = "i18n/every.rs"]
mod every;
#[path = "i18n/failures.rs"]
mod failures;
#[path = "i18n/fields.rs"]
mod fields;
#[path = "i18n/glossary.rs"]
mod glossary;
#[path = "i18n/joined.rs"]
mod joined;
#[path = "i18n/page.rs"]
mod page;
#[path = "i18n/words.rs"]
mod words;

/// Fields that are the same in every language.
const ALIKE: [&str; 4] = [
    "search.ids_placeholder",
    "search.search_shortcut",
    "boot.page.ids_placeholder",
    "boot.page.search_shortcut",
];

/// Names that no language translates; longer ones first, since each is taken out in turn.
const NAMES: &[&str] = &[
    "Ctrl/⌘ + Shift + R",
    "KEYAPI_KEY",
    "WebAssembly",
    "JavaScript",
    "Shift",
    "UTC",
    "docs/hosting.md",
    "config.json",
    "tiktok.com",
    "total_views_cnt",
    "video_id",
    "ClipCart",
    "KeyAPI",
    "TikTok",
    "https",
    "/api",
    "JSON",
    "CORS",
    "Excel",
    "XLSX",
    "UTF-8",
    "BOM",
    "CSV",
    "TSV",
    "TXT",
    "MB",
    "GMV",
    "GPM",
    "PNG",
    "SVG",
    "TXT",
    "TSV",
    "MB",
    "API",
    "ID",
];

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn lines(texts: Vec<Named>) -> Vec<(String, Line)> {
    let named = texts.into_iter();
    named
        .flat_map(|(name, lines)| lines.into_iter().map(move |line| (name.clone(), line)))
        .collect()
}

#[test]
fn every_text_is_tidy_and_says_what_it_was_given() {
    for language in Language::VARIANTS {
        for (name, Line { text, given }) in lines(every(*language)) {
            assert!(!text.is_empty(), "{language:?} {name} is empty");
            assert_eq!(text.trim(), text, "{language:?} {name}");
            assert!(!text.contains("  "), "{language:?} {name}: {text}");
            assert!(
                text.contains(&given),
                "{language:?} {name} without {given}: {text}"
            );
        }
    }
}

#[test]
fn english_is_english() {
    for (name, Line { text, .. }) in lines(every(Language::English)) {
        let wide = text
            .chars()
            .find(|c| is_han(*c) || "，。：；（）、".contains(*c));
        assert_eq!(wide, None, "{name}: {text}");
    }
}

#[test]
fn nothing_is_left_in_english_in_chinese() {
    for (name, Line { text, .. }) in lines(every(Language::Chinese)) {
        if ALIKE.contains(&&*name) {
            continue;
        }
        let rest = NAMES
            .iter()
            .fold(text.clone(), |text, name| text.replace(name, ""));
        let latin = rest.chars().find(char::is_ascii_alphabetic);
        assert_eq!(latin, None, "{name}: {text}");
        // Names, numbers and marks need no words.
        let only_names = !rest.contains(char::is_alphabetic);
        assert!(only_names || text.chars().any(is_han), "{name}: {text}");
        // Full-width marks beside Chinese characters.
        let marks = [',', ';', '!', '?'];
        assert!(!text.contains(marks), "{name}: {text}");
    }
}

#[test]
fn what_is_alike_in_both_is_listed() {
    for ((name, english), (_, chinese)) in lines(every(Language::English))
        .iter()
        .zip(lines(every(Language::Chinese)).iter())
    {
        let alike = ALIKE.contains(&&**name) || NAMES.contains(&&*english.text);
        assert_eq!(
            english.text == chinese.text,
            alike,
            "{name}: {}",
            english.text
        );
    }
}

#[test]
fn english_counts_one_and_many() {
    type Case = (fn(usize) -> String, &'static str, &'static str);
    let cases: [Case; 12] = [
        (
            EN.search.ids_recognized,
            "1 ID recognized",
            "2 IDs recognized",
        ),
        (
            EN.search.duplicates_removed,
            "1 duplicate removed",
            "2 duplicates removed",
        ),
        (
            EN.search.items_not_recognized,
            "1 item not recognized",
            "2 items not recognized",
        ),
        (EN.search.folded_ids, "1 ID", "2 IDs"),
        (
            |groups| (EN.runs.groups_done)(1, groups),
            "1 of 1 group",
            "1 of 2 groups",
        ),
        (
            EN.runs.rows_per_minute,
            "1 row per minute",
            "2 rows per minute",
        ),
        (EN.results.video_count, "1 video", "2 videos"),
        (EN.results.row_count, "1 row", "2 rows"),
        (
            EN.results.ids_without_data,
            "No data returned for 1 ID",
            "No data returned for 2 IDs",
        ),
        (
            EN.results.unreadable_rows,
            "1 row could not be read",
            "2 rows could not be read",
        ),
        (EN.card.product_count, "1 product", "2 products"),
        (
            EN.compare.not_in_results,
            "1 selected video is not in these results.",
            "2 selected videos are not in these results.",
        ),
    ];
    for (count, one, two) in cases {
        assert_eq!((count(1), count(2)), (one.to_owned(), two.to_owned()));
        for many in [0, 10, 21] {
            assert_eq!(count(many), two.replacen('2', &many.to_string(), 1));
        }
    }
}

#[test]
fn the_limits_in_the_texts_are_the_real_ones() {
    for texts in [&EN, &ZH] {
        let too_many = |max| {
            let count = 41_700;
            (texts.search.ids_problem)(IdsProblem::TooMany { count, max })
        };
        // Of one request the API says no limit.
        let one_request = too_many(Query::MAX_IDS);
        assert!(one_request.contains("41700"), "{one_request}");
        let many = too_many(VideoIds::MAX);
        let cases = [
            (many.as_str(), VideoIds::MAX.to_string()),
            (
                (texts.search.page_problem)(PagingProblem::OutOfRange),
                PageNum::MAX.to_string(),
            ),
            (
                (texts.search.size_problem)(PagingProblem::OutOfRange),
                PageSize::MAX.to_string(),
            ),
            (
                (texts.files.problem)(FileProblem::TooLarge),
                format!("{} MB", ImportedFile::MAX_BYTES / 1_000_000),
            ),
        ];
        for (text, limit) in cases {
            assert!(text.contains(&limit), "{limit} in {text}");
        }
        let timeout = clipcart::domain::search::error::SearchError::Timeout(TIME_LIMIT);
        let title = (texts.errors.failure)(&timeout, false).title;
        assert!(title.contains(&TIME_LIMIT.to_string()), "{title}");
    }
}

#[test]
fn each_failure_has_a_title_of_its_own() {
    for language in Language::VARIANTS {
        for proxy in [false, true] {
            let texts = failures(proxy)
                .into_iter()
                .map(|error| (language.texts().errors.failure)(&error, proxy));
            let mut titles: Vec<&str> = texts.map(|text| text.title).collect();
            titles.sort_unstable();
            titles.dedup();
            assert_eq!(
                titles.len(),
                failures(proxy).len(),
                "{language:?}, proxy: {proxy}"
            );
        }
    }
}

#[test]
fn numbers_and_dates_are_the_readers_own() {
    let cases: [(Language, &[&str], &str); 14] = [
        (Language::English, &["en-GB", "en"], "en-GB"),
        (Language::English, &["zh-CN", "en-SG"], "en-SG"),
        (Language::English, &["en", "en-GB"], "en-GB"),
        (Language::English, &["de-DE", "en-IE"], "en-IE"),
        (Language::English, &["en_my"], "en-MY"),
        (Language::English, &["en-Latn-PH-x-private"], "en-PH"),
        (Language::English, &["en-u-hc-h12"], "en"),
        // Without a region of its own, a language has the reader's.
        (Language::English, &["ms-MY", "en"], "en-MY"),
        (Language::English, &["fil-PH"], "en-PH"),
        (Language::English, &["de-DE"], "en-DE"),
        (Language::English, &[], "en"),
        (Language::Chinese, &["zh-CN"], "zh-Hans-CN"),
        (Language::Chinese, &["en-SG", "zh"], "zh-Hans-SG"),
        // The texts are in simplified characters, whatever the region's are.
        (Language::Chinese, &["en-GB", "zh-Hant-TW"], "zh-Hans-TW"),
    ];
    for (language, tags, expected) in cases {
        let tag = language.formats_tag(tags.iter().map(|tag| (*tag).to_owned()));
        assert_eq!(tag, expected, "{language:?} {tags:?}");
    }
}

#[test]
fn a_language_is_found_by_its_tag() {
    let cases = [
        ("en", Some(Language::English)),
        ("EN-gb", Some(Language::English)),
        ("zh", Some(Language::Chinese)),
        ("zh-CN", Some(Language::Chinese)),
        ("zh_TW", Some(Language::Chinese)),
        ("zh-Hans", Some(Language::Chinese)),
        ("de", None),
        ("english", None),
        ("", None),
    ];
    for (tag, expected) in cases {
        assert_eq!(Language::from_tag(tag), expected, "{tag}");
    }
    let preferred = |tags: &[&str]| Language::preferred(tags.iter().map(|tag| (*tag).to_owned()));
    assert_eq!(preferred(&["de", "zh-CN", "en"]), Language::Chinese);
    assert_eq!(preferred(&["fr"]), Language::English);
    assert_eq!(preferred(&[]), Language::English);
    for language in Language::VARIANTS {
        for tag in [language.tag(), language.code()] {
            assert_eq!(Language::from_tag(tag), Some(*language));
        }
        assert_eq!(
            language.name().chars().any(is_han),
            *language == Language::Chinese
        );
    }
}

#[test]
fn an_error_of_the_api_is_not_called_the_proxys() {
    let title = |source: ErrorSource, is_proxy: bool| {
        let note = ApiNote {
            source,
            ..ApiNote::default()
        };
        (EN.errors.failure)(&SearchError::Server(note), is_proxy).title
    };
    let of_api = "The API had an internal error";
    assert_eq!(title(ErrorSource::Api, true), of_api);
    assert_eq!(title(ErrorSource::Api, false), of_api);
    let of_proxy = "The proxy got no valid response from KeyAPI";
    assert_eq!(title(ErrorSource::Proxy, true), of_proxy);
    assert_eq!(title(ErrorSource::Intermediary, true), of_proxy);
}
