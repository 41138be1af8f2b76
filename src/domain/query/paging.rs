//! The page number and the page size, the API's `page_num` and `page_size`, within the API's limits. In text, spaces
//! around the number and full-width digits are accepted; fractions, exponents and plus signs are not.

use std::fmt;
use std::str::FromStr;

use crate::domain::ids::chars::{ascii_digit, is_invisible};

/// A page number, from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PageNum(u32);

/// The maximum number of rows in a page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PageSize(u8);

/// Why a text or a number is not a page number or page size.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PagingProblem {
    /// The text is empty.
    #[error("missing")]
    Missing,
    /// The text is not a whole number in digits.
    #[error("not a whole number")]
    NotANumber,
    /// The number is outside the API's limits.
    #[error("out of range")]
    OutOfRange,
}

impl PageNum {
    /// The first page.
    pub const MIN: u32 = 1;
    /// The last page that the API has.
    pub const MAX: u32 = 100_000;

    /// # Errors
    /// `OutOfRange` outside [`Self::MIN`] to [`Self::MAX`].
    pub fn new(number: u32) -> Result<Self, PagingProblem> {
        match number {
            Self::MIN..=Self::MAX => Ok(Self(number)),
            _ => Err(PagingProblem::OutOfRange),
        }
    }

    /// The number itself.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }

    /// The next page, if there can be one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::new(self.0 + 1).ok()
    }

    /// The previous page, if there is one.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::new(self.0 - 1).ok()
    }
}

impl PageSize {
    /// The smallest page.
    pub const MIN: u8 = 1;
    /// The largest page that the API has.
    pub const MAX: u8 = 10;

    /// # Errors
    /// `OutOfRange` outside [`Self::MIN`] to [`Self::MAX`].
    pub fn new(size: u8) -> Result<Self, PagingProblem> {
        match size {
            Self::MIN..=Self::MAX => Ok(Self(size)),
            _ => Err(PagingProblem::OutOfRange),
        }
    }

    /// The number itself.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl Default for PageNum {
    /// The first page.
    fn default() -> Self {
        Self(Self::MIN)
    }
}

impl Default for PageSize {
    /// The largest page, since a request costs the same for any size.
    fn default() -> Self {
        Self(Self::MAX)
    }
}

impl fmt::Display for PageNum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for PageSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for PageNum {
    type Err = PagingProblem;

    fn from_str(text: &str) -> Result<Self, PagingProblem> {
        Self::new(whole(text)?)
    }
}

impl FromStr for PageSize {
    type Err = PagingProblem;

    fn from_str(text: &str) -> Result<Self, PagingProblem> {
        let size = u8::try_from(whole(text)?).map_err(|_| PagingProblem::OutOfRange)?;
        Self::new(size)
    }
}

/// Reads a whole number. One above the largest `u32` becomes that, which is outside the limits as well.
fn whole(text: &str) -> Result<u32, PagingProblem> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    if text.is_empty() {
        return Err(PagingProblem::Missing);
    }
    let (minus, digits) = match text.strip_prefix(['-', '－', '−']) {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    if digits.is_empty() {
        return Err(PagingProblem::NotANumber);
    }
    let mut number = 0_u32;
    for c in digits.chars() {
        let digit = ascii_digit(c)
            .to_digit(10)
            .ok_or(PagingProblem::NotANumber)?;
        number = number.saturating_mul(10).saturating_add(digit);
    }
    if minus {
        return Err(PagingProblem::OutOfRange);
    }
    Ok(number)
}
