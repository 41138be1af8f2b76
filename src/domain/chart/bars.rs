//! Owns: bars from left to right, the most first, of lines, regions or hashtags. Refuses: powers of ten, by
//! which a bar's length would say nothing.

use super::groups::{Group, by_hashtag, by_region};
use super::samples::{Sample, Several, samples};
use super::{Chart, Form, LeftOut, Mark, Plot, What};
use crate::domain::lines::{LineNo, Lines};
use crate::domain::metrics::Figure;
use crate::domain::sort::arrange;

/// The shown lines with the most of a figure.
pub fn of_lines(lines: &Lines, shown: &[LineNo], figure: Figure, width: i32) -> Chart {
    let (samples, out) = samples(lines, shown, (figure, figure), Several::Apart, false);
    let group = |sample: &Sample| Group {
        what: What::Line(sample.line),
        value: sample.value,
        count: 1,
    };
    rows(samples.iter().map(group).collect(), out, (380, width))
}

pub fn of_regions(lines: &Lines, shown: &[LineNo], figure: Figure, width: i32) -> Chart {
    let (samples, out) = samples(lines, shown, (figure, figure), Several::LeftOut, false);
    rows(by_region(lines, &samples, figure), out, (110, width))
}

pub fn of_hashtags(lines: &Lines, shown: &[LineNo], figure: Figure, width: i32) -> Chart {
    let (samples, out) = samples(lines, shown, (figure, figure), Several::LeftOut, false);
    rows(by_hashtag(lines, &samples, figure), out, (190, width))
}

/// Room for a value behind its bar.
const VALUE: i32 = 76;

/// `names` is what these take where there is enough room.
fn rows(groups: Vec<Group>, mut left_out: LeftOut, (names, width): (i32, i32)) -> Chart {
    let mut order: Vec<u32> = (0..groups.len() as u32).collect();
    arrange(&mut order, &|a, b| {
        let value = |place: u32| groups[place as usize].value;
        value(b).total_cmp(&value(a)).then(a.cmp(&b))
    });
    // A narrow page has its names above the bars, and half as many.
    let above = width < 520;
    let (most, row, thick, room) = match above {
        true => (10, 44, 16, width),
        false => (20, 30, 20, (width * 2 / 5).min(names)),
    };
    left_out.more = order.len().saturating_sub(most);
    order.truncate(most);
    let plot = Plot {
        left: if above { 1 } else { room + 8 },
        top: 4,
        right: width - VALUE,
        bottom: 4 + row * order.len() as i32,
    };
    let greatest = order
        .first()
        .map_or(0.0, |place| groups[*place as usize].value);
    let length = |value: f64| match greatest > 0.0 {
        true => (value / greatest * f64::from(plot.right - plot.left)) as i32,
        false => 0,
    };
    let mark = |(place, group): (i32, &u32)| {
        let group = &groups[*group as usize];
        Mark {
            x: plot.left,
            y: plot.top + row * (place + 1) - thick - if above { 6 } else { 5 },
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
