//! Owns: one number with its name, and on hover or focus the exact value or the formula.
//! Refuses: arithmetic.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::components::ui::button::said;
use crate::components::tag::{Tag, tag};
use crate::domain::metrics::Metric;
use crate::state::locale::Locale;

/// A metric's name and value in a `dl`. `mark` stands by the name, such as "est."; the formula and the
/// exact value show on hover and focus.
pub fn metric(metric: Metric, value: Option<f64>, mark: &str, locale: Locale) -> Tag {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let id = ["tip-", &NEXT.fetch_add(1, Ordering::Relaxed).to_string()].concat();
    let text = (locale.texts.metric)(metric);
    let mut term = said("dt", text.name);
    if !mark.is_empty() {
        term = term.text(" ").with(said("small", mark));
    }
    let tip = said("span", &tip(metric, value, locale))
        .class("tip")
        .attr("role", "tooltip")
        .attr("id", &id);
    let shown = locale.formats().metric(metric, value);
    tag("div")
        .class("metric")
        .attr("tabindex", "0")
        .attr("aria-describedby", &id)
        .with(term)
        .with(said("dd", &shown).text(" ").with(tip))
}

/// How a metric is worked out, and what exactly came of it.
pub fn tip(metric: Metric, value: Option<f64>, locale: Locale) -> String {
    let (t, formats) = (locale.texts, locale.formats());
    let formula = (t.metric)(metric).formula;
    match value {
        None => formula.to_owned(),
        Some(_) if metric.is_given() => {
            let exact = formats.metric_exactly(metric, value);
            [formula, " · ", &(t.exactly)(&exact)].concat()
        }
        Some(_) => [formula, " = ", &formats.precise(value)].concat(),
    }
}
