//! Owns: a labelled list to choose one from. Refuses: keeping the choice.

use leptos::prelude::event_target_value;

use crate::components::ui::button::said;
use crate::components::tag::{Tag, tag};

/// A list whose choice follows signals; each option is a code and a name.
pub fn choice(
    id: &str,
    label: &str,
    options: impl IntoIterator<Item = (&'static str, &'static str)>,
    chosen: impl Fn() -> &'static str + 'static,
    pick: impl Fn(String) + 'static,
) -> Tag {
    let options = options
        .into_iter()
        .map(|(code, name)| said("option", name).attr("value", code));
    let select = tag("select")
        .attr("id", id)
        .with_all(options)
        .live_prop("value", move || chosen().into())
        .on("change", move |event| pick(event_target_value(&event)));
    tag("div")
        .class("field")
        .with(said("label", label).attr("for", id))
        .with(select)
}
