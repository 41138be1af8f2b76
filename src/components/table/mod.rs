//! Owns: the result as a table of which the rows in sight are drawn, whatever its length.
//! Refuses: order and filter, which are `domain`'s.

pub mod chooser;
mod head;
mod row;

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use self::head::head;
use self::row::{Drawn, row};
use crate::components::ui::button::said;
use crate::components::tag::{Keys, Tag, tag};
use crate::domain::rows::column::Column;
use crate::domain::rows::RowIndex;
use crate::domain::metrics::Unit;
use crate::state::derived::derived;
use crate::state::analysis::Analysis;
use crate::state::locale::locale;

/// A row's height before one has been measured, in CSS pixels: the style sheet's, for a reader who has not
/// changed the size of letters.
const ROW: f64 = 52.5;

/// Rows drawn above and below those in sight.
const SPARE: usize = 6;

/// The table.
pub fn table(analysis: Analysis) -> Tag {
    let locale = locale();
    let t = locale.texts;
    let columns = derived(move || analysis.view.with(|view| view.columns.clone()));
    let sort = derived(move || analysis.view.with(|view| view.sort.clone()));
    let count = derived(move || analysis.shown.with(|shown| shown.len()));
    // The first row that is drawn, and how many are.
    let window = RwSignal::new((0, rows_in_sight(ROW)));
    let row_height = RwSignal::new(ROW);

    let body = tag("tbody").attr("class", "sheet__rows");
    let rows = body.element().clone();
    let looks = Cell::new(0_u32);
    let look = derived(move || {
        // Whatever a row is drawn from, but for its place.
        columns.track();
        sort.track();
        analysis.rows.track();
        analysis.shown.track();
        looks.set(looks.get().wrapping_add(1));
        looks.get()
    });
    let keys = move || {
        let (first, drawn) = window.get();
        let keys = analysis.shown.with(|shown| {
            let first = first.min(shown.len());
            let last = (first + drawn).min(shown.len());
            shown[first..last].to_vec()
        });
        Keys {
            look: look.get(),
            keys,
        }
    };
    // How much the first column of the order has at most: the whole length of a cell's bar.
    let most = derived(move || {
        let key = sort.with(|sort| sort.keys().first().copied())?;
        let (Column::Metric(metric), Some(lines)) = (key.column, analysis.rows.get()) else {
            return None;
        };
        let values = analysis.shown.get();
        let values = values.iter().filter_map(|line| lines.value(*line, metric));
        Some((metric, values.fold(0.0, f64::max)))
    });
    let place = move |line: RowIndex| {
        analysis.shown.with_untracked(|shown| {
            let (first, _) = window.get_untracked();
            let near = shown.iter().skip(first).position(|other| *other == line);
            near.map_or(0, |near| first + near)
        })
    };
    let draw = move |line: RowIndex| {
        let drawn = Drawn {
            columns: &columns.get(),
            most: most.get(),
            place: place(line),
        };
        match analysis.rows.get() {
            Some(lines) => row(&lines, line, &drawn, analysis, locale),
            None => tag("tr"),
        }
    };
    let above = move || (window.get().0.min(count.get())) as f64 * row_height.get();
    let below = move || {
        let (first, drawn) = window.get();
        count.get().saturating_sub(first + drawn) as f64 * row_height.get()
    };
    let sheet = tag("table")
        .class("sheet__table")
        .live_attr_text("aria-rowcount", move || (count.get() + 1).to_string())
        .with(said("caption", "").class("vh").live_text(move || {
            (locale.analysis().table_label)(&locale.formats().exact(Some(count.get() as u64)))
        }))
        .with(tag("colgroup").live(move || widths(&columns.get())))
        .with(head(analysis, columns, sort, locale))
        .with(gap(above))
        .with(body.keyed(keys, draw))
        .with(gap(below));
    let frame = tag("div")
        .class("sheet")
        .attr("role", "region")
        .attr("aria-label", t.table)
        .attr("tabindex", "0");
    let scroller = frame.element().clone();
    // The table may have gone by the time that this is called.
    let measure = move || {
        let before = row_height.try_get_untracked().unwrap_or(ROW);
        let height = measured(&rows).unwrap_or(before);
        if height != before {
            row_height.try_set(height);
        }
        height
    };
    // Before anybody scrolls, so that the bar is as long as it will be.
    let first = measure.clone();
    set_timeout(
        move || {
            first();
        },
        Duration::ZERO,
    );
    let scrolled = move |_| {
        let height = measure();
        let top = (f64::from(scroller.scroll_top()) / height) as usize;
        let wanted = (top.saturating_sub(SPARE), rows_in_sight(height));
        if window.get_untracked() != wanted {
            window.set(wanted);
        }
    };
    // Another order starts at its top.
    let scroller = frame.element().clone();
    let frame = frame.following(move || {
        look.track();
        scroller.set_scroll_top(0);
    });
    frame.on("scroll", scrolled).with(sheet)
}

/// How many rows are drawn: as many as a whole screen could show, and the spare ones.
fn rows_in_sight(height: f64) -> usize {
    let screen = web_sys::window()
        .and_then(|window| window.inner_height().ok())
        .and_then(|height| height.as_f64());
    (screen.unwrap_or(1000.0) / height) as usize + 2 * SPARE
}

/// The height of a row as drawn; all have the same.
fn measured(rows: &Element) -> Option<f64> {
    let count = rows.child_element_count();
    let height = rows.dyn_ref::<HtmlElement>()?.offset_height();
    (count > 0 && height > 0).then(|| f64::from(height) / f64::from(count))
}

/// Rows that are not drawn, as one empty one of their height.
fn gap(height: impl Fn() -> f64 + 'static) -> Tag {
    let cell = tag("td")
        .attr("colspan", "99")
        .live_style("height", move || {
            [&(height() as u32).to_string(), "px"].concat()
        });
    tag("tbody")
        .attr("aria-hidden", "true")
        .with(tag("tr").class("sheet__gap").with(cell))
}

/// The columns' widths: fixed, so that nothing jumps while rows come and go.
fn widths(columns: &[Column]) -> Vec<Tag> {
    let col = |class: &str| tag("col").class(&["sheet__col-", class].concat());
    let columns = columns.iter().map(|column| match column {
        Column::Caption | Column::Hashtags => col("wide"),
        Column::VideoId | Column::Product | Column::Creator => col("id"),
        Column::Published => col("date"),
        Column::Metric(metric) if metric.unit() == Unit::Dollars => col("money"),
        Column::Region | Column::Metric(_) => col("metric"),
    });
    [col("video")].into_iter().chain(columns).collect()
}
