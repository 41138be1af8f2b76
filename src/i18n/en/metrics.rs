//! The metrics.

use crate::domain::metrics::Metric;
use crate::i18n::texts::metrics::MetricText;

/// A metric's texts.
pub fn metric(metric: Metric) -> MetricText {
    let (name, formula) = match metric {
        Metric::Gmv => ("GMV", "Gross merchandise value in US$, estimated by KeyAPI"),
        Metric::Units => ("Units", "Units sold, estimated by KeyAPI"),
        Metric::Views => ("Views", "How often the video was played"),
        Metric::Likes => ("Likes", "How often the video was liked"),
        Metric::Comments => ("Comments", "Comments under the video"),
        Metric::Shares => ("Shares", "How often the video was shared"),
        Metric::Saves => ("Saves", "How often the video was saved to favorites"),
        Metric::Gpm => ("GPM", "GMV per 1,000 views = GMV ÷ views × 1,000"),
        Metric::PricePerUnit => ("Price per unit", "GMV ÷ units"),
        Metric::UnitsPerThousandViews => ("Units per 1,000 views", "units ÷ views × 1,000"),
        Metric::CommissionRate => (
            "Commission rate",
            "The creator's share of the product's price, as KeyAPI gives it",
        ),
        Metric::ExpectedCommission => (
            "Expected commission",
            "GMV × commission rate: an estimate, since GMV is one",
        ),
        Metric::EngagementRate => ("Engagement rate", "(likes + comments + shares) ÷ views"),
        Metric::LikeRate => ("Like rate", "likes ÷ views"),
        Metric::CommentRate => ("Comment rate", "comments ÷ views"),
        Metric::ShareRate => ("Share rate", "shares ÷ views"),
        Metric::SaveRate => ("Save rate", "saves ÷ views"),
        Metric::GmvPerDay => ("GMV per day", "GMV ÷ days since publication (at least 1)"),
        Metric::UnitsPerDay => (
            "Units per day",
            "units ÷ days since publication (at least 1)",
        ),
        Metric::ViewsPerDay => (
            "Views per day",
            "views ÷ days since publication (at least 1)",
        ),
        Metric::GmvPerMinute => ("GMV per minute of video", "GMV ÷ length in minutes"),
        Metric::UnitsPerMinute => ("Units per minute of video", "units ÷ length in minutes"),
        Metric::Length => ("Length", "How long the video is"),
    };
    MetricText {
        name,
        formula,
        unit: unit(metric),
    }
}

/// What a metric's exact values are followed by.
fn unit(metric: Metric) -> [&'static str; 2] {
    match metric {
        Metric::Units => ["unit", "units"],
        Metric::Views => ["view", "views"],
        Metric::Likes => ["like", "likes"],
        Metric::Comments => ["comment", "comments"],
        Metric::Shares => ["share", "shares"],
        Metric::Saves => ["save", "saves"],
        Metric::Gpm => ["per 1,000 views"; 2],
        Metric::PricePerUnit => ["per unit"; 2],
        Metric::UnitsPerThousandViews => ["unit per 1,000 views", "units per 1,000 views"],
        Metric::GmvPerDay => ["per day"; 2],
        Metric::UnitsPerDay => ["unit per day", "units per day"],
        Metric::ViewsPerDay => ["view per day", "views per day"],
        Metric::GmvPerMinute => ["per minute"; 2],
        Metric::UnitsPerMinute => ["unit per minute", "units per minute"],
        Metric::Gmv
        | Metric::CommissionRate
        | Metric::ExpectedCommission
        | Metric::EngagementRate
        | Metric::LikeRate
        | Metric::CommentRate
        | Metric::ShareRate
        | Metric::SaveRate
        | Metric::Length => [""; 2],
    }
}
