//! The commands in `docs/hosting.md`.
//!
//! The info string of a fence with ```` ```sh ```` says how it is tested: `run=NAME` runs it, after the others of that
//! name; `needs="…"` says why it cannot run here. `after-checks` marks commands that run after the tests have checked the
//! result of those before. ```` ```text shows=NAME ```` is expected output.

use std::path::Path;

/// A fenced block.
#[derive(Debug)]
pub struct Block {
    /// The info string.
    info: String,
    pub text: String,
}

impl Block {
    pub fn is_shell(&self) -> bool {
        self.info.split(' ').next() == Some("sh")
    }

    /// The value of `name=value` or `name="a value"`.
    pub fn word(&self, name: &str) -> Option<&str> {
        let (_, rest) = self.info.split_once(&format!(" {name}="))?;
        match rest.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next(),
            None => rest.split(' ').next(),
        }
    }

    pub fn is_after_checks(&self) -> bool {
        self.info.split(' ').any(|word| word == "after-checks")
    }
}

/// The guide's text.
pub fn text() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/hosting.md");
    std::fs::read_to_string(path).unwrap()
}

/// Its blocks, in order.
pub fn blocks() -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in text().lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(info), None) => {
                open = Some(Block {
                    info: info.to_owned(),
                    text: String::new(),
                });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some(block)) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block has no end: {open:?}");
    blocks
}

/// The blocks that run under this name: those before the tests' checks, and those after.
pub fn commands(name: &str) -> (String, String) {
    let all = blocks().into_iter();
    let (after, before): (Vec<_>, Vec<_>) = all
        .filter(|block| block.is_shell() && block.word("run") == Some(name))
        .partition(Block::is_after_checks);
    assert!(!before.is_empty(), "nothing in the guide has run={name}");
    let joined = |blocks: Vec<Block>| blocks.into_iter().map(|block| block.text).collect();
    (joined(before), joined(after))
}

/// Panics unless the output has the lines that the guide shows, in order.
#[track_caller]
pub fn assert_shows(name: &str, printed: &str) {
    let mut rest = printed;
    let mut lines = 0;
    for block in blocks() {
        if block.word("shows") != Some(name) {
            continue;
        }
        for line in block.text.lines() {
            let Some(at) = rest.find(line) else {
                panic!("{line:?} isn't printed where the guide says:\n{printed}")
            };
            rest = &rest[at + line.len()..];
            lines += 1;
        }
    }
    assert!(lines > 0, "nothing in the guide has shows={name}");
}
