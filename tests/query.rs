//! URLs of queries: what the app writes, what it reads from any URL, and the faults of malformed ones.
#![cfg(not(target_arch = "wasm32"))]

use std::ops::RangeInclusive;

use clipcart::domain::ids::{IdsProblem, TokenProblem, VideoId, VideoIds};

use clipcart::domain::query::form::RawForm;
use clipcart::domain::query::paging::{PageNum, PageSize, PagingProblem};
use clipcart::domain::query::url::UrlFaultReason::{
    self, Ids, Misspelled, Paging, Repeated, Token, UnknownList,
};
use clipcart::domain::query::url::{AppUrl, MAX_IDS_LENGTH, ParsedUrl};
use clipcart::domain::query::{Query, SearchQuery};
use proptest::prelude::*;

const A: &str = "7521783049722285367";
const B: &str = "7190508362273735722";
/// 2026-06-01 in Unix seconds.
const NOW: u64 = 1_780_272_000;

fn read(text: &str) -> ParsedUrl {
    ParsedUrl::read(&text.replace("{A}", A).replace("{B}", B), NOW)
}

fn video_ids(ids: &[&str]) -> VideoIds {
    VideoIds::new(ids.iter().map(|id| id.parse().unwrap())).unwrap()
}

fn query(ids: &[&str], page: u32, size: u8) -> Query {
    Query {
        ids: video_ids(ids),
        page: PageNum::new(page).unwrap(),
        size: PageSize::new(size).unwrap(),
    }
}

fn videos(ids: &[&str]) -> SearchQuery {
    SearchQuery::Videos(video_ids(ids))
}

/// Many different ids of 19 digits.
fn many(count: u64) -> Vec<String> {
    let ids = (0..count).map(|n| (7_521_783_049_722_285_367 + n).to_string());
    ids.collect()
}

