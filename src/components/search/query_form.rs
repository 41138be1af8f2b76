//! Owns: the form. Its static copy in `index.html` has the same fields, ids and classes.
//! Refuses: sending; it hands a checked query on.

use leptos::prelude::*;
use web_sys::Event;

use crate::components::ui::button::{price, said};
use crate::components::ui::modifier::is_held;
use crate::components::search::ids_report::{counts, pasted_report};
use crate::components::tag::{Tag, tag};
use crate::domain::query::form::Field;
use crate::domain::query::url::{UrlFaultReason, UrlFault};
use crate::i18n::Texts;
use crate::state::form::{Form, field_id};
use crate::state::locale::texts;

/// The query form. While `sample` holds, a search may be of any length; `cost` is what the one in the
/// form costs.
pub fn query_form(
    form: Form,
    ids_per_request: usize,
    sample: impl Fn() -> bool + Copy + 'static,
    cost: impl Fn() -> &'static str + 'static,
    submit: impl Fn() + Copy + 'static,
) -> Tag {
    let t = texts();
    let shortcut = move |event: Event| {
        let enter = js_sys::Reflect::get(&event, &"key".into()).is_ok_and(|key| key == "Enter");
        if enter && (is_held(&event, "ctrlKey") || is_held(&event, "metaKey")) {
            event.prevent_default();
            submit();
        }
    };
    let report = move || {
        let limit = if sample() {
            usize::MAX
        } else {
            ids_per_request
        };
        form.parsed_ids.with(|parsed_ids| pasted_report(parsed_ids, limit))
    };
    let ids = tag("textarea")
        .attr("rows", "4")
        .attr("placeholder", t.ids_placeholder)
        .attr("aria-describedby", "video-ids-hint video-ids-problem");
    let ids = tag("div")
        .class("field ask__ids")
        .with(label(Field::Ids, t.ids_label))
        .with(typed(ids, form, Field::Ids, "video_ids").on("keydown", shortcut))
        .with(
            said("p", t.ids_hint)
                .class("field__hint")
                .attr("id", "video-ids-hint"),
        )
        .with(field_problem("video-ids-problem", form, Field::Ids, t))
        .with(tag("div").class("as-is").live(move || link_faults(form, t)))
        .with(
            // Only the counts are announced; the tokens can be read when they are wanted.
            tag("p")
                .class("vh")
                .attr("aria-live", "polite")
                .live_text(move || form.parsed_ids.with(counts).join(", ")),
        )
        .with(
            tag("div")
                .class("report")
                .attr("id", "ids-report")
                .live(report),
        );
    let search = said("button", t.search)
        .attr("type", "submit")
        .class("button button--primary")
        .attr("aria-describedby", "search-price");
    let cost = price("")
        .attr("id", "search-price")
        .live_text(move || cost().to_owned());
    let go = tag("div")
        .class("ask__go")
        .with(search)
        .with(cost)
        .with(said("kbd", t.search_shortcut).class("ask__shortcut"));
    let controls = tag("div")
        .class("ask__controls")
        .with(number(
            form,
            Field::Page,
            t.page_label,
            "page_num",
            "100000",
            t,
        ))
        .with(number(
            form,
            Field::Size,
            t.size_label,
            "page_size",
            "10",
            t,
        ))
        .with(go);
    tag("form")
        .class("ask")
        .attr("novalidate", "")
        .with(ids)
        .with(controls)
        .on("submit", move |event| {
            event.prevent_default();
            submit();
        })
}

/// A number of the paging, with its problem.
fn number(form: Form, field: Field, text: &str, name: &str, max: &str, t: &'static Texts) -> Tag {
    let problem = if field == Field::Page {
        "page-num-problem"
    } else {
        "page-size-problem"
    };
    let input = tag("input")
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("min", "1")
        .attr("max", max)
        .attr("aria-describedby", problem);
    tag("div")
        .class("field ask__number")
        .with(label(field, text))
        .with(typed(input, form, field, name))
        .with(field_problem(problem, form, field, t))
}

fn label(field: Field, text: &str) -> Tag {
    said("label", text).attr("for", field_id(field))
}

/// A field's element, joined to the form. What the user types isn't written back: a number field would
/// lose its cursor.
fn typed(element: Tag, form: Form, field: Field, name: &str) -> Tag {
    element
        .attr("id", field_id(field))
        .attr("name", name)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .live_attr("aria-invalid", move || {
            form.problem(field).then_some("true")
        })
        .live_prop("value", move || form.filled(field).into())
        .on("input", move |event| {
            form.typed(field, event_target_value(&event))
        })
}

/// A problem beside its field; empty when there is none.
fn field_problem(id: &str, form: Form, field: Field, t: &'static Texts) -> Tag {
    let text = move || {
        let problems = form.problems();
        match field {
            Field::Ids => problems.ids.map(t.ids_problem).unwrap_or_default(),
            Field::Page => problems
                .page
                .map(t.page_problem)
                .unwrap_or_default()
                .to_owned(),
            Field::Size => problems
                .size
                .map(t.size_problem)
                .unwrap_or_default()
                .to_owned(),
        }
    };
    tag("p")
        .class("field__problem")
        .attr("id", id)
        .attr("role", "alert")
        .live_text(text)
}

/// What was wrong with the link that filled the form.
fn link_faults(form: Form, t: &'static Texts) -> Vec<Tag> {
    form.faults.with(|faults| {
        if faults.is_empty() {
            return Vec::new();
        }
        let lines = faults.iter().map(|fault| {
            let part = said("code", fault.parameter).text("=").text(&fault.value);
            tag("li").with(part).text(" ").text(&fault_text(fault, t))
        });
        let notice = tag("div")
            .class("notice notice--problem")
            .attr("role", "alert")
            .with(said("p", t.link_problem))
            .with(tag("ul").with_all(lines));
        vec![notice]
    })
}

fn fault_text(fault: &UrlFault, t: &'static Texts) -> String {
    match fault.reason {
        UrlFaultReason::Token(problem) => (t.token_problem)(problem).to_owned(),
        UrlFaultReason::Ids(problem) => (t.ids_problem)(problem),
        UrlFaultReason::Paging(problem) if fault.parameter == "page_num" => {
            (t.page_problem)(problem).to_owned()
        }
        UrlFaultReason::Paging(problem) => (t.size_problem)(problem).to_owned(),
        UrlFaultReason::Repeated => t.repeated_parameter.to_owned(),
    }
}
