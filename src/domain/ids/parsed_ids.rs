//! Reads video ids from text that a user pastes. Each of its tokens is an id, or invalid with a reason.
//!
//! It accepts any text, in time proportional to its length. It does not guess: a token that is not plainly one id is
//! invalid, since a wrong id would cost a credit. Nothing vanishes: a number as long as an id is one, or is listed with
//! the reason; a link is one item.

use std::collections::HashSet;

use percent_encoding::percent_decode_str;

use crate::domain::ids::cells::{Cell, cells};
use crate::domain::ids::chars::{has_long_number, is_number, is_quote, plain};
use crate::domain::ids::label::{Label, LabelInForce};
use crate::domain::ids::link::{self, Target};
use crate::domain::ids::numbers::{is_exponent_form, without_separators};
use crate::domain::ids::rules::{IdRules, looks_rounded};
use crate::domain::ids::short_link::{ResolvedLinks, ShortLink};
use crate::domain::ids::tokens::tokens;
use crate::domain::ids::{TokenProblem, VideoId, remove_duplicates};

/// The tokens of a text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ParsedIds {
    /// The ids in their order, without duplicates.
    pub ids: Vec<VideoId>,
    /// How many duplicates were removed.
    pub duplicates: usize,
    /// How many items look rounded: ids, if the rules allow them, or else invalid.
    pub rounded: usize,
    /// The short links whose videos are among the ids, in their order.
    pub from_links: Vec<(ShortLink, VideoId)>,
    /// The tokens that are not ids, in their order.
    pub invalid: Vec<InvalidToken>,
}

/// A token that is not an id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InvalidToken {
    /// The text as the user typed it, cut to 120 characters.
    pub token: String,
    /// Why it is not an id.
    pub reason: TokenProblem,
}

/// Reads ids and TikTok links from a text, whatever separates them.
#[must_use]
pub fn parse_ids(text: &str, rules: IdRules) -> ParsedIds {
    parse_with_links(text, rules, &ResolvedLinks::new())
}

/// As [`parse_ids`], with the videos of short links that are known.
#[must_use]
pub fn parse_with_links(text: &str, rules: IdRules, links: &ResolvedLinks) -> ParsedIds {
    let mut reader = Reader {
        rules,
        links,
        found: ParsedIds::default(),
    };
    match cells(text) {
        Some(cells) => cells.iter().for_each(|cell| reader.read_cell(cell)),
        None => reader.read_text(text, false, 0),
    }
    reader.found.finished()
}

impl ParsedIds {
    /// The short links whose videos are not known, each once.
    #[must_use]
    pub fn unresolved_links(&self) -> Vec<ShortLink> {
        let mut links: Vec<ShortLink> = Vec::new();
        let mut seen = HashSet::new();
        let found = self.invalid.iter().filter_map(InvalidToken::short_link);
        links.extend(found.filter(|link| seen.insert(link.clone())));
        links
    }

    fn finished(mut self) -> Self {
        let all = self.ids.len();
        remove_duplicates(&mut self.ids);
        self.duplicates = all - self.ids.len();
        let is_rounded = |invalid: &&InvalidToken| invalid.reason == TokenProblem::LooksRounded;
        self.rounded = self.ids.iter().filter(|id| looks_rounded(**id)).count()
            + self.invalid.iter().filter(is_rounded).count();
        self
    }
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
struct Reader<'a> {
    rules: IdRules,
    links: &'a ResolvedLinks,
    found: ParsedIds,
}

impl Reader<'_> {
    /// Reads a cell of a table or of JSON. Other cells than those of video ids contain captions and figures, which are not
    /// the user's mistakes.
    fn read_cell(&mut self, cell: &Cell) {
        let is_other = cell.label.is_some_and(|label| !label.is_video);
        let before = self.found.invalid.len();
        self.read_text(&cell.text, is_other, 0);
        if !cell
            .label
            .is_some_and(|label| label.is_video && label.says_id)
        {
            let new = self.found.invalid.split_off(before);
            let may_be_video = |invalid: &InvalidToken| {
                invalid.reason == TokenProblem::ShortLink || has_long_number(&plain(&invalid.token))
            };
            self.found
                .invalid
                .extend(new.into_iter().filter(may_be_video));
        }
    }

    /// Reads a text with any separators. `is_other` says that its numbers are not of videos, `depth` how many links it is
    /// in.
    fn read_text(&mut self, text: &str, is_other: bool, depth: usize) {
        let text = without_separators(text);
        let mut label = LabelInForce::default();
        for token in tokens(&text) {
            let is_other = label.is_of_other_thing(token) || is_other;
            self.read_token(token.text.trim_matches(is_quote), is_other, depth);
        }
    }

    /// Reads a token as a number, a link, or text with numbers in it.
    fn read_token(&mut self, token: &str, is_other: bool, depth: usize) {
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
                Some(Target::Query(ids)) if depth < link::MAX_DEPTH && !ids.is_empty() => {
                    self.read_text(&ids, false, depth + 1);
                }
                Some(Target::Query(_)) => self.push(token, Err(TokenProblem::LinkWithoutId)),
                None => self.read_words(token, plain, is_other),
            }
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

    fn push(&mut self, token: &str, read: Result<VideoId, TokenProblem>) {
        match read {
            Ok(id) => self.found.ids.push(id),
            Err(reason) => {
                let invalid = InvalidToken {
                    token: truncate(token),
                    reason,
                };
                match self.resolved(&invalid) {
                    Some((link, id)) => {
                        self.found.ids.push(id);
                        self.found.from_links.push((link, id));
                    }
                    None => self.found.invalid.push(invalid),
                }
            }
        }
    }

    /// A short link whose video is known.
    fn resolved(&self, token: &InvalidToken) -> Option<(ShortLink, VideoId)> {
        let link = token.short_link()?;
        let id = *self.links.get(&link)?;
        Some((link, id))
    }
}
