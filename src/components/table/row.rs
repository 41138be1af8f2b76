//! Owns: a line as a row. Refuses: what the line does not say: unknown is "—".

use super::super::button::said;
use super::super::external::external;
use super::super::player::cover_picture;
use super::super::select::select_box;
use super::super::tag::{Tag, tag};
use crate::domain::rows::column::Column;
use crate::domain::rows::{RowIndex, ResultRows};
use crate::domain::videos::links;
use crate::domain::metrics::Metric;
use crate::state::analysis::Analysis;
use crate::state::locale::Locale;

/// What all rows are drawn by, and this one's place.
pub struct Drawn<'a> {
    pub columns: &'a [Column],
    /// The metric of the order's first column, and the most that any line has of it.
    pub most: Option<(Metric, f64)>,
    /// From 0.
    pub place: usize,
}

/// The row.
pub fn row(lines: &ResultRows, line: RowIndex, drawn: &Drawn, analysis: Analysis, locale: Locale) -> Tag {
    let cells = drawn
        .columns
        .iter()
        .map(|column| cell(lines, line, *column, drawn.most, locale));
    tag("tr")
        // The head is the first.
        .attr("aria-rowindex", &(drawn.place + 2).to_string())
        .with(video(lines, line, analysis, locale))
        .with_all(cells)
}

fn video(lines: &ResultRows, line: RowIndex, analysis: Analysis, locale: Locale) -> Tag {
    let (t, video) = (locale.texts, lines.video(line));
    let id = video.id;
    let caption = match video.caption.as_str() {
        "" => t.no_caption,
        caption => caption,
    };
    let show = tag("button")
        .attr("type", "button")
        .class("sheet__caption")
        .attr("aria-label", &(locale.analysis().show_card)(caption))
        .with(said("span", caption).attr("dir", "auto"))
        .press(move || analysis.show_card(id));
    let cover = tag("span")
        .class("sheet__cover")
        .attr("aria-hidden", "true")
        .with(cover_picture(video.cover.clone(), ""));
    let inside = tag("div")
        .class("sheet__inside")
        .with(select_box(id, analysis))
        .with(cover)
        .with(show);
    tag("th")
        .attr("scope", "row")
        .class("sheet__video")
        .with(inside)
}

fn cell(
    lines: &ResultRows,
    line: RowIndex,
    column: Column,
    most: Option<(Metric, f64)>,
    locale: Locale,
) -> Tag {
    let (t, formats) = (locale.texts, locale.formats());
    let (video, sales) = (lines.video(line), lines.sales(line));
    let text = |text: &str| match text {
        "" => said("td", "—"),
        text => said("td", text).attr("dir", "auto").attr("title", text),
    };
    match column {
        Column::Caption => text(&video.caption),
        Column::Hashtags => {
            let tags: Vec<String> = video
                .hashtags
                .iter()
                .map(|tag| ["#", tag].concat())
                .collect();
            text(&tags.join(" "))
        }
        Column::Region => said("td", video.region.as_deref().unwrap_or("—")),
        Column::Published => {
            said("td", &formats.day(video.published)).attr("title", &formats.date(video.published))
        }
        Column::Creator => match &video.creator {
            Some(id) => linked(&links::creator_page(id), id.as_str()),
            None => text(""),
        },
        Column::VideoId => linked(&links::video_page(video.id), &video.id.to_string()),
        Column::Product => match &sales.product {
            Some(id) => {
                let page = links::product_page(id, video.region.as_deref());
                linked(&page, id.as_str())
            }
            None => said("td", t.product_unknown),
        },
        Column::Metric(metric) => {
            let value = lines.value(line, metric);
            let cell = said("td", &formats.metric(metric, value)).class("sheet__number");
            let cell = match value {
                Some(_) => cell.attr("title", &formats.metric_exactly(metric, value)),
                None => cell,
            };
            match (most, value) {
                (Some((sorted, most)), Some(value)) if sorted == metric && most > 0.0 => {
                    bar(cell, value / most)
                }
                _ => cell,
            }
        }
    }
}

/// A cell with a bar of this share of its width.
fn bar(cell: Tag, share: f64) -> Tag {
    let percent = (share * 100.0 + 0.5) as u32;
    let width = [&percent.to_string(), "%"].concat();
    cell.class("sheet__number sheet__number--bar")
        .style("--share", &width)
}

fn linked(href: &str, text: &str) -> Tag {
    tag("td").with(external(href, text))
}
