//! The field "Video IDs or links", and what was recognized in it.

use leptos::html;
use leptos::prelude::*;

use super::field_problem::FieldProblem;
use super::ids_report::{IdsReport, counts};
use super::url_faults::UrlFaults;
use crate::domain::query::form::Field;
use crate::state::form::{Form, FormFocus};
use crate::state::locale::use_texts;

#[component]
pub fn IdsField(#[prop(into)] on_submit: Callback<()>) -> impl IntoView {
    let t = use_texts();
    let form = expect_context::<Form>();
    let textarea = NodeRef::<html::Textarea>::new();
    let problem = Memo::new(move |_| {
        form.problems
            .with(|problems| problems.ids.map(t.search.ids_problem))
    });
    let announced = Memo::new(move |_| {
        form.parsed_ids
            .with(|parsed| (t.common.list)(&counts(parsed, t)))
    });
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
            textarea.set_value(&form.raw.with_untracked(|raw| raw.ids.clone()));
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
                aria-describedby="video-ids-hint video-ids-problem"
                aria-invalid=move || problem.with(Option::is_some).then_some("true")
                node_ref=textarea
                on:input=move |event| form.input(Field::Ids, event_target_value(&event))
                on:keydown=move |event| {
                    if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                        event.prevent_default();
                        on_submit.run(());
                    }
                }
            ></textarea>
            <p class="field__hint" id="video-ids-hint">{t.search.ids_hint}</p>
            <FieldProblem id="video-ids-problem" text=problem />
            <UrlFaults />
            // Only the counts are announced. The items can be read when they are needed.
            <p class="visually-hidden" aria-live="polite">{announced}</p>
            <IdsReport />
        </div>
    }
}
