//! Owns: what a video is estimated to have sold of one product. Refuses: sums over products.

use leptos::prelude::*;

use super::external::External;
use super::figure::Figure;
use crate::domain::links;
use crate::domain::metrics::Figure as Metric;
use crate::domain::video::{ProductSales, Reach};
use crate::state::locale::locale;

/// One product's units, GMV and what follows from them, with a link to the product.
#[component]
pub fn SalesLine(sales: ProductSales, reach: Reach, region: Option<String>) -> impl IntoView {
    let locale = locale();
    let (t, formats) = (locale.texts, locale.formats());
    let metric = |metric: Metric, shown: String, exact: Option<String>| {
        let text = (t.figure)(metric);
        let tip = match exact {
            Some(exact) => format!("{} = {exact}", text.formula),
            None => text.formula.to_owned(),
        };
        view! { <Figure name=text.name value=shown tip /> }
    };
    let of = |metric: Metric| metric.of(&reach, &sales);
    let exact = |value: String| [t.gmv.formula, ". ", &(t.exactly)(&value)].concat();
    let gmv_tip = match sales.gmv {
        Some(_) => exact(formats.money(sales.gmv)),
        None => t.gmv.formula.to_owned(),
    };
    let units_tip = match sales.units {
        Some(_) => [t.units.formula, ". ", &(t.exactly)(&formats.exact(sales.units))].concat(),
        None => t.units.formula.to_owned(),
    };
    let product = match &sales.product {
        Some(id) => {
            let href = links::product_page(id, region.as_deref());
            view! { <External href text=(t.product)(id.as_str()) /> }.into_any()
        }
        None => t.product_unknown.into_any(),
    };
    view! {
        <div class="sale">
            <dl class="figures figures--lead">
                <Figure name=t.gmv.name mark=t.estimated value=formats.money_compact(sales.gmv) tip=gmv_tip />
                <Figure name=t.units.name mark=t.estimated value=formats.compact(sales.units) tip=units_tip />
            </dl>
            <dl class="figures">
                {metric(Metric::Gpm, formats.money(of(Metric::Gpm)), None)}
                {metric(Metric::PricePerUnit, formats.money(of(Metric::PricePerUnit)), None)}
                {metric(
                    Metric::UnitsPerThousandViews,
                    formats.decimal(of(Metric::UnitsPerThousandViews)),
                    None,
                )}
            </dl>
            <p class="sale__product">{product}</p>
        </div>
    }
}
