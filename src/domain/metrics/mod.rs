//! Owns: every metric there is, each once: its code, unit, direction and formula. Cards, table, filters,
//! charts, comparison, export and help all take it from here.
//! Refuses: a value where a denominator is zero or unknown (`None`, shown as "—"), and the names
//! "conversion rate" and "average order value", which mean other things.

pub mod range;

use crate::domain::videos::{Count, ProductSales, Reach, Video};

/// A number about one line: a video with one of its products.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Metric {
    /// Gross merchandise value in US dollars, as KeyAPI estimates it.
    Gmv,
    /// Units sold, as KeyAPI estimates them.
    Units,
    Views,
    /// GMV per 1 000 views, in US dollars: GMV ÷ views × 1000.
    Gpm,
    /// US dollars per unit: GMV ÷ units.
    PricePerUnit,
    /// Units per 1 000 views: units ÷ views × 1000.
    UnitsPerThousandViews,
    /// A fraction: (likes + comments + shares) ÷ views.
    EngagementRate,
    /// A fraction: likes ÷ views.
    LikeRate,
    /// A fraction: comments ÷ views.
    CommentRate,
    /// A fraction: shares ÷ views.
    ShareRate,
    /// A fraction: saves ÷ views.
    SaveRate,
    /// US dollars a day: GMV ÷ days since publication.
    GmvPerDay,
    /// Units ÷ days since publication.
    UnitsPerDay,
    /// Views ÷ days since publication.
    ViewsPerDay,
    /// US dollars a minute of video: GMV ÷ length × 60.
    GmvPerMinute,
    /// Units a minute of video: units ÷ length × 60.
    UnitsPerMinute,
    Likes,
    Comments,
    Shares,
    Saves,
    /// The video's length in seconds.
    Length,
}

/// What a metric is counted in, which decides how it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// Whole things.
    Count,
    /// US dollars.
    Dollars,
    /// A quotient of counts, such as units a day.
    Ratio,
    /// A fraction, written as percent.
    Percent,
    /// Seconds, written as minutes and seconds.
    Seconds,
}

/// Which way a metric is better.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    MoreIsBetter,
    /// Neither way: a price or a length says what a video is, not how well it does.
    Neither,
}

/// A day in seconds, and the least age that a metric a day is worked out with: the data itself is about a
/// day old, and a video of an hour would count twenty-four times.
const DAY: f64 = 86_400.0;

impl Metric {
    /// In the order in which they are offered, which is that of the variants.
    pub const ALL: [Self; 21] = [
        Self::Gmv,
        Self::Units,
        Self::Views,
        Self::Gpm,
        Self::PricePerUnit,
        Self::UnitsPerThousandViews,
        Self::EngagementRate,
        Self::LikeRate,
        Self::CommentRate,
        Self::ShareRate,
        Self::SaveRate,
        Self::GmvPerDay,
        Self::UnitsPerDay,
        Self::ViewsPerDay,
        Self::GmvPerMinute,
        Self::UnitsPerMinute,
        Self::Likes,
        Self::Comments,
        Self::Shares,
        Self::Saves,
        Self::Length,
    ];

