//! Compares the guide's tables of settings with the programs that read them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::guide;

/// Names and defaults in the tables; "none" is empty.
fn documented() -> BTreeMap<String, String> {
    let text = guide::text();
    let rows = text.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| `")?.split(" | ");
        let name = cells.next()?.strip_suffix('`')?;
        let default = cells.next()?;
        let default = if default == "none" { "" } else { default };
        is_setting(name).then(|| (name.to_owned(), default.replace('`', "")))
    });
    rows.collect()
}

fn is_setting(name: &str) -> bool {
    let ours = name.starts_with("CLIPCART_") || name.starts_with("KEYAPI_");
    ours && name.chars().all(|c| c.is_ascii_uppercase() || c == '_')
}

pub fn program(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// `"${NAME:=default}"` in the start script, or `"${NAME=default}"` where an empty value means something.
pub fn of_nginx() -> BTreeMap<String, String> {
    let text = program("deploy/nginx/start.sh");
    let mut found = BTreeMap::new();
    for piece in text.split("\"${").skip(1) {
        let Some((name, rest)) = piece.split_once('=') else {
            continue;
        };
        let name = name.strip_suffix(':').unwrap_or(name);
        let default = rest.split("}\"").next().unwrap_or_default();
        // A default that depends on other settings is set further down; the first one counts.
        if is_setting(name) {
            found.entry(name.to_owned()).or_insert(default.to_owned());
        }
    }
    found
}

/// `NAME: 'default'` in the Worker.
fn of_worker() -> BTreeMap<String, String> {
    let text = program("deploy/worker/settings.js");
    let (_, rest) = text.split_once("const DEFAULTS = {").unwrap();
    let (lines, _) = rest.split_once('}').unwrap();
    let pair = |line: &str| {
        let (name, value) = line.trim().strip_suffix("',")?.split_once(": '")?;
        Some((name.to_owned(), value.to_owned()))
    };
    lines.lines().filter_map(pair).collect()
}

#[test]
fn each_setting_is_in_the_guide_with_its_default() {
    let documented = documented();
    // Described in words, since they depend on other settings.
    let in_words = ["CLIPCART_LISTEN", "CLIPCART_RESOLVER", "CLIPCART_DIST"];
    for settings in [of_nginx(), of_worker()] {
        assert!(settings.len() > 5, "{settings:?}");
        for (name, default) in settings {
            let said = documented.get(&name);
            assert!(said.is_some(), "{name} is not in the guide");
            if !in_words.contains(&name.as_str()) {
                assert_eq!(said, Some(&default), "{name}");
            }
        }
    }
}

/// In the tables and everywhere else in the guide.
#[test]
fn the_guide_names_no_setting_that_nothing_reads() {
    let programs = [
        "deploy/nginx/start.sh",
        "deploy/worker/settings.js",
        "deploy/compose.yaml",
    ];
    let read: String = programs.map(program).concat();
    let read: BTreeSet<_> = words(&read).collect();
    for name in words(&guide::text()).filter(|word| is_setting(word)) {
        assert!(read.contains(name), "{name} is read by nothing");
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_uppercase() || c == '_'))
}
