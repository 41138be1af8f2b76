//! Owns: the place of the cover: the cover, the clip once asked for, and what to do when it can't play.
//! Refuses: contacting TikTok before a click.

use leptos::prelude::*;

use super::button::{Look, button};
use super::drawing::{Drawn, draw, live};
use super::external::external;
use super::icon::{icon, shape};
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
    live(move || match is_playing.get() {
        true => open(id, &clip, playing),
        false => draw(view! {
            {cover_picture(cover.clone(), t)}
            <button type="button" class="media__play" on:click=move |_| playing.start(id)>
                <span class="media__disc">{icon(shape::PLAY)}</span>
                <span class="vh">{t.play}</span>
            </button>
            <span class="media__length">{length.clone()}</span>
        }),
    })
}

/// The cover, or its placeholder when there is none or the picture is refused.
fn cover_picture(cover: Option<MediaUrl>, t: &'static Texts) -> Drawn {
    let refused = RwSignal::new(cover.is_none());
    live(move || match (&cover, refused.get()) {
        (Some(cover), false) => draw(view! {
            <img
                class="media__fill"
                src=cover.as_str().to_owned()
                alt=""
                loading="lazy"
                decoding="async"
                referrerpolicy="no-referrer"
                on:error=move |_| refused.set(true)
            />
        }),
        _ => draw(view! { <span class="media__fill media__none">{t.cover_missing}</span> }),
    })
}

fn open(id: VideoId, clip: &Clip, playing: Playing) -> Drawn {
    let locale = locale();
    let t = locale.texts;
    let screen = RwSignal::new(match clip.at(now()) {
        Playback::Playable(url) => Screen::Clip(url),
        Playback::Expired(at) => Screen::Trouble((t.clip_expired)(&locale.formats().ago(age(at, now())))),
        Playback::Missing => Screen::Trouble(t.clip_missing.to_owned()),
        Playback::Unusable => Screen::Trouble(t.clip_unusable.to_owned()),
    });
    let tiktok = Callback::new(move |()| screen.set(Screen::TikTok));
    let shown = live(move || match screen.get() {
        Screen::Clip(url) => draw(view! {
            <video
                class="media__fill"
                src=url.as_str().to_owned()
                aria-label=t.clip
                controls
                playsinline
                autoplay
                on:error=move |_| screen.set(Screen::Trouble(t.clip_broken.to_owned()))
            ></video>
        }),
        Screen::Trouble(reason) => draw(view! {
            <div class="media__fill media__trouble" role="alert">
                <p>{reason}</p>
                {button(Look::Plain, t.tiktok_player, tiktok)}
                <small>{t.tiktok_player_note}</small>
                {external(links::video_page(id), t.open_on_tiktok.to_owned())}
            </div>
        }),
        Screen::TikTok => draw(view! {
            <iframe
                class="media__fill"
                src=links::player_frame(id)
                title=t.tiktok_player
                sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"
                referrerpolicy="no-referrer"
                allow="fullscreen; autoplay; encrypted-media"
            ></iframe>
        }),
    });
    draw(view! {
        {shown}
        <button type="button" class="media__close" on:click=move |_| playing.stop()>
            {icon(shape::CLOSE)}
            <span class="vh">{t.close_player}</span>
        </button>
    })
}
