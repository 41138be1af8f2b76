//! Owns: what a page of results holds, where it is, and what can be done with it as a whole.
//! Refuses: the rows themselves.

use leptos::prelude::*;

use super::copying::CopyButton;
use super::icon::{Icon, shape};
use super::pager::{Neighbour, Pager};
use crate::domain::query::Address;
use crate::state::locale::locale;
use crate::state::search::{Page, Search};

/// The bar above the cards.
#[component]
pub fn Toolbar(page: Page, sample: bool, search: Search) -> impl IntoView {
    let locale = locale();
    let (t, formats) = (locale.texts, locale.formats());
    let Page { query, answer, at, kept } = page;
    let last = answer.is_last(query.size);
    let neighbour = |number| {
        let address = Address { sample, query: Some(query.with_page(number)) };
        let price = if search.costs(&address) { t.one_credit } else { t.free };
        Neighbour { address, price }
    };
    let previous = query.page.previous().map(neighbour);
    let next = query.page.next().filter(|_| !last).map(neighbour);
    let products = answer.videos.iter().map(|video| video.sales.len()).sum();
    let counts = [
        (t.videos_found)(answer.videos.len()),
        (t.products_found)(products),
        (t.page_position)(&formats.exact(Some(query.page.get().into()))),
    ];
    let when = formats.date(at);
    let answered = (!sample).then(|| match kept {
        true => (t.answered_from_tab)(&when),
        false => (t.answered_at)(&when),
    });
    let address = Address { sample, query: Some(query) };
    view! {
        <div class="toolbar">
            <p class="toolbar__summary" role="status">
                {counts.map(|text| view! { <span>{text}</span> }).collect_view()}
                {last.then(|| view! { <span>{t.last_page}</span> })}
            </p>
            <p class="toolbar__origin">{answered}</p>
            <div class="toolbar__actions">
                {(!sample)
                    .then(|| {
                        view! {
                            <span class="toolbar__refresh">
                                <button
                                    type="button"
                                    class="button"
                                    aria-describedby="refresh-price"
                                    on:click=move |_| search.again(true)
                                >
                                    <Icon path=shape::REFRESH />
                                    {t.refresh}
                                </button>
                                <span class="price" id="refresh-price">{t.one_credit}</span>
                            </span>
                        }
                    })}
                <CopyButton label=t.copy_link done=t.link_copied text=Signal::stored(search.link(&address)) />
                <Pager previous next go=Callback::new(move |address| search.go(address)) />
            </div>
        </div>
    }
}
