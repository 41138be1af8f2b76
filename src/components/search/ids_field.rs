//! The field "Video IDs or links", and what was recognized in it.

use leptos::html;
use leptos::prelude::*;
use leptos_use_timeout_fn::{UseTimeoutFnReturn, use_timeout_fn};

use super::field_problem::FieldProblem;
use super::ids_report::{IdsReport, counts};
use super::url_faults::UrlFaults;
use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::show::Show;
use crate::domain::ids::excerpt::excerpt;
use crate::domain::query::form::Field;
use crate::state::form::{Form, FormFocus};
use crate::state::locale::use_texts;

/// How long nothing is typed before a screen reader says what was recognized, in milliseconds.
const REST: f64 = 1_000.0;

#[component]
pub fn IdsField(#[prop(into)] on_submit: Callback<()>) -> impl IntoView {
    let t = use_texts();
    let form = expect_context::<Form>();
    let textarea = NodeRef::<html::Textarea>::new();
    let problem = Memo::new(move |_| {
        form.problems
            .with(|problems| problems.ids.map(t.search.ids_problem))
    });
    let announced = announced_counts(form);
    Effect::new(move || {
        if form.requested_focus.get() == Some(FormFocus::Field(Field::Ids))
            && let Some(textarea) = textarea.get()
        {
            let _ = textarea.focus();
            form.requested_focus.set(None);
        }
    });
    Effect::new(move || {
        form.filled.track();
        if let Some(textarea) = textarea.get() {
            let shows_excerpt = form.shows_excerpt.get_untracked();
            textarea.set_value(&form.raw.with_untracked(|raw| match shows_excerpt {
                true => excerpt(&raw.ids),
                false => raw.ids.clone(),
            }));
        }
    });
    view! {
        <div class="field search-form__ids">
            <label for="video-ids">{t.search.ids_label}</label>
            <textarea
                id="video-ids"
                name="video_ids"
                rows="4"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder=t.search.ids_placeholder
                readonly=form.shows_excerpt
                aria-describedby="video-ids-excerpt video-ids-hint video-ids-problem"
                aria-invalid=move || problem.with(Option::is_some).then_some("true")
                node_ref=textarea
                on:input=move |event| form.input(Field::Ids, event_target_value(&event))
                on:paste=move |event| form.paste(&event)
                on:keydown=move |event| {
                    if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                        event.prevent_default();
                        on_submit.run(());
                    }
                }
            ></textarea>
            <Excerpt />
            <p class="field__hint" id="video-ids-hint">{t.search.ids_hint}</p>
            <FieldProblem id="video-ids-problem" text=problem />
            <UrlFaults />
            // Only the counts are announced. The items can be read when they are needed.
            <p class="visually-hidden" aria-live="polite">{announced}</p>
            <IdsReport />
        </div>
    }
}

/// Says that the field shows only the beginning of the text.
#[component]
fn Excerpt() -> impl IntoView {
    let t = &use_texts().search;
    let form = expect_context::<Form>();
    view! {
        <Show when=form.shows_excerpt>
            <div class="search-form__excerpt">
                <span id="video-ids-excerpt">{t.excerpt}</span>
                <Button variant=ButtonVariant::Text on_click=move || form.edit_text()>
                    {t.edit_text}
                </Button>
                <Button variant=ButtonVariant::Text on_click=move || form.clear_ids()>
                    {t.clear_text}
                </Button>
            </div>
        </Show>
    }
}

/// What was recognized, once typing rests: at each letter it would only interrupt.
fn announced_counts(form: Form) -> RwSignal<String> {
    let t = use_texts();
    let text = Memo::new(move |_| {
        form.parsed_ids
            .with(|parsed| (t.common.list)(&counts(parsed, form.links, t)))
    });
    let announced = RwSignal::new(text.get_untracked());
    let UseTimeoutFnReturn { start, .. } =
        use_timeout_fn(move |()| announced.set(text.get_untracked()), REST);
    Effect::new(move || {
        // A long text is read in parts, and short links take their time.
        text.track();
        form.raw.track();
        start(());
    });
    announced
}
