//! The chart that is shown and the mark that is active, shared by the parts of the charts view.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::components::ui::element_size::{ElementSize, use_element_size};
use crate::domain::charts::shapes::{Chart, Mark};
use crate::domain::rows::ResultRows;
use crate::domain::view::ChartChoice;
use crate::state::analysis::Analysis;
use crate::state::text_ruler::{TextRuler, text_ruler};

/// A chart, with the rows and the choice that it was laid out for.
pub struct RenderedChart {
    pub rows: Arc<ResultRows>,
    pub choice: ChartChoice,
    pub chart: Chart,
    /// For the names of its marks.
    pub ruler: TextRuler,
}

/// The state of the charts view.
#[derive(Clone, Copy)]
pub struct ChartContext {
    /// The box that the chart is drawn in.
    pub stage: NodeRef<html::Div>,
    /// `None` without results, or before the width is known.
    pub rendered: Memo<Option<Arc<RenderedChart>>>,
    /// The index of the mark that is hovered or was reached by keys.
    pub active_mark: RwSignal<Option<usize>>,
}

impl ChartContext {
    /// Charts as wide as `ruler`, which has the font of the marks' names.
    pub fn new(analysis: Analysis, ruler: NodeRef<html::Div>) -> Self {
        let unknown = ElementSize {
            width: 0.0,
            height: 0.0,
        };
        let size = use_element_size(ruler, unknown);
        let width = Memo::new(move |_| size.get().width.round() as i32);
        let choice = Memo::new(move |_| analysis.view.with(|view| view.chart.clone()));
        let rendered = Memo::new_with_compare(
            move |_| {
                let (rows, width) = (analysis.rows.get()?, width.get());
                let choice = choice.get();
                let text_ruler = text_ruler(ruler)?;
                (width > 0).then(|| {
                    let chart = analysis
                        .shown
                        .with(|shown| Chart::new(&rows, shown, &choice, width));
                    Arc::new(RenderedChart {
                        rows,
                        choice,
                        chart,
                        ruler: text_ruler,
                    })
                })
            },
            |_, _| true,
        );
        let context = Self {
            stage: NodeRef::new(),
            rendered,
            active_mark: RwSignal::new(None),
        };
        // Another chart has other marks.
        Effect::new(move || {
            rendered.track();
            context.activate(None);
        });
        context
    }

    /// Whether the chart has no marks.
    pub fn is_empty(self) -> bool {
        self.mark_count() == 0
    }

    pub fn mark_count(self) -> usize {
        self.rendered.with(|rendered| {
            let rendered = rendered.as_ref();
            rendered.map_or(0, |rendered| rendered.chart.marks.len())
        })
    }

    /// The result of `f` for the chart, if there is one.
    pub fn with_chart<T>(self, f: impl FnOnce(&RenderedChart) -> T) -> Option<T> {
        self.rendered.get().map(|rendered| f(&rendered))
    }

    /// The result of `f` for the active mark, if there is one.
    pub fn with_active_mark<T>(self, f: impl FnOnce(&RenderedChart, &Mark) -> T) -> Option<T> {
        let (rendered, index) = (self.rendered.get()?, self.active_mark.get()?);
        let mark = rendered.chart.marks.get(index)?;
        Some(f(&rendered, mark))
    }

    /// Makes a mark the active one. Pointers move more often than that changes.
    pub fn activate(self, mark: Option<usize>) {
        // A focused element that is removed with the chart still sends `blur`, when the signal is gone.
        let current = self.active_mark.try_get_untracked();
        if current.is_some_and(|current| current != mark) {
            self.active_mark.set(mark);
        }
    }
}
