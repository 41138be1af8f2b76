//! "Try again", which waits.

use leptos::prelude::*;
use leptos_use_interval_fn::use_interval_fn;

use super::button::{Button, ButtonVariant};
use crate::state::clock::now;
use crate::state::locale::use_texts;

/// "Try again", disabled until the seconds are over.
#[component]
pub fn CountdownButton(seconds: u32, #[prop(into)] on_click: Callback<()>) -> impl IntoView {
    let t = use_texts();
    // By the clock: a page in the background ticks late.
    let end = now() + u64::from(seconds);
    let left = RwSignal::new(u64::from(seconds));
    use_interval_fn(move || left.set(end.saturating_sub(now())), 1_000_u64);
    let text = move || match left.get() {
        0 => t.common.try_again.to_owned(),
        left => (t.common.try_again_in)(left),
    };
    view! {
        <Button variant=ButtonVariant::Primary disabled=Signal::derive(move || left.get() != 0) on_click>
            {move || text()}
        </Button>
    }
}
