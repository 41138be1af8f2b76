//! Rules about the sources: which layer may import which, that no files import each other, what is forbidden everywhere.
#![cfg(not(target_arch = "wasm32"))]

use file::{File, sources};
use graph::cycles;
use rules::problems;

#[path = "layers/file.rs"]
mod file;
#[path = "layers/graph.rs"]
mod graph;
#[path = "layers/paths.rs"]
mod paths;
#[path = "layers/rules.rs"]
mod rules;

#[test]
fn the_sources_follow_the_rules() {
    let files = sources();
    assert!(files.len() > 50, "only {} files were found", files.len());
    let problems: Vec<String> = files.iter().flat_map(problems).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn no_files_import_each_other() {
    let cycles = cycles(&sources());
    assert!(cycles.is_empty(), "{}", cycles.join("\n"));
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
fn the_rules_find_violations() {
    let cases = [
        ("domain/a", "use crate::i18n::EN;", "imports i18n"),
        ("domain/a", "use super::super::state::x;", "imports state"),
        (
            "domain/a/b",
            "use super::super::super::api::x;",
            "imports api",
        ),
        ("domain/mod", "use super::platform::x;", "imports platform"),
        (
            "domain/a",
            "fn f() { crate::api::wire::read(); }",
            "imports api",
        ),
        ("domain/a", "use leptos::prelude::*;", "names leptos"),
        (
            "domain/a",
            "use leptos_use_window::use_window;",
            "names leptos",
        ),
        (
            "domain/a",
            "use wasm_bindgen::JsCast;",
            "names wasm_bindgen",
        ),
        (
            "i18n/en",
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
            "imports platform",
        ),
        (
            "components/a",
            "use crate::storage::response_cache;",
            "imports storage",
        ),
        ("components/a", "use web_sys::Event;", "names web_sys"),
        (
            "components/a",
            "view! { <p inner_html=x></p> }",
            "has inner_html",
        ),
        ("state/a", "use crate::components::x;", "imports components"),
        ("state/a", "fn f(a: &js_sys::Array) {}", "names js_sys"),
        ("app", "use crate::api::client;", "imports api"),
        ("api/wire", "use gloo_net::http;", "names gloo_net"),
        ("api/a", "use crate::platform::page;", "imports platform"),
        ("storage/a", "use crate::api::a;", "imports api"),
        ("platform/a", "use crate::state::x;", "imports state"),
        ("platform/a", "use leptos::prelude::*;", "names leptos"),
        ("export/a", "use crate::platform::x;", "imports platform"),
        ("export/a", "use js_sys::Date;", "names js_sys"),
        ("bin/a", "use clipcart::app::start;", "imports app"),
        ("state/a", "x.unwrap();", "has .unwrap()"),
        ("lib", "x\n    .expect(\"y\");", "has .expect("),
        ("extra/a", "", "is in no layer"),
        ("main", "#[allow(dead_code)]", "without a reason"),
    ];
    for (path, code, expected) in cases {
        let problems = problems(&File::new(path, &format!("//! Header.\n{code}")));
        let [problem] = &problems[..] else {
            panic!("{path} {code:?}: {problems:?}");
        };
        assert!(problem.contains(expected), "{path} {code:?}: {problem}");
    }
    let bare = problems(&File::new("main", "fn main() {}"));
    assert_eq!(bare, ["main has no header"]);
}

#[test]
fn the_rules_accept_good_code() {
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
        ("i18n/en", "use super::Texts;\nuse crate::domain::a;"),
        (
            "components/a",
            "use leptos::prelude::*;\nuse leptos_use_window::use_window;\nuse crate::{domain::a, state::b, i18n::Texts};",
        ),
        (
            "state/a",
            "use crate::api::client;\nuse crate::platform::page;\nuse crate::storage::x;",
        ),
        (
            "state/a",
            "a.unwrap_or_default();\n#[cfg(test)]\nmod tests { fn f() { a.unwrap(); } }",
        ),
        ("api/client", "use gloo_net::http;\nuse web_sys::Request;"),
        (
            "bin/a",
            "use js_sys::Function;\nfn f() { clipcart::export::build_file(); }",
        ),
        ("main", "fn main() { x.expect(\"y\"); }"),
    ];
    for (path, code) in cases {
        let problems = problems(&File::new(path, &format!("//! Header.\n{code}")));
        assert_eq!(problems, Vec::<String>::new(), "{path} {code:?}");
    }
}

#[test]
fn cycles_are_found() {
    type Sources = &'static [(&'static str, &'static str)];
    let cases: [(Sources, &str); 7] = [
        (
            &[("a/b", "use super::c::X;"), ("a/c", "use crate::a::b::Y;")],
            "a/b → a/c → a/b",
        ),
        // A module and its child.
        (
            &[("a/mod", "mod b;\npub use b::X;"), ("a/b", "use super::Y;")],
            "a/mod → a/b → a/mod",
        ),
        (
            &[
                ("a/mod", "pub(crate) mod b;\nfn f() { b::f(); }"),
                ("a/b", "use super::{Y, Z};"),
            ],
            "a/mod → a/b → a/mod",
        ),
        (
            &[
                ("a/mod", "mod b;\nuse self::b::X;"),
                ("a/b", "use super::*;"),
            ],
            "a/mod → a/b → a/mod",
        ),
        // Groups, aliases and line breaks.
        (
            &[
                ("a", "use crate::{\n    x,\n    b::{self as other, Y},\n};"),
                ("b", "use crate::{c::Z, a as first};"),
                ("c", ""),
            ],
            "a → b → a",
        ),
        // By way of others.
        (
            &[
                ("a", "use crate::b::X;"),
                ("b", "fn f() { crate::c::g(); }"),
                ("c", "use super::a::Y;"),
            ],
            "a → b → c → a",
        ),
        // The longest prefix that is a file.
        (
            &[
                ("a/mod", "use crate::b::deep::X;"),
                ("b/mod", ""),
                ("b/deep", "use crate::a::Enum::Variant;"),
            ],
            "a/mod → b/deep → a/mod",
        ),
    ];
    for (sources, expected) in cases {
        let files: Vec<File> = sources
            .iter()
            .map(|(path, text)| File::new(path, text))
            .collect();
        assert_eq!(cycles(&files), [expected]);
    }
}

#[test]
fn declarations_downward_imports_and_tests_are_no_cycles() {
    let files = [
        File::new("lib", "pub mod a;\npub mod c;"),
        File::new(
            "a/mod",
            "//! Uses `b::X`.\npub mod b;\npub mod d;\npub struct Y;",
        ),
        File::new(
            "a/b",
            "use super::Y;\nuse crate::c::Z;\n#[cfg(test)]\nmod tests { use crate::e::T; }",
        ),
        File::new("a/d", "use super::b::X;\nuse self::X::Variant;"),
        File::new("c", "// use crate::a::b::X;\nuse std::a::b;"),
        File::new(
            "e",
            "use crate::a::{Y, b::X, d};\nfn b() { x.b(); other::b::f(); }",
        ),
        File::new("main", "fn main() { clipcart::a::b::f(); }"),
    ];
    assert_eq!(cycles(&files), Vec::<String>::new());
}
