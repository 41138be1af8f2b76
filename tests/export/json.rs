//! Our JSON, read by serde_json.

use clipcart::domain::export::request::Format;
use clipcart::domain::export::table::{Cell, ExportTable, Field};
use clipcart::domain::export::text::iso;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::given::{AT, body, ids_of, job, made, query, result_rows, some_rows};

proptest! {
    #[test]
    fn json_says_what_the_lines_are(rows in some_rows(), sample: bool) {
        let (query, body) = (query(&ids_of(&rows)), body(&rows));
        let results = result_rows(&query, &body);
        let order: Vec<u32> = results.all().collect();
        let mut job = job(Format::Json, &query, order.clone());
        job.sample = sample;
        let file: Value = serde_json::from_slice(&made(&job, &body)).unwrap();
        prop_assert_eq!(&file["schema"], "clipcart-export");
        prop_assert_eq!(&file["version"], 1);
        prop_assert_eq!(&file["data_source"], if sample { "sample" } else { "keyapi" });
        prop_assert_eq!(&file["data_given_at"], &iso(AT));
        prop_assert_eq!(&file["video_ids"], &json!(ids_of(&rows)));
        let written = file["rows"].as_array().unwrap();
        prop_assert_eq!(written.len(), order.len());
        let table = ExportTable { rows: &results, order: &order, sample };
        for (row, line) in written.iter().zip(&order) {
            prop_assert_eq!(row.as_object().unwrap().len(), Field::all().count());
            for field in Field::all() {
                let expected = match table.cell(*line, field) {
                    Cell::Unknown => Value::Null,
                    Cell::Id(text) | Cell::Link(text) => json!(text),
                    Cell::Text(text) => json!(text),
                    Cell::Tags(tags) => json!(tags),
                    Cell::Moment(moment) => json!(iso(moment)),
                    Cell::Whole(count) => json!(count),
                    Cell::Number(value) => json!(value),
                };
                prop_assert_eq!(&row[field.code()], &expected, "{:?}", field);
            }
        }
    }
}
