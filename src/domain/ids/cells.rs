//! Reads pasted tables and JSON as cells with their names, so that the ids of products and users are not taken for
//! videos.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::domain::ids::chars::{has_long_number, plain};
use crate::domain::ids::label::Label;

/// What separates the cells of a row.
pub(in crate::domain) const DELIMITERS: [u8; 4] = [b'\t', b',', b';', b'|'];

/// A value of a table or of JSON.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// What its column or field is called, if that is the name of an id.
    pub label: Option<Label>,
    pub text: String,
}

/// The cells of a text that is JSON, or a table with a header. `None` if it is neither, or no name in it is of an id.
#[must_use]
pub fn cells(text: &str) -> Option<Box<dyn Iterator<Item = Cell> + '_>> {
    match json(text) {
        Some(cells) => Some(Box::new(cells.into_iter())),
        None => Some(Box::new(table(text)?)),
    }
}

fn json(text: &str) -> Option<Vec<Cell>> {
    let text = text.trim();
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let mut cells = Vec::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let values = Values {
        label: None,
        cells: &mut cells,
    };
    values.deserialize(&mut json).ok()?;
    json.end().ok()?;
    let is_labeled = cells.iter().any(|cell| cell.label.is_some());
    is_labeled.then_some(cells)
}

/// Collects the values of JSON, whatever its shape.
struct Values<'a> {
    label: Option<Label>,
    cells: &'a mut Vec<Cell>,
}

impl Values<'_> {
    fn push(self, text: String) {
        self.cells.push(Cell {
            label: self.label,
            text,
        });
    }
}

impl<'de> DeserializeSeed<'de> for Values<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Values<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        while let Some(name) = fields.next_key::<String>()? {
            if has_long_number(&plain(&name)) {
                self.cells.push(Cell {
                    label: None,
                    text: name.clone(),
                });
            }
            fields.next_value_seed(Values {
                label: Label::of(&name),
                cells: self.cells,
            })?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let (label, cells) = (self.label, self.cells);
        while items.next_element_seed(Values { label, cells })?.is_some() {}
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.push(text.to_owned());
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.push(number.to_string());
        Ok(())
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        self.push(number.to_string());
        Ok(())
    }

    /// It has been rounded, and its last digits are zeros.
    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        self.push(number.to_string());
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

/// Its rows are read as they are needed.
fn table(text: &str) -> Option<impl Iterator<Item = Cell>> {
    let text = text.trim_start_matches(['\u{feff}', '\r', '\n']);
    // Without a reader for each delimiter, which would take longer than an id or a link.
    if has_long_number(&plain(text.split(['\r', '\n']).next()?)) {
        return None;
    }
    let (delimiter, labels) = DELIMITERS
        .into_iter()
        .find_map(|delimiter| Some((delimiter, labels(text, delimiter)?)))?;
    let cell = move |(at, text): (usize, &str)| Cell {
        label: labels.get(at).copied().flatten(),
        text: text.to_owned(),
    };
    let cells = move |row: csv::StringRecord| row.iter().enumerate().map(&cell).collect::<Vec<_>>();
    Some(rows(text, delimiter).skip(1).flat_map(cells))
}

/// The names in a table's first row. `None` if it is not a header: no name says that it is of ids, a single cell is a
/// sentence, or there is a number as long as an id.
fn labels(text: &str, delimiter: u8) -> Option<Vec<Option<Label>>> {
    let header = rows(text, delimiter).next()?;
    let is_alone = header.len() == 1;
    if is_alone
        && header
            .iter()
            .any(|cell| cell.contains(DELIMITERS.map(char::from)))
    {
        return None;
    }
    if header.iter().any(|cell| has_long_number(&plain(cell))) {
        return None;
    }
    let labels: Vec<_> = header.iter().map(|cell| Label::of(cell.trim())).collect();
    let is_header = labels.iter().flatten().any(|label| label.says_id);
    is_header.then_some(labels)
}

/// The rows of a text, whose cells may be in quotes.
pub(in crate::domain) fn rows(
    text: &str,
    delimiter: u8,
) -> impl Iterator<Item = csv::StringRecord> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records()
        // Text has no invalid UTF-8, and rows may have any length: nothing else is an error here.
        .map_while(Result::ok)
}