fn many_videos(count: u64) -> SearchQuery {
    let ids = many(count);
    videos(&ids.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_url_needs_no_encoding() {
    let page = Some(SearchQuery::Page(query(&[A, B], 2, 5)));
    let all = Some(videos(&[A, B]));
    let text = format!("video_ids={A},{B}");
    let paging = "&page_num=2&page_size=5";
    for (sample, query, expected) in [
        (false, None, String::new()),
        (true, None, "?sample=1".to_owned()),
        (false, page.clone(), format!("?{text}{paging}")),
        (true, page, format!("?sample=1&{text}{paging}")),
        (false, all.clone(), format!("?{text}")),
        (true, all, format!("?sample=1&{text}")),
    ] {
        assert_eq!(AppUrl { sample, query }.to_string(), expected);
    }
}

/// The ids of an address can have 6,500 characters: 325 ids of 19 digits, with their commas.
#[test]
fn ids_that_are_too_long_for_a_url_have_a_key() {
    let url = |count, sample| AppUrl {
        sample,
        query: Some(many_videos(count)),
    };
    let text = url(325, false).to_string();
    assert_eq!(text, format!("?video_ids={}", many(325).join(",")));
    assert_eq!(text.len() - "?video_ids=".len(), MAX_IDS_LENGTH - 1);
    assert_eq!(url(325, false).list_key(), None);

    let key = url(326, false).list_key().unwrap();
    assert_eq!(key, many_videos(326).ids().key());
    assert_eq!(url(326, false).to_string(), format!("?cc_list={key}"));
    assert_eq!(
        url(326, true).to_string(),
        format!("?sample=1&cc_list={key}")
    );
    // Another set, or another order, has another key.
    let mut ids: Vec<VideoId> = many_videos(326).ids().iter().collect();
    ids.reverse();
    let reversed = VideoIds::new(ids).unwrap().key();
    assert_ne!(key, reversed);
    assert_ne!(key, url(327, false).list_key().unwrap());
}

#[test]
fn a_url_with_a_key_gets_its_ids_from_the_browser() {
    let url = AppUrl {
        sample: true,
        query: Some(many_videos(326)),
    };
    let key = url.list_key();
    let link = read(&url.to_string());
    let read_alone = ParsedUrl {
        sample: true,
        list: key.clone(),
        ..ParsedUrl::default()
    };
    assert_eq!(link, read_alone);

    let found = link.clone().with_ids(many_videos(326).ids().clone());
    assert_eq!(found.app_url(), url);
    assert_eq!(found.form, RawForm::from(&many_videos(326)));
    assert_eq!(found.faults, []);

    let missing = link.without_list();
    assert_eq!((&missing.query, &missing.list), (&None, &None));
    let faults: Vec<_> = missing
        .faults
        .iter()
        .map(|fault| (fault.parameter, Some(&fault.value), fault.reason))
        .collect();
    assert_eq!(faults, [("cc_list", key.as_ref(), UnknownList)]);
}

/// The address itself has the ids: nothing has to be looked up.
#[test]
fn ids_in_a_url_count_more_than_a_key() {
    let link = read("?cc_list=0123456789abcdef&video_ids={A}");
    assert_eq!((link.query, link.list), (Some(videos(&[A])), None));
    let link = read("?cc_list=a&cc_list=b");
    assert_eq!((link.faults.len(), link.faults[0].reason), (1, Repeated));
}

#[test]
fn a_search_that_one_request_can_have_starts_with_its_first_page() {
    let all = many_videos(10);
    assert_eq!(all.first_request(10), Some(Query::first(all.ids().clone())));
    assert_eq!(all.first_request(9), None);
    let page = query(&[A, B], 2, 5);
    let search = SearchQuery::Page(page.clone());
    assert_eq!(search.first_request(1), Some(page));
}

#[test]
fn another_page_of_the_same_query() {
    let next = PageNum::new(3).unwrap();
    assert_eq!(query(&[A, B], 2, 5).with_page(next), query(&[A, B], 3, 5));
}

#[test]
fn a_valid_link_is_a_query_in_any_encoding() {
    let all = videos(&[A]);
    let one = SearchQuery::Page(query(&[A], 1, 10));
    let two = SearchQuery::Page(query(&[A, B], 2, 5));
    let small = SearchQuery::Page(query(&[A], 1, 5));
    let third = SearchQuery::Page(query(&[A], 3, 10));
    let cases = [
        ("?video_ids={A}&page_num=1&page_size=10", &one),
        ("video_ids={A}", &all),
        ("video_ids={A}&page_size=5", &small),
        ("video_ids={A}&page_num=3", &third),
        ("video_ids={A}&page_num=1", &one),
        ("video_ids={A}&page_size=10", &one),
        ("?video_ids={A}&page_num=1&page_num=1&video_ids={A}", &one),
        ("?video_ids={A},{A}", &all),
        (
            "?video_ids=https://www.tiktok.com/@a/video/{A}?lang=en",
            &all,
        ),
        (
            "?video_ids=https%3A%2F%2Fwww.tiktok.com%2F%40a%2Fvideo%2F{A}%3Fa%3D1%26b%3D2",
            &all,
        ),
        (
            "?utm_source=x&video_ids={A}&key=secret&&=&page_num=%EF%BC%91",
            &one,
        ),
        ("?video_ids={A},{B}&page_num=2&page_size=5", &two),
        ("?page_size=5&video_ids={A}%2C{B}&page_num=+2", &two),
        ("?video_ids={A}+{B}&page_num=2&page_size=5", &two),
        ("?video_ids={A}%20{B}&page_num=2&page_size=5", &two),
        ("?video_ids={A}，{B}&page_num=2&page_size=5", &two),
        ("?video_ids={A}%EF%BC%8C{B}&page_num=2&page_size=5", &two),
        ("?video_ids={A},{B},%&page_num=2&page_size=5", &two),
    ];
    for (text, query) in cases {
        let link = read(text);
        assert_eq!(
            (link.query.as_ref(), &*link.faults, link.sample),
            (Some(query), &[][..], false),
            "{text}"
        );
        assert_eq!(link.form, RawForm::from(query), "{text}");
    }
}

#[test]
fn a_url_without_known_parameters_is_the_empty_form() {
    for text in [
        "",
        "?",
        "?utm_source=a",
        "?key=secret&api_key=secret",
        "?%",
        "?&&==",
        "?中文=1",
        "?from=singlemessage&isappinstalled=0",
        "?image_size=1&page_name=2&item_ids=3",
        "?id=1&ids=2&page=3&size=4&video=5",
        "#x",
    ] {
        assert_eq!(read(text), ParsedUrl::default(), "{text}");
    }
}

#[test]
fn the_sample_is_on_only_for_1() {
    for (text, sample) in [
        ("?sample=1", true),
        ("?sample=1&sample=0", true),
        ("?sample=0", false),
        ("?sample", false),
    ] {
        assert_eq!(
            read(text),
            ParsedUrl {
                sample,
                ..ParsedUrl::default()
            },
            "{text}"
        );
    }
    assert!(read("?sample=1&video_ids={A}").query.is_some());
}

#[test]
fn paging_alone_fills_the_form_without_a_fault() {
    let form = RawForm {
        page: "3".into(),
        size: "5".into(),
        ..RawForm::default()
    };
    assert_eq!(
        read("?page_num=3&page_size=5"),
        ParsedUrl {
            form,
            ..ParsedUrl::default()
        }
    );
}

#[test]
fn a_malformed_link_has_faults_and_keeps_the_rest() {
    type Fault<'a> = (&'a str, &'a str, UrlFaultReason);
    let no_ids = Ids(IdsProblem::Empty);
    let missing = Paging(PagingProblem::Missing);
    let out = Paging(PagingProblem::OutOfRange);
    let no_number = Paging(PagingProblem::NotANumber);
    // The URL, the form's fields, and the faults.
    let cases: [(&str, [&str; 3], &[Fault]); 18] = [
        (
            "?video_ids=&page_num=2&page_size=5",
            ["", "2", "5"],
            &[("video_ids", "", no_ids)],
        ),
        (
            "?video_ids=,%20",
            ["", "", ""],
            &[("video_ids", ", ", no_ids)],
        ),
        (
            "?video_ids={A},hello&page_num=2",
            [A, "2", "10"],
            &[("video_ids", "hello", Token(TokenProblem::NotANumber))],
        ),
        (
            "?video_ids=123",
            ["", "", ""],
            &[("video_ids", "123", Token(TokenProblem::TooShort))],
        ),
        (
            // A short link may be resolved in the form.
            "?video_ids=https://vm.tiktok.com/x,nottiktok.com/v/{A}",
            ["https://vm.tiktok.com/x", "", ""],
            &[
                (
                    "video_ids",
                    "https://vm.tiktok.com/x",
                    Token(TokenProblem::ShortLink),
                ),
                (
                    "video_ids",
                    "nottiktok.com/v/7521783049722285367",
                    Token(TokenProblem::LookAlikeHost),
                ),
            ],
        ),
        (
            "?video_ids={A}&page_num=0&page_size=11",
            [A, "1", "10"],
            &[("page_num", "0", out), ("page_size", "11", out)],
        ),
        (
            "?video_ids={A}&page_num=&page_size=4",
            [A, "1", "4"],
            &[("page_num", "", missing)],
        ),
        (
            "?video_ids={A}&page_size=%FF",
            [A, "1", "10"],
            &[("page_size", "\u{fffd}", no_number)],
        ),
        (
            "?page_num=x",
            ["", "1", "10"],
            &[("page_num", "x", no_number)],
        ),
        (
            "?video_ids={A}&page_num=3&page_num=4&page_num=3",
            [A, "3", "10"],
            &[("page_num", "4", Repeated)],
        ),
        (
            "?video_ids={A}&video_ids={B}",
            [A, "", ""],
            &[("video_ids", B, Repeated)],
        ),
        (
            "?video_ids={A}&pageNum=2&Page_Size=5",
            [A, "", ""],
            &[
                ("page_num", "pageNum", Misspelled),
                ("page_size", "Page_Size", Misspelled),
            ],
        ),
        (
            "?video_ids={A}&page_no=2&page-size=5",
            [A, "", ""],
            &[
                ("page_num", "page_no", Misspelled),
                ("page_size", "page-size", Misspelled),
            ],
        ),
        (
            "?page=2&video_ids={A}&size=5",
            [A, "", ""],
            &[
                ("page_num", "page", Misspelled),
                ("page_size", "size", Misspelled),
            ],
        ),
        (
            "?video_ids={A}&page_num=3&pageSize=5",
            [A, "3", "10"],
            &[("page_size", "pageSize", Misspelled)],
        ),
        (
            "?VIDEO_IDS={A}",
            ["", "", ""],
            &[("video_ids", "VIDEO_IDS", Misspelled)],
        ),
        (
            "?video_id={A}",
            ["", "", ""],
            &[("video_ids", "video_id", Misspelled)],
        ),
        (
            "?video_ids=8521783049722285367",
            ["", "", ""],
            &[(
                "video_ids",
                "8521783049722285367",
                Token(TokenProblem::ImpossibleDate { year: 2032 }),
            )],
        ),
    ];
    for (text, [ids, page, size], faults) in cases {
        let link = read(text);
        let found: Vec<_> = link
            .faults
            .iter()
            .map(|f| (f.parameter, f.value.as_str(), f.reason))
            .collect();
        assert_eq!(found, faults, "{text}");
        assert_eq!(
            (&*link.form.ids, &*link.form.page, &*link.form.size),
            (ids, page, size),
            "{text}"
        );
        assert_eq!(link.query, None, "{text}");
    }
}

#[test]
fn too_many_ids_stay_in_the_form() {
    // One request can have 200, a search 10,000.
    for (count, max, paging) in [(201, 200, "&page_size=10"), (10_001, 10_000, "")] {
        let ids = many(count as u64);
        let link = read(&format!("?video_ids={}{paging}", ids.join(",")));
        assert_eq!(link.query, None);
        assert_eq!(link.form.ids, ids.join("\n"));
        assert_eq!(link.faults.len(), 1);
        assert_eq!(
            link.faults[0].reason,
            Ids(IdsProblem::TooMany { count, max })
        );
        assert_eq!(link.faults[0].value.chars().count(), 120);
    }
    let link = read(&format!("?video_ids={}", many(201).join(",")));
    assert_eq!(link.query, Some(many_videos(201)));
    let link = read(&format!("?video_ids={}", many(10_000).join(",")));
    assert_eq!(link.query, Some(many_videos(10_000)));
}

/// The page shows them before anything is sent.
#[test]
fn ids_that_look_rounded_stay_in_the_query() {
    let link = read("?video_ids={A},7521783049722290000");
    assert_eq!(link.query, Some(videos(&[A, "7521783049722290000"])));
    assert!(link.form.allows_rounded);
    assert!(!read("?video_ids={A}").form.allows_rounded);
}

fn any_ids(count: RangeInclusive<usize>) -> impl Strategy<Value = VideoIds> {
    // From 2016 to 2026-06-01.
    let id = (1_451_606_400 << 32..NOW << 32)
        .prop_map(|n: u64| n.to_string().parse::<VideoId>().unwrap());
    prop::collection::vec(id, count).prop_map(|ids| VideoIds::new(ids).unwrap())
}

/// A page of a query, all data of some videos, and of more than an address can have.
fn any_query() -> impl Strategy<Value = SearchQuery> {
    let page = (any_ids(1..=200), 1..=100_000_u32, 1..=10_u8).prop_map(|(ids, page, size)| {
        SearchQuery::Page(Query {
            ids,
            page: PageNum::new(page).unwrap(),
            size: PageSize::new(size).unwrap(),
        })
    });
    prop_oneof![
        page,
        any_ids(1..=200).prop_map(SearchQuery::Videos),
        any_ids(300..=700).prop_map(SearchQuery::Videos),
    ]
}

/// An unknown parameter, of any characters that a URL can have.
fn any_unknown_parameter() -> impl Strategy<Value = String> {
    prop_oneof![
        "x[^&=+%]{0,6}=[^&]{0,12}",
        prop::sample::select(vec![
            "",
            "%",
            "=",
            "%zz=%",
            "utm_source=中文",
            "key=secret",
            "中文=%E4%B8",
            "video=1",
            "#"
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #[test]
    fn urls_round_trip(sample: bool, query in prop::option::of(any_query())) {
        let address = AppUrl { sample, query };
        let mut link = read(&address.to_string());
        prop_assert_eq!(&link.list, &address.list_key());
        if let Some(query) = address.query.as_ref().filter(|_| link.list.is_some()) {
            prop_assert!(query.ids().to_string().len() > MAX_IDS_LENGTH);
            prop_assert_eq!((&link.query, &link.form), (&None, &RawForm::default()));
            link = link.with_ids(query.ids().clone());
        }
        prop_assert_eq!(&link.faults, &[]);
        prop_assert_eq!(&link.form, &address.query.as_ref().map(RawForm::from).unwrap_or_default());
        prop_assert_eq!(AppUrl { sample: link.sample, query: link.query }, address);
    }

    #[test]
    fn unknown_and_repeated_parameters_change_nothing(
        query in any_query(), before in any_unknown_parameter(), after in any_unknown_parameter(), twice: bool,
    ) {
        let again = if twice { format!("&{query}") } else { String::new() };
        let link = read(&format!("?{before}&{query}&{after}{again}"));
        prop_assert_eq!(link.query, Some(query));
    }

    #[test]
    fn any_url_is_read_without_panic_and_its_query_round_trips(text in any::<String>()) {
        for text in [text.clone(), format!("?video_ids={text}&page_num={text}"), format!("?video_ids={A}&page_size={text}"), format!("?cc_list={text}")] {
            let link = read(&text);
            prop_assert!(link.query.is_none() || link.faults.is_empty());
            if let Some(query) = link.query {
                prop_assert_eq!(RawForm::from(&query), link.form);
                prop_assert_eq!(read(&query.to_string()).query, Some(query));
            }
        }
    }

    #[test]
    fn no_value_of_an_unknown_parameter_is_kept(query in any_query(), secret in "sk-[a-z]{8}") {
        let link = read(&format!("?key={secret}&{query}&token={secret}"));
        let kept = format!("{link:?}");
        prop_assert!(!kept.contains(&secret));
    }
}
