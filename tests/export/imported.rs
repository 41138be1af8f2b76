//! The columns of the user's own file in each format: after ours, as texts, guarded like captions.

use std::sync::Arc;

use ::csv::{ReaderBuilder, StringRecord};
use clipcart::domain::export::request::{ExportRequest, Format};
use clipcart::domain::export::table::{ExportTable, Field};
use clipcart::domain::export::text::{TextStyle, tsv};
use clipcart::domain::imports::ImportedColumns;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use super::given::{WICKED, body, file, query, request, search_rows, text_file};
use super::xlsx::read;
use crate::support::rows;

fn columns(names: &[&str], rows: &[(u64, &[&str])]) -> ImportedColumns {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let rows = rows
        .iter()
        .map(|(n, values)| (rows::id(*n).parse().unwrap(), texts(values)));
    ImportedColumns::new(texts(names), rows)
}

/// The request for two videos, of which the file has some columns, and the response.
fn two_videos(format: Format, imported: ImportedColumns) -> (ExportRequest, String) {
    let ids = [rows::id(1), rows::id(2)];
    let mut request = request(format, &query(&ids), vec![1, 0]);
    request.imported = imported;
    (request, body(&ids.each_ref().map(|id| rows::row(id))))
}

/// The header and the rows, without our own columns, which must be the same as ever.
fn csv(imported: ImportedColumns, guard: bool) -> Vec<Vec<String>> {
    let (mut request, body) = two_videos(Format::Csv, imported);
    request.guard_formulas = guard;
    let csv = text_file(&request, &body);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv.as_bytes());
    let records: Vec<StringRecord> = reader.records().map(Result::unwrap).collect();
    let ours = Field::all().count();
    assert!(
        Field::all()
            .map(Field::code)
            .eq(records[0].iter().take(ours))
    );
    let own = |record: &StringRecord| record.iter().skip(ours).map(str::to_owned).collect();
    records.iter().map(own).collect()
}

fn tsv_lines(imported: ImportedColumns) -> Vec<Vec<String>> {
    let (request, body) = two_videos(Format::Csv, imported);
    let results = search_rows(&request.query, &body).with_imported(Arc::new(request.imported));
    let table = ExportTable {
        results: &results,
        rows: &request.rows,
        sample: false,
    };
    let text = tsv(&table, |number| number.to_string());
    let own = |line: &str| {
        let cells = line.split('\t').skip(Field::all().count());
        cells.map(str::to_owned).collect()
    };
    text.split('\n').map(own).collect()
}

#[test]
fn they_come_last_and_keep_their_texts() {
    let imported = || {
        columns(
            &["Campaign", "Note"],
            &[(1, &["Spring", "007"]), (2, &["", "好"])],
        )
    };
    let expected = [["Campaign", "Note"], ["", "好"], ["Spring", "007"]];
    assert_eq!(csv(imported(), true), expected);
    assert_eq!(csv(imported(), false), expected);
    assert_eq!(tsv_lines(imported()), expected);
    let (request, body) = two_videos(Format::Json, imported());
    let json: Value = serde_json::from_slice(&file(&request, &body)).unwrap();
    assert_eq!(json["imported_columns"], json!(["Campaign", "Note"]));
    let values = [0, 1].map(|row| json["rows"][row]["imported"].clone());
    assert_eq!(values[0], json!({"Campaign": null, "Note": "好"}));
    assert_eq!(values[1], json!({"Campaign": "Spring", "Note": "007"}));
}

#[test]
fn without_a_file_nothing_is_added() {
    let none = ImportedColumns::default;
    assert_eq!(csv(none(), true), [[""; 0]; 3]);
    let (request, body) = two_videos(Format::Json, none());
    let json = text_file(&request, &body);
    assert!(!json.contains("imported"), "{json}");
}

