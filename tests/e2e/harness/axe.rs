//! Accessibility checks with axe-core: every rule that is on by default, including best practices.

use std::fmt::Write;
use std::sync::LazyLock;

use serde_json::Value;

use super::page::Page;
use super::search::node_module;

static AXE: LazyLock<String> = LazyLock::new(|| node_module("axe-core/axe.min.js"));

/// Waits for the end of transitions first, since a color in the middle of one is part of no state.
const CHECK: &str = r#"
    const ending = document.getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished.catch(() => {}));
    await Promise.all(ending);
    const { violations } = await axe.run(document, { iframes: false, resultTypes: ["violations"] });
    return violations.map(({ id, impact, help, nodes }) => ({
        id, impact, help,
        nodes: nodes.slice(0, 5).map(({ html, failureSummary }) => ({ html: html.slice(0, 300), failureSummary })),
    }));
"#;

impl Page {
    /// Adds every violation to the problems of the page. [`Page::finish`] fails if there are any.
    pub async fn check_accessibility(&self, state: &str) {
        if self.run("return typeof axe", vec![]).await != "object" {
            self.run(&AXE, vec![]).await;
        }
        let violations = self.run_async(CHECK, vec![]).await;
        let violations = violations.as_array().cloned().unwrap_or_default();
        let report = violations.iter().fold(String::new(), describe);
        if !report.is_empty() {
            self.add_problem(format!("accessibility, {state}:{report}"));
        }
    }
}

fn describe(mut report: String, violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (id, impact, help) = (&violation["id"], &violation["impact"], &violation["help"]);
    let _ = write!(
        report,
        "\n- {} ({}): {}",
        text(id),
        text(impact),
        text(help)
    );
    for node in violation["nodes"].as_array().into_iter().flatten() {
        let _ = write!(
            report,
            "\n    {}\n      {}",
            text(&node["html"]),
            text(&node["failureSummary"])
        );
    }
    report
}
