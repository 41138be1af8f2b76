//! What a search takes, before anything is spent.

use leptos::prelude::*;

use super::credit_limit::{CreditLimit, CreditLimitField};
use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::checkbox::Checkbox;
use crate::domain::dates::age::age;
use crate::state::clock::now;
use crate::state::locale::{use_locale, use_texts};
use crate::state::runs::Runs;
use crate::state::settings::Settings;

#[component]
pub fn PlanPanel() -> impl IntoView {
    let runs = expect_context::<Runs>();
    let limit = CreditLimit::new(Signal::derive(move || runs.proposed_credits()));
    // Another plan, another panel. A limit that was typed stays.
    move || {
        let has_plan = runs.plan.with(Option::is_some);
        has_plan.then(|| view! { <PlanContents limit /> })
    }
}

#[component]
fn PlanContents(limit: CreditLimit) -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let runs = expect_context::<Runs>();
    let settings = expect_context::<Settings>();
    let ids = untrack(|| runs.ids()).map_or(0, |ids| ids.len());
    let requests = untrack(|| runs.open_requests());
    let is_begun = runs.is_begun();
    let title = match is_begun {
        true => t.runs.unfinished_title,
        false => t.runs.plan_title,
    };
    let start_text = match is_begun {
        true => (t.runs.go_on)(requests),
        false => (t.runs.start)(requests),
    };
    let known = runs.known.get_untracked().map(|(known, oldest)| {
        (t.runs.known)(known, ids, &locale.formats().ago(age(oldest, now())))
    });
    let start = move |()| {
        if let Some(credits) = limit.credits() {
            runs.start(credits);
        }
    };
    let main = move || match settings.needs_key() {
        true => view! {
            <Button variant=ButtonVariant::Primary on_click=move || settings.open()>
                {t.errors.add_key}
            </Button>
        }
        .into_any(),
        false => {
            let text = start_text.clone();
            view! {
                <Button
                    variant=ButtonVariant::Primary
                    disabled=Signal::derive(move || limit.credits().is_none())
                    on_click=start
                >
                    {text}
                </Button>
            }
            .into_any()
        }
    };
    view! {
        <section class="panel run" aria-label=title>
            <h2>{title}</h2>
            <p class="run__facts">{(t.runs.plan_facts)(ids, requests)}</p>
            <p>{t.runs.plan_more}</p>
            {known
                .map(|known| {
                    view! {
                        <p>{known}</p>
                        {(!is_begun).then(|| view! { <UseSaved /> })}
                    }
                })}
            <div class="run__start">
                <CreditLimitField limit />
                {main}
            </div>
        </section>
    }
}

#[component]
fn UseSaved() -> impl IntoView {
    let t = use_texts();
    let runs = expect_context::<Runs>();
    view! {
        <Checkbox
            label=t.runs.use_saved
            checked=runs.uses_saved
            on_change=Callback::new(move |uses_saved| runs.use_saved(uses_saved))
        />
    }
}
