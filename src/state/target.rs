//! Owns: from a mark of a chart to the cards that it stands for. Refuses: a selection; what is shown is the
//! view's filter, which stands in the address.

use leptos::prelude::*;

use crate::state::analysis::Analysis;
use crate::platform::text;
use crate::domain::charts::MarkTarget;
use crate::domain::rows::ResultRows;
use crate::domain::metrics::{Metric, Unit};
use crate::domain::metrics::range::Range;
use crate::domain::view::Mode;

/// Goes to the video of a mark, or shows the videos of its group.
pub fn show_videos(analysis: Analysis, lines: &ResultRows, what: &MarkTarget) {
    let mut filter = analysis.view.with_untracked(|view| view.filter.clone());
    match what {
        MarkTarget::Row(line) => return analysis.show_card(lines.video(*line).id),
        MarkTarget::Between(..) => return,
        // MarkTarget is on already stays on: the mark counted no more.
        MarkTarget::Days(first, last) => {
            filter.from = Some(filter.from.map_or(*first, |from| from.max(*first)));
            filter.to = Some(filter.to.map_or(*last, |to| to.min(*last)));
        }
        MarkTarget::Region(code) => filter.regions = vec![code.clone()],
        MarkTarget::Hashtag(tag) => {
            let text = [&filter.text, " #", tag, "#"].concat();
            filter.text = text.trim_start().to_owned();
        }
    }
    analysis.turn(|view| {
        view.filter = filter;
        view.mode = Mode::Cards;
    });
}

/// Shows the videos with as much of a metric.
pub fn show_range(analysis: Analysis, metric: Metric, from: f64, to: f64) {
    let scale = if metric.unit() == Unit::Percent {
        100.0
    } else {
        1.0
    };
    let bound = |value: f64| text::decimal(value * scale).parse().ok();
    let range = Range::new(metric, bound(from), bound(to));
    analysis.turn(|view| {
        let range = match view.filter.range(metric) {
            Some(old) => range.map(|new| old.narrowed(&new)),
            None => range,
        };
        view.filter = std::mem::take(&mut view.filter).ranged(metric, range);
        view.mode = Mode::Cards;
    });
}
