//! The way to the next and previous page, as real links with their price.

use leptos::prelude::*;

use super::price::{CreditPrice, FreePrice};
use crate::components::ui::icon::{Icon, IconName};
use crate::domain::query::SearchQuery;
use crate::domain::query::paging::PageNum;
use crate::domain::query::url::AppUrl;
use crate::state::locale::use_texts;
use crate::state::page::Page;
use crate::state::search::Search;

/// Previous and Next, each only where there is such a page.
#[component]
pub fn Pager(page: Page) -> impl IntoView {
    let t = use_texts();
    let url = |number: PageNum| AppUrl {
        sample: page.is_sample(),
        query: Some(SearchQuery::Page(page.query.with_page(number))),
    };
    let number = page.query.page;
    let previous = number.previous().map(url).map(|url| {
        view! { <PageLink url label=t.results.previous rel="prev" icon=IconName::Previous /> }
    });
    let next = number
        .next()
        .filter(|_| !page.is_last())
        .map(url)
        .map(|url| {
            view! { <PageLink url label=t.results.next rel="next" icon=IconName::Next /> }
        });
    (previous.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="pager" aria-label=t.results.pages>
                {previous}
                {next}
            </nav>
        }
    })
}

#[component]
fn PageLink(url: AppUrl, label: &'static str, rel: &'static str, icon: IconName) -> impl IntoView {
    let search = expect_context::<Search>();
    let has_cost = search.has_cost(&url);
    let href = {
        let url = url.clone();
        move || search.link(&url)
    };
    view! {
        <span class="pager__way">
            <a
                class="button"
                href=href
                rel=rel
                on:click=move |event| {
                    let opens_elsewhere = event.ctrl_key()
                        || event.meta_key()
                        || event.shift_key()
                        || event.alt_key();
                    if !opens_elsewhere {
                        event.prevent_default();
                        search.go(url.clone());
                    }
                }
            >
                <Icon name=icon />
                {label}
            </a>
            {match has_cost {
                true => view! { <CreditPrice /> }.into_any(),
                false => view! { <FreePrice /> }.into_any(),
            }}
        </span>
    }
}