    /// Its name in addresses and in exported files, which never changes.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Gmv => "gmv",
            Self::Units => "units",
            Self::Views => "views",
            Self::Likes => "likes",
            Self::Comments => "comments",
            Self::Shares => "shares",
            Self::Saves => "saves",
            Self::Gpm => "gpm",
            Self::PricePerUnit => "price_per_unit",
            Self::UnitsPerThousandViews => "units_per_1000_views",
            Self::EngagementRate => "engagement_rate",
            Self::LikeRate => "like_rate",
            Self::CommentRate => "comment_rate",
            Self::ShareRate => "share_rate",
            Self::SaveRate => "save_rate",
            Self::GmvPerDay => "gmv_per_day",
            Self::UnitsPerDay => "units_per_day",
            Self::ViewsPerDay => "views_per_day",
            Self::GmvPerMinute => "gmv_per_minute",
            Self::UnitsPerMinute => "units_per_minute",
            Self::Length => "length",
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|metric| metric.code() == code)
    }

    #[must_use]
    pub fn unit(self) -> Unit {
        match self {
            Self::Units
            | Self::Views
            | Self::Likes
            | Self::Comments
            | Self::Shares
            | Self::Saves => Unit::Count,
            Self::Gmv | Self::Gpm | Self::PricePerUnit | Self::GmvPerDay | Self::GmvPerMinute => {
                Unit::Dollars
            }
            Self::UnitsPerThousandViews
            | Self::UnitsPerDay
            | Self::ViewsPerDay
            | Self::UnitsPerMinute => Unit::Ratio,
            Self::EngagementRate
            | Self::LikeRate
            | Self::CommentRate
            | Self::ShareRate
            | Self::SaveRate => Unit::Percent,
            Self::Length => Unit::Seconds,
        }
    }

    #[must_use]
    pub fn direction(self) -> Direction {
        match self {
            Self::PricePerUnit | Self::Length => Direction::Neither,
            _ => Direction::MoreIsBetter,
        }
    }

    /// Whether the answer gives it; the others are worked out from those.
    #[must_use]
    pub fn is_given(self) -> bool {
        matches!(
            self,
            Self::Gmv
                | Self::Units
                | Self::Views
                | Self::Likes
                | Self::Comments
                | Self::Shares
                | Self::Saves
                | Self::Length
        )
    }

    /// Whether it is a line's own, and so differs between the products of one video. The others are the
    /// video's, the same in each of its lines.
    #[must_use]
    pub fn is_of_sales(self) -> bool {
        matches!(
            self,
            Self::Gmv
                | Self::Units
                | Self::Gpm
                | Self::PricePerUnit
                | Self::UnitsPerThousandViews
                | Self::GmvPerDay
                | Self::UnitsPerDay
                | Self::GmvPerMinute
                | Self::UnitsPerMinute
        )
    }

    /// The metric for one product of a video. `at` is when the data was given, in Unix seconds: the
    /// metrics a day are up to then, so that a kept answer says the same tomorrow.
    #[must_use]
    pub fn of(self, video: &Video, sales: &ProductSales, at: u64) -> Option<f64> {
        let reach = &video.reach;
        let (gmv, units, views) = (sales.gmv, float(sales.units), float(reach.views));
        let minutes = video.seconds.map(|seconds| f64::from(seconds) / 60.0);
        let days = || days(video.published, at);
        match self {
            Self::Gmv => gmv,
            Self::Units => units,
            Self::Views => views,
            Self::Likes => float(reach.likes),
            Self::Comments => float(reach.comments),
            Self::Shares => float(reach.shares),
            Self::Saves => float(reach.saves),
            Self::Gpm => per_thousand(gmv, views),
            Self::PricePerUnit => ratio(gmv, units),
            Self::UnitsPerThousandViews => per_thousand(units, views),
            Self::EngagementRate => ratio(actions(reach), views),
            Self::LikeRate => ratio(float(reach.likes), views),
            Self::CommentRate => ratio(float(reach.comments), views),
            Self::ShareRate => ratio(float(reach.shares), views),
            Self::SaveRate => ratio(float(reach.saves), views),
            Self::GmvPerDay => ratio(gmv, days()),
            Self::UnitsPerDay => ratio(units, days()),
            Self::ViewsPerDay => ratio(views, days()),
            Self::GmvPerMinute => ratio(gmv, minutes),
            Self::UnitsPerMinute => ratio(units, minutes),
            Self::Length => video.seconds.map(f64::from),
        }
    }
}

/// Days from publication, at least one; unknown for what is published later than that.
fn days(published: u64, at: u64) -> Option<f64> {
    let seconds = at.checked_sub(published)? as f64;
    Some((seconds / DAY).max(1.0))
}

/// Likes, comments and shares together.
fn actions(reach: &Reach) -> Option<f64> {
    Some(float(reach.likes)? + float(reach.comments)? + float(reach.shares)?)
}

/// Counts are far below 2^53, where a double is still exact; ids never come here.
fn float(count: Count) -> Option<f64> {
    count.map(|count| count as f64)
}

fn per_thousand(numerator: Option<f64>, denominator: Option<f64>) -> Option<f64> {
    ratio(numerator, denominator)
        .map(|value| value * 1000.0)
        .filter(|value| value.is_finite())
}

fn ratio(numerator: Option<f64>, denominator: Option<f64>) -> Option<f64> {
    let denominator = denominator.filter(|value| *value > 0.0)?;
    numerator
        .map(|value| value / denominator)
        .filter(|value| value.is_finite())
}
