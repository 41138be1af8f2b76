//! What a request costs, beside the button that sends it.

use leptos::prelude::*;

use crate::state::locale::use_texts;
use crate::state::search::Search;

#[component]
pub fn CreditPrice(#[prop(optional)] id: Option<&'static str>) -> impl IntoView {
    let t = use_texts();
    let search = expect_context::<Search>();
    view! {
        <span class="price" id=id>
            {move || search.price(t)}
        </span>
    }
}

/// The price of something free.
#[component]
pub fn FreePrice() -> impl IntoView {
    view! { <span class="price">{use_texts().search.free}</span> }
}
