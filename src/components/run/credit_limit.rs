//! The field "Credit limit".

use leptos::ev::Event;
use leptos::prelude::*;

use crate::components::search::field_problem::FieldProblem;
use crate::state::locale::use_texts;

/// The limit: what is proposed, until the user types another one.
#[derive(Clone, Copy)]
pub struct CreditLimit {
    proposed: Signal<u32>,
    typed: RwSignal<Option<String>>,
}

impl CreditLimit {
    pub fn new(proposed: Signal<u32>) -> Self {
        Self {
            proposed,
            typed: RwSignal::new(None),
        }
    }

    /// `None` if what was typed is no number of credits.
    pub fn credits(self) -> Option<u32> {
        let typed = self.typed.with(|typed| {
            let text = typed.as_ref()?;
            Some(text.trim().parse().ok())
        });
        let credits = typed.unwrap_or_else(|| Some(self.proposed.get()));
        credits.filter(|credits| *credits > 0)
    }
}

#[component]
pub fn CreditLimitField(limit: CreditLimit, hint: &'static str) -> impl IntoView {
    let t = use_texts();
    let is_wrong = Memo::new(move |_| limit.credits().is_none());
    // What was typed stays as it is, also when another number is proposed.
    let value = move || {
        let proposed = limit.proposed.get();
        let typed = limit.typed.get_untracked();
        typed.unwrap_or_else(|| proposed.to_string())
    };
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
                prop:value=value
                on:input=move |event: Event| limit.typed.set(Some(event_target_value(&event)))
            />
            <p class="field__hint" id="credit-limit-hint">{hint}</p>
            <FieldProblem id="credit-limit-problem" text=Signal::derive(problem) />
        </div>
    }
}
