//! Owns: the selected videos side by side. Refuses: choosing them, and saying which is best.

use std::cell::Cell;

use leptos::prelude::*;

use crate::components::ui::button::{ButtonVariant, bare_button, button, said};
use crate::components::card::player::player;
use crate::components::tag::{Keys, Tag, tag};
use crate::domain::rows::compare::{Cell as Values, Row, rows};
use crate::domain::rows::ResultRows;
use crate::domain::metrics::Metric;
use crate::domain::ids::VideoId;
use crate::domain::view::Mode;
use crate::state::derived::{Derived, derived};
use crate::state::analysis::Analysis;
use crate::state::locale::{Locale, locale};
use crate::state::playing::Playing;

/// What is compared, by places: videos in the order of selection, and which of them is the base.
#[derive(Clone, PartialEq, Default)]
struct Compared {
    videos: Vec<usize>,
    base: usize,
    /// How many selected videos the result does not have.
    missing: usize,
}

/// The comparison. A video that stays keeps its column, and its clip plays on.
pub fn compare(analysis: Analysis) -> Tag {
    let locale = locale();
    let compared = derived(move || compared(analysis));
    let (is_empty, missing) = (
        derived(move || compared.with(|compared| compared.videos.is_empty())),
        derived(move || compared.with(|compared| compared.missing)),
    );
    let notice = move || {
        let missing = missing.get();
        let notice = (missing > 0).then(|| (locale.analysis().not_here)(missing));
        notice
            .into_iter()
            .map(|text| said("p", &text).class("notice"))
            .collect()
    };
    let shown = move || match is_empty.get() {
        true => vec![nothing(analysis, locale)],
        false => vec![side_by_side(compared, analysis, locale)],
    };
    tag("div")
        .class("compare")
        .attr("tabindex", "-1")
        .with(tag("div").class("as-is").live(notice))
        .with(tag("div").class("as-is").live(shown))
}

fn compared(analysis: Analysis) -> Compared {
    let Some(lines) = analysis.rows.get() else {
        return Compared::default();
    };
    let place = |id: &VideoId| lines.videos().iter().position(|video| video.id == *id);
    analysis.view.with(|view| {
        let videos: Vec<usize> = view.selected.iter().filter_map(place).collect();
        let base = view.base.as_ref().and_then(place);
        Compared {
            base: videos
                .iter()
                .position(|video| Some(*video) == base)
                .unwrap_or(0),
            missing: view.selected.len() - videos.len(),
            videos,
        }
    })
}

fn nothing(analysis: Analysis, locale: Locale) -> Tag {
    let t = locale.analysis();
    tag("div")
        .class("panel")
        .with(said("h2", t.compare_none))
        .with(said("p", t.compare_advice))
        .with(button(ButtonVariant::Primary, locale.texts.cards, move || {
            analysis.turn(|view| view.mode = Mode::Cards)
        }))
}

fn side_by_side(compared: Derived<Compared>, analysis: Analysis, locale: Locale) -> Tag {
    let t = locale.texts;
    let results = Cell::new(0_u32);
    let result = derived(move || {
        analysis.rows.track();
        results.set(results.get().wrapping_add(1));
        results.get()
    });
    // The corner, and then a column a video.
    let keys = move || Keys {
        look: result.get(),
        keys: compared.with(|compared| {
            let videos = compared.videos.iter().map(|video| *video as u32 + 1);
            [0].into_iter().chain(videos).collect()
        }),
    };
    let column = move |key: u32| match (key.checked_sub(1), analysis.rows.get()) {
        (Some(video), Some(lines)) => head(&lines, video as usize, compared, analysis, locale),
        _ => said("th", locale.analysis().compared_metric).attr("scope", "col"),
    };
    let rows = move || {
        let lines = analysis.rows.get();
        let rows = lines
            .map(|lines| compared.with(|compared| rows(&lines, &compared.videos, compared.base)));
        let rows = rows.into_iter().flatten();
        rows.map(|row| metric_row(&row, locale)).collect()
    };
    let table = tag("table")
        .with(said("caption", t.compare).class("vh"))
        .with(tag("thead").with(tag("tr").keyed(keys, column)))
        .with(tag("tbody").live(rows));
    tag("div")
        .class("compare__frame")
        .attr("role", "region")
        .attr("aria-label", t.compare)
        .attr("tabindex", "0")
        .with(table)
}

fn metric_row(row: &Row, locale: Locale) -> Tag {
    let text = (locale.texts.metric)(row.metric);
    let name = said("th", text.name)
        .attr("scope", "row")
        .attr("title", text.formula);
    let cells = row.cells.iter();
    tag("tr")
        .with(name)
        .with_all(cells.map(|value| cell(row.metric, value, locale)))
}

fn head(
    lines: &ResultRows,
    video_index: usize,
    compared: Derived<Compared>,
    analysis: Analysis,
    locale: Locale,
) -> Tag {
    let (t, d) = (locale.texts, locale.analysis());
    let video = &lines.videos()[video_index];
    let id = video.id;
    let caption = match video.caption.as_str() {
        "" => t.no_caption,
        caption => caption,
    };
    // Here clips may play at once: each has a place of its own.
    let clip = player(video, Playing::default());
    let is_base = derived(move || {
        compared.with(|compared| compared.videos.get(compared.base) == Some(&video_index))
    });
    let base = move || match is_base.get() {
        true => vec![said("strong", d.base)],
        false => vec![button(ButtonVariant::Text, d.make_base, move || {
            analysis.change(|view| view.base = Some(id))
        })],
    };
    let remove = bare_button(ButtonVariant::Text)
        .text(d.deselect)
        .press(move || analysis.change(|view| view.toggle(id)));
    let region = video.region.as_deref().unwrap_or("—");
    let facts = [region, " · ", &locale.formats().day(video.published)].concat();
    tag("th")
        .attr("scope", "col")
        .with(clip)
        .with(
            said("p", caption)
                .class("compare__caption")
                .attr("dir", "auto"),
        )
        .with(said("p", &facts).class("compare__facts"))
        .with(
            tag("div")
                .class("compare__steps")
                .with(tag("span").live(base))
                .with(remove),
        )
}

fn cell(metric: Metric, cell: &Values, locale: Locale) -> Tag {
    let (t, formats) = (locale.analysis(), locale.formats());
    let values: Vec<String> = cell
        .values
        .iter()
        .map(|value| formats.metric(metric, *value))
        .collect();
    let shown = tag("td").text(&values.join(" / "));
    let shown = match (cell.is_best, cell.values.len()) {
        (true, _) => shown
            .class("compare__best")
            .text(" ")
            .with(said("small", "★").attr("aria-hidden", "true"))
            .with(said("span", t.best).class("vh")),
        (false, 2..) => shown.attr("title", t.several_values),
        (false, _) => shown,
    };
    match cell.difference {
        None => shown,
        Some(difference) => {
            let text = formats.difference(difference);
            shown.with(said("span", &text).class("compare__difference"))
        }
    }
}
