//! A filter's form in an address. Refuses: what is malformed in one; that part is left out.

use std::fmt;

use super::{Filter, NO_REGION};
use crate::domain::metrics::range::Range;

/// Names in an address.
const TEXT: &str = "q";
const REGION: &str = "region";
const FROM: &str = "from";
const TO: &str = "to";
const SOLD: &str = "sales";
const RANGES: &str = "where";

/// All of them.
pub const NAMES: [&str; 6] = [TEXT, REGION, FROM, TO, SOLD, RANGES];

impl Filter {
    /// Takes a parameter of an address; whether it is one of a filter's. What is malformed in it is left
    /// out.
    pub fn read(&mut self, name: &str, value: &str) -> bool {
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
            RANGES => {
                self.ranges.clear();
                for range in value.split(',').filter_map(|text| text.parse().ok()) {
                    let range: Range = range;
                    if self.range(range.metric()).is_none() {
                        self.ranges.push(range);
                    }
                }
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
    /// Its parameters, each with a `&` before it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.text.is_empty() {
            write!(f, "&{TEXT}=")?;
            let encoded = form_urlencoded::byte_serialize(self.text.as_bytes());
            encoded.into_iter().try_for_each(|part| f.write_str(part))?;
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
        for (index, range) in self.ranges.iter().enumerate() {
            let before = if index == 0 {
                ["&", RANGES, "="].concat()
            } else {
                ",".to_owned()
            };
            write!(f, "{before}{range}")?;
        }
        Ok(())
    }
}
