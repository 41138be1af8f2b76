//! Problems that no user would see: console errors, uncaught errors and policy violations, from the
//! start of the page on. In Chromium also the browser's log, which has failed requests.

use std::sync::Mutex;

use serde_json::{Value, json};

use super::page::Page;

/// The problems of one page, and those that its journey expects.
#[derive(Default)]
pub struct Console {
    seen: Mutex<Vec<String>>,
    /// Every line of the browser's log, harmless ones included.
    heard: Mutex<Vec<String>>,
    expected: Mutex<Vec<String>>,
    tolerated: Mutex<Vec<String>>,
}

impl Page {
    /// Expects a problem line that contains `part`. It must occur.
    pub fn expect_problem(&self, part: &str) {
        self.console.expected.lock().unwrap().push(part.to_owned());
    }

    /// Accepts problem lines that contain `part`. They may occur or not.
    pub fn tolerate_problem(&self, part: &str) {
        self.console.tolerated.lock().unwrap().push(part.to_owned());
    }

    /// Adds a problem that the harness found.
    pub(super) fn add_problem(&self, problem: String) {
        self.console.seen.lock().unwrap().push(problem);
    }

    /// Every problem line so far, expected or not.
    pub async fn problems(&self) -> Vec<String> {
        if !self.is_killed() {
            self.collect_problems().await;
        }
        self.console.seen.lock().unwrap().clone()
    }

    /// Every line of Chromium's log so far.
    pub(super) fn heard(&self) -> Vec<String> {
        self.console.heard.lock().unwrap().clone()
    }

    /// Ends the journey on this page: asserts that exactly the expected problems occurred.
    pub async fn finish(&self) {
        let seen = self.problems().await;
        let expected = self.console.expected.lock().unwrap().clone();
        let tolerated = self.console.tolerated.lock().unwrap().clone();
        let declared = || expected.iter().chain(&tolerated);
        let is_expected = |line: &&String| declared().any(|part| line.contains(part));
        let surprises: Vec<_> = seen.iter().filter(|line| !is_expected(line)).collect();
        let surprises = surprises
            .iter()
            .map(|line| line.as_str())
            .collect::<Vec<_>>()
            .join("\n");
        assert!(surprises.is_empty(), "problems on the page:\n{surprises}");
        for part in &expected {
            let came = seen.iter().any(|line| line.contains(part));
            assert!(came, "expected a problem with {part:?} among {seen:#?}");
        }
    }

    /// Collects the problems that the document has recorded. Call it before leaving the document.
    pub(super) async fn collect_problems(&self) {
        let script = "return (window.watchedProblems ?? []).splice(0)";
        let mut lines: Vec<String> = match self.run(script, vec![]).await {
            Value::Array(lines) => lines
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
            _ => Vec::new(),
        };
        if self.browser.is_chromium() {
            let log = self.command("se/log", json!({"type": "browser"})).await;
            let heard = log.as_array().into_iter().flatten().map(Value::to_string);
            self.console.heard.lock().unwrap().extend(heard);
            let severe = log.as_array().into_iter().flatten().filter(|entry| {
                // The page has recorded its own messages already.
                entry["level"] == "SEVERE" && entry["source"] != "console-api"
            });
            lines.extend(severe.map(|entry| format!("browser: {}", entry["message"])));
        }
        let mut seen = self.console.seen.lock().unwrap();
        for line in lines {
            if !seen.contains(&line) {
                seen.push(line);
            }
        }
    }
}
