//! Owns: from pages of results and a view to the lines that are shown, in their order.
//! Refuses: working anything out that nothing shows, and asking for a page.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::state::derived::{Derived, derived};
use crate::state::page::{Page, in_order, joined};
use crate::state::shared::Shared;
use crate::platform::location;
use crate::storage::web_storage::Store;
use crate::platform::text::normalize_text;
use crate::domain::rows::column::Column;
use crate::domain::filter::{Filter, FilterResult};
use crate::domain::rows::{RowIndex, ResultRows};
use crate::domain::rows::summary::Summary;
use crate::domain::ids::VideoId;
use crate::domain::view::{self, Mode, View, columns_text};

/// Where the table's columns are kept for later visits.
pub const COLUMNS: &str = "clipcart.columns";

/// How long a changed view waits for the next change before it is written into the address: browsers
/// refuse an address that changes with each letter typed.
const SETTLING: Duration = Duration::from_millis(300);

/// The analysis.
#[derive(Clone, Copy)]
pub struct Analysis {
    /// The page of results that the address names, and then the others of its query that the tab has.
    pub pages: RwSignal<Vec<Page>>,
    /// How the result is looked at. To change it, see [`Self::change`].
    pub view: RwSignal<View>,
    /// The whole result; nothing while there is none.
    pub lines: Derived<Option<Shared<ResultRows>>>,
    /// What the filter leaves, in the answer's order, and what its choices would.
    pub survey: Derived<Shared<FilterResult>>,
    /// What is shown, in its order.
    pub shown: Derived<Shared<Vec<RowIndex>>>,
    /// The card that is to be shown and to have the focus, once.
    pub target: RwSignal<Option<VideoId>>,
    /// Set while a changed view is still to be written into the address.
    unsettled: StoredValue<Option<TimeoutHandle>>,
}

impl Analysis {
    /// A analysis for pages that are to come.
    pub fn new() -> Self {
        let pages = RwSignal::new(Vec::<Page>::new());
        let view = RwSignal::new(restored(seen()));
        let whole = derived(move || view.with(|view| view.whole));
        let lines = derived(move || {
            let whole = whole.get();
            pages.with(|pages| match (pages.first(), whole) {
                (Some(_), true) if pages.len() > 1 => Some(Shared::new(joined(pages))),
                (first, _) => first.map(|page| Shared::from(page.rows.clone())),
            })
        });
        let filter = derived(move || view.with(|view| view.filter.clone()));
        let survey = derived(move || {
            let lines = lines.get();
            let survey = lines.map(|lines| filter.with(|filter| filter.survey(&lines, normalize_text)));
            Shared::new(survey.unwrap_or_default())
        });
        let sort = derived(move || view.with(|view| view.sort.clone()));
        let shown = derived(move || {
            let mut order = survey.get().passing.clone();
            if let Some(lines) = lines.get() {
                sort.with(|sort| sort.apply(&lines, &mut order));
            }
            Shared::new(order)
        });
        Self {
            pages,
            view,
            lines,
            survey,
            shown,
            target: RwSignal::new(None),
            unsettled: StoredValue::new(None),
        }
    }

    /// The page of results that the address names.
    pub fn page(self) -> Option<Page> {
        self.pages.with(|pages| pages.first().cloned())
    }

    /// The pages that are looked at, in their order.
    pub fn pages_shown(self) -> Vec<Page> {
        let whole = self.view.with(|view| view.whole);
        self.pages.with(|pages| match whole {
            true => in_order(pages).into_iter().cloned().collect(),
            false => pages.iter().take(1).cloned().collect(),
        })
    }

    /// What shows the result.
    pub fn mode(self) -> Derived<Mode> {
        derived(move || self.view.with(|view| view.mode))
    }

    /// What the shown lines come to.
    pub fn summary(self) -> Derived<Summary> {
        derived(move || {
            let lines = self.rows.get();
            lines.map_or(Summary::default(), |lines| {
                self.shown.with(|shown| Summary::of(&lines, shown))
            })
        })
    }

    /// The regions of the whole result, the most frequent first.
    pub fn regions(self) -> Vec<String> {
        let whole = self.rows.get();
        let whole = whole.map(|lines| Filter::default().survey(&lines, normalize_text).regions);
        let names = whole.into_iter().flatten();
        names.map(|(name, _)| name).collect()
    }

    /// Whether a video is selected for comparison.
    pub fn is_selected(self, id: VideoId) -> Derived<bool> {
        derived(move || self.view.with(|view| view.selected.contains(&id)))
    }

    /// Goes to a video's card.
    pub fn show_card(self, id: VideoId) {
        self.turn(|view| view.mode = Mode::Cards);
        self.target.set(Some(id));
    }

    /// Changes the view in place: one step Back leaves the page of results, not each letter of a filter.
    pub fn change(self, change: impl FnOnce(&mut View)) {
        if self.set(change) && self.unsettled.with_value(Option::is_none) {
            let settle = set_timeout_with_handle(move || self.settle(), SETTLING);
            self.unsettled.set_value(settle.ok());
        }
    }

    /// Changes the view as a step that Back undoes.
    pub fn turn(self, change: impl FnOnce(&mut View)) {
        self.settle();
        if self.set(change) {
            location::push(&self.written());
        }
    }

    /// Takes the table's columns, for later visits as well.
    pub fn set_columns(self, columns: Vec<Column>) {
        Store::Browser.set(COLUMNS, &columns_text(&columns));
        self.change(move |view| view.columns = columns);
    }

    /// Takes the view that the address has now: after Back, or with another result.
    pub fn follow(self) {
        // The address that it was for has been left.
        self.forget_settling();
        let seen = restored(seen());
        if self.view.with_untracked(|view| *view != seen) {
            self.view.set(seen);
        }
    }

    /// Writes a changed view into the address, where that was still to be done.
    pub fn settle(self) {
        if self.forget_settling() {
            location::replace(&self.written());
        }
    }

    /// Whether there was something to settle.
    fn forget_settling(self) -> bool {
        let unsettled = self.unsettled.try_update_value(Option::take).flatten();
        unsettled.map(|timeout| timeout.clear()).is_some()
    }

    /// Whether that changed anything.
    fn set(self, change: impl FnOnce(&mut View)) -> bool {
        let mut view = self.view.get_untracked();
        change(&mut view);
        let differs = self.view.with_untracked(|old| *old != view);
        if differs {
            self.view.set(view);
        }
        differs
    }

    /// The address with the view in place of the one that it has.
    fn written(self) -> String {
        let view = self.view.with_untracked(View::to_string);
        [view::query_params(&location::search()), view].concat()
    }
}

impl Default for Analysis {
    fn default() -> Self {
        Self::new()
    }
}

/// The view in the address.
fn seen() -> View {
    let Ok(view) = location::search().parse();
    view
}

/// One that says nothing of a view gets the columns of earlier visits.
fn restored(mut view: View) -> View {
    if view == View::default()
        && let Some(codes) = Store::Browser.get(COLUMNS)
    {
        view.columns = Column::list(&codes);
    }
    view
}
