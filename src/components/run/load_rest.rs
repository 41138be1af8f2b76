//! Further rows of a search that one request began.

use leptos::prelude::*;

use crate::components::results::failure::FailureMessage;
use crate::components::ui::button::Button;
use crate::components::ui::countdown::CountdownButton;
use crate::components::ui::lazy_view::{LazyView, lazy};
use crate::components::ui::show::Show;
use crate::domain::search::error::SearchError;
use crate::state::locale::use_texts;
use crate::state::rest::Rest;

/// Its code is loaded when there may be further rows.
#[component]
pub fn LoadRest() -> impl IntoView {
    let rest = expect_context::<Rest>();
    let is_offered = Memo::new(move |_| rest.is_offered() || rest.error.with(Option::is_some));
    view! {
        <Show when=is_offered>
            <LazyView load=|()| offer() />
        </Show>
    }
}

lazy! { runs: fn offer() -> AnyView = view! { <Offer /> }.into_any() }

#[component]
fn Offer() -> impl IntoView {
    let t = use_texts();
    let rest = expect_context::<Rest>();
    let error = move || {
        let error = rest.error.get()?;
        Some(view! {
            <div class="panel panel--problem">
                <FailureMessage error has_earlier=false />
            </div>
        })
    };
    let note = move || (t.runs.more_rows)(rest.ids_without_row());
    let wait = move || match rest.error.get()? {
        SearchError::TooFast { seconds, .. } => seconds,
        _ => None,
    };
    let load_button = move || {
        view! {
            <Button
                disabled=rest.is_loading
                described_by="load-rest-price"
                on_click=move || rest.load()
            >
                {t.runs.load_rest}
            </Button>
        }
    };
    let button = move || match wait() {
        Some(seconds) => {
            view! { <CountdownButton seconds on_click=move || rest.load() /> }.into_any()
        }
        None => load_button().into_any(),
    };
    view! {
        {error}
        <div class="notice load-rest">
            <p>{note}</p>
            <div class="panel__steps">
                {button}
                <span class="price" id="load-rest-price">{t.runs.load_rest_price}</span>
            </div>
        </div>
    }
}
