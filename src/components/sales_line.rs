//! Owns: what a video is estimated to have sold of one product. Refuses: sums over products.

use super::button::said;
use super::external::external;
use super::figure::{derived_figure, figure};
use super::tag::{Tag, tag};
use crate::domain::links;
use crate::domain::metrics::Figure as Metric;
use crate::domain::video::{ProductSales, Reach};
use crate::state::locale::locale;

/// One product's units, GMV and what follows from them, with a link to the product.
pub fn sales_line(sales: &ProductSales, reach: &Reach, region: Option<&str>) -> Tag {
    let locale = locale();
    let (t, formats) = (locale.texts, locale.formats());
    let exactly = |formula: &str, known: bool, value: &str| match known {
        true => [formula, ". ", &(t.exactly)(value)].concat(),
        false => formula.to_owned(),
    };
    let derived = |metric: Metric| {
        let value = metric.of(reach, sales);
        let shown = match metric {
            Metric::UnitsPerThousandViews => formats.decimal(value),
            _ => formats.money_compact(value),
        };
        derived_figure(metric, value, &shown, locale)
    };
    let gmv = figure(
        t.gmv.name,
        t.estimated_dollars,
        &formats.money_compact(sales.gmv),
        &exactly(
            t.gmv.formula,
            sales.gmv.is_some(),
            &formats.money(sales.gmv),
        ),
    );
    let units = figure(
        t.units.name,
        t.estimated,
        &formats.compact(sales.units),
        &exactly(
            t.units.formula,
            sales.units.is_some(),
            &formats.exact(sales.units),
        ),
    );
    let product = match &sales.product {
        Some(id) => external(&links::product_page(id, region), &(t.product)(id.as_str())),
        None => said("span", t.product_unknown),
    };
    let figures = [
        Metric::Gpm,
        Metric::PricePerUnit,
        Metric::UnitsPerThousandViews,
    ]
    .map(derived);
    tag("div")
        .class("sale")
        .with(
            tag("dl")
                .class("figures figures--lead")
                .with(gmv)
                .with(units),
        )
        .with(tag("dl").class("figures").with_all(figures))
        .with(tag("p").class("sale__product").with(product))
}
