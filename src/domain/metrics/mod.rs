//! All metrics in one table, [`METRICS`]: code, unit, scope, direction and formula of each. Cards, table, filter, charts,
//! comparison, export and help read it.
//!
//! To add a metric, add a variant to [`Metric`], a row to [`METRICS`] and its texts to `i18n`. The compiler reports what
//! is missing. "Conversion rate" and "average order value" are not metrics here, since the API has no data for them.

mod bound;
mod formulas;
pub mod range;

use strum::{EnumCount, VariantArray};

use self::formulas::{days, interactions, minutes, number, per_thousand, product, ratio, views};
use crate::domain::videos::{ProductSales, Video};

/// A number about one row: a video with one of its products. The variants are in the order in which the page
/// lists metrics.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, EnumCount, VariantArray)]
pub enum Metric {
    /// Gross merchandise value in US dollars, as KeyAPI estimates it.
    Gmv,
    /// Units sold, as KeyAPI estimates them.
    Units,
    Views,
    /// GMV per 1 000 views, in US dollars.
    Gpm,
    /// In US dollars.
    PricePerUnit,
    UnitsPerThousandViews,
    /// The creator's share of the price as a fraction, once the product is named.
    CommissionRate,
    /// GMV × commission rate, in US dollars.
    ExpectedCommission,
    /// A fraction of the views, as are the other rates.
    EngagementRate,
    LikeRate,
    CommentRate,
    ShareRate,
    SaveRate,
    /// In US dollars, per day since publication.
    GmvPerDay,
    UnitsPerDay,
    ViewsPerDay,
    /// In US dollars, per minute of video.
    GmvPerMinute,
    UnitsPerMinute,
    Likes,
    Comments,
    Shares,
    Saves,
    /// The video's length in seconds.
    Length,
}

/// What a metric is counted in, which decides how it is formatted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// Whole things.
    Count,
    /// US dollars.
    Dollars,
    /// A quotient of counts, such as units per day.
    Ratio,
    /// A fraction, formatted as percent.
    Percent,
    /// Seconds, formatted as minutes and seconds.
    Seconds,
}

/// What a metric belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// The video: the same in each of its rows.
    Video,
    /// The row: different for each product of a video.
    Row,
}

/// Which way a metric is better.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    MoreIsBetter,
    /// Neither way: a price or a length says what a video is, not how well it does.
    Neither,
}

/// Computes a metric for one product of a video; `None` is unknown. The last argument is when the data was
/// fetched, in Unix seconds. Metrics per day count up to then, so that a cached response gives the same
/// values tomorrow.
pub type Formula = fn(&Video, &ProductSales, u64) -> Option<f64>;

/// A row of [`METRICS`].
pub struct MetricSpec {
    pub metric: Metric,
    /// Its name in URLs and exported files, which must never change.
    pub code: &'static str,
    pub unit: Unit,
    pub scope: Scope,
    pub direction: Direction,
    /// Whether the API gives it; the others are derived from those.
    pub is_given: bool,
    pub formula: Formula,
}

