//! Owns: the head of the page: the name, what data this is, Settings. Refuses: anything of a query.

use leptos::prelude::*;

use super::button::{Look, button};
use super::drawing::{draw, live};
use super::icon::{icon, shape};
use crate::state::locale::texts;

/// The head; `sample` keeps "Sample data" in sight while it is on.
#[component]
pub fn Masthead(
    sample: Memo<bool>,
    proxy: Signal<bool>,
    leave_sample: Callback<()>,
    settings: Callback<()>,
) -> impl IntoView {
    let t = texts();
    let badge = live(move || match proxy.get() && !sample.get() {
        true => draw(view! { <p class="badge">{t.proxy_note}</p> }),
        false => draw(()),
    });
    let sample_bar = live(move || match sample.get() {
        true => draw(view! {
            <div class="sample-bar" role="region" aria-label=t.sample_badge>
                <strong>{t.sample_badge}</strong>
                <span>{t.sample_note}</span>
                {button(Look::Text, t.leave_sample, leave_sample)}
            </div>
        }),
        false => draw(()),
    });
    draw(view! {
        <header class="masthead">
            <div class="masthead__name">
                <img src="favicon.svg" alt="" width="28" height="28" />
                <h1>"ClipCart"</h1>
                <p>{t.tagline}</p>
            </div>
            {badge}
            <button type="button" class="button" id="open-settings" on:click=move |_| settings.run(())>
                {icon(shape::GEAR)}
                {t.settings}
            </button>
        </header>
        {sample_bar}
    })
}
