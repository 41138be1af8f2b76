//! Owns: what a page of results holds, where it is, and what can be done with it as a whole.
//! Refuses: the rows themselves.

use leptos::prelude::*;

use super::copying::copy_button;
use super::drawing::{Drawn, draw, each};
use super::icon::{icon, shape};
use super::pager::{Neighbour, pager};
use crate::domain::query::Address;
use crate::state::locale::locale;
use crate::state::search::{Page, Search};

/// The bar above the cards.
pub fn toolbar(page: &Page, sample: bool, search: Search) -> Drawn {
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
    let summary = [
        Some((t.videos_found)(answer.videos.len())),
        Some((t.products_found)(products)),
        Some((t.page_position)(&formats.exact(Some(query.page.get().into())))),
        last.then(|| t.last_page.to_owned()),
    ];
    let when = formats.date(*at);
    let answered = match (sample, kept) {
        (true, _) => String::new(),
        (false, true) => (t.answered_from_tab)(&when),
        (false, false) => (t.answered_at)(&when),
    };
    let refresh = each((!sample).then(|| {
        view! {
            <span class="toolbar__refresh">
                <button
                    type="button"
                    class="button"
                    aria-describedby="refresh-price"
                    on:click=move |_| search.again(true)
                >
                    {icon(shape::REFRESH)}
                    {t.refresh}
                </button>
                <span class="price" id="refresh-price">{t.one_credit}</span>
            </span>
        }
    }));
    let link = search.link(&Address { sample, query: Some(query.clone()) });
    draw(view! {
        <div class="toolbar">
            <p class="toolbar__summary" role="status">
                {each(summary.into_iter().flatten().map(|text| view! { <span>{text}</span> }))}
            </p>
            <p class="toolbar__origin">{answered}</p>
            <div class="toolbar__actions">
                {refresh} {copy_button(t.copy_link, t.link_copied, link)}
                {pager(previous, next, Callback::new(move |address| search.go(address)))}
            </div>
        </div>
    })
}
