//! Owns: what a table, a sort or an export can have as a column, each with a code that never changes.
//! Refuses: how a column looks.

use std::cmp::Ordering;

use crate::domain::metrics::{METRICS, Metric};
use crate::domain::rows::{ResultRows, RowIndex};
use crate::domain::videos::links::DigitId;

/// A column.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Column {
    Caption,
    Hashtags,
    Region,
    /// When the video was published.
    Published,
    Creator,
    VideoId,
    Product,
    Metric(Metric),
}

impl Column {
    /// Those that are no metrics.
    pub const FACTS: [Self; 7] = [
        Self::Product,
        Self::Region,
        Self::Published,
        Self::Caption,
        Self::Hashtags,
        Self::Creator,
        Self::VideoId,
    ];

    /// Every column: the facts, then the metrics.
    pub fn all() -> impl Iterator<Item = Self> {
        let metrics = METRICS.iter().map(|spec| Self::Metric(spec.metric));
        Self::FACTS.into_iter().chain(metrics)
    }

    /// Its name in addresses and in exported files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Caption => "caption",
            Self::Hashtags => "hashtags",
            Self::Region => "region",
            Self::Published => "published",
            Self::Creator => "creator_id",
            Self::VideoId => "video_id",
            Self::Product => "product_id",
            Self::Metric(metric) => metric.code(),
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|column| column.code() == code)
    }

    /// Columns by their codes, separated by commas; each once, and without those that are none.
    #[must_use]
    pub fn list(codes: &str) -> Vec<Self> {
        let mut columns = Vec::new();
        for column in codes.split(',').filter_map(Self::from_code) {
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        columns
    }

    /// Two rows by this column alone. Unknown comes after all that is known, whichever way the rest
    /// runs.
    #[must_use]
    pub fn compare(
        self,
        rows: &ResultRows,
        a: RowIndex,
        b: RowIndex,
        descending: bool,
    ) -> Ordering {
        let (left, right) = (rows.video(a), rows.video(b));
        // Which of them is known, and their order if both are.
        let (known, order) = match self {
            Self::Caption => by_letters(&left.caption, &right.caption),
            Self::Hashtags => by_tags(&left.hashtags, &right.hashtags),
            Self::Region => by_letters(or_none(&left.region), or_none(&right.region)),
            Self::Published => ((true, true), left.published.cmp(&right.published)),
            Self::Creator => by_number(&left.creator, &right.creator),
            Self::VideoId => ((true, true), left.id.cmp(&right.id)),
            Self::Product => by_number(&rows.sales(a).product, &rows.sales(b).product),
            Self::Metric(metric) => {
                let (a, b) = (rows.value(a, metric), rows.value(b, metric));
                let order = a.partial_cmp(&b).unwrap_or(Ordering::Equal);
                ((a.is_some(), b.is_some()), order)
            }
        };
        match known {
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            _ if descending => order.reverse(),
            _ => order,
        }
    }

    /// Whether rows of equal rank may still differ.
    #[must_use]
    pub fn has_more_than_ranks(self) -> bool {
        matches!(
            self,
            Self::Caption | Self::Hashtags | Self::Creator | Self::VideoId | Self::Product
        )
    }

    /// A number in the order of [`Self::compare`], as far as a number can say it; among equal ones that
    /// decides. It is looked up once a row, where comparing has to go to two rows each time.
    #[must_use]
    pub fn rank(self, rows: &ResultRows, row: RowIndex, descending: bool) -> u64 {
        const LAST_KNOWN: u64 = u64::MAX - 1;
        let video = rows.video(row);
        let rank = match self {
            Self::Caption => start(&video.caption),
            Self::Hashtags => video.hashtags.first().and_then(|tag| start(tag)),
            Self::Region => start(or_none(&video.region)),
            Self::Published => Some(video.published),
            Self::Creator => number(&video.creator),
            Self::VideoId => Some(video.id.get()),
            Self::Product => number(&rows.sales(row).product),
            // Metrics are never negative, and the bits of such floats are in their order; but for "-0",
            // which this makes 0.
            Self::Metric(metric) => rows.value(row, metric).map(|value| (value + 0.0).to_bits()),
        };
        match rank.map(|rank| rank.min(LAST_KNOWN)) {
            None => u64::MAX,
            Some(rank) if descending => LAST_KNOWN - rank,
            Some(rank) => rank,
        }
    }
}

/// The first eight letters as a number.
fn start(text: &str) -> Option<u64> {
    let mut start = [0; 8];
    for (index, letter) in start.iter_mut().zip(small(text)) {
        *index = letter;
    }
    (!text.is_empty()).then_some(u64::from_be_bytes(start))
}

/// The number of an id, or the greatest for a longer one.
fn number(id: &Option<DigitId>) -> Option<u64> {
    let id = id.as_ref()?;
    Some(id.as_str().parse().unwrap_or(u64::MAX))
}

/// Whether each of two is known, and their order, which is `Equal` if neither is.
type Compared = ((bool, bool), Ordering);

/// By letters, of which a small one is as good as a capital. Only ASCII's: other scripts' tables are the
/// browser's, and too far away to be asked for each pair.
fn by_letters(a: &str, b: &str) -> Compared {
    let order = small(a).cmp(small(b));
    ((!a.is_empty(), !b.is_empty()), order)
}

fn small(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().map(|byte| byte.to_ascii_lowercase())
}

/// By the first hashtag, then by the second, and so on.
fn by_tags(a: &[String], b: &[String]) -> Compared {
    let mut orders = a.iter().zip(b).map(|(a, b)| by_letters(a, b).1);
    let order = orders.find(|order| order.is_ne());
    let order = order.unwrap_or_else(|| a.len().cmp(&b.len()));
    ((!a.is_empty(), !b.is_empty()), order)
}

/// By the number that the digits are, whatever its length.
fn by_number(a: &Option<DigitId>, b: &Option<DigitId>) -> Compared {
    let (left, right) = (digits(a), digits(b));
    let order = left.len().cmp(&right.len()).then_with(|| left.cmp(right));
    ((a.is_some(), b.is_some()), order)
}

fn digits(id: &Option<DigitId>) -> &str {
    let digits = id.as_ref().map_or("", DigitId::as_str);
    digits.trim_start_matches('0')
}

fn or_none(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or_default()
}
