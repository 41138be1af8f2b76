//! What was recognized in the ids field, while it is typed into.

use leptos::prelude::*;

use super::short_links::{FromLinks, LISTED, LinkProgress, link_problem, rejected};
use crate::components::ui::checkbox::Checkbox;
use crate::components::ui::show::Show;
use crate::domain::ids::items::InvalidToken;
use crate::domain::ids::parsed_ids::ParsedIds;
use crate::domain::query::form::RawForm;
use crate::i18n::Texts;
use crate::state::form::Form;
use crate::state::locale::use_texts;
use crate::state::search::Search;
use crate::state::settings::Settings;
use crate::state::short_links::ShortLinks;

/// How many ids were recognized, how many duplicates removed, how many items not recognized.
pub fn counts(parsed: &ParsedIds, links: ShortLinks, t: &Texts) -> Vec<String> {
    let counts = [
        (parsed.ids.len(), t.search.ids_recognized),
        (parsed.duplicates, t.search.duplicates_removed),
        (
            rejected(parsed, links).count(),
            t.search.items_not_recognized,
        ),
    ];
    counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, text)| text(count))
        .collect()
}

#[component]
pub fn IdsReport() -> impl IntoView {
    let t = use_texts();
    let form = expect_context::<Form>();
    let search = expect_context::<Search>();
    let settings = expect_context::<Settings>();
    let counts = move || {
        let counts = form.parsed_ids.with(|parsed| counts(parsed, form.links, t));
        counts
            .into_iter()
            .map(|count| view! { <li>{count}</li> })
            .collect_view()
    };
    let has_ids = Memo::new(move |_| form.parsed_ids.with(|parsed| !parsed.ids.is_empty()));
    let has_rounded = Memo::new(move |_| form.parsed_ids.with(|parsed| parsed.rounded > 0));
    // A search of the sample may be of any length.
    let exceeds_limit = Memo::new(move |_| {
        !search.is_sample()
            && form.raw.with(RawForm::is_page)
            && form
                .parsed_ids
                .with(|parsed| parsed.ids.len() > settings.ids_per_request())
    });
    view! {
        <div class="report" id="ids-report">
            <ul class="report__summary" class:report__good=has_ids>
                {move || counts()}
            </ul>
            <Show when=move || exceeds_limit.get()>
                <p class="report__note">{(t.search.many_ids)(settings.ids_per_request())}</p>
            </Show>
            <Show when=move || has_rounded.get()>
                <UseRounded />
            </Show>
            <LinkProgress />
            {move || form.parsed_ids.with(|parsed| {
                let links: Vec<_> = parsed.from_links.iter().take(LISTED).cloned().collect();
                let more = parsed.from_links.len() - links.len();
                (!links.is_empty()).then(|| view! { <FromLinks links more /> })
            })}
            {move || form.parsed_ids.with(|parsed| {
                let mut rejected = rejected(parsed, form.links);
                let listed: Vec<_> = rejected.by_ref().take(LISTED).cloned().collect();
                let more = rejected.count();
                (!listed.is_empty()).then(|| view! { <InvalidTokens tokens=listed more /> })
            })}
        </div>
    }
}

/// The choice to search for ids that look rounded, and why they rarely are what was meant.
#[component]
fn UseRounded() -> impl IntoView {
    let t = use_texts();
    let form = expect_context::<Form>();
    let is_checked = Memo::new(move |_| form.raw.with(|raw| raw.allows_rounded));
    view! {
        <div class="report__rounded">
            <Checkbox
                label=t.search.use_rounded
                checked=is_checked
                described_by="rounded-cause"
                on_change=move |allows| form.allow_rounded(allows)
            />
            <p class="field__hint" id="rounded-cause">{t.search.rounded_cause}</p>
        </div>
    }
}

/// Items that were not recognized, each with the reason; and how many more there are.
#[component]
fn InvalidTokens(tokens: Vec<InvalidToken>, more: usize) -> impl IntoView {
    let t = use_texts();
    let (links, settings) = (expect_context::<Form>().links, expect_context::<Settings>());
    let listed = tokens
        .into_iter()
        .map(|invalid| {
            let reason = (t.search.token_problem)(invalid.reason);
            let link = invalid.short_link();
            let reason = move || match &link {
                Some(link) => link_problem(links, link, settings, t),
                None => reason.clone(),
            };
            view! {
                <li>
                    <code>{invalid.token}</code>
                    " "
                    {reason}
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="report__rejected">
            {listed}
            {(more > 0).then(|| view! { <li>{(t.search.more_items)(more)}</li> })}
        </ul>
    }
}
