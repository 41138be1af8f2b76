//! The house's rules, held on the sources themselves: what may import what, and what stands nowhere.
#![cfg(not(target_arch = "wasm32"))]

use file::{File, sources};
use rules::problems;

#[path = "layers/file.rs"]
mod file;
#[path = "layers/rules.rs"]
mod rules;

#[test]
fn the_sources_keep_the_rules() {
    let files = sources();
    assert!(files.len() > 50, "only {} files were found", files.len());
    let problems: Vec<String> = files.iter().flat_map(problems).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn half_of_the_files_are_shorter_than_80_lines() {
    let mut lengths: Vec<usize> = sources()
        .iter()
        .map(|file| file.text.lines().count())
        .collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    let long = lengths.iter().filter(|length| **length > 250).count();
    println!(
        "{} files, median {median} lines, {long} of more than 250",
        lengths.len()
    );
    assert!(median < 80, "the median file has {median} lines");
}

#[test]
fn the_rules_see_what_breaks_them() {
    let cases = [
        ("domain/a", "use crate::i18n::EN;", "imports messages"),
        ("domain/a", "use super::super::state::x;", "imports state"),
        (
            "domain/a/b",
            "use super::super::super::api::x;",
            "imports api",
        ),
        ("domain/mod", "use super::browser::x;", "imports browser"),
        (
            "domain/a",
            "fn f() { crate::api::wire::read(); }",
            "imports api",
        ),
        ("domain/a", "use leptos::prelude::*;", "names leptos"),
        (
            "domain/a",
            "use wasm_bindgen::JsCast;",
            "names wasm_bindgen",
        ),
        (
            "messages/en",
            "use crate::{\n    domain::a,\n    state::b,\n};",
            "imports state",
        ),
        (
            "components/a",
            "use crate::{domain::{a, b}, api::wire};",
            "imports api",
        ),
        (
            "components/a",
            "use crate::api::wire::Answer;",
            "imports api",
        ),
        (
            "components/a",
            "use crate::platform::page;",
            "imports browser",
        ),
        (
            "components/a",
            "view! { <p inner_html=x></p> }",
            "has inner_html",
        ),
        ("state/a", "use crate::components::x;", "imports components"),
        ("api/wire", "use gloo_net::http;", "names gloo_net"),
        ("api/a", "use crate::platform::page;", "imports browser"),
        ("browser/a", "use crate::state::x;", "imports state"),
        ("state/a", "x.unwrap();", "has .unwrap()"),
        ("lib", "x\n    .expect(\"y\");", "has .expect("),
        ("extra/a", "", "is in no layer"),
        ("main", "#[allow(dead_code)]", "without a reason"),
    ];
    for (path, code, expected) in cases {
        let problems = problems(&File::new(path, &format!("//! Owns.\n{code}")));
        let [problem] = &problems[..] else {
            panic!("{path} {code:?}: {problems:?}");
        };
        assert!(problem.contains(expected), "{path} {code:?}: {problem}");
    }
    let bare = problems(&File::new("main", "fn main() {}"));
    assert_eq!(bare, ["main doesn't say what it owns and refuses"]);
}

#[test]
fn the_rules_let_good_code_be() {
    let cases = [
        ("domain/a", "use super::super::domain::b;\nuse super::c;"),
        ("domain/a/b", "use super::super::c;"),
        (
            "domain/a",
            "// crate::state would be wrong\nlet a = 1; // crate::api",
        ),
        (
            "domain/a",
            "#[expect(clippy::x, reason = \"y\")]\nlet leptos_like = 1;",
        ),
        ("messages/en", "use super::Texts;\nuse crate::domain::a;"),
        (
            "components/a",
            "use crate::{domain::a, state::b, messages::Texts};",
        ),
        (
            "state/a",
            "use crate::api::client;\nuse crate::platform::page;",
        ),
        (
            "state/a",
            "a.unwrap_or_default();\n#[cfg(test)]\nmod tests { fn f() { a.unwrap(); } }",
        ),
        ("api/client", "use gloo_net::http;\nuse web_sys::Request;"),
        ("main", "fn main() { x.expect(\"y\"); }"),
    ];
    for (path, code) in cases {
        let problems = problems(&File::new(path, &format!("//! Owns.\n{code}")));
        assert_eq!(problems, Vec::<String>::new(), "{path} {code:?}");
    }
}
