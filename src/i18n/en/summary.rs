//! The totals.

use super::plural::plural;
use crate::i18n::texts::summary::SummaryTexts;

pub const SUMMARY: SummaryTexts = SummaryTexts {
    title: "Summary",
    videos: "Videos",
    rows: "Rows",
    of_all: |some, all| format!("{some} of {all}"),
    median: |value| format!("median {value}"),
    videos_counted: |some, all| format!("{some} of {all} videos"),
    exact_totals: "Exact totals",
    excluded: "Excluded from totals",
    unknown_excluded: |metric, count| {
        let videos = plural(count, "video", "videos");
        format!("{metric}: {videos} excluded (no data).")
    },
    multi_product_excluded: |metric, count, min, max| {
        let videos = plural(count, "video", "videos");
        format!(
            "{metric}: {videos} with several products excluded, since each row may already be the video's total; the total with them is between {min} and {max}."
        )
    },
};
