//! Owns: the way to the neighbouring pages, as real links with their price.
//! Refuses: guessing at pages that an answer shows not to exist.

use leptos::prelude::*;

use super::icon::{Icon, shape};
use crate::domain::query::Address;
use crate::state::locale::texts;

/// A neighbouring page and what it costs to go there.
#[derive(Clone, PartialEq)]
pub struct Neighbour {
    pub address: Address,
    pub price: &'static str,
}

/// Previous and Next, each only where there is such a page.
#[component]
pub fn Pager(previous: Option<Neighbour>, next: Option<Neighbour>, go: Callback<Address>) -> impl IntoView {
    let t = texts();
    let link = move |neighbour: Neighbour, label: &'static str, rel: &'static str, path: &'static str| {
        let Neighbour { address, price } = neighbour;
        let href = address.to_string();
        let follow = move |event: web_sys::MouseEvent| {
            // Another tab or window is the browser's own business.
            if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
                return;
            }
            event.prevent_default();
            go.run(address.clone());
        };
        view! {
            <span class="pager__way">
                <a class="button" href=href rel=rel on:click=follow>
                    <Icon path />
                    {label}
                </a>
                <span class="price">{price}</span>
            </span>
        }
    };
    let any = previous.is_some() || next.is_some();
    any.then(|| {
        view! {
            <nav class="pager" aria-label=t.pages>
                {previous.map(|page| link(page, t.previous, "prev", shape::BACK))}
                {next.map(|page| link(page, t.next, "next", shape::FORTH))}
            </nav>
        }
    })
}
