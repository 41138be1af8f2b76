//! How far a run is, and how to pause and stop it.

use leptos::prelude::*;
use leptos_use_interval_fn::use_interval_fn;

use super::run_status::{RunSteps, status_text};
use crate::domain::runs::run::{Credits, Run};
use crate::domain::runs::status::RunStatus;
use crate::state::analysis::Analysis;
use crate::state::credits;
use crate::state::locale::{Locale, use_locale};
use crate::state::runs::Runs;

/// How often rate and time left are computed, in milliseconds.
const TICK: u64 = 1_000;

#[component]
pub fn Progress() -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let runs = expect_context::<Runs>();
    let analysis = expect_context::<Analysis>();
    let total = runs.ids().map_or(0, |ids| ids.len());
    // Ids that are known to the end, and ids whose requests have failed.
    let ended = Memo::new(move |_| {
        let (open, failed) = runs.run.with(|run| run.as_ref().map_or((0, 0), ids_left));
        (total.saturating_sub(open + failed), failed)
    });
    let rows = Memo::new(move |_| {
        let rows = analysis.rows.get();
        rows.map_or(0, |rows| rows.len())
    });
    let tick = RwSignal::new(0_u32);
    use_interval_fn(
        move || tick.update(|tick| *tick = tick.wrapping_add(1)),
        TICK,
    );
    let facts = move || {
        tick.track();
        let facts = runs.run.with(|run| {
            let run = run.as_ref()?;
            let ids = (ended.get().0, total);
            Some(facts(run, ids, rows.get(), locale))
        });
        let facts = facts.unwrap_or_default().into_iter();
        let facts = facts.chain(pace_facts(runs, locale));
        facts.map(|fact| view! { <li>{fact}</li> }).collect_view()
    };
    let status = Memo::new(move |_| {
        let waits = runs.waits_until.get().is_some();
        runs.run.with(|run| {
            let run = run.as_ref()?;
            Some(status_text(run, waits, t))
        })
    });
    view! {
        <section class="panel run" aria-label=t.runs.progress>
            <progress
                class="run__bar"
                aria-label=t.runs.progress
                max=total
                prop:value=move || (ended.get().0 + ended.get().1) as f64
            ></progress>
            // Only the status is announced, not each answer.
            <p class="run__status" role="status">{move || status.get()}</p>
            <ul class="run__numbers">{facts}</ul>
            <RunSteps />
        </section>
    }
}

/// That a run has ended, and what it cost.
#[component]
pub fn Finished() -> impl IntoView {
    let locale = use_locale();
    let t = &locale.texts.runs;
    let runs = expect_context::<Runs>();
    move || {
        let was_here = runs.pace.with(|pace| pace.answers > 0);
        let mut facts = vec![t.finished.to_owned()];
        facts.extend(credit_facts(runs.credits(), None, locale));
        was_here.then(|| view! { <p class="run__finished">{facts.join(" · ")}</p> })
    }
}

/// Ids that are not known to the end: those that are asked for, and those whose requests have failed.
fn ids_left(run: &Run) -> (usize, usize) {
    let outcomes = run.outcomes(|_| true);
    (outcomes.open.len(), outcomes.failed.len())
}

fn facts(run: &Run, (done, total): (usize, usize), rows: usize, locale: Locale) -> Vec<String> {
    let t = &locale.texts.runs;
    let groups = run.groups().len();
    let groups_left = run.open_groups() + run.failed_groups();
    let mut facts = vec![
        (t.ids_done)(done, total),
        (t.groups_done)(groups - groups_left, groups),
        (locale.texts.results.row_count)(rows),
    ];
    facts.extend(credit_facts(
        run.credits(),
        Some(run.credit_limit()),
        locale,
    ));
    facts
}

/// What has been used, of which limit.
fn credit_facts(credits: Credits, limit: Option<u32>, locale: Locale) -> Vec<String> {
    let t = &locale.texts.runs;
    let mut facts = vec![(t.credits_used)(credits.used, limit)];
    if credits.possible > 0 {
        facts.push((t.credits_possible)(credits.possible));
    }
    facts.push((t.credits_today)(credits::today()));
    facts
}

/// How fast it is and how long it takes; while it waits, for how long.
fn pace_facts(runs: Runs, locale: Locale) -> Vec<String> {
    let t = &locale.texts.runs;
    if runs.status() != Some(RunStatus::Running) {
        return Vec::new();
    }
    if let Some(seconds) = runs.seconds_to_wait() {
        return vec![(t.goes_on_in)(seconds)];
    }
    let pace = runs.pace.get();
    let seconds = pace.seconds();
    if pace.answers == 0 || seconds == 0 {
        return Vec::new();
    }
    let rows = u64::from(pace.rows) * 60 / seconds;
    let left = u64::from(runs.open_requests()) * seconds / u64::from(pace.answers);
    vec![
        (t.rows_per_minute)(rows as usize),
        (t.time_left)((left >= 60).then_some(left.div_ceil(60))),
    ]
}
