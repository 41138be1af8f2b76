//! Reaching marks by pointer and by keys, and opening their videos.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use super::context::ChartContext;
use super::labels;
use super::tooltip::MarkTooltip;
use crate::state::analysis::Analysis;
use crate::state::card_focus::CardFocus;
use crate::state::locale::use_locale;
use crate::state::target::open_target;

const TOUCH: &str = "touch";

/// The slider's value while no mark is active.
const NO_VALUE: &str = "—";

/// A layer over the chart, with the tooltip of the active mark. For assistive tools it is a slider: what arrow keys
/// move along values.
#[component]
pub fn PointerLayer() -> impl IntoView {
    let (chart, locale) = (expect_context::<ChartContext>(), use_locale());
    let open = use_open_active_mark(chart);
    let layer = NodeRef::<html::Div>::new();
    // A finger can't hover: its first tap activates a mark, and the second one opens it.
    let opens_on_click = StoredValue::new(true);

    let on_pointer_down = move |event: PointerEvent| {
        let mark = mark_under(chart, &event);
        let is_active = mark.is_some() && mark == chart.active_mark.get_untracked();
        opens_on_click.set_value(event.pointer_type() != TOUCH || is_active);
        chart.activate(mark);
    };
    // Of the layer and the tooltip, so that the pointer can move onto the tooltip.
    let on_pointer_leave = move |event: PointerEvent| {
        if event.pointer_type() != TOUCH {
            chart.activate(None);
        }
    };
    let on_click = move |_| {
        if opens_on_click.get_value() {
            open.run(());
        }
    };
    let on_focus = move |_| {
        let layer = layer.get_untracked();
        let is_by_key = layer.is_some_and(|layer| layer.matches(":focus-visible") == Ok(true));
        if is_by_key && chart.active_mark.get_untracked().is_none() {
            chart.activate(Some(0));
        }
    };
    let on_key_down = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        match key.as_str() {
            "Enter" | " " => open.run(()),
            _ => match mark_by_key(chart, &key) {
                Some(mark) => chart.activate(Some(mark)),
                None => return,
            },
        }
        event.prevent_default();
        event.stop_propagation();
    };

    let details = Memo::new(move |_| {
        chart.with_active_mark(|rendered, mark| labels::mark_details(rendered, mark, locale))
    });
    let value_text = Signal::derive(move || match details.get() {
        Some(details) => (locale.texts.common.list)(&details),
        None => NO_VALUE.to_owned(),
    });
    let place = move || {
        let place = chart.with_chart(|rendered| {
            let mark = chart.active_mark.get().unwrap_or_default();
            rendered.chart.place(mark)
        });
        place.unwrap_or_default()
    };
    let orientation = move || {
        let is_vertical = chart.with_chart(|rendered| rendered.chart.is_vertical());
        is_vertical.unwrap_or_default().then_some("vertical")
    };
    view! {
        <div on:pointerleave=on_pointer_leave>
            <div
                class="chart__over"
                node_ref=layer
                role="slider"
                tabindex="0"
                hidden=move || chart.is_empty()
                aria-label=locale.texts.charts.data_points
                aria-describedby="chart-keys"
                aria-valuemin="1"
                aria-valuemax=move || chart.mark_count()
                aria-valuenow=place
                aria-orientation=orientation
                aria-valuetext=value_text
                on:pointermove=move |event| chart.activate(mark_under(chart, &event))
                on:pointerdown=on_pointer_down
                on:click=on_click
                on:focus=on_focus
                on:blur=move |_| chart.activate(None)
                on:keydown=on_key_down
            ></div>
            <MarkTooltip details />
        </div>
    }
}

/// Opens the videos of the active mark.
fn use_open_active_mark(chart: ChartContext) -> Callback<()> {
    let (analysis, card_focus) = (expect_context::<Analysis>(), expect_context::<CardFocus>());
    Callback::new(move |()| {
        untrack(|| {
            chart.with_active_mark(|rendered, mark| {
                let (rows, chart) = (&rendered.rows, &rendered.chart);
                let metric = rendered.choice.metric;
                open_target(analysis, card_focus, rows, chart, metric, &mark.target);
            })
        });
    })
}

/// The mark under the pointer.
fn mark_under(chart: ChartContext, event: &PointerEvent) -> Option<usize> {
    let rendered = chart.rendered.get_untracked()?;
    rendered.chart.mark_at(event.offset_x(), event.offset_y())
}

/// The mark that a key moves to, which is the first one while none is active.
fn mark_by_key(chart: ChartContext, key: &str) -> Option<usize> {
    let rendered = chart.rendered.get_untracked()?;
    match chart.active_mark.get_untracked() {
        Some(current) => rendered.chart.mark_by(key, current),
        None => rendered.chart.mark_by(key, 0).map(|_| 0),
    }
}
