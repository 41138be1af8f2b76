//! What a filter's chip says.

use crate::domain::dates::day::Day;
use crate::domain::filter::Part;
use crate::domain::imports::ImportedColumns;
use crate::domain::metrics::range::{Bound, Range};
use crate::domain::rows::column::Column;
use crate::i18n::Texts;
use crate::state::locale::Locale;

/// The text of a part, such as "Campaign: Spring" or "GMV (US$): 100 to 500".
pub fn chip_text(part: &Part, imported: &ImportedColumns, locale: Locale) -> String {
    let t = locale.texts;
    match part {
        Part::Text(text) => format!("“{text}”"),
        Part::Region(code) => locale.region(code),
        Part::Dates(from, to) => (t.common.labeled)(t.filter.published, &dates_text(*from, *to, t)),
        Part::Sold(sold) => (t.filter.has_sales)(*sold).to_owned(),
        Part::OneProduct => t.filter.one_product.to_owned(),
        Part::Imported(value) => {
            let name = t
                .table
                .column_name(Column::Imported(value.column()), imported);
            (t.common.labeled)(&name, imported_value_text(value.value(), t))
        }
        Part::Range(range) => {
            let name = (t.metric)(range.metric()).name;
            let name = (t.filter.in_unit)(name, range.metric().unit());
            (t.common.labeled)(&name, &range_text(range, t))
        }
    }
}

/// A value of an imported column as a choice. An empty one stands for videos without.
pub fn imported_value_text<'a>(value: &'a str, t: &Texts) -> &'a str {
    if value.is_empty() {
        t.filter.no_value
    } else {
        value
    }
}

fn dates_text(from: Option<Day>, to: Option<Day>, t: &Texts) -> String {
    let from = from.map(|day| day.to_string());
    let to = to.map(|day| day.to_string());
    match (from, to) {
        (Some(from), Some(to)) => (t.filter.between)(&from, &to),
        (Some(from), None) => (t.filter.since)(&from),
        (None, to) => (t.filter.until)(&to.unwrap_or_default()),
    }
}

fn range_text(range: &Range, t: &Texts) -> String {
    let text = |bound: &Bound| bound.to_string();
    match (range.min().map(text), range.max().map(text)) {
        (Some(min), Some(max)) if range.excludes_max() => (t.filter.between_below)(&min, &max),
        (None, Some(max)) if range.excludes_max() => (t.filter.below)(&max),
        (Some(min), Some(max)) => (t.filter.between)(&min, &max),
        (Some(min), None) => (t.filter.at_least)(&min),
        (None, max) => (t.filter.at_most)(&max.unwrap_or_default()),
    }
}
