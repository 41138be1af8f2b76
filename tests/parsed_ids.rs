//! Pasted text: every form of ids and links, every reason for an invalid token, and properties of any text.
#![cfg(not(target_arch = "wasm32"))]

use std::cell::Cell;
use std::time::{Duration, Instant};

use clipcart::domain::ids::TokenProblem::{
    ExponentForm, ImpossibleDate, LinkWithoutId, LookAlikeHost, LooksRounded, NotANumber,
    OtherSite, OtherThing, ShortLink, TooLong, TooShort,
};
use clipcart::domain::ids::chars::ascii_digit;
use clipcart::domain::ids::excerpt::{excerpt, is_long};
use clipcart::domain::ids::items::{read_items, read_items_in_parts};
use clipcart::domain::ids::parsed_ids::{self, ParsedIds};
use clipcart::domain::ids::rules::{IdRules, looks_rounded};
use clipcart::domain::ids::{IdsProblem, TokenProblem, VideoId, VideoIds};
use futures_util::FutureExt;
use proptest::prelude::*;

const A: &str = "7521783049722285367";
const B: &str = "7190508362273735722";
const FULL_WIDTH_A: &str = "７５２１７８３０４９７２２２８５３６７";
/// A product's id.
const PRODUCT: &str = "1729422228922143703";
/// 2026-11-28 in Unix seconds.
const NOW: u64 = 1_795_824_000;

const RULES: IdRules = IdRules {
    now: NOW,
    allows_rounded: false,
};

fn parse_ids(text: &str) -> ParsedIds {
    parsed_ids::parse_ids(text, RULES)
}

/// The ids as text.
fn ids(parsed_ids: &ParsedIds) -> Vec<String> {
    parsed_ids.ids.iter().map(VideoId::to_string).collect()
}

fn invalid(parsed_ids: &ParsedIds) -> Vec<(&str, TokenProblem)> {
    let tokens = parsed_ids.invalid.iter();
    tokens.map(|r| (r.token.as_str(), r.reason)).collect()
}

/// Asserts that a text has exactly these ids, and nothing that was refused.
#[track_caller]
fn assert_ids(text: &str, expected: &[&str]) {
    let parsed_ids = parse_ids(text);
    assert_eq!(
        (ids(&parsed_ids), invalid(&parsed_ids)),
        (expected.iter().map(ToString::to_string).collect(), vec![]),
        "{text:?}"
    );
}

/// In the tables, `{A}` and `{B}` are two ids and `{P}` a product's, so that the rows are readable.
fn fill(text: &str) -> String {
    text.replace("{A}", A)
        .replace("{B}", B)
        .replace("{P}", PRODUCT)
        .replace("{FULL}", FULL_WIDTH_A)
}

#[test]
fn an_id_is_fifteen_to_twenty_digits_within_64_bits() {
    let cases: [(&str, Result<&str, TokenProblem>); 13] = [
        (A, Ok(A)),
        ("123456789012345", Ok("123456789012345")),
        ("18446744073709551615", Ok("18446744073709551615")),
        ("07521783049722285367", Ok(A)),
        ("18446744073709551616", Err(TooLong)),
        ("123456789012345678901", Err(TooLong)),
        ("12345678901234", Err(TooShort)),
        ("000000000000000", Err(TooShort)),
        ("", Err(NotANumber)),
        ("+7521783049722285367", Err(NotANumber)),
        (" 7521783049722285367", Err(NotANumber)),
        (FULL_WIDTH_A, Err(NotANumber)),
        ("7.52178E+18", Err(NotANumber)),
    ];
    for (text, expected) in cases {
        let read = text.parse::<VideoId>().map(|id| id.to_string());
        assert_eq!(read, expected.map(str::to_owned), "{text}");
    }
}

#[test]
fn an_id_has_the_time_of_publication() {
    // 2025-06-30 16:39:48 UTC; the example's create_time is 15 s later.
    assert_eq!(
        A.parse::<VideoId>().map(VideoId::published),
        Ok(1_751_301_588)
    );
}

