//! In a tab whose search another tab runs.

use leptos::prelude::*;

use crate::components::ui::button::Button;
use crate::state::locale::use_texts;
use crate::state::runs::Runs;

#[component]
pub fn Elsewhere() -> impl IntoView {
    let t = use_texts();
    let runs = expect_context::<Runs>();
    view! {
        <div class="panel run" role="status">
            <h2>{t.runs.elsewhere_title}</h2>
            <p>{t.runs.elsewhere_note}</p>
            <Button on_click=move || runs.try_here()>{t.runs.look_again}</Button>
        </div>
    }
}
