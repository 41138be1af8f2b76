//! The code of the calls beside the one for videos is in a file of its own, which is loaded when one is needed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::ui::lazy_view::lazy;
use crate::state::covers::Covers;
use crate::state::products::Products;
use crate::state::short_links::ShortLinks;

lazy! { panels: fn resolve(links: ShortLinks) -> () = links.resolve() }
lazy! { panels: fn sign(covers: Covers) -> () = covers.sign() }
lazy! { panels: fn look_up(products: Products) -> () = products.look_up() }

/// Does what is due, from now on. If the code cannot be loaded, links say so, names are
/// offered as if none were stored, and covers are not there.
pub fn run_when_due(links: ShortLinks, covers: Covers, products: Products) {
    Effect::new(move |earlier: Option<()>| {
        links.due.track();
        // The address, or a form that was submitted before the program started, may have links already.
        if earlier.is_some() || links.has_work() {
            spawn_local(async move {
                if resolve(links).await.is_err() {
                    links.fail();
                }
            });
        }
    });
    Effect::new(move |earlier: Option<()>| {
        covers.due.track();
        if earlier.is_some() {
            spawn_local(async move {
                let _ = sign(covers).await;
            });
        }
    });
    Effect::new(move || {
        if products.ids.with(|ids| !ids.is_empty()) {
            spawn_local(async move {
                if look_up(products).await.is_err() {
                    products.skip_look_up();
                }
            });
        }
    });
}
