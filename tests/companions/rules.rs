//! What the page asks for is what the proxies pass on: covers and products are held to `tests/fixtures/proxy-rules.json`.
//! One value that a proxy refuses would have all those of its request refused.

use clipcart::api::endpoint;
use clipcart::domain::ids::short_link::ShortLink;
use clipcart::domain::products::can_be_named;
use clipcart::domain::videos::links::{DigitId, MediaUrl};
use percent_encoding::percent_decode_str;
use serde::Deserialize;

#[derive(Deserialize)]
struct Rules {
    companions: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    why: String,
    path: String,
    query: String,
    status: u16,
}

/// The cases of a parameter with one value as the page writes it: the value, and whether proxies pass it on.
fn cases(path: &str, parameter: &str, written: impl Fn(&str) -> String) -> Vec<(String, bool)> {
    let rules: Rules =
        serde_json::from_str(include_str!("../fixtures/proxy-rules.json")).expect("rules");
    let cases: Vec<_> = rules
        .companions
        .into_iter()
        .filter_map(|case| {
            if !case.path.ends_with(path) {
                return None;
            }
            let value = case.query.strip_prefix(&format!("{parameter}="))?;
            let value = percent_decode_str(value).decode_utf8().ok()?.into_owned();
            // Others are about how a value is written, or about several.
            let is_one = written(&value) == format!("?{}", case.query) && !value.contains(',');
            is_one.then(|| {
                println!("{}: {value}", case.why);
                (value, case.status == 200)
            })
        })
        .collect();
    let passed = cases.iter().filter(|(_, is_passed)| *is_passed).count();
    assert!(
        passed > 0 && passed < cases.len(),
        "{parameter}: {passed} of {}",
        cases.len()
    );
    cases
}

#[test]
fn covers() {
    let written = |cover: &str| endpoint::signed_covers("", &[cover.to_owned()]);
    for (cover, is_passed) in cases("covers/batch/download", "cover_urls", written) {
        let is_asked = MediaUrl::https(&cover).is_some_and(|cover| cover.can_be_signed());
        assert_eq!(is_asked, is_passed, "{cover}");
    }
}

#[test]
fn products() {
    for (id, is_passed) in cases("product/detail/analytics", "product_ids", |id| {
        endpoint::products("", &[id])
    }) {
        let is_asked = DigitId::new(&id).is_some_and(|id| can_be_named(&id));
        assert_eq!(is_asked, is_passed, "{id}");
    }
}

/// Of each text with a link, what the page asks for is the link itself, without what proxies refuse.
#[test]
fn short_links() {
    for case in ["/", "?a=b", "#x", "/?_r=1&_t=2"] {
        let link =
            ShortLink::in_token(&format!("https://vm.tiktok.com/ZMa_b-1{case}")).expect("a link");
        let asked = endpoint::resolved_link("", &link);
        assert_eq!(asked, "?link=https%3A%2F%2Fvm.tiktok.com%2FZMa_b-1");
    }
}