#[test]
fn a_set_keeps_the_order_removes_duplicates_and_has_limits() {
    let id = |n: u64| {
        (A.parse::<u64>().unwrap() + n)
            .to_string()
            .parse::<VideoId>()
            .unwrap()
    };
    let set = VideoIds::new([id(2), id(0), id(2), id(1), id(0)]).unwrap();
    assert_eq!(set.iter().collect::<Vec<_>>(), [id(2), id(0), id(1)]);
    assert_eq!(set.to_string(), format!("{},{},{}", id(2), id(0), id(1)));
    assert_eq!(
        (set.len(), set.contains(id(1)), set.contains(id(3))),
        (3, true, false)
    );

    assert_eq!(VideoIds::new([]), Err(IdsProblem::Empty));
    assert_eq!(
        VideoIds::new((0..10_000).chain(0..10_000).map(id)).map(|set| set.len()),
        Ok(10_000)
    );
    assert_eq!(
        VideoIds::new((0..10_001).map(id)),
        Err(IdsProblem::TooMany {
            count: 10_001,
            max: 10_000
        })
    );
    assert_eq!(
        VideoIds::up_to(200, (0..200).chain(0..200).map(id)).map(|set| set.len()),
        Ok(200)
    );
    assert_eq!(
        VideoIds::up_to(200, (0..201).map(id)),
        Err(IdsProblem::TooMany {
            count: 201,
            max: 200
        })
    );
}

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

