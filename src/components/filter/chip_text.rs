//! What a filter's chip says.

use crate::domain::dates::day::Day;
use crate::domain::filter::{NO_REGION, Part};
use crate::domain::metrics::range::{Bound, Range};
use crate::i18n::Texts;

/// The text of a part, such as "GMV (US$): 100 to 500".
pub fn chip_text(part: &Part, t: &Texts) -> String {
    match part {
        Part::Text(text) => format!("“{text}”"),
        Part::Region(region) if region == NO_REGION => t.common.region_unknown.to_owned(),
        Part::Region(region) => region.clone(),
        Part::Dates(from, to) => (t.common.labeled)(t.filter.published, &dates_text(*from, *to, t)),
        Part::Sold(sold) => (t.filter.has_sales)(*sold).to_owned(),
        Part::Range(range) => {
            let name = (t.metric)(range.metric()).name;
            let name = (t.filter.in_unit)(name, range.metric().unit());
            (t.common.labeled)(&name, &range_text(range, t))
        }
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
    let (min, max) = (
        range.min().map(Bound::as_str),
        range.max().map(Bound::as_str),
    );
    match (min, max) {
        (Some(min), Some(max)) => (t.filter.between)(min, max),
        (Some(min), None) => (t.filter.at_least)(min),
        (None, max) => (t.filter.at_most)(max.unwrap_or_default()),
    }
}
