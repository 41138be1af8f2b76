//! Clips: which URLs may be played, and until when.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::domain::videos::links::MediaUrl;
use clipcart::domain::videos::playback::{Clip, Playback};
use proptest::prelude::*;

const HASH: &str = "f5db72cd55e7002f5920822ad800cb72";

/// 2025-10-29 08:35:33 UTC, as in the documented example.
const STAMP: &str = "6901d1d5";
const UNTIL: u64 = 1_761_726_933;

/// In the table, `{H}/{S}` is the hash and the expiry, so that the rows are readable.
fn fill(text: &str) -> String {
    text.replace("{H}", HASH).replace("{S}", STAMP)
}

#[track_caller]
fn until(raw: &str) -> Option<u64> {
    match Clip::from_play_addr(raw) {
        Clip::Address { url, until } => {
            assert_eq!(url.as_str(), raw);
            until
        }
        other => panic!("{raw}: {other:?}"),
    }
}

#[test]
fn the_expiry_is_read_in_every_form() {
    let cases = [
        (
            "https://v19.tiktokcdn-us.com/{H}/{S}/video/tos/x/?a=1233&l=2025",
            Some(UNTIL),
        ),
        ("https://v.example/a/b/{H}/{S}/video", Some(UNTIL)),
        ("https://v.example/{H}/{S}", Some(UNTIL)),
        ("https://v.example/{H}/6901D1D5/video", Some(UNTIL)),
        ("https://v.example/x?expire=1761726933", Some(UNTIL)),
        (
            "https://v.example/x?a=1&x-expires=1761726933&b=2",
            Some(UNTIL),
        ),
        ("https://v.example?x-expires=1761726933", Some(UNTIL)),
        ("https://v.example/x?expire=1761726933#t=5", Some(UNTIL)),
        (
            "https://v.example/x?Expires=1761726933&Signature=x",
            Some(UNTIL),
        ),
        ("https://v.example/x?EXPIRE=1761726933", Some(UNTIL)),
        ("https://v.example/x?X-Expires=1761726933", Some(UNTIL)),
        // In milliseconds, microseconds and nanoseconds.
        ("https://v.example/x?expire=1761726933000", Some(UNTIL)),
        ("https://v.example/x?x-expires=1761726933999", Some(UNTIL)),
        ("https://v.example/x?expire=1761726933000000", Some(UNTIL)),
        (
            "https://v.example/x?expire=1761726933000000000",
            Some(UNTIL),
        ),
        // Of several, the earliest counts.
        (
            "https://v.example/{H}/{S}/?expire=1761726934000",
            Some(UNTIL),
        ),
        ("https://v.example/{H}/{S}/?expire=1761726934", Some(UNTIL)),
        ("https://v.example/{H}/{S}/?expire=5", Some(5)),
        ("https://v.example/x?expire=9&x-expires=7", Some(7)),
        // What only resembles one does not count.
        ("https://v.example/video.mp4", None),
        ("https://v.example/{S}/{S}/video", None),
        ("https://v.example/{H}/video/{S}", None),
        ("https://v.example/{H}/6901d1d/video", None),
        ("https://v.example/{H}/6901d1d50/video", None),
        ("https://v.example/{H}/6901d1dg/video", None),
        ("https://v.example/f5db72cd/{S}/video", None),
        ("https://v.example/x?expired=1761726933", None),
        ("https://v.example/x?expire=", None),
        ("https://v.example/x?expire=soon", None),
        ("https://v.example/x?expire=-5", None),
        ("https://v.example/x#expire=1761726933", None),
        ("https://v.example/x?u=/{H}/{S}/", None),
    ];
    for (raw, expected) in cases {
        assert_eq!(until(&fill(raw)), expected, "{raw}");
    }
}

/// As in a page's source, where `&` is escaped.
#[test]
fn an_escaped_ampersand_is_an_ampersand() {
    for name in ["expire", "Expires", "x-expires"] {
        let url = format!("https://v.example/x?a=1&{name}=1761726933");
        let clip = Clip::from_play_addr(&url.replace('&', "&amp;"));
        assert_eq!(clip, Clip::from_play_addr(&url));
        assert_eq!(clip.at(UNTIL), Playback::Expired(UNTIL));
    }
}

