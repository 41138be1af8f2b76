//! From a mark of a chart to the cards of its videos.

use leptos::prelude::*;

use super::analysis::Analysis;
use super::card_focus::CardFocus;
use crate::domain::charts::shapes::{Chart, MarkTarget};
use crate::domain::metrics::Metric;
use crate::domain::rows::ResultRows;
use crate::domain::view::Mode;

/// Shows the card of a mark's video, or filters to the videos of its group. `metric` is the chart's.
pub fn open_target(
    analysis: Analysis,
    card_focus: CardFocus,
    rows: &ResultRows,
    chart: &Chart,
    metric: Metric,
    target: &MarkTarget,
) {
    if let MarkTarget::Row(row) = target {
        card_focus.show(rows.video(*row).id, analysis);
        return;
    }
    let filter = chart.narrowed(analysis.filter.get_untracked(), metric, target);
    analysis.push_view(|view| {
        view.filter = filter;
        view.mode = Mode::Cards;
    });
}
