//! Further rows of a search that one request began.

use leptos::prelude::*;

use crate::components::ui::button::Button;
use crate::components::ui::show::Show;
use crate::state::locale::use_texts;
use crate::state::rest::Rest;
use crate::state::settings::Settings;

#[component]
pub fn LoadRest() -> impl IntoView {
    let t = use_texts();
    let rest = expect_context::<Rest>();
    let settings = expect_context::<Settings>();
    let is_offered = Memo::new(move |_| rest.is_offered());
    let error = move || {
        let text = (t.errors.failure)(&rest.error.get()?, settings.is_proxy());
        Some(view! {
            <div class="notice notice--problem" role="alert">
                <p>{text.title}</p>
                <p>{text.advice}</p>
            </div>
        })
    };
    let note = move || (t.runs.more_rows)(rest.ids_without_row());
    view! {
        {error}
        <Show when=is_offered>
            <div class="notice load-rest">
                <p>{note}</p>
                <div class="panel__steps">
                    <Button disabled=rest.is_loading described_by="load-rest-price" on_click=move || rest.load()>
                        {t.runs.load_rest}
                    </Button>
                    <span class="price" id="load-rest-price">{t.runs.load_rest_price}</span>
                </div>
            </div>
        </Show>
    }
}
