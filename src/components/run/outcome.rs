//! What has failed in a run, and asking for it again.

use leptos::prelude::*;

use crate::components::ui::button::Button;
use crate::components::ui::copy_button::CopyButton;
use crate::components::ui::show::Show;
use crate::domain::ids::one_per_line;
use crate::domain::runs::group::GroupState;
use crate::domain::runs::run::Run;
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
            .map(|(title, count)| view! { <li>{title} " × " {count}</li> })
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
fn reasons(run: &Run, t: &crate::i18n::Texts, is_proxy: bool) -> Vec<(&'static str, usize)> {
    let mut reasons: Vec<(&'static str, usize)> = Vec::new();
    for group in run.groups() {
        let GroupState::Failed(_, error) = &group.state else {
            continue;
        };
        let title = match error {
            Some(error) => (t.errors.failure)(error, is_proxy).title,
            None => t.runs.failed_before,
        };
        match reasons.iter_mut().find(|(known, _)| *known == title) {
            Some((_, count)) => *count += 1,
            None => reasons.push((title, 1)),
        }
    }
    reasons.truncate(LISTED);
    reasons
}
