//! The charts view: the choice of a chart, the chart itself, and its data as a table.

mod context;
mod controls;
mod data;
mod labels;
mod pointer_layer;
mod svg;
mod tooltip;
mod values;

use leptos::html;
use leptos::prelude::*;

use self::context::ChartContext;
use self::controls::ChartControls;
use self::data::ChartData;
use self::pointer_layer::PointerLayer;
use self::svg::ChartSvg;
use crate::state::analysis::Analysis;
use crate::state::locale::use_locale;

/// A chart of the rows that are shown.
#[component]
pub fn Charts() -> impl IntoView {
    let locale = use_locale();
    // Measured in place of the stage, whose height changes with the chart.
    let ruler = NodeRef::<html::Div>::new();
    let chart = ChartContext::new(expect_context::<Analysis>(), ruler);
    provide_context(chart);
    let title = move || chart.with_chart(|rendered| labels::title(rendered, locale));
    view! {
        <div class="charts">
            <ChartControls />
            <figure class="chart">
                <figcaption class="chart__title">{move || title()}</figcaption>
                <div class="chart__stage" node_ref=chart.stage>
                    <div class="chart__ruler" node_ref=ruler></div>
                    <ChartSvg />
                    <PointerLayer />
                </div>
                <p class="chart__keys" id="chart-keys">
                    {locale.texts.charts.keys_hint}
                </p>
                <ChartNotes />
                <ChartData />
            </figure>
        </div>
    }
}

/// What the chart leaves out, and what else is to be known of it.
#[component]
fn ChartNotes() -> impl IntoView {
    let (chart, locale) = (expect_context::<ChartContext>(), use_locale());
    let notes = move || {
        let notes = chart.with_chart(|rendered| labels::notes(rendered, locale));
        let notes = notes.unwrap_or_default().into_iter();
        notes.map(|note| view! { <p>{note}</p> }).collect_view()
    };
    view! { <div class="chart__notes">{move || notes()}</div> }
}
