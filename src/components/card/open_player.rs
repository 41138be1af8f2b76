//! An opened player: the clip, TikTok's own player, or why the clip cannot play.

use leptos::prelude::*;

use super::media::Media;
use crate::components::ui::button::Button;
use crate::components::ui::external_link::ExternalLink;
use crate::components::ui::icon::{Icon, IconName};
use crate::domain::dates::age::age;
use crate::domain::ids::VideoId;
use crate::domain::videos::links::{self, MediaUrl};
use crate::domain::videos::playback::{Clip, Playback};
use crate::state::clock::now;
use crate::state::covers::Covers;
use crate::state::locale::{Locale, use_locale, use_texts};

/// What an opened player shows.
#[derive(Clone)]
enum Screen {
    Clip(MediaUrl),
    /// Why the clip does not play.
    Problem(String),
    TikTok,
}

#[component]
pub fn OpenPlayer(media: Media, on_close: Callback<()>) -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let Media {
        id, cover, clip, ..
    } = media;
    let screen = RwSignal::new(first_screen(&clip, locale));
    // A poster that is refused would only be a black one, and a problem in the console.
    let covers = use_context::<Covers>();
    let poster = cover.and_then(|cover| match covers {
        Some(covers) => covers.usable(&cover),
        None => Some(cover),
    });
    let content = move || match screen.get() {
        Screen::Clip(url) => {
            let on_error = move || screen.set(Screen::Problem(t.card.clip_broken.to_owned()));
            view! { <ClipPlayer url poster=poster.clone() on_error /> }.into_any()
        }
        Screen::Problem(reason) => {
            let on_tiktok = move || screen.set(Screen::TikTok);
            view! { <ClipProblem id reason on_tiktok /> }.into_any()
        }
        Screen::TikTok => view! { <TikTokPlayer id /> }.into_any(),
    };
    view! {
        {move || content()}
        <button type="button" class="media__close" on:click=move |_| on_close.run(())>
            <Icon name=IconName::Close />
            <span class="visually-hidden">{t.card.close_player}</span>
        </button>
    }
}

fn first_screen(clip: &Clip, locale: Locale) -> Screen {
    let t = &locale.texts.card;
    let now = now();
    match clip.at(now) {
        Playback::Playable(url) => Screen::Clip(url),
        Playback::Expired(at) => {
            Screen::Problem((t.clip_expired)(&locale.formats().ago(age(at, now))))
        }
        Playback::Missing => Screen::Problem(t.clip_missing.to_owned()),
        Playback::Unusable => Screen::Problem(t.clip_unusable.to_owned()),
    }
}

/// No `crossorigin`: the clip is only shown. The page's policy sends no referrer.
#[component]
fn ClipPlayer(
    url: MediaUrl,
    poster: Option<MediaUrl>,
    #[prop(into)] on_error: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    view! {
        <video
            class="media__fill"
            aria-label=t.card.clip
            controls
            playsinline
            autoplay
            poster=poster.map(|url| url.as_str().to_owned())
            on:error=move |_| on_error.run(())
            src=url.as_str().to_owned()
        ></video>
    }
}

#[component]
fn ClipProblem(
    id: VideoId,
    reason: String,
    #[prop(into)] on_tiktok: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    view! {
        <div class="media__fill media__problem" role="alert">
            <p>{reason}</p>
            <Button on_click=on_tiktok>{t.card.tiktok_player}</Button>
            <small>{t.card.tiktok_player_note}</small>
            <ExternalLink href=links::video_page(id) text=t.card.open_on_tiktok />
        </div>
    }
}

#[component]
fn TikTokPlayer(id: VideoId) -> impl IntoView {
    let t = use_texts();
    view! {
        <iframe
            class="media__fill"
            title=t.card.tiktok_player
            sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"
            referrerpolicy="no-referrer"
            allow="fullscreen; autoplay; encrypted-media"
            src=links::player_frame(id)
        ></iframe>
    }
}
