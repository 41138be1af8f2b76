//! Reads a text that a user pastes as items: each of its tokens is an id, or invalid with a reason.
//!
//! It accepts any text, in time proportional to its length. It does not guess: a token that is not plainly one id is
//! invalid, since a wrong id would cost a credit. Nothing vanishes: a number as long as an id is one, or is listed with
//! the reason; a link is one item.

use percent_encoding::percent_decode_str;

use crate::domain::ids::cells::{Cell, cells};
use crate::domain::ids::chars::{has_long_number, is_number, is_quote, plain};
use crate::domain::ids::label::{Label, LabelInForce};
use crate::domain::ids::link::{self, Target};
use crate::domain::ids::numbers::{is_exponent_form, without_separators};
use crate::domain::ids::rules::IdRules;
use crate::domain::ids::short_link::ShortLink;
use crate::domain::ids::tokens::tokens;
use crate::domain::ids::{TokenProblem, VideoId};

/// What a token is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Item {
    Id(VideoId),
    Invalid(InvalidToken),
}

/// A token that is not an id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InvalidToken {
    /// The text as the user typed it, cut to 120 characters.
    pub token: String,
    /// Why it is not an id.
    pub reason: TokenProblem,
}

impl InvalidToken {
    /// The short link that it is, if it can be resolved.
    #[must_use]
    pub fn short_link(&self) -> Option<ShortLink> {
        match self.reason {
            TokenProblem::ShortLink => ShortLink::in_token(&self.token),
            _ => None,
        }
    }
}

/// Reads ids and TikTok links from a text, whatever separates them.
#[must_use]
pub fn read_items(text: &str, rules: IdRules) -> Vec<Item> {
    let mut reader = Reader::new(rules);
    match cells(text) {
        Some(cells) => cells.for_each(|cell| reader.read_cell(&cell)),
        None => reader.read_text(text, false, 0),
    }
    reader.items
}

/// As [`read_items`], in parts: a long text does not block the page. After each part `should_continue` can let it paint, and
/// says whether the items are still wanted: `None` if they are not.
pub async fn read_items_in_parts(
    text: &str,
    rules: IdRules,
    should_continue: impl AsyncFn() -> bool,
) -> Option<Vec<Item>> {
    /// How many tokens or cells a part has. Reading it takes a millisecond or two.
    const PART: usize = 250;
    let ends_part = |index: usize| (index + 1).is_multiple_of(PART);
    let mut reader = Reader::new(rules);
    if let Some(cells) = cells(text) {
        for (index, cell) in cells.enumerate() {
            reader.read_cell(&cell);
            if ends_part(index) && !should_continue().await {
                return None;
            }
        }
        return Some(reader.items);
    }
    let text = without_separators(text);
    let mut label = LabelInForce::default();
    for (index, token) in tokens(&text).enumerate() {
        reader.read_token(token.text, label.is_of_other_thing(token), 0);
        if ends_part(index) && !should_continue().await {
            return None;
        }
    }
    Some(reader.items)
}

type ReadId = Result<VideoId, TokenProblem>;

/// How many characters of a token are shown.
const MAX_SHOWN: usize = 120;

/// The first 120 characters, with "…" in place of the last one if there are more.
pub fn truncate(text: &str) -> String {
    let mut starts = text.char_indices().map(|(at, _)| at).skip(MAX_SHOWN - 1);
    match (starts.next(), starts.next()) {
        (Some(cut), Some(_)) => format!("{}…", &text[..cut]),
        _ => text.to_owned(),
    }
}

/// Reads texts, one after another.
struct Reader {
    rules: IdRules,
    items: Vec<Item>,
}

impl Reader {
    fn new(rules: IdRules) -> Self {
        Self {
            rules,
            items: Vec::new(),
        }
    }

    /// Reads a cell of a table or of JSON. Other cells than those of video ids contain captions and figures, which are not
    /// the user's mistakes.
    fn read_cell(&mut self, cell: &Cell) {
        let is_other = cell.label.is_some_and(|label| !label.is_video);
        let before = self.items.len();
        self.read_text(&cell.text, is_other, 0);
        if !cell
            .label
            .is_some_and(|label| label.is_video && label.says_id)
        {
            let may_be_video = |item: &Item| match item {
                Item::Id(_) => true,
                Item::Invalid(invalid) => {
                    invalid.reason == TokenProblem::ShortLink
                        || has_long_number(&plain(&invalid.token))
                }
            };
            let new = self.items.split_off(before);
            self.items.extend(new.into_iter().filter(may_be_video));
        }
    }

