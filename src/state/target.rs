//! From a mark of a chart to the cards of its videos.

use leptos::prelude::*;

use super::analysis::Analysis;
use super::card_focus::CardFocus;
use crate::domain::charts::shapes::MarkTarget;
use crate::domain::metrics::range::Range;
use crate::domain::metrics::{Metric, Unit};
use crate::domain::rows::ResultRows;
use crate::domain::view::Mode;
use crate::platform::text;

/// Shows the card of a mark's video, or filters to the videos of its group.
pub fn show_videos(
    analysis: Analysis,
    card_focus: CardFocus,
    rows: &ResultRows,
    target: &MarkTarget,
) {
    let mut filter = analysis.filter.get_untracked();
    match target {
        MarkTarget::Row(row) => return card_focus.show(rows.video(*row).id, analysis),
        MarkTarget::Between(..) => return,
        // Filters that are on stay on: the mark counts no other videos.
        MarkTarget::Days(first, last) => {
            filter.from = Some(filter.from.map_or(*first, |from| from.max(*first)));
            filter.to = Some(filter.to.map_or(*last, |to| to.min(*last)));
        }
        MarkTarget::Region(code) => filter.regions = vec![code.clone()],
        MarkTarget::Hashtag(tag) => {
            filter.text = format!("{} #{tag}#", filter.text).trim_start().to_owned();
        }
    }
    analysis.push_view(|view| {
        view.filter = filter;
        view.mode = Mode::Cards;
    });
}

/// Filters to the videos whose metric is in a range.
pub fn show_range(analysis: Analysis, metric: Metric, from: f64, to: f64) {
    let scale = match metric.unit() {
        Unit::Percent => 100.0,
        _ => 1.0,
    };
    let bound = |value: f64| text::decimal(value * scale).parse().ok();
    let range = Range::new(metric, bound(from), bound(to));
    analysis.push_view(|view| {
        let range = match view.filter.range(metric) {
            Some(old) => range.map(|new| old.narrowed(&new)),
            None => range,
        };
        view.filter = std::mem::take(&mut view.filter).ranged(metric, range);
        view.mode = Mode::Cards;
    });
}
