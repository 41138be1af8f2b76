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
    /// Whether the name itself says that they are ids, as `product_id` does and `product` does not.
    pub says_id: bool,
}

/// What a video is called.
const VIDEO: [&str; 12] = [
    "video", "item", "aweme", "post", "clip", "photo", "media", "tiktok", "content", "视频",
    "作品", "影片",
];
/// What else has numbers of that length.
const OTHER: [&str; 35] = [
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
    "comment",
    "account",
    "owner",
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
    "评论",
];
/// Words before "ID" that do not say what it is of.
const FILLERS: [&str; 10] = [
    "the", "my", "your", "our", "their", "this", "these", "all", "and", "new",
];
/// The endings of an id's name.
const ENDINGS: [&str; 4] = ["id", "number", "编号", "号"];
/// What separates a name from its value.
const COLONS: [char; 4] = [':', '=', '：', '＝'];
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
        let last = words.next()?;
        let (word, before) = (normalized(last), words.next().map(normalized));
        let singular = word.strip_suffix('s').unwrap_or(&word);
        let id_of = ENDINGS
            .iter()
            .find_map(|ending| singular.strip_suffix(ending));
        let is_video = match (id_of, before) {
            // "product ID", but not "my ID".
            (Some(""), Some(before)) => is_video(&before) || FILLERS.contains(&&*before),
            // "ID", and "vid".
            (Some("" | "v"), _) => true,
            (Some(thing), _) if is_video(thing) => true,
            // Not "paid".
            (Some(thing), _) if is_other(thing) || is_joined(last) => false,
            // A single noun, or one with a word before it, but not the end of a sentence.
            (None, _) if words.next().is_some() => return None,
            (None, _) if VIDEO.contains(&singular) => true,
            (None, _) if OTHER.contains(&singular) => false,
            _ => return None,
        };
        Some(Self {
            is_video,
            is_plural: singular.len() < word.len(),
            says_id: id_of.is_some(),
        })
    }

    /// What the name at the end of a text says, if a colon or an equals sign follows it: `…, product_id: "`. What opens a
    /// value may follow, too.
    #[must_use]
    pub fn at_end_of(text: &str) -> Option<Self> {
        let is_after_name = |c: char| c.is_whitespace() || opens_value(c);
        if !text.trim_end_matches(is_after_name).ends_with(COLONS) {
            return None;
        }
        let start = text.char_indices().rev().nth(2 * MAX_LENGTH);
        let text = start.map_or(text, |(at, _)| &text[at..]);
        let text = text.trim_end_matches(is_after_name);
        let text = text.strip_suffix(COLONS)?;
        let text = text.trim_end_matches(|c: char| c == ' ' || opens_value(c));
        Self::of(text.rsplit(|c| !is_part_of_name(c)).next()?)
    }
}

fn is_video(thing: &str) -> bool {
    VIDEO.iter().any(|video| thing.ends_with(video))
}

fn is_other(thing: &str) -> bool {
    thing == "u" || OTHER.iter().any(|other| thing.ends_with(other))
}

/// Whether a name is of several words, as in `sec_uid` and `advertiserId`.
fn is_joined(word: &str) -> bool {
    let ending = word.trim_end_matches('s');
    word.contains(['_', '-']) || ending.ends_with("ID") || ending.ends_with("Id")
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
        if !has_long_number(&plain(token.text)) {
            self.label = None;
            return false;
        }
        if let Some(label) = Label::at_end_of(token.before) {
            self.label = Some(label);
            self.in_list = between.contains('[');
        } else if !self.goes_on(between) {
            self.label = None;
        }
        self.label.is_some_and(|label| !label.is_video)
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

fn opens_value(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '[' | '“' | '「')
}
