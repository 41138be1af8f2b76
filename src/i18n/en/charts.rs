//! The charts.

use super::plural::plural;
use crate::domain::charts::time_bucket::TimeBucket;
use crate::domain::view::ChartKind;
use crate::i18n::texts::charts::ChartTexts;

pub const CHARTS: ChartTexts = ChartTexts {
    kind: "Chart",
    kind_name: |kind| match kind {
        ChartKind::Bars => "Ranking",
        ChartKind::Scatter => "Scatter",
        ChartKind::Distribution => "Distribution",
        ChartKind::Timeline => "Timeline",
        ChartKind::Regions => "By region",
        ChartKind::Hashtags => "By hashtag",
    },
    metric: "Metric",
    x_axis: "X axis",
    log_scale: "Log scale",
    download_png: "Download PNG",
    download_svg: "Download SVG",
    not_saved: "The browser could not create the image.",

    estimated: |metric| format!("{metric} (est.)"),
    total: |metric| format!("Total {}", in_sentence(metric)),
    median_of: |metric| format!("Median {}", in_sentence(metric)),

    ranking: |metric| format!("{metric}, highest first"),
    versus: |y, x| format!("{y} vs. {}", in_sentence(x)),
    distribution: |metric| format!("Distribution of {}", in_sentence(metric)),
    by_time: |metric, bucket| {
        let bucket = match bucket {
            TimeBucket::Day => "day",
            TimeBucket::Week => "week",
            TimeBucket::Month => "month",
            TimeBucket::Year => "year",
        };
        format!("{metric} by {bucket} of publication")
    },
    by_region: |metric| format!("{metric} by region"),
    by_hashtag: |metric| format!("{metric} by hashtag"),

    videos: "Videos",
    lower_quartile: "Lower quartile",
    median: "Median",
    upper_quartile: "Upper quartile",

    data_points: "Data points",
    keys_hint: "Use the arrow keys to move between data points; click or press Enter to open the videos.",
    summary: |title, data_points, highest| {
        let counted = plural(data_points, "data point", "data points");
        let highest = highest.map(|highest| format!(" Highest: {highest}."));
        format!("{title}: {counted}.{}", highest.unwrap_or_default())
    },
    no_data: "No data to show: this metric is unknown for all of these videos.",

    more: |count| format!("{count} more are not shown."),
    unknown_excluded: |count| format!("{count} excluded (no data)."),
    too_large_excluded: |count| format!("{count} excluded (too large to be true)."),
    zero_excluded: |count| format!("{count} excluded: a log scale can't show 0."),
    multi_product_excluded: |count| match count {
        1 => {
            "1 row of a video with several products excluded: it may already be the video's total."
                .to_owned()
        }
        _ => format!(
            "{count} rows of videos with several products excluded: each may already be the video's total."
        ),
    },
    multi_product_separate: |count| {
        match count {
        1 => "1 data point is a product of a video with several products: it may already be the video's total.".to_owned(),
        _ => format!(
            "{count} data points are products of videos with several products: each may already be the video's total."
        ),
    }
    },
    each_hashtag: "A video counts toward each of its hashtags.",

    data_table: "Data as a table",
    first_rows: |count| format!("Only the first {count} are shown."),
    video: "Video",
    range: "Range",
    published: "Published",
    region: "Region",
    hashtag: "Hashtag",
};

/// A metric's name after other words: "views", but still "GMV".
fn in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            format!(
                "{}{}",
                first.to_ascii_lowercase(),
                &name[first.len_utf8()..]
            )
        }
        _ => name.to_owned(),
    }
}
