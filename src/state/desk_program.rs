//! Owns: the desk's program as the page sees it: whether it is there, and what it is to show.
//! Refuses: loading it before it is wanted, or wanted again: who has used it once has it with each result.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::Element;

use super::desk::COLUMNS;
use super::handing::handed;
use super::page::Page;
use super::search::Search;
use crate::browser::program::{self, Program};
use crate::browser::storage::Store;
use crate::browser::{focus, location};
use crate::domain::view;
use crate::messages::Language;

/// Set once the desk has been used.
const USED: &str = "clipcart.desk";

/// Whether it is there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    Absent,
    Loading,
    Ready,
    Failed,
}

/// What stands under the bar of a page of results.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Stage {
    /// Cards, and the ways to the desk.
    #[default]
    Plain,
    /// A word that the desk is on its way, where the address or earlier visits ask for it.
    Coming,
    /// The desk.
    Desk,
}

/// The desk's program.
#[derive(Clone, Copy)]
pub struct DeskProgram {
    pub phase: RwSignal<Phase>,
    /// Whether it is to be shown; it may be loaded before.
    wanted: RwSignal<bool>,
    /// Whether nothing else is to be shown meanwhile.
    awaited: RwSignal<bool>,
    program: StoredValue<Option<Program>, LocalStorage>,
    attempts: StoredValue<u32>,
    /// What is to have the focus once the desk is shown, and whether it is pressed as well.
    next: StoredValue<Option<(&'static str, bool)>>,
}

impl DeskProgram {
    pub fn new() -> Self {
        Self {
            phase: RwSignal::new(Phase::Absent),
            wanted: RwSignal::new(false),
            awaited: RwSignal::new(false),
            program: StoredValue::new_local(None),
            attempts: StoredValue::new(0),
            next: StoredValue::new(None),
        }
    }

    /// Loads it where the address or earlier visits say that it is wanted.
    pub fn load_if_wanted(self) {
        let has_view = || !view::part_of(&location::search(), true).is_empty();
        let is_new = !self.wanted.get_untracked();
        if is_new && (has_view() || Store::Browser.get(USED).is_some()) {
            self.awaited.set(true);
            self.wanted.set(true);
            self.load();
        }
    }

    /// Loads it, unless it is there or on its way; it is not shown for that.
    pub fn load(self) {
        if matches!(self.phase.get_untracked(), Phase::Loading | Phase::Ready) {
            return;
        }
        self.phase.set(Phase::Loading);
        let attempt = self.attempts.get_value();
        self.attempts.set_value(attempt.wrapping_add(1));
        program::load(attempt, move |program| {
            let phase = match program {
                Some(_) => Phase::Ready,
                None => Phase::Failed,
            };
            self.program.set_value(program);
            self.awaited.set(false);
            self.phase.set(phase);
        });
    }

    /// What stands under the bar.
    pub fn stage(self) -> Stage {
        match self.phase.get() {
            Phase::Ready if self.wanted.get() => Stage::Desk,
            Phase::Loading if self.awaited.get() => Stage::Coming,
            _ => Stage::Plain,
        }
    }

    /// Whether it is wanted and not there, and how far it is.
    pub fn missing(self) -> Option<Phase> {
        self.wanted.get().then(|| self.phase.get())
    }

    /// Looks at the result another way: `view` is a parameter of an address, with a `&` before it; `next` is
    /// the `id` of what has the focus there, and is pressed if wished.
    pub fn open(self, view: &str, next: &'static str, press: bool) {
        if !view.is_empty() {
            let mut address = view::turned(&location::search(), view);
            if let Some(columns) = Store::Browser.get(COLUMNS) {
                address = view::turned(&address, &["&columns=", &columns].concat());
            }
            location::push(&address);
        }
        self.next.set_value(Some((next, press)));
        Store::Browser.set(USED, "1");
        self.wanted.set(true);
        self.load();
    }

    /// Shows a page of results in a place, or that there is none; nothing before the program is there.
    pub fn show(self, place: &Element, language: Language, page: Option<&Page>, search: Search) {
        if self.stage() != Stage::Desk {
            return;
        }
        let pages = page.map(|page| search.with_source(|source| handed(page, source)));
        if let Some(program) = self.program.get_value() {
            program.show(place, language.tag(), &pages.unwrap_or_default());
        }
        if let Some((id, press)) = self.next.try_update_value(Option::take).flatten() {
            // The desk draws in a moment.
            let go_on = move || {
                focus::focus(id);
                if press {
                    focus::press(id);
                }
            };
            set_timeout(go_on, Duration::ZERO);
        }
    }
}

impl Default for DeskProgram {
    fn default() -> Self {
        Self::new()
    }
}
