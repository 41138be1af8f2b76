//! Video ids: one (`VideoId`) and the set that a query asks for (`VideoIds`).
//!
//! Refuses anything that cannot be an id, so that no later layer checks again. An id is a `u64`
//! from text to text and never passes through a floating-point number. Reading free text, links
//! included, is `parsed_ids`'s, whose names are re-exported here.

pub mod chars;
pub mod link;
pub mod parsed_ids;

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// TikTok's number for a video.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct VideoId(u64);

/// The fewest digits an id has, leading zeros aside.
const MIN_DIGITS: usize = 15;
/// The most digits an id has: those of the largest `u64`.
const MAX_DIGITS: usize = 20;

impl VideoId {
    /// The number.
    #[must_use]
    pub fn get(self) -> u64 {
        self.0
    }

    /// When the video was created, in Unix seconds: an id's upper 32 bits.
    #[must_use]
    pub fn published(self) -> u64 {
        self.0 >> 32
    }
}

impl fmt::Display for VideoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for VideoId {
    type Err = TokenProblem;

    /// Reads 15 to 20 ASCII digits and nothing else.
    fn from_str(text: &str) -> Result<Self, TokenProblem> {
        if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(TokenProblem::NotANumber);
        }
        if text.len() > MAX_DIGITS {
            return Err(TokenProblem::TooLong);
        }
        // Zeros in front would be lost in writing the id back, so they do not count as digits.
        if text.trim_start_matches('0').len() < MIN_DIGITS {
            return Err(TokenProblem::TooShort);
        }
        // Only a number above the largest `u64` can fail here.
        text.parse().map(Self).map_err(|_| TokenProblem::TooLong)
    }
}

/// Why a token of parsed_ids text is not a video id.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TokenProblem {
    /// A `vm.`, `vt.` or `/t/` link: only TikTok knows which video it stands for.
    #[error("a short link")]
    ShortLink,
    /// A host that has "tiktok" in it and isn't TikTok's.
    #[error("a look-alike of TikTok")]
    LookAlikeHost,
    /// A link to some other site.
    #[error("a link to another site")]
    OtherSite,
    /// A TikTok link to something that is not a video: a profile, a search, music, a live.
    #[error("a TikTok link without a video id")]
    LinkWithoutId,
    /// A number of fewer than 15 digits.
    #[error("too short for a video id")]
    TooShort,
    /// A number of more than 20 digits, or beyond 64 bits.
    #[error("too long for a video id")]
    TooLong,
    /// Neither a number nor a link; a spreadsheet's `7.52178E+18` as well.
    #[error("not a number")]
    NotANumber,
}

/// The videos of one query: at least one, at most [`VideoIds::MAX`], each once, in the user's order.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct VideoIds(Vec<VideoId>);

/// Why there is no [`VideoIds`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum IdsProblem {
    /// Nothing was given.
    #[error("no video ids")]
    Empty,
    /// Something was given, and no id was in it.
    #[error("no video id was understood")]
    NoneUnderstood,
    /// More than [`VideoIds::MAX`] different ids.
    #[error("too many video ids: {count}")]
    TooMany {
        /// How many different ids were given.
        count: usize,
    },
}

#[expect(clippy::len_without_is_empty, reason = "it is never empty")]
impl VideoIds {
    /// The most ids that one query may hold.
    pub const MAX: usize = 200;

    /// Keeps the first of each id, in order.
    ///
    /// # Errors
    /// `Empty` without any id; `TooMany` when more than [`Self::MAX`] different ones remain.
    pub fn new(ids: impl IntoIterator<Item = VideoId>) -> Result<Self, IdsProblem> {
        let mut ids: Vec<VideoId> = ids.into_iter().collect();
        drop_repeats(&mut ids);
        match ids.len() {
            0 => Err(IdsProblem::Empty),
            1..=Self::MAX => Ok(Self(ids)),
            count => Err(IdsProblem::TooMany { count }),
        }
    }

    /// The ids in the user's order.
    pub fn iter(&self) -> impl Iterator<Item = VideoId> + '_ {
        self.0.iter().copied()
    }

    /// The same ids by number: the one form in which they are asked for, whatever the user's order.
    #[must_use]
    pub fn sorted(&self) -> Self {
        // By insertion: they are few, and the library's own sorting is much code for a page to load.
        let mut sorted = Vec::with_capacity(self.len());
        for id in self.iter() {
            let place = sorted.partition_point(|before| *before < id);
            sorted.insert(place, id);
        }
        Self(sorted)
    }

    /// How many there are: 1 to [`Self::MAX`].
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the query asks for this video.
    #[must_use]
    pub fn contains(&self, id: VideoId) -> bool {
        self.0.contains(&id)
    }
}

impl fmt::Display for VideoIds {
    /// Comma-separated, as the API takes them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, id) in self.iter().enumerate() {
            if index > 0 {
                f.write_str(",")?;
            }
            id.fmt(f)?;
        }
        Ok(())
    }
}

/// Keeps the first of each id, in order.
pub fn drop_repeats(ids: &mut Vec<VideoId>) {
    // A map as `video` has it, and not a set, whose code a page would load as well.
    let mut seen = BTreeMap::new();
    ids.retain(|id| seen.insert(*id, 0_usize).is_none());
}

/// The ids as a form's text.
pub fn one_a_line(ids: impl Iterator<Item = VideoId>) -> String {
    let lines: Vec<String> = ids.map(|id| id.to_string()).collect();
    lines.join("\n")
}
