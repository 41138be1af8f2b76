//! What a product costs: its variants may have different prices.

use serde::{Deserialize, Serialize};

/// Prices in US dollars, from the lowest to the highest, both above zero.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(try_from = "(f64, f64)", into = "(f64, f64)")]
pub struct PriceRange {
    min: f64,
    max: f64,
}

/// The numbers are not prices.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a price")]
pub struct NotAPrice;

impl PriceRange {
    /// The range of the prices that are known, in whatever order they come. Zero is no price.
    #[must_use]
    pub fn new(prices: impl IntoIterator<Item = Option<f64>>) -> Option<Self> {
        let prices = prices.into_iter().flatten();
        let prices: Vec<f64> = prices
            .filter(|price| *price > 0.0 && price.is_finite())
            .collect();
        Some(Self {
            min: prices.iter().copied().reduce(f64::min)?,
            max: prices.iter().copied().reduce(f64::max)?,
        })
    }

    #[must_use]
    pub fn min(self) -> f64 {
        self.min
    }

    #[must_use]
    pub fn max(self) -> f64 {
        self.max
    }

    /// The price, if all variants have the same.
    #[must_use]
    pub fn single(self) -> Option<f64> {
        (self.min >= self.max).then_some(self.min)
    }
}

impl TryFrom<(f64, f64)> for PriceRange {
    type Error = NotAPrice;

    fn try_from((min, max): (f64, f64)) -> Result<Self, NotAPrice> {
        Self::new([Some(min), Some(max)]).ok_or(NotAPrice)
    }
}

impl From<PriceRange> for (f64, f64) {
    fn from(range: PriceRange) -> Self {
        (range.min, range.max)
    }
}
