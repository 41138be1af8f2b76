//! The short links in the ids field: how far they are, where they lead, and why one has no id.

use leptos::prelude::*;

use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::show::Show;
use crate::domain::ids::parsed_ids::ParsedIds;
use crate::domain::ids::short_link::{LinkFailure, ShortLink};
use crate::domain::ids::{TokenProblem, VideoId};
use crate::i18n::Texts;
use crate::state::form::Form;
use crate::state::locale::use_texts;
use crate::state::settings::Settings;
use crate::state::short_links::ShortLinks;

/// How many short links have an answer, or the button that asks for those that have none.
#[component]
pub fn LinkProgress() -> impl IntoView {
    let t = use_texts();
    let form = expect_context::<Form>();
    let links = form.links;
    let is_open = Memo::new(move |_| {
        links.is_available()
            && links.progress.get().is_none()
            && form
                .parsed_ids
                .with(|parsed| !parsed.unresolved_links().is_empty())
    });
    let has_failed = Memo::new(move |_| links.results.with(|results| !results.failures.is_empty()));
    let resolve = move || {
        links.try_again();
        links.ask_for(form.parsed_ids.with_untracked(ParsedIds::unresolved_links));
    };
    let progress = move || {
        let (done, all) = links.progress.get()?;
        let progress = (t.search.resolving_links)(done, all);
        Some(match links.wait.get() {
            Some(seconds) => format!("{progress} {}", (t.search.links_wait)(seconds)),
            None => progress,
        })
    };
    view! {
        <p class="report__note" role="status">{progress}</p>
        <Show when=move || is_open.get()>
            <Button variant=ButtonVariant::Text on_click=resolve>
                {move || match has_failed.get() {
                    true => t.common.try_again,
                    false => t.search.resolve_links,
                }}
            </Button>
        </Show>
    }
}

/// The ids that short links lead to, and how many more there are.
#[component]
pub fn FromLinks(links: Vec<(ShortLink, VideoId)>, more: usize) -> impl IntoView {
    let t = use_texts();
    let items = links
        .into_iter()
        .map(|(link, id)| {
            view! {
                <li>
                    <code>{id.to_string()}</code>
                    " "
                    {(t.search.from_link)(link.as_str())}
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="report__links">
            {items}
            {(more > 0).then(|| view! { <li>{(t.search.more_items)(more)}</li> })}
        </ul>
    }
}

/// Why a short link has no id, or that it is being resolved.
pub fn link_problem(links: ShortLinks, link: &ShortLink, settings: Settings, t: &Texts) -> String {
    let failure = links
        .results
        .with(|results| results.failures.get(link).copied());
    match failure {
        Some(failure) => (t.search.link_failure)(failure).to_owned(),
        None if links.is_available() => t.search.link_unresolved.to_owned(),
        None if settings.is_proxy() => (t.search.link_failure)(LinkFailure::Refused).to_owned(),
        None => (t.search.token_problem)(TokenProblem::ShortLink),
    }
}
