//! Owns: bars from left to right, the most first, of rows, regions or hashtags. Refuses: powers of ten, by
//! which a bar's length would say nothing.

use crate::domain::charts::groups::{Group, by_hashtag, by_region};
use crate::domain::charts::samples::{MultiProduct, Sample, samples};
use crate::domain::charts::shapes::{Chart, Form, LeftOut, Mark, MarkTarget, Plot};
use crate::domain::metrics::Metric;
use crate::domain::rows::sort::arrange;
use crate::domain::rows::{ResultRows, RowIndex};

/// The shown rows with the most of a metric.
pub fn of_rows(rows: &ResultRows, shown: &[RowIndex], metric: Metric, width: i32) -> Chart {
    let (samples, out) = samples(rows, shown, (metric, metric), MultiProduct::Separate, false);
    let group = |sample: &Sample| Group {
        what: MarkTarget::Row(sample.row),
        value: sample.value,
        count: 1,
    };
    bars(samples.iter().map(group).collect(), out, (380, width))
}

pub fn of_regions(rows: &ResultRows, shown: &[RowIndex], metric: Metric, width: i32) -> Chart {
    let (samples, out) = samples(rows, shown, (metric, metric), MultiProduct::Exclude, false);
    bars(by_region(rows, &samples, metric), out, (110, width))
}

pub fn of_hashtags(rows: &ResultRows, shown: &[RowIndex], metric: Metric, width: i32) -> Chart {
    let (samples, out) = samples(rows, shown, (metric, metric), MultiProduct::Exclude, false);
    bars(by_hashtag(rows, &samples, metric), out, (190, width))
}

/// Room for a value behind its bar.
const VALUE: i32 = 76;

/// `names` is what these take where there is enough room.
fn bars(groups: Vec<Group>, mut left_out: LeftOut, (names, width): (i32, i32)) -> Chart {
    let mut order: Vec<u32> = (0..groups.len() as u32).collect();
    arrange(&mut order, &|a, b| {
        let value = |index: u32| groups[index as usize].value;
        value(b).total_cmp(&value(a)).then(a.cmp(&b))
    });
    // A narrow page has its names above the bars, and half as many.
    let above = width < 520;
    let (most, table_row, thick, room) = match above {
        true => (10, 44, 16, width),
        false => (20, 30, 20, (width * 2 / 5).min(names)),
    };
    left_out.more = order.len().saturating_sub(most);
    order.truncate(most);
    let plot = Plot {
        left: if above { 1 } else { room + 8 },
        top: 4,
        right: width - VALUE,
        bottom: 4 + table_row * order.len() as i32,
    };
    let greatest = order
        .first()
        .map_or(0.0, |index| groups[*index as usize].value);
    let length = |value: f64| match greatest > 0.0 {
        true => (value / greatest * f64::from(plot.right - plot.left)) as i32,
        false => 0,
    };
    let mark = |(index, group): (i32, &u32)| {
        let group = &groups[*group as usize];
        Mark {
            x: plot.left,
            y: plot.top + table_row * (index + 1) - thick - if above { 6 } else { 5 },
            // A bar of nothing is still to be seen and pointed at.
            width: length(group.value).max(1),
            height: thick,
            what: group.what.clone(),
            value: group.value,
            other: group.count as f64,
        }
    };
    Chart {
        width,
        height: plot.bottom + 4,
        plot,
        marks: (0..).zip(&order).map(mark).collect(),
        form: Form::Rows { above, room },
        left_out,
        ..Chart::default()
    }
}
