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
    /// On its way without anybody having asked for it here: nothing else is shown meanwhile.
    Expected,
    /// On its way, while the plain cards stand.
    Loading,
    Ready,
    Failed,
}

/// The desk's program.
#[derive(Clone, Copy)]
pub struct DeskProgram {
    pub phase: RwSignal<Phase>,
    program: StoredValue<Option<Program>, LocalStorage>,
    /// The element that is to be pressed once the desk is shown.
    press: StoredValue<Option<&'static str>>,
}

impl DeskProgram {
    pub fn new() -> Self {
        Self {
            phase: RwSignal::new(Phase::Absent),
            program: StoredValue::new_local(None),
            press: StoredValue::new(None),
        }
    }

    /// Loads it where the address or earlier visits say that it is wanted.
    pub fn load_if_wanted(self) {
        let is_wanted = || {
            let has_view = !view::part_of(&location::search(), true).is_empty();
            has_view || Store::Browser.get(USED).is_some()
        };
        if self.phase.get_untracked() == Phase::Absent && is_wanted() {
            self.load_as(Phase::Expected);
        }
    }

    /// Loads it, unless it is there or on its way.
    pub fn load(self) {
        if matches!(self.phase.get_untracked(), Phase::Absent | Phase::Failed) {
            self.load_as(Phase::Loading);
        }
    }

    fn load_as(self, phase: Phase) {
        self.phase.set(phase);
        program::load(move |program| {
            let phase = match program {
                Some(_) => Phase::Ready,
                None => Phase::Failed,
            };
            self.program.set_value(program);
            self.phase.set(phase);
        });
    }

    /// Looks at the result another way: `view` are parameters of an address, each with a `&` before it;
    /// `press` is the `id` of what is to be pressed there.
    pub fn open(self, view: &str, press: Option<&'static str>) {
        if !view.is_empty() {
            let columns = Store::Browser.get(COLUMNS);
            let columns = columns.map(|columns| ["&columns=", &columns].concat());
            let columns = columns.unwrap_or_default();
            location::push(&[&location::search(), view, &columns].concat());
        }
        self.press.set_value(press);
        Store::Browser.set(USED, "1");
        self.load();
    }

    /// Shows a page of results in a place, or that there is none; nothing before the program is there.
    pub fn show(self, place: &Element, language: Language, page: Option<&Page>, search: Search) {
        if self.phase.get() != Phase::Ready {
            return;
        }
        let pages = page.map(|page| search.with_source(|source| handed(page, source)));
        if let Some(program) = self.program.get_value() {
            program.show(place, language.tag(), &pages.unwrap_or_default());
        }
        if let Some(id) = self.press.try_update_value(Option::take).flatten() {
            // The desk draws in a moment.
            set_timeout(move || focus::press(id), Duration::ZERO);
        }
    }
}

impl Default for DeskProgram {
    fn default() -> Self {
        Self::new()
    }
}
