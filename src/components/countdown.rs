//! Owns: a button that waits. Refuses: pressing itself.

use std::time::Duration;

use leptos::prelude::*;

use super::drawing::{Drawn, draw, words};
use crate::state::locale::texts;

/// "Try again", disabled until the seconds are over.
pub fn countdown_button(seconds: u32, press: Callback<()>) -> Drawn {
    let t = texts();
    let left = RwSignal::new(seconds);
    let tick = move || left.update(|left| *left = left.saturating_sub(1));
    if let Ok(ticking) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || ticking.clear());
    }
    let label = move || match left.get() {
        0 => t.try_again.to_owned(),
        left => (t.try_again_in)(left),
    };
    draw(view! {
        <button
            type="button"
            class="button button--primary"
            disabled=move || left.get() != 0
            on:click=move |_| press.run(())
        >
            {words(label)}
        </button>
    })
}
