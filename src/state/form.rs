//! Owns: the form's raw strings and what is said about them. Refuses: sending anything; a good form
//! becomes a `Query` and the search navigates to it.

use leptos::prelude::*;

use crate::state::derived::{Derived, derived};
use crate::platform::focus;
use crate::domain::query::form::{Field, Problems, RawForm};
use crate::domain::ids::parsed_ids::{ParsedIds, parse_ids};
use crate::domain::query::{Query};
use crate::domain::query::url::{UrlFault};

/// The form.
#[derive(Clone, Copy)]
pub struct Form {
    raw: RwSignal<RawForm>,
    /// What the ids are understood as; the same while only their spelling changes.
    pub parsed_ids: Derived<ParsedIds>,
    /// Changes when the form is filled by something else than its own fields.
    fills: RwSignal<u32>,
    /// What was wrong with the link that filled the form.
    pub faults: RwSignal<Vec<UrlFault>>,
    /// Whether a submit was tried; no problems are shown before.
    tried: RwSignal<bool>,
    /// Whether something was typed and not yet submitted.
    unsent: RwSignal<bool>,
}

impl Form {
    /// `unsent` says that the raw strings were typed, before the program was there.
    pub fn new(raw: RawForm, faults: Vec<UrlFault>, unsent: bool) -> Self {
        let raw = RwSignal::new(raw);
        Self {
            raw,
            parsed_ids: derived(move || raw.with(|raw| parse_ids(&raw.ids))),
            fills: RwSignal::new(0),
            faults: RwSignal::new(faults),
            tried: RwSignal::new(false),
            unsent: RwSignal::new(unsent),
        }
    }

    /// Fills the form from a link.
    pub fn fill(self, raw: RawForm, faults: Vec<UrlFault>) {
        self.raw.set(raw);
        self.faults.set(faults);
        self.tried.set(false);
        self.unsent.set(false);
        self.fills.update(|fills| *fills = fills.wrapping_add(1));
    }

    /// Shows a query, unless something else was typed meanwhile, or what was typed means the same: then
    /// the user's own text stays.
    pub fn show(self, query: &Query) {
        if !self.unsent.get_untracked()
            && self.raw.with_untracked(RawForm::check).as_ref() != Ok(query)
        {
            self.fill(RawForm::from(query), Vec::new());
        }
    }

    /// Takes what was typed into a field.
    pub fn typed(self, field: Field, text: String) {
        self.unsent.set(true);
        self.raw.update(|raw| match field {
            Field::Ids => raw.ids = text,
            Field::Page => raw.page = text,
            Field::Size => raw.size = text,
        });
    }

    /// What a field was last filled with, followed through fills alone.
    pub fn filled(self, field: Field) -> String {
        self.fills.track();
        self.raw.with_untracked(|raw| match field {
            Field::Ids => raw.ids.clone(),
            Field::Page => raw.page.clone(),
            Field::Size => raw.size.clone(),
        })
    }

    /// Problems by field; none before the first try to submit.
    pub fn problems(self) -> Problems {
        match self.tried.get() {
            true => self.raw.with(|raw| raw.check().err().unwrap_or_default()),
            false => Problems::default(),
        }
    }

    /// Whether a field has a problem.
    pub fn problem(self, field: Field) -> bool {
        let problems = self.problems();
        match field {
            Field::Ids => problems.ids.is_some(),
            Field::Page => problems.page.is_some(),
            Field::Size => problems.size.is_some(),
        }
    }

    /// The query that the form holds, where it is good.
    pub fn query(self) -> Option<Query> {
        self.raw.with(|raw| raw.check().ok())
    }

    /// Moves the focus to the ids.
    pub fn focus(self) {
        focus::focus(field_id(Field::Ids));
    }

    /// The query, or the focus on the first problem.
    pub fn submit(self) -> Option<Query> {
        match self.raw.with_untracked(RawForm::check) {
            Ok(query) => {
                self.faults.set(Vec::new());
                self.unsent.set(false);
                Some(query)
            }
            Err(problems) => {
                self.tried.set(true);
                if let Some(field) = problems.first() {
                    focus::focus(field_id(field));
                }
                None
            }
        }
    }
}

/// The `id` of a field's element; the static page has the same.
pub fn field_id(field: Field) -> &'static str {
    match field {
        Field::Ids => "video-ids",
        Field::Page => "page-num",
        Field::Size => "page-size",
    }
}
