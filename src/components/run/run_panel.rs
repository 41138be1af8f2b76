//! What is to be said about a search for many videos, above its rows.

use leptos::prelude::*;

use super::elsewhere::Elsewhere;
use super::list_link::ListLink;
use super::outcome::FailedRequests;
use super::plan_panel::PlanPanel;
use super::progress::{Finished, Progress};
use crate::components::ui::lazy_view::{LazyFallback, LazyView, lazy};
use crate::domain::runs::status::RunStatus;
use crate::state::locale::use_texts;
use crate::state::runs::Runs;

/// Which panel it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Reading,
    Elsewhere,
    Planned,
    Begun,
    Done,
}

/// Its code is loaded for the first search for many videos.
#[component]
pub fn RunPanel() -> impl IntoView {
    let t = use_texts();
    let fallback = LazyFallback {
        loading: t.runs.loading_plan,
        view: (|| ()).into(),
    };
    view! { <LazyView load=|()| run_panel() fallback /> }
}

lazy! { runs: fn run_panel() -> AnyView = view! { <Phases /> }.into_any() }

#[component]
fn Phases() -> impl IntoView {
    let t = use_texts();
    let runs = expect_context::<Runs>();
    let phase = Memo::new(move |_| match runs.status() {
        None => Phase::Reading,
        _ if runs.is_elsewhere.get() => Phase::Elsewhere,
        Some(RunStatus::Planned) => Phase::Planned,
        Some(RunStatus::Finished) => Phase::Done,
        Some(_) => Phase::Begun,
    });
    view! {
        {move || match phase.get() {
            Phase::Reading => view! { <p class="run__reading">{t.runs.loading_plan}</p> }.into_any(),
            Phase::Elsewhere => view! { <Elsewhere /> }.into_any(),
            Phase::Planned => view! { <PlanPanel /> }.into_any(),
            Phase::Begun => view! { <Progress /> }.into_any(),
            Phase::Done => view! { <Finished /> }.into_any(),
        }}
        <FailedRequests />
        <ListLink />
    }
}
