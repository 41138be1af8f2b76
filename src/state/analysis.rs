//! From the results and the view to the rows that are shown, in their order.

use std::sync::Arc;

use leptos::prelude::*;

use super::all_pages::{follow_other_pages, saved_page_count};
use super::imported::Imported;
use super::page::{Page, joined_rows};
use super::products::Products;
use super::search::Search;
use super::view_state::ViewState;
use crate::domain::filter::Filter;
use crate::domain::filter::result::{Facets, FilterResult};
use crate::domain::ids::VideoId;
use crate::domain::imports::ImportedColumns;
use crate::domain::query::SearchQuery;
use crate::domain::rows::column::Column;
use crate::domain::rows::sort::Sort;
use crate::domain::rows::summary::Summary;
use crate::domain::rows::{ResultRows, RowIndex};
use crate::domain::view::{MAX_SELECTED, Mode, View};
use crate::platform::text::normalize_text;

/// The results as the view shows them.
#[derive(Clone, Copy)]
pub struct Analysis {
    view_state: ViewState,
    pub view: RwSignal<View>,
    /// The page of results that the address names, or the first one of its videos.
    pub page: Memo<Option<Page>>,
    /// How many pages of the query are saved, the current one included.
    pub page_count: Memo<usize>,
    /// The pages that are shown, by their numbers.
    pub pages: Memo<Vec<Page>>,
    pub mode: Memo<Mode>,
    pub filter: Memo<Filter>,
    pub sort: Memo<Sort>,
    pub columns: Memo<Vec<Column>>,
    pub selected: Memo<Vec<VideoId>>,
    /// All rows, before the filter; `None` without results.
    pub rows: Memo<Option<Arc<ResultRows>>>,
    /// The columns of the user's own file; empty without one. Filter, sort and columns have no other imported ones.
    pub imported: Memo<Arc<ImportedColumns>>,
    pub filter_result: Memo<Arc<FilterResult>>,
    /// The rows that pass the filter, in their order.
    pub shown: Memo<Arc<Vec<RowIndex>>>,
    pub summary: Memo<Summary>,
}

impl Analysis {
    /// Whether there are results, be they without a row.
    pub fn has_results(self) -> bool {
        self.rows.with(Option::is_some)
    }

    /// The page whose request and response developers see.
    pub fn developer_page(self) -> Option<Page> {
        self.page
            .get()
            .or_else(|| self.pages.with(|pages| pages.last().cloned()))
    }

    pub fn new(
        search: Search,
        imported: Imported,
        products: Products,
        view_state: ViewState,
    ) -> Self {
        let view = view_state.view;
        let page = Memo::new(move |_| search.with_page(|page| page.shown().cloned()));
        follow_other_pages(search, view_state);
        let pages = Memo::new(move |_| {
            let mut pages = search.others.get();
            pages.extend(page.get());
            pages.sort_by_key(|page| page.query.page);
            pages
        });
        let page_count = Memo::new(move |_| {
            // All pages of a search for some videos are shown anyway.
            let is_page = matches!(search.url().query, Some(SearchQuery::Page(_)));
            page.with(|page| {
                let page = page.as_ref().filter(|_| is_page);
                page.map_or(0, |page| saved_page_count(page, search))
            })
        });
        let rows = Memo::new_with_compare(
            move |_| {
                let query = search.url().query?;
                pages.with(|pages| {
                    let is_sample = pages.first().is_some_and(Page::is_sample);
                    let products = products.table(is_sample);
                    joined_rows(
                        pages,
                        &query,
                        search.replaced_since.get(),
                        imported.columns.get(),
                        products,
                    )
                })
            },
            |old, new| match (old.and_then(Option::as_ref), new.and_then(Option::as_ref)) {
                (Some(old), Some(new)) => !Arc::ptr_eq(old, new),
                (old, new) => old.is_some() || new.is_some(),
            },
        );
        let imported = Memo::new(move |_| {
            let rows = rows.get();
            rows.map(|rows| rows.imported().clone()).unwrap_or_default()
        });
        let filter = Memo::new(move |_| {
            let filter = view.with(|view| view.filter.clone());
            imported.with(|imported| filter.without_missing(imported))
        });
        let filter_result = Memo::new_with_compare(
            move |_| {
                let rows = rows.get();
                let result =
                    rows.map(|rows| filter.with(|filter| filter.apply(&rows, normalize_text)));
                Arc::new(result.unwrap_or_default())
            },
            |_, _| true,
        );
        let sort = Memo::new(move |_| {
            let sort = view.with(|view| view.sort.clone());
            imported.with(|imported| sort.without_missing(imported))
        });
        let shown = Memo::new_with_compare(
            move |_| {
                let mut order = filter_result.with(|result| result.passing.clone());
                if let Some(rows) = rows.get() {
                    sort.with(|sort| sort.apply(&rows, &mut order));
                }
                Arc::new(order)
            },
            |_, _| true,
        );
        let summary = Memo::new(move |_| match rows.get() {
            Some(rows) => shown.with(|shown| Summary::of(&rows, shown)),
            None => Summary::default(),
        });
        Self {
            view_state,
            view,
            page,
            page_count,
            pages,
            mode: Memo::new(move |_| view.with(|view| view.mode)),
            filter,
            sort,
            columns: Memo::new(move |_| {
                let has_products = !products.table(search.is_sample()).is_empty();
                view.with(|view| {
                    imported.with(|imported| view.columns_with(imported, has_products))
                })
            }),
            selected: Memo::new(move |_| view.with(|view| view.selected.clone())),
            rows,
            imported,
            filter_result,
            shown,
            summary,
        }
    }

    /// The videos of the shown rows, each once, as indices into [`ResultRows::videos`].
    pub fn shown_videos(self) -> Vec<usize> {
        match self.rows.get() {
            Some(rows) => self.shown.with(|shown| rows.videos_of(shown)),
            None => Vec::new(),
        }
    }

    /// The facets of all rows, whatever the filter.
    pub fn facets_of_all(self) -> Facets {
        let rows = self.rows.get();
        let all = rows.map(|rows| Filter::default().apply(&rows, normalize_text));
        all.unwrap_or_default().facets
    }

    /// Whether a video is selected for comparison.
    pub fn is_selected(self, id: VideoId) -> Signal<bool> {
        Signal::derive(move || self.selected.with(|selected| selected.contains(&id)))
    }

    /// Whether a video cannot be selected because there are enough.
    pub fn is_selection_full(self, id: VideoId) -> Signal<bool> {
        Signal::derive(move || {
            self.selected
                .with(|selected| selected.len() >= MAX_SELECTED && !selected.contains(&id))
        })
    }

    /// See [`ViewState::replace_view`].
    pub fn replace_view(self, change: impl FnOnce(&mut View)) {
        self.view_state.replace_view(change);
    }

    /// See [`ViewState::push_view`].
    pub fn push_view(self, change: impl FnOnce(&mut View)) {
        self.view_state.push_view(change);
    }

    /// See [`ViewState::set_columns`].
    pub fn set_columns(self, columns: Vec<Column>) {
        self.view_state.set_columns(columns);
    }

    /// See [`ViewState::reset_columns`].
    pub fn reset_columns(self) {
        self.view_state.reset_columns();
    }
}
