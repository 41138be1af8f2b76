//! The rules, and how a file breaks them.

use super::file::File;
use super::paths::paths;

/// A layer, and the layers that it may import. `main.rs` and `lib.rs` are not layers.
const LAYERS: [(&str, &[&str]); 11] = [
    (
        "app",
        &[
            "components",
            "state",
            "storage",
            "platform",
            "i18n",
            "domain",
        ],
    ),
    ("components", &["components", "state", "i18n", "domain"]),
    (
        "state",
        &["state", "api", "storage", "platform", "i18n", "domain"],
    ),
    ("api", &["api", "domain"]),
    ("storage", &["storage", "domain"]),
    ("platform", &["platform", "domain"]),
    ("export", &["export", "api", "i18n", "domain"]),
    ("import", &["import", "domain"]),
    ("bin", &["export", "import"]),
    ("i18n", &["i18n", "domain"]),
    ("domain", &["domain"]),
];

/// Crates that reach the browser or the network, and the layers that may use them.
const CRATES: [(&str, &[&str]); 7] = [
    ("web_sys", &["api", "storage", "platform"]),
    ("js_sys", &["api", "storage", "platform", "bin"]),
    ("wasm_bindgen", &["api", "storage", "platform", "bin"]),
    (
        "wasm_bindgen_futures",
        &["app", "api", "storage", "platform"],
    ),
    ("gloo_net", &["api"]),
    (
        "gloo_timers",
        &["api", "storage", "platform", "state", "components"],
    ),
    ("leptos", &["app", "components", "state"]),
];

/// The crates of leptos-use.
const LEPTOS_USE: &str = "leptos_use";

/// The one file that sends requests.
const SENDER: &str = "api/client";

/// What is nowhere in the app: what can panic, and what makes markup of text.
const FORBIDDEN: [&str; 14] = [
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

/// How a file breaks the rules.
pub fn problems(file: &File) -> Vec<String> {
    let mut problems = Vec::new();
    let path = &file.path;
    if !file.text.starts_with("//! ") {
        problems.push(format!("{path} has no header"));
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
    let forbidden = FORBIDDEN.iter().filter(|what| code.contains(**what));
    problems.extend(forbidden.map(|what| format!("{path} has {what}")));
    if path == "lib" {
        return problems;
    }
    match LAYERS.iter().find(|(layer, _)| *layer == file.layer()) {
        Some((_, allowed)) => problems.extend(imports_above(file, allowed)),
        None => problems.push(format!("{path} is in no layer")),
    }
    problems.extend(crates_of_others(file));
    problems
}

fn imports_above(file: &File, allowed: &[&str]) -> Vec<String> {
    let mut layers: Vec<String> = paths(file)
        .into_iter()
        .filter_map(|path| path.into_iter().next())
        .filter(|layer| !allowed.contains(&layer.as_str()))
        .collect();
    layers.sort();
    layers.dedup();
    let line = |layer| format!("{} imports {layer}", file.path);
    layers.into_iter().map(line).collect()
}

fn crates_of_others(file: &File) -> Vec<String> {
    let mut problems = Vec::new();
    for (name, layers) in CRATES {
        let is_elsewhere =
            !layers.contains(&file.layer()) || (name == "gloo_net" && file.path != SENDER);
        let is_named = match name {
            "leptos" => file.names(name) || file.code().contains(LEPTOS_USE),
            name => file.names(name),
        };
        if is_named && is_elsewhere {
            problems.push(format!("{} names {name}", file.path));
        }
    }
    problems
}
