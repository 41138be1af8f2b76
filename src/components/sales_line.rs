//! Owns: what a video is estimated to have sold of one product. Refuses: sums over products.

use super::button::said;
use super::external::external;
use super::figure::figure;
use super::tag::{Tag, tag};
use crate::domain::links;
use crate::domain::metrics::Figure;
use crate::domain::video::{ProductSales, Video};
use crate::state::locale::locale;

/// One product's units, GMV and what follows from them, with a link to the product. `at` is when the
/// data was given.
pub fn sales_line(video: &Video, sales: &ProductSales, at: u64) -> Tag {
    let locale = locale();
    let t = locale.texts;
    let show = |which: Figure, mark: &str| figure(which, which.of(video, sales, at), mark, locale);
    let product = match &sales.product {
        Some(id) => {
            let page = links::product_page(id, video.region.as_deref());
            external(&page, &(t.product)(id.as_str()))
        }
        None => said("span", t.product_unknown),
    };
    let figures = [
        Figure::Gpm,
        Figure::PricePerUnit,
        Figure::UnitsPerThousandViews,
    ]
    .map(|which| show(which, ""));
    tag("div")
        .class("sale")
        .with(
            tag("dl")
                .class("figures figures--lead")
                .with(show(Figure::Gmv, t.estimated_dollars))
                .with(show(Figure::Units, t.estimated)),
        )
        .with(tag("dl").class("figures").with_all(figures))
        .with(tag("p").class("sale__product").with(product))
}
