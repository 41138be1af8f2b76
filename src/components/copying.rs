//! Owns: a button that copies a text and says whether it could. Refuses: knowing what the text is.

use leptos::prelude::*;

use super::drawing::{Drawn, draw, live, words};
use super::icon::{icon, shape};
use crate::state::copying::{Copied, copying};
use crate::state::locale::texts;

/// Copies `text`; where the browser refuses, the text is shown to be copied by hand.
pub fn copy_button(label: &'static str, done: &'static str, text: String) -> Drawn {
    let t = texts();
    let (outcome, copy) = copying();
    let copied = text.clone();
    let said = words(move || match outcome.get() {
        Some(Copied::Done) => done.to_owned(),
        _ => String::new(),
    });
    let by_hand = live(move || match outcome.get() {
        Some(Copied::Refused) => draw(view! {
            <label class="copying__by-hand">
                {t.copy_by_hand} <input type="text" readonly value=text.clone() />
            </label>
        }),
        _ => draw(()),
    });
    draw(view! {
        <span class="copying">
            <button type="button" class="button" on:click=move |_| copy(copied.clone())>
                {icon(shape::LINK)}
                {label}
            </button>
            <span role="status" class="copying__said">{said}</span>
            {by_hand}
        </span>
    })
}
