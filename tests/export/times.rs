//! Responses of different times: each row says when its own data is from, the file when the newest is.

use clipcart::domain::dates::day::iso_8601;
use clipcart::domain::export::pages::Pages;
use clipcart::domain::export::request::{ExportRequest, Format};
use clipcart::domain::query::paging::PageNum;
use serde_json::{Value, json};

use super::given::{AT, body, query, request};
use crate::support::rows;

const LATER: u64 = AT + 2 * 86_400;

/// Two videos that were published a day before the first response, one in each response.
fn two_responses(format: Format) -> (ExportRequest, Vec<String>) {
    let ids = [rows::id(1), rows::id(2)];
    let fields = [
        ("create_time", json!((AT - 86_400).to_string())),
        ("total_views_cnt", json!(600)),
    ];
    let bodies = ids
        .each_ref()
        .map(|id| body(&[rows::row_with(id, &fields)]));
    let mut request = request(format, &query(&ids), vec![0, 1]);
    let pages = [1, 2].map(|page| PageNum::new(page).unwrap());
    request.pages = Pages::new(pages);
    request.fetched_at = vec![AT, LATER];
    (request, bodies.into())
}

fn build(request: &ExportRequest, bodies: &[String]) -> Result<Vec<u8>, String> {
    let request = serde_json::to_string(request).unwrap();
    let file = clipcart::export::build_file(&request, bodies, &mut |_| {});
    file.map_err(|error| error.to_string())
}

#[test]
fn each_row_has_the_time_of_its_response() {
    let (request, bodies) = two_responses(Format::Json);
    let file: Value = serde_json::from_slice(&build(&request, &bodies).unwrap()).unwrap();
    assert_eq!(file["data_given_at"], iso_8601(LATER));
    let of = |name: &str| [0, 1].map(|row| file["rows"][row][name].clone());
    assert_eq!(
        of("data_given_at"),
        [AT, LATER].map(|at| json!(iso_8601(at)))
    );
    // After one day, and after three.
    assert_eq!(of("views_per_day"), [json!(600.0), json!(200.0)]);
}

#[test]
fn each_response_needs_its_time() {
    let (mut request, bodies) = two_responses(Format::Csv);
    assert!(build(&request, &bodies).is_ok());
    for times in [vec![], vec![AT], vec![AT; 3]] {
        request.fetched_at = times;
        let message = build(&request, &bodies).unwrap_err();
        assert!(message.ends_with("times for 2 responses"), "{message}");
    }
}
