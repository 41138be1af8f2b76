//! A segmented control: a row of buttons, one of which is on.

use leptos::prelude::*;

/// One of the buttons: its code, which is the end of its `id`, and its text.
#[derive(Clone)]
pub struct Segment {
    pub code: &'static str,
    pub text: Signal<String>,
}

/// The row, with its accessible name.
#[component]
pub fn SegmentedControl(
    /// The start of the buttons' `id`s.
    name: &'static str,
    label: &'static str,
    segments: Vec<Segment>,
    #[prop(into)] value: Signal<&'static str>,
    #[prop(into)] on_select: Callback<&'static str>,
) -> impl IntoView {
    let segments = segments
        .into_iter()
        .map(|Segment { code, text }| {
            view! {
                <button
                    type="button"
                    class="segmented__choice"
                    id=format!("{name}-{code}")
                    aria-pressed=move || (value.get() == code).to_string()
                    on:click=move |_| on_select.run(code)
                >
                    {text}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="segmented" role="group" aria-label=label>
            {segments}
        </div>
    }
}
