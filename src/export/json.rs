//! ClipCart's own JSON, as docs/export.md describes it. A change that readers of it could misread needs another
//! `VERSION`.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};

use super::error::ExportError;
use super::progress::{Progress, report};
use crate::domain::dates::day::iso_8601;
use crate::domain::export::pages::Pages;
use crate::domain::export::request::ExportRequest;
use crate::domain::export::table::{Cell, ExportTable, Field, Kind};
use crate::domain::export::text::TextStyle;
use crate::domain::metrics::Unit;
use crate::domain::query::SearchQuery;
use crate::domain::rows::RowIndex;

const VERSION: u32 = 1;
const IMPORTED_COLUMNS: &str = "imported_columns";
const IMPORTED: &str = "imported";

/// An object with the query, the columns and the rows. Each of its members and each row starts a line.
pub fn write(
    table: &ExportTable,
    request: &ExportRequest,
    progress: Progress,
) -> Result<Vec<u8>, ExportError> {
    let ExportRequest { query, pages, .. } = request;
    let ids: Vec<String> = query.ids().iter().map(|id| id.to_string()).collect();
    let columns: Vec<Value> = Field::all().map(column).collect();
    let header = [
        ("schema", json!("clipcart-export")),
        ("version", json!(VERSION)),
        ("data_source", json!(table.source())),
        ("data_given_at", json!(iso_8601(request.newest()))),
        ("video_ids", json!(ids)),
        // Who knows only this member must not take several pages for one.
        ("page_num", json!(pages.as_ref().and_then(Pages::single))),
        ("page_nums", json!(pages)),
        ("page_size", json!(page_size(query))),
        ("columns", json!(columns)),
    ];
    let imported = table.imported_header();
    let names: Vec<&str> = imported.iter().map(|(_, name)| name.as_str()).collect();
    // Without an imported file the members are those that they always were.
    let imported_names = (!names.is_empty()).then_some((IMPORTED_COLUMNS, json!(names)));
    let members: Vec<String> = header
        .into_iter()
        .chain(imported_names)
        .map(|(name, value)| format!("\"{name}\":{value}"))
        .collect();
    let mut file = format!("{{{},\n\"rows\":[", members.join(",\n"));
    for (index, row) in table.rows.iter().enumerate() {
        report(progress, index, table.rows.len(), 100);
        file.push_str(if index > 0 { ",\n" } else { "\n" });
        let row = JsonRow {
            table,
            imported: &imported,
            row: *row,
        };
        file.push_str(&serde_json::to_string(&row)?);
    }
    file.push_str("\n]}\n");
    Ok(file.into_bytes())
}

/// The page size of a query; a search for all pages has none.
fn page_size(query: &SearchQuery) -> Option<u8> {
    match query {
        SearchQuery::Videos(_) => None,
        SearchQuery::Page(query) => Some(query.size.get()),
    }
}

/// A field's name, the type of its values, and the unit of its numbers.
fn column(field: Field) -> Value {
    let (kind, unit) = match field.kind() {
        Kind::Id | Kind::Text => ("string", None),
        Kind::Tags => ("strings", None),
        Kind::Timestamp => ("date-time", None),
        Kind::Link => ("url", None),
        Kind::Metric(unit) => match unit {
            Unit::Count => ("integer", None),
            Unit::Seconds => ("integer", Some("s")),
            Unit::Dollars => ("number", Some("USD")),
            Unit::Ratio => ("number", None),
            Unit::Percent => ("number", Some("fraction")),
        },
    };
    json!({"name": field.code(), "type": kind, "unit": unit})
}

/// A row as an object with every field, the imported ones in an object of their own.
struct JsonRow<'a> {
    table: &'a ExportTable<'a>,
    imported: &'a [(Field, String)],
    row: RowIndex,
}

impl Serialize for JsonRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cell = |field| JsonCell(self.table.cell(self.row, field));
        let mut map = serializer.serialize_map(None)?;
        for field in Field::all() {
            map.serialize_entry(field.code(), &cell(field))?;
        }
        if !self.imported.is_empty() {
            let imported = self.imported.iter();
            let imported = imported.map(|(field, name)| (name.as_str(), cell(*field)));
            map.serialize_entry(IMPORTED, &ImportedCells(imported.collect()))?;
        }
        map.end()
    }
}

/// The imported values of a row by their names, in the file's order.
struct ImportedCells<'a>(Vec<(&'a str, JsonCell<'a>)>);

impl Serialize for ImportedCells<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, cell)| (name, cell)))
    }
}

struct JsonCell<'a>(Cell<'a>);

impl Serialize for JsonCell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Cell::Unknown => serializer.serialize_none(),
            Cell::Id(text) | Cell::Link(text) => serializer.serialize_str(text),
            Cell::Text(text) => serializer.serialize_str(&TextStyle::Unchanged.apply(text)),
            // A control character ends a hashtag, so there are none.
            Cell::Tags(tags) => tags.serialize(serializer),
            Cell::Timestamp(timestamp) => serializer.serialize_str(&iso_8601(*timestamp)),
            Cell::Integer(count) => serializer.serialize_u64(*count),
            Cell::Number(value) => serializer.serialize_f64(*value),
        }
    }
}
