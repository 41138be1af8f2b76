//! Owns: the result as charts: the choice of one, and its metric with everything under it. Refuses: working
//! out where anything goes, which is `domain::charts`'s.

mod controls;
mod data;
mod drawing;
mod marker;
mod words;

use leptos::prelude::*;

use crate::components::ui::button::said;
use crate::components::tag::{Tag, tag};
use crate::domain::charts::Chart;
use crate::domain::rows::{RowIndex, ResultRows};
use crate::domain::view::ChartChoice;
use crate::state::analysis::Analysis;
use crate::state::locale::{Locale, locale};
use crate::state::shared::Shared;
use crate::state::width::width_of;

/// A chart with what it is of.
struct Drawn {
    lines: Shared<ResultRows>,
    shown: Shared<Vec<RowIndex>>,
    choice: ChartChoice,
    width: i32,
    chart: Chart,
}

/// MarkTarget the parts of the view share.
#[derive(Clone, Copy)]
struct ChartContext {
    analysis: Analysis,
    locale: Locale,
    /// `None` while there is no result, or no place for it yet.
    drawn: Memo<Option<Shared<Drawn>>>,
    /// The mark that is pointed at, by its place.
    at: RwSignal<Option<usize>>,
}

/// The charts of what is shown.
pub fn charts(analysis: Analysis) -> Tag {
    let stage = tag("div").class("chart__stage");
    // MarkTarget is measured must not grow by what is drawn.
    let ruler = tag("div");
    let width = width_of(ruler.element());
    let at = RwSignal::new(None);
    let drawn = Memo::new(move |old: Option<&Option<Shared<Drawn>>>| {
        let (lines, shown, width) = (analysis.rows.get()?, analysis.shown.get(), width.get());
        let choice = analysis.view.with(|view| view.chart.clone());
        // The view has more in it than the chart's choice.
        let is_same = |old: &&Shared<Drawn>| {
            old.rows == lines && old.shown == shown && old.choice == choice && old.width == width
        };
        if let Some(same) = old.and_then(Option::as_ref).filter(is_same) {
            return Some(same.clone());
        }
        at.set(None);
        (width > 0).then(|| {
            Shared::new(Drawn {
                chart: Chart::new(&lines, &shown, &choice, width),
                lines,
                shown,
                choice,
                width,
            })
        })
    });
    let chart = ChartContext {
        analysis,
        locale: locale(),
        drawn,
        at,
    };
    let picture = move || chart.of_drawn(drawing::picture).into_iter().collect();
    let notes = move || chart.of_drawn(words::notes).unwrap_or_default();
    let [over, ring, tip, keys] = marker::marker(chart);
    let stage = stage
        .with(ruler)
        .with(tag("div").class("as-is").live(picture))
        .with_all([over, ring, tip]);
    tag("div")
        .class("charts")
        .with(controls::controls(chart, stage.element().clone()))
        .with(
            tag("figure")
                .class("chart")
                .with(
                    tag("figcaption")
                        .class("chart__title")
                        .live_text(move || chart.of_drawn(words::title).unwrap_or_default()),
                )
                .with(stage)
                .with(keys)
                .with(
                    tag("div")
                        .class("chart__notes")
                        .live(move || notes().iter().map(|note| said("p", note)).collect()),
                )
                .with(data::data(chart)),
        )
}

impl ChartContext {
    /// Something of the chart, when there is one.
    fn of_drawn<T>(self, of: fn(&Drawn, Locale) -> T) -> Option<T> {
        self.drawn.get().map(|drawn| of(&drawn, self.locale))
    }
}
