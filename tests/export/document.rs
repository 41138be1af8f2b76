//! docs/export.md, held against the code.

use clipcart::domain::column::Column;
use clipcart::domain::metrics::Unit;
use clipcart::domain::sheet::{Field, Kind};
use clipcart::messages::EN;

const DOCUMENT: &str = include_str!("../../docs/export.md");

/// The rows of the table of columns: name, type, meaning.
fn documented() -> Vec<Vec<&'static str>> {
    let table = DOCUMENT
        .split("## Columns")
        .nth(1)
        .unwrap()
        .split("\n## ")
        .next()
        .unwrap();
    let lines = table.lines().filter(|line| line.starts_with("| `"));
    lines
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

#[test]
fn the_document_names_every_column_with_its_type_and_formula() {
    let documented = documented();
    assert_eq!(documented.len(), Field::all().count());
    for (row, field) in documented.iter().zip(Field::all()) {
        assert_eq!(row[0], format!("`{}`", field.code()));
        let kind = match field.kind() {
            Kind::Id => "id",
            Kind::Text => "text",
            Kind::Tags => "hashtags",
            Kind::Moment => "moment",
            Kind::Link => "link",
            Kind::Figure(Unit::Count) => "count",
            Kind::Figure(Unit::Seconds) => "seconds",
            Kind::Figure(Unit::Dollars) => "US$",
            Kind::Figure(Unit::Ratio) => "ratio",
            Kind::Figure(Unit::Percent) => "fraction",
        };
        assert_eq!(row[1], kind, "{}", row[0]);
        if let Field::Column(Column::Figure(figure)) = field {
            assert_eq!(row[2], (EN.figure)(figure).formula, "{}", row[0]);
        }
    }
}
