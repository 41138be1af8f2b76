//! What has failed in a run, and asking for it again.

use leptos::prelude::*;

use crate::components::ui::button::Button;
use crate::components::ui::copy_button::CopyButton;
use crate::components::ui::show::Show;
use crate::domain::ids::one_per_line;
use crate::domain::runs::group::GroupState;
use crate::domain::runs::run::Run;
use crate::domain::search::error::SearchError;
use crate::i18n::Texts;
use crate::state::locale::use_texts;
use crate::state::runs::Runs;
use crate::state::settings::Settings;

/// The most reasons that are listed.
const LISTED: usize = 5;

#[component]
pub fn FailedRequests() -> impl IntoView {
    let t = use_texts();
    let runs = expect_context::<Runs>();
    let settings = expect_context::<Settings>();
    // How many requests, and of how many ids.
    let failed = Memo::new(move |_| {
        let requests = runs
            .run
            .with(|run| run.as_ref().map_or(0, Run::failed_groups));
        (requests, runs.failed_ids().len())
    });
    let reasons = move || {
        let reasons = runs.run.with(|run| {
            let run = run.as_ref();
            run.map(|run| reasons(run, t, settings.is_proxy()))
                .unwrap_or_default()
        });
        let reasons = reasons.into_iter();
        reasons
            .map(|(reason, count)| view! { <li dir="auto">{reason} " × " {count}</li> })
            .collect_view()
    };
    let has_failed = Memo::new(move |_| failed.get().0 > 0);
    // With other requests open, it would start them too.
    let can_retry = Memo::new(move |_| runs.is_finished());
    let credits = move || failed.get().0 as u32 * 2;
    let text = move || {
        let (requests, ids) = failed.get();
        (t.runs.failed)(requests, ids)
    };
    view! {
        <Show when=has_failed>
            <div class="notice notice--problem run__failed">
                <h3>{t.runs.failed_title}</h3>
                <p role="status">{text}</p>
                <ul>{reasons}</ul>
                <div class="panel__steps">
                    <Show when=can_retry>
                        <Button on_click=move || {
                            runs.retry_failed(untrack(credits))
                        }>{move || (t.runs.retry)(credits())}</Button>
                    </Show>
                    <CopyButton
                        label=t.runs.copy_ids
                        copied=t.common.copied
                        text=move || untrack(|| one_per_line(runs.failed_ids().into_iter()))
                    />
                </div>
            </div>
        </Show>
    }
}

/// Why, and how often.
fn reasons(run: &Run, t: &Texts, is_proxy: bool) -> Vec<(String, usize)> {
    let mut reasons: Vec<(String, usize)> = Vec::new();
    for group in run.groups() {
        let GroupState::Failed(_, error) = &group.state else {
            continue;
        };
        let reason = match error {
            Some(error) => reason(error, t, is_proxy),
            None => t.runs.failed_before.to_owned(),
        };
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, count)) => *count += 1,
            None => reasons.push((reason, 1)),
        }
    }
    reasons.truncate(LISTED);
    reasons
}

/// What went wrong, with what the response said.
fn reason(error: &SearchError, t: &Texts, is_proxy: bool) -> String {
    let title = (t.errors.failure)(error, is_proxy).title;
    match error.note() {
        Some(note) if !note.message.is_empty() => (t.common.labeled)(title, &note.message),
        _ => title.to_owned(),
    }
}
