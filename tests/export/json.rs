//! Our JSON, read by serde_json.

use clipcart::domain::dates::day::iso_8601;
use clipcart::domain::export::request::Format;
use clipcart::domain::export::table::{Cell, ExportTable, Field};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::given::{AT, body, file, ids_of, query, request, result_rows, some_rows, text_file};
use crate::support::rows;

proptest! {
    #[test]
    fn json_says_what_the_rows_are(rows in some_rows(), sample: bool) {
        let (query, body) = (query(&ids_of(&rows)), body(&rows));
        let results = result_rows(&query, &body);
        let order: Vec<u32> = results.all().collect();
        let mut request = request(Format::Json, &query, order.clone());
        request.sample = sample;
        let file: Value = serde_json::from_slice(&file(&request, &body)).unwrap();
        prop_assert_eq!(&file["schema"], "clipcart-export");
        prop_assert_eq!(&file["version"], 1);
        prop_assert_eq!(&file["data_source"], if sample { "sample" } else { "keyapi" });
        prop_assert_eq!(&file["data_given_at"], &iso_8601(AT));
        prop_assert_eq!(&file["video_ids"], &json!(ids_of(&rows)));
        let written = file["rows"].as_array().unwrap();
        prop_assert_eq!(written.len(), order.len());
        let table = ExportTable { results: &results, rows: &order, sample };
        for (written, row) in written.iter().zip(&order) {
            prop_assert_eq!(written.as_object().unwrap().len(), Field::all().count());
            for field in Field::all() {
                let expected = match table.cell(*row, field) {
                    Cell::Unknown => Value::Null,
                    Cell::Id(text) | Cell::Link(text) => json!(text),
                    Cell::Text(text) => json!(text),
                    Cell::Tags(tags) => json!(tags),
                    Cell::Timestamp(timestamp) => json!(iso_8601(timestamp)),
                    Cell::Integer(count) => json!(count),
                    Cell::Number(value) => json!(value),
                };
                prop_assert_eq!(&written[field.code()], &expected, "{:?}", field);
            }
        }
    }
}

#[test]
fn control_characters_are_spaces() {
    let id = rows::id(1);
    let caption = json!("\0a\tb\r\nc\u{1b}[31m");
    let query = query(std::slice::from_ref(&id));
    let body = body(&[rows::row_with(&id, &[("video_desc", caption)])]);
    let file = file(&request(Format::Json, &query, vec![0]), &body);
    let file: Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(file["rows"][0]["caption"], " a\tb\r\nc [31m");
}

/// So that line-based tools work with the file.
#[test]
fn each_row_has_its_line() {
    let ids = [rows::id(1), rows::id(2)];
    let (query, body) = (query(&ids), body(&ids.each_ref().map(|id| rows::row(id))));
    let json = text_file(&request(Format::Json, &query, vec![1, 0]), &body);
    let lines: Vec<&str> = json.split('\n').collect();
    assert_eq!(lines[0], r#"{"schema":"clipcart-export","#);
    assert_eq!(lines[9], r#""rows":["#);
    for (line, id) in lines[10..].iter().zip([&ids[1], &ids[0]]) {
        assert!(
            line.starts_with(&format!(r#"{{"video_id":"{id}","product_id":""#)),
            "{line}"
        );
    }
    assert_eq!(lines[12..], ["]}", ""]);
}
