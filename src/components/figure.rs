//! Owns: one number with its name, and on hover or focus the exact value or the formula.
//! Refuses: arithmetic.

use std::sync::atomic::{AtomicU32, Ordering};

use super::button::said;
use super::tag::{Tag, tag};
use crate::domain::metrics::Figure;
use crate::state::locale::Locale;

/// A figure's name and value in a `dl`. `mark` stands by the name, such as "est."; the formula and the
/// exact value show on hover and focus.
pub fn figure(figure: Figure, value: Option<f64>, mark: &str, locale: Locale) -> Tag {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let id = ["tip-", &NEXT.fetch_add(1, Ordering::Relaxed).to_string()].concat();
    let text = (locale.texts.figure)(figure);
    let mut term = said("dt", text.name);
    if !mark.is_empty() {
        term = term.text(" ").with(said("small", mark));
    }
    let tip = said("span", &tip(figure, value, locale))
        .class("tip")
        .attr("role", "tooltip")
        .attr("id", &id);
    let shown = locale.formats().figure(figure, value);
    tag("div")
        .class("figure")
        .attr("tabindex", "0")
        .attr("aria-describedby", &id)
        .with(term)
        .with(said("dd", &shown).text(" ").with(tip))
}

/// How a figure is worked out, and what exactly came of it.
pub fn tip(figure: Figure, value: Option<f64>, locale: Locale) -> String {
    let (t, formats) = (locale.texts, locale.formats());
    let formula = (t.figure)(figure).formula;
    match value {
        None => formula.to_owned(),
        Some(_) if figure.is_given() => {
            let exact = formats.figure_exactly(figure, value);
            [formula, " · ", &(t.exactly)(&exact)].concat()
        }
        Some(_) => [formula, " = ", &formats.precise(value)].concat(),
    }
}
