//! From a mark of a chart to the cards of its videos.

use leptos::prelude::*;

use super::analysis::Analysis;
use super::card_focus::CardFocus;
use crate::domain::charts::shapes::MarkTarget;
use crate::domain::filter::Filter;
use crate::domain::metrics::range::Range;
use crate::domain::metrics::{Metric, Unit};
use crate::domain::rows::ResultRows;
use crate::domain::view::Mode;
use crate::platform::text;

/// Shows the card of a mark's video, or filters to the videos of its group. `metric` is the chart's.
pub fn open_target(
    analysis: Analysis,
    card_focus: CardFocus,
    rows: &ResultRows,
    metric: Metric,
    target: &MarkTarget,
) {
    if let MarkTarget::Row(row) = target {
        card_focus.show(rows.video(*row).id, analysis);
        return;
    }
    let filter = narrowed(analysis.filter.get_untracked(), metric, target);
    analysis.push_view(|view| {
        view.filter = filter;
        view.mode = Mode::Cards;
    });
}

/// A filter that only lets the videos of a group pass. What it was before still applies: the group counts no other
/// videos.
fn narrowed(mut filter: Filter, metric: Metric, target: &MarkTarget) -> Filter {
    match target {
        MarkTarget::Row(_) => {}
        MarkTarget::Between(from, to) => {
            let new = value_range(metric, *from, *to);
            let range = match filter.range(metric) {
                Some(old) => new.map(|new| old.intersection(&new)),
                None => new,
            };
            return filter.with_range(metric, range);
        }
        MarkTarget::Days(first, last) => {
            filter.from = Some(filter.from.map_or(*first, |from| from.max(*first)));
            filter.to = Some(filter.to.map_or(*last, |to| to.min(*last)));
        }
        MarkTarget::Region(code) => filter.regions = vec![code.clone()],
        MarkTarget::Hashtag(tag) => {
            filter.text = format!("{} #{tag}#", filter.text).trim_start().to_owned();
        }
    }
    filter
}

/// A range as the filter's fields hold it: rates are in percent there.
fn value_range(metric: Metric, from: f64, to: f64) -> Option<Range> {
    let scale = match metric.unit() {
        Unit::Percent => 100.0,
        _ => 1.0,
    };
    let bound = |value: f64| text::decimal(value * scale).parse().ok();
    Range::new(metric, bound(from), bound(to))
}
