//! Owns: the place of the cover: the cover, the clip once asked for, and what to do when it can't play.
//! Refuses: contacting TikTok before a click.

use leptos::prelude::*;

use super::external::External;
use super::icon::{Icon, shape};
use crate::domain::age::age;
use crate::domain::links::{self, MediaUrl};
use crate::domain::playback::{Clip, Playback};
use crate::domain::video_id::VideoId;
use crate::messages::Texts;
use crate::state::clock::now;
use crate::state::locale::{locale, texts};
use crate::state::playing::Playing;

/// What an opened player shows.
#[derive(Clone, PartialEq)]
enum Screen {
    Clip(MediaUrl),
    /// Why the clip does not play.
    Trouble(String),
    TikTok,
}

/// The cover with "Play video", or the player in its place.
#[component]
pub fn Player(id: VideoId, clip: Clip, cover: Option<MediaUrl>, length: String, playing: Playing) -> impl IntoView {
    let t = texts();
    let is_playing = playing.is(id);
    move || match is_playing.get() {
        true => view! { <Open id clip=clip.clone() playing /> }.into_any(),
        false => view! {
            <Cover cover=cover.clone() t />
            <button type="button" class="media__play" on:click=move |_| playing.start(id)>
                <span class="media__disc"><Icon path=shape::PLAY /></span>
                <span class="vh">{t.play}</span>
            </button>
            <span class="media__length">{length.clone()}</span>
        }
        .into_any(),
    }
}

/// The cover, or its placeholder when there is none or the picture is refused.
#[component]
fn Cover(cover: Option<MediaUrl>, t: &'static Texts) -> impl IntoView {
    let refused = RwSignal::new(cover.is_none());
    move || match (&cover, refused.get()) {
        (Some(cover), false) => view! {
            <img
                class="media__fill"
                src=cover.as_str().to_owned()
                alt=""
                loading="lazy"
                decoding="async"
                referrerpolicy="no-referrer"
                on:error=move |_| refused.set(true)
            />
        }
        .into_any(),
        _ => view! { <span class="media__fill media__none">{t.cover_missing}</span> }.into_any(),
    }
}

#[component]
fn Open(id: VideoId, clip: Clip, playing: Playing) -> impl IntoView {
    let locale = locale();
    let t = locale.texts;
    let screen = RwSignal::new(match clip.at(now()) {
        Playback::Playable(url) => Screen::Clip(url),
        Playback::Expired(at) => Screen::Trouble((t.clip_expired)(&locale.formats().ago(age(at, now())))),
        Playback::Missing => Screen::Trouble(t.clip_missing.to_owned()),
        Playback::Unusable => Screen::Trouble(t.clip_unusable.to_owned()),
    });
    let broken = move |_| screen.set(Screen::Trouble(t.clip_broken.to_owned()));
    let shown = move || match screen.get() {
        Screen::Clip(url) => view! {
            <video
                class="media__fill"
                src=url.as_str().to_owned()
                aria-label=t.clip
                controls
                playsinline
                autoplay
                on:error=broken
            ></video>
        }
        .into_any(),
        Screen::Trouble(reason) => view! {
            <div class="media__fill media__trouble" role="alert">
                <p>{reason}</p>
                <button type="button" class="button" on:click=move |_| screen.set(Screen::TikTok)>
                    {t.tiktok_player}
                </button>
                <small>{t.tiktok_player_note}</small>
                <External href=links::video_page(id) text=t.open_on_tiktok />
            </div>
        }
        .into_any(),
        Screen::TikTok => view! {
            <iframe
                class="media__fill"
                src=links::player_frame(id)
                title=t.tiktok_player
                sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"
                referrerpolicy="no-referrer"
                allow="fullscreen; autoplay; encrypted-media"
            ></iframe>
        }
        .into_any(),
    };
    view! {
        {shown}
        <button type="button" class="media__close" on:click=move |_| playing.stop()>
            <Icon path=shape::CLOSE />
            <span class="vh">{t.close_player}</span>
        </button>
    }
}
