//! The view that is on: cards, table, charts or comparison.

use leptos::prelude::*;

use crate::components::card::cards::Cards;
use crate::components::charts::Charts;
use crate::components::compare::Compare;
use crate::components::table::ResultsTable;
use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::lazy_view::{LazyFallback, LazyFuture, LazyView, lazy};
use crate::domain::filter::Filter;
use crate::domain::view::Mode;
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

#[component]
pub fn CurrentView() -> impl IntoView {
    let analysis = expect_context::<Analysis>();
    let is_empty = Memo::new(move |_| analysis.shown.with(|shown| shown.is_empty()));
    move || match analysis.mode.get() {
        // The comparison shows the selected videos, whatever the filter.
        Mode::Compare => view! { <LazyResults load=|()| compare() /> }.into_any(),
        _ if is_empty.get() => view! { <NoMatches /> }.into_any(),
        Mode::Cards => view! { <Cards /> }.into_any(),
        Mode::Table => view! { <LazyResults load=|()| results_table() /> }.into_any(),
        Mode::Charts => view! { <LazyResults load=|()| charts() /> }.into_any(),
    }
}

/// A view whose code may take long or never come. The results are there already: until then they are shown as cards.
#[component]
fn LazyResults(#[prop(into)] load: Callback<(), LazyFuture<AnyView>>) -> impl IntoView {
    let fallback = LazyFallback {
        loading: use_texts().results.view_loading,
        view: ViewFn::from(|| view! { <Cards /> }),
    };
    view! { <LazyView load fallback /> }
}

lazy! { table: fn results_table() -> AnyView = view! { <ResultsTable /> }.into_any() }
lazy! { table: fn compare() -> AnyView = view! { <Compare /> }.into_any() }
lazy! { charts: fn charts() -> AnyView = view! { <Charts /> }.into_any() }

/// In place of a view when no row passes the filter.
#[component]
fn NoMatches() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let clear = move || analysis.replace_view(|view| view.filter = Filter::default());
    view! {
        <div class="panel">
            <h2>{t.filter.no_match}</h2>
            <p>{t.filter.no_match_advice}</p>
            <Button variant=ButtonVariant::Primary on_click=clear>
                {t.filter.clear_all}
            </Button>
        </div>
    }
}
