//! The output of `make dist` for hosts: compressed copies, and headers for caching.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::hosts::dist;

/// Hosts join all blocks of `_headers` that match a path. A header in two of them would be sent twice.
#[test]
fn each_path_is_told_once_how_long_it_may_be_kept() {
    let blocks = blocks();
    let mut paths = vec![String::new()];
    paths.extend(built());
    for path in paths {
        let place = format!("/{path}");
        let matching = blocks.iter().filter(|(pattern, _)| {
            pattern
                .strip_suffix('*')
                .map_or(**pattern == place, |folder| place.starts_with(folder))
        });
        let mut sent: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, value) in matching.flat_map(|(_, headers)| headers) {
            sent.entry(name).or_default().push(value);
        }
        for (name, values) in &sent {
            assert_eq!(values.len(), 1, "{name} of {place}: {values:?}");
        }
        let programs = ["boot-", "clipcart-", "split_", "chunk_", "export_worker-"];
        let is_program = programs.iter().any(|name| path.starts_with(name));
        let keep = match is_program {
            true => "public, max-age=31536000, immutable",
            false => "no-cache",
        };
        assert_eq!(sent["Cache-Control"], [keep], "{place}");
    }
}

#[test]
fn what_shrinks_has_both_copies_and_nothing_else_has() {
    for file in built() {
        let size = |end: &str| {
            let data = fs::metadata(dist().join(format!("{file}{end}")));
            data.map(|data| data.len()).ok()
        };
        let whole = size("").unwrap();
        // Hosts edit config.json: a copy would be outdated.
        let packed = [".png", ".mp4", "config.json"];
        if packed.iter().any(|end| file.ends_with(end)) {
            assert_eq!((size(".br"), size(".gz")), (None, None), "{file}");
            continue;
        }
        for end in [".br", ".gz"] {
            let copy = size(end).unwrap_or_else(|| panic!("{file}{end} is missing: run make dist"));
            assert!(copy < whole, "{file}{end}: {copy} of {whole} bytes");
        }
    }
    // Cloudflare compresses by itself, and would serve the copies as separate files.
    let ignored = fs::read_to_string(dist().join(".assetsignore")).unwrap();
    assert_eq!(ignored.lines().collect::<Vec<_>>(), ["*.br", "*.gz"]);
}

/// The paths of all files of the build, without the copies and headers.
fn built() -> Vec<String> {
    fn walk(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else {
                let name = path.strip_prefix(dist()).unwrap();
                found.push(name.to_str().unwrap().to_owned());
            }
        }
    }
    let mut found = Vec::new();
    walk(&dist(), &mut found);
    let added = |file: &String| {
        let added = ["_headers", ".assetsignore", ".br", ".gz"];
        added.iter().any(|end| file.ends_with(end))
    };
    found.retain(|file| !added(file));
    assert!(found.len() > 10, "{found:?}");
    found
}

/// The blocks of `_headers`: a path, and the headers below it.
fn blocks() -> Vec<(String, Vec<(String, String)>)> {
    let text = fs::read_to_string(dist().join("_headers")).expect("_headers: run make dist first");
    let mut blocks: Vec<(String, Vec<_>)> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix("  ") {
            None => blocks.push((line.to_owned(), Vec::new())),
            Some(header) => {
                let (name, value) = header.split_once(": ").unwrap();
                let (_, headers) = blocks.last_mut().unwrap();
                headers.push((name.to_owned(), value.to_owned()));
            }
        }
    }
    blocks
}
