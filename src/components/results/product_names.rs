//! "Name 14 products": their names, prices and commissions, for a credit for each ten.

use leptos::prelude::*;

use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::lazy_view::{LazyView, lazy};
use crate::components::ui::show::Show;
use crate::domain::search::error::SearchError;
use crate::state::locale::use_texts;
use crate::state::products::Products;
use crate::state::settings::Settings;

/// Shown while products can be named, are being named, or could not be.
#[component]
pub fn ProductNames() -> impl IntoView {
    let products = expect_context::<Products>();
    let is_offered = Memo::new(move |_| products.is_offered());
    view! {
        <Show when=move || is_offered.get()>
            <LazyView load=|()| naming() />
        </Show>
    }
}

lazy! { panels: fn naming() -> AnyView = view! { <Naming /> }.into_any() }

/// The button with its price, or how far it is.
#[component]
fn Naming() -> impl IntoView {
    let (t, stop) = (&use_texts().products, use_texts().runs.stop);
    let settings = expect_context::<Settings>();
    let products = expect_context::<Products>();
    let count = Memo::new(move |_| products.nameable().len());
    let requests = Memo::new(move |_| products.requests());
    let is_busy = Memo::new(move |_| products.progress.get().is_some());
    let unknown = Memo::new(move |_| products.unknown());
    let price = move || (t.price)(requests.get(), settings.is_proxy());
    let is_unavailable = products.is_unavailable;
    let status = move || match products.progress.get() {
        Some(_) if products.is_stopping.get() => t.stopping.to_owned(),
        Some((done, all)) => (t.naming)(done, all),
        None if is_unavailable.get() && count.get() > 0 => unavailable(products),
        None if unknown.get() > 0 => (t.unknown)(unknown.get()),
        None => String::new(),
    };
    let error = move || products.error.get().filter(|_| !is_unavailable.get());
    view! {
        <div class="offer">
            <Show when=move || count.get() != 0 && !is_busy.get() && !is_unavailable.get()>
                <Button described_by="name-products-price" on_click=move || products.name_all()>
                    {move || (t.name)(count.get())}
                </Button>
                <span class="price" id="name-products-price">{price}</span>
                <span class="offer__note">{t.note}</span>
            </Show>
            <span role="status" class="offer__note">{status}</span>
            // Elsewhere than the button that costs something, which may come back in the moment of a press.
            <Show when=move || is_busy.get() && !products.is_stopping.get()>
                <Button variant=ButtonVariant::Text on_click=move || products.stop()>
                    {stop}
                </Button>
            </Show>
            {move || error().map(|error| view! { <NamingFailed error /> })}
        </div>
    }
}

/// That nothing is named here, and what it cost to find out.
fn unavailable(products: Products) -> String {
    let t = use_texts();
    let cost = products
        .error
        .get()
        .map(|error| (t.errors.cost)(error.cost()));
    let text = t.products.unavailable;
    cost.map_or_else(|| text.to_owned(), |cost| format!("{text} {cost}"))
}

/// Why products were not named.
#[component]
fn NamingFailed(error: SearchError) -> impl IntoView {
    let t = use_texts();
    let settings = expect_context::<Settings>();
    let text = (t.errors.failure)(&error, settings.is_proxy());
    let message = error.note().map(|note| note.message.clone());
    let message = message.filter(|message| !message.is_empty());
    view! {
        <div class="notice notice--problem" role="alert">
            <p><b>{t.products.failed}</b></p>
            <p>{text.title}</p>
            <p>{text.advice}</p>
            {message.map(|message| view! { <p>{t.errors.message} " " <code>{message}</code></p> })}
            <p>{(t.errors.cost)(error.cost())}</p>
        </div>
    }
}
