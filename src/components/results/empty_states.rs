//! Owns: the results region while there is nothing to show: the first visit, and a query that waits for
//! the agreement to spend a credit. Refuses: running anything unasked.

use crate::components::ui::button::{ButtonVariant, button, credit, price, said};
use crate::components::tag::{Tag, tag};
use crate::state::locale::texts;
use crate::state::search::Search;

/// The first visit: what this is for, and a way to see it work at once.
pub fn intro(search: Search) -> Tag {
    let t = texts();
    tag("div")
        .class("panel intro")
        .with(said("h2", t.intro_title))
        .with(tag("ol").with_all(t.intro_steps.map(|step| said("li", step))))
        .with(steps(vec![try_sample(search), price(t.sample_free)]))
}

/// Waits for the agreement to spend a credit.
pub fn needs_consent(search: Search) -> Tag {
    let t = texts();
    tag("div")
        .class("panel")
        .with(said("h2", t.held_title))
        .with(said("p", t.held_advice))
        .with(steps(vec![
            button(ButtonVariant::Primary, t.run_query, move || search.again(false)),
            credit(search),
        ]))
}

/// The way into the sample.
pub fn try_sample(search: Search) -> Tag {
    button(ButtonVariant::Plain, texts().try_sample, move || {
        search.go_to_sample()
    })
}

fn steps(steps: Vec<Tag>) -> Tag {
    tag("div").class("panel__steps").with_all(steps)
}
