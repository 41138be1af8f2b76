//! Owns: one figure against another, a point a video or line. Refuses: a trend, which would be a claim.

use super::samples::{Sample, Several, samples};
use super::scale::{Scale, ends};
use super::ticks::{even, powers};
use super::{Axis, Chart, Guide, GuideOf, Mark, Plot, Quantity, What};
use crate::domain::lines::{LineNo, Lines};
use crate::domain::metrics::{Figure, Unit};
use crate::domain::sort::arrange;
use crate::domain::view::ChartChoice;

pub fn scatter(lines: &Lines, shown: &[LineNo], choice: &ChartChoice, width: i32) -> Chart {
    let figures = (choice.figure, choice.across);
    let (samples, left_out) = samples(lines, shown, figures, Several::Apart, choice.log);
    let (height, plot) = Plot::with_axes(width, 28);
    let log = choice.log;
    let (x_ends, y_ends) = ((plot.left, plot.right), (plot.bottom, plot.top));
    let (x, across) = axis(choice.across, &samples, |it| it.across, log, x_ends, 76);
    let (y, up) = axis(choice.figure, &samples, |it| it.value, log, y_ends, 48);
    let mut order: Vec<u32> = (0..samples.len() as u32).collect();
    arrange(&mut order, &|a, b| {
        let (left, right) = (&samples[a as usize], &samples[b as usize]);
        let by_x = left.across.total_cmp(&right.across);
        by_x.then(left.value.total_cmp(&right.value))
            .then(a.cmp(&b))
    });
    let mark = |place: &u32| {
        let sample = &samples[*place as usize];
        Mark {
            x: x.place(sample.across),
            y: y.place(sample.value),
            width: 0,
            height: 0,
            what: What::Line(sample.line),
            value: sample.value,
            other: sample.across,
        }
    };
    let guides = match figures {
        _ if samples.is_empty() => Vec::new(),
        (Figure::Gmv, Figure::Views) => iso_gpm(&x, &y, 1e-3, plot),
        (Figure::Views, Figure::Gmv) => iso_gpm(&x, &y, 1e3, plot),
        _ => Vec::new(),
    };
    Chart {
        width,
        height,
        plot,
        across: Some(across),
        up: Some(up),
        marks: order.iter().map(mark).collect(),
        guides,
        left_out,
        ..Chart::default()
    }
}

/// The scale of one of the figures along `ends`, and its axis with a tick every `apart` pixels at most.
fn axis(
    figure: Figure,
    samples: &[Sample],
    value: fn(&Sample) -> f64,
    log: bool,
    at: (i32, i32),
    apart: i32,
) -> (Scale, Axis) {
    let (least, greatest) = ends(samples.iter().map(value));
    let most = (at.1 - at.0).abs() / apart;
    let (scale, ticks) = if log && greatest > 0.0 {
        let scale = Scale::log(least, greatest, at);
        (scale, powers(&scale, most))
    } else {
        let whole = matches!(figure.unit(), Unit::Count | Unit::Seconds);
        let (scale, step) = Scale::linear(greatest, whole, most, at);
        (scale, even(&scale, step))
    };
    let ticks = ticks.into_iter().map(|value| (scale.place(value), value));
    let axis = Axis {
        of: Quantity::Figure(figure),
        ticks: ticks.collect(),
    };
    (scale, axis)
}

/// Lines of $1, $10 … per 1 000 views, those that cross enough of the plot to be read. `slope` is what the
/// vertical value is at 1 across and $1.
fn iso_gpm(x: &Scale, y: &Scale, slope: f64, plot: Plot) -> Vec<Guide> {
    let mut guides: Vec<Guide> = Vec::new();
    for power in -6..=6 {
        let gpm = 10_f64.powi(power);
        // With views upwards the line is the steeper the less is sold.
        let slope = if slope < 1.0 {
            gpm * slope
        } else {
            slope / gpm
        };
        let (start, end) = (x.low.max(y.low / slope), x.high.min(y.high / slope));
        let place = |across: f64| (x.place(across), y.place(across * slope));
        let (from, to) = (place(start), place(end));
        let (run, rise) = (to.0 - from.0, from.1 - to.1);
        if end <= start || run.min(rise) < 16 || run + rise < 120 {
            continue;
        }
        let at_top = to.1 <= plot.top + 1;
        let text = match at_top {
            true => (to.0 - 4, to.1 - 6),
            false => (to.0 - 4, to.1 - 5),
        };
        guides.push(Guide {
            from,
            to,
            of: GuideOf::Gpm,
            value: gpm,
            text,
            before: true,
        });
    }
    // Texts stay apart, along the top and down the right side.
    let mut last: Option<(i32, i32)> = None;
    guides.retain(|guide| {
        let far = last
            .is_none_or(|(x, y)| (guide.text.0 - x).abs() > 84 || (guide.text.1 - y).abs() > 18);
        if far {
            last = Some(guide.text);
        }
        far && guide.text.0 > plot.left + 70
    });
    guides
}
