//! The field "Credit limit".

use leptos::ev::Event;
use leptos::prelude::*;

use crate::components::search::field_problem::FieldProblem;
use crate::state::locale::use_texts;

/// The limit as it is typed; `None` if it is no number of credits.
#[derive(Clone, Copy)]
pub struct CreditLimit {
    text: RwSignal<String>,
}

impl CreditLimit {
    pub fn new(credits: u32) -> Self {
        Self {
            text: RwSignal::new(credits.to_string()),
        }
    }

    pub fn credits(self) -> Option<u32> {
        let credits = self.text.with(|text| text.trim().parse().ok());
        credits.filter(|credits| *credits > 0)
    }
}

#[component]
pub fn CreditLimitField(limit: CreditLimit) -> impl IntoView {
    let t = use_texts();
    let is_wrong = Memo::new(move |_| limit.credits().is_none());
    let problem = move || {
        is_wrong
            .get()
            .then(|| t.runs.credit_limit_problem.to_owned())
    };
    view! {
        <div class="field run__limit">
            <label for="credit-limit">{t.runs.credit_limit}</label>
            <input
                id="credit-limit"
                type="number"
                inputmode="numeric"
                min="1"
                step="1"
                autocomplete="off"
                aria-describedby="credit-limit-hint credit-limit-problem"
                aria-invalid=move || is_wrong.get().then_some("true")
                value=limit.text.get_untracked()
                on:input=move |event: Event| limit.text.set(event_target_value(&event))
            />
            <p class="field__hint" id="credit-limit-hint">{t.runs.credit_limit_hint}</p>
            <FieldProblem id="credit-limit-problem" text=Signal::derive(problem) />
        </div>
    }
}
