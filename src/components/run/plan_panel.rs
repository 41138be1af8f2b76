//! What a search takes, before anything is spent.

use leptos::prelude::*;

use super::credit_limit::{CreditLimit, CreditLimitField};
use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::checkbox::Checkbox;
use crate::components::ui::show::Show;
use crate::domain::dates::age::age;
use crate::state::clock::now;
use crate::state::locale::{use_locale, use_texts};
use crate::state::runs::Runs;
use crate::state::settings::Settings;

#[component]
pub fn PlanPanel() -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let runs = expect_context::<Runs>();
    let settings = expect_context::<Settings>();
    // A limit that was typed stays when the plan changes.
    let limit = CreditLimit::new(Signal::derive(move || runs.proposed_credits()));
    let ids = runs.ids().map_or(0, |ids| ids.len());
    let requests = Memo::new(move |_| runs.open_requests());
    let (is_begun, is_fresh) = (runs.is_begun(), runs.is_fresh());
    let title = match is_begun {
        true => t.runs.unfinished_title,
        false => t.runs.plan_title,
    };
    let credits = runs.credits();
    let used_before = (credits.max() > 0).then(|| {
        let possible = Some(credits.possible).filter(|possible| *possible > 0);
        (t.runs.used_before)(credits.used, possible)
    });
    let hint = match is_begun {
        true => t.runs.credit_limit_hint_left,
        false => t.runs.credit_limit_hint,
    };
    let known = move || {
        let (known, oldest) = runs.known.get()?;
        let time = locale.formats().ago(age(oldest, now()));
        Some(match is_fresh {
            true => (t.runs.fetched_again)(known, ids),
            false => (t.runs.known)(known, ids, &time),
        })
    };
    let is_limit_low = Memo::new(move |_| {
        let least = requests.get();
        limit
            .credits()
            .is_some_and(|credits| u64::from(credits) < least as u64)
    });
    let start_text = move || match is_begun {
        true => (t.runs.go_on)(requests.get()),
        false => (t.runs.start)(requests.get()),
    };
    view! {
        <section class="panel run" aria-label=title>
            <h2>{title}</h2>
            <p class="run__facts">{move || (t.runs.plan_facts)(ids, requests.get())}</p>
            <p>{(t.runs.plan_more)(settings.ids_per_request())}</p>
            <p>{known}</p>
            {used_before.map(|text| view! { <p>{text}</p> })}
            <Show when=move || !is_begun && runs.known.get().is_some()>
                <UseSaved />
            </Show>
            {is_fresh
                .then(|| {
                    view! {
                        <p>{t.runs.earlier_shown}</p>
                        <Button on_click=move || runs.use_saved_instead()>
                            {t.runs.use_saved_instead}
                        </Button>
                    }
                })}
            <div class="run__start">
                <CreditLimitField limit hint />
                <StartButton limit text=Signal::derive(start_text) />
            </div>
            <p class="field__hint" role="status">
                {move || is_limit_low.get().then_some(t.runs.limit_below_least)}
            </p>
        </section>
    }
}

/// Without a key there is nothing to start yet.
#[component]
fn StartButton(limit: CreditLimit, text: Signal<String>) -> impl IntoView {
    let t = use_texts();
    let runs = expect_context::<Runs>();
    let settings = expect_context::<Settings>();
    let needs_key = Memo::new(move |_| settings.needs_key());
    let start = move |()| {
        if let Some(credits) = limit.credits() {
            runs.start(credits);
        }
    };
    move || match needs_key.get() {
        true => view! {
            <Button variant=ButtonVariant::Primary on_click=move || settings.open()>
                {t.errors.add_key}
            </Button>
        }
        .into_any(),
        false => view! {
            <Button
                variant=ButtonVariant::Primary
                disabled=Signal::derive(move || limit.credits().is_none())
                on_click=start
            >
                {text}
            </Button>
        }
        .into_any(),
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
