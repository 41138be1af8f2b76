//! CSV, read and written once more by the csv crate.

use ::csv::{ReaderBuilder, StringRecord, Terminator, WriterBuilder};
use clipcart::domain::export::request::Format;
use clipcart::domain::export::table::{Cell, ExportTable, Field};
use clipcart::domain::export::text::guarded;
use clipcart::domain::rows::column::Column;
use proptest::prelude::*;

use super::given::{body, ids_of, job, made, made_text, query, result_rows, some_rows};
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
        let mut job = job(Format::Csv, &query, order.clone());
        job.guard = guard;
        let csv = made_text(&job, &body);
        let read = records(&csv);
        prop_assert_eq!(&written(&read), &csv);
        prop_assert_eq!(read.len(), order.len() + 1);
        prop_assert!(read[0].iter().eq(Field::all().map(Field::code)));
        for (record, line) in read[1..].iter().zip(&order) {
            let (video, sales) = (results.video(*line), results.sales(*line));
            prop_assert_eq!(&record[column("video_id")], video.id.to_string());
            let product = sales.product.as_ref().map_or("", |id| id.as_str());
            prop_assert_eq!(&record[column("product_id")], product);
            let caption = &record[column("caption")];
            if guard {
                prop_assert_eq!(caption, guarded(&video.caption));
            } else {
                prop_assert_eq!(caption, &video.caption);
            }
            for (field, text) in Field::all().zip(record) {
                let table = ExportTable { rows: &results, order: &order, sample: false };
                match table.cell(*line, field) {
                    Cell::Unknown => prop_assert_eq!(text, ""),
                    Cell::Number(value) => prop_assert_eq!(text.parse::<f64>().unwrap(), value),
                    Cell::Whole(count) => prop_assert_eq!(text.parse::<u64>().unwrap(), count),
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
    let mut job = job(Format::Csv, &query, vec![0]);
    let bare = made(&job, &body);
    job.bom = true;
    assert_eq!(made(&job, &body), [b"\xEF\xBB\xBF", &bare[..]].concat());
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
    let good = job(Format::Csv, &query, vec![0]);
    let beyond = job(Format::Csv, &query, vec![0, 1]).to_string();
    for (job, body) in [
        ("", &*body),
        (&*beyond, &*body),
        (&*good.to_string(), "no answer"),
    ] {
        assert!(
            clipcart::export::make(job, &[body.to_owned()], &mut |_| {}).is_err(),
            "{job}"
        );
    }
    assert_eq!(good.to_string().parse(), Ok(good));
}
