//! A product: its name and what is known of it, or its id.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::ui::copy_id::CopyId;
use crate::components::ui::cover_picture::{CoverPicture, Placeholder};
use crate::components::ui::external_link::ExternalLink;
use crate::domain::products::{PriceRange, Product};
use crate::domain::rows::{ResultRows, RowIndex};
use crate::domain::videos::links;
use crate::state::locale::{Locale, use_locale};

/// The product of a row, with a link to it.
#[component]
pub fn ProductFacts(rows: Arc<ResultRows>, row: RowIndex) -> impl IntoView {
    let locale = use_locale();
    let t = &locale.texts.card;
    let Some(id) = &rows.sales(row).product else {
        return view! { <p class="sale__product">{t.unknown_product}</p> }.into_any();
    };
    let region = rows.video(row).region.as_deref();
    let href = links::product_page(id, region, locale.language.shop_locale());
    let product = rows.product(row);
    let text = product_name(&rows, row, locale);
    let facts = product.map(|product| product_facts(product, locale).join(" · "));
    let picture = product
        .and_then(|product| product.picture.clone())
        .map(|url| {
            let placeholder = Placeholder::default();
            view! {
                <span class="sale__picture" aria-hidden="true">
                    <CoverPicture url=Some(url) placeholder />
                </span>
            }
        });
    view! {
        <div class="sale__product">
            {picture}
            <p>
                <ExternalLink href text />
                " "
                <CopyId label=t.copy_product_id id=id.as_str().to_owned() />
                {facts.map(|facts| view! { <small class="sale__facts">{facts}</small> })}
            </p>
        </div>
    }
    .into_any()
}

/// The product's name, or "Product" with its id.
pub fn product_name(rows: &ResultRows, row: RowIndex, locale: Locale) -> String {
    let t = &locale.texts.card;
    match (rows.product(row), &rows.sales(row).product) {
        (Some(product), _) => product.name.clone(),
        (None, Some(id)) => (t.product)(id.as_str()),
        (None, None) => t.unknown_product.to_owned(),
    }
}

/// A price, or the lowest and the highest one.
pub fn price(range: PriceRange, locale: Locale) -> String {
    let formats = locale.formats();
    match range.single() {
        Some(price) => formats.money(Some(price)),
        None => format!(
            "{}–{}",
            formats.money(Some(range.min())),
            formats.money(Some(range.max()))
        ),
    }
}

/// Price, commission, rating and seller, as far as they are known.
fn product_facts(product: &Product, locale: Locale) -> Vec<String> {
    let (t, formats) = (&locale.texts.products, locale.formats());
    let facts = [
        product.price.map(|range| price(range, locale)),
        product
            .commission_rate
            .map(|rate| (t.commission)(&formats.percent(Some(rate)))),
        product
            .rating
            .map(|rating| (t.rating)(&formats.decimal(Some(rating)))),
        product
            .seller
            .as_ref()
            .map(|seller| (t.seller)(seller.as_str())),
        Some((t.named_at)(&formats.day(product.named_at))),
    ];
    facts.into_iter().flatten().collect()
}
