//! How the results are looked at, kept in step with the page's address.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::domain::rows::column::Column;
use crate::domain::view::url::{columns_text, query_params};
use crate::domain::view::{DEFAULT_COLUMNS, View};
use crate::platform::location;
use crate::storage::web_storage::Store;

/// Where the table's columns are kept for later visits.
const COLUMNS: &str = "clipcart.columns";

/// Browsers refuse an address that changes with each typed letter, so changes are written together.
const WRITE_DELAY: Duration = Duration::from_millis(300);

/// The view as a signal, and the writing of it into the address.
#[derive(Clone, Copy)]
pub struct ViewState {
    pub view: RwSignal<View>,
    /// Set while a changed view is not in the address yet.
    pending_write: StoredValue<Option<TimeoutHandle>>,
}

impl ViewState {
    /// Reads the view from the address.
    pub fn from_url() -> Self {
        Self {
            view: RwSignal::new(view_in_url()),
            pending_write: StoredValue::new(None),
        }
    }

    /// Changes the view in place, without a history entry: Back leaves the results, not each letter of a filter.
    pub fn replace_view(self, change: impl FnOnce(&mut View)) {
        if self.update(change) && self.pending_write.with_value(Option::is_none) {
            let timeout = set_timeout_with_handle(move || self.flush_url(), WRITE_DELAY);
            self.pending_write.set_value(timeout.ok());
        }
    }

    /// Changes the view with a history entry, so that Back undoes it.
    pub fn push_view(self, change: impl FnOnce(&mut View)) {
        self.flush_url();
        if self.update(change) {
            location::push(&self.url());
        }
    }

    /// Sets the table's columns, also for later visits.
    pub fn set_columns(self, columns: Vec<Column>) {
        Store::Browser.set(COLUMNS, &columns_text(&columns));
        self.replace_view(|view| view.columns = Some(columns));
    }

    /// Goes back to the default columns, also for later visits.
    pub fn reset_columns(self) {
        Store::Browser.remove(COLUMNS);
        self.replace_view(|view| view.columns = None);
    }

    /// Takes the view from the address, after Back or with another query.
    pub fn sync_from_url(self) {
        self.cancel_pending_write();
        self.update(|view| *view = view_in_url());
    }

    /// Writes a changed view into the address at once.
    pub fn flush_url(self) {
        if self.cancel_pending_write() {
            location::replace(&self.url());
        }
    }

    /// Whether a write was pending.
    fn cancel_pending_write(self) -> bool {
        let pending = self.pending_write.try_update_value(Option::take).flatten();
        pending.map(|timeout| timeout.clear()).is_some()
    }

    /// Whether the change made a difference. Only then is anybody notified.
    fn update(self, change: impl FnOnce(&mut View)) -> bool {
        let mut view = self.view.get_untracked();
        change(&mut view);
        let differs = self.view.with_untracked(|old| *old != view);
        if differs {
            self.view.set(view);
        }
        differs
    }

    /// The address's query string with the current view.
    fn url(self) -> String {
        let view = self.view.with_untracked(View::to_string);
        query_params(&location::search()) + &view
    }
}

/// The view that the address names. An address without one gets the columns of earlier visits.
fn view_in_url() -> View {
    let Ok(mut view) = location::search().parse::<View>();
    if view == View::default()
        && let Some(codes) = Store::Browser.get(COLUMNS)
    {
        let columns = Column::list(&codes);
        // The default ones are also those of a file that is imported now.
        view.columns = (columns != DEFAULT_COLUMNS).then_some(columns);
    }
    view
}
