//! Reads pasted tables and JSON as cells with their names, so that the ids of products and users are not taken for
//! videos.

use serde_json::Value;

use crate::domain::ids::chars::{has_long_number, plain};
use crate::domain::ids::label::Label;

/// What separates the cells of a row.
const DELIMITERS: [u8; 4] = [b'\t', b',', b';', b'|'];

/// A value of a table or of JSON.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// What its column or field is called, if that is the name of an id.
    pub label: Option<Label>,
    pub text: String,
}

/// The cells of a text that is JSON, or a table with a header. `None` if it is neither, or no name in it is of an id.
#[must_use]
pub fn cells(text: &str) -> Option<Vec<Cell>> {
    json(text).or_else(|| table(text))
}

fn json(text: &str) -> Option<Vec<Cell>> {
    let text = text.trim();
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let value = serde_json::from_str(text).ok()?;
    let mut cells = Vec::new();
    collect(None, &value, &mut cells);
    let is_labeled = cells.iter().any(|cell| cell.label.is_some());
    is_labeled.then_some(cells)
}

fn collect(label: Option<Label>, value: &Value, cells: &mut Vec<Cell>) {
    let text = match value {
        Value::Array(values) => {
            return values.iter().for_each(|value| collect(label, value, cells));
        }
        Value::Object(fields) => {
            let fields = fields.iter();
            return fields.for_each(|(name, value)| collect(Label::of(name), value, cells));
        }
        Value::String(text) => text.clone(),
        Value::Number(number) => match (number.as_u64(), number.as_f64()) {
            (Some(number), _) => number.to_string(),
            // It has been rounded, and its last digits are zeros.
            (None, number) => number.unwrap_or_default().to_string(),
        },
        Value::Bool(_) | Value::Null => return,
    };
    cells.push(Cell { label, text });
}

fn table(text: &str) -> Option<Vec<Cell>> {
    let text = text.trim_start_matches(['\u{feff}', '\r', '\n']);
    let header = text.lines().next()?;
    let (delimiter, labels) = DELIMITERS
        .into_iter()
        .find_map(|delimiter| Some((delimiter, labels(header, delimiter)?)))?;
    let mut cells = Vec::new();
    for row in rows(text, delimiter).skip(1) {
        cells.extend(row.iter().enumerate().map(|(at, text)| Cell {
            label: labels.get(at).copied().flatten(),
            text: text.to_owned(),
        }));
    }
    Some(cells)
}

/// The names in a table's first line. `None` if it is not a header: no name of an id, a sentence, or a number as long as
/// an id.
fn labels(header: &str, delimiter: u8) -> Option<Vec<Option<Label>>> {
    let is_alone = !header.contains(DELIMITERS.map(char::from));
    let has_delimiter = header.contains(char::from(delimiter));
    let cells = rows(header, delimiter).next()?;
    let is_header = match is_alone {
        true => Label::says_id(header.trim()),
        false => has_delimiter,
    };
    let labels: Vec<_> = cells.iter().map(|cell| Label::of(cell.trim())).collect();
    (is_header && !has_long_number(&plain(header)) && labels.iter().any(Option::is_some))
        .then_some(labels)
}

fn rows(text: &str, delimiter: u8) -> impl Iterator<Item = csv::StringRecord> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records()
        // Text has no invalid UTF-8, and rows may have any length: nothing else is an error here.
        .map_while(Result::ok)
}
