//! Owns: what a chart says: its title, its marks' names and values, and what it leaves out. Refuses: marks
//! and markup.

use super::Drawn;
use crate::domain::charts::{TimeBucket, ReferenceLine, ReferenceKind, LeftOut, Mark, Quantity, MarkTarget, is_summed};
use crate::domain::dates::day::Day;
use crate::domain::filter::NO_REGION;
use crate::domain::rows::RowIndex;
use crate::domain::metrics::Metric;
use crate::domain::view::ChartKind;
use crate::state::locale::Locale;

/// A metric's name; sales are estimates.
fn name(metric: Metric, locale: Locale) -> String {
    let name = (locale.texts.metric)(metric).name;
    match metric.is_of_sales() {
        true => (locale.charts().estimated)(name),
        false => name.to_owned(),
    }
}

/// The name of what a group's value is: a sum or a median.
fn name_of_group(metric: Metric, locale: Locale) -> String {
    let (t, name) = (locale.charts(), name(metric, locale));
    match is_summed(metric) {
        true => (t.sum)(&name),
        false => (t.median_of)(&name),
    }
}

/// MarkTarget the values of a chart's marks are called, and what the others are, if they are anything.
pub fn names(drawn: &Drawn, locale: Locale) -> (String, Option<String>) {
    let (choice, videos) = (&drawn.choice, locale.charts().videos.to_owned());
    match choice.kind {
        ChartKind::Bars => (name(choice.metric, locale), None),
        ChartKind::Scatter => (
            name(choice.metric, locale),
            Some(name(choice.across, locale)),
        ),
        ChartKind::Distribution => (videos, None),
        _ => (name_of_group(choice.metric, locale), Some(videos)),
    }
}

/// The name of the axis across.
pub fn axis(drawn: &Drawn, of: Quantity, other: Option<String>, locale: Locale) -> String {
    match of {
        Quantity::Date(_) => locale.charts().days.to_owned(),
        Quantity::Metric(_) if drawn.choice.kind == ChartKind::Distribution => {
            name(drawn.choice.metric, locale)
        }
        _ => other.unwrap_or_default(),
    }
}

pub fn title(drawn: &Drawn, locale: Locale) -> String {
    let (t, choice) = (locale.charts(), &drawn.choice);
    let group = || name_of_group(choice.metric, locale);
    match (choice.kind, drawn.chart.across.as_ref().map(|axis| axis.of)) {
        (ChartKind::Timeline, Some(Quantity::Date(every))) => t.by_time[every as usize](&group()),
        (ChartKind::Regions, _) => (t.by_region)(&group()),
        (ChartKind::Hashtags, _) => (t.by_hashtag)(&group()),
        (ChartKind::Scatter, _) => {
            let across = name(choice.across, locale);
            (t.against)(&name(choice.metric, locale), &across)
        }
        (ChartKind::Distribution, _) => (t.distribution)(&name(choice.metric, locale)),
        _ => (t.ranked)(&name(choice.metric, locale)),
    }
}

/// A value as an axis writes it.
pub fn value(of: Quantity, value: f64, locale: Locale) -> String {
    match of {
        Quantity::Metric(metric) => locale.formats().metric(metric, Some(value)),
        Quantity::Count => locale.formats().compact(Some(value as u64)),
        Quantity::Date(every) => {
            let day = Day::of(value as u64).to_string();
            let digits = match every {
                TimeBucket::Day | TimeBucket::Week => day.len(),
                TimeBucket::Month => day.len() - 3,
                TimeBucket::Year => day.len() - 6,
            };
            day[..digits].to_owned()
        }
    }
}

/// Without cents where there are none, as a round value of an axis has none.
pub fn short(mut text: String) -> String {
    if text.ends_with(".00") {
        text.truncate(text.len() - 3);
    }
    text
}

/// MarkTarget a mark's value is of, and its other.
fn quantities(drawn: &Drawn) -> (Quantity, Quantity) {
    let (metric, across) = (drawn.choice.metric, drawn.choice.across);
    match drawn.choice.kind {
        ChartKind::Distribution => (Quantity::Count, Quantity::Count),
        ChartKind::Scatter => (Quantity::Metric(metric), Quantity::Metric(across)),
        _ => (Quantity::Metric(metric), Quantity::Count),
    }
}

/// A mark's values, as its chart writes them.
pub fn values(drawn: &Drawn, mark: &Mark, locale: Locale) -> (String, String) {
    let (of, other) = quantities(drawn);
    (
        value(of, mark.value, locale),
        value(other, mark.other, locale),
    )
}