/// All metrics, in the order of the variants of [`Metric`].
#[rustfmt::skip] // One line per metric.
pub static METRICS: [MetricSpec; Metric::COUNT] = {
    use Direction::*;
    use Metric::*;
    use Scope::*;
    use Unit::*;
    [
        //   metric                 code                    unit     scope  direction     given  formula
        spec(Gmv,                   "gmv",                  Dollars, Row,   MoreIsBetter, true,  |_, sales, _| sales.gmv),
        spec(Units,                 "units",                Count,   Row,   MoreIsBetter, true,  |_, sales, _| number(sales.units)),
        spec(Views,                 "views",                Count,   Video, MoreIsBetter, true,  |video, _, _| views(video)),
        spec(Gpm,                   "gpm",                  Dollars, Row,   MoreIsBetter, false, |video, sales, _| per_thousand(sales.gmv, views(video))),
        spec(PricePerUnit,          "price_per_unit",       Dollars, Row,   Neither,      false, |_, sales, _| ratio(sales.gmv, number(sales.units))),
        spec(UnitsPerThousandViews, "units_per_1000_views", Ratio,   Row,   MoreIsBetter, false, |video, sales, _| per_thousand(number(sales.units), views(video))),
        spec(CommissionRate,        "commission_rate",      Percent, Row,   Neither,      true,  |_, sales, _| sales.commission_rate),
        spec(ExpectedCommission,    "expected_commission",  Dollars, Row,   MoreIsBetter, false, |_, sales, _| product(sales.gmv, sales.commission_rate)),
        spec(EngagementRate,        "engagement_rate",      Percent, Video, MoreIsBetter, false, |video, _, _| ratio(interactions(video), views(video))),
        spec(LikeRate,              "like_rate",            Percent, Video, MoreIsBetter, false, |video, _, _| ratio(number(video.reach.likes), views(video))),
        spec(CommentRate,           "comment_rate",         Percent, Video, MoreIsBetter, false, |video, _, _| ratio(number(video.reach.comments), views(video))),
        spec(ShareRate,             "share_rate",           Percent, Video, MoreIsBetter, false, |video, _, _| ratio(number(video.reach.shares), views(video))),
        spec(SaveRate,              "save_rate",            Percent, Video, MoreIsBetter, false, |video, _, _| ratio(number(video.reach.saves), views(video))),
        spec(GmvPerDay,             "gmv_per_day",          Dollars, Row,   MoreIsBetter, false, |video, sales, at| ratio(sales.gmv, days(video, at))),
        spec(UnitsPerDay,           "units_per_day",        Ratio,   Row,   MoreIsBetter, false, |video, sales, at| ratio(number(sales.units), days(video, at))),
        spec(ViewsPerDay,           "views_per_day",        Ratio,   Video, MoreIsBetter, false, |video, _, at| ratio(views(video), days(video, at))),
        spec(GmvPerMinute,          "gmv_per_minute",       Dollars, Row,   MoreIsBetter, false, |video, sales, _| ratio(sales.gmv, minutes(video))),
        spec(UnitsPerMinute,        "units_per_minute",     Ratio,   Row,   MoreIsBetter, false, |video, sales, _| ratio(number(sales.units), minutes(video))),
        spec(Likes,                 "likes",                Count,   Video, MoreIsBetter, true,  |video, _, _| number(video.reach.likes)),
        spec(Comments,              "comments",             Count,   Video, MoreIsBetter, true,  |video, _, _| number(video.reach.comments)),
        spec(Shares,                "shares",               Count,   Video, MoreIsBetter, true,  |video, _, _| number(video.reach.shares)),
        spec(Saves,                 "saves",                Count,   Video, MoreIsBetter, true,  |video, _, _| number(video.reach.saves)),
        spec(Length,                "length",               Seconds, Video, Neither,      true,  |video, _, _| video.seconds.map(f64::from)),
    ]
};

const fn spec(
    metric: Metric,
    code: &'static str,
    unit: Unit,
    scope: Scope,
    direction: Direction,
    is_given: bool,
    formula: Formula,
) -> MetricSpec {
    MetricSpec {
        metric,
        code,
        unit,
        scope,
        direction,
        is_given,
        formula,
    }
}

impl Metric {
    #[must_use]
    pub fn spec(self) -> &'static MetricSpec {
        &METRICS[self as usize]
    }

    #[must_use]
    pub fn code(self) -> &'static str {
        self.spec().code
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let spec = METRICS.iter().find(|spec| spec.code == code)?;
        Some(spec.metric)
    }

    #[must_use]
    pub fn unit(self) -> Unit {
        self.spec().unit
    }

    #[must_use]
    pub fn scope(self) -> Scope {
        self.spec().scope
    }

    #[must_use]
    pub fn direction(self) -> Direction {
        self.spec().direction
    }

    #[must_use]
    pub fn is_given(self) -> bool {
        self.spec().is_given
    }

    /// Whether a group of rows has its sum; of prices, rates and lengths a group has the median.
    #[must_use]
    pub fn is_summed(self) -> bool {
        self.is_given() && matches!(self.unit(), Unit::Count | Unit::Dollars)
    }

    /// The metric for one product of a video, at `at` in Unix seconds: see [`Formula`].
    #[must_use]
    pub fn of(self, video: &Video, sales: &ProductSales, at: u64) -> Option<f64> {
        (self.spec().formula)(video, sales, at)
    }
}

impl Unit {
    /// Whether its values are whole numbers.
    #[must_use]
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Count | Self::Seconds)
    }
}
