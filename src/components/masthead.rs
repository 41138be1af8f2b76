//! Owns: the head of the page: the name, what data this is, Settings. Refuses: anything of a query.

use leptos::prelude::*;

use super::icon::{Icon, shape};
use crate::state::locale::texts;

/// The head; `sample` keeps "Sample data" in sight while it is on.
#[component]
pub fn Masthead(
    #[prop(into)] sample: Signal<bool>,
    #[prop(into)] proxy: Signal<bool>,
    leave_sample: Callback<()>,
    settings: Callback<()>,
) -> impl IntoView {
    let t = texts();
    view! {
        <header class="masthead">
            <div class="masthead__name">
                <img src="favicon.svg" alt="" width="28" height="28" />
                <h1>"ClipCart"</h1>
                <p>{t.tagline}</p>
            </div>
            {move || (proxy.get() && !sample.get()).then(|| view! { <p class="badge">{t.proxy_note}</p> })}
            <button type="button" class="button" id="open-settings" on:click=move |_| settings.run(())>
                <Icon path=shape::GEAR />
                {t.settings}
            </button>
        </header>
        {move || {
            sample
                .get()
                .then(|| {
                    view! {
                        <div class="sample-bar">
                            <strong>{t.sample_badge}</strong>
                            <span>{t.sample_note}</span>
                            <button type="button" class="button button--text" on:click=move |_| leave_sample.run(())>
                                {t.leave_sample}
                            </button>
                        </div>
                    }
                })
        }}
    }
}
