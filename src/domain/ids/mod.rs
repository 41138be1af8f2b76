//! Video ids: one ([`VideoId`]) and the set that a query asks for ([`VideoIds`]). Both check what they are made from, so
//! that no other code has to. An id is a `u64` and never passes through a floating-point number.

pub mod cells;
pub mod chars;
pub mod excerpt;
mod host;
pub mod items;
pub mod label;
pub mod link;
mod numbers;
pub mod parsed_ids;
pub mod rules;
pub mod short_link;
mod tokens;

use std::collections::HashSet;
use std::fmt;
use std::hash::Hasher;
use std::str::FromStr;

use fnv::{FnvBuildHasher, FnvHasher};

/// TikTok's id of a video.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct VideoId(u64);

/// How many digits an id has at least, without leading zeros.
const MIN_DIGITS: usize = 15;
/// How many digits an id has at most: those of the largest `u64`.
const MAX_DIGITS: usize = 20;

impl VideoId {
    /// The number.
    #[must_use]
    pub fn get(self) -> u64 {
        self.0
    }

    /// When the video was created, in Unix seconds, which are the upper 32 bits of the id.
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
        // Leading zeros are lost when the id is written again, so they do not count as digits.
        if text.trim_start_matches('0').len() < MIN_DIGITS {
            return Err(TokenProblem::TooShort);
        }
        // Only a number above the largest `u64` fails here.
        text.parse().map(Self).map_err(|_| TokenProblem::TooLong)
    }
}

/// Why a token of the user's text is not a video id.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TokenProblem {
    /// A `vm.`, `vt.` or `/t/` link: only TikTok knows which video it leads to.
    #[error("a short link")]
    ShortLink,
    /// A host with "tiktok" in its name that is not TikTok's.
    #[error("a look-alike of TikTok")]
    LookAlikeHost,
    /// A link to another site.
    #[error("a link to another site")]
    OtherSite,
    /// A TikTok link to something else than a video: a profile, a search, music, a live stream.
    #[error("a TikTok link without a video id")]
    LinkWithoutId,
    /// A number with fewer than 15 digits.
    #[error("too short for a video id")]
    TooShort,
    /// A number with more than 20 digits, or with more than 64 bits.
    #[error("too long for a video id")]
    TooLong,
    /// A spreadsheet's `7.52178E+18`, which has lost digits.
    #[error("in exponent form")]
    ExponentForm,
    /// It looks rounded by a program: real ids rarely end in zeros.
    #[error("looks rounded")]
    LooksRounded,
    /// The date that every id contains is before TikTok, or in the future: an id of something else, or a wrong number.
    #[error("would be of {year}")]
    ImpossibleDate {
        /// The year of that date.
        year: i32,
    },
    /// A name beside it says that it is the id of a product, a user or another thing.
    #[error("not of a video")]
    OtherThing,
    /// Neither a number nor a link.
    #[error("not a number")]
    NotANumber,
}

/// The ids of a search: 1 to [`VideoIds::MAX`], without duplicates, in the user's order.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct VideoIds(Vec<VideoId>);

/// Why ids are not a [`VideoIds`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum IdsProblem {
    /// The input is empty.
    #[error("no video ids")]
    Empty,
    /// The input is not empty, and has no id.
    #[error("no video id was recognized")]
    NoneRecognized,
    /// More different ids than `max`.
    #[error("too many video ids: {count} of at most {max}")]
    TooMany {
        /// How many different ids there are.
        count: usize,
        max: usize,
    },
}

#[expect(clippy::len_without_is_empty, reason = "it is never empty")]
impl VideoIds {
    /// How many ids a search can have.
    pub const MAX: usize = 10_000;

    /// Removes duplicates, and keeps the order.
    ///
    /// # Errors
    /// `Empty` without ids; `TooMany` with more than [`Self::MAX`] different ids.
    pub fn new(ids: impl IntoIterator<Item = VideoId>) -> Result<Self, IdsProblem> {
        Self::up_to(Self::MAX, ids)
    }

    /// As [`Self::new`], with another maximum.
    ///
    /// # Errors
    /// `Empty` without ids; `TooMany` with more than `max` different ids.
    pub fn up_to(max: usize, ids: impl IntoIterator<Item = VideoId>) -> Result<Self, IdsProblem> {
        let mut ids: Vec<VideoId> = ids.into_iter().collect();
        remove_duplicates(&mut ids);
        match ids.len() {
            0 => Err(IdsProblem::Empty),
            count if count > max => Err(IdsProblem::TooMany { count, max }),
            _ => Ok(Self(ids)),
        }
    }

    /// The same ids in groups of at most `size`, in their order.
    #[must_use]
    pub fn in_groups(&self, size: usize) -> Vec<Self> {
        self.0
            .chunks(size.max(1))
            .map(|ids| Self(ids.to_vec()))
            .collect()
    }

    /// The ids in the user's order.
    pub fn iter(&self) -> impl Iterator<Item = VideoId> + Clone + '_ {
        self.0.iter().copied()
    }

    /// The same ids in ascending order, so that the same set always gives the same request.
    #[must_use]
    pub fn sorted(&self) -> Self {
        let mut ids = self.0.clone();
        ids.sort_unstable();
        Self(ids)
    }

    /// How many characters the ids have with a comma between them.
    #[must_use]
    pub fn text_length(&self) -> usize {
        let digits = |id: &VideoId| id.0.ilog10() as usize + 1;
        self.0.iter().map(|id| digits(id) + 1).sum::<usize>() - 1
    }

    /// A short text by which these ids, in this order, are known in the browser's storage.
    #[must_use]
    pub fn key(&self) -> String {
        let mut hasher = FnvHasher::default();
        for id in &self.0 {
            hasher.write(&id.0.to_le_bytes());
        }
        format!("{:016x}", hasher.finish())
    }

    /// How many there are: 1 to [`Self::MAX`].
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the id is one of them.
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
pub fn remove_duplicates(ids: &mut Vec<VideoId>) {
    let mut seen: HashSet<VideoId, FnvBuildHasher> = HashSet::default();
    ids.retain(|id| seen.insert(*id));
}

/// The ids as text for the form: one per line.
pub fn one_per_line(ids: impl Iterator<Item = VideoId>) -> String {
    let lines: Vec<String> = ids.map(|id| id.to_string()).collect();
    lines.join("\n")
}
