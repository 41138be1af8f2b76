//! Pasted text: every form of ids and links, every reason for an invalid token, and properties of any text.
#![cfg(not(target_arch = "wasm32"))]

use std::time::{Duration, Instant};

use clipcart::domain::ids::TokenProblem::{
    LinkWithoutId, LookAlikeHost, NotANumber, OtherSite, ShortLink, TooLong, TooShort,
};
use clipcart::domain::ids::parsed_ids::{ParsedIds, parse_ids};
use clipcart::domain::ids::{IdsProblem, TokenProblem, VideoId, VideoIds};
use proptest::prelude::*;

const A: &str = "7521783049722285367";
const B: &str = "7190508362273735722";
const FULL_WIDTH_A: &str = "７５２１７８３０４９７２２２８５３６７";

/// The ids as text.
fn ids(parsed_ids: &ParsedIds) -> Vec<String> {
    parsed_ids.ids.iter().map(VideoId::to_string).collect()
}

fn invalid(parsed_ids: &ParsedIds) -> Vec<(&str, TokenProblem)> {
    let tokens = parsed_ids.invalid.iter();
    tokens.map(|r| (r.token.as_str(), r.reason)).collect()
}

/// In the tables, `{A}` and `{B}` are two ids, so that the rows are readable.
fn fill(text: &str) -> String {
    text.replace("{A}", A)
        .replace("{B}", B)
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
        VideoIds::new((0..200).chain(0..200).map(id)).map(|set| set.len()),
        Ok(200)
    );
    assert_eq!(
        VideoIds::new((0..201).map(id)),
        Err(IdsProblem::TooMany { count: 201 })
    );
}

#[test]
fn every_form_of_a_link_has_its_id() {
    let hosts = [
        "www.tiktok.com",
        "tiktok.com",
        "m.tiktok.com",
        "us.tiktok.com",
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
                    let parsed_ids = parse_ids(&text);
                    assert_eq!(
                        (ids(&parsed_ids), invalid(&parsed_ids)),
                        (vec![A.to_owned()], vec![]),
                        "{text}"
                    );
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
    ] {
        let parsed_ids = parse_ids(&fill(text));
        assert_eq!(
            (ids(&parsed_ids), invalid(&parsed_ids)),
            (vec![A.to_owned()], vec![]),
            "{text}"
        );
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
    ] {
        let parsed_ids = parse_ids(&fill(text));
        assert_eq!(
            (ids(&parsed_ids), invalid(&parsed_ids)),
            (vec![A.to_owned(), B.to_owned()], vec![]),
            "{text:?}"
        );
    }
}

#[test]
fn text_around_an_id_is_a_token_of_its_own() {
    let cases: [(&str, &[&str]); 14] = [
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
        ("视频{A}很好", &["视频", "很好"]),
        ("视频ID：{A}。", &["视频", "ID"]),
        ("ดู{A}", &["ดู"]),
        ("video_id,caption\n{A},Đẹp", &["video_id", "caption", "Đẹp"]),
        ("[look](https://www.tiktok.com/@a/video/{A})", &["look"]),
        ("{\"video_id\":{A},\"n\":\"x\"}", &["video_id", "n", "x"]),
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
            "https://evil.example/https://www.tiktok.com/@a/video/{A}",
            OtherSite,
        ),
        (
            "https://evil.example/?u=https://www.tiktok.com/@a/video/{A}",
            OtherSite,
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
        ("7.52178E+18", NotANumber),
        ("{A}.0", NotANumber),
        ("-{A}", NotANumber),
        ("{A}x", NotANumber),
        ("@handle", NotANumber),
        ("and/or", NotANumber),
        ("7.5/10", NotANumber),
        ("me@tiktok.com", NotANumber),
        ("localhost:80/x?id={A}", NotANumber),
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

/// Any possible id, including the smallest and the largest.
fn any_id() -> impl Strategy<Value = VideoId> {
    (100_000_000_000_000..=u64::MAX).prop_map(|n| n.to_string().parse().unwrap())
}

fn any_separator() -> impl Strategy<Value = String> {
    let one = prop::sample::select(vec![
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
        let seen = |text: &str| text.chars().filter_map(|c| match c {
            '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
            _ => c.is_ascii().then_some(c),
        }).collect::<String>();
        let (plain, decoded) = (seen(&text), seen(&String::from_utf8_lossy(&decoded)));
        for id in parsed_ids.ids {
            let id = id.to_string();
            prop_assert!(plain.contains(&id) || decoded.contains(&id), "{id}");
        }
        for invalid in parsed_ids.invalid {
            prop_assert!((1..=120).contains(&invalid.token.chars().count()));
        }
    }

    #[test]
    fn an_id_round_trips(id in any_id()) {
        prop_assert_eq!(id.to_string().parse(), Ok(id));
    }
}

/// A link that "Copy link" gives is pasted, alone or among others.
#[test]
fn links_of_this_page_have_their_ids() {
    let links = [
        "http://127.0.0.1:8080/?video_ids=7521783049722285367&page_num=1&page_size=10",
        "https://clipcart.example/tools/?sample=1&video_ids=7521783049722285367,7521783049722285368&page_num=2&page_size=5",
        "see https://clipcart.example/?video_ids=7521783049722285367,7521783049722285368",
        "?page_num=1&page_size=10&video_ids=7521783049722285367",
    ];
    for link in links {
        let parsed_ids = parse_ids(link);
        let ids: Vec<_> = parsed_ids.ids.iter().map(ToString::to_string).collect();
        let wanted = ["7521783049722285367", "7521783049722285368"];
        assert_eq!(ids, wanted[..ids.len().max(1)], "{link}");
        assert_eq!(link.contains(wanted[1]), ids.len() == 2, "{link}");
        assert!(
            parsed_ids
                .invalid
                .iter()
                .all(|invalid| invalid.token == "see"),
            "{parsed_ids:?}"
        );
    }
}
