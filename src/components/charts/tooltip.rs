//! The ring around the active mark, and the tooltip beside it.

use leptos::prelude::*;
use leptos_use_timeout_fn::{UseTimeoutFnReturn, use_timeout_fn};

use super::context::{ChartContext, RenderedChart};
use crate::components::ui::escape::close_on_escape;
use crate::components::ui::tip::HOVERABLE_AFTER;
use crate::domain::charts::shapes::{Mark, MarkShape};

/// Where ring and tooltip are, in pixels of the chart.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Placement {
    x: i32,
    y: i32,
    width: i32,
    height: i32,
    is_round: bool,
    tip_x: i32,
    tip_y: i32,
    /// By how much of its own size the tooltip moves, in percent, so that it stays within the chart.
    tip_shift_x: i32,
    tip_shift_y: i32,
}

impl Placement {
    fn new(rendered: &RenderedChart, mark: &Mark) -> Self {
        let chart = &rendered.chart;
        let is_round = chart.shape == MarkShape::Points;
        let margin = if is_round { 9 } else { 2 };
        let (x, y) = (mark.x - margin, mark.y - margin);
        let (width, height) = (mark.width + 2 * margin, mark.height + 2 * margin);
        let tip_x = (x + width / 2).min(chart.width);
        let is_below = y < chart.height / 2;
        Self {
            x,
            y,
            width,
            height,
            is_round,
            tip_x,
            // Without a gap, in which the pointer on its way to the tooltip would be nearer to the next bar.
            tip_y: if is_below { y + height } else { y },
            tip_shift_x: -tip_x * 100 / chart.width.max(1),
            tip_shift_y: if is_below { 0 } else { -100 },
        }
    }
}

/// Shown while there are details of an active mark.
#[component]
pub fn MarkTooltip(details: Memo<Option<Vec<String>>>) -> impl IntoView {
    let chart = expect_context::<ChartContext>();
    let placement = Memo::new(move |_| chart.with_active_mark(Placement::new).unwrap_or_default());
    let is_hidden = Signal::derive(move || details.with(Option::is_none));
    let is_shown = Memo::new(move |_| !is_hidden.get());
    Effect::new(move || {
        if is_shown.get() {
            close_on_escape(move || chart.activate(None));
        }
    });
    let is_hoverable = use_is_hoverable(chart);
    let number = move |read: fn(&Placement) -> i32| move || placement.with(read).to_string();
    let lines = move || {
        let lines = details.get().unwrap_or_default().into_iter();
        lines
            .map(|line| view! { <span>{line}</span> })
            .collect_view()
    };
    view! {
        <div
            class="chart__ring"
            class:chart__ring--round=move || placement.with(|placement| placement.is_round)
            hidden=is_hidden
            style:--x=number(|placement| placement.x)
            style:--y=number(|placement| placement.y)
            style:--width=number(|placement| placement.width)
            style:--height=number(|placement| placement.height)
        ></div>
        <div
            class="chart__tip"
            class:chart__tip--hoverable=is_hoverable
            hidden=is_hidden
            style:--x=number(|placement| placement.tip_x)
            style:--y=number(|placement| placement.tip_y)
            style:--shift-x=number(|placement| placement.tip_shift_x)
            style:--shift-y=number(|placement| placement.tip_shift_y)
        >
            {move || lines()}
        </div>
    }
}

/// Whether the pointer can move onto the tooltip.
fn use_is_hoverable(chart: ChartContext) -> RwSignal<bool> {
    let is_hoverable = RwSignal::new(false);
    let UseTimeoutFnReturn { start, stop, .. } =
        use_timeout_fn(move |()| is_hoverable.set(true), HOVERABLE_AFTER);
    Effect::new(move || {
        stop();
        is_hoverable.set(false);
        if chart.active_mark.get().is_some() {
            start(());
        }
    });
    is_hoverable
}
