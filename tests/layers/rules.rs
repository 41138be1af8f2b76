//! The rules, and what they have against a file.

use super::file::File;

/// A layer, and the layers of ours that it may import. `main.rs` and `lib.rs` are not layers.
const LAYERS: [(&str, &[&str]); 9] = [
    (
        "app",
        &["components", "state", "browser", "messages", "domain"],
    ),
    ("components", &["components", "state", "messages", "domain"]),
    ("state", &["state", "api", "browser", "messages", "domain"]),
    ("api", &["api", "domain"]),
    ("export", &["api", "messages", "domain"]),
    // The worker.
    ("bin", &["app", "export"]),
    ("browser", &["browser", "domain"]),
    ("messages", &["messages", "domain"]),
    ("domain", &["domain"]),
];

/// Crates that reach the page or the network, and the layers that know nothing of either.
const OUTWARD: [&str; 6] = [
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo_net",
    "gloo_timers",
];
const PURE: [&str; 2] = ["domain", "messages"];

/// The one file that sends requests.
const SENDER: &str = "api/client";

/// What stands nowhere in the app: what can panic, and what makes markup of text.
const NOWHERE: [&str; 14] = [
    ".unwrap()",
    ".expect(",
    ".unwrap_err()",
    ".expect_err(",
    "panic!(",
    "todo!(",
    "unimplemented!(",
    "dbg!(",
    "innerHTML",
    "inner_html",
    "outer_html",
    "adjacent_html",
    "document.write",
    "eval(",
];

/// What the rules have against a file.
pub fn problems(file: &File) -> Vec<String> {
    let mut problems = Vec::new();
    let path = &file.path;
    if !file.text.starts_with("//! ") {
        problems.push(format!("{path} doesn't say what it owns and refuses"));
    }
    let suppressed = file
        .text
        .split("[allow(")
        .chain(file.text.split("[expect("))
        .count()
        - 2;
    if suppressed > file.text.matches("reason = \"").count() {
        problems.push(format!("{path} allows something without a reason"));
    }
    if path == "main" {
        return problems;
    }
    let code = file.code();
    let found = NOWHERE.iter().filter(|what| code.contains(**what));
    problems.extend(found.map(|what| format!("{path} has {what}")));
    if path == "lib" {
        return problems;
    }
    match LAYERS.iter().find(|(layer, _)| *layer == file.layer()) {
        Some((_, below)) => {
            let wrong = file
                .imports()
                .into_iter()
                .filter(|name| !below.contains(&name.as_str()));
            problems.extend(wrong.map(|name| format!("{path} imports {name}")));
        }
        None => problems.push(format!("{path} is in no layer")),
    }
    for name in OUTWARD.into_iter().filter(|name| file.names(name)) {
        if PURE.contains(&file.layer()) || (name == "gloo_net" && path != SENDER) {
            problems.push(format!("{path} names {name}"));
        }
    }
    problems
}
