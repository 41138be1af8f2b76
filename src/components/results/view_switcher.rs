//! "Cards | Table | Charts | Compare": which view shows the results.

use leptos::prelude::*;
use strum::VariantArray;

use crate::components::ui::segmented::{Segment, SegmentedControl};
use crate::domain::view::Mode;
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

/// The switcher.
#[component]
pub fn ViewSwitcher() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let compare = move || match analysis.selected.with(|selected| selected.len()) {
        0 => t.results.compare.to_owned(),
        count => (t.results.compare_count)(count),
    };
    let text = |mode| match mode {
        Mode::Cards => t.results.cards.into(),
        Mode::Table => t.results.table.into(),
        Mode::Charts => t.results.charts.into(),
        Mode::Compare => Signal::derive(compare),
    };
    let segments = Mode::VARIANTS.iter().map(|mode| Segment {
        code: mode.into_str(),
        text: text(*mode),
    });
    let select = move |code: &'static str| {
        let mode = code.parse().unwrap_or_default();
        analysis.push_view(|view| view.mode = mode);
    };
    view! {
        <SegmentedControl
            name="view"
            label=t.results.view
            segments=segments.collect()
            value=move || analysis.mode.get().into_str()
            on_select=select
        />
    }
}
