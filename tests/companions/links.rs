//! The links that TikTok's phone app shares, in pasted text.

use clipcart::api::endpoint::resolved_link;
use clipcart::domain::ids::items::read_items;
use clipcart::domain::ids::parsed_ids::{ParsedIds, parse_ids};
use clipcart::domain::ids::rules::IdRules;
use clipcart::domain::ids::short_link::{ResolvedLinks, ShortLink};
use clipcart::domain::ids::{TokenProblem, VideoId};
use proptest::prelude::*;

const A: &str = "7521783049722285367";
const B: &str = "7190508362273735722";
/// 2026-11-28 in Unix seconds.
const NOW: u64 = 1_795_824_000;

const RULES: IdRules = IdRules {
    now: NOW,
    allows_rounded: false,
};

fn link(text: &str) -> ShortLink {
    ShortLink::in_token(text).unwrap_or_else(|| panic!("{text}"))
}

fn parse_with_links(text: &str, links: &ResolvedLinks) -> ParsedIds {
    ParsedIds::new(&read_items(text, RULES), links)
}

fn resolved(links: &[(&str, &str)]) -> ResolvedLinks {
    let links = links.iter();
    links
        .map(|(text, id)| (link(text), id.parse().unwrap()))
        .collect()
}

fn ids(parsed: &ParsedIds) -> Vec<String> {
    parsed.ids.iter().map(VideoId::to_string).collect()
}

#[test]
fn every_spelling_of_a_link_is_the_same_link() {
    let cases = [
        (
            "https://vm.tiktok.com/ZMhAbC12x/",
            "vm.tiktok.com/ZMhAbC12x",
        ),
        ("http://VM.TikTok.com/ZMhAbC12x", "vm.tiktok.com/ZMhAbC12x"),
        (
            "vm.tiktok.com/ZMhAbC12x/?k=1&_r=1#x",
            "vm.tiktok.com/ZMhAbC12x",
        ),
        (
            "“https://vm.tiktok.com/ZMhAbC12x/”.",
            "vm.tiktok.com/ZMhAbC12x",
        ),
        (
            "https:\\/\\/vm.tiktok.com\\/ZMhAbC12x\\/",
            "vm.tiktok.com/ZMhAbC12x",
        ),
        ("https://vt.tiktok.com/ZS-a_b/", "vt.tiktok.com/ZS-a_b"),
        ("https://www.tiktok.com/t/ZTabc/", "tiktok.com/t/ZTabc"),
        ("tiktok.com/t/ZTabc", "tiktok.com/t/ZTabc"),
    ];
    for (text, expected) in cases {
        assert_eq!(link(text).as_str(), expected, "{text}");
    }
    let bad = [
        "https://vm.tiktok.com/",
        "https://vm.tiktok.com/a%20b/",
        "https://vm.tiktok.com/a/../b",
        "https://vm.tiktok.com.evil.example/ZMa/",
        "https://evil.example/vm.tiktok.com/ZMa",
        "https://user@vm.tiktok.com/ZMa",
        "https://vm.tiktok.com:444/ZMa",
        "https://www.tiktok.com/@a",
        "https://www.tiktok.com/t/",
        "",
    ];
    for text in bad {
        assert_eq!(ShortLink::in_token(text), None, "{text}");
    }
}

#[test]
fn a_link_is_sent_encoded_and_without_its_query() {
    let url = resolved_link("/api/resolve", &link("vm.tiktok.com/ZMa/?u_code=who"));
    assert_eq!(url, "/api/resolve?link=https%3A%2F%2Fvm.tiktok.com%2FZMa");
}

