//! Where the ids are too many for a link: that it is so, and the list as a file.

use leptos::prelude::*;

use crate::components::ui::button::Button;
use crate::components::ui::show::Show;
use crate::domain::saving::StorageStatus;
use crate::state::locale::use_texts;
use crate::state::runs::Runs;
use crate::state::saved_data::SavedData;

#[component]
pub fn ListLink() -> impl IntoView {
    let t = use_texts();
    let runs = expect_context::<Runs>();
    let saved = expect_context::<SavedData>();
    view! {
        <Show when=move || runs.is_list()>
            <div class="run__list">
                <p class="field__hint">
                    {move || match saved.status.get() {
                        StorageStatus::Saving => t.runs.link_too_long,
                        _ => t.runs.list_not_saved,
                    }}
                </p>
                <Button on_click=move || runs.export_list()>{t.runs.export_list}</Button>
            </div>
        </Show>
    }
}