    /// Reads a text with any separators. `is_other` says that its numbers are not of videos, `depth` how many links it is
    /// in.
    fn read_text(&mut self, text: &str, is_other: bool, depth: usize) {
        let text = without_separators(text);
        let mut label = LabelInForce::default();
        for token in tokens(&text) {
            let is_other = label.is_of_other_thing(token) || is_other;
            self.read_token(token.text, is_other, depth);
        }
    }

    /// Reads a token as a number, a link, or text with numbers in it.
    fn read_token(&mut self, token: &str, is_other: bool, depth: usize) {
        let token = token.trim_matches(is_quote);
        let plain = plain(token);
        let plain = plain
            .trim_start_matches(|c: char| c.is_ascii_punctuation() && !"/\\@?%".contains(c))
            .trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '/');
        // Bullets of a list or lines of a table are not the user's mistakes.
        if plain.chars().all(|c| c.is_ascii_punctuation()) {
            return;
        }
        if is_number(plain) {
            let read = self.read_number(plain, is_other);
            self.push(token, read);
        } else if is_exponent_form(plain) {
            self.push(token, Err(TokenProblem::ExponentForm));
        } else {
            match link::read(plain, self.rules) {
                Some(Target::Video(read)) => self.push(token, read),
                Some(Target::Query(ids)) => self.read_query(token, &ids, depth),
                None => self.read_words(token, plain, is_other),
            }
        }
    }

    /// Reads the ids of a link's query. Without any, the link itself is listed.
    fn read_query(&mut self, token: &str, ids: &str, depth: usize) {
        let before = self.items.len();
        if depth < link::MAX_DEPTH {
            self.read_text(ids, false, depth + 1);
        }
        if self.items.len() == before {
            self.push(token, Err(TokenProblem::LinkWithoutId));
        }
    }

    /// Reads the numbers in a token that is neither a number nor a link: `user_752….mp4`, `video_id=752…&page_num=1`.
    fn read_words(&mut self, token: &str, plain: &str, is_other: bool) {
        let mut read = Vec::new();
        // Most words of a text have no number, written or encoded.
        let parameters = match has_long_number(plain) || plain.contains('%') {
            true => plain,
            false => "",
        };
        for parameter in parameters.split(['&', '?', ',', ';']) {
            let mut is_other = is_other;
            for value in parameter.split([':', '=']) {
                self.read_value(
                    &percent_decode_str(value).decode_utf8_lossy(),
                    is_other,
                    &mut read,
                );
                is_other |= Label::of(value).is_some_and(|label| !label.is_video);
            }
        }
        match &read[..] {
            // A name beside an id.
            [] if Label::of(plain).is_some() => {}
            [] => self.push(token, Err(TokenProblem::NotANumber)),
            [(_, only)] if token.len() <= MAX_SHOWN => self.push(token, *only),
            _ => read.iter().for_each(|(word, read)| self.push(word, *read)),
        }
    }

    /// Reads the words with long numbers.
    fn read_value(&self, value: &str, is_other: bool, read: &mut Vec<(String, ReadId)>) {
        for word in value.split(|c: char| !c.is_alphanumeric()) {
            if word.len() <= MAX_SHOWN && has_long_number(word) {
                read.push((word.to_owned(), self.read_word(word, is_other)));
            } else {
                // Each number of a word that is not shown whole.
                let numbers = word.split(|c: char| !c.is_ascii_digit());
                let numbers = numbers.filter(|number| has_long_number(number));
                read.extend(
                    numbers.map(|number| (number.to_owned(), Err(TokenProblem::NotANumber))),
                );
            }
        }
    }

    /// Reads a number, or one with its name directly before it: `ID752…`.
    fn read_word(&self, word: &str, is_other: bool) -> Result<VideoId, TokenProblem> {
        let number = word.trim_start_matches(|c: char| !c.is_ascii_digit());
        let name = &word[..word.len() - number.len()];
        match Label::of(name) {
            None if !name.is_empty() => Err(TokenProblem::NotANumber),
            _ if !is_number(number) => Err(TokenProblem::NotANumber),
            label => self.read_number(
                number,
                is_other || label.is_some_and(|label| !label.is_video),
            ),
        }
    }

    fn read_number(&self, number: &str, is_other: bool) -> Result<VideoId, TokenProblem> {
        match is_other && has_long_number(number) {
            true => Err(TokenProblem::OtherThing),
            false => self.rules.read(number),
        }
    }

    fn push(&mut self, token: &str, read: ReadId) {
        self.items.push(match read {
            Ok(id) => Item::Id(id),
            Err(reason) => Item::Invalid(InvalidToken {
                token: truncate(token),
                reason,
            }),
        });
    }
}
