//! Every reason for an invalid token.

use clipcart::domain::ids::TokenProblem::{
    ExponentForm, ImpossibleDate, LinkWithoutId, LookAlikeHost, LooksRounded, NotANumber,
    OtherSite, OtherThing, ShortLink, TooLong, TooShort,
};

use super::{fill, ids, invalid, parse_ids};

#[test]
fn an_invalid_token_has_its_reason() {
    let cases = [
        ("https://vm.tiktok.com/ZMabc123/", ShortLink),
        ("vt.tiktok.com/ZSabc", ShortLink),
        ("HTTPS://VM.TIKTOK.COM/ZMabc", ShortLink),
        ("https://www.tiktok.com/t/ZTabc/", ShortLink),
        ("tiktok.com/t/ZTabc?x=1", ShortLink),
        (
            "https://tiktok.com.evil.example/@a/video/{A}",
            LookAlikeHost,
        ),
        ("nottiktok.com/@a/video/{A}", LookAlikeHost),
        (
            "https://www.tiktok.com@evil.example/@a/video/{A}",
            LookAlikeHost,
        ),
        ("www.tiktok.com@evil.example/@a/video/{A}", LookAlikeHost),
        (
            "https://www.tiktok.com:x@evil.example/@a/video/{A}",
            LookAlikeHost,
        ),
        (
            "https://www.tiktok.com:443@evil.example/@a/video/{A}",
            LookAlikeHost,
        ),
        (
            "https://evil.example%2f.tiktok.com/@a/video/{A}",
            LookAlikeHost,
        ),
        ("//www.tiktok.co/@a/video/{A}", LookAlikeHost),
        ("https://tiktok.com-x.example/v/{A}.html", LookAlikeHost),
        ("https://evil.example/@a/video/{A}", OtherSite),
        (
            "https://evil.example\\@www.tiktok.com/@a/video/{A}",
            OtherSite,
        ),
        (
            "https://evil.example/@www.tiktok.com/@a/video/{A}",
            OtherSite,
        ),
        (
            "https://evil.example/?u=https://nottiktok.com/@a/video/{A}",
            OtherSite,
        ),
        ("https://evil.example/?u=/@a/video/{A}", OtherSite),
        (
            "https://evil.example/?u=https%3A%2F%2Fvm.tiktok.com%2FZMabc",
            ShortLink,
        ),
        ("nottiktokv.com/share/video/{A}/", LookAlikeHost),
        (
            "https://tiktokv.com.evil.example/share/video/{A}/",
            LookAlikeHost,
        ),
        ("m.tiktokv.co/share/video/{A}/", LookAlikeHost),
        (
            "https://v19.tiktokcdn-us.com/f5db/6901d1d5/video/tos/x/?a=1233",
            LinkWithoutId,
        ),
        (
            "https://v19.tiktokcdn-us.com.evil.example/v/{A}",
            LookAlikeHost,
        ),
        (
            "https://evil.example#@www.tiktok.com/@a/video/{A}",
            OtherSite,
        ),
        ("https://www.tiкtok.com/@a/video/{A}", OtherSite),
        ("evil.example?video_id={A}", OtherSite),
        ("youtube.com/watch?v=abc", OtherSite),
        ("http://localhost", OtherSite),
        ("ftp://www.tiktok.com/@a/video/{A}", OtherSite),
        ("https://", OtherSite),
        ("https://www.tiktok.com/@user", LinkWithoutId),
        ("www.tiktok.com", LinkWithoutId),
        ("https://www.tiktok.com/", LinkWithoutId),
        ("https://www.tiktok.com/@user/live", LinkWithoutId),
        ("https://www.tiktok.com/search?q={A}", LinkWithoutId),
        ("https://www.tiktok.com/music/sound-{A}", LinkWithoutId),
        ("https://www.tiktok.com/music/原声-{A}", LinkWithoutId),
        ("https://shop.tiktok.com/view/product/{A}", LinkWithoutId),
        ("https://www.tiktok.com/@user/video/", LinkWithoutId),
        ("https://www.tiktok.com/x?item_id=", LinkWithoutId),
        ("https://www.tiktok.com/@a/video/12345", TooShort),
        ("https://www.tiktok.com/?item_id=12345", TooShort),
        ("https://www.tiktok.com/@a/video/{A}99", TooLong),
        ("https://www.tiktok.com/@a/video/{A}x", NotANumber),
        ("12345", TooShort),
        ("12345678901234", TooShort),
        ("{A}{A}", TooLong),
        ("99999999999999999999", TooLong),
        ("7.52178E+18", ExponentForm),
        ("7,52178E+18", ExponentForm),
        ("7.52178e18", ExponentForm),
        ("7E+18", ExponentForm),
        ("７,５２E+18", ExponentForm),
        ("7.521783049722285367E+18", ExponentForm),
        ("7678907398077074000", LooksRounded),
        ("7521783049722290000", LooksRounded),
        ("7521783049722285056", LooksRounded),
        ("7521783049722285056.0", LooksRounded),
        (
            "https://www.tiktok.com/@a/video/7521783049722290000",
            LooksRounded,
        ),
        ("8521783049722285367", ImpossibleDate { year: 2032 }),
        ("{P}", ImpossibleDate { year: 1982 }),
        ("4111111111111111", TooShort),
        ("123456789012345", TooShort),
        ("7521783049722285", TooShort),
        ("https:/tiktok.evil.example/@a/video/{A}", LookAlikeHost),
        ("https:\\\\evil.example\\video\\{A}", OtherSite),
        ("advertiser_id={A}", OtherThing),
        ("18446744073709551615", ImpossibleDate { year: 2106 }),
        (
            "https://www.tiktok.com/@a/video/8521783049722285367",
            ImpossibleDate { year: 2032 },
        ),
        ("product_id:{P}", OtherThing),
        ("user_id={A}", OtherThing),
        ("order_id:{A}", OtherThing),
        ("room_id:{A}", OtherThing),
        ("uid:{A}", OtherThing),
        ("UserId={A}", OtherThing),
        ("shop-id:{A}", OtherThing),
        ("order={A}", OtherThing),
        ("uid{A}", OtherThing),
        ("?user_id={A}&x=1", OtherThing),
        ("{A}x", NotANumber),
        ("@handle", NotANumber),
        ("and/or", NotANumber),
        ("7.5/10", NotANumber),
        ("me@tiktok.com", NotANumber),
    ];
    for (text, reason) in cases {
        let text = fill(text);
        let parsed_ids = parse_ids(&text);
        assert_eq!(
            (ids(&parsed_ids), invalid(&parsed_ids)),
            (vec![], vec![(text.as_str(), reason)])
        );
    }
}
