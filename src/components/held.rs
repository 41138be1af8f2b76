//! Owns: a query that has not been run, and what it waits for. Refuses: running it unasked.

use leptos::prelude::*;

use crate::state::locale::texts;

/// Waits for a key, or for the agreement to spend a credit.
#[component]
pub fn Held(
    #[prop(into)] needs_key: Signal<bool>,
    run: Callback<()>,
    settings: Callback<()>,
    sample: Callback<()>,
) -> impl IntoView {
    let t = texts();
    move || match needs_key.get() {
        true => view! {
            <div class="panel panel--problem" role="alert">
                <h3>{t.needs_key_title}</h3>
                <p>{t.needs_key_advice}</p>
                <div class="panel__steps">
                    <button type="button" class="button button--primary" on:click=move |_| settings.run(())>
                        {t.add_key}
                    </button>
                    <button type="button" class="button" on:click=move |_| sample.run(())>
                        {t.try_sample}
                    </button>
                </div>
            </div>
        }
        .into_any(),
        false => view! {
            <div class="panel">
                <h3>{t.held_title}</h3>
                <p>{t.held_advice}</p>
                <div class="panel__steps">
                    <button type="button" class="button button--primary" on:click=move |_| run.run(())>
                        {t.run_query}
                    </button>
                    <span class="price">{t.one_credit}</span>
                </div>
            </div>
        }
        .into_any(),
    }
}
