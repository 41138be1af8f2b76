//! Owns: what a video is estimated to have sold of one product. Refuses: sums over products.

use crate::components::ui::button::said;
use crate::components::ui::external::external;
use crate::components::card::metric::metric;
use crate::components::tag::{Tag, tag};
use crate::domain::videos::links;
use crate::domain::metrics::Metric;
use crate::domain::videos::{ProductSales, Video};
use crate::state::locale::locale;

/// One product's units, GMV and what follows from them, with a link to the product. `at` is when the
/// data was given.
pub fn sales_line(video: &Video, sales: &ProductSales, at: u64) -> Tag {
    let locale = locale();
    let t = locale.texts;
    let show = |which: Metric, mark: &str| metric(which, which.of(video, sales, at), mark, locale);
    let product = match &sales.product {
        Some(id) => {
            let page = links::product_page(id, video.region.as_deref());
            external(&page, &(t.product)(id.as_str()))
        }
        None => said("span", t.product_unknown),
    };
    let metrics = [
        Metric::Gpm,
        Metric::PricePerUnit,
        Metric::UnitsPerThousandViews,
    ]
    .map(|which| show(which, ""));
    tag("div")
        .class("sale")
        .with(
            tag("dl")
                .class("metrics metrics--lead")
                .with(show(Metric::Gmv, t.estimated_dollars))
                .with(show(Metric::Units, t.estimated)),
        )
        .with(tag("dl").class("metrics").with_all(metrics))
        .with(tag("p").class("sale__product").with(product))
}
