//! Whether one page of the query is shown, or all that are saved.

use leptos::prelude::*;

use crate::components::ui::show::Show;
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

/// A checkbox when several pages are saved. With one, a note if the address asks for all.
#[component]
pub fn AllPagesToggle() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let is_on = Memo::new(move |_| analysis.view.with(|view| view.all_pages));
    let has_several = Memo::new(move |_| analysis.page_count.get() > 1);
    view! {
        <Show when=move || has_several.get()>
            <label class="filter__option">
                <input
                    type="checkbox"
                    prop:checked=is_on
                    on:change=move |event| {
                        let all_pages = event_target_checked(&event);
                        analysis.replace_view(|view| view.all_pages = all_pages);
                    }
                />
                <span>{move || (t.results.all_pages)(analysis.page_count.get())}</span>
            </label>
        </Show>
        <Show when=move || is_on.get() && !has_several.get()>
            <p class="notice">{t.results.one_page_loaded}</p>
        </Show>
    }
}
