//! What a text of ids is understood as: the ids, each once, and what is not one.

use std::collections::HashSet;

use crate::domain::ids::items::{InvalidToken, Item, read_items};
use crate::domain::ids::rules::{IdRules, looks_rounded};
use crate::domain::ids::short_link::{ResolvedLinks, ShortLink};
use crate::domain::ids::{TokenProblem, VideoId, remove_duplicates};

/// The items of a text.
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

/// Reads ids and TikTok links from a text, whatever separates them.
#[must_use]
pub fn parse_ids(text: &str, rules: IdRules) -> ParsedIds {
    ParsedIds::new(&read_items(text, rules), &ResolvedLinks::new())
}

impl ParsedIds {
    /// The ids of a text's items, with the videos of short links that are known.
    #[must_use]
    pub fn new(items: &[Item], links: &ResolvedLinks) -> Self {
        let mut parsed = Self::default();
        for item in items {
            match item {
                Item::Id(id) => parsed.ids.push(*id),
                Item::Invalid(invalid) => parsed.push_invalid(invalid, links),
            }
        }
        let all = parsed.ids.len();
        remove_duplicates(&mut parsed.ids);
        parsed.duplicates = all - parsed.ids.len();
        let is_rounded = |invalid: &&InvalidToken| invalid.reason == TokenProblem::LooksRounded;
        parsed.rounded = parsed.ids.iter().filter(|id| looks_rounded(**id)).count()
            + parsed.invalid.iter().filter(is_rounded).count();
        parsed
    }

    fn push_invalid(&mut self, invalid: &InvalidToken, links: &ResolvedLinks) {
        let link = invalid.short_link();
        let resolved = link.and_then(|link| links.get(&link).copied().map(|id| (link, id)));
        match resolved {
            Some((link, id)) => {
                self.ids.push(id);
                self.from_links.push((link, id));
            }
            None => self.invalid.push(invalid.clone()),
        }
    }

    /// The short links whose videos are not known, each once.
    #[must_use]
    pub fn unresolved_links(&self) -> Vec<ShortLink> {
        let mut links: Vec<ShortLink> = Vec::new();
        let mut seen = HashSet::new();
        let found = self.invalid.iter().filter_map(InvalidToken::short_link);
        links.extend(found.filter(|link| seen.insert(link.clone())));
        links
    }
}
