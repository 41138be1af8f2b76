//! Owns: our JSON, as docs/export.md describes it. Refuses: changing it without another `version` there.

use serde_json::{Number, Value, json};

use super::{Progress, tell};
use crate::domain::export::table::{Cell, ExportTable, Field, Kind};
use crate::domain::export::text::iso;
use crate::domain::metrics::Unit;
use crate::domain::query::Query;

const VERSION: u32 = 1;

/// An object: what was asked, the columns, and a table_row a row.
pub fn write(table: &ExportTable, query: &Query, progress: Progress) -> Vec<u8> {
    let ids: Vec<String> = query.ids.iter().map(|id| id.to_string()).collect();
    let columns: Vec<Value> = Field::all().map(column).collect();
    let head = [
        ("schema", json!("clipcart-export")),
        ("version", json!(VERSION)),
        ("data_source", json!(table.source())),
        ("data_given_at", json!(iso(table.rows.at()))),
        ("video_ids", json!(ids)),
        ("page_num", json!(query.page.get())),
        ("page_size", json!(query.size.get())),
        ("columns", Value::Array(columns)),
    ];
    let head = head.map(|(name, value)| format!("\"{name}\":{value}"));
    let mut json = ["{", &head.join(",\n"), ",\n\"rows\":["].concat();
    for (place, row) in table.order.iter().enumerate() {
        tell(progress, place, table, 100);
        let cell =
            |field: Field| format!("\"{}\":{}", field.code(), value(table.cell(*row, field)));
        let cells: Vec<String> = Field::all().map(cell).collect();
        let between = if place > 0 { ",\n{" } else { "\n{" };
        json.extend([between, &cells.join(","), "}"]);
    }
    json.push_str("\n]}\n");
    json.into_bytes()
}

/// What is said of a column: its name, its type, and what a number counts.
fn column(field: Field) -> Value {
    let (kind, unit) = match field.kind() {
        Kind::Id | Kind::Text => ("string", None),
        Kind::Tags => ("strings", None),
        Kind::Moment => ("date-time", None),
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

fn value(cell: Cell) -> Value {
    match cell {
        Cell::Unknown => Value::Null,
        Cell::Id(text) | Cell::Link(text) => Value::String(text),
        Cell::Text(text) => text.into(),
        Cell::Tags(tags) => tags.into(),
        Cell::Moment(moment) => iso(moment).into(),
        Cell::Whole(count) => count.into(),
        Cell::Number(value) => Number::from_f64(value).map_or(Value::Null, Value::Number),
    }
}
