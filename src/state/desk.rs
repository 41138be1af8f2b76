//! Owns: from a page of results and a view to the lines that are shown, in their order.
//! Refuses: working anything out that nothing shows, and a view of its own: the address has it.

use leptos::prelude::*;

use super::search::Search;
use super::shared::Shared;
use crate::browser::storage::Store;
use crate::browser::text::folded;
use crate::domain::column::Column;
use crate::domain::filter::{Filter, Survey};
use crate::domain::lines::{LineNo, Lines};
use crate::domain::summary::Summary;
use crate::domain::video_id::VideoId;
use crate::domain::view::{Mode, View, columns_text};

const COLUMNS: &str = "clipcart.columns";

/// The desk.
#[derive(Clone, Copy)]
pub struct Desk {
    pub search: Search,
    /// How the result is looked at. To change it, see [`Self::change`].
    pub view: RwSignal<View>,
    /// The whole result; nothing while there is none.
    pub lines: Memo<Option<Shared<Lines>>>,
    /// What the filter leaves, in the answer's order, and what its choices would.
    pub survey: Memo<Shared<Survey>>,
    /// What is shown, in its order.
    pub shown: Memo<Shared<Vec<LineNo>>>,
    /// The card that is to be shown and to have the focus, once.
    pub target: RwSignal<Option<VideoId>>,
}

impl Desk {
    pub fn new(search: Search) -> Self {
        let view = search.view;
        let lines = Memo::new(move |_| {
            search.with_page(|page| page.shown().map(|page| Shared::from(page.lines.clone())))
        });
        let filter = Memo::new(move |_| view.with(|view| view.filter.clone()));
        let survey = Memo::new(move |_| {
            let lines = lines.get();
            let survey = lines.map(|lines| filter.with(|filter| filter.survey(&lines, folded)));
            Shared::new(survey.unwrap_or_default())
        });
        let sort = Memo::new(move |_| view.with(|view| view.sort.clone()));
        let shown = Memo::new(move |_| {
            let mut order = survey.get().passing.clone();
            if let Some(lines) = lines.get() {
                sort.with(|sort| sort.apply(&lines, &mut order));
            }
            Shared::new(order)
        });
        Self {
            search,
            view,
            lines,
            survey,
            shown,
            target: RwSignal::new(None),
        }
    }

    /// What shows the result.
    pub fn mode(self) -> Memo<Mode> {
        Memo::new(move |_| self.view.with(|view| view.mode))
    }

    /// What the shown lines come to.
    pub fn summary(self) -> Memo<Summary> {
        Memo::new(move |_| {
            let lines = self.lines.get();
            lines.map_or(Summary::default(), |lines| {
                self.shown.with(|shown| Summary::of(&lines, shown))
            })
        })
    }

    /// The regions of the whole result, the most frequent first, and then those `chosen` that it has not.
    pub fn regions(self, chosen: Vec<String>) -> Vec<String> {
        let whole = self.lines.get();
        let whole = whole.map(|lines| Filter::default().survey(&lines, folded).regions);
        let names = whole.into_iter().flatten().map(|(name, _)| name);
        let mut names: Vec<String> = names.collect();
        for name in chosen {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Whether a video is selected for comparison.
    pub fn is_selected(self, id: VideoId) -> Memo<bool> {
        Memo::new(move |_| self.view.with(|view| view.selected.contains(&id)))
    }

    /// Goes to a video's card.
    pub fn show_card(self, id: VideoId) {
        self.turn(|view| view.mode = Mode::Cards);
        self.target.set(Some(id));
    }

    /// Changes the view in place: one step Back leaves the page of results, not each letter of a filter.
    pub fn change(self, change: impl FnOnce(&mut View)) {
        self.set(change, false);
    }

    /// Changes the view as a step that Back undoes.
    pub fn turn(self, change: impl FnOnce(&mut View)) {
        self.set(change, true);
    }

    /// Takes the table's columns, for later visits as well.
    pub fn set_columns(self, columns: Vec<Column>) {
        Store::Browser.set(COLUMNS, &columns_text(&columns));
        self.change(move |view| view.columns = columns);
    }

    fn set(self, change: impl FnOnce(&mut View), step: bool) {
        let mut view = self.view.get_untracked();
        change(&mut view);
        self.search.look(view, step);
    }
}

/// A view as a link gave it; one that says nothing of a view gets the columns of earlier visits.
pub fn restored(mut view: View) -> View {
    if view == View::default()
        && let Some(codes) = Store::Browser.get(COLUMNS)
    {
        view.columns = Column::list(&codes);
    }
    view
}
