//! Products by name: what KeyAPI says of a product beyond its id.

mod price;

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

pub use self::price::PriceRange;
use crate::domain::videos::Video;
use crate::domain::videos::links::{DigitId, MediaUrl};

/// How many products one request names.
pub const BATCH: usize = 10;

/// A product.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Product {
    pub id: DigitId,
    pub name: String,
    pub picture: Option<MediaUrl>,
    pub price: Option<PriceRange>,
    /// The creator's share of the price, as a fraction.
    pub commission_rate: Option<f64>,
    /// From 0 to 5 stars; unknown without ratings.
    pub rating: Option<f64>,
    pub seller: Option<DigitId>,
    /// When KeyAPI sent it, in Unix seconds.
    pub named_at: u64,
}

/// What KeyAPI said when it was asked for a product, as it is stored.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ProductAnswer {
    /// `None` if it knows nothing of it.
    pub product: Option<Product>,
    /// In Unix seconds.
    pub asked_at: u64,
}

impl ProductAnswer {
    /// Whether it saves another request at `now`, in Unix seconds. Of a product that is unknown KeyAPI may know more after
    /// a week.
    #[must_use]
    pub fn is_current(&self, now: u64) -> bool {
        const WEEK: u64 = 7 * 86_400;
        let age = now.checked_sub(self.asked_at);
        self.product.is_some() || age.is_some_and(|age| age < WEEK)
    }
}

/// The named products, by their ids.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Vec<Product>", into = "Vec<Product>")]
pub struct ProductTable(BTreeMap<DigitId, Product>);

impl ProductTable {
    #[must_use]
    pub fn get(&self, id: &DigitId) -> Option<&Product> {
        self.0.get(id)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds products in place of earlier ones.
    pub fn extend(&mut self, products: impl IntoIterator<Item = Product>) {
        let products = products.into_iter();
        self.0
            .extend(products.map(|product| (product.id.clone(), product)));
    }

    /// The products of these videos alone.
    #[must_use]
    pub fn of_videos(&self, videos: &[Video]) -> Self {
        let ids = product_ids(videos);
        Self::from_iter(ids.iter().filter_map(|id| self.get(id).cloned()))
    }
}

impl FromIterator<Product> for ProductTable {
    fn from_iter<T: IntoIterator<Item = Product>>(products: T) -> Self {
        let mut table = Self::default();
        table.extend(products);
        table
    }
}

impl From<Vec<Product>> for ProductTable {
    fn from(products: Vec<Product>) -> Self {
        products.into_iter().collect()
    }
}

impl From<ProductTable> for Vec<Product> {
    fn from(table: ProductTable) -> Self {
        table.0.into_values().collect()
    }
}

/// Whether a product can be asked for: no id has more than 20 digits, and proxies refuse a request with another number.
#[must_use]
pub fn can_be_named(id: &DigitId) -> bool {
    id.as_str().len() <= 20
}

/// The ids of the products of some videos, in their order, each once.
#[must_use]
pub fn product_ids<'a>(videos: impl IntoIterator<Item = &'a Video>) -> Vec<DigitId> {
    let mut seen = HashSet::new();
    let sales = videos.into_iter().flat_map(|video| &video.sales);
    let ids = sales.filter_map(|sales| sales.product.as_ref());
    ids.filter(|id| seen.insert((*id).clone()))
        .cloned()
        .collect()
}

/// How many requests so many products take.
#[must_use]
pub fn requests_for(products: usize) -> usize {
    products.div_ceil(BATCH)
}

/// A commission as a fraction. Its unit is not documented: below 1 it is taken for a fraction, up to 100 for percent.
#[must_use]
pub fn commission_rate(value: f64) -> Option<f64> {
    match value {
        0.0..1.0 => Some(value),
        1.0..=100.0 => Some(value / 100.0),
        _ => None,
    }
}

/// A rating in stars. Zero stands for no ratings.
#[must_use]
pub fn rating(value: f64) -> Option<f64> {
    (value > 0.0 && value <= 5.0).then_some(value)
}
