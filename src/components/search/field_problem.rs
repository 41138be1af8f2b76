//! A problem beside its field.

use leptos::prelude::*;

/// Empty while there is no problem.
#[component]
pub fn FieldProblem(
    #[prop(into)] id: String,
    #[prop(into)] text: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <p class="field__problem" id=id role="alert">
            {text}
        </p>
    }
}
