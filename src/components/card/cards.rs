//! Owns: the videos as cards, in the order of their first shown line, as many as have come near the view.
//! Refuses: drawing thousands that nobody has scrolled to.

use leptos::prelude::*;

use crate::components::ui::button::{ButtonVariant, bare_button};
use crate::components::ui::infinite_scroll::Near;
use crate::components::card::select_button::select_button;
use crate::components::tag::{Keys, Tag, tag};
use crate::components::card::video_card;
use crate::domain::rows::{RowIndex, ResultRows};
use crate::state::derived::{Derived, derived};
use crate::state::analysis::Analysis;
use crate::state::effect::effect;
use crate::state::locale::locale;
use crate::state::playing::{Playing, focus_soon};

/// How many are drawn at first, and with each step down.
pub const STEP: usize = 12;

/// The cards of the analysis's result.
pub fn cards(analysis: Analysis, playing: Playing) -> Tag {
    let order = derived(move || {
        let lines = analysis.rows.get();
        lines.map_or(Vec::new(), |lines| {
            analysis.shown.with(|shown| videos(&lines, shown))
        })
    });
    let drawn = RwSignal::new(STEP);
    effect(move || show_target(analysis, order, drawn));
    card_list(order, drawn, move |place| match analysis.rows.get() {
        Some(lines) => {
            let video = &lines.videos()[place as usize];
            let select = select_button(video.id, analysis);
            video_card(video, lines.at(), select, playing)
        }
        None => tag("div"),
    })
}

/// Cards by their places in an order, as many as are `drawn`; more of them as one goes down.
pub fn card_list(
    order: Derived<Vec<u32>>,
    drawn: RwSignal<usize>,
    card: impl FnMut(u32) -> Tag + 'static,
) -> Tag {
    let locale = locale();
    let more = move || drawn.update(|drawn| *drawn += STEP);
    let keys = move || Keys {
        look: 0,
        keys: order.with(|order| order.iter().take(drawn.get()).copied().collect()),
    };
    let left = derived(move || order.with(Vec::len).saturating_sub(drawn.get()));
    let rest = bare_button(ButtonVariant::Plain)
        .class("button cards__more")
        .live_attr("hidden", move || (left.get() == 0).then_some(""))
        .live_text(move || {
            let left = locale.formats().exact(Some(left.get() as u64));
            (locale.texts.more_cards)(&left)
        })
        .press(more);
    let near = Near::new(rest.element(), more);
    tag("div")
        .class("as-is")
        .with(tag("div").class("cards").keyed(keys, card))
        .with(rest.following(move || {
            left.track();
            near.again();
        }))
}

/// The places of all videos.
pub fn places(lines: &ResultRows) -> Vec<u32> {
    (0..rows.videos().len() as u32).collect()
}

/// The places of the lines' videos, each once.
fn videos(lines: &ResultRows, shown: &[RowIndex]) -> Vec<u32> {
    let mut seen = vec![false; lines.videos().len()];
    let firsts = shown.iter().map(|line| lines.video_index(*line));
    firsts
        .filter(|video| !std::mem::replace(&mut seen[*video], true))
        .map(|video| video as u32)
        .collect()
}

/// Draws as far as the card that is wanted, and moves the focus to it.
fn show_target(analysis: Analysis, order: Derived<Vec<u32>>, drawn: RwSignal<usize>) {
    let (Some(id), Some(lines)) = (analysis.target.get(), analysis.rows.get()) else {
        return;
    };
    let is_it = |video: &u32| lines.videos()[*video as usize].id == id;
    if let Some(place) = order.with_untracked(|order| order.iter().position(is_it)) {
        drawn.update(|drawn| *drawn = (*drawn).max(place + STEP));
        focus_soon(&["video-", &id.to_string()].concat());
    }
    analysis.target.set(None);
}
