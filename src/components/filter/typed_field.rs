//! A field of the filter that is typed into, with its label. It is marked while what is typed does not apply.

use leptos::ev::{Event, FocusEvent};
use leptos::html;
use leptos::prelude::*;

use crate::state::typed::Typed;

/// The field. `described_by` is the `id` of the text that says what is wrong.
#[component]
pub fn TypedField(
    #[prop(into)] label: Signal<String>,
    /// The input's `type`.
    kind: &'static str,
    typed: Typed,
    #[prop(into)] is_invalid: Signal<bool>,
    described_by: &'static str,
    /// Runs after each change of the text.
    #[prop(into)]
    on_input: Callback<()>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    // Not `prop:value`: it would write while the user types, and half a date would be gone.
    Effect::new(move || {
        typed.written.track();
        if let Some(input) = input.get() {
            input.set_value(&typed.text());
        }
    });
    let read = move |event: Event| {
        typed.input(&event);
        on_input.run(());
    };
    let read_at_end = move |event: FocusEvent| {
        // A focused field that is removed still sends `blur`, when the signals are gone.
        if input.try_get_untracked().is_none() {
            return;
        }
        let said = || untrack(|| typed.value::<String>());
        let before = said();
        typed.input(&event);
        if said() != before {
            on_input.run(());
        }
    };
    view! {
        <label class="field">
            {label}
            <input
                type=kind
                inputmode="decimal"
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=move || is_invalid.get().then_some("true")
                node_ref=input
                on:input=read
                // Some date pickers tell of a choice by this alone.
                on:change=read
                // Some browsers tell of half a date by this alone.
                on:blur=read_at_end
            />
        </label>
    }
}

/// What is wrong with the fields of a group. Empty while nothing is.
#[component]
pub fn TypedProblem(id: &'static str, #[prop(into)] text: Signal<&'static str>) -> impl IntoView {
    view! {
        <p class="field__problem" id=id aria-live="polite">
            {text}
        </p>
    }
}