#[test]
fn the_better_clip_is_the_one_that_works_longer() {
    let until = |time: u64| Clip::from_play_addr(&format!("https://v.example/x?expire={time}"));
    let forever = Clip::from_play_addr("https://v.example/x");
    let ascending = [
        Clip::Missing,
        Clip::Unusable,
        until(5),
        until(UNTIL),
        until((UNTIL + 1) * 1000),
        forever,
    ];
    for (index, better) in ascending.iter().enumerate() {
        for worse in &ascending[..=index] {
            assert_eq!(&better.clone().better(worse.clone()), better);
            assert_eq!(&worse.clone().better(better.clone()), better);
        }
    }
    let other = Clip::from_play_addr("https://v.example/y");
    assert_eq!(&ascending[5].clone().better(other), &ascending[5]);
}

#[test]
fn only_https_urls_are_accepted() {
    let cases = [
        ("", Clip::Missing),
        ("http://v.example/x", Clip::Unusable),
        ("//v.example/x", Clip::Unusable),
        ("v.example/x", Clip::Unusable),
        ("javascript:alert(1)", Clip::Unusable),
        ("data:video/mp4;base64,AA", Clip::Unusable),
        ("blob:https://v.example/x", Clip::Unusable),
        ("sample/clip.mp4", Clip::Unusable),
        ("https://", Clip::Unusable),
        ("https://v.example/a b", Clip::Unusable),
        ("null", Clip::Unusable),
    ];
    for (raw, expected) in cases {
        assert_eq!(Clip::from_play_addr(raw), expected, "{raw:?}");
    }
}

#[test]
fn a_clip_is_playable_until_its_expiry_and_not_at_it() {
    let raw = fill("https://v.example/{H}/{S}/video");
    let playable = Playback::Playable(MediaUrl::https(&raw).unwrap());
    let clip = Clip::from_play_addr(&raw);
    let cases = [
        (0, playable.clone()),
        (UNTIL - 1, playable),
        (UNTIL, Playback::Expired(UNTIL)),
        (UNTIL + 1, Playback::Expired(UNTIL)),
        (u64::MAX, Playback::Expired(UNTIL)),
    ];
    for (now, expected) in cases {
        assert_eq!(clip.at(now), expected, "at {now}");
    }
}

#[test]
fn without_an_expiry_the_clock_does_not_matter() {
    let raw = "https://v.example/video.mp4";
    let url = MediaUrl::https(raw).unwrap();
    for now in [0, UNTIL, u64::MAX] {
        let clip = Clip::from_play_addr(raw);
        assert_eq!(clip.at(now), Playback::Playable(url.clone()));
        assert_eq!(Clip::Missing.at(now), Playback::Missing);
        assert_eq!(Clip::Unusable.at(now), Playback::Unusable);
    }
}

proptest! {
    #[test]
    fn any_text_is_a_clip_of_some_kind(raw in "(https://)?\\PC{0,40}", now in any::<u64>()) {
        let clip = Clip::from_play_addr(&raw);
        prop_assert_eq!(raw.is_empty(), clip == Clip::Missing);
        if let Playback::Playable(url) = clip.at(now) {
            prop_assert!(url.as_str().starts_with("https://"));
        }
    }

    #[test]
    fn both_forms_have_any_time(moment in any::<u32>()) {
        let moment_in_path = format!("https://v.example/{HASH}/{moment:08x}/video");
        let moment_in_query = format!("https://v.example/video?a=b&expire={moment}");
        let in_milliseconds = format!("https://v.example/video?Expires={}", u64::from(moment) * 1000);
        if moment > 100_000_000 {
            prop_assert_eq!(until(&in_milliseconds), Some(moment.into()));
        }
        prop_assert_eq!(until(&moment_in_path), Some(moment.into()));
        prop_assert_eq!(until(&moment_in_query), Some(moment.into()));
    }
}
