//! Pasted text: every form of ids and links, every reason for an invalid token, and properties of any text.
#![cfg(not(target_arch = "wasm32"))]

#[path = "parsed_ids/any_text.rs"]
mod any_text;
#[path = "parsed_ids/ids.rs"]
mod ids;
#[path = "parsed_ids/links.rs"]
mod links;
#[path = "parsed_ids/long_texts.rs"]
mod long_texts;
#[path = "parsed_ids/reasons.rs"]
mod reasons;
#[path = "parsed_ids/tokens.rs"]
mod tokens;

use clipcart::domain::ids::parsed_ids::{self, ParsedIds};
use clipcart::domain::ids::rules::IdRules;
use clipcart::domain::ids::{TokenProblem, VideoId};

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