#[test]
fn two_tokens_are_split_whatever_is_between_them() {
    for text in [
        "{A} {B}",
        "{A}\n{B}",
        "{A}\r\n{B}\r\n",
        "{A}\t{B}",
        "{A},{B}",
        "{A}, {B},",
        "{A}，{B}",
        "{A}、{B}",
        "{A};{B}",
        "{A}；{B}",
        "{A}|{B}",
        "{A}\u{3000}{B}",
        "{A}\u{a0}{B}",
        "\u{feff}{A}\n\u{200b}{B}\u{200b}",
        "\u{202a}{A}\u{202c} {B}",
        "\"{A}\",\"{B}\"",
        "“{A}” “{B}”",
        "'{A}\n'{B}",
        "['{A}', '{B}']",
        "「{A}」「{B}」",
        "[{A},{B}]",
        "（{A}）（{B}）",
        "【{A}】{B}",
        "=\"{A}\"\t=\"{B}\"",
        "- {A}\n- {B}",
        "• {A}\n• {B}",
        "#{A} {B}.",
        "{FULL} {B}",
        "id:{A} video_id={B}",
        "`{A}` **{B}**",
        "https://www.tiktok.com/@a/video/{A},{B}",
        "https://www.tiktok.com/@a/video/{A}?x=1,{B}",
        "https://www.tiktok.com/@a/video/{A}?x=1,https://www.tiktok.com/@b/video/{B}?y=2",
        "https://www.tiktok.com/@a/video/{A}?x=1,y,//www.tiktok.com/@b/video/{B}",
        "https://www.tiktok.com/@a/video/{A}?x=1;www.tiktok.com/@b/video/{B}",
        "www.tiktok.com/@a/video/{A}?x=1,m.tiktok.com/v/{B}.html",
        "www.tiktok.com/@a/video/{A}?x=1,\"{B}\"",
        "https://www.tiktok.com/@a/video/{A}https://www.tiktok.com/@b/video/{B}",
        "https://www.tiktok.com/@a/video/{A}?lang=enhttps://www.tiktok.com/@b/video/{B}",
        "https://www.tiktok.com/@a/video/{A}，{B}",
        "<https://www.tiktok.com/@a/video/{A}> (https://www.tiktok.com/@b/video/{B})",
        "https://www.tiktok.com/@a/video/{A}?x=1,\nhttps://www.tiktok.com/@b/video/{B}.",
        "{A}،{B}",
        "{A}؛{B}",
        "{A}۔{B}",
        "{A}।{B}",
        "{A}・{B}",
        "{A}👍{B}",
        "{A}→{B}",
        "\u{61c}{A}\u{34f} \u{feff}{B}\u{fe0f}",
        "٧٥٢١٧٨٣٠٤٩٧٢٢٢٨٥٣٦٧ ७१९०५०८३६२२७३७३५७२२",
        "๗๕๒๑๗๘๓๐๔๙๗๒๒๒๘๕๓๖๗ 𝟟𝟙𝟡𝟘𝟝𝟘𝟠𝟛𝟞𝟚𝟚𝟟𝟛𝟟𝟛𝟝𝟟𝟚𝟚",
        "_{A}_ ~~{B}~~",
        "__{A}__ ***{B}***",
        "_https://www.tiktok.com/@user/video/{A}_ *https://www.tiktok.com/@user/video/{B}*",
        "~~https://www.tiktok.com/@user/video/{A}~~ {B}",
        "1. {A}\n2. {B}",
        "1.{A}\n2.{B}",
        "1) {A}\n2) {B}",
        " (1) {A}\r\n (2) {B}",
        "1、{A}\n2、{B}",
        "1．{A}\n１０．{B}",
        "1: {A}\n2： {B}",
        "1️⃣ {A}\n2️⃣ {B}",
        "① {A}\n② {B}",
        "-{A}\n+{B}",
        "user_{A}.mp4 {B}.mp4",
        "C:\\clips\\{A}.mp4 {B}_1080p.mov",
        "{A}:{B}",
        "{A}={B}",
        "{A}/{B}",
        "{A}_{B}",
        "{A}-{B}",
        "{A}+{B}",
        "{A}&{B}",
        "{A}\\{B}",
        "{A}.0 {B}.00",
        "ID{A} vid{B}",
        "ids: {A}, {B}",
        "7,521,783,049,722,285,367 {B}",
        "7.521.783.049.722.285.367;7.190.508.362.273.735.722",
        "7'521'783'049'722'285'367, 7\u{202f}190\u{202f}508\u{202f}362\u{202f}273\u{202f}735\u{202f}722",
        "Video IDs: {A}; {B}",
        "视频 ID：{A}、{B}",
        "video={A}&aweme_id={B}",
        "localhost:80/x?id={A} {B}",
        "video_id\n{A}\n{B}",
        "ID\n{A}\n{B}",
        "video_id,caption,views\n{A},best buy ever,33635675\n{B},Đẹp,1",
        "Caption\tVideo ID\nso good, \"and\" cheap\t{A}\nx\t{B}",
        "\"video_id\";\"caption\"\n\"{A}\";\"two\nlines; and more\"\n\"{B}\";\"\"",
        "| video_id | views |\n| --- | --- |\n| {A} | 5 |\n| {B} | 6 |",
        "视频ID,标题\n{A},好\n{B},很好",
        "[{\"video_id\": \"{A}\", \"video_desc\": \"words\"}, {\"video_id\": {B}}]",
        "{\"videoIds\": [\"{A}\",\n {B}]}",
        "{'video_id': '{A}'}\n{'video_id': '{B}'}",
    ] {
        assert_ids(&fill(text), &[A, B]);
    }
}

#[test]
fn text_around_an_id_is_a_token_of_its_own() {
    let cases: [(&str, &[&str]); 12] = [
        (
            "看这个 https://www.tiktok.com/@a/video/{A} 很好",
            &["看这个", "很好"],
        ),
        (
            "看这个https://www.tiktok.com/@a/video/{A}，很好",
            &["看这个", "很好"],
        ),
        ("https://www.tiktok.com/@a/video/{A}】很好", &["很好"]),
        ("https://www.tiktok.com/@a/video/{A}很好", &["很好"]),
        ("https://www.tiktok.com/@a/video/{A}?lang=en很好", &["很好"]),
        ("短片{A}很好", &["短片", "很好"]),
        ("ดู{A}", &["ดู"]),
        ("[look](https://www.tiktok.com/@a/video/{A})", &["look"]),
        ("{\"video_id\":{A},\"n\":\"x\"", &["n", "x"]),
        ("don't don’t {A}", &["don't", "don’t"]),
        ("https://www.tiktok.com/@a/video/{A},Caption", &["Caption"]),
        ("@handle {A} @@", &["@handle"]),
    ];
    for (text, words) in cases {
        let parsed_ids = parse_ids(&fill(text));
        let words: Vec<_> = words.iter().map(|word| (*word, NotANumber)).collect();
        assert_eq!(
            (ids(&parsed_ids), invalid(&parsed_ids)),
            (vec![A.to_owned()], words),
            "{text}"
        );
    }
}

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

