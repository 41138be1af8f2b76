//! Which page, and how large: the API's `page_num` and `page_size`.
//!
//! Refuses any number outside the API's limits. Of a text it takes what a person may type: blanks
//! around it and full-width digits, but no fraction, exponent or plus sign.

use std::fmt;
use std::str::FromStr;

use crate::domain::ids::chars::{is_invisible, narrowed};

/// A page's number, from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PageNum(u32);

/// How many rows a page has at most.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PageSize(u8);

/// Why a text or number is no page or page size.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PagingProblem {
    /// Nothing was given.
    #[error("missing")]
    Missing,
    /// Not a whole number in digits.
    #[error("not a whole number")]
    NotANumber,
    /// A whole number beyond the API's limits.
    #[error("out of range")]
    OutOfRange,
}

impl PageNum {
    /// The first page.
    pub const MIN: u32 = 1;
    /// The last page that the API gives.
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

    /// The page after this one, if the API can give it.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::new(self.0 + 1).ok()
    }

    /// The page before this one.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::new(self.0 - 1).ok()
    }
}

impl PageSize {
    /// The smallest page.
    pub const MIN: u8 = 1;
    /// The largest page that the API gives.
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
    /// The largest page: a request costs the same whatever its size.
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

/// Reads a whole number; one beyond `u32` becomes the largest `u32`, which is no page either.
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
        let digit = narrowed(c).to_digit(10).ok_or(PagingProblem::NotANumber)?;
        number = number.saturating_mul(10).saturating_add(digit);
    }
    if minus {
        return Err(PagingProblem::OutOfRange);
    }
    Ok(number)
}
