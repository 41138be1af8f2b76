//! Owns: the words on a filter's chip. Refuses: the chip.

use crate::domain::dates::day::Day;
use crate::domain::filter::{NO_REGION, Part};
use crate::domain::metrics::Unit;
use crate::domain::metrics::range::{Bound, Range};
use crate::state::locale::Locale;

/// What a part says, such as "GMV: 100 to 500".
pub fn text(part: &Part, locale: Locale) -> String {
    let t = locale.texts;
    match part {
        Part::Text(text) => ["“", text, "”"].concat(),
        Part::Region(region) if region == NO_REGION => locale.analysis().no_region.to_owned(),
        Part::Region(region) => region.clone(),
        Part::Dates(from, to) => {
            let d = locale.analysis();
            let day = |day: &Day| day.to_string();
            let span = match (from, to) {
                (Some(from), Some(to)) => (d.between)(&day(from), &day(to)),
                (Some(from), None) => (d.since)(&day(from)),
                (None, to) => (d.until)(&to.as_ref().map(day).unwrap_or_default()),
            };
            [t.published, ": ", &span].concat()
        }
        Part::Sold(sold) => (locale.analysis().sold_is)(*sold).to_owned(),
        Part::Range(range) => {
            let percent = match range.metric().unit() {
                Unit::Percent => "%",
                _ => "",
            };
            let text =
                |bound: Option<&Bound>| bound.map(|bound| [bound.as_str(), percent].concat());
            let name = (t.metric)(range.metric()).name;
            let (min, max) = (text(Range::min(range)), text(Range::max(range)));
            span(min.as_deref(), max.as_deref(), locale, name)
        }
    }
}

/// "GMV: 100 to 500".
fn span(least: Option<&str>, most: Option<&str>, locale: Locale, name: &str) -> String {
    let t = locale.analysis();
    let span = match (least, most) {
        (Some(least), Some(most)) => (t.between)(least, most),
        (Some(least), None) => (t.at_least)(least),
        (None, most) => (t.at_most)(most.unwrap_or_default()),
    };
    [name, ": ", &span].concat()
}
