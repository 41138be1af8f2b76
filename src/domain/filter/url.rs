//! A filter's parameters in a URL. Malformed parts of them are ignored.

use std::fmt;

use super::{Filter, ImportedValue, NO_REGION};
use crate::domain::metrics::range::Range;

const TEXT: &str = "cc_q";
const REGION: &str = "cc_region";
const FROM: &str = "cc_from";
const TO: &str = "cc_to";
const SOLD: &str = "cc_sales";
const PRODUCTS: &str = "cc_products";
const RANGES: &str = "cc_where";
// Once for each value, which may contain any separator.
const IMPORTED: &str = "cc_file";

/// The names of all parameters.
pub const NAMES: [&str; 8] = [TEXT, REGION, FROM, TO, SOLD, PRODUCTS, RANGES, IMPORTED];

/// The value of [`PRODUCTS`] for videos with a single product.
const ONE: &str = "one";

impl Filter {
    /// Reads one parameter of a URL. Returns false, and changes nothing, if the name is not in [`NAMES`].
    pub fn read_param(&mut self, name: &str, value: &str) -> bool {
        match name {
            TEXT => self.text = value.to_owned(),
            REGION => {
                self.regions.clear();
                for code in value.split(',').filter(|code| is_region(code)) {
                    if !self.regions.iter().any(|known| known == code) {
                        self.regions.push(code.to_owned());
                    }
                }
            }
            FROM => self.from = value.parse().ok(),
            TO => self.to = value.parse().ok(),
            SOLD => self.sold = value.parse().ok(),
            PRODUCTS => self.one_product = value == ONE,
            RANGES => {
                self.ranges.clear();
                for range in value.split(',').filter_map(|text| text.parse().ok()) {
                    let range: Range = range;
                    if self.range(range.metric()).is_none() {
                        self.ranges.push(range);
                    }
                }
            }
            IMPORTED => {
                let value: Option<ImportedValue> = value.parse().ok();
                let value = value.filter(|value| !self.imported.contains(value));
                self.imported.extend(value);
            }
            _ => return false,
        }
        true
    }
}

fn is_region(code: &str) -> bool {
    let code_like = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_uppercase());
    code_like || code == NO_REGION
}

impl fmt::Display for Filter {
    /// The parameters that are set, each with a `&` before it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.text.is_empty() {
            write!(f, "&{TEXT}=")?;
            write_encoded(f, &self.text)?;
        }
        if !self.regions.is_empty() {
            write!(f, "&{REGION}={}", self.regions.join(","))?;
        }
        for (name, day) in [(FROM, self.from), (TO, self.to)] {
            if let Some(day) = day {
                write!(f, "&{name}={day}")?;
            }
        }
        if let Some(sold) = self.sold {
            write!(f, "&{SOLD}={}", sold.into_str())?;
        }
        if self.one_product {
            write!(f, "&{PRODUCTS}={ONE}")?;
        }
        if !self.ranges.is_empty() {
            let ranges: Vec<String> = self.ranges.iter().map(Range::to_string).collect();
            write!(f, "&{RANGES}={}", ranges.join(","))?;
        }
        for value in &self.imported {
            write!(f, "&{IMPORTED}={}:", value.number())?;
            write_encoded(f, value.value())?;
        }
        Ok(())
    }
}

fn write_encoded(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let mut encoded = form_urlencoded::byte_serialize(text.as_bytes());
    encoded.try_for_each(|part| f.write_str(part))
}
