//! Decodes products. A row that cannot be read, or is of a product that was not asked for, hides no other.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::envelope::{checked, json_type};
use super::scalar::{NumberField, Text};
use super::text_list::TextList;
use super::{non_finite, quota, surrogates};
use crate::domain::products::{PriceRange, Product, commission_rate, rating};
use crate::domain::search::error::SearchError;
use crate::domain::videos::links::{DigitId, MediaUrl};

/// A product under the API's own field names.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Row {
    product_id: Text,
    product_name: Text,
    cover_url: TextList,
    min_price: NumberField<f64>,
    max_price: NumberField<f64>,
    spu_avg_price: NumberField<f64>,
    product_commission_rate: Rate,
    product_rating: NumberField<f64>,
    seller_id: Text,
}

/// A fraction, or percent with or without its sign.
#[derive(Default)]
struct Rate(Option<f64>);

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = <&RawValue>::deserialize(deserializer)?;
        let text: Option<String> = serde_json::from_str(json.get()).ok();
        let percent = text
            .as_deref()
            .and_then(|text| text.trim().strip_suffix('%'));
        Ok(Self(match percent {
            Some(percent) => {
                let value: Option<f64> = serde_json::from_str(percent.trim()).ok();
                value
                    .filter(|value| (0.0..=100.0).contains(value))
                    .map(|value| value / 100.0)
            }
            None => {
                let number: NumberField<f64> = serde_json::from_str(json.get()).unwrap_or_default();
                number.known().and_then(commission_rate)
            }
        }))
    }
}

/// Decodes a response that came at `at`, in Unix seconds.
///
/// # Errors
/// As those of a search.
pub fn read_products(
    status: u16,
    retry_after: Option<u32>,
    body: &str,
    at: u64,
) -> Result<Vec<Product>, SearchError> {
    let body = surrogates::repair_lone_surrogates(body);
    let body = non_finite::repair_non_finite(&body);
    let (envelope, note) = checked(status, retry_after, &body)?;
    let rows = envelope.data.and_then(|data| rows_in(data.get()));
    let products = rows.as_ref().map(|rows| {
        let rows = rows.iter().map(|row| product(row.get(), at));
        rows.flatten().collect::<Vec<_>>()
    });
    match products {
        Some(products) if !products.is_empty() => Ok(products),
        _ if quota::is_used_up(&note.message) => Err(SearchError::QuotaUsedUp(note)),
        // Nothing is known of these products.
        Some(products) if rows.is_some_and(|rows| rows.is_empty()) => Ok(products),
        _ => {
            let found = envelope
                .data
                .map_or("no `data`", |data| json_type(data.get()));
            Err(SearchError::UnexpectedShape(found, note))
        }
    }
}

/// A list of rows, one by itself, or either in JSON within a text.
fn rows_in(data: &str) -> Option<Vec<Box<RawValue>>> {
    match data.as_bytes().first()? {
        b'[' => serde_json::from_str(data).ok(),
        b'{' => serde_json::from_str(data).ok().map(|row| vec![row]),
        b'"' => {
            let text: String = serde_json::from_str(data).ok()?;
            match text.trim() {
                text if text.starts_with(['[', '{']) => rows_in(text),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A product with a name.
fn product(json: &str, at: u64) -> Option<Product> {
    // Serde would also accept an array for a struct.
    let row: Row = json
        .starts_with('{')
        .then(|| serde_json::from_str(json).ok())??;
    let price = PriceRange::new([row.min_price.known(), row.max_price.known()]);
    let product = Product {
        id: DigitId::new(&row.product_id.0)?,
        picture: row
            .cover_url
            .0
            .iter()
            .find_map(|url| MediaUrl::https(url).filter(MediaUrl::may_load_early)),
        price: price.or_else(|| PriceRange::new([row.spu_avg_price.known()])),
        commission_rate: row.product_commission_rate.0,
        rating: row.product_rating.known().and_then(rating),
        seller: DigitId::new(&row.seller_id.0),
        name: row.product_name.0,
        named_at: at,
    };
    (!product.name.is_empty()).then_some(product)
}
