//! On the start page: searches that were begun and not finished.

use leptos::prelude::*;

use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::lazy_view::{LazyView, lazy};
use crate::components::ui::show::Show;
use crate::domain::runs::unfinished::UnfinishedRun;
use crate::state::locale::{use_locale, use_texts};
use crate::state::runs::Runs;

/// Its code is loaded if there are some.
#[component]
pub fn UnfinishedRuns() -> impl IntoView {
    let runs = expect_context::<Runs>();
    let has_some = Memo::new(move |_| runs.unfinished.with(|unfinished| !unfinished.is_empty()));
    view! {
        <Show when=has_some>
            <LazyView load=|()| list() />
        </Show>
    }
}

lazy! { runs: fn list() -> AnyView = view! { <List /> }.into_any() }

#[component]
fn List() -> impl IntoView {
    let t = use_texts();
    let runs = expect_context::<Runs>();
    move || {
        let unfinished = runs.unfinished.get();
        let title = match unfinished.len() {
            1 => t.runs.unfinished_title,
            _ => t.runs.unfinished_list,
        };
        let unfinished = unfinished.into_iter();
        let unfinished = unfinished.map(|run| view! { <Unfinished run /> });
        view! {
            <section class="panel run" aria-label=title>
                <h2>{title}</h2>
                <div class="run__unfinished">{unfinished.collect_view()}</div>
            </section>
        }
    }
}

#[component]
fn Unfinished(run: UnfinishedRun) -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let runs = expect_context::<Runs>();
    let time = locale.formats().date(run.updated_at);
    let text = (t.runs.unfinished)(run.known, run.ids.len(), &time);
    let first = run.ids.iter().next();
    let first = first.map(|id| (t.runs.first_id)(&id.to_string()));
    let (ids, discarded) = (run.ids.clone(), run.ids);
    let label = text.clone();
    view! {
        <div class="run__offer" role="group" aria-label=label>
            <p>{text} <br /> <span class="run__first-id">{first}</span></p>
            <div class="panel__steps">
                <Button
                    variant=ButtonVariant::Primary
                    on_click=move || runs.continue_with(ids.clone())
                >
                    {t.runs.continue_search}
                </Button>
                <span class="price">{t.runs.price}</span>
                <Button on_click=move || runs.discard(discarded.clone())>{t.runs.discard}</Button>
            </div>
        </div>
    }
}