/// MarkTarget a mark stands for, in a line.
pub fn what(drawn: &Drawn, mark: &Mark, locale: Locale) -> String {
    let metric = Quantity::Metric(drawn.choice.metric);
    match &mark.what {
        MarkTarget::Row(line) => caption(drawn, *line),
        MarkTarget::Between(from, to) if from == to => value(metric, *from, locale),
        MarkTarget::Between(from, to) => [
            &value(metric, *from, locale),
            " – ",
            &value(metric, *to, locale),
        ]
        .concat(),
        MarkTarget::Days(first, last) if first == last => first.to_string(),
        MarkTarget::Days(first, last) => [&first.to_string(), " – ", &last.to_string()].concat(),
        MarkTarget::Region(code) if code == NO_REGION => locale.charts().no_region.to_owned(),
        MarkTarget::Region(code) => code.clone(),
        MarkTarget::Hashtag(tag) => ["#", tag].concat(),
    }
}

/// A video by its caption's first line, or its id.
fn caption(drawn: &Drawn, line: RowIndex) -> String {
    let video = drawn.rows.video(line);
    match video.caption.trim().lines().next() {
        Some(caption) if !caption.is_empty() => caption.to_owned(),
        _ => video.id.to_string(),
    }
}

/// All that there is to say of a mark: what it is, then what tells it apart, then its values.
pub fn about(drawn: &Drawn, mark: &Mark, locale: Locale) -> Vec<String> {
    let mut said = vec![fitting(&what(drawn, mark, locale), 420)];
    if let MarkTarget::Row(line) = mark.what {
        let (video, sales) = (drawn.rows.video(line), drawn.rows.sales(line));
        said.push(video.id.to_string());
        if let Some(product) = sales.product.as_ref().filter(|_| video.sales.len() > 1) {
            said.push((locale.texts.product)(product.as_str()));
        }
    }
    let ((name, other), (value, more)) = (names(drawn, locale), values(drawn, mark, locale));
    let is = locale.charts().is;
    said.push(is(&name, &value));
    said.extend(other.map(|other| is(&other, &more)));
    said
}

/// The chart in a few sentences.
pub fn summary(drawn: &Drawn, locale: Locale) -> String {
    let t = locale.charts();
    let marks = &drawn.chart.marks;
    let by_value = |a: &&Mark, b: &&Mark| a.value.total_cmp(&b.value);
    let most = marks.iter().max_by(by_value).map(|mark| {
        let (value, _) = values(drawn, mark, locale);
        (t.most)(&[&what(drawn, mark, locale), ", ", &value].concat())
    });
    [title(drawn, locale), (t.marks_drawn)(marks.len())]
        .into_iter()
        .chain(most)
        .collect::<Vec<_>>()
        .join(" ")
}

/// MarkTarget is left out, and what else is to be known of the chart.
pub fn notes(drawn: &Drawn, locale: Locale) -> Vec<String> {
    let t = locale.charts();
    let LeftOut {
        unknown,
        zero,
        several,
        apart,
        more,
    } = drawn.chart.left_out;
    let counts = [more, unknown, zero, several, apart];
    let texts = [t.more, t.unknown, t.zero, t.several, t.apart];
    let counted = counts
        .into_iter()
        .zip(texts)
        .filter(|(count, _)| *count > 0);
    let mut notes: Vec<String> = counted.map(|(count, text)| text(count)).collect();
    if drawn.choice.kind == ChartKind::Hashtags {
        notes.push(t.each_hashtag.to_owned());
    }
    if drawn.chart.marks.is_empty() {
        notes.insert(0, t.nothing.to_owned());
    }
    notes
}

/// A reference_line's text.
pub fn reference_line(reference_line: &ReferenceLine, metric: Metric, locale: Locale) -> String {
    let t = locale.charts();
    let value = |metric| locale.formats().metric(metric, Some(reference_line.value));
    let name = match reference_line.of {
        ReferenceKind::LowerQuartile => t.lower_quartile,
        ReferenceKind::Median => t.median,
        ReferenceKind::UpperQuartile => t.upper_quartile,
        ReferenceKind::Gpm => return [&short(value(Metric::Gpm)), " GPM"].concat(),
    };
    [name, " ", &value(metric)].concat()
}

/// As much of a text as so many pixels hold, roughly: a letter takes 7, a capital 10, and one of a wide
/// script 13.
pub fn fitting(text: &str, room: i32) -> String {
    let mut left = room;
    for (place, letter) in text.char_indices() {
        left -= match letter {
            'A'..='Z' | 'm' | 'w' | '@' | '%' => 10,
            ..'\u{1100}' => 7,
            _ => 13,
        };
        if left < 0 {
            return [text[..place].trim_end(), "…"].concat();
        }
    }
    text.to_owned()
}
