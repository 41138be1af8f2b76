//! What a run does at the moment, and what the user can do about it.

use leptos::prelude::*;

use super::credit_limit::{CreditLimit, CreditLimitField};
use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::show::Show;
use crate::domain::runs::run::Run;
use crate::domain::runs::status::{PauseReason, RunStatus, StopReason};
use crate::i18n::Texts;
use crate::state::locale::use_texts;
use crate::state::runs::Runs;
use crate::state::settings::Settings;

/// The status in words, with the requests that are still on their way if it has ended or pauses.
pub fn status_text(run: &Run, waits: bool, t: &Texts) -> String {
    let text = match run.status() {
        RunStatus::Planned | RunStatus::Finished => "",
        RunStatus::Running if waits => t.runs.waiting,
        RunStatus::Running => t.runs.running,
        RunStatus::Paused(PauseReason::User) => t.runs.paused,
        RunStatus::Paused(PauseReason::Offline) => t.runs.paused_offline,
        RunStatus::Paused(PauseReason::Failures) => t.runs.paused_failures,
        RunStatus::Stopped(StopReason::User | StopReason::Error(_)) => t.runs.stopped,
        RunStatus::Stopped(StopReason::CreditLimit) => t.runs.stopped_limit,
    };
    let is_resting = matches!(run.status(), RunStatus::Paused(_) | RunStatus::Stopped(_));
    match run.in_flight() {
        requests @ 1.. if is_resting => format!("{text} {}", (t.runs.in_flight)(requests)),
        _ => text.to_owned(),
    }
}

/// What the first button does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MainStep {
    Pause,
    Resume,
    /// Goes on past the limit, by so many credits, if the user has typed a number of them.
    Allow(Option<u32>),
}

#[component]
pub fn RunSteps() -> impl IntoView {
    let t = use_texts();
    let runs = expect_context::<Runs>();
    let limit = CreditLimit::new(Signal::derive(move || runs.proposed_credits()));
    let step = Memo::new(move |_| match runs.status() {
        Some(RunStatus::Running) => MainStep::Pause,
        Some(RunStatus::Stopped(StopReason::CreditLimit)) => MainStep::Allow(limit.credits()),
        _ => MainStep::Resume,
    });
    let can_stop = Memo::new(move |_| !matches!(runs.status(), Some(RunStatus::Stopped(_))));
    let variant = move || match step.get() {
        MainStep::Pause => ButtonVariant::Secondary,
        MainStep::Resume | MainStep::Allow(_) => ButtonVariant::Primary,
    };
    let text = move || match step.get() {
        MainStep::Pause => t.runs.pause.to_owned(),
        MainStep::Resume => t.runs.resume.to_owned(),
        MainStep::Allow(credits) => (t.runs.allow)(credits.unwrap_or_default()),
    };
    let is_at_limit = Memo::new(move |_| matches!(step.get(), MainStep::Allow(_)));
    let act = move |_| match step.get_untracked() {
        MainStep::Pause => runs.pause(),
        MainStep::Resume => runs.resume(),
        MainStep::Allow(Some(credits)) => runs.allow(credits),
        MainStep::Allow(None) => {}
    };
    view! {
        <StopError />
        <Show when=is_at_limit>
            <CreditLimitField limit hint=t.runs.credit_limit_hint_left />
        </Show>
        <div class="panel__steps">
            // One element, so that it keeps the focus when it is pressed.
            <button
                type="button"
                class=move || variant().class()
                disabled=move || step.get() == MainStep::Allow(None)
                on:click=act
            >
                {text}
            </button>
            <Show when=can_stop>
                <Button on_click=move || runs.stop()>{t.runs.stop}</Button>
            </Show>
        </div>
    }
}

/// The error that stopped the run.
#[component]
fn StopError() -> impl IntoView {
    let t = use_texts();
    let runs = expect_context::<Runs>();
    let settings = expect_context::<Settings>();
    let error = Memo::new(move |_| {
        runs.run
            .with(|run| match run.as_ref().map(|run| run.status().clone()) {
                Some(RunStatus::Stopped(StopReason::Error(error))) => Some(error),
                _ => None,
            })
    });
    move || {
        let text = (t.errors.failure)(&error.get()?, settings.is_proxy());
        let message = error.get()?.note().map(|note| note.message.clone());
        Some(view! {
            <div class="run__error" role="alert">
                <h3>{text.title}</h3>
                <p>{text.advice}</p>
                {message
                    .filter(|message| !message.is_empty())
                    .map(|message| view! { <p dir="auto">{message}</p> })}
            </div>
        })
    }
}
