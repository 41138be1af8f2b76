//! What is known of video ids beyond their digits. It keeps credits from being spent on numbers that are none.

use crate::domain::dates::day::Day;
use crate::domain::ids::{TokenProblem, VideoId};

/// 2016-01-01 in Unix seconds: TikTok's first year.
const FIRST_SECOND: u64 = 1_451_606_400;
/// The smallest number of 19 digits, which all ids have.
const SMALLEST: u64 = 1_000_000_000_000_000_000;
/// Clocks and time zones may differ by this much.
const ONE_DAY: u64 = 86_400;

/// Which numbers are accepted as ids.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct IdRules {
    /// The time now, in Unix seconds: no id is of a later time.
    pub now: u64,
    /// Whether the user wants numbers that look rounded as well.
    pub allows_rounded: bool,
}

impl IdRules {
    /// Reads an id that somebody typed or pasted.
    ///
    /// # Errors
    /// Those of [`VideoId`]; `TooShort` below 19 digits; `ImpossibleDate` if the id's own date is before 2016 or after tomorrow; `LooksRounded` unless
    /// that is allowed.
    pub fn read(self, digits: &str) -> Result<VideoId, TokenProblem> {
        let id: VideoId = digits.parse()?;
        // A shorter number has lost digits, or is of something else.
        if id.get() < SMALLEST {
            return Err(TokenProblem::TooShort);
        }
        let published = id.published();
        if !(FIRST_SECOND..=self.now.saturating_add(ONE_DAY)).contains(&published) {
            let year = Day::of(published).date().year();
            return Err(TokenProblem::ImpossibleDate { year });
        }
        match looks_rounded(id) && !self.allows_rounded {
            true => Err(TokenProblem::LooksRounded),
            false => Ok(id),
        }
    }
}

/// Whether the id looks as if it had passed through a floating-point number: written with zeros at its end, as
/// spreadsheets and JavaScript do, or as the nearest number that such a number can hold, as other programs do, which is a
/// multiple of 1024 at this size. One real id in about five hundred looks so, too.
#[must_use]
pub fn looks_rounded(id: VideoId) -> bool {
    id.get().is_multiple_of(1000) || id.get().is_multiple_of(1024)
}
