//! Owns: the derived figures and their formulas. Refuses: a value where a denominator is zero or
//! unknown (`None`, shown as "—"), and the names "conversion rate" and "average order value", which
//! mean other things.

use super::video::{Count, Dollars, ProductSales, Reach};

/// A figure worked out from what the answer gives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Figure {
    /// GMV per 1 000 views, in US dollars: GMV ÷ views × 1000.
    Gpm,
    /// US dollars per unit: GMV ÷ units.
    PricePerUnit,
    /// Units per 1 000 views: units ÷ views × 1000.
    UnitsPerThousandViews,
    /// A fraction: (likes + comments + shares) ÷ views.
    EngagementRate,
    /// A fraction: saves ÷ views.
    SaveRate,
}

impl Figure {
    /// The figure for one product of a video.
    pub fn of(self, reach: &Reach, sales: &ProductSales) -> Option<f64> {
        match self {
            Self::Gpm => gpm(sales.gmv, reach.views),
            Self::PricePerUnit => ratio(sales.gmv, float(sales.units)),
            Self::UnitsPerThousandViews => per_thousand(float(sales.units), float(reach.views)),
            Self::EngagementRate => engagement_rate(reach),
            Self::SaveRate => ratio(float(reach.saves), float(reach.views)),
        }
    }
}

/// GMV per 1 000 views, in US dollars.
pub fn gpm(gmv: Dollars, views: Count) -> Option<f64> {
    per_thousand(gmv, float(views))
}

/// (likes + comments + shares) ÷ views, a fraction.
pub fn engagement_rate(reach: &Reach) -> Option<f64> {
    let actions = float(reach.likes)? + float(reach.comments)? + float(reach.shares)?;
    ratio(Some(actions), float(reach.views))
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
