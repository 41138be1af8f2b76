//! Properties of any text.

use clipcart::domain::ids::chars::ascii_digit;
use clipcart::domain::ids::items::{read_items, read_items_in_parts};
use clipcart::domain::ids::rules::looks_rounded;
use clipcart::domain::ids::{VideoId, VideoIds};
use futures_util::FutureExt;
use proptest::prelude::*;

use super::{NOW, PRODUCT, RULES, parse_ids};

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
