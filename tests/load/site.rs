//! A site to measure: the output of `make dist`, with the API's response in place of the page. So the same server with
//! the same configuration serves the same bytes as a file.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::wrk::output;
use crate::support::hosts::dist;

/// Deleted when dropped.
pub struct Site(PathBuf);

impl Site {
    pub fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("clipcart-site-{}", std::process::id()));
        let dist = dist();
        assert!(
            dist.join("_headers").is_file(),
            "{} is not the output of `make dist`",
            dist.display()
        );
        output(Command::new("cp").arg("-r").args([&dist, &folder]));
        Self(folder)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Replaces the page, which needs a sign-in, and a file that doesn't, plain and compressed.
    pub fn set(&self, plain: &[u8], compressed: &[u8]) {
        for name in ["index.html", "answer.json"] {
            let _ = std::fs::remove_file(self.0.join(format!("{name}.br")));
            std::fs::write(self.0.join(name), plain).unwrap();
            std::fs::write(self.0.join(format!("{name}.gz")), compressed).unwrap();
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
