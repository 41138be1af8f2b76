//! Owns: the form. Its static copy in `index.html` has the same fields, ids and classes.
//! Refuses: sending; it hands a checked query on.

use leptos::prelude::*;

use super::pasted_report::PastedReport;
use crate::domain::form::{Field, RawForm};
use crate::domain::query::{FaultReason, LinkFault, Query};
use crate::messages::Texts;
use crate::state::form::{Form, field_id};
use crate::state::locale::texts;

/// The query form. `price` stands by the button.
#[component]
pub fn QueryForm(
    form: Form,
    ids_per_request: usize,
    #[prop(into)] price: Signal<&'static str>,
    submit: Callback<Query>,
) -> impl IntoView {
    let t = texts();
    let send = move || {
        if let Some(query) = form.submit() {
            submit.run(query);
        }
    };
    let ids_problem = Memo::new(move |_| form.problems.with(|problems| problems.ids.map(t.ids_problem)));
    let shortcut = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            send();
        }
    };
    view! {
        <form
            class="ask"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <div class="field ask__ids">
                <label for=field_id(Field::Ids)>{t.ids_label}</label>
                <textarea
                    id=field_id(Field::Ids)
                    name="video_ids"
                    rows="4"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    placeholder=t.ids_placeholder
                    aria-describedby="video-ids-hint video-ids-problem"
                    aria-invalid=move || ids_problem.with(Option::is_some).then_some("true")
                    prop:value=move || form.raw.with(|raw| raw.ids.clone())
                    on:input=move |event| form.raw.update(|raw| raw.ids = event_target_value(&event))
                    on:keydown=shortcut
                ></textarea>
                <p class="field__hint" id="video-ids-hint">{t.ids_hint}</p>
                <FieldProblem id="video-ids-problem" text=ids_problem />
                <LinkFaults faults=form.faults t />
                <PastedReport pasted=form.pasted ids_per_request />
            </div>
            <div class="ask__controls">
                <PagingField form field=Field::Page t />
                <PagingField form field=Field::Size t />
                <div class="ask__go">
                    <button type="submit" class="button button--primary" aria-describedby="search-price">
                        {t.search}
                    </button>
                    <span class="price" id="search-price">{price}</span>
                    <kbd class="ask__shortcut">{t.search_shortcut}</kbd>
                </div>
            </div>
        </form>
    }
}

/// A number of the paging, with its problem.
#[component]
fn PagingField(form: Form, field: Field, t: &'static Texts) -> impl IntoView {
    let is_page = matches!(field, Field::Page);
    let (label, name, max) = match is_page {
        true => (t.page_label, "page_num", "100000"),
        false => (t.size_label, "page_size", "10"),
    };
    let problem_id = if is_page { "page-num-problem" } else { "page-size-problem" };
    let problem = Memo::new(move |_| {
        form.problems.with(|problems| match is_page {
            true => problems.page.map(|problem| (t.page_problem)(problem).to_owned()),
            false => problems.size.map(|problem| (t.size_problem)(problem).to_owned()),
        })
    });
    let value = move || {
        form.raw.with(|RawForm { page, size, .. }| if is_page { page.clone() } else { size.clone() })
    };
    let write = move |text: String| {
        form.raw.update(|raw| if is_page { raw.page = text } else { raw.size = text });
    };
    view! {
        <div class="field ask__number">
            <label for=field_id(field)>{label}</label>
            <input
                id=field_id(field)
                name=name
                type="number"
                inputmode="numeric"
                min="1"
                max=max
                step="1"
                autocomplete="off"
                aria-describedby=problem_id
                aria-invalid=move || problem.with(Option::is_some).then_some("true")
                prop:value=value
                on:input=move |event| write(event_target_value(&event))
            />
            <FieldProblem id=problem_id text=problem />
        </div>
    }
}

/// A problem beside its field.
#[component]
fn FieldProblem(id: &'static str, text: Memo<Option<String>>) -> impl IntoView {
    view! {
        <p class="field__problem" id=id role="alert">
            {text}
        </p>
    }
}

/// What was wrong with the link that filled the form.
#[component]
fn LinkFaults(faults: RwSignal<Vec<LinkFault>>, t: &'static Texts) -> impl IntoView {
    let say = move |fault: &LinkFault| match fault.reason {
        FaultReason::Piece(problem) => (t.piece_problem)(problem).to_owned(),
        FaultReason::Ids(problem) => (t.ids_problem)(problem),
        FaultReason::Paging(problem) if fault.parameter == "page_num" => (t.page_problem)(problem).to_owned(),
        FaultReason::Paging(problem) => (t.size_problem)(problem).to_owned(),
        FaultReason::Repeated => t.repeated_parameter.to_owned(),
    };
    move || {
        faults.with(|faults| {
            (!faults.is_empty()).then(|| {
                let lines = faults.iter().map(|fault| {
                    view! {
                        <li>
                            <code>{fault.parameter} "=" {fault.value.clone()}</code>
                            " "
                            {say(fault)}
                        </li>
                    }
                });
                view! {
                    <div class="notice notice--problem" role="alert">
                        <p>{t.link_problem}</p>
                        <ul>{lines.collect_view()}</ul>
                    </div>
                }
            })
        })
    }
}
