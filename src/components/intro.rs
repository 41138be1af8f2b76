//! Owns: the first visit. Refuses: standing in the way of the form.

use leptos::prelude::*;

use crate::state::locale::texts;

/// What this is for, and a way to see it work at once.
#[component]
pub fn Intro(sample: Callback<()>) -> impl IntoView {
    let t = texts();
    view! {
        <div class="panel intro">
            <h3>{t.intro_title}</h3>
            <ol>{t.intro_steps.map(|step| view! { <li>{step}</li> }).collect_view()}</ol>
            <div class="panel__steps">
                <button type="button" class="button" on:click=move |_| sample.run(())>
                    {t.try_sample}
                </button>
                <span class="price">{t.sample_free}</span>
            </div>
        </div>
    }
}