#[test]
fn a_known_link_is_an_id_in_its_place() {
    let text = format!("Look: https://vm.tiktok.com/ZMa/ and {A}\nhttps://vt.tiktok.com/ZSb/");
    let unknown = parse_ids(&text, RULES);
    assert_eq!(ids(&unknown), [A]);
    assert_eq!(
        unknown.unresolved_links(),
        [link("vm.tiktok.com/ZMa"), link("vt.tiktok.com/ZSb")]
    );
    let known = parse_with_links(&text, &resolved(&[("vm.tiktok.com/ZMa", B)]));
    assert_eq!(ids(&known), [B, A]);
    assert_eq!(
        known.from_links,
        [(link("vm.tiktok.com/ZMa"), B.parse().unwrap())]
    );
    assert_eq!(known.unresolved_links(), [link("vt.tiktok.com/ZSb")]);
}

#[test]
fn links_to_the_same_video_are_one_id() {
    let links = resolved(&[("vm.tiktok.com/ZMa", A), ("vt.tiktok.com/ZSb", A)]);
    let text = format!("vm.tiktok.com/ZMa vt.tiktok.com/ZSb {A} vm.tiktok.com/ZMa");
    let parsed = parse_with_links(&text, &links);
    assert_eq!((ids(&parsed), parsed.duplicates), (vec![A.to_owned()], 3));
    assert_eq!(parsed.invalid, []);
}

/// The path's letters have two cases, and another case is another link.
#[test]
fn a_link_is_another_one_in_another_case() {
    let parsed = parse_ids(
        "vm.tiktok.com/ZMa vm.tiktok.com/ZMA vm.tiktok.com/ZMa/",
        RULES,
    );
    assert_eq!(
        parsed.unresolved_links(),
        [link("vm.tiktok.com/ZMa"), link("vm.tiktok.com/ZMA")]
    );
}

/// In a table or in JSON, whatever the column is called.
#[test]
fn short_links_in_tables_are_listed() {
    let product = "1729422228922143703";
    for text in [
        format!("Product ID,Link\n{product},https://vm.tiktok.com/ZMaBc/"),
        format!(r#"[{{"product_id": "{product}", "url": "https://vm.tiktok.com/ZMaBc/"}}]"#),
    ] {
        let parsed = parse_with_links(&text, &ResolvedLinks::new());
        assert_eq!(
            parsed.unresolved_links(),
            [link("vm.tiktok.com/ZMaBc")],
            "{text}"
        );
        let known = resolved(&[("vm.tiktok.com/ZMaBc", A)]);
        assert_eq!(ids(&parse_with_links(&text, &known)), [A], "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_a_link_is_read_again_as_itself(text in "(https?://)?(vm|vt|www|m)?\\.?tiktok\\.com/(t/)?[a-zA-Z0-9_./?%-]{0,20}") {
        if let Some(link) = ShortLink::in_token(&text) {
            prop_assert_eq!(ShortLink::in_token(link.as_str()), Some(link.clone()));
            prop_assert_eq!(ShortLink::in_token(&link.url()), Some(link.clone()));
            let path = link.as_str();
            prop_assert!(path.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-_.".contains(&b)));
        }
    }

    /// Nothing is lost: each short link is an id, or is listed with its reason.
    #[test]
    fn each_link_of_a_text_is_an_id_or_listed(paths in prop::collection::vec("[a-zA-Z0-9]{1,9}", 1..12), known in any::<u16>()) {
        let text: Vec<String> = paths.iter().map(|path| format!("https://vm.tiktok.com/{path}/")).collect();
        let links: ResolvedLinks = paths
            .iter()
            .enumerate()
            .filter(|(index, _)| known & (1 << index) != 0)
            .map(|(index, path)| {
                let id = 7_521_783_049_722_285_367_u64 + index as u64;
                (link(&format!("vm.tiktok.com/{path}")), id.to_string().parse().unwrap())
            })
            .collect();
        let parsed = parse_with_links(&text.join("\n"), &links);
        prop_assert_eq!(parsed.from_links.len() + parsed.invalid.len(), paths.len());
        prop_assert!(parsed.invalid.iter().all(|token| token.reason == TokenProblem::ShortLink));
        for (link, id) in &parsed.from_links {
            prop_assert_eq!(links.get(link), Some(id));
            prop_assert!(parsed.ids.contains(id));
        }
    }
}
