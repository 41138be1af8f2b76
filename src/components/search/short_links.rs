//! The short links in the ids field: how far they are, where they lead, and why one has no id.

use leptos::prelude::*;

use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::show::Show;
use crate::domain::ids::items::InvalidToken;
use crate::domain::ids::parsed_ids::ParsedIds;
use crate::domain::ids::short_link::{LinkFailure, ShortLink};
use crate::domain::ids::{TokenProblem, VideoId};
use crate::i18n::Texts;
use crate::state::form::Form;
use crate::state::locale::use_texts;
use crate::state::settings::Settings;
use crate::state::short_links::ShortLinks;

/// More items than this are counted, not listed: a wrong paste can hold thousands.
pub const LISTED: usize = 50;

/// The items that were not recognized. A short link that may be resolved yet is none of them.
pub fn rejected(parsed: &ParsedIds, links: ShortLinks) -> impl Iterator<Item = &InvalidToken> {
    let is_open = move |link: ShortLink| links.is_open(&link);
    let invalid = parsed.invalid.iter();
    invalid.filter(move |token| !token.short_link().is_some_and(is_open))
}

/// How many short links have an answer; or those that nobody was asked for, and the button that asks.
#[component]
pub fn LinkProgress() -> impl IntoView {
    let t = use_texts();
    let form = expect_context::<Form>();
    let links = form.links;
    let unresolved = Memo::new(move |_| form.parsed_ids.with(ParsedIds::unresolved_links));
    let open = Memo::new(move |_| {
        let mut open = unresolved.get();
        open.retain(|link| links.is_open(link));
        open
    });
    // What was typed is asked for in a moment.
    let progress = Memo::new(move |_| match links.progress.get() {
        None if form.is_dirty.get() => {
            let open = open.with(Vec::len);
            (open > 0).then_some((0, open))
        }
        progress => progress,
    });
    let waits = Memo::new(move |_| progress.get().is_none() && links.is_available());
    let is_offered = Memo::new(move |_| waits.get() && !unresolved.with(Vec::is_empty));
    let resolve = move || {
        links.try_again();
        links.ask_for(unresolved.get_untracked());
    };
    let status = move || {
        let (done, all) = progress.get()?;
        let progress = (t.search.resolving_links)(done, all);
        Some(match links.wait.get() {
            Some(seconds) => format!("{progress} {}", (t.search.links_wait)(seconds)),
            None => progress,
        })
    };
    view! {
        <p class="report__note" role="status">{status}</p>
        {move || waits.get().then(|| view! { <OpenLinks links=open.get() /> })}
        <Show when=move || is_offered.get()>
            <Button variant=ButtonVariant::Text on_click=resolve>
                {move || match open.with(Vec::is_empty) {
                    true => t.common.try_again,
                    false => t.search.resolve_links,
                }}
            </Button>
        </Show>
    }
}

/// Links that nobody was asked for.
#[component]
fn OpenLinks(links: Vec<ShortLink>) -> impl IntoView {
    let t = use_texts();
    let more = links.len().saturating_sub(LISTED);
    let items = links.iter().take(LISTED);
    let items = items
        .map(|link| view! { <li><code>{link.to_string()}</code> " " {t.search.link_unresolved}</li> })
        .collect_view();
    view! {
        <ul class="report__links">
            {items}
            {(more > 0).then(|| view! { <li>{(t.search.more_items)(more)}</li> })}
        </ul>
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

/// Why a short link has no id.
pub fn link_problem(links: ShortLinks, link: &ShortLink, settings: Settings, t: &Texts) -> String {
    let failure = links
        .results
        .with(|results| results.failures.get(link).copied());
    match failure {
        Some(failure) => (t.search.link_failure)(failure).to_owned(),
        None if settings.is_proxy() => (t.search.link_failure)(LinkFailure::NotOffered).to_owned(),
        None => (t.search.token_problem)(TokenProblem::ShortLink),
    }
}
