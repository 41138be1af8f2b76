//! The clipboard's table and CSV, as programs read them that may not be the one that they were written for: at each
//! separator, with and without quotes, trimmed.

use clipcart::domain::export::request::Format;
use clipcart::domain::export::table::{ExportTable, Field};
use clipcart::domain::export::text::{TextStyle, tsv};
use clipcart::domain::rows::ResultRows;
use csv::ReaderBuilder;
use proptest::prelude::*;
use serde_json::json;

use super::given::{body, ids_of, query, request, result_rows, text_file};
use crate::support::rows;

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// The records of a text, read by the csv crate.
fn records(text: &str, separator: u8, quoting: bool) -> Vec<Vec<String>> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .quoting(quoting)
        .from_reader(text.as_bytes());
    let records = reader.records().map(Result::unwrap);
    let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    records.map(cells).collect()
}

/// A cell without what a program may strip from it.
fn stripped(cell: &str) -> String {
    let is_blank = |c: char| c.is_whitespace() || c.is_control() || c == '\u{200b}';
    cell.replace('"', "").trim_matches(is_blank).to_owned()
}

fn could_run(cell: &str) -> bool {
    let is_sign = |c: char| "=+-@＝＋－＠﹦﹢﹣﹫".contains(c);
    cell.starts_with(is_sign) && cell.parse::<f64>().is_err()
}

/// No reader finds a cell that could run as a formula.
#[track_caller]
fn assert_harmless(text: &str) {
    for separator in SEPARATORS {
        for quoting in [true, false] {
            for cell in records(text, separator, quoting).iter().flatten() {
                for cell in [cell.trim(), &stripped(cell)] {
                    let separator = char::from(separator);
                    assert!(!could_run(cell), "{cell:?} at {separator:?} in {text:?}");
                }
            }
        }
    }
}

/// The results of rows with these captions and hashtags, one row a video.
fn results(texts: &[(String, String)]) -> (clipcart::domain::query::Query, String, ResultRows) {
    let row = |(n, (caption, tags)): (u64, &(String, String))| {
        let own = [("video_desc", json!(caption)), ("hash_tag", json!([tags]))];
        rows::row_with(&rows::id(n), &own)
    };
    let rows: Vec<_> = (1..).zip(texts).map(row).collect();
    let (query, body) = (query(&ids_of(&rows)), body(&rows));
    let results = result_rows(&query, &body);
    (query, body, results)
}

fn clipboard(results: &ResultRows) -> String {
    let rows: Vec<u32> = results.all().collect();
    let table = ExportTable {
        results,
        rows: &rows,
        sample: false,
    };
    tsv(&table, |value| value.to_string())
}

fn check_clipboard(texts: &[(String, String)]) {
    let (_, _, results) = results(texts);
    let tsv = clipboard(&results);
    let is_allowed = |c: char| matches!(c, '\t' | '\n') || !c.is_control();
    assert!(tsv.chars().all(is_allowed), "{tsv:?}");
    assert_harmless(&tsv);
    for separator in SEPARATORS {
        for quoting in [true, false] {
            let read = records(&tsv, separator, quoting).len();
            assert_eq!(read, texts.len() + 1, "{separator} {quoting} {tsv:?}");
        }
    }
    // Read as it was written, each cell is what it was.
    let read = records(&tsv, b'\t', true);
    let caption = Field::all()
        .position(|field| field.code() == "caption")
        .unwrap();
    for (cells, row) in read[1..].iter().zip(results.all()) {
        assert_eq!(cells.len(), Field::all().count(), "{tsv:?}");
        let video = results.video(row);
        assert_eq!(cells[0], video.id.to_string());
        let expected = TextStyle::OneLine.apply(&video.caption);
        assert_eq!(cells[caption].trim_end(), expected.trim_end());
    }
}

fn check_csv(texts: &[(String, String)]) {
    let (query, body, results) = results(texts);
    let mut request = request(Format::Csv, &query, results.all().collect());
    let csv = text_file(&request, &body);
    let is_allowed = |c: char| matches!(c, '\r' | '\n') || !c.is_control();
    assert!(csv.chars().all(is_allowed), "{csv:?}");
    assert_harmless(&csv);
    // At another separator no quote opens a cell: each line is a record, also those within a caption.
    for separator in [b';', b'\t'] {
        let read = records(&csv, separator, true);
        assert!(read.len() > texts.len(), "{csv:?}");
        assert_eq!(read, records(&csv, separator, false), "{csv:?}");
    }
    request.guard_formulas = false;
    let unchanged = text_file(&request, &body);
    let is_allowed = |c: char| matches!(c, '\r' | '\n' | '\t') || !c.is_control();
    assert!(unchanged.chars().all(is_allowed), "{unchanged:?}");
    for csv in [&csv, &unchanged] {
        let read = records(csv, b',', true);
        assert_eq!(read.len(), texts.len() + 1, "{csv:?}");
        let is_complete = |cells: &Vec<String>| cells.len() == Field::all().count();
        assert!(read.iter().all(is_complete), "{csv:?}");
    }
}

#[test]
fn captions_that_joined_cells_or_ran() {
    let captions = [
        "\"best buy ever",
        "so \"good\" and cheap",
        "\"=HYPERLINK(\"\"https://evil.example\"\",\"\"x\"\")\"",
        "\"=1+1\"",
        "\u{1}=1+1",
        "\0=1+1",
        "\u{9f}\u{a0}+1",
        "x; =1+1;y",
        "x;\u{a0}=1+1;y",
        "x;\"=1+1;y",
        "x,\"=1+1,y",
        "x;\"\"",
        "x;\" \"",
        "\";",
        "\",",
        "a,b;",
        "a\t\"b",
        "a\r\n\"=1",
        "a,b\n",
        "a,b\r\n",
        "a\";",
        "'\"=1",
        "\"",
        "\"\"",
    ];
    let texts: Vec<_> = captions
        .iter()
        .map(|text| ((*text).to_owned(), (*text).to_owned()))
        .collect();
    check_clipboard(&texts);
    check_csv(&texts);
    for text in texts {
        check_clipboard(&[text.clone(), ("plain".to_owned(), "tag".to_owned())]);
        check_csv(&[text, ("plain".to_owned(), "tag".to_owned())]);
    }
}

/// A text of anything, and often of what has a meaning to some reader.
fn some_text() -> impl Strategy<Value = String> {
    let meaningful = "=+-@\"',;\t\n\r\0\u{1}\u{a0}\u{200b}\u{2028}＝﹦ a1";
    let meaningful: Vec<char> = meaningful.chars().collect();
    let c = prop_oneof![4 => prop::sample::select(meaningful), 1 => any::<char>()];
    prop::collection::vec(c, 0..12).prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn no_reader_finds_a_formula_on_the_clipboard(texts in prop::collection::vec((some_text(), some_text()), 1..4)) {
        check_clipboard(&texts);
    }

    #[test]
    fn no_reader_finds_a_formula_in_a_safe_file(texts in prop::collection::vec((some_text(), some_text()), 1..4)) {
        check_csv(&texts);
    }
}
