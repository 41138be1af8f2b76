//! What a chart says: its title, the names and values of its axes and marks, and what it leaves out.

use super::context::RenderedChart;
use super::values::{exact, range, tick, value};
use crate::components::card::product::product_name;
use crate::domain::charts::shapes::{
    ChartNotes, Mark, MarkTarget, Quantity, ReferenceKind, ReferenceLine,
};
use crate::domain::metrics::{Metric, Scope};
use crate::domain::rows::RowIndex;
use crate::domain::view::{ChartChoice, ChartKind};
use crate::state::locale::Locale;

/// Room for a mark's name in its details, in pixels.
const NAME_WIDTH: i32 = 420;

pub fn title(rendered: &RenderedChart, locale: Locale) -> String {
    let (t, choice) = (&locale.texts.charts, &rendered.choice);
    let name = metric_name(choice.metric, locale);
    let group = group_name(choice.metric, locale);
    match choice.kind {
        ChartKind::Bars => (t.ranking)(&name),
        ChartKind::Scatter => (t.versus)(&name, &metric_name(choice.x_metric, locale)),
        ChartKind::Distribution => (t.distribution)(&name),
        ChartKind::Timeline => match rendered.chart.x_axis.as_ref().map(|axis| axis.quantity) {
            Some(Quantity::Date(bucket)) => (t.by_time)(&group, bucket),
            _ => group,
        },
        ChartKind::Regions => (t.by_region)(&group),
        ChartKind::Hashtags => (t.by_hashtag)(&group),
    }
}

/// The chart in a few sentences, for those who don't see it.
pub fn summary(rendered: &RenderedChart, locale: Locale) -> String {
    let marks = &rendered.chart.marks;
    let highest = marks.iter().max_by(|a, b| a.value.total_cmp(&b.value));
    let highest = highest.map(|mark| {
        let value = mark_value(rendered, mark, locale);
        let name = bar_label(rendered, mark, NAME_WIDTH, locale);
        (locale.texts.common.list)(&[name, value])
    });
    let title = title(rendered, locale);
    (locale.texts.charts.summary)(&title, marks.len(), highest.as_deref())
}

/// What the chart leaves out, and what else is to be known of it.
pub fn notes(rendered: &RenderedChart, locale: Locale) -> Vec<String> {
    let t = &locale.texts.charts;
    let ChartNotes {
        unknown_excluded,
        too_large_excluded,
        zero_excluded,
        multi_product_excluded,
        multi_product_separate,
        more,
    } = rendered.chart.notes;
    let counts = [
        (more, t.more),
        (unknown_excluded, t.unknown_excluded),
        (too_large_excluded, t.too_large_excluded),
        (zero_excluded, t.zero_excluded),
        (multi_product_excluded, t.multi_product_excluded),
        (multi_product_separate, t.multi_product_separate),
    ];
    let mut notes = Vec::new();
    if rendered.chart.marks.is_empty() {
        notes.push(t.no_data.to_owned());
    }
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    notes.extend(counts.map(|(count, text)| text(count)));
    if rendered.choice.kind == ChartKind::Hashtags {
        notes.push(t.each_hashtag.to_owned());
    }
    notes
}

/// A metric's name. Sales are estimates.
fn metric_name(metric: Metric, locale: Locale) -> String {
    let name = (locale.texts.metric)(metric).name;
    match metric.scope() {
        Scope::Row => (locale.texts.charts.estimated)(name),
        Scope::Video => name.to_owned(),
    }
}

/// The name of a group's value.
fn group_name(metric: Metric, locale: Locale) -> String {
    let (t, name) = (&locale.texts.charts, metric_name(metric, locale));
    match metric.is_summed() {
        true => (t.total)(&name),
        false => (t.median_of)(&name),
    }
}

/// The name of the marks' values, and of their other values if they have any.
pub fn value_names(rendered: &RenderedChart, locale: Locale) -> (String, Option<String>) {
    let choice = &rendered.choice;
    let videos = locale.texts.charts.videos.to_owned();
    let name = metric_name(choice.metric, locale);
    match choice.kind {
        ChartKind::Bars => (name, None),
        ChartKind::Scatter => (name, Some(metric_name(choice.x_metric, locale))),
        ChartKind::Distribution => (videos, None),
        _ => (group_name(choice.metric, locale), Some(videos)),
    }
}

/// The name of the x axis.
pub fn x_axis_name(rendered: &RenderedChart, locale: Locale) -> String {
    let choice = &rendered.choice;
    match choice.kind {
        ChartKind::Timeline => locale.texts.charts.published.to_owned(),
        ChartKind::Scatter => metric_name(choice.x_metric, locale),
        _ => metric_name(choice.metric, locale),
    }
}

/// What a mark's values are.
fn quantities(rendered: &RenderedChart) -> (Quantity, Quantity) {
    let choice = &rendered.choice;
    let metric = Quantity::Metric(choice.metric);
    match choice.kind {
        ChartKind::Distribution => (Quantity::Count, Quantity::Count),
        ChartKind::Scatter => (metric, Quantity::Metric(choice.x_metric)),
        _ => (metric, Quantity::Count),
    }
}

