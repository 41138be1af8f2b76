//! Responses and requests to build files of, and the page's own results to compare them with.

use clipcart::api::wire::{DataSource, read};
use clipcart::domain::export::request::{ExportRequest, Format};
use clipcart::domain::ids::VideoIds;
use clipcart::domain::imports::ImportedColumns;
use clipcart::domain::products::ProductTable;
use clipcart::domain::query::{Query, SearchQuery};
use clipcart::domain::rows::{ResultRows, RowIndex};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::rows;

/// When the data was given: 2025-11-24 06:00:00 UTC.
pub const AT: u64 = 1_763_964_000;

/// A response with these rows.
pub fn body(rows: &[Value]) -> String {
    json!({"code": 0, "message": "success", "data": rows, "requestId": "r"}).to_string()
}

/// The query for some ids.
pub fn query(ids: &[String]) -> Query {
    let ids = ids.iter().map(|id| id.parse().unwrap());
    Query::first(VideoIds::new(ids).unwrap())
}

/// The results that the page has of a response.
pub fn result_rows(query: &Query, body: &str) -> ResultRows {
    search_rows(&SearchQuery::Page(query.clone()), body)
}

/// The results that the page has of a response to a search.
pub fn search_rows(query: &SearchQuery, body: &str) -> ResultRows {
    let answer = read(200, None, body, DataSource::Live).unwrap();
    ResultRows::of_search(answer.with_fetched_at(AT).videos, query)
}

/// The request for the page of the query.
pub fn request(format: Format, query: &Query, rows: Vec<RowIndex>) -> ExportRequest {
    ExportRequest {
        format,
        query: SearchQuery::Page(query.clone()),
        pages: Some(query.page.into()),
        fetched_at: vec![AT],
        sample: false,
        rows,
        imported: ImportedColumns::default(),
        products: ProductTable::default(),
        bom: false,
        guard_formulas: true,
    }
}

/// The file, built by the worker's own code.
pub fn file(request: &ExportRequest, body: &str) -> Vec<u8> {
    let request = serde_json::to_string(request).unwrap();
    clipcart::export::build_file(&request, &[body.to_owned()], &mut |_| {}).unwrap()
}

pub fn text_file(request: &ExportRequest, body: &str) -> String {
    String::from_utf8(file(request, body)).unwrap()
}

/// Captions that want to be more than a text.
pub const WICKED: [&str; 12] = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "a;=1",
    "a\n=HYPERLINK(\"https://evil.example\")",
    "＝1",
    "a,\"b\"",
    "'quoted'",
    "好物，推荐",
];

/// Some rows of some videos, several of one video among them, with captions of any kind and numbers that are
/// whole, broken, unknown and missing.
pub fn some_rows() -> impl Strategy<Value = Vec<Value>> {
    let caption = prop_oneof![
        "[ -~\t\r\n;,\"=+@é好\u{1F600}-]{0,24}",
        proptest::sample::select(WICKED.to_vec()).prop_map(str::to_owned),
    ];
    let count = prop_oneof![
        (0..10_000_000_i64).prop_map(|count| json!(count)),
        Just(json!(-1)),
        Just(Value::Null),
    ];
    let gmv = prop_oneof![
        (0.0..1e7_f64).prop_map(|gmv| json!(gmv)),
        Just(json!(0)),
        Just(json!(-1)),
    ];
    let product = prop_oneof![
        (1..u64::MAX).prop_map(|id| json!(id.to_string())),
        Just(json!("")),
    ];
    let row =
        (1..20_u64, caption, count, gmv, product).prop_map(|(n, caption, count, gmv, product)| {
            let own = [
                ("video_desc", json!(caption)),
                ("total_video_sale_cnt", count.clone()),
                ("total_views_cnt", count),
                ("total_video_sale_gmv_amt", gmv),
                ("product_id", product),
            ];
            rows::row_with(&rows::id(n), &own)
        });
    proptest::collection::vec(row, 1..12)
}

/// The ids of rows, each once.
pub fn ids_of(rows: &[Value]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for row in rows {
        let id = row["video_id"].as_str().unwrap().to_owned();
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}
