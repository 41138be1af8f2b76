//! The form's state: what a keystroke costs.

use clipcart::domain::deployment::Deployment;
use clipcart::domain::ids::parsed_ids::parse_ids;
use clipcart::domain::ids::rules::IdRules;
use clipcart::domain::query::form::Field;
use clipcart::domain::query::url::ParsedUrl;
use clipcart::platform::boot::BootFormState;
use clipcart::state::clock;
use clipcart::state::form::Form;
use clipcart::state::settings::Settings;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// Parsing a long paste is the dearest part of a keystroke.
#[wasm_bindgen_test]
fn a_paste_is_parsed_once_for_each_change_also_after_a_failed_submit() {
    // A longer text is read in parts.
    const LINKS: u64 = 350;
    let links = (0..LINKS).map(|n| {
        let id = 7_521_783_049_722_285_367_u64 + 1_000 * n;
        format!("https://www.tiktok.com/@user/video/{id}")
    });
    let paste = links.collect::<Vec<_>>().join("\n");
    Owner::new().with(|| {
        let settings = Settings::restore(Deployment::default());
        let form = Form::new(settings, &ParsedUrl::default(), &BootFormState::default());
        // More than one request can have, which is a problem that stays.
        form.input(Field::Page, "1".to_owned());
        assert_eq!(form.submit(), None);
        // Far less than what the page's components read.
        let read = || {
            assert!(form.parsed_ids.with_untracked(|parsed| parsed.ids.len()) > 200);
            for _ in 0..3 {
                assert!(form.problems.get_untracked().ids.is_some());
                assert_eq!(untrack(|| form.query()), None);
            }
        };
        // The least of several times, which other programs on the machine don't change.
        let least = |work: &dyn Fn(usize)| {
            let times = (0..10).map(|n| {
                let start = js_sys::Date::now();
                work(n);
                js_sys::Date::now() - start
            });
            times.fold(f64::INFINITY, f64::min)
        };
        let rules = IdRules {
            now: clock::now(),
            allows_rounded: false,
        };
        let parsing = least(&|_| assert!(parse_ids(&paste, rules).ids.len() > 200));
        let typing = least(&|n| {
            form.input(Field::Ids, format!("{paste}\n{}", "\n".repeat(n)));
            read();
        });
        assert!(
            typing < 3.0 * parsing + 1.0,
            "{typing} ms, and {parsing} ms for parsing once"
        );
    });
}