/// Neither like ours nor like each other, and in one line.
#[test]
fn names_are_unlike_all_others() {
    let names = [
        "gmv",
        "file: gmv",
        "gmv",
        "",
        " \t",
        "Note",
        "Note",
        "Note (2)",
        "a\r\nb",
        "data_source",
    ];
    let expected = [
        "file: gmv",
        "file: gmv (2)",
        "file: gmv (3)",
        "file_4",
        "file_5",
        "Note",
        "Note (2)",
        "Note (2) (2)",
        "a  b",
        "file: data_source",
    ];
    assert_eq!(csv(columns(&names, &[]), true)[0], expected);
    let (request, body) = two_videos(Format::Json, columns(&names, &[]));
    let json: Value = serde_json::from_slice(&file(&request, &body)).unwrap();
    assert_eq!(json["imported_columns"], json!(expected));
    assert_eq!(
        json["rows"][0]["imported"].as_object().map(Map::len),
        Some(10)
    );
}

#[test]
fn hostile_names_and_values_stay_texts_in_a_workbook() {
    // openpyxl reads an XML line break for a CR.
    let wicked: Vec<&str> = WICKED
        .into_iter()
        .filter(|text| !text.contains('\r'))
        .collect();
    let imported = columns(&wicked, &[(1, &wicked)]);
    let (request, body) = two_videos(Format::Xlsx, imported);
    let file = read(&file(&request, &body), "imported.xlsx");
    let cells = file["cells"].as_array().unwrap();
    let ours = Field::all().count();
    for (index, value) in wicked.iter().enumerate() {
        let name = &cells[0].as_array().unwrap()[ours + index];
        let cell = &cells[2].as_array().unwrap()[ours + index];
        let one_line = value.replace(['\n', '\t'], " ");
        assert_eq!(name["value"], json!(one_line.trim()), "{value:?}");
        assert_eq!((&name["type"], &cell["type"]), (&json!("s"), &json!("s")));
        assert_eq!(cell["value"], json!(value), "{value:?}");
        assert_eq!(
            cells[1].as_array().unwrap()[ours + index]["value"],
            Value::Null
        );
    }
    assert_eq!(file["formulas"], 0);
    let about = &file["about"];
    assert_eq!(about["=1+1"], "A column of the imported file");
}

fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~\t\r\n;,\"=+@é好-]{0,12}",
        select(WICKED.to_vec()).prop_map(str::to_owned),
    ]
}

proptest! {
    /// Names and values are guarded in CSV and on the clipboard, each name is there once, and JSON has the texts.
    #[test]
    fn hostile_texts_run_nowhere(
        names in proptest::collection::vec(hostile(), 1..5),
        values in proptest::collection::vec(hostile(), 5),
    ) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let values: Vec<&str> = values.iter().map(String::as_str).take(names.len()).collect();
        let imported = columns(&names, &[(1, &values)]);
        let is_formula = |text: &str| text.starts_with(|c| "=+-@＝".contains(c));
        let guarded = csv(imported.clone(), true);
        prop_assert_eq!(guarded.iter().map(Vec::len).collect::<Vec<_>>(), [names.len(); 3]);
        for (cell, value) in guarded[2].iter().zip(&values) {
            prop_assert_eq!(cell, &TextStyle::Guarded.apply(value));
        }
        prop_assert!(!guarded.iter().flatten().any(|cell| is_formula(cell)), "{:?}", guarded);
        let lines = tsv_lines(imported.clone());
        prop_assert_eq!(lines.iter().map(Vec::len).collect::<Vec<_>>(), [names.len(); 3]);
        prop_assert!(!lines.iter().flatten().any(|cell| is_formula(cell)), "{:?}", lines);
        let (request, body) = two_videos(Format::Json, imported);
        let json: Value = serde_json::from_slice(&file(&request, &body)).unwrap();
        let row = json["rows"][1]["imported"].as_object().unwrap();
        prop_assert_eq!(row.len(), names.len());
        for (name, value) in json["imported_columns"].as_array().unwrap().iter().zip(&values) {
            let expected = match *value {
                "" => Value::Null,
                value => json!(TextStyle::Unchanged.apply(value)),
            };
            prop_assert_eq!(&row[name.as_str().unwrap()], &expected);
        }
    }
}
