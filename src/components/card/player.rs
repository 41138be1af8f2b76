//! Owns: the place of the cover: the cover, the clip once asked for, and what to do when it can't play.
//! Refuses: contacting TikTok before a click.

use leptos::prelude::*;

use crate::components::ui::button::{ButtonVariant, button, said};
use crate::components::ui::external::external;
use crate::components::ui::icon::{icon, shape};
use crate::components::tag::{Tag, tag};
use crate::domain::dates::age::age;
use crate::domain::videos::links::{self, MediaUrl};
use crate::domain::metrics::Metric;
use crate::domain::videos::playback::{Clip, Playback};
use crate::domain::videos::Video;
use crate::domain::ids::VideoId;
use crate::i18n::Texts;
use crate::state::clock::now;
use crate::state::locale::locale;
use crate::state::playing::{Playing, focus_soon};

/// What an opened player shows.
#[derive(Clone, PartialEq)]
enum Screen {
    Clip(MediaUrl),
    /// Why the clip does not play.
    Trouble(String),
    TikTok,
}

/// The cover with "Play video", or the player in its place.
pub fn player(video: &Video, playing: Playing) -> Tag {
    let Video {
        id,
        seconds,
        cover,
        clip,
        ..
    } = video;
    let (id, cover, clip) = (*id, cover.clone(), clip.clone());
    let locale = locale();
    let length = seconds.map_or(String::new(), |seconds| {
        let seconds = Some(f64::from(seconds));
        locale.formats().metric(Metric::Length, seconds)
    });
    let t = locale.texts;
    let is_playing = playing.is(id);
    let play_id = ["play-", &id.to_string()].concat();
    tag("div")
        .class("media")
        .attr("tabindex", "-1")
        .live(move || {
            if is_playing.get() {
                return open(id, &clip, &play_id, playing);
            }
            let play = tag("button")
                .attr("type", "button")
                .class("media__play")
                .attr("id", &play_id)
                .with(tag("span").class("media__disc").with(icon(shape::PLAY)))
                .with(said("span", t.play).class("vh"))
                .press(move || playing.start(id));
            let cover = cover.clone();
            vec![
                cover_picture(cover, t.cover_missing),
                play,
                said("span", &length).class("media__length"),
            ]
        })
}

/// The cover, or what says that it is missing when there is none or the picture is refused.
pub fn cover_picture(cover: Option<MediaUrl>, missing: &'static str) -> Tag {
    let refused = RwSignal::new(false);
    tag("div").class("as-is").live(move || {
        let picture = match &cover {
            Some(cover) if !refused.get() => tag("img")
                .class("media__fill")
                .attr("alt", "")
                .attr("loading", "lazy")
                .attr("decoding", "async")
                .attr("referrerpolicy", "no-referrer")
                .on("error", move |_| refused.set(true))
                .attr("src", cover.as_str()),
            _ => said("span", missing).class("media__fill media__none"),
        };
        vec![picture]
    })
}

fn open(id: VideoId, clip: &Clip, play_id: &str, playing: Playing) -> Vec<Tag> {
    let locale = locale();
    let t = locale.texts;
    let screen = RwSignal::new(match clip.at(now()) {
        Playback::Playable(url) => Screen::Clip(url),
        Playback::Expired(at) => {
            Screen::Trouble((t.clip_expired)(&locale.formats().ago(age(at, now()))))
        }
        Playback::Missing => Screen::Trouble(t.clip_missing.to_owned()),
        Playback::Unusable => Screen::Trouble(t.clip_unusable.to_owned()),
    });
    let shown = tag("div").class("as-is").live(move || {
        let shown = match screen.get() {
            Screen::Clip(url) => clip_player(&url, t).on("error", move |_| {
                screen.set(Screen::Trouble(t.clip_broken.to_owned()))
            }),
            Screen::Trouble(reason) => tag("div")
                .class("media__fill media__trouble")
                .attr("role", "alert")
                .with(said("p", &reason))
                .with(button(ButtonVariant::Plain, t.tiktok_player, move || {
                    screen.set(Screen::TikTok)
                }))
                .with(said("small", t.tiktok_player_note))
                .with(external(&links::video_page(id), t.open_on_tiktok)),
            Screen::TikTok => tiktok_player(id, t),
        };
        vec![shown]
    });
    let close = tag("button")
        .attr("type", "button")
        .class("media__close")
        .with(icon(shape::CLOSE))
        .with(said("span", t.close_player).class("vh"))
        .press({
            let play_id = play_id.to_owned();
            move || {
                playing.stop();
                focus_soon(&play_id);
            }
        });
    vec![shown, close]
}

/// No `crossorigin`: the clip is only shown. The page's policy sends no referrer.
fn clip_player(url: &MediaUrl, t: &'static Texts) -> Tag {
    tag("video")
        .class("media__fill")
        .attr("aria-label", t.clip)
        .attr("controls", "")
        .attr("playsinline", "")
        .attr("autoplay", "")
        .attr("src", url.as_str())
}

fn tiktok_player(id: VideoId, t: &'static Texts) -> Tag {
    tag("iframe")
        .class("media__fill")
        .attr("title", t.tiktok_player)
        .attr(
            "sandbox",
            "allow-scripts allow-same-origin allow-popups allow-presentation",
        )
        .attr("referrerpolicy", "no-referrer")
        .attr("allow", "fullscreen; autoplay; encrypted-media")
        .attr("src", &links::player_frame(id))
}
