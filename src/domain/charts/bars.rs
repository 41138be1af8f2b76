//! Horizontal bars, ordered by value, of rows, regions or hashtags. Their axis is never logarithmic, since a bar's length
//! would be meaningless.

use crate::domain::charts::groups::{Group, by_hashtag, by_region};
use crate::domain::charts::samples::{MultiProduct, samples};
use crate::domain::charts::shapes::{Chart, ChartNotes, Mark, MarkShape, MarkTarget, Plot};
use crate::domain::metrics::Metric;
use crate::domain::rows::{ResultRows, RowIndex};

/// The rows with the highest values.
pub fn of_rows(rows: &ResultRows, shown: &[RowIndex], metric: Metric, width: i32) -> Chart {
    let metrics = (metric, metric);
    let (samples, notes) = samples(rows, shown, metrics, MultiProduct::Separate, false);
    let bars = samples.iter().map(|sample| Bar {
        target: MarkTarget::Row(sample.row),
        value: sample.value,
        count: 1,
    });
    chart(bars.collect(), notes, 380, width)
}

pub fn of_regions(rows: &ResultRows, shown: &[RowIndex], metric: Metric, width: i32) -> Chart {
    let metrics = (metric, metric);
    let (samples, notes) = samples(rows, shown, metrics, MultiProduct::Exclude, false);
    let groups = by_region(rows, &samples, metric);
    let bars = groups.into_iter().map(|it| Bar::of(it, MarkTarget::Region));
    chart(bars.collect(), notes, 170, width)
}

pub fn of_hashtags(rows: &ResultRows, shown: &[RowIndex], metric: Metric, width: i32) -> Chart {
    let metrics = (metric, metric);
    let (samples, notes) = samples(rows, shown, metrics, MultiProduct::Exclude, false);
    let groups = by_hashtag(rows, &samples, metric);
    let bars = groups
        .into_iter()
        .map(|it| Bar::of(it, MarkTarget::Hashtag));
    chart(bars.collect(), notes, 190, width)
}

struct Bar {
    target: MarkTarget,
    value: f64,
    /// How many videos or rows it is of.
    count: usize,
}

impl Bar {
    fn of(group: Group<String>, target: fn(String) -> MarkTarget) -> Self {
        Self {
            target: target(group.key),
            value: group.value,
            count: group.count,
        }
    }
}

/// Room for a bar's value to the right of it.
const VALUE_WIDTH: i32 = 76;
/// On narrower charts names are above the bars, and there are half as many bars.
const NARROW: i32 = 520;

/// Lays out the bars. Names get at most `max_name_width` pixels.
fn chart(mut bars: Vec<Bar>, mut notes: ChartNotes, max_name_width: i32, width: i32) -> Chart {
    bars.sort_by(|a, b| b.value.total_cmp(&a.value));
    let names_above = width < NARROW;
    let (max_bars, row_height, bar_height, name_width) = match names_above {
        true => (10, 44, 16, width),
        false => (20, 30, 20, (width * 2 / 5).min(max_name_width)),
    };
    let below_bar = if names_above { 6 } else { 5 };
    notes.more = bars.len().saturating_sub(max_bars);
    bars.truncate(max_bars);
    let plot = Plot {
        left: if names_above { 1 } else { name_width + 8 },
        top: 4,
        right: width - VALUE_WIDTH,
        bottom: 4 + row_height * bars.len() as i32,
    };
    let max = bars.first().map_or(0.0, |bar| bar.value);
    let length = |value: f64| match max > 0.0 {
        true => (value / max * f64::from(plot.right - plot.left)) as i32,
        false => 0,
    };
    let mark = |(index, bar): (i32, Bar)| Mark {
        x: plot.left,
        y: plot.top + row_height * (index + 1) - bar_height - below_bar,
        // A bar of zero must be visible as well.
        width: length(bar.value).max(1),
        height: bar_height,
        target: bar.target,
        value: bar.value,
        other: bar.count as f64,
    };
    Chart {
        width,
        height: plot.bottom + 4,
        plot,
        marks: (0..).zip(bars).map(mark).collect(),
        shape: MarkShape::Bars {
            names_above,
            name_width,
        },
        notes,
        ..Chart::default()
    }
}
