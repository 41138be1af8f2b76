//! How far a run is, and how to pause and stop it.

use leptos::prelude::*;
use leptos_use_interval_fn::use_interval_fn;

use super::run_status::{RunSteps, status_text};
use crate::domain::runs::run::Run;
use crate::domain::runs::status::RunStatus;
use crate::state::analysis::Analysis;
use crate::state::credits;
use crate::state::locale::{Locale, use_locale};
use crate::state::runs::{Pace, Runs};

/// How often rate and time left are computed, in milliseconds.
const TICK: u64 = 1_000;

#[component]
pub fn Progress() -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let runs = expect_context::<Runs>();
    let analysis = expect_context::<Analysis>();
    let total = runs.ids().map_or(0, |ids| ids.len());
    let done = Memo::new(move |_| {
        let open = runs.run.with(|run| run.as_ref().map_or(0, open_ids));
        total - open.min(total)
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
            let ids = (done.get(), total);
            Some(facts(run, runs.pace.get(), ids, rows.get(), locale))
        });
        let facts = facts.unwrap_or_default().into_iter();
        facts.map(|fact| view! { <li>{fact}</li> }).collect_view()
    };
    let status = Memo::new(move |_| {
        let waits = runs.waits_until.get().is_some();
        runs.run.with(|run| {
            let run = run.as_ref()?;
            Some(status_text(run.status(), waits, t))
        })
    });
    view! {
        <section class="panel run" aria-label=t.runs.progress>
            <progress
                class="run__bar"
                aria-label=t.runs.progress
                max=total
                prop:value=move || done.get() as f64
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
        let credits = runs.run.with(|run| run.as_ref().map(Run::credits))?;
        let was_here = runs.pace.with(|pace| pace.answers > 0);
        let text = [
            t.finished.to_owned(),
            (t.credits_used)(credits.used, None),
            (t.credits_today)(credits::today()),
        ];
        was_here.then(|| view! { <p class="run__finished">{text.join(" · ")}</p> })
    }
}

/// Ids that are not known to the end, failed ones excluded.
fn open_ids(run: &Run) -> usize {
    run.outcomes(|_| true).open.len()
}

fn facts(
    run: &Run,
    pace: Pace,
    (done, total): (usize, usize),
    rows: usize,
    locale: Locale,
) -> Vec<String> {
    let t = &locale.texts.runs;
    let used = run.credits();
    let groups = run.groups().len();
    let mut facts = vec![
        (t.ids_done)(done, total),
        (t.groups_done)(groups - run.open_groups(), groups),
        (locale.texts.results.row_count)(rows),
        (t.credits_used)(used.used, Some(run.credit_limit())),
    ];
    if used.possible > 0 {
        facts.push((t.credits_possible)(used.possible));
    }
    facts.push((t.credits_today)(credits::today()));
    let seconds = pace.seconds();
    if *run.status() == RunStatus::Running && pace.answers > 0 && seconds > 0 {
        let rows = u64::from(pace.rows) * 60 / seconds;
        facts.push((t.rows_per_minute)(rows as usize));
        let left = run.open_groups() as u64 * seconds / u64::from(pace.answers);
        facts.push((t.time_left)((left >= 60).then_some(left.div_ceil(60))));
    }
    facts
}
