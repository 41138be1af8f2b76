//! Tips: a text that shows while the pointer is on what it is about, or on the text itself. Escape hides it. A tip is
//! not reached by keys or touch: what it says must be somewhere else as well.

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::escape::close_on_escape;
use super::show::Show;

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
    view! {
        <span class="tip" role="tooltip">
            {text}
        </span>
    }
}
