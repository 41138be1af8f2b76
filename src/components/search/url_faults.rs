//! What was wrong with the link that filled the form.

use leptos::prelude::*;

use crate::components::ui::show::Show;
use crate::domain::ids::TokenProblem;
use crate::domain::ids::short_link::ShortLink;
use crate::domain::query::url::{UrlFault, UrlFaultReason};
use crate::i18n::Texts;
use crate::state::form::Form;
use crate::state::locale::use_texts;

#[component]
pub fn UrlFaults() -> impl IntoView {
    let t = use_texts();
    let form = expect_context::<Form>();
    // Short links are in the field, and listed below it.
    let faults = Memo::new(move |_| {
        let is_link = |fault: &UrlFault| {
            fault.reason == UrlFaultReason::Token(TokenProblem::ShortLink)
                && ShortLink::in_token(&fault.value).is_some()
        };
        let mut faults = form.faults.get();
        faults.retain(|fault| !is_link(fault));
        faults
    });
    let has_faults = Memo::new(move |_| faults.with(|faults| !faults.is_empty()));
    let list = move || {
        let faults = faults.get().into_iter();
        faults
            .map(|fault| {
                let text = fault_text(&fault, t);
                let part = match fault.reason {
                    UrlFaultReason::Misspelled => fault.value,
                    _ => format!("{}={}", fault.parameter, fault.value),
                };
                view! {
                    <li>
                        <code>{part}</code>
                        " "
                        {text}
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || has_faults.get()>
            <div class="notice notice--problem" role="alert">
                <p>{t.search.link_problem}</p>
                <ul>{move || list()}</ul>
            </div>
        </Show>
    }
}

fn fault_text(fault: &UrlFault, t: &Texts) -> String {
    match fault.reason {
        UrlFaultReason::Token(problem) => (t.search.token_problem)(problem),
        UrlFaultReason::Ids(problem) => (t.search.ids_problem)(problem),
        UrlFaultReason::Paging(problem) if fault.parameter == "page_num" => {
            (t.search.page_problem)(problem).to_owned()
        }
        UrlFaultReason::Paging(problem) => (t.search.size_problem)(problem).to_owned(),
        UrlFaultReason::Repeated => t.search.repeated_parameter.to_owned(),
        UrlFaultReason::UnknownList => t.search.unknown_list.to_owned(),
        UrlFaultReason::Misspelled => (t.search.misspelled_parameter)(fault.parameter),
    }
}
