//! On the start page: searches that were begun and not finished.

use leptos::prelude::*;

use crate::components::ui::button::{Button, ButtonVariant};
use crate::domain::runs::unfinished::UnfinishedRun;
use crate::state::locale::use_locale;
use crate::state::runs::Runs;

#[component]
pub fn UnfinishedRuns() -> impl IntoView {
    let runs = expect_context::<Runs>();
    move || {
        let unfinished = runs.unfinished.get().into_iter();
        unfinished
            .map(|run| view! { <Unfinished run /> })
            .collect_view()
    }
}

#[component]
fn Unfinished(run: UnfinishedRun) -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let runs = expect_context::<Runs>();
    let time = locale.formats().date(run.updated_at);
    let text = (t.runs.unfinished)(run.known, run.ids.len(), &time);
    let (ids, discarded) = (run.ids.clone(), run.ids);
    view! {
        <section class="panel run" aria-label=t.runs.unfinished_title>
            <h2>{t.runs.unfinished_title}</h2>
            <p>{text}</p>
            <div class="panel__steps">
                <Button
                    variant=ButtonVariant::Primary
                    on_click=move || runs.continue_with(ids.clone())
                >
                    {t.runs.continue_search}
                </Button>
                <Button on_click=move || runs.discard(&discarded)>{t.runs.discard}</Button>
            </div>
        </section>
    }
}
