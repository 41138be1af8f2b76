//! XLSX, opened by openpyxl (Debian's python3-openpyxl).

use std::process::Command;

use clipcart::domain::dates::day::iso_8601;
use clipcart::domain::export::request::Format;
use clipcart::domain::export::table::{Cell, ExportTable, Field, Kind};
use clipcart::domain::export::text::hashtags;
use serde_json::{Value, json};

use super::given::{WICKED, body, file, ids_of, query, request, result_rows};
use crate::support::rows;

const READ: &str = include_str!("read.py");

/// What openpyxl finds in a file.
pub fn read(xlsx: &[u8], name: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, xlsx).unwrap();
    // Debian's own has Debian's packages; another that comes first on the PATH may not.
    let runs = |python: &&str| {
        let tried = Command::new(python)
            .args(["-c", "import openpyxl"])
            .output();
        tried.is_ok_and(|tried| tried.status.success())
    };
    let python = ["python3", "/usr/bin/python3"].into_iter().find(runs);
    let python = python.expect(
        "openpyxl is missing: scripts/setup.sh check installs it (Debian: python3-openpyxl; pip: openpyxl)",
    );
    let python = Command::new(python)
        .args(["-c", READ])
        .arg(&path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&python.stderr);
    assert!(
        python.status.success(),
        "openpyxl can't read {}: {said}",
        path.display()
    );
    assert_eq!(
        said,
        "",
        "openpyxl has something to say of {}",
        path.display()
    );
    serde_json::from_slice(&python.stdout).unwrap()
}

fn wicked_rows() -> Vec<Value> {
    let row = |(n, caption): (u64, &&str)| {
        let id = rows::id(n);
        let own = [("video_desc", json!(caption))];
        match n {
            1 => rows::row_with(
                &id,
                &[
                    ("total_video_sale_cnt", json!(-1)),
                    ("product_id", json!("")),
                ],
            ),
            _ => rows::row_with(&id, &own),
        }
    };
    (1..).zip(&WICKED).map(row).collect()
}

#[test]
fn openpyxl_finds_real_types_and_no_formula() {
    let rows = wicked_rows();
    let (query, body) = (query(&ids_of(&rows)), body(&rows));
    let results = result_rows(&query, &body);
    let order: Vec<u32> = results.all().rev().collect();
    let file = read(
        &file(&request(Format::Xlsx, &query, order.clone()), &body),
        "export.xlsx",
    );
    assert_eq!(file["sheets"], json!(["ClipCart", "About"]));
    assert_eq!(file["frozen"], "B2");
    assert_eq!(
        file["filter"],
        format!("A1:{}{}", letters(Field::all().count()), order.len() + 1)
    );
    assert_eq!(file["formulas"], 0);
    let cells = file["cells"].as_array().unwrap();
    assert_eq!(cells.len(), order.len() + 1);
    let names: Vec<&Value> = cells[0]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| &cell["value"])
        .collect();
    assert!(
        names.into_iter().eq(Field::all().map(Field::code)),
        "{:?}",
        cells[0]
    );
    let table = ExportTable {
        results: &results,
        rows: &order,
        sample: false,
    };
    for (cells, row) in cells[1..].iter().zip(&order) {
        for (cell, field) in cells.as_array().unwrap().iter().zip(Field::all()) {
            let what = format!("{field:?}: {cell}");
            let (value, kind) = (&cell["value"], &cell["type"]);
            match table.cell(*row, field) {
                Cell::Unknown => assert!(value.is_null(), "{what}"),
                // An id is a text of digits, "s"; a number would be "n".
                Cell::Id(id) => assert_eq!((kind, value), (&json!("s"), &json!(id)), "{what}"),
                Cell::Text(text) => {
                    // Line ends are the one thing that the format itself makes alike.
                    let text = text.replace('\r', "\n");
                    assert_eq!(kind, "s", "{what}");
                    assert_eq!(value.as_str().unwrap().replace('\r', "\n"), text, "{what}");
                }
                Cell::Tags(all) => assert_eq!(value, &hashtags(all), "{what}"),
                Cell::Link(link) => {
                    assert_eq!(
                        (value, &cell["link"]),
                        (&json!(link), &json!(link)),
                        "{what}"
                    );
                }
                Cell::Timestamp(timestamp) => {
                    assert_eq!(
                        (kind, value),
                        (&json!("d"), &json!(iso_8601(timestamp))),
                        "{what}"
                    );
                }
                Cell::Integer(count) => {
                    assert_eq!((kind, value), (&json!("n"), &json!(count)), "{what}")
                }
                Cell::Number(number) => {
                    assert_eq!(kind, "n", "{what}");
                    let read = value.as_f64().unwrap();
                    assert!((read - number).abs() <= number * 1e-14, "{what}: {number}");
                }
            }
            let format = cell["format"].as_str().unwrap();
            let expected = match field.kind() {
                Kind::Metric(unit) => match unit {
                    clipcart::domain::metrics::Unit::Percent => "0.00%",
                    clipcart::domain::metrics::Unit::Dollars => "[$$-409]#,##0.00",
                    _ => "#,##0",
                },
                Kind::Timestamp => "yyyy-mm-dd hh:mm:ss",
                _ => "",
            };
            assert!(value.is_null() || format.starts_with(expected), "{what}");
        }
    }
}

/// A column's letters: 1 is A.
fn letters(mut column: usize) -> String {
    let mut letters = String::new();
    while column > 0 {
        let last = u8::try_from((column - 1) % 26).unwrap();
        letters.insert(0, char::from(b'A' + last));
        column = (column - 1) / 26;
    }
    letters
}

#[test]
fn the_sample_is_marked_as_one() {
    let rows = [rows::row(&rows::id(1))];
    let (query, body) = (query(&ids_of(&rows)), body(&rows));
    let mut request = request(Format::Xlsx, &query, vec![0]);
    request.sample = true;
    let file = read(&file(&request, &body), "sample.xlsx");
    assert_eq!(file["sheets"][0], "Sample data");
    let last = file["cells"][1].as_array().unwrap().last().unwrap();
    assert_eq!(last["value"], "sample");
}
