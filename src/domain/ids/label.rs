//! Names that stand before numbers or above columns: `video_id: …`, `"product_id": …`, 商品ID.

use crate::domain::ids::chars::{has_long_number, plain};
use crate::domain::ids::tokens::Token;

/// What a name says of the numbers that belong to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Label {
    /// Whether they are ids of videos, not of products, users, orders or other things.
    pub is_video: bool,
    /// Whether there may be several numbers.
    pub is_plural: bool,
}

/// What a video is called.
const VIDEO: [&str; 12] = [
    "video", "item", "aweme", "post", "clip", "photo", "media", "tiktok", "content", "视频",
    "作品", "影片",
];
/// What else has numbers of that length, in names that do not say "id".
const OTHER: [&str; 31] = [
    "ad",
    "web",
    "device",
    "product",
    "sku",
    "spu",
    "goods",
    "user",
    "author",
    "creator",
    "seller",
    "shop",
    "store",
    "order",
    "room",
    "live",
    "music",
    "sound",
    "campaign",
    "card",
    "商品",
    "产品",
    "用户",
    "达人",
    "作者",
    "卖家",
    "店铺",
    "订单",
    "直播间",
    "音乐",
    "广告",
];
/// The endings of an id's name.
const ENDINGS: [&str; 4] = ["id", "number", "编号", "号"];
/// English words that end in "id" by chance.
const WORDS: [&str; 6] = ["paid", "valid", "android", "grid", "said", "did"];
/// Longer texts are not names.
const MAX_LENGTH: usize = 40;

impl Label {
    /// What a whole name says, in any spelling: `video_id`, `Video ID`, `videoIds`, `视频 ID`. `None` if it names no id.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        if !name.chars().all(is_part_of_name) {
            return None;
        }
        let mut words = name.rsplit(' ').filter(|word| !word.is_empty());
        let (word, before) = (normalized(words.next()?), words.next().map(normalized));
        let singular = word.strip_suffix('s').unwrap_or(&word);
        if WORDS.contains(&singular) {
            return None;
        }
        let is_video = match (thing(singular), before) {
            // "product ID", but not "my ID".
            (Some(""), Some(before)) => !OTHER.contains(&&*before),
            // "ID", and "vid".
            (Some("" | "v"), _) => true,
            (Some(thing), _) => VIDEO.iter().any(|video| thing.ends_with(video)),
            (None, _) if VIDEO.contains(&singular) => true,
            (None, _) if OTHER.contains(&singular) => false,
            (None, _) => return None,
        };
        Some(Self {
            is_video,
            is_plural: singular.len() < word.len(),
        })
    }

    /// What the name at the end of a text says, if a colon or an equals sign follows it: `…, product_id: "`. What opens a
    /// value may follow, too.
    #[must_use]
    pub fn at_end_of(text: &str) -> Option<Self> {
        let start = text.char_indices().rev().nth(2 * MAX_LENGTH);
        let text = start.map_or(text, |(at, _)| &text[at..]);
        let text = text.trim_end_matches(|c: char| c.is_whitespace() || opens_value(c));
        let text = text.strip_suffix([':', '=', '：', '＝'])?;
        let text = text.trim_end_matches(|c: char| c == ' ' || opens_value(c));
        Self::of(text.rsplit(|c| !is_part_of_name(c)).next()?)
    }

    /// Whether the name itself says that it is of an id, or of several.
    #[must_use]
    pub fn says_id(name: &str) -> bool {
        let word = normalized(name);
        Self::of(name).is_some() && thing(word.strip_suffix('s').unwrap_or(&word)).is_some()
    }
}

fn is_part_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | ' ')
}

/// The name that the numbers of a text have at some place in it: `product_ids: 172…, 172…`.
#[derive(Default)]
pub struct LabelInForce {
    label: Option<Label>,
    /// Whether a bracket has opened a list of values.
    in_list: bool,
    /// Where the last token ended.
    end: usize,
}

impl LabelInForce {
    /// Whether a name says that the token is not a video's. Tokens have to come in their order.
    pub fn is_of_other_thing(&mut self, token: Token<'_>) -> bool {
        let between = &token.before[self.end..];
        self.end = token.before.len() + token.text.len();
        if let Some(label) = Label::at_end_of(token.before) {
            self.label = Some(label);
            self.in_list = between.contains('[');
        } else if !self.goes_on(between) {
            self.label = None;
        }
        let is_other = self.label.is_some_and(|label| !label.is_video);
        if !has_long_number(&plain(token.text)) {
            self.label = None;
        }
        is_other
    }

    /// Whether the name is also that of the number that follows another, with this text between them.
    fn goes_on(&self, between: &str) -> bool {
        let is_plural = self.label.is_some_and(|label| label.is_plural);
        match self.in_list {
            true => !between.contains([']', '}']),
            false => is_plural && !between.contains(['\n', ']', '}']),
        }
    }
}

/// Letters and digits only, in lower case.
fn normalized(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters
        .flat_map(char::to_lowercase)
        .take(MAX_LENGTH)
        .collect()
}

/// What an id's name says that it is of.
fn thing(name: &str) -> Option<&str> {
    ENDINGS.iter().find_map(|ending| name.strip_suffix(ending))
}

fn opens_value(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '[' | '“' | '「')
}
