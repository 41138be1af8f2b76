//! The paths that a file's code names within the crate: in `use` declarations, inline (`crate::api::wire::read`), and
//! through modules that the file declares (`csv::write` after `mod csv;`).

use super::file::File;

/// A path from the crate's root: `["api", "wire", "read"]`.
pub type ItemPath = Vec<String>;

/// All paths within the crate that the file names, in no particular order. Declarations (`mod x;`) are not among them.
pub fn paths(file: &File) -> Vec<ItemPath> {
    let code = file.code();
    let module: Vec<String> = file.module().into_iter().map(str::to_owned).collect();
    let children = children(&code);
    let mut paths = Vec::new();
    let mut start = 0;
    while let Some(found) = next_path(&code[start..]) {
        let (at, first) = found;
        start += at;
        let rest = &code[start + first.len()..];
        let follows_colons = code[..start].trim_end().ends_with("::");
        let root = match first {
            _ if follows_colons => None,
            "crate" | "clipcart" => Some(Vec::new()),
            "super" | "self" => Some(module.clone()),
            child if children.contains(&child) => {
                Some([module.clone(), vec![child.to_owned()]].concat())
            }
            _ => None,
        };
        if let (Some(mut root), true) = (root, rest.trim_start().starts_with("::")) {
            if first == "super" {
                root.pop();
            }
            expand(&root, after_colons(rest), &mut paths);
        }
        start += first.len();
    }
    paths
}

/// The modules that the code declares.
fn children(code: &str) -> Vec<&str> {
    let lines = code.lines().filter_map(|line| {
        let line = line
            .trim_start_matches("pub ")
            .trim_start_matches("pub(crate) ");
        line.strip_prefix("mod ")?.strip_suffix(';')
    });
    lines.collect()
}

/// The next identifier, and where it begins.
fn next_path(code: &str) -> Option<(usize, &str)> {
    let at = code.find(|c: char| c.is_alphabetic() || c == '_')?;
    Some((at, identifier(&code[at..])))
}

fn identifier(code: &str) -> &str {
    let end = code.find(|c: char| !c.is_alphanumeric() && c != '_');
    &code[..end.unwrap_or(code.len())]
}

fn after_colons(code: &str) -> &str {
    let code = code.trim_start();
    code.strip_prefix("::").unwrap_or(code).trim_start()
}

/// Adds the path, or the paths of a group, that `code` begins with, below `root`. Returns the rest of the code.
fn expand<'c>(root: &[String], code: &'c str, paths: &mut Vec<ItemPath>) -> &'c str {
    let code = code.trim_start();
    if let Some(mut rest) = code.strip_prefix('{') {
        loop {
            rest = rest.trim_start().trim_start_matches(',').trim_start();
            if let Some(rest) = rest.strip_prefix('}') {
                return rest;
            }
            let before = rest.len();
            rest = expand(root, rest, paths);
            if rest.len() == before {
                return rest;
            }
        }
    }
    let name = identifier(code);
    let mut path = root.to_vec();
    match name {
        "super" => {
            path.pop();
        }
        "self" | "" => {}
        name => path.push(name.to_owned()),
    }
    let rest = code[name.len()..].trim_start_matches('*');
    match rest.trim_start().starts_with("::") && !name.is_empty() {
        true => expand(&path, after_colons(rest), paths),
        false => {
            paths.push(path);
            skip_alias(rest)
        }
    }
}

/// The code after `as name`.
fn skip_alias(code: &str) -> &str {
    match code.trim_start().strip_prefix("as ") {
        Some(alias) => {
            let alias = alias.trim_start();
            &alias[identifier(alias).len()..]
        }
        None => code,
    }
}
