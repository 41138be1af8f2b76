//! The shown videos as cards, as many as the user has scrolled to.

use leptos::html;
use leptos::prelude::*;
use leptos::reactive::computed::Selector;

use super::video_card::VideoCard;
use super::video_items::{VideoItem, latest, video_items};
use crate::components::ui::infinite_scroll::ShowMore;
use crate::components::ui::keyed_for::KeyedFor;
use crate::domain::ids::VideoId;
use crate::state::analysis::Analysis;
use crate::state::card_focus::CardFocus;
use crate::state::held_order::hold_order;
use crate::state::locale::use_locale;
use crate::state::playing::Playing;
use crate::state::search::Search;

/// How many cards are drawn at first, and how many more at a time.
const STEP: usize = 12;

#[component]
pub fn Cards() -> impl IntoView {
    let locale = use_locale();
    let analysis = expect_context::<Analysis>();
    let card_focus = expect_context::<CardFocus>();
    let limit = RwSignal::new(STEP);
    let playing = expect_context::<Playing>();
    // A card that is watched stays where it is.
    let is_held = Signal::derive(move || playing.is_any());
    let order = hold_order(expect_context::<Search>(), analysis, is_held);
    let videos = Memo::new(move |_| match analysis.rows.get() {
        Some(rows) => rows.videos_of(&order.get()),
        None => Vec::new(),
    });
    let items = video_items(analysis, move || {
        videos.with(|videos| videos.iter().take(limit.get()).copied().collect())
    });
    let left = Memo::new(move |_| videos.with(Vec::len).saturating_sub(limit.get()));
    let label = Signal::derive(move || {
        let left = locale.formats().exact(Some(left.get() as u64));
        (locale.texts.card.more_cards)(&left)
    });
    draw_requested_card(analysis, card_focus, videos, limit);
    let is_requested = Selector::new(move || card_focus.requested.get());
    let item = Callback::new(move |item: VideoItem| {
        let article = NodeRef::new();
        focus_when_requested(article, item.key(), card_focus, is_requested.clone());
        let item = latest(analysis, item);
        view! { <VideoCard item article /> }.into_any()
    });
    view! {
        <div class="cards">
            <KeyedFor each=items key=VideoItem::key item />
        </div>
        <ShowMore left label on_more=move || limit.update(|limit| *limit += STEP) />
    }
}

/// Draws enough cards to include the one that is to get the focus. A request for a video that is not shown ends.
fn draw_requested_card(
    analysis: Analysis,
    card_focus: CardFocus,
    videos: Memo<Vec<usize>>,
    limit: RwSignal<usize>,
) {
    Effect::new(move || {
        let Some(id) = card_focus.requested.get() else {
            return;
        };
        let rows = analysis.rows.get_untracked();
        let index = rows.and_then(|rows| rows.index_of(id));
        let place =
            videos.with_untracked(|videos| videos.iter().position(|video| Some(*video) == index));
        match place {
            Some(place) if place >= limit.get_untracked() => limit.set(place + STEP),
            Some(_) => {}
            None => card_focus.requested.set(None),
        }
    });
}

/// Moves the focus to a card when that is requested. The selector tells only the cards that it concerns.
fn focus_when_requested(
    article: NodeRef<html::Article>,
    id: VideoId,
    card_focus: CardFocus,
    is_requested: Selector<Option<VideoId>>,
) {
    Effect::new(move || {
        if is_requested.selected(&Some(id))
            && let Some(article) = article.get()
        {
            let _ = article.focus();
            card_focus.requested.set(None);
        }
    });
}
