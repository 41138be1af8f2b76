//! Owns: the way to the neighbouring pages, as real links with their price.
//! Refuses: guessing at pages that an answer shows not to exist.

use leptos::prelude::*;

use super::button::price;
use super::drawing::{Drawn, draw, each};
use super::icon::{icon, shape};
use crate::domain::query::Address;
use crate::state::locale::texts;

/// A neighbouring page and what it costs to go there.
pub struct Neighbour {
    pub address: Address,
    pub price: &'static str,
}

/// Previous and Next, each only where there is such a page.
pub fn pager(previous: Option<Neighbour>, next: Option<Neighbour>, go: Callback<Address>) -> Drawn {
    let t = texts();
    let ways = [(previous, t.previous, "prev", shape::BACK), (next, t.next, "next", shape::FORTH)];
    let ways = ways.into_iter().filter_map(|(neighbour, label, rel, path)| {
        neighbour.map(|neighbour| way(neighbour, label, rel, path, go))
    });
    let ways = each(ways);
    if ways.is_empty() {
        return draw(());
    }
    draw(view! {
        <nav class="pager" aria-label=t.pages>
            {ways}
        </nav>
    })
}

fn way(
    neighbour: Neighbour,
    label: &'static str,
    rel: &'static str,
    path: &'static str,
    go: Callback<Address>,
) -> Drawn {
    let Neighbour { address, price: cost } = neighbour;
    let href = address.to_string();
    let follow = move |event: web_sys::MouseEvent| {
        // Another tab or window is the browser's own business.
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
            return;
        }
        event.prevent_default();
        go.run(address.clone());
    };
    draw(view! {
        <span class="pager__way">
            <a class="button" href=href rel=rel on:click=follow>
                {icon(path)}
                {label}
            </a>
            {price(cost)}
        </span>
    })
}
