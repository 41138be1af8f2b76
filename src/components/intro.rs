//! Owns: the first visit. Refuses: standing in the way of the form.

use leptos::prelude::*;

use super::button::{Look, button, price};
use super::drawing::{Drawn, draw, each};
use crate::state::locale::texts;

/// What this is for, and a way to see it work at once.
pub fn intro(sample: Callback<()>) -> Drawn {
    let t = texts();
    draw(view! {
        <div class="panel intro">
            <h3>{t.intro_title}</h3>
            <ol>{each(t.intro_steps.map(|step| view! { <li>{step}</li> }))}</ol>
            <div class="panel__steps">
                {button(Look::Plain, t.try_sample, sample)} {price(t.sample_free)}
            </div>
        </div>
    })
}
