//! Owns: the selected videos side by side. Refuses: choosing them, and saying which is best.

use leptos::prelude::*;

use super::button::{Look, bare_button, button, said};
use super::player::player;
use super::tag::{Tag, tag};
use crate::domain::compare::{Cell, rows};
use crate::domain::lines::Lines;
use crate::domain::metrics::Figure;
use crate::domain::video_id::VideoId;
use crate::domain::view::Mode;
use crate::state::derived::derived;
use crate::state::desk::Desk;
use crate::state::locale::{Locale, locale};
use crate::state::playing::Playing;

/// The comparison.
pub fn compare(desk: Desk) -> Tag {
    let locale = locale();
    let chosen = derived(move || desk.view.with(|view| (view.selected.clone(), view.base)));
    let compared = move || {
        let Some(lines) = desk.lines.get() else {
            return Vec::new();
        };
        let (selected, base) = chosen.get();
        let place = |id: &VideoId| lines.videos().iter().position(|video| video.id == *id);
        let videos: Vec<usize> = selected.iter().filter_map(place).collect();
        let missing = selected.len() - videos.len();
        let base = base.and_then(|base| place(&base));
        let base = base.and_then(|base| videos.iter().position(|video| *video == base));
        let missing =
            (missing > 0).then(|| said("p", &(locale.desk().not_here)(missing)).class("notice"));
        let shown = match videos.is_empty() {
            true => nothing(desk, locale),
            false => side_by_side(&lines, &videos, base.unwrap_or(0), desk, locale),
        };
        missing.into_iter().chain([shown]).collect()
    };
    tag("div")
        .class("compare")
        .attr("tabindex", "-1")
        .live(compared)
}

fn nothing(desk: Desk, locale: Locale) -> Tag {
    let t = locale.desk();
    tag("div")
        .class("panel")
        .with(said("h2", t.compare_none))
        .with(said("p", t.compare_advice))
        .with(button(Look::Primary, locale.texts.cards, move || {
            desk.turn(|view| view.mode = Mode::Cards)
        }))
}

fn side_by_side(lines: &Lines, videos: &[usize], base: usize, desk: Desk, locale: Locale) -> Tag {
    let t = locale.texts;
    let corner = said("th", locale.desk().compared_figure).attr("scope", "col");
    let heads = videos
        .iter()
        .enumerate()
        .map(|(place, no)| head(lines, *no, place == base, desk, locale));
    let rows = rows(lines, videos, base).into_iter();
    let rows = rows.map(|row| {
        let text = (t.figure)(row.figure);
        let name = said("th", text.name)
            .attr("scope", "row")
            .attr("title", text.formula);
        let cells = row
            .cells
            .iter()
            .map(|value| cell(row.figure, value, locale));
        tag("tr").with(name).with_all(cells)
    });
    let table = tag("table")
        .with(said("caption", t.compare).class("vh"))
        .with(tag("thead").with(tag("tr").with(corner).with_all(heads)))
        .with(tag("tbody").with_all(rows));
    tag("div")
        .class("compare__frame")
        .attr("role", "region")
        .attr("aria-label", t.compare)
        .attr("tabindex", "0")
        .with(table)
}

fn head(lines: &Lines, video_no: usize, is_base: bool, desk: Desk, locale: Locale) -> Tag {
    let t = locale.texts;
    let video = &lines.videos()[video_no];
    let id = video.id;
    let caption = match video.caption.as_str() {
        "" => t.no_caption,
        caption => caption,
    };
    // Here clips may play at once: each has a place of its own.
    let clip = player(video, Playing::default());
    let base = match is_base {
        true => said("strong", locale.desk().base),
        false => button(Look::Text, locale.desk().make_base, move || {
            desk.change(|view| view.base = Some(id))
        }),
    };
    let remove = bare_button(Look::Text)
        .text(locale.desk().deselect)
        .press(move || desk.change(|view| view.toggle(id)));
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
        .with(tag("div").class("compare__steps").with(base).with(remove))
}

fn cell(figure: Figure, cell: &Cell, locale: Locale) -> Tag {
    let (t, formats) = (locale.desk(), locale.formats());
    let values: Vec<String> = cell
        .values
        .iter()
        .map(|value| formats.figure(figure, *value))
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