#[test]
fn text_without_tokens() {
    for text in [
        "",
        " \n\t",
        ",,，、;；|",
        "\u{feff}\u{200b}",
        "- * — … “” []",
        "''",
    ] {
        assert_eq!(parse_ids(text), ParsedIds::default(), "{text:?}");
    }
}

#[test]
fn duplicates_are_counted_across_forms() {
    let parsed_ids = parse_ids(&fill("{A} {B} tiktok.com/v/{A}.html {FULL} nonsense {B}"));
    assert_eq!(
        (ids(&parsed_ids), parsed_ids.duplicates),
        (vec![A.to_owned(), B.to_owned()], 3)
    );
}

#[test]
fn a_long_token_is_cut_between_characters() {
    for (text, expected) in [
        ("é".repeat(120), "é".repeat(120)),
        ("é".repeat(121), "é".repeat(119) + "…"),
    ] {
        assert_eq!(
            invalid(&parse_ids(&text)),
            [(expected.as_str(), NotANumber)]
        );
    }
}

#[test]
fn a_megabyte_of_anything_is_read_in_time() {
    // A limit far above the linear time of a debug build, and far below any quadratic one.
    const PATIENCE: Duration = Duration::from_secs(20);
    let units = [
        "x",
        "1",
        "/",
        ",",
        "?,",
        "/?,",
        "/?,a",
        "http://",
        "https://",
        "a/?x,https:/",
        "看x",
        "x ",
        "%2f",
        "//",
        "www.tiktok.com",
        "/v",
        "tiktok.com/?,t",
        "é",
        ":",
        "=",
        "@",
        "a.",
        "&item_id=1",
        "7521783049722285367,",
    ];
    for unit in units {
        let text = unit.repeat(1_000_000 / unit.len());
        let start = Instant::now();
        std::hint::black_box(parse_ids(&text));
        assert!(
            start.elapsed() < PATIENCE,
            "{unit:?} took {:?}",
            start.elapsed()
        );
    }
}

/// Any possible id that does not look rounded, from 2016 to tomorrow.
fn any_id() -> impl Strategy<Value = VideoId> {
    let id = |n: u64| n.to_string().parse::<VideoId>().unwrap();
    (1_451_606_400 << 32..(NOW + 86_400) << 32)
        .prop_map(id)
        .prop_filter("rounded", |id| !looks_rounded(*id))
}

/// Any white space, and any punctuation and symbol beyond ASCII, but not quotes, which occur in words.
fn any_unicode_separator() -> impl Strategy<Value = String> {
    "[\\p{Z}\\p{P}\\p{S}&&[^ -~‘’]]"
}

/// A number in the digits of any script.
fn in_digits(number: u64, zero: char) -> String {
    let digits = number.to_string().into_bytes();
    let digit = |b: u8| char::from_u32(zero as u32 + u32::from(b - b'0')).unwrap();
    digits.into_iter().map(digit).collect()
}

fn any_separator() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        " ",
        "\n",
        "\r\n",
        "\t",
        ",",
        ", ",
        "，",
        "、",
        ";",
        "；",
        "|",
        "\u{3000}",
        "\u{a0}",
        "\" \"",
        "”“",
        " '",
        "」「",
        "\u{200b} ",
        "][",
        "）（",
        "—",
        " - ",
    ]);
    let one = prop_oneof![known.prop_map(str::to_owned), any_unicode_separator()];
    prop::collection::vec(one, 1..3).prop_map(|several| several.concat())
}

