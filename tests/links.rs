//! URLs that the page may load, ids in URLs, and links to TikTok.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::domain::ids::VideoId;
use clipcart::domain::videos::links::{
    DigitId, MediaUrl, creator_page, player_frame, product_page, video_page,
};
use proptest::prelude::*;

fn video() -> VideoId {
    "7521783049722285367".parse().unwrap()
}

#[test]
fn only_https_with_a_plain_host_is_accepted() {
    let good = [
        "https://cdn.example/1.jpeg",
        "https://cdn.example",
        "https://cdn.example:8443/x?a=1&b=%2F#t",
        "https://cdn.example?x",
        "HTTPS://cdn.example/x",
        "https://1.2.3.4/x",
        "https://xn--fiqs8s.example/中文",
        "https://cdn.example/a'b(c)",
        "https://cdn.example/@user",
    ];
    for raw in good {
        let url = MediaUrl::https(raw);
        assert_eq!(url.as_ref().map(MediaUrl::as_str), Some(raw));
    }
    let bad = [
        "",
        "https://",
        "https:///x",
        "https://?x",
        "https:/cdn.example/x",
        "https:cdn.example",
        "http://cdn.example/x",
        "//cdn.example/x",
        "/x",
        "cdn.example/x",
        " https://cdn.example/x",
        "https://cdn.example/x ",
        "https://cdn.example/a b",
        "https://cdn.example/a\nb",
        "https://cdn.example/a\"b",
        "https://cdn.example/<b>",
        "https://cdn.example\\@evil.example/",
        "https://user@evil.example/",
        "https://user:password@evil.example/",
        "https://cdn.example/\u{7f}",
        "https://.example/",
        "https://中文.example/",
        "javascript:alert(1)",
        "javascript://https://x",
        "data:text/html,x",
        "blob:https://cdn.example/x",
        "file:///etc/passwd",
    ];
    for raw in bad {
        assert_eq!(MediaUrl::https(raw), None, "{raw:?}");
    }
}

#[test]
fn files_of_the_sample_stay_in_their_folder() {
    for raw in ["sample/clip.mp4", "sample/covers/1.svg", "sample/a-b.svg"] {
        let url = MediaUrl::bundled(raw);
        assert_eq!(url.as_ref().map(MediaUrl::as_str), Some(raw));
        assert_eq!(MediaUrl::https(raw), None, "{raw}");
    }
    let bad = [
        "",
        "clip.mp4",
        "/sample/clip.mp4",
        "./sample/clip.mp4",
        "samples/clip.mp4",
        "sample/../config.json",
        "sample/..",
        "sample/a b",
        "sample/%2e%2e/config.json",
        "sample/x?y",
        "sample/x#y",
        "sample\\x",
        "sample/x:y",
        "https://cdn.example/sample/x",
    ];
    for raw in bad {
        assert_eq!(MediaUrl::bundled(raw), None, "{raw:?}");
    }
}

#[test]
fn ids_in_links_are_digits() {
    let longest = "1".repeat(32);
    for raw in ["1", "1729422228922143703", "007", &longest] {
        assert_eq!(DigitId::new(raw).unwrap().as_str(), raw);
    }
    let too_long = "1".repeat(33);
    let bad = [
        "", "0", "000", " 1", "1 ", "-1", "1.5", "1e3", "a", "１", "1/2", "1?x", &too_long,
    ];
    for raw in bad {
        assert_eq!(DigitId::new(raw), None, "{raw:?}");
    }
}

#[test]
fn links_to_tiktok_are_the_documented_ones() {
    let id = |raw| DigitId::new(raw).unwrap();
    let product = id("1729422228922143703");
    let cases = [
        (
            video_page(video()),
            "https://www.tiktok.com/@_/video/7521783049722285367",
        ),
        (
            player_frame(video()),
            "https://www.tiktok.com/player/v1/7521783049722285367",
        ),
        (
            creator_page(&id("7190508362273735722")),
            "https://www.tiktok.com/share/user/7190508362273735722",
        ),
        (
            product_page(&product, Some("US"), "en"),
            "https://shop.tiktok.com/view/product/1729422228922143703?region=US&locale=en",
        ),
        (
            product_page(&product, None, "zh-CN"),
            "https://shop.tiktok.com/view/product/1729422228922143703?locale=zh-CN",
        ),
    ];
    for (ours, documented) in cases {
        assert_eq!(ours, documented);
    }
}

proptest! {
    #[test]
    fn any_accepted_url_is_safe_in_an_attribute(raw in "(https://|HTTPS://|sample/)?\\PC{0,30}") {
        for url in [MediaUrl::https(&raw), MediaUrl::bundled(&raw)].into_iter().flatten() {
            prop_assert_eq!(url.as_str(), &*raw);
            prop_assert!(!raw.contains(['"', '<', '>', '\\', ' ']));
            let lower = raw.to_ascii_lowercase();
            prop_assert!(lower.starts_with("https://") || lower.starts_with("sample/"));
        }
    }

    #[test]
    fn every_way_to_read_an_id_agrees(raw in "[0-9a-z]{0,34}") {
        let digits = raw.len() <= 32 && raw.chars().all(|c| c.is_ascii_digit());
        let not_zero = raw.chars().any(|c| c != '0');
        prop_assert_eq!(DigitId::new(&raw).is_some(), digits && not_zero);
    }
}
