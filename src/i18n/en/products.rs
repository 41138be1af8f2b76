//! Named products.

use super::plural::plural;
use crate::i18n::texts::products::ProductTexts;

pub const PRODUCTS: ProductTexts = ProductTexts {
    name: |count| format!("Name {}", plural(count, "product", "products")),
    price: |requests, proxy| {
        let credits = plural(requests, "credit", "credits");
        match proxy {
            true => format!("up to {credits}"),
            false => credits,
        }
    },
    note: "with price, commission and rating",
    naming: |done, all| format!("Naming products: {done} of {all}"),
    stopping: "Stopping when the request that is on its way has its response…",
    unavailable: "Product names are not available here.",
    unknown: |count| {
        format!(
            "KeyAPI has no name for {}.",
            plural(count, "product", "products")
        )
    },
    failed: "The product names could not be fetched.",
    commission: |rate| format!("commission {rate}"),
    rating: |rating| format!("rating {rating}"),
    seller: |id| format!("seller {id}"),
    named_at: |day| format!("data from {day}"),
};
