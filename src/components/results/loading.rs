//! A search that is running: progress, and outlines of the cards to come.

use leptos::prelude::*;

use crate::components::ui::button::{Button, ButtonVariant};
use crate::state::locale::use_texts;
use crate::state::search::Search;

#[component]
pub fn Loading(outlines: u8) -> impl IntoView {
    let t = use_texts();
    let search = expect_context::<Search>();
    let outlines = (0..outlines)
        .map(|_| {
            view! {
                <div class="card card--skeleton">
                    <div class="media"></div>
                    <div class="card__sales"></div>
                    <div class="card__about"></div>
                </div>
            }
        })
        .collect_view();
    view! {
        <div class="progress">
            <div class="progress__bar" role="progressbar" aria-label=t.results.loading></div>
            <p>{t.results.loading}</p>
            <Button variant=ButtonVariant::Text on_click=move || search.cancel()>
                {t.common.cancel}
            </Button>
        </div>
        <div class="cards" aria-hidden="true">{outlines}</div>
    }
}
