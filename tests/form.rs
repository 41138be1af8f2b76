//! The form: paging fields, the problems of all fields at once, and conversion to a query and back.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::domain::ids::IdsProblem::{self, Empty, NoneRecognized, TooMany};
use clipcart::domain::ids::parsed_ids::parse_ids;
use clipcart::domain::ids::rules::{IdRules, looks_rounded};
use clipcart::domain::ids::{VideoId, one_per_line};
use clipcart::domain::query::SearchQuery;
use clipcart::domain::query::form::{Field, Problems, RawForm};
use clipcart::domain::query::paging::PagingProblem::{self, Missing, NotANumber, OutOfRange};
use clipcart::domain::query::paging::{PageNum, PageSize};
use proptest::prelude::*;

const A: &str = "7521783049722285367";
const B: &str = "7190508362273735722";
/// 2026-06-01 in Unix seconds.
const NOW: u64 = 1_780_272_000;

fn form(ids: &str, page: &str, size: &str) -> RawForm {
    RawForm {
        ids: ids.to_owned(),
        page: page.to_owned(),
        size: size.to_owned(),
        allows_rounded: false,
    }
}

fn check(form: &RawForm) -> Result<SearchQuery, Problems> {
    let rules = IdRules {
        now: NOW,
        allows_rounded: form.allows_rounded,
    };
    form.check(&parse_ids(&form.ids, rules))
}

#[test]
fn a_page_is_a_whole_number_within_the_apis_limits() {
    let cases: [(&str, Result<u32, PagingProblem>); 26] = [
        ("1", Ok(1)),
        ("100000", Ok(100_000)),
        (" 7\n", Ok(7)),
        ("\u{3000}７\u{feff}", Ok(7)),
        ("１０", Ok(10)),
        ("007", Ok(7)),
        ("", Err(Missing)),
        ("  \u{a0}", Err(Missing)),
        ("0", Err(OutOfRange)),
        ("100001", Err(OutOfRange)),
        ("-1", Err(OutOfRange)),
        ("−1", Err(OutOfRange)),
        ("-0", Err(OutOfRange)),
        ("4294967296", Err(OutOfRange)),
        ("4294967297", Err(OutOfRange)),
        (
            "99999999999999999999999999999999999999999999",
            Err(OutOfRange),
        ),
        ("-", Err(NotANumber)),
        ("--1", Err(NotANumber)),
        ("+1", Err(NotANumber)),
        ("1.5", Err(NotANumber)),
        ("1.0", Err(NotANumber)),
        ("1e2", Err(NotANumber)),
        ("0x1", Err(NotANumber)),
        ("1 2", Err(NotANumber)),
        ("1,000", Err(NotANumber)),
        ("abc", Err(NotANumber)),
    ];
    for (text, expected) in cases {
        assert_eq!(text.parse().map(PageNum::get), expected, "{text:?}");
    }
}

#[test]
fn a_size_is_one_to_ten() {
    let cases: [(&str, Result<u8, PagingProblem>); 8] = [
        ("1", Ok(1)),
        ("１０", Ok(10)),
        ("0", Err(OutOfRange)),
        ("11", Err(OutOfRange)),
        ("257", Err(OutOfRange)),
        ("-5", Err(OutOfRange)),
        ("ten", Err(NotANumber)),
        ("", Err(Missing)),
    ];
    for (text, expected) in cases {
        assert_eq!(text.parse().map(PageSize::get), expected, "{text:?}");
    }
    assert_eq!(PageSize::new(0), Err(OutOfRange));
    assert_eq!(
        PageSize::new(10).map(|size| size.to_string()),
        Ok("10".to_owned())
    );
}

#[test]
fn paging_stops_at_both_ends() {
    let page = |n| PageNum::new(n).unwrap();
    assert_eq!((page(1).previous(), page(1).next()), (None, Some(page(2))));
    assert_eq!(
        (page(100_000).previous(), page(100_000).next()),
        (Some(page(99_999)), None)
    );
    assert_eq!(
        (PageNum::default().get(), PageSize::default().get()),
        (1, 10)
    );
}

#[test]
fn the_default_form_lacks_only_ids() {
    assert_eq!(RawForm::default(), form("", "", ""));
    assert_eq!(
        check(&RawForm::default()),
        Err(Problems {
            ids: Some(Empty),
            ..Problems::default()
        })
    );
}

#[test]
fn all_problems_come_at_once_and_the_first_is_found() {
    let too_many = lines(201);
    let far_too_many = lines(10_001);
    type Row<'a> = (
        &'a str,
        &'a str,
        &'a str,
        Option<IdsProblem>,
        Option<PagingProblem>,
        Option<PagingProblem>,
    );
    let cases: [(Row, Field); 10] = [
        (("", "", "", Some(Empty), None, None), Field::Ids),
        (
            ("", " ", "11", Some(Empty), None, Some(OutOfRange)),
            Field::Ids,
        ),
        (
            ("hello", "", "", Some(NoneRecognized), None, None),
            Field::Ids,
        ),
        (
            (
                " ,\n",
                "0",
                "x",
                Some(Empty),
                Some(OutOfRange),
                Some(NotANumber),
            ),
            Field::Ids,
        ),
        (
            ("hello", "1", "10", Some(NoneRecognized), None, None),
            Field::Ids,
        ),
        (
            (
                "vm.tiktok.com/x",
                "1",
                "11",
                Some(NoneRecognized),
                None,
                Some(OutOfRange),
            ),
            Field::Ids,
        ),
        (
            (
                &too_many,
                "1",
                "10",
                Some(TooMany {
                    count: 201,
                    max: 200,
                }),
                None,
                None,
            ),
            Field::Ids,
        ),
        (
            (
                &far_too_many,
                "",
                "",
                Some(TooMany {
                    count: 10_001,
                    max: 10_000,
                }),
                None,
                None,
            ),
            Field::Ids,
        ),
        (
            (A, "1.5", "11", None, Some(NotANumber), Some(OutOfRange)),
            Field::Page,
        ),
        ((A, "", "x", None, None, Some(NotANumber)), Field::Size),
    ];
    for ((ids, page, size, ids_problem, page_problem, size_problem), first) in cases {
        let problems = check(&form(ids, page, size)).unwrap_err();
        assert_eq!(
            (problems.ids, problems.page, problems.size),
            (ids_problem, page_problem, size_problem)
        );
        assert_eq!(problems.first(), Some(first));
    }
    assert_eq!(Problems::default().first(), None);
}

