//! Owns: a button that waits. Refuses: pressing itself.

use std::time::Duration;

use leptos::prelude::*;

use super::button::{Look, bare_button};
use super::tag::Tag;
use crate::state::locale::texts;

/// "Try again", disabled until the seconds are over.
pub fn countdown_button(seconds: u32, press: impl FnMut() + 'static) -> Tag {
    let t = texts();
    let left = RwSignal::new(seconds);
    let tick = move || left.update(|left| *left = left.saturating_sub(1));
    if let Ok(ticking) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || ticking.clear());
    }
    bare_button(Look::Primary)
        .live_attr("disabled", move || (left.get() != 0).then_some(""))
        .live_text(move || match left.get() {
            0 => t.try_again.to_owned(),
            left => (t.try_again_in)(left),
        })
        .press(press)
}
