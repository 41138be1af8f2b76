//! Owns: the form's raw strings and what is said about them. Refuses: sending anything; a good form
//! becomes a `Query` and the search navigates to it.

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::form::{Field, Problems, RawForm};
use crate::domain::pasted::{Pasted, read_pasted};
use crate::domain::query::{LinkFault, Query};

/// The form.
#[derive(Clone, Copy)]
pub struct Form {
    pub raw: RwSignal<RawForm>,
    /// What the ids field was understood as.
    pub pasted: Memo<Pasted>,
    /// Problems by field; none are shown before the first try to submit.
    pub problems: Memo<Problems>,
    /// What was wrong with the link that filled the form.
    pub faults: RwSignal<Vec<LinkFault>>,
    tried: RwSignal<bool>,
}

impl Form {
    pub fn new(raw: RawForm) -> Self {
        let raw = RwSignal::new(raw);
        let tried = RwSignal::new(false);
        let ids = Memo::new(move |_| raw.with(|raw| raw.ids.clone()));
        Self {
            raw,
            pasted: Memo::new(move |_| ids.with(|ids| read_pasted(ids))),
            problems: Memo::new(move |_| match tried.get() {
                true => raw.with(|raw| raw.check().err().unwrap_or_default()),
                false => Problems::default(),
            }),
            faults: RwSignal::new(Vec::new()),
            tried,
        }
    }

    /// Fills the form from a link.
    pub fn fill(self, raw: RawForm, faults: Vec<LinkFault>) {
        self.raw.set(raw);
        self.faults.set(faults);
        self.tried.set(false);
    }

    /// Shows a query, unless what is typed means the same: then the user's own text stays.
    pub fn show(self, query: &Query) {
        if self.raw.with_untracked(RawForm::check).as_ref() != Ok(query) {
            self.fill(RawForm::from(query), Vec::new());
        }
    }

    /// Moves the focus to the ids.
    pub fn focus(self) {
        page::focus(field_id(Field::Ids));
    }

    /// The query, or the focus on the first problem.
    pub fn submit(self) -> Option<Query> {
        match self.raw.with_untracked(RawForm::check) {
            Ok(query) => Some(query),
            Err(problems) => {
                self.tried.set(true);
                if let Some(field) = problems.first() {
                    page::focus(field_id(field));
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
