//! Owns: a chart's data as a table, made when it is opened. Refuses: more rows than somebody would read; the
//! table view and the export have all of them.

use leptos::prelude::*;

use super::{ChartContext, Drawn, words};
use crate::components::ui::button::said;
use crate::components::tag::{Tag, tag};
use crate::domain::charts::MarkTarget;
use crate::domain::view::ChartKind;
use crate::state::locale::Locale;

const MOST_ROWS: usize = 200;

pub fn data(chart: ChartContext) -> Tag {
    let opened = RwSignal::new(false);
    let table = move || match opened.get() {
        true => chart.of_drawn(table).unwrap_or_default(),
        false => Vec::new(),
    };
    let details = tag("details").class("chart__data");
    let element = details.element().clone();
    details
        .on("toggle", move |_| opened.set(element.has_attribute("open")))
        .with(said("summary", chart.locale.charts().data))
        .with(tag("div").class("as-is").live(table))
}

fn table(drawn: &Drawn, locale: Locale) -> Vec<Tag> {
    let t = locale.charts();
    let (value, other) = words::names(drawn, locale);
    let what = match drawn.choice.kind {
        ChartKind::Bars | ChartKind::Scatter => t.video,
        ChartKind::Distribution => t.range,
        ChartKind::Timeline => t.days,
        ChartKind::Regions => t.region,
        ChartKind::Hashtags => t.hashtag,
    };
    let head = |name: &str| said("th", name).attr("scope", "col");
    let heads = tag("tr")
        .with(head(what))
        .with(head(&value))
        .with_all(other.as_deref().map(head));
    let rows = drawn.chart.marks.iter().take(MOST_ROWS).map(|mark| {
        let name = words::fitting(&words::what(drawn, mark, locale), 420);
        let id = match mark.what {
            MarkTarget::Row(line) => Some(said("small", &drawn.rows.video(line).id.to_string())),
            _ => None,
        };
        let (value, more) = words::values(drawn, mark, locale);
        tag("tr")
            .with(
                said("th", &name)
                    .attr("scope", "row")
                    .text(" ")
                    .with_all(id),
            )
            .with(said("td", &value))
            .with_all(other.as_ref().map(|_| said("td", &more)))
    });
    let caption = said("caption", &words::title(drawn, locale)).class("vh");
    let table = tag("table")
        .with(caption)
        .with(tag("thead").with(heads))
        .with(tag("tbody").with_all(rows));
    let scrolled = tag("div")
        .class("chart__table")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", t.data)
        .with(table);
    let is_cut = drawn.chart.marks.len() > MOST_ROWS;
    let cut = is_cut.then(|| said("p", &(t.first_rows)(MOST_ROWS)));
    [scrolled].into_iter().chain(cut).collect()
}
