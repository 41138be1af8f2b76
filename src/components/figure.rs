//! Owns: one number with its name, and on hover or focus the exact value or the formula.
//! Refuses: arithmetic.

use std::sync::atomic::{AtomicU32, Ordering};

use super::button::said;
use super::tag::{Tag, tag};
use crate::domain::metrics::Figure as Metric;
use crate::state::locale::Locale;

/// A name and a value in a `dl`; `tip` (the exact value, the formula) shows on hover and focus. `mark`
/// stands by the name, such as "est.".
pub fn figure(name: &str, mark: &str, value: &str, tip: &str) -> Tag {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let id = ["tip-", &NEXT.fetch_add(1, Ordering::Relaxed).to_string()].concat();
    let mut term = said("dt", name);
    if !mark.is_empty() {
        term = term.text(" ").with(said("small", mark));
    }
    let tip = said("span", tip)
        .class("tip")
        .attr("role", "tooltip")
        .attr("id", &id);
    tag("div")
        .class("figure")
        .attr("tabindex", "0")
        .attr("aria-describedby", &id)
        .with(term)
        .with(said("dd", value).text(" ").with(tip))
}

/// A derived figure: its formula, with the value in more digits, shows on hover and focus.
pub fn derived_figure(metric: Metric, value: Option<f64>, shown: &str, locale: Locale) -> Tag {
    let text = (locale.texts.figure)(metric);
    let tip = match value {
        Some(_) => [text.formula, " = ", &locale.formats().precise(value)].concat(),
        None => text.formula.to_owned(),
    };
    figure(text.name, "", shown, &tip)
}
