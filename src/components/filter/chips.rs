//! The parts of the filter that are on, as chips. A click on one removes it.

use leptos::prelude::*;

use super::chip_text::chip_text;
use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::icon::{Icon, IconName};
use crate::components::ui::show::Show;
use crate::domain::filter::{Filter, Part};
use crate::state::analysis::Analysis;
use crate::state::locale::{use_locale, use_texts};

/// The chips. Nothing while no filter is on.
#[component]
pub fn FilterChips() -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let analysis = expect_context::<Analysis>();
    let parts = Memo::new(move |_| analysis.filter.with(Filter::parts));
    let texts = move || {
        let imported = analysis.imported.get();
        let parts = parts.get().into_iter();
        parts
            .map(|part| (chip_text(&part, &imported, locale), part))
            .collect::<Vec<_>>()
    };
    let clear = move || analysis.replace_view(|view| view.filter = Filter::default());
    view! {
        <Show when=move || parts.with(|parts| !parts.is_empty())>
            <ul class="chips" tabindex="-1" aria-label=t.filter.active>
                <For each=texts key=key let((text, part))>
                    <li>
                        <Chip text part />
                    </li>
                </For>
                <Show when=move || parts.with(|parts| parts.len() > 1)>
                    <li>
                        <Button variant=ButtonVariant::Text on_click=clear>
                            {t.filter.clear_all}
                        </Button>
                    </li>
                </Show>
            </ul>
        </Show>
    }
}

/// The text of a chip, and the condition where several may have the same text.
fn key((text, part): &(String, Part)) -> (String, Option<String>) {
    let value = match part {
        Part::Imported(value) => Some(value.to_string()),
        _ => None,
    };
    (text.clone(), value)
}

#[component]
fn Chip(text: String, part: Part) -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let remove = move |_| {
        analysis.replace_view(|view| view.filter = view.filter.clone().without(&part));
    };
    let label = (t.filter.remove)(&text);
    view! {
        <button type="button" class="chip" aria-label=label on:click=remove>
            {text}
            <Icon name=IconName::Close />
        </button>
    }
}
