//! docs/export.md, held against the code.

use clipcart::domain::export::table::{Field, Kind};
use clipcart::domain::metrics::Unit;
use clipcart::domain::rows::column::Column;
use clipcart::i18n::EN;

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
    let results = table.lines().filter(|line| line.starts_with("| `"));
    results
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
            Kind::Timestamp => "timestamp",
            Kind::Link => "link",
            Kind::Metric(Unit::Count) => "count",
            Kind::Metric(Unit::Seconds) => "seconds",
            Kind::Metric(Unit::Dollars) => "US$",
            Kind::Metric(Unit::Ratio) => "ratio",
            Kind::Metric(Unit::Percent) => "fraction",
        };
        assert_eq!(row[1], kind, "{}", row[0]);
        if let Field::Column(Column::Metric(metric)) = field {
            assert_eq!(row[2], (EN.metric)(metric).formula, "{}", row[0]);
        }
    }
}