/// A mark's value in short, as beside a bar.
pub fn mark_value(rendered: &RenderedChart, mark: &Mark, locale: Locale) -> String {
    value(quantities(rendered).0, mark.value, locale)
}

/// A mark's exact values, as [`value_names`] names them.
pub fn exact_values(rendered: &RenderedChart, mark: &Mark, locale: Locale) -> (String, String) {
    let (quantity, other) = quantities(rendered);
    (
        exact(quantity, mark.value, locale),
        exact(other, mark.other, locale),
    )
}

/// What a mark stands for, in one line.
pub fn mark_name(rendered: &RenderedChart, mark: &Mark, locale: Locale) -> String {
    let metric = Quantity::Metric(rendered.choice.metric);
    match &mark.target {
        MarkTarget::Row(row) => caption(rendered, *row),
        MarkTarget::Between(from, to) => {
            range(value(metric, *from, locale), value(metric, *to, locale))
        }
        MarkTarget::Below(from, to) => {
            let (from, to) = (value(metric, *from, locale), value(metric, *to, locale));
            (locale.texts.filter.between_below)(&from, &to)
        }
        MarkTarget::Days(first, last) => range(first.to_string(), last.to_string()),
        MarkTarget::Region(code) => locale.region(code),
        MarkTarget::Hashtag(tag) => format!("#{tag}"),
    }
}

/// The same, cut to the room beside a bar. What has several products is told apart by them, which are not cut off.
pub fn bar_label(rendered: &RenderedChart, mark: &Mark, width: i32, locale: Locale) -> String {
    let (ruler, name) = (&rendered.ruler, mark_name(rendered, mark, locale));
    let product = match mark.target {
        MarkTarget::Row(row) if rendered.rows.video(row).sales.len() > 1 => {
            short_product(rendered, row)
        }
        _ => None,
    };
    let Some(product) = product else {
        return ruler.fit(&name, width);
    };
    let product = format!(" · {}", ruler.fit(&product, width / 2));
    ruler.fit(&name, width - ruler.width(&product)) + &product
}

/// The name of a row's product, or the end of its id. None where a value is of the whole video.
fn short_product(rendered: &RenderedChart, row: RowIndex) -> Option<String> {
    const END: usize = 6;
    if !is_per_row(rendered) {
        return None;
    }
    if let Some(product) = rendered.rows.product(row) {
        return Some(product.name.clone());
    }
    let id = rendered.rows.sales(row).product.as_ref()?.as_str();
    Some(match id.len().checked_sub(END) {
        Some(start @ 1..) => format!("…{}", &id[start..]),
        _ => id.to_owned(),
    })
}

/// Whether marks are rows, videos with one of their products, and not videos.
pub fn is_per_row(rendered: &RenderedChart) -> bool {
    let ChartChoice {
        kind,
        metric,
        x_metric,
        ..
    } = rendered.choice;
    match kind {
        ChartKind::Bars => metric.scope() == Scope::Row,
        ChartKind::Scatter => [metric, x_metric].map(Metric::scope).contains(&Scope::Row),
        _ => false,
    }
}

/// A mark's name, cut to the room that details have for it.
pub fn short_name(rendered: &RenderedChart, mark: &Mark, locale: Locale) -> String {
    rendered
        .ruler
        .fit(&mark_name(rendered, mark, locale), NAME_WIDTH)
}

/// The first line of a video's caption, or its id.
fn caption(rendered: &RenderedChart, row: RowIndex) -> String {
    let video = rendered.rows.video(row);
    match video.caption.trim().lines().next() {
        Some(caption) if !caption.is_empty() => caption.to_owned(),
        _ => video.id.to_string(),
    }
}

/// All about a mark: its name, what tells it apart from others of that name, and its values.
pub fn mark_details(rendered: &RenderedChart, mark: &Mark, locale: Locale) -> Vec<String> {
    let mut details = vec![short_name(rendered, mark, locale)];
    if let MarkTarget::Row(row) = mark.target {
        let (video, sales) = (rendered.rows.video(row), rendered.rows.sales(row));
        details.push(video.id.to_string());
        let is_named = rendered.rows.product(row).is_some();
        if is_named || (sales.product.is_some() && video.sales.len() > 1) {
            details.push(product_name(&rendered.rows, row, locale));
        }
    }
    let labeled = locale.texts.common.labeled;
    let (name, other_name) = value_names(rendered, locale);
    let (value, other) = exact_values(rendered, mark, locale);
    details.push(labeled(&name, &value));
    details.extend(other_name.map(|name| labeled(&name, &other)));
    details
}

/// A reference line's text.
pub fn reference_line(line: &ReferenceLine, metric: Metric, locale: Locale) -> String {
    let t = &locale.texts.charts;
    let name = match line.kind {
        ReferenceKind::LowerQuartile => t.lower_quartile,
        ReferenceKind::Median => t.median,
        ReferenceKind::UpperQuartile => t.upper_quartile,
        ReferenceKind::Gpm => {
            let value = tick(Quantity::Metric(Metric::Gpm), line.value, locale);
            return format!("{value} GPM");
        }
    };
    format!(
        "{name} {}",
        value(Quantity::Metric(metric), line.value, locale)
    )
}
