//! The results region without results: the first visit, and a query that waits for consent to spend a credit.

use leptos::prelude::*;

use super::price::CreditPrice;
use crate::components::ui::button::{Button, ButtonVariant};
use crate::state::locale::use_texts;
use crate::state::search::Search;

/// The first visit: what ClipCart is for, and a way to see it work at once.
#[component]
pub fn Intro() -> impl IntoView {
    let t = use_texts();
    let steps = t
        .results
        .intro_steps
        .map(|step| view! { <li>{step}</li> })
        .collect_view();
    view! {
        <div class="panel intro">
            <h2>{t.results.intro_title}</h2>
            <ol>{steps}</ol>
            <div class="panel__steps">
                <TrySample />
                <span class="price">{t.results.sample_free}</span>
            </div>
        </div>
    }
}

/// A query that costs a credit and was not started by the user here.
#[component]
pub fn ConsentPanel() -> impl IntoView {
    let t = use_texts();
    let search = expect_context::<Search>();
    view! {
        <div class="panel">
            <h2>{t.results.consent_title}</h2>
            <p>{t.results.consent_note}</p>
            <div class="panel__steps">
                <Button variant=ButtonVariant::Primary on_click=move || search.run()>
                    {t.results.run_search}
                </Button>
                <CreditPrice />
            </div>
        </div>
    }
}

/// The way into the sample data.
#[component]
pub fn TrySample() -> impl IntoView {
    let search = expect_context::<Search>();
    view! {
        <Button on_click=move || search.go_to_sample()>{use_texts().results.try_sample}</Button>
    }
}
