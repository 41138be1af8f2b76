//! Tips: a text that shows while the pointer is on what it is about, or on the text itself. Escape hides it. A tip is
//! not reached by keys or touch: what it says must be somewhere else as well.

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use leptos_use_timeout_fn::{UseTimeoutFnReturn, use_timeout_fn};

use super::escape::close_on_escape;
use super::show::Show;

/// The pointer can move onto a tip that has been there for so many milliseconds. Before, a tip is not in the way of a
/// pointer that moves on to what is below.
pub const HOVERABLE_AFTER: f64 = 300.0;

/// Whether a tip is shown.
#[derive(Clone, Copy)]
pub struct TipState(RwSignal<bool>);

impl TipState {
    pub fn new() -> Self {
        Self(RwSignal::new(false))
    }

    /// For `pointerenter` of the element that the tip is in. A finger can't hover.
    pub fn enter(self, event: &PointerEvent) {
        self.0.set(event.pointer_type() != "touch");
    }

    /// For `pointerleave`.
    pub fn leave(self) {
        self.0.set(false);
    }
}

impl Default for TipState {
    fn default() -> Self {
        Self::new()
    }
}

/// The tip, below the line that it is in. It must be inside the element that it is about, so that the pointer can move
/// onto it.
#[component]
pub fn Tip(state: TipState, #[prop(into)] text: Callback<(), String>) -> impl IntoView {
    view! {
        <Show when=move || state.0.get()>
            <TipBox state text=text.run(()) />
        </Show>
    }
}

#[component]
fn TipBox(state: TipState, text: String) -> impl IntoView {
    close_on_escape(move || state.leave());
    let is_hoverable = RwSignal::new(false);
    let UseTimeoutFnReturn { start, .. } =
        use_timeout_fn(move |()| is_hoverable.set(true), HOVERABLE_AFTER);
    start(());
    view! {
        <span class="tip" class:tip--hoverable=is_hoverable role="tooltip">
            {text}
        </span>
    }
}
