//! The heads of the comparison's columns, one a video. A video that stays keeps its column, and its clip plays on.

use std::sync::Arc;

use leptos::prelude::*;

use super::selection::Selection;
use crate::components::card::player::Player;
use crate::components::card::video_items::{VideoItem, video_items};
use crate::components::card::video_name::video_name;
use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::keyed_for::KeyedFor;
use crate::components::ui::show::Show;
use crate::domain::rows::ResultRows;
use crate::state::analysis::Analysis;
use crate::state::card_focus::CardFocus;
use crate::state::locale::use_locale;
use crate::state::playing::Playing;

#[component]
pub fn Columns(selection: Memo<Selection>) -> impl IntoView {
    let analysis = expect_context::<Analysis>();
    let items = video_items(analysis, move || {
        selection.with(|selection| selection.videos.clone())
    });
    let item = Callback::new(move |VideoItem { rows, index, .. }| {
        view! { <ColumnHead rows index selection /> }.into_any()
    });
    view! { <KeyedFor each=items key=VideoItem::key item /> }
}

#[component]
fn ColumnHead(rows: Arc<ResultRows>, index: usize, selection: Memo<Selection>) -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let analysis = expect_context::<Analysis>();
    let card_focus = expect_context::<CardFocus>();
    let video = &rows.videos()[index];
    let id = video.id;
    let name = video_name(video, t);
    let caption = match video.caption.as_str() {
        "" => t.card.no_caption.to_owned(),
        caption => caption.to_owned(),
    };
    let show_card = (t.table.show_card)(&name);
    let region = video.region.as_deref().map(|code| locale.region(code));
    let region = region.unwrap_or_else(|| "—".to_owned());
    let day = locale.formats().day(video.published);
    let is_baseline = move || selection.with(|selection| selection.is_baseline(index));
    let set_baseline = move || analysis.replace_view(|view| view.baseline = Some(id));
    let remove = move || analysis.replace_view(|view| view.toggle(id));
    view! {
        <th scope="col" aria-label=name>
            // Clips may play side by side here, so each column has a state of its own.
            <Player rows index playing=Playing::default() />
            // The card has the exact values.
            <button
                type="button"
                class="compare__caption"
                aria-label=show_card
                on:click=move |_| card_focus.show(id, analysis)
            >
                <span dir="auto">{caption}</span>
            </button>
            <p class="compare__facts">{region} " · " {day}</p>
            <div class="compare__actions">
                <Show
                    when=is_baseline
                    fallback=move || {
                        view! {
                            <Button variant=ButtonVariant::Text on_click=set_baseline>
                                {t.compare.set_baseline}
                            </Button>
                        }
                    }
                >
                    <strong>{t.compare.baseline}</strong>
                </Show>
                <Button variant=ButtonVariant::Text on_click=remove>
                    {t.compare.remove}
                </Button>
            </div>
        </th>
    }
}
