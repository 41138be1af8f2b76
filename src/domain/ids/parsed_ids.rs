//! Reads video ids from text that a user pastes. Each of its tokens is an id, or invalid with a reason.
//!
//! It accepts any text, in time proportional to its length. It does not guess: a token that is not plainly one id is
//! invalid, since a wrong id would cost a credit. Nothing vanishes: a number as long as an id is one, or is listed with
//! the reason; a link is one item.

use crate::domain::ids::cells::{Cell, cells};
use crate::domain::ids::chars::{has_long_number, is_number, is_quote, plain};
use crate::domain::ids::label::{Label, LabelInForce};
use crate::domain::ids::link::{self, Target};
use crate::domain::ids::rules::{IdRules, looks_rounded};
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
    let mut reader = Reader {
        rules,
        found: ParsedIds::default(),
    };
    match cells(text) {
        Some(cells) => cells.iter().for_each(|cell| reader.read_cell(cell)),
        None => reader.read_text(text, false, 0),
    }
    reader.found.finished()
}

impl ParsedIds {
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
    found: ParsedIds,
}

impl Reader {
    /// Reads a cell of a table or of JSON. Cells without the name of an id contain captions and figures, which are not the
    /// user's mistakes.
    fn read_cell(&mut self, cell: &Cell) {
        let is_other = cell.label.is_some_and(|label| !label.is_video);
        let before = self.found.invalid.len();
        self.read_text(&cell.text, is_other, 0);
        if cell.label.is_none() {
            let new = self.found.invalid.split_off(before);
            let has_id = |invalid: &InvalidToken| has_long_number(&plain(&invalid.token));
            self.found.invalid.extend(new.into_iter().filter(has_id));
        }
    }

    /// Reads a text with any separators. `is_other` says that its numbers are not of videos, `depth` how many links it is
    /// in.
    fn read_text(&mut self, text: &str, is_other: bool, depth: usize) {
        let mut label = LabelInForce::default();
        for token in tokens(text) {
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
        for parameter in plain.split(['&', '?', ',', ';']) {
            let mut is_other = is_other;
            for value in parameter.split([':', '=']) {
                for word in value.split(|c: char| !c.is_alphanumeric()) {
                    if word.len() <= MAX_SHOWN && has_long_number(word) {
                        read.push((word, self.read_word(word, is_other)));
                    } else {
                        // Each number of a word that is not shown whole.
                        let numbers = word.split(|c: char| !c.is_ascii_digit());
                        let numbers = numbers.filter(|number| has_long_number(number));
                        read.extend(numbers.map(|number| (number, Err(TokenProblem::NotANumber))));
                    }
                }
                is_other |= Label::of(value).is_some_and(|label| !label.is_video);
            }
        }
        match read[..] {
            // A name beside an id.
            [] if Label::of(plain).is_some() => {}
            [] => self.push(token, Err(TokenProblem::NotANumber)),
            [(_, only)] if token.len() <= MAX_SHOWN => self.push(token, only),
            _ => read.iter().for_each(|(word, read)| self.push(word, *read)),
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
            Err(reason) => self.found.invalid.push(InvalidToken {
                token: truncate(token),
                reason,
            }),
        }
    }
}

/// Whether a text is a number as spreadsheets shorten it: `7.52178e+18`, `7,52178e18`.
fn is_exponent_form(text: &str) -> bool {
    let Some((number, exponent)) = text.split_once('e') else {
        return false;
    };
    let mut parts = number.splitn(2, ['.', ',']);
    let (whole, fraction) = (parts.next().unwrap_or_default(), parts.next());
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
    whole.len() == 1
        && is_number(whole)
        && fraction.is_none_or(is_number)
        && !exponent.is_empty()
        && is_number(exponent)
}
