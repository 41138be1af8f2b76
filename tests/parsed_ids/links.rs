//! Every form of a link.

use super::{A, B, assert_ids, fill, parse_ids};

#[test]
fn every_form_of_a_link_has_its_id() {
    let hosts = [
        "www.tiktok.com",
        "tiktok.com",
        "m.tiktok.com",
        "us.tiktok.com",
        "lite.tiktok.com",
        "www.tiktokv.com",
        "m.tiktokv.com",
        "tiktokv.com",
        "vm.tiktok.com",
        "vt.tiktok.com",
        "WWW.TikTok.COM",
        "www.tiktok.com:443",
        "www.tiktok.com.",
    ];
    let paths = [
        "/@user/video/{A}",
        "/@some.user_1/photo/{A}",
        "/@/video/{A}",
        "/v/{A}.html",
        "/v/{A}",
        "/share/video/{A}",
        "/embed/{A}",
        "/embed/v2/{A}",
        "/player/v1/{A}",
        "/i18n/share/video/{A}",
        "/%40user/video/{A}",
        "/%40user%2Fvideo%2F{A}",
        "/@user/video/{FULL}",
        "/@user/video/{A}_",
    ];
    let schemes = ["https://", "http://", "HTTPS://", "//", ""];
    let ends = [
        "",
        "/",
        "?lang=en",
        "/?is_from_webapp=1&sender_device=pc",
        "#comments",
        "?a=b,c#d",
        "?",
    ];
    for host in hosts {
        for path in paths {
            for scheme in schemes {
                for end in ends {
                    let text = fill(&format!("{scheme}{host}{path}{end}"));
                    assert_ids(&text, &[A]);
                }
            }
        }
    }
}

#[test]
fn the_id_may_be_in_a_links_query() {
    for text in [
        "https://www.tiktok.com/?item_id={A}",
        "https://www.tiktok.com/foryou?lang=en&item_id={A}#x",
        "m.tiktok.com/h5?share_item_id={A}",
        "https://www.tiktok.com/@user?video_id={A}&x=1",
        "https://www.tiktok.com/x?a=1&amp;aweme_id={A}&amp;b=2",
        "https://vm.tiktok.com/ZMabc/?share_item_id={A}",
        "https://www.tiktok.com/@a/video/12?item_id={A}",
        "https%3A%2F%2Fwww.tiktok.com%2F%40user%2Fvideo%2F{A}%3Flang%3Den",
        r"https:\/\/www.tiktok.com\/@user\/video\/{A}",
        r"https:\u002F\u002Fwww.tiktok.com\u002F@user\u002Fvideo\u002F{A}",
        r"https:\u002f\u002fwww.tiktok.com\u002f?a=1\u0026item_id={A}",
        r"\/@user\/video\/{A}",
        "/@user/video/{A}",
        "@user/video/{A}?lang=en",
        "/embed/v2/{A}#x",
    ] {
        assert_ids(&fill(text), &[A]);
    }
}

/// Links of this page and of the API, pasted alone or among others.
#[test]
fn links_of_this_page_have_their_ids() {
    for text in [
        "https://clipcart.example/?video_ids={A},{B}&page_num=1&page_size=10",
        "https://clipcart.example/tools/?sample=1&video_ids={A},{B}&page_num=2&page_size=5",
        "https://clipcart.example/?video_ids={A},{B}",
        "?page_num=1&page_size=10&video_ids={A},{B}",
        "?page_num=1&page_size=10&video_ids={A},{B}&utm_source=chat",
        "https://clipcart.example/?page_num=1&page_size=10&video_ids={A},{B}&utm_source=chat",
        "https://clipcart.example/?video_ids={A},{B}#x",
        "https://clipcart.example/?video_ids={A},{B}&amp;page_num=2&amp;page_size=5",
        "https://clipcart.example/?video_ids={A},{B}&cc_view=table&cc_selected={A},{B}&cc_region=US,MY",
        "http://127.0.0.1:8080/?video_ids={A}, http://127.0.0.1:8080/?video_ids={B}",
        "http://127.0.0.1:8080/?video_ids={A},http://127.0.0.1:8080/?video_ids={B}",
        "https://api.keyapi.ai/v1/tiktok/video/products/analytics?video_ids={A}%2C{B}&page_num=1&page_size=10",
        "…analytics?video_ids={A}%2C{B}&page_num=1&page_size=10",
        "video_ids={A}%2C{B}&page_num=1",
        "/v1/tiktok/video/products/analytics?video_ids={A},{B}",
        "video_ids={A},{B}&page_num=1&page_size=10",
        "(https://clipcart.example/?video_ids={A},{B})",
    ] {
        assert_ids(&fill(text), &[A, B]);
    }
}

#[test]
fn a_tiktok_link_inside_other_links_has_its_id() {
    let link = |depth: usize| {
        (0..depth).fold(fill("https://www.tiktok.com/@a/video/{A}"), |inner, _| {
            let inner: String = form_urlencoded::byte_serialize(inner.as_bytes()).collect();
            format!("https://safe.example/?url={inner}")
        })
    };
    for text in [
        "https://www.tiktok.com/oembed?url=https://www.tiktok.com/@a/video/{A}",
        "https://www.tiktok.com/oembed?url=https%3A%2F%2Fwww.tiktok.com%2F%40a%2Fvideo%2F{A}&format=json",
        "https://www.tiktok.com/login?redirect_url=https%3A%2F%2Fwww.tiktok.com%2F%40a%2Fvideo%2F{A}%3Flang%3Den&lang=en",
        "https://www.tiktok.com/login?redirect_url=%2F%40a%2Fvideo%2F{A}",
        "https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.tiktok.com%2F%40a%2Fvideo%2F{A}%3Fx%3D1&data=05%7C01%7C&sdata=abc%3D&reserved=0",
        "https://www.google.com/url?sa=t&q=https://www.tiktok.com/@a/video/{A}&usg=x",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fm.tiktok.com%2Fv%2F{A}.html&h=x",
        "https://web.archive.org/web/2025/https://www.tiktok.com/@a/video/{A}",
        "https://urldefense.example/v3/__https://www.tiktok.com/@a/video/{A}__",
        "https://evil.example/?u=//www.tiktok.com/@a/video/{A}",
    ] {
        assert_ids(&fill(text), &[A]);
    }
    for (depth, count) in [(1, 1), (2, 1), (3, 1), (4, 0)] {
        assert_eq!(parse_ids(&link(depth)).ids.len(), count, "{depth}");
    }
    assert_eq!(parse_ids(&"?video_ids=".repeat(20_000)).ids, []);
}
