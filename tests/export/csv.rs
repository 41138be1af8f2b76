//! CSV: its exact bytes, and read and written once more by the csv crate.

use ::csv::{ReaderBuilder, StringRecord, Terminator, WriterBuilder};
use clipcart::domain::export::request::{ExportRequest, Format};
use clipcart::domain::export::table::{Cell, ExportTable, Field};
use clipcart::domain::export::text::TextStyle;
use clipcart::domain::rows::column::Column;
use proptest::prelude::*;
use serde_json::json;

use super::given::{AT, body, file, ids_of, query, request, result_rows, some_rows, text_file};
use crate::support::rows;

fn records(csv: &str) -> Vec<StringRecord> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv.as_bytes());
    reader.records().map(Result::unwrap).collect()
}

fn written(records: &[StringRecord]) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    records
        .iter()
        .for_each(|record| writer.write_record(record).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn column(name: &str) -> usize {
    Field::all().position(|field| field.code() == name).unwrap()
}

proptest! {
    /// Byte for byte; every id as it came; every text as it came, or guarded where that was chosen.
    #[test]
    fn csv_goes_through_the_csv_crate(rows in some_rows(), guard: bool, backwards: bool) {
        let (query, body) = (query(&ids_of(&rows)), body(&rows));
        let results = result_rows(&query, &body);
        let mut order: Vec<u32> = results.all().collect();
        if backwards {
            order.reverse();
        }
        let mut request = request(Format::Csv, &query, order.clone());
        request.guard_formulas = guard;
        let csv = text_file(&request, &body);
        let read = records(&csv);
        prop_assert_eq!(&written(&read), &csv);
        prop_assert_eq!(read.len(), order.len() + 1);
        prop_assert!(read[0].iter().eq(Field::all().map(Field::code)));
        for (record, row) in read[1..].iter().zip(&order) {
            let (video, sales) = (results.video(*row), results.sales(*row));
            prop_assert_eq!(&record[column("video_id")], video.id.to_string());
            let product = sales.product.as_ref().map_or("", |id| id.as_str());
            prop_assert_eq!(&record[column("product_id")], product);
            let caption = &record[column("caption")];
            if guard {
                prop_assert_eq!(caption, TextStyle::Guarded.apply(&video.caption));
            } else {
                prop_assert_eq!(caption, &video.caption);
            }
            for (field, text) in Field::all().zip(record) {
                let table = ExportTable { results: &results, rows: &order, sample: false };
                match table.cell(*row, field) {
                    Cell::Unknown => prop_assert_eq!(text, ""),
                    Cell::Number(value) => prop_assert_eq!(text.parse::<f64>().unwrap(), value),
                    Cell::Integer(count) => prop_assert_eq!(text.parse::<u64>().unwrap(), count),
                    Cell::Id(id) => prop_assert_eq!(text, id),
                    _ => {}
                }
                // No cell of a guarded file begins as a formula does.
                let first = text.chars().next().unwrap_or('a');
                prop_assert!(!guard || !"=+-@\t\r＝＋－＠".contains(first), "{field:?}: {text:?}");
            }
        }
    }
}

#[test]
fn the_mark_for_excel_is_a_choice() {
    let ids = [rows::id(1)];
    let (query, body) = (query(&ids), body(&[rows::row(&ids[0])]));
    let mut request = request(Format::Csv, &query, vec![0]);
    let bare = file(&request, &body);
    request.bom = true;
    assert_eq!(file(&request, &body), [b"\xEF\xBB\xBF", &bare[..]].concat());
}

#[test]
fn every_column_of_ours_is_there_once() {
    let codes: Vec<&str> = Field::all().map(Field::code).collect();
    let mut unique = codes.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), codes.len());
    for column in Column::all() {
        assert!(codes.contains(&column.code()), "{}", column.code());
    }
}

#[test]
fn what_is_asked_for_must_be_there() {
    let ids = [rows::id(1)];
    let (query, body) = (query(&ids), body(&[rows::row(&ids[0])]));
    let json = |rows| serde_json::to_string(&request(Format::Csv, &query, rows)).unwrap();
    let (good, beyond) = (json(vec![0]), json(vec![0, 1]));
    let build = |request: &str, body: &str| {
        clipcart::export::build_file(request, &[body.to_owned()], &mut |_| {})
    };
    assert!(build(&good, &body).is_ok());
    for (request, body) in [("", &*body), (&*beyond, &*body), (&*good, "no answer")] {
        assert!(build(request, body).is_err(), "{request}");
    }
    let read: ExportRequest = serde_json::from_str(&good).unwrap();
    assert_eq!(read, request(Format::Csv, &query, vec![0]));
}

/// Written out, so that it holds whoever writes the file.
#[test]
fn csv_is_rfc_4180() {
    let id = rows::id(1);
    let query = query(std::slice::from_ref(&id));
    let captions = ["plain", "a,b", "say \"hi\"", "two\r\nlines", "好物 🥹"];
    let cells = [
        "plain",
        "\"a,b\"",
        "\"say \"\"hi\"\"\"",
        "\"two\r\nlines\"",
        "好物 🥹",
    ];
    for (caption, cell) in captions.into_iter().zip(cells) {
        let fields = [
            ("video_desc", json!(caption)),
            ("product_id", json!("")),
            ("create_time", json!(AT.to_string())),
        ];
        let body = body(&[rows::row_with(&id, &fields)]);
        let csv = text_file(&request(Format::Csv, &query, vec![0]), &body);
        let names: Vec<&str> = Field::all().map(Field::code).collect();
        let (header, row) = csv.split_once("\r\n").unwrap();
        assert_eq!(header, names.join(","));
        let start = format!("{id},,7190508362273735722,US,2025-11-24T06:00:00Z,{cell},#made #up,");
        assert!(row.starts_with(&start), "{row}");
        assert!(row.ends_with(",2025-11-24T06:00:00Z,keyapi\r\n"), "{row}");
    }
}
