//! Owns: a query that has not been run, and what it waits for. Refuses: running it unasked.

use leptos::prelude::*;

use super::button::{Look, button, price};
use super::drawing::{Drawn, draw};
use crate::state::locale::texts;

/// Waits for a key.
pub fn needs_key(settings: Callback<()>, sample: Callback<()>) -> Drawn {
    let t = texts();
    draw(view! {
        <div class="panel panel--problem" role="alert">
            <h3>{t.needs_key_title}</h3>
            <p>{t.needs_key_advice}</p>
            <div class="panel__steps">
                {button(Look::Primary, t.add_key, settings)} {button(Look::Plain, t.try_sample, sample)}
            </div>
        </div>
    })
}

/// Waits for the agreement to spend a credit.
pub fn needs_consent(run: Callback<()>) -> Drawn {
    let t = texts();
    draw(view! {
        <div class="panel" role="status">
            <h3>{t.held_title}</h3>
            <p>{t.held_advice}</p>
            <div class="panel__steps">{button(Look::Primary, t.run_query, run)} {price(t.one_credit)}</div>
        </div>
    })
}
