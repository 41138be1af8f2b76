//! One source file, and the module that it is.

use std::path::{Path, PathBuf};

/// One file of the app.
pub struct File {
    /// Its path under `src/`, without the extension: `api/wire/mod`.
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

    /// The path of the file's module: `["api", "wire"]`. The crate's roots have none.
    pub fn module(&self) -> Vec<&str> {
        match self.path.as_str() {
            "lib" | "main" => Vec::new(),
            path => path.split('/').filter(|part| *part != "mod").collect(),
        }
    }

    /// The first part of the path: `api`.
    pub fn layer(&self) -> &str {
        self.path.split('/').next().unwrap_or_default()
    }

    /// The text without comments, up to the unit tests.
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

    /// Whether the code has this identifier.
    pub fn names(&self, word: &str) -> bool {
        let code = self.code();
        let in_word = |c: char| c.is_alphanumeric() || c == '_';
        code.match_indices(word).any(|(at, _)| {
            !code[..at].ends_with(in_word) && !code[at + word.len()..].starts_with(in_word)
        })
    }
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
            let relative = path.strip_prefix(&root).unwrap().with_extension("");
            let relative = relative.to_str().unwrap().replace('\\', "/");
            files.push(File::new(
                &relative,
                &std::fs::read_to_string(path).unwrap(),
            ));
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
