//! Which videos of the results are compared.

use leptos::prelude::*;

use crate::state::analysis::Analysis;

/// The compared videos.
#[derive(Clone, PartialEq, Default)]
pub struct Selection {
    /// In the order of selection, as indices into the results' videos.
    pub videos: Vec<usize>,
    /// Which of `videos` the others are compared with.
    pub baseline: usize,
    /// How many selected videos the results don't have.
    pub missing: usize,
}

impl Selection {
    /// What the view selects of the results.
    pub fn of(analysis: Analysis) -> Self {
        let Some(rows) = analysis.rows.get() else {
            return Self::default();
        };
        let selected = analysis.selected.get();
        let base = analysis.view.with(|view| view.baseline);
        let videos: Vec<usize> = selected
            .iter()
            .filter_map(|id| rows.index_of(*id))
            .collect();
        let base = base.and_then(|id| rows.index_of(id));
        let baseline = videos.iter().position(|video| Some(*video) == base);
        Self {
            baseline: baseline.unwrap_or_default(),
            missing: selected.len() - videos.len(),
            videos,
        }
    }

    /// Whether a video is the baseline.
    pub fn is_baseline(&self, video: usize) -> bool {
        self.videos.get(self.baseline) == Some(&video)
    }
}
