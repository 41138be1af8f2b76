//! What a run does at the moment, and what the user can do about it.

use leptos::prelude::*;

use crate::components::ui::button::{Button, ButtonVariant};
use crate::domain::runs::status::{PauseReason, RunStatus, StopReason};
use crate::i18n::Texts;
use crate::state::locale::use_texts;
use crate::state::runs::Runs;
use crate::state::settings::Settings;

/// The status in words; with the error, if it stopped the run.
pub fn status_text(status: &RunStatus, waits: bool, t: &Texts) -> String {
    let text = match status {
        RunStatus::Planned | RunStatus::Finished => "",
        RunStatus::Running if waits => t.runs.waiting,
        RunStatus::Running => t.runs.running,
        RunStatus::Paused(PauseReason::User) => t.runs.paused,
        RunStatus::Paused(PauseReason::Offline) => t.runs.paused_offline,
        RunStatus::Paused(PauseReason::Failures) => t.runs.paused_failures,
        RunStatus::Stopped(StopReason::User | StopReason::Error(_)) => t.runs.stopped,
        RunStatus::Stopped(StopReason::CreditLimit) => t.runs.stopped_limit,
    };
    text.to_owned()
}

/// Which buttons there are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Steps {
    Running,
    Paused,
    Stopped,
    AtLimit,
}

#[component]
pub fn RunSteps() -> impl IntoView {
    let t = use_texts();
    let runs = expect_context::<Runs>();
    let steps = Memo::new(move |_| {
        runs.run
            .with(|run| match run.as_ref().map(|run| run.status()) {
                Some(RunStatus::Running) => Steps::Running,
                Some(RunStatus::Stopped(StopReason::CreditLimit)) => Steps::AtLimit,
                Some(RunStatus::Stopped(_)) => Steps::Stopped,
                _ => Steps::Paused,
            })
    });
    let stop = move || view! { <Button on_click=move || runs.stop()>{t.runs.stop}</Button> };
    let resume = move || {
        view! {
            <Button variant=ButtonVariant::Primary on_click=move || runs.resume()>
                {t.runs.resume}
            </Button>
        }
    };
    view! {
        <StopError />
        <div class="panel__steps">
            {move || match steps.get() {
                Steps::Running => view! {
                    <Button on_click=move || runs.pause()>{t.runs.pause}</Button>
                    {stop()}
                }
                .into_any(),
                Steps::Paused => view! {
                    {resume()}
                    {stop()}
                }
                .into_any(),
                Steps::Stopped => resume().into_any(),
                Steps::AtLimit => view! { <Allow /> }.into_any(),
            }}
        </div>
    }
}

/// Goes on past the limit.
#[component]
fn Allow() -> impl IntoView {
    let t = use_texts();
    let runs = expect_context::<Runs>();
    let credits = untrack(|| runs.proposed_credits());
    view! {
        <Button variant=ButtonVariant::Primary on_click=move || runs.allow(credits)>
            {(t.runs.allow)(credits)}
        </Button>
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