/// Text with parts of links and ids. Random text would hardly ever match a rule.
fn any_junk() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        any::<String>(),
        "[0-9]{13,22}",
        "[ -~]{0,12}",
        prop::sample::select(vec![
            "https://",
            "//",
            "www.tiktok.com",
            "/@a/video/",
            "?",
            "&",
            "item_id=",
            ",",
            "，",
            "中文",
            "%",
            "%2F",
            "\u{200b}",
            "\\/",
            "@",
            "'",
            "vm.tiktok.com/",
            "７",
            "#",
            "http%3A%2F%2F",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

/// Text with ids and other long numbers, names and punctuation, such as tables, lists and JSON have them.
fn any_text_without_links() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        any_id().prop_map(|id| id.to_string()),
        any_id().prop_map(|id| in_digits(id.get(), '٠')),
        "[0-9]{13,22}",
        "[ -~&&[^/%]]{0,8}",
        prop::sample::select(vec![
            PRODUCT,
            ",",
            "，",
            "\t",
            "\n",
            ":",
            "=",
            "\"",
            "{",
            "}",
            "[",
            "]",
            "|",
            ";",
            "_",
            ".",
            "-",
            " ",
            "e",
            "E+18",
            "video_id",
            "product_id",
            "user_id",
            "ids",
            "1. ",
            "中文",
            "x",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(part, 0..16).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn ids_are_found_among_any_separators(
        list in prop::collection::vec((any_id(), any_separator()), 1..30),
    ) {
        let text: String = list.iter().map(|(id, between)| format!("{id}{between}")).collect();
        let parsed_ids = parse_ids(&text);
        let expected = VideoIds::new(list.iter().map(|(id, _)| *id)).unwrap();
        prop_assert_eq!(&parsed_ids.invalid, &[]);
        prop_assert_eq!(parsed_ids.duplicates, list.len() - expected.len());
        prop_assert_eq!(VideoIds::new(parsed_ids.ids), Ok(expected));
    }

    #[test]
    fn links_are_found_among_any_separators(
        list in prop::collection::vec((any_id(), any_separator()), 1..10),
    ) {
        let link = |(id, between): &(VideoId, String)| format!("https://www.tiktok.com/@a/video/{id}?x=y{between}");
        let parsed_ids = parse_ids(&list.iter().map(link).collect::<String>());
        prop_assert_eq!(&parsed_ids.invalid, &[]);
        prop_assert_eq!(parsed_ids.ids.len() + parsed_ids.duplicates, list.len());
    }

    #[test]
    fn junk_never_panics_and_has_no_invented_ids(text in any_junk()) {
        let parsed_ids = parse_ids(&text);
        // As a user sees it: without invisible or encoded characters, and with full-width digits as ASCII.
        let decoded: Vec<u8> = form_urlencoded::parse(text.replace(['&', '='], "").as_bytes())
            .flat_map(|(name, _)| name.into_owned().into_bytes())
            .collect();
        let seen = |text: &str| text.chars().map(ascii_digit).filter(char::is_ascii).collect::<String>();
        let (plain, decoded) = (seen(&text), seen(&String::from_utf8_lossy(&decoded)));
        for id in parsed_ids.ids {
            let id = id.to_string();
            prop_assert!(plain.contains(&id) || decoded.contains(&id), "{id}");
        }
        for invalid in parsed_ids.invalid {
            prop_assert!((1..=120).contains(&invalid.token.chars().count()));
        }
    }

    /// All decimal digits of Unicode: in order, and each with its value.
    #[test]
    fn ids_are_read_in_any_digits(id in any_id(), zero in "\\p{Nd}") {
        let digit = zero.chars().next().unwrap();
        let value = ascii_digit(digit).to_digit(10).unwrap();
        let zero = char::from_u32(digit as u32 - value).unwrap();
        let parsed_ids = parse_ids(&in_digits(id.get(), zero));
        prop_assert_eq!((parsed_ids.ids, parsed_ids.invalid), (vec![id], vec![]));
    }

    /// Each number of 15 to 20 digits is an id, or is among what was refused.
    #[test]
    fn nothing_vanishes(text in any_text_without_links()) {
        let parsed_ids = parse_ids(&text);
        let plain: String = text.chars().map(ascii_digit).collect();
        let refused: Vec<String> = parsed_ids.invalid.iter().map(|invalid| invalid.token.chars().map(ascii_digit).collect()).collect();
        let numbers = plain.split(|c: char| !c.is_ascii_digit());
        for number in numbers.filter(|number| (15..=20).contains(&number.len())) {
            let is_id = parsed_ids.ids.iter().any(|id| id.to_string() == number.trim_start_matches('0'));
            // Of a long link only the beginning is listed.
            let is_in = |token: &String| match token.strip_suffix('…') {
                Some(start) => plain.split_whitespace().any(|word| word.contains(start) && word.contains(number)),
                None => token.contains(number),
            };
            prop_assert!(is_id || refused.iter().any(is_in), "{} in {:?}", number, parsed_ids);
        }
    }

    /// A link whose ids are not any is listed itself.
    #[test]
    fn each_link_is_an_item(ids in "[ -~&&[^&#]]{0,12}", more in "(&page_num=[0-9]{1,20})?") {
        for start in ["?", "https://clipcart.example/?", "https://api.example/analytics?page_size=10&"] {
            let text = format!("{start}video_ids={ids}{more}");
            let parsed_ids = parse_ids(&text);
            prop_assert!(parsed_ids.ids.len() + parsed_ids.invalid.len() > 0, "{}", text);
        }
    }

    #[test]
    fn an_id_round_trips(id in any_id()) {
        prop_assert_eq!(id.to_string().parse(), Ok(id));
    }
}

proptest! {
    // Each text has some 10,000 tokens.
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn a_text_in_parts_has_the_same_items(
        text in any_text_without_links(),
        header in prop::sample::select(vec!["", "video_id\tnote\n"]),
    ) {
        let text = format!("{header}{}", format!("{text}\n").repeat(1_000));
        let read = read_items_in_parts(&text, RULES, async || true).now_or_never().unwrap();
        prop_assert_eq!(read, Some(read_items(&text, RULES)));
    }
}

/// After each part the text may be superseded by another one.
#[test]
fn a_text_that_is_not_wanted_is_not_read_to_its_end() {
    let text = fill("{A}\n").repeat(10_000);
    let parts = Cell::new(0);
    let should_continue = async || {
        parts.set(parts.get() + 1);
        parts.get() < 3
    };
    let read = read_items_in_parts(&text, RULES, should_continue).now_or_never();
    assert_eq!((read, parts.get()), (Some(None), 3));
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

/// The numbers that a name says are not of videos are refused, and the videos beside them are found.
#[test]
fn names_say_what_a_number_is() {
    let example = include_str!("fixtures/documented-example.json");
    let cases: [(&str, &[&str], &[&str]); 25] = [
        ("product_id: {P}\nvideo_id: {A}", &[A], &[PRODUCT]),
        ("\"user_id\": \"{B}\", \"video_id\": \"{A}\"", &[A], &[B]),
        ("user_id = {B}\n{A}", &[A], &[B]),
        ("product IDs: {P}, {B}\n{A}", &[A], &[PRODUCT, B]),
        (
            "\"user_ids\": [\n\"{B}\",\n\"{P}\"\n]\n{A}",
            &[A],
            &[B, PRODUCT],
        ),
        ("商品ID：{B} 视频ID：{A}", &[A], &[B]),
        ("用户 ID: {B}；视频: {A}", &[A], &[B]),
        ("{A}:{P}", &[A], &[PRODUCT]),
        (
            "video_id,product_id,user_id\n{A},{P},{B}",
            &[A],
            &[PRODUCT, B],
        ),
        ("user_id\tvideo_id\n{B}\t{A}\n", &[A], &[B]),
        (
            "Creator ID;Video ID;Caption\n\"{B}\";\"{A}\";\"a;b\"",
            &[A],
            &[B],
        ),
        ("user_id\n{B}\n", &[], &[B]),
        (
            "[{\"author\":{\"id\":\"{B}\",\"uid\":{B}},\"aweme_id\":\"{A}\"}]",
            &[B, A],
            &[B],
        ),
        (example, &[A], &[PRODUCT, B]),
        ("Account ID,Video ID\n{B},{A}", &[A], &[B]),
        ("Comment ID: {B}\nMy ID: {A}", &[A], &[B]),
        ("video_id,orders,creator\n{A},12,Anna Lee", &[A], &[]),
        (
            "video_id,\"GMV\n(US$)\",product_id\n{A},5,{P}",
            &[A],
            &[PRODUCT],
        ),
        ("{\"{A}\":{\"product_id\":\"{P}\"}}", &[A], &[PRODUCT]),
        ("{\"video_id\":\"{A}\",\"video_id\":\"{B}\"}", &[A, B], &[]),
        ("[{\"video_id\":-{A}}]", &[A], &[]),
        // Sentences.
        ("Best videos of our store: {A}, {B}", &[A, B], &[]),
        ("These are from our live, please check\n{A}", &[A], &[]),
        ("Invalid: {A}\nkids: {B}", &[A, B], &[]),
        ("video_id,\"x\n{A}\n{B}", &[A, B], &[]),
    ];
    for (text, expected, refused) in cases {
        let parsed_ids = parse_ids(&fill(text));
        assert_eq!(ids(&parsed_ids), expected, "{text}");
        let refused_ids: Vec<&str> = invalid(&parsed_ids)
            .into_iter()
            .filter(|(_, reason)| matches!(reason, OtherThing | ImpossibleDate { .. }))
            .map(|(token, _)| token)
            .collect();
        assert_eq!(refused_ids, refused, "{text}");
    }
}

/// From 2016 to tomorrow.
#[test]
fn an_id_has_a_possible_date() {
    let id = |seconds: u64| (seconds << 32 | 1).to_string();
    let cases = [
        (1_451_606_399, false),
        (1_451_606_400, true),
        (NOW, true),
        (NOW + 86_400, true),
        (NOW + 86_401, false),
    ];
    for (published, is_possible) in cases {
        let parsed_ids = parse_ids(&id(published));
        assert_eq!(
            parsed_ids.ids.len(),
            usize::from(is_possible),
            "{published}"
        );
    }
}

#[test]
fn rounded_ids_are_used_once_they_are_allowed() {
    let text =
        fill("{A} 7678907398077074000 https://www.tiktok.com/@a/video/7521783049722285056 {B}");
    let refused = parse_ids(&text);
    assert_eq!(ids(&refused), [A, B]);
    assert_eq!((refused.rounded, refused.invalid.len()), (2, 2));
    let rules = IdRules {
        now: NOW,
        allows_rounded: true,
    };
    let separated = parse_ids("7,521,783,049,722,290,000");
    assert_eq!(invalid(&separated), [("7521783049722290000", LooksRounded)]);
    let in_json = parse_ids("[{\"video_id\": 7.52178e+18}]");
    assert_eq!(invalid(&in_json), [("7521780000000000000", LooksRounded)]);
    let allowed = parsed_ids::parse_ids(&text, rules);
    assert_eq!(
        ids(&allowed),
        [A, "7678907398077074000", "7521783049722285056", B]
    );
    assert_eq!((allowed.rounded, allowed.invalid.len()), (2, 0));
}

#[test]
fn of_a_long_text_whole_lines_are_shown() {
    assert!(!is_long(&format!("{A}\n").repeat(900)));
    let lines = format!("{A}\n").repeat(1_000);
    assert!(is_long(&lines));
    let shown = excerpt(&lines);
    assert_eq!(shown, format!("{}…", format!("{A}\n").repeat(100)));
    // No line ends, and a character is where the text is cut.
    let characters = "视频".repeat(10_000);
    assert_eq!(excerpt(&characters), format!("{}…", "视频".repeat(333)));
}
