//! The sheet that says where the rows come from and what each field is.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::style;
use crate::domain::dates::day::iso_8601;
use crate::domain::export::request::ExportRequest;
use crate::domain::export::table::{ExportTable, Field};
use crate::domain::query::SearchQuery;
use crate::domain::rows::column::Column;
use crate::i18n::english_metric;

pub fn write(
    sheet: &mut Worksheet,
    table: &ExportTable,
    request: &ExportRequest,
) -> Result<(), XlsxError> {
    let header = style::header();
    let lines = about_data(table, request)
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text))
        .chain(about_fields(table))
        .zip(0..);
    for ((name, text), row) in lines {
        sheet.write_string_with_format(row, 0, style::cell_text(&name), &header)?;
        sheet.write_string(row, 1, style::cell_text(&text))?;
    }
    sheet.set_column_width(0, 24)?;
    sheet.set_column_width(1, 80)?;
    Ok(())
}

fn about_data(table: &ExportTable, request: &ExportRequest) -> [(&'static str, String); 7] {
    let ExportRequest { query, pages, .. } = request;
    let source = match table.sample {
        true => "Sample data of ClipCart: videos, products and numbers are all made up",
        false => "KeyAPI, by ClipCart; sales are estimates, in US dollars",
    };
    let (page_num, page_size) = match (pages, query) {
        (Some(pages), SearchQuery::Page(query)) => (pages.for_people(), query.size.to_string()),
        _ => ("all".to_owned(), String::new()),
    };
    let row = "a video with one of its products; a video's reach stands in each";
    [
        ("data_source", source.to_owned()),
        ("data_given_at", iso_8601(request.newest())),
        ("video_ids", query.ids().to_string()),
        ("page_num", page_num),
        ("page_size", page_size),
        ("a row", row.to_owned()),
        ("empty", "unknown, which is not 0".to_owned()),
    ]
}

fn about_fields(table: &ExportTable) -> impl Iterator<Item = (String, String)> {
    table.header().into_iter().filter_map(|(field, name)| {
        let text = match field {
            Field::Column(Column::Metric(metric)) => english_metric(metric).formula,
            Field::Column(Column::Published) => "Time of publication, UTC",
            Field::Column(Column::Price) => "The product's lowest price",
            Field::Column(Column::Imported(_)) => "A column of the imported file",
            _ => return None,
        };
        Some((name, text.to_owned()))
    })
}
