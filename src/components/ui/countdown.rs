//! Owns: a button that waits. Refuses: pressing itself.

use std::time::Duration;

use leptos::prelude::*;

use crate::components::ui::button::{ButtonVariant, bare_button};
use crate::components::tag::Tag;
use crate::state::clock::now;
use crate::state::locale::texts;

/// "Try again", disabled until the seconds are over.
pub fn countdown_button(seconds: u32, press: impl FnMut() + 'static) -> Tag {
    let t = texts();
    let left = RwSignal::new(u64::from(seconds));
    // By the clock: a page in the background ticks late.
    let until = now() + u64::from(seconds);
    let tick = move || left.set(until.saturating_sub(now()));
    if let Ok(ticking) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || ticking.clear());
    }
    bare_button(ButtonVariant::Primary)
        .live_attr("disabled", move || (left.get() != 0).then_some(""))
        .live_text(move || match left.get() {
            0 => t.try_again.to_owned(),
            left => (t.try_again_in)(left),
        })
        .press(press)
}
