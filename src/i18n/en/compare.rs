//! The comparison.

use crate::i18n::texts::compare::CompareTexts;

pub const COMPARE: CompareTexts = CompareTexts {
    products: "Products",
    selected_count: |count| format!("{count} selected for comparison"),
    selection_full: "You can compare up to 6 videos.",
    none_selected: "No videos are selected",
    none_selected_advice: "Select up to 6 with “Compare” on their cards or the checkboxes in the table.",
    not_in_results: |count| match count {
        1 => "1 selected video is not in these results.".to_owned(),
        _ => format!("{count} selected videos are not in these results."),
    },
    title: "Compare",
    metric: "Metric",
    baseline: "Baseline",
    set_baseline: "Set as baseline",
    remove: "Remove from comparison",
    best: "best",
    value_per_product: "One value per product; not ranked or compared.",
};
