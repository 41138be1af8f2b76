//! Which card has the focus, and moving it from card to card.

use leptos::prelude::*;

use super::analysis::Analysis;
use crate::domain::ids::VideoId;
use crate::domain::view::Mode;

/// The focus among the cards.
#[derive(Clone, Copy)]
pub struct CardFocus {
    /// The card that last had the focus.
    last: RwSignal<Option<VideoId>>,
    /// Whether the focus is still in that card.
    is_within: RwSignal<bool>,
    /// The card that is to get the focus once it is drawn.
    pub requested: RwSignal<Option<VideoId>>,
}

impl CardFocus {
    pub fn new() -> Self {
        Self {
            last: RwSignal::new(None),
            is_within: RwSignal::new(false),
            requested: RwSignal::new(None),
        }
    }

    /// The focus has come into a card.
    pub fn entered(self, id: VideoId) {
        self.last.set(Some(id));
        self.is_within.set(true);
    }

    /// The focus has left the cards.
    pub fn left(self) {
        self.is_within.set(false);
    }

    /// The card that the focus is in.
    pub fn current(self) -> Option<VideoId> {
        self.last
            .get_untracked()
            .filter(|_| self.is_within.get_untracked())
    }

    /// Shows a video's card and moves the focus there.
    pub fn show(self, id: VideoId, analysis: Analysis) {
        analysis.push_view(|view| view.mode = Mode::Cards);
        self.requested.set(Some(id));
    }

    /// Moves the focus to the next or previous card, or to the first. `None` where there are no cards.
    pub fn step(self, back: bool, analysis: Analysis) -> Option<()> {
        let rows = analysis.rows.get_untracked()?;
        if analysis.mode.get_untracked() != Mode::Cards {
            return None;
        }
        let ids: Vec<VideoId> = untrack(|| analysis.shown_videos())
            .into_iter()
            .map(|video| rows.videos()[video].id)
            .collect();
        let last = self.last.get_untracked();
        let next = match ids.iter().position(|id| Some(*id) == last) {
            None => 0,
            Some(index) if back => index.saturating_sub(1),
            Some(index) => (index + 1).min(ids.len() - 1),
        };
        self.requested.set(Some(*ids.get(next)?));
        Some(())
    }
}

impl Default for CardFocus {
    fn default() -> Self {
        Self::new()
    }
}
