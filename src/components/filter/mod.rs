//! The filter: its panel, and the chips of what is on.

pub mod chip_text;
pub mod chips;
mod dates;
mod facets;
mod group;
mod imported_facets;
mod range_field;
mod typed_field;

use leptos::prelude::*;

use self::dates::DatesFilter;
use self::facets::{RegionFilter, SalesFilter};
use self::imported_facets::ImportedFilters;
use self::range_field::RangeFilter;
use crate::components::ui::disclosure::{DisclosureButton, DisclosurePanel};
use crate::components::ui::lazy_view::{LazyView, lazy};
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

const PANEL_ID: &str = "filter";

/// "Filter", and the panel that it opens.
#[component]
pub fn FilterDisclosure() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let open = RwSignal::new(false);
    let label = move || match analysis.filter.with(|filter| filter.parts().len()) {
        0 => t.filter.filter.to_owned(),
        count => (t.filter.filter_count)(count),
    };
    view! {
        <DisclosureButton panel_id=PANEL_ID open label />
        <DisclosurePanel id=PANEL_ID open>
            <LazyView load=|()| filter_fields() />
        </DisclosurePanel>
    }
}

lazy! { panels: fn filter_fields() -> AnyView = view! { <FilterFields /> }.into_any() }

#[component]
fn FilterFields() -> impl IntoView {
    view! {
        <div class="filter">
            <ImportedFilters />
            <RegionFilter />
            <SalesFilter />
            <DatesFilter />
            <RangeFilter />
        </div>
    }
}
