//! The place of the cover, which the player takes when it is opened. Nothing is loaded from TikTok before a click.

use leptos::html;
use leptos::prelude::*;

use super::media::Media;
use super::open_player::OpenPlayer;
use super::video_items::VideoItem;
use crate::components::ui::cover_picture::{CoverPicture, Placeholder};
use crate::components::ui::icon::{Icon, IconName};
use crate::domain::metrics::Metric;
use crate::domain::videos::short_caption::short_caption;
use crate::state::locale::use_locale;
use crate::state::playing::Playing;

/// The cover with "Play video", or the player.
#[component]
pub fn Player(item: Memo<VideoItem>, playing: Playing) -> impl IntoView {
    let id = item.with_untracked(VideoItem::key);
    let media = Memo::new(move |_| item.with(|item| Media::of(item.video())));
    let is_open = playing.is(id);
    // The focus goes from the button that closes the player to the one that opens it, once that is drawn.
    let returns_focus = RwSignal::new(false);
    let close = Callback::new(move |()| {
        returns_focus.set(true);
        playing.stop();
    });
    let content = move || {
        match is_open.get() {
            true => {
                // A clip that plays is not replaced by a newer address of it.
                let media = media.get_untracked();
                view! { <OpenPlayer media on_close=close /> }.into_any()
            }
            false => {
                let media = media.get();
                let on_play = move || playing.start(id);
                view! { <PlayableCover media returns_focus on_play /> }.into_any()
            }
        }
    };
    view! {
        <div class="media" tabindex="-1">
            {content}
        </div>
    }
}

/// The cover, which is a button as a whole, with the length of the video.
#[component]
fn PlayableCover(
    media: Media,
    returns_focus: RwSignal<bool>,
    #[prop(into)] on_play: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let play_button = NodeRef::<html::Button>::new();
    Effect::new(move || {
        if returns_focus.get()
            && let Some(button) = play_button.get()
        {
            let _ = button.focus();
            returns_focus.set(false);
        }
    });
    let length = media.seconds.map(|seconds| {
        let length = locale
            .formats()
            .metric(Metric::Length, Some(f64::from(seconds)));
        view! { <span class="media__length">{length}</span> }
    });
    let region = media.region.as_deref().map(|code| locale.region(code));
    let placeholder = Placeholder {
        text: short_caption(&media.caption).unwrap_or_else(|| t.card.no_cover.to_owned()),
        note: region.unwrap_or_default(),
        seed: media.id.get(),
    };
    view! {
        <CoverPicture url=media.cover placeholder />
        <button
            type="button"
            class="media__play"
            id=format!("play-{}", media.id)
            node_ref=play_button
            on:click=move |_| on_play.run(())
        >
            <span class="media__disc">
                <Icon name=IconName::Play />
            </span>
            <span class="visually-hidden">{t.card.play}</span>
        </button>
        {length}
    }
}
