//! The items of the ids field's text. A long text is read in parts, so that a paste of thousands of lines does not block
//! the page.

use std::cell::Cell;

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::clock;
use crate::domain::ids::excerpt::is_long;
use crate::domain::ids::items::{Item, read_items, read_items_in_parts};
use crate::domain::ids::parsed_ids::ParsedIds;
use crate::domain::ids::rules::IdRules;
use crate::domain::ids::short_link::ResolvedLinks;
use crate::domain::query::form::RawForm;
use crate::platform::page;

/// After how many milliseconds the page may paint. A task of 50 ms is one that users notice.
const TASK: u64 = 20;

/// The items of the text.
#[derive(Clone, Copy)]
pub struct TextItems {
    /// The text, and whether numbers that look rounded are used.
    source: Memo<(String, bool)>,
    /// Those of a long text, once it is read.
    of_long_text: RwSignal<Option<Vec<Item>>>,
    /// Counts the texts, so that only the last one is read to its end.
    texts: StoredValue<u32>,
}

impl TextItems {
    pub fn new(raw: RwSignal<RawForm>) -> Self {
        let of_long_text = RwSignal::new(None);
        let source = Memo::new(move |_| raw.with(|raw| (raw.ids.clone(), raw.allows_rounded)));
        let items = Self {
            source,
            of_long_text,
            texts: StoredValue::new(0),
        };
        items.read();
        items
    }

    /// The ids, with the videos of short links that are known. None while a long text is read.
    pub fn parsed(self, links: &ResolvedLinks) -> ParsedIds {
        self.source
            .with(|(text, allows_rounded)| match is_long(text) {
                true => self.of_long_text.with(|items| {
                    let items = items.as_deref().unwrap_or_default();
                    ParsedIds::new(items, links)
                }),
                false => ParsedIds::new(&read_items(text, rules(*allows_rounded)), links),
            })
    }

    /// Reads the text, if it is long; has to be called when it is another one.
    pub fn read(self) {
        self.of_long_text.set(None);
        self.texts.update_value(|count| *count += 1);
        if !untrack(|| self.is_reading()) {
            return;
        }
        let run = self.texts.get_value();
        let (text, rules) = self.text_and_rules();
        spawn_local(async move {
            // The task that brought the text has to lay it out.
            TimeoutFuture::new(0).await;
            let began = Cell::new(page::now_ms());
            let should_continue = async || {
                if page::now_ms() - began.get() >= TASK {
                    TimeoutFuture::new(0).await;
                    began.set(page::now_ms());
                }
                self.texts.try_get_value() == Some(run)
            };
            let items = read_items_in_parts(&text, rules, should_continue).await;
            if items.is_some() {
                self.of_long_text.try_set(items);
            }
        });
    }

    /// Whether a long text is being read.
    pub fn is_reading(self) -> bool {
        self.of_long_text.with(Option::is_none) && self.source.with(|(text, _)| is_long(text))
    }

    /// Reads a long text at once, for what cannot wait for its parts.
    pub fn finish(self) {
        if untrack(|| self.is_reading()) {
            self.texts.update_value(|count| *count += 1);
            let (text, rules) = self.text_and_rules();
            self.of_long_text.set(Some(read_items(&text, rules)));
        }
    }

    fn text_and_rules(self) -> (String, IdRules) {
        let (text, allows_rounded) = self.source.get_untracked();
        (text, rules(allows_rounded))
    }
}

fn rules(allows_rounded: bool) -> IdRules {
    IdRules {
        now: clock::now(),
        allows_rounded,
    }
}
