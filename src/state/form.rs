//! The search form: what its fields hold, what is wrong with it, and whether it is folded.

use leptos::ev::{ClipboardEvent, Event};
use leptos::prelude::*;

use super::settings::Settings;
use super::short_links::ShortLinks;
use super::text_items::TextItems;
use crate::domain::ids::excerpt::is_long;
use crate::domain::ids::parsed_ids::ParsedIds;
use crate::domain::imports::ImportedColumns;
use crate::domain::query::SearchQuery;
use crate::domain::query::form::{Field, Problems, RawForm};
use crate::domain::query::url::{ParsedUrl, UrlFault};
use crate::platform::boot::BootFormState;
use crate::platform::field::{pasted_text, typed_number, with_pasted};

/// What in the form is to get the focus.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FormFocus {
    Field(Field),
    /// The button that unfolds the form.
    EditButton,
}

/// The form.
#[derive(Clone, Copy)]
pub struct Form {
    pub raw: RwSignal<RawForm>,
    /// Notifies when the form is filled by something else than typing into its fields.
    pub filled: Trigger,
    /// Whether the ids field shows only the beginning of its text, which cannot be edited then.
    pub shows_excerpt: RwSignal<bool>,
    pub items: TextItems,
    /// The ids as they are understood; unchanged while only their spelling changes. None while a long text is read.
    pub parsed_ids: Memo<ParsedIds>,
    /// The short links among the ids.
    pub links: ShortLinks,
    /// What was wrong with the link that filled the form.
    pub faults: RwSignal<Vec<UrlFault>>,
    /// The columns of the user's file, beside the ids.
    pub imported: RwSignal<Option<ImportedColumns>>,
    /// The query, or what is wrong with each field.
    checked: Memo<Result<SearchQuery, Problems>>,
    /// What is wrong with each field. Nothing before the first submit.
    pub problems: Memo<Problems>,
    /// Whether the form is folded to one line, to leave room for the results.
    pub is_folded: RwSignal<bool>,
    pub requested_focus: RwSignal<Option<FormFocus>>,
    was_submitted: RwSignal<bool>,
    /// Whether something was typed since the last submit.
    pub is_dirty: RwSignal<bool>,
}

impl Form {
    /// Fills the form with what was typed before the program started, or else from the address.
    pub fn new(settings: Settings, parsed: &ParsedUrl, boot: &BootFormState) -> Self {
        let raw = match boot.is_touched {
            true => boot.raw_form(),
            false => parsed.form.clone(),
        };
        let faults = match boot.is_touched {
            true => Vec::new(),
            false => parsed.faults.clone(),
        };
        let shows_excerpt = RwSignal::new(is_long(&raw.ids));
        let raw = RwSignal::new(raw);
        let was_submitted = RwSignal::new(false);
        let links = ShortLinks::new(settings);
        let items = TextItems::new(raw);
        let parsed_ids =
            Memo::new(move |_| links.results.with(|links| items.parsed(&links.videos)));
        let checked =
            Memo::new(move |_| raw.with(|raw| parsed_ids.with(|parsed_ids| raw.check(parsed_ids))));
        Self {
            raw,
            filled: Trigger::new(),
            shows_excerpt,
            items,
            parsed_ids,
            links,
            checked,
            faults: RwSignal::new(faults),
            imported: RwSignal::new(None),
            problems: Memo::new(move |_| {
                match was_submitted.get() && !items.is_reading() && links.progress.get().is_none() {
                    true => checked.with(|checked| checked.clone().err().unwrap_or_default()),
                    false => Problems::default(),
                }
            }),
            is_folded: RwSignal::new(false),
            requested_focus: RwSignal::new(None),
            was_submitted,
            is_dirty: RwSignal::new(boot.is_touched),
        }
    }

    /// Resolves the short links that the user typed or pasted. For an address that is opened nobody is asked.
    pub fn resolve_links(self) {
        let links = Memo::new(move |_| self.parsed_ids.with(ParsedIds::unresolved_links));
        self.links.follow(links, self.is_dirty);
    }

