//! What the results hold, and what can be done with them as a whole.

use leptos::prelude::*;

use super::pager::Pager;
use super::price::CreditPrice;
use super::result_facts::{data_origin, result_facts};
use crate::components::developer::DeveloperButton;
use crate::components::ui::button::Button;
use crate::components::ui::copy_button::CopyButton;
use crate::components::ui::icon::{Icon, IconName};
use crate::domain::query::SearchQuery;
use crate::domain::query::url::AppUrl;
use crate::state::analysis::Analysis;
use crate::state::locale::use_locale;
use crate::state::rest::Rest;
use crate::state::runs::Runs;
use crate::state::search::Search;

#[component]
pub fn Toolbar() -> impl IntoView {
    let locale = use_locale();
    let search = expect_context::<Search>();
    let analysis = expect_context::<Analysis>();
    let facts = move || {
        let (query, rows) = (search.url().query?, analysis.rows.get()?);
        let facts = analysis
            .pages
            .with(|pages| result_facts(&rows, pages, &query, locale));
        Some(
            facts
                .into_iter()
                .map(|fact| view! { <span>{fact}</span> })
                .collect_view(),
        )
    };
    let origin = move || {
        let is_live = !search.is_sample();
        is_live.then(|| analysis.pages.with(|pages| data_origin(pages, locale)))
    };
    view! {
        <div class="toolbar">
            <p class="toolbar__summary" title=locale.texts.results.row_tip>{facts}</p>
            <p class="toolbar__origin">{origin}</p>
            <Actions />
        </div>
    }
}

/// They stay in place while rows come.
#[component]
fn Actions() -> impl IntoView {
    let search = expect_context::<Search>();
    let analysis = expect_context::<Analysis>();
    let url = Memo::new(move |_| search.url());
    let developer_page = Memo::new(move |_| analysis.developer_page());
    let pager = move || {
        let page = analysis.page.get()?;
        let is_page = matches!(url.get().query, Some(SearchQuery::Page(_)));
        is_page.then(|| view! { <Pager page /> })
    };
    view! {
        <div class="toolbar__actions">
            {move || (!url.get().sample).then(|| view! { <Refresh /> })}
            {move || url.get().list_key().is_none().then(|| view! { <CopyLink url=url.get() /> })}
            {move || developer_page.get().map(|page| view! { <DeveloperButton page /> })}
            {pager}
        </div>
    }
}

#[component]
fn CopyLink(url: AppUrl) -> impl IntoView {
    let t = use_locale().texts;
    let search = expect_context::<Search>();
    view! {
        <CopyButton
            label=t.results.copy_link
            copied=t.results.link_copied
            text=move || untrack(|| search.link(&url))
        />
    }
}

/// Fetches the data again. A search for many videos has its plan first.
#[component]
fn Refresh() -> impl IntoView {
    let t = use_locale().texts;
    let analysis = expect_context::<Analysis>();
    let search = expect_context::<Search>();
    // A page without this, such as a test's, has one page of results.
    let rest = use_context::<Rest>();
    let pages = Memo::new(move |_| {
        let is_of_videos = matches!(search.url().query, Some(SearchQuery::Videos(_)));
        match is_of_videos {
            true => analysis.pages.with(Vec::len),
            false => 1,
        }
    });
    let runs = expect_context::<Runs>();
    let is_run = Memo::new(move |_| runs.is_run());
    // A run that is begun goes on, or is stopped, above.
    let is_busy = Signal::derive(move || {
        let loads_rest = rest.is_some_and(|rest| rest.is_loading.get());
        loads_rest || (is_run.get() && !runs.is_finished())
    });
    let refresh = move || match is_run.get_untracked() {
        true => runs.use_saved(false),
        false => match rest.filter(|_| pages.get_untracked() > 1) {
            Some(rest) => rest.refresh_all(),
            None => search.refresh(),
        },
    };
    view! {
        <span class="toolbar__refresh">
            <Button described_by="refresh-price" disabled=is_busy on_click=refresh>
                <Icon name=IconName::Refresh />
                {t.results.refresh}
            </Button>
            {move || match (is_run.get(), pages.get()) {
                (true, _) => view! { <span class="price" id="refresh-price">{t.runs.plan_first}</span> }.into_any(),
                (false, 0 | 1) => view! { <CreditPrice id="refresh-price" /> }.into_any(),
                (false, pages) => {
                    let price = (t.search.up_to_credits)(pages as u32);
                    view! { <span class="price" id="refresh-price">{price}</span> }.into_any()
                }
            }}
        </span>
    }
}
