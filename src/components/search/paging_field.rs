//! The fields "Page" and "Page size".

use leptos::html;
use leptos::prelude::*;

use super::field_problem::FieldProblem;
use crate::domain::query::form::Field;
use crate::domain::query::paging::{PageNum, PageSize};
use crate::state::form::{Form, FormFocus};
use crate::state::locale::use_texts;

/// The field of the page number or the page size.
#[component]
pub fn PagingField(field: Field) -> impl IntoView {
    let t = use_texts();
    let form = expect_context::<Form>();
    let input = NodeRef::<html::Input>::new();
    let (label, id, name, max) = match field {
        Field::Size => (
            t.search.size_label,
            "page-size",
            "page_size",
            PageSize::MAX.into(),
        ),
        _ => (t.search.page_label, "page-num", "page_num", PageNum::MAX),
    };
    let problem = Memo::new(move |_| {
        let problem = form.problems.with(|problems| match field {
            Field::Size => problems.size.map(t.search.size_problem),
            _ => problems.page.map(t.search.page_problem),
        });
        problem.map(str::to_owned)
    });
    Effect::new(move || {
        if form.requested_focus.get() == Some(FormFocus::Field(field))
            && let Some(input) = input.get()
        {
            let _ = input.focus();
            form.requested_focus.set(None);
        }
    });
    // Written only when the form is filled: a number field would lose what is being typed.
    Effect::new(move || {
        form.filled.track();
        if let Some(input) = input.get() {
            input.set_value(
                form.raw
                    .with_untracked(|raw| raw.field(field).to_owned())
                    .as_str(),
            );
        }
    });
    let problem_id = format!("{id}-problem");
    view! {
        <div class="field search-form__number">
            <label for=id>{label}</label>
            <input
                id=id
                name=name
                type="number"
                inputmode="numeric"
                min="1"
                max=max.to_string()
                step="1"
                autocomplete="off"
                aria-describedby=problem_id.clone()
                aria-invalid=move || problem.with(Option::is_some).then_some("true")
                node_ref=input
                on:input=move |event| form.input_number(field, &event)
            />
            <FieldProblem id=problem_id text=problem />
        </div>
    }
}
