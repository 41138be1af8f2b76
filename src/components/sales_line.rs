//! Owns: what a video is estimated to have sold of one product. Refuses: sums over products.

use leptos::prelude::*;

use super::drawing::{Drawn, draw};
use super::external::external;
use super::figure::figure;
use crate::domain::links;
use crate::domain::metrics::Figure;
use crate::domain::video::{ProductSales, Reach};
use crate::state::locale::locale;

/// One product's units, GMV and what follows from them, with a link to the product.
pub fn sales_line(sales: &ProductSales, reach: &Reach, region: Option<&str>) -> Drawn {
    let locale = locale();
    let (t, formats) = (locale.texts, locale.formats());
    let exactly = |formula: &str, known: bool, value: String| match known {
        true => [formula, ". ", &(t.exactly)(&value)].concat(),
        false => formula.to_owned(),
    };
    let derived = |metric: Figure, format: &dyn Fn(Option<f64>) -> String| {
        let text = (t.figure)(metric);
        figure(text.name, "", format(metric.of(reach, sales)), text.formula.to_owned())
    };
    let money = |value| formats.money(value);
    let gmv_tip = exactly(t.gmv.formula, sales.gmv.is_some(), formats.money(sales.gmv));
    let units_tip = exactly(t.units.formula, sales.units.is_some(), formats.exact(sales.units));
    let product = match &sales.product {
        Some(id) => external(links::product_page(id, region), (t.product)(id.as_str())),
        None => draw(t.product_unknown),
    };
    draw(view! {
        <div class="sale">
            <dl class="figures figures--lead">
                {figure(t.gmv.name, t.estimated_dollars, formats.money_compact(sales.gmv), gmv_tip)}
                {figure(t.units.name, t.estimated, formats.compact(sales.units), units_tip)}
            </dl>
            <dl class="figures">
                {derived(Figure::Gpm, &money)} {derived(Figure::PricePerUnit, &money)}
                {derived(Figure::UnitsPerThousandViews, &|value| formats.decimal(value))}
            </dl>
            <p class="sale__product">{product}</p>
        </div>
    })
}
