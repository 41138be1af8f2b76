//! One source file, and what it names.

use std::path::{Path, PathBuf};

/// One file of the app.
pub struct File {
    /// Under `src/`, without its ending: `api/wire`.
    pub path: String,
    pub text: String,
}

impl File {
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// Where the file's module stands: `domain/parsed_ids/link` is three deep.
    fn module(&self) -> Vec<&str> {
        self.path.split('/').filter(|part| *part != "mod").collect()
    }

    pub fn layer(&self) -> &str {
        self.module()[0]
    }

    /// The text without comments, from the first line to the tests.
    pub fn code(&self) -> String {
        let lines = self
            .text
            .lines()
            .take_while(|line| line.trim() != "#[cfg(test)]");
        let code = lines.filter(|line| !line.trim_start().starts_with("//"));
        let code: Vec<&str> = code
            .map(|line| line.split(" // ").next().unwrap())
            .collect();
        code.join("\n")
    }

    /// The layers that the file names, by `crate::` or by enough `super::`.
    pub fn imports(&self) -> Vec<String> {
        let code = self.code().replace(char::is_whitespace, " ");
        let up = "super::".repeat(self.module().len());
        let roots = [&up, "crate::", "clipcart::"];
        let paths = roots.iter().flat_map(|root| code.split(root).skip(1));
        paths.flat_map(first_names).collect()
    }

    /// Whether the word stands in the code by itself.
    pub fn names(&self, word: &str) -> bool {
        let code = self.code();
        let part = |c: char| c.is_alphanumeric() || c == '_';
        code.match_indices(word).any(|(at, _)| {
            !code[..at].ends_with(part) && !code[at + word.len()..].starts_with(part)
        })
    }
}

/// The first name of a path, or of each path in a group: `a::b` and `{a::b, c}`.
fn first_names(path: &str) -> Vec<String> {
    let name = |path: &str| -> String {
        let path = path.trim_start();
        path.chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let Some(group) = path.trim_start().strip_prefix('{') else {
        return vec![name(path)];
    };
    let mut depth = 1;
    let mut names = vec![name(group)];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => names.push(name(&group[at + 1..])),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Every file of the app.
pub fn sources() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = folder
            .read_dir()
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let (inner, outer): (Vec<PathBuf>, Vec<PathBuf>) = entries.partition(|path| path.is_dir());
        folders.extend(inner);
        for path in outer
            .iter()
            .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        {
            let place = path.strip_prefix(&root).unwrap().with_extension("");
            let place = place.to_str().unwrap().replace('\\', "/");
            files.push(File::new(&place, &std::fs::read_to_string(path).unwrap()));
        }
    }
    files
}