    /// Fills the form.
    pub fn fill(self, raw: RawForm, faults: Vec<UrlFault>) {
        if !faults.is_empty() {
            self.is_folded.set(false);
        }
        self.shows_excerpt.set(is_long(&raw.ids));
        self.raw.set(raw);
        self.faults.set(faults);
        self.was_submitted.set(false);
        self.is_dirty.set(false);
        // What waited for links was the search of another text.
        self.links.stop_waiting();
        self.items.read();
        self.filled.notify();
    }

    /// Fills in the ids of a file or of a long paste, as if they were typed.
    pub fn fill_ids(self, ids: String) {
        self.shows_excerpt.set(is_long(&ids));
        self.input(Field::Ids, ids);
        self.filled.notify();
    }

    /// Takes a pasted text that is too long for the field, before the field has it.
    pub fn paste(self, event: &ClipboardEvent) {
        if !self.shows_excerpt.get_untracked()
            && let Some(pasted) = pasted_text(event).filter(|text| is_long(text))
            && let Some(text) = with_pasted(event, &pasted)
        {
            event.prevent_default();
            self.fill_ids(text);
        }
    }

    /// Shows all of a long text, to be edited.
    pub fn edit_text(self) {
        self.shows_excerpt.set(false);
        self.filled.notify();
        self.requested_focus.set(Some(FormFocus::Field(Field::Ids)));
    }

    /// Empties the ids field.
    pub fn clear_ids(self) {
        self.fill_ids(String::new());
        self.requested_focus.set(Some(FormFocus::Field(Field::Ids)));
    }

    /// Shows what Back or Forward brought, unless something else was typed meanwhile.
    pub fn follow(self, parsed: ParsedUrl) {
        match self.is_dirty.get_untracked() {
            true => self.faults.set(parsed.faults),
            false => self.fill(parsed.form, parsed.faults),
        }
    }

    /// Shows a query, unless something else was typed meanwhile, or the form means the same already: then the user's
    /// own text stays.
    pub fn show(self, query: &SearchQuery) {
        self.items.finish();
        if !self.is_dirty.get_untracked()
            && self
                .checked
                .with_untracked(|checked| checked.as_ref() != Ok(query))
        {
            self.fill(RawForm::from(query), Vec::new());
        }
    }

    /// Takes what was typed into a field.
    pub fn input(self, field: Field, text: String) {
        self.is_dirty.set(true);
        self.links.stop_waiting();
        self.raw.update(|raw| {
            *raw.field_mut(field) = text;
            if field == Field::Ids {
                // What was accepted was another text.
                raw.allows_rounded = false;
            }
        });
        if field == Field::Ids {
            self.items.read();
        }
    }

    /// Uses, or no longer uses, the numbers that look rounded.
    pub fn allow_rounded(self, allows: bool) {
        self.is_dirty.set(true);
        self.raw.update(|raw| raw.allows_rounded = allows);
        self.items.read();
    }

    /// Takes what was typed into a number field.
    pub fn input_number(self, field: Field, event: &Event) {
        self.input(field, typed_number(event));
    }

    /// The query that the form holds, if it is valid.
    pub fn query(self) -> Option<SearchQuery> {
        self.checked.with(|checked| checked.clone().ok())
    }

    /// Folds the form, unless something was typed that was not searched for.
    pub fn fold(self) {
        if !self.is_dirty.get_untracked() {
            self.is_folded.set(true);
        }
    }

    /// Unfolds the form and moves the focus to the ids.
    pub fn edit(self) {
        self.is_folded.set(false);
        self.requested_focus.set(Some(FormFocus::Field(Field::Ids)));
    }

    /// The query, or `None` with the focus on the first problem.
    pub fn submit(self) -> Option<SearchQuery> {
        self.items.finish();
        match self.checked.get_untracked() {
            Ok(query) => {
                self.faults.set(Vec::new());
                self.is_dirty.set(false);
                self.is_folded.set(true);
                // The focus was in the fields, which are hidden now.
                self.requested_focus.set(Some(FormFocus::EditButton));
                Some(query)
            }
            Err(problems) => {
                self.was_submitted.set(true);
                self.is_folded.set(false);
                self.requested_focus
                    .set(problems.first().map(FormFocus::Field));
                None
            }
        }
    }
}
