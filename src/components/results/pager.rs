//! Owns: the way to the neighbouring pages, as real links with their price.
//! Refuses: guessing at pages that an answer shows not to exist.

use crate::components::ui::button::{credit, price};
use crate::components::ui::icon::{icon, shape};
use crate::components::ui::modifier::is_held;
use crate::components::tag::{Tag, tag};
use crate::domain::query::paging::PageNum;
use crate::domain::query::url::AppUrl;
use crate::state::locale::texts;
use crate::state::search::{Page, Search};

/// Previous and Next, each only where there is such a page.
pub fn pager(page: &Page, sample: bool, search: Search) -> Option<Tag> {
    let t = texts();
    let Page { query, .. } = page;
    let way = |number: PageNum, label: &str, rel: &str, path: &str| {
        let address = AppUrl {
            sample,
            query: Some(query.with_page(number)),
        };
        way(address, label, rel, path, search)
    };
    let previous = query
        .page
        .previous()
        .map(|number| way(number, t.previous, "prev", shape::BACK));
    let next = query.page.next().filter(|_| !page.is_last());
    let next = next.map(|number| way(number, t.next, "next", shape::FORTH));
    let any = previous.is_some() || next.is_some();
    any.then(|| {
        tag("nav")
            .class("pager")
            .attr("aria-label", t.pages)
            .with_all(previous)
            .with_all(next)
    })
}

fn way(address: AppUrl, label: &str, rel: &str, path: &str, search: Search) -> Tag {
    let t = texts();
    let cost = if search.costs(&address) {
        credit(search)
    } else {
        price(t.free)
    };
    let linked = address.clone();
    let link = tag("a")
        .class("button")
        .live_attr_text("href", move || search.link(&linked))
        .attr("rel", rel)
        .with(icon(path))
        .text(label)
        .on("click", move |event| {
            if !opens_elsewhere(&event) {
                event.prevent_default();
                search.go(address.clone());
            }
        });
    tag("span").class("pager__way").with(link).with(cost)
}

/// Another tab or window is the browser's own business.
fn opens_elsewhere(event: &web_sys::Event) -> bool {
    ["ctrlKey", "metaKey", "shiftKey", "altKey"]
        .iter()
        .any(|key| is_held(event, key))
}