/// Many different ids, one per line.
fn lines(count: usize) -> String {
    let numbers = 7_521_783_049_722_285_367_u64..;
    let ids = numbers.map(|n| n.to_string().parse::<VideoId>().unwrap());
    let ids = ids.filter(|id| !looks_rounded(*id)).take(count);
    one_per_line(ids)
}

/// Both empty is a search for all data of the videos, one of them filled in is one page of it.
#[test]
fn page_and_size_decide_what_is_searched_for() {
    let cases = [
        ("", "", format!("video_ids={A},{B}")),
        (" ", "\u{a0}", format!("video_ids={A},{B}")),
        (
            "1",
            "",
            format!("video_ids={A},{B}&page_num=1&page_size=10"),
        ),
        ("", "5", format!("video_ids={A},{B}&page_num=1&page_size=5")),
        (
            "3",
            "",
            format!("video_ids={A},{B}&page_num=3&page_size=10"),
        ),
        (
            "1",
            "10",
            format!("video_ids={A},{B}&page_num=1&page_size=10"),
        ),
    ];
    for (page, size, expected) in cases {
        let form = form(&format!("{A} {B}"), page, size);
        let query = check(&form).unwrap();
        assert_eq!(query.to_string(), expected, "{page:?} {size:?}");
        let is_page = matches!(query, SearchQuery::Page(_));
        assert_eq!(is_page, expected.contains("page_num"));
        assert_eq!(form.is_page(), is_page);
    }
}

/// One request takes 200 ids at most, a search takes 10,000.
#[test]
fn as_many_ids_as_are_allowed() {
    for (count, page) in [(200, "1"), (201, ""), (10_000, "")] {
        let query = check(&form(&lines(count), page, "")).unwrap();
        assert_eq!(query.ids().len(), count);
    }
}

#[test]
fn invalid_tokens_do_not_affect_valid_ids() {
    let query = check(&form(&format!("hello {A}, 123, {A}"), " ２ ", "5")).unwrap();
    assert_eq!(
        query.to_string(),
        format!("video_ids={A}&page_num=2&page_size=5")
    );
}

#[test]
fn a_query_fills_the_form_with_one_id_per_line() {
    let query = check(&form(&format!("{A};{B}"), "3", "4")).unwrap();
    assert_eq!(RawForm::from(&query), form(&format!("{A}\n{B}"), "3", "4"));
    let query = check(&form(&format!("{A};{B}"), "", "")).unwrap();
    assert_eq!(RawForm::from(&query), form(&format!("{A}\n{B}"), "", ""));
}

/// An id that looks rounded is used only if the user says so, and then stays allowed when its query fills the form.
#[test]
fn ids_that_look_rounded_have_to_be_allowed() {
    let rounded = "7521783049722290000";
    for (page, size) in [("1", "10"), ("", "")] {
        let mut form = form(rounded, page, size);
        assert_eq!(
            check(&form).map_err(|problems| problems.ids),
            Err(Some(NoneRecognized))
        );
        form.allows_rounded = true;
        let query = check(&form).unwrap();
        assert_eq!(query.ids().to_string(), rounded);
        assert_eq!(RawForm::from(&query), form);
    }
}

proptest! {
    #[test]
    fn valid_forms_round_trip(
        ids in "((7[0-6])?[0-9]{17}[0-9]{0,4}[ ,，x\n]){0,220}", page in "[-+ ]?[0-9０-９]{0,7}|", size in "\\PC{0,1}[0-9]{0,3}|",
    ) {
        let form = form(&ids, &page, &size);
        match check(&form) {
            Ok(query) => {
                let is_empty = |text: &str| text.trim().is_empty();
                prop_assert_eq!(
                    matches!(query, SearchQuery::Videos(_)),
                    is_empty(&form.page) && is_empty(&form.size)
                );
                match &query {
                    SearchQuery::Videos(ids) => prop_assert!((1..=10_000).contains(&ids.len())),
                    SearchQuery::Page(query) => {
                        prop_assert!((1..=200).contains(&query.ids.len()));
                        prop_assert!((1..=100_000).contains(&query.page.get()));
                        prop_assert!((1..=10).contains(&query.size.get()));
                    }
                }
                prop_assert_eq!(check(&RawForm::from(&query)), Ok(query));
            }
            Err(problems) => prop_assert!(problems.first().is_some()),
        }
    }

    #[test]
    fn exactly_the_pages_in_range_are_read(n in any::<u32>(), near in 0_u32..100_010) {
        for n in [n, near] {
            let page = n.to_string().parse::<PageNum>();
            prop_assert_eq!(page.map(PageNum::get).ok(), (1..=100_000).contains(&n).then_some(n));
        }
    }
}
