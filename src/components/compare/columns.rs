//! The heads of the comparison's columns, one a video. A video that stays keeps its column, and its clip plays on.

use leptos::prelude::*;

use super::selection::Selection;
use crate::components::card::player::Player;
use crate::components::card::video_items::{VideoItem, latest, video_items};
use crate::components::card::video_name::video_name;
use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::keyed_for::KeyedFor;
use crate::components::ui::show::Show;
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
    let item = Callback::new(move |item: VideoItem| {
        let item = latest(analysis, item);
        view! { <ColumnHead item selection /> }.into_any()
    });
    view! { <KeyedFor each=items key=VideoItem::key item /> }
}

#[component]
fn ColumnHead(item: Memo<VideoItem>, selection: Memo<Selection>) -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let analysis = expect_context::<Analysis>();
    let card_focus = expect_context::<CardFocus>();
    let id = item.with_untracked(VideoItem::key);
    let name = move || item.with(|item| video_name(item.video(), t));
    let show_card = move || (t.table.show_card)(&name());
    let caption = move || {
        item.with(|item| match item.video().caption.as_str() {
            "" => t.card.no_caption.to_owned(),
            caption => caption.to_owned(),
        })
    };
    let region = move || {
        let region = item.with(|item| {
            item.video()
                .region
                .as_deref()
                .map(|code| locale.region(code))
        });
        region.unwrap_or_else(|| "—".to_owned())
    };
    let day = move || item.with(|item| locale.formats().day(item.video().published));
    let is_baseline = move || {
        let index = analysis.rows.with(|rows| rows.as_ref()?.index_of(id));
        index.is_some_and(|index| selection.with(|selection| selection.is_baseline(index)))
    };
    let set_baseline = move || analysis.replace_view(|view| view.baseline = Some(id));
    let remove = move || analysis.replace_view(|view| view.toggle(id));
    view! {
        <th scope="col" aria-label=name>
            // Clips may play side by side here, so each column has a state of its own.
            <Player item playing=Playing::default() />
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
