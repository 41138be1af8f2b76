//! From a mark of a chart to the filter that shows exactly the videos that the mark counts.

use crate::domain::charts::samples::MAX_VALUE;
use crate::domain::charts::shapes::{Chart, MarkTarget};
use crate::domain::filter::Filter;
use crate::domain::metrics::Metric;
use crate::domain::metrics::range::{Bound, Range};

impl Chart {
    /// The filter of this chart's rows, narrowed to the videos of a group. `metric` is the chart's.
    #[must_use]
    pub fn narrowed(&self, filter: Filter, metric: Metric, target: &MarkTarget) -> Filter {
        let mut filter = self.without_excluded(filter, metric);
        match target {
            MarkTarget::Row(_) => {}
            MarkTarget::Between(from, to) => {
                return within(filter, range(metric, *from, Some(*to)));
            }
            MarkTarget::Below(from, to) => {
                let below = range(metric, *from, Some(*to)).map(Range::excluding_max);
                return within(filter, below);
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

    /// Without what no group of this chart counts: videos with several products, and unknown values.
    fn without_excluded(&self, mut filter: Filter, metric: Metric) -> Filter {
        let notes = self.notes;
        filter.one_product |= notes.multi_product_excluded > 0;
        if notes.too_large_excluded > 0 {
            within(
                filter,
                range(metric, 0.0, Some(MAX_VALUE)).map(Range::excluding_max),
            )
        } else if notes.unknown_excluded > 0 {
            within(filter, range(metric, 0.0, None))
        } else {
            filter
        }
    }
}

fn range(metric: Metric, from: f64, to: Option<f64>) -> Option<Range> {
    let bound = |value| Bound::of(value, metric.unit());
    Range::new(metric, bound(from), to.and_then(bound))
}

/// The filter with a range in which values must be as well.
fn within(filter: Filter, range: Option<Range>) -> Filter {
    let Some(range) = range else {
        return filter;
    };
    let metric = range.metric();
    let range = match filter.range(metric) {
        Some(old) => old.intersection(&range),
        None => range,
    };
    filter.with_range(metric, Some(range))
}
