//! What a page of results holds, and what can be done with it as a whole.

use leptos::prelude::*;

use super::pager::Pager;
use super::price::CreditPrice;
use super::result_facts::{data_origin, result_facts};
use crate::components::developer::DeveloperButton;
use crate::components::ui::button::Button;
use crate::components::ui::copy_button::CopyButton;
use crate::components::ui::icon::{Icon, IconName};
use crate::domain::query::url::AppUrl;
use crate::state::locale::use_locale;
use crate::state::page::Page;
use crate::state::search::Search;

#[component]
pub fn Toolbar(page: Page) -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let search = expect_context::<Search>();
    let is_sample = page.is_sample();
    let facts = result_facts(&page, locale)
        .into_iter()
        .map(|fact| view! { <span>{fact}</span> })
        .collect_view();
    let origin = (!is_sample).then(|| data_origin(&page, locale));
    let url = AppUrl {
        sample: is_sample,
        query: Some(page.query.clone()),
    };
    view! {
        <div class="toolbar">
            <p class="toolbar__summary" title=t.results.row_tip>{facts}</p>
            <p class="toolbar__origin">{origin}</p>
            <div class="toolbar__actions">
                {(!is_sample).then(|| view! { <Refresh /> })}
                <CopyButton
                    label=t.results.copy_link
                    copied=t.results.link_copied
                    text=move || untrack(|| search.link(&url))
                />
                <DeveloperButton page=page.clone() />
                <Pager page />
            </div>
        </div>
    }
}

#[component]
fn Refresh() -> impl IntoView {
    let t = use_locale().texts;
    let search = expect_context::<Search>();
    view! {
        <span class="toolbar__refresh">
            <Button described_by="refresh-price" on_click=move || search.refresh()>
                <Icon name=IconName::Refresh />
                {t.results.refresh}
            </Button>
            <CreditPrice id="refresh-price" />
        </span>
    }
}
