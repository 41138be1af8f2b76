//! Which card has the focus, and moving it from card to card.

use leptos::prelude::*;

use super::analysis::Analysis;
use crate::domain::ids::VideoId;
use crate::domain::view::Mode;
use crate::platform::focus;

/// The start of a card's `id`; the video's id follows.
const CARD_ID: &str = "video-";

/// The `id` of a video's card.
pub fn card_id(id: VideoId) -> String {
    format!("{CARD_ID}{id}")
}

/// The focus among the cards.
#[derive(Clone, Copy)]
pub struct CardFocus {
    /// The card that the focus was last moved to or found in.
    last: RwSignal<Option<VideoId>>,
    /// The card that is to get the focus once it is drawn.
    pub requested: RwSignal<Option<VideoId>>,
}

impl CardFocus {
    pub fn new() -> Self {
        Self {
            last: RwSignal::new(None),
            requested: RwSignal::new(None),
        }
    }

    /// The card that the focus is in.
    pub fn current(self) -> Option<VideoId> {
        let id = focus::focused_article()?;
        id.strip_prefix(CARD_ID)?.parse().ok()
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
        let last = self.current().or(self.last.get_untracked());
        let next = match ids.iter().position(|id| Some(*id) == last) {
            None => 0,
            Some(index) if back => index.saturating_sub(1),
            Some(index) => (index + 1).min(ids.len() - 1),
        };
        let next = *ids.get(next)?;
        self.last.set(Some(next));
        self.requested.set(Some(next));
        Some(())
    }
}

impl Default for CardFocus {
    fn default() -> Self {
        Self::new()
    }
}
