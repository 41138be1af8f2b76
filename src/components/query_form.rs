//! Owns: the form. Its static copy in `index.html` has the same fields, ids and classes.
//! Refuses: sending; it hands a checked query on.

use leptos::prelude::*;

use super::drawing::{Drawn, draw, each, flag, live, words};
use super::pasted_report::pasted_report;
use crate::domain::form::{Field, RawForm};
use crate::domain::query::{FaultReason, LinkFault, Query};
use crate::messages::Texts;
use crate::state::form::{Form, field_id};
use crate::state::locale::texts;

/// The query form. `price` stands by the button; beyond `ids_per_request` ids a note warns.
#[component]
pub fn QueryForm(
    form: Form,
    ids_per_request: Signal<usize>,
    price: Signal<&'static str>,
    submit: Callback<Query>,
) -> impl IntoView {
    let t = texts();
    let send = move || {
        if let Some(query) = form.submit() {
            submit.run(query);
        }
    };
    let shortcut = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            send();
        }
    };
    let problem = move || problem(form, Field::Ids, t);
    draw(view! {
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
                    aria-invalid=flag(move || !problem().is_empty())
                    prop:value=words(move || form.raw.with(|raw| raw.ids.clone()))
                    on:input=move |event| form.raw.update(|raw| raw.ids = event_target_value(&event))
                    on:keydown=shortcut
                ></textarea>
                <p class="field__hint" id="video-ids-hint">{t.ids_hint}</p>
                {field_problem("video-ids-problem", problem)}
                {link_faults(form, t)}
                {pasted_report(form.pasted, ids_per_request)}
            </div>
            <div class="ask__controls">
                {paging_field(form, Field::Page, t)}
                {paging_field(form, Field::Size, t)}
                <div class="ask__go">
                    <button type="submit" class="button button--primary" aria-describedby="search-price">
                        {t.search}
                    </button>
                    <span class="price" id="search-price">{words(move || price.get().to_owned())}</span>
                    <kbd class="ask__shortcut">{t.search_shortcut}</kbd>
                </div>
            </div>
        </form>
    })
}

/// A number of the paging, with its problem.
fn paging_field(form: Form, field: Field, t: &'static Texts) -> Drawn {
    let is_page = matches!(field, Field::Page);
    let (label, name, max, problem_id) = match is_page {
        true => (t.page_label, "page_num", "100000", "page-num-problem"),
        false => (t.size_label, "page_size", "10", "page-size-problem"),
    };
    let problem = move || problem(form, field, t);
    let value = move || {
        form.raw.with(|RawForm { page, size, .. }| if is_page { page.clone() } else { size.clone() })
    };
    let write = move |text: String| {
        form.raw.update(|raw| if is_page { raw.page = text } else { raw.size = text });
    };
    draw(view! {
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
                aria-invalid=flag(move || !problem().is_empty())
                prop:value=words(value)
                on:input=move |event| write(event_target_value(&event))
            />
            {field_problem(problem_id, problem)}
        </div>
    })
}

/// A problem beside its field; empty when there is none.
fn field_problem(id: &'static str, problem: impl FnMut() -> String + Send + 'static) -> Drawn {
    draw(view! {
        <p class="field__problem" id=id role="alert">
            {words(problem)}
        </p>
    })
}

fn problem(form: Form, field: Field, t: &'static Texts) -> String {
    form.problems
        .with(|problems| match field {
            Field::Ids => problems.ids.map(t.ids_problem),
            Field::Page => problems.page.map(|problem| (t.page_problem)(problem).to_owned()),
            Field::Size => problems.size.map(|problem| (t.size_problem)(problem).to_owned()),
        })
        .unwrap_or_default()
}

/// What was wrong with the link that filled the form.
fn link_faults(form: Form, t: &'static Texts) -> Drawn {
    live(move || {
        form.faults.with(|faults| {
            if faults.is_empty() {
                return draw(());
            }
            let lines = each(faults.iter().map(|fault| {
                view! {
                    <li>
                        <code>{[fault.parameter, "=", &fault.value].concat()}</code>
                        " "
                        {fault_text(fault, t)}
                    </li>
                }
            }));
            draw(view! {
                <div class="notice notice--problem" role="alert">
                    <p>{t.link_problem}</p>
                    <ul>{lines}</ul>
                </div>
            })
        })
    })
}

fn fault_text(fault: &LinkFault, t: &'static Texts) -> String {
    match fault.reason {
        FaultReason::Piece(problem) => (t.piece_problem)(problem).to_owned(),
        FaultReason::Ids(problem) => (t.ids_problem)(problem),
        FaultReason::Paging(problem) if fault.parameter == "page_num" => (t.page_problem)(problem).to_owned(),
        FaultReason::Paging(problem) => (t.size_problem)(problem).to_owned(),
        FaultReason::Repeated => t.repeated_parameter.to_owned(),
    }
}
