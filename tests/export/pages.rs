//! A file of several pages says which pages it holds: in its name, and where the format has a place for it.

use clipcart::domain::export::file_name::file_name;
use clipcart::domain::export::pages::Pages;
use clipcart::domain::export::request::{ExportRequest, Format};
use clipcart::domain::query::SearchQuery;
use clipcart::domain::query::paging::PageNum;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::given::{AT, body, file, query, request, result_rows, search_rows};
use super::xlsx::read;
use crate::support::rows;

fn pages(numbers: &[u32]) -> Pages {
    let pages = numbers.iter().map(|number| PageNum::new(*number).unwrap());
    Pages::new(pages).unwrap()
}

#[test]
fn the_pages_are_in_the_name_and_in_words() {
    let cases: [(&[u32], &str, &str); 7] = [
        (&[1], "1", "1"),
        (&[3], "3", "3"),
        (&[1, 2], "1-to-2", "1-2"),
        (&[3, 1, 2, 1], "1-to-3", "1-3"),
        (&[1, 2, 5], "1-to-2-and-5", "1-2, 5"),
        (&[1, 3, 5], "1-and-3-and-5", "1, 3, 5"),
        (&[1, 3, 5, 7, 8], "1-to-8-5-pages", "1, 3, 5, 7-8"),
    ];
    let query = query(&[rows::id(1)]);
    for (numbers, name, words) in cases {
        let pages = pages(numbers);
        assert_eq!(pages.for_people(), words);
        let id = rows::id(1);
        let expected = format!("clipcart-{id}-p{name}-2025-11-24.csv");
        assert_eq!(
            file_name(&query.ids, Some(&pages), false, AT, "csv"),
            expected
        );
    }
}

/// The request for pages 1 to 3, made while page 3 was shown.
fn of_three_pages(format: Format) -> (ExportRequest, String) {
    let id = rows::id(1);
    let mut query = query(std::slice::from_ref(&id));
    query.page = PageNum::new(3).unwrap();
    let request = ExportRequest {
        pages: Some(pages(&[1, 2, 3])),
        ..request(format, &query, vec![0])
    };
    (request, body(&[rows::row(&id)]))
}

#[test]
fn json_lists_its_pages() {
    let (mut request, body) = of_three_pages(Format::Json);
    let json: Value = serde_json::from_slice(&file(&request, &body)).unwrap();
    assert_eq!(json["page_nums"], json!([1, 2, 3]));
    assert_eq!(json["page_num"], Value::Null);
    request.pages = Some(pages(&[3]));
    let json: Value = serde_json::from_slice(&file(&request, &body)).unwrap();
    assert_eq!(json["page_nums"], json!([3]));
    assert_eq!(json["page_num"], 3);
}

#[test]
fn the_about_sheet_names_its_pages() {
    let (request, body) = of_three_pages(Format::Xlsx);
    let about = read(&file(&request, &body), "pages.xlsx")["about"].clone();
    assert_eq!(about["page_num"], "1-3");
}

/// The request for all data of two videos, in responses of their own.
fn of_all_pages(format: Format) -> (ExportRequest, Vec<String>) {
    let ids = [rows::id(1), rows::id(2)];
    let query = query(&ids);
    let request = ExportRequest {
        query: SearchQuery::Videos(query.ids.clone()),
        pages: None,
        fetched_at: vec![AT; 2],
        ..request(format, &query, vec![0, 1])
    };
    (request, ids.map(|id| body(&[rows::row(&id)])).into())
}

fn build(request: &ExportRequest, bodies: &[String]) -> Vec<u8> {
    let request = serde_json::to_string(request).unwrap();
    clipcart::export::build_file(&request, bodies, &mut |_| {}).unwrap()
}

#[test]
fn a_file_of_a_whole_search_has_no_pages() {
    let (request, bodies) = of_all_pages(Format::Json);
    let json: Value = serde_json::from_slice(&build(&request, &bodies)).unwrap();
    for name in ["page_num", "page_nums", "page_size"] {
        assert_eq!(json.get(name), Some(&Value::Null), "{name}");
    }
    assert_eq!(json["rows"].as_array().map(Vec::len), Some(2));
    let (request, bodies) = of_all_pages(Format::Xlsx);
    let about = read(&build(&request, &bodies), "search.xlsx")["about"].clone();
    assert_eq!(about["page_num"], "all");
}

/// KeyAPI may send more than was asked for: a video that nobody named is not in the file of a search.
#[test]
fn a_search_has_only_its_own_videos() {
    let (mut request, _) = of_all_pages(Format::Json);
    let body = body(&[2, 3, 1].map(|n| rows::row(&rows::id(n))));
    request.fetched_at = vec![AT];
    let results = search_rows(&request.query, &body);
    assert_eq!(results.len(), 2);
    let json: Value =
        serde_json::from_slice(&build(&request, std::slice::from_ref(&body))).unwrap();
    let exported = [0, 1].map(|row| json["rows"][row]["video_id"].clone());
    assert_eq!(exported, [1, 2].map(|n| json!(rows::id(n))));
    // A page has what the response has, as documented.
    assert_eq!(
        result_rows(&query(&[rows::id(1), rows::id(2)]), &body).len(),
        3
    );
}

proptest! {
    #[test]
    fn a_request_keeps_its_pages(numbers in prop::collection::vec(1..=100_000_u32, 1..12)) {
        let pages = pages(&numbers);
        let json = serde_json::to_string(&pages).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Pages>(&json).unwrap(), &pages);
        let mut unique = numbers;
        unique.sort_unstable();
        unique.dedup();
        prop_assert_eq!(pages.numbers().collect::<Vec<_>>(), unique);
        let name = pages.for_file_name();
        prop_assert!(name.len() < 60 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
    }
}

#[test]
fn no_page_is_no_request() {
    for json in ["[]", "[0]", "[100001]", "1", "null"] {
        assert!(serde_json::from_str::<Pages>(json).is_err(), "{json}");
    }
}
