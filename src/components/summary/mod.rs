//! The totals of the shown rows, and what they exclude. `domain::rows::summary` calculates them.

use leptos::prelude::*;

use crate::domain::metrics::Metric;
use crate::domain::rows::summary::{Summary, Total};
use crate::state::analysis::Analysis;
use crate::state::locale::{Locale, use_locale};

/// A line of the summary.
struct Item {
    name: &'static str,
    value: String,
    /// What is worth knowing about the value.
    notes: Vec<String>,
}

#[component]
pub fn SummaryBar() -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let analysis = expect_context::<Analysis>();
    let items = move || {
        let items = analysis
            .summary
            .with(|summary| [counts(summary, analysis, locale), totals(summary, locale)]);
        items.into_iter().flatten().map(item_view).collect_view()
    };
    let exact = Memo::new(move |_| analysis.summary.with(|summary| exact(summary, locale)));
    let excluded = Memo::new(move |_| analysis.summary.with(|summary| excluded(summary, locale)));
    view! {
        <section class="summary" aria-label=t.summary.title>
            <dl class="summary__list">{move || items()}</dl>
            <div class="summary__more">
                <Details title=t.summary.exact_totals lines=exact />
                <Details title=t.summary.excluded lines=excluded />
            </div>
        </section>
    }
}

/// Lines to be opened, if there are any.
#[component]
fn Details(title: &'static str, lines: Memo<Vec<String>>) -> impl IntoView {
    let items = move || {
        let lines = lines.get().into_iter();
        lines.map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <details hidden=move || lines.with(Vec::is_empty)>
            <summary>{title}</summary>
            <ul>{move || items()}</ul>
        </details>
    }
}

fn item_view(Item { name, value, notes }: Item) -> impl IntoView {
    let notes = notes
        .into_iter()
        .map(|note| view! { <small>{note}</small> })
        .collect_view();
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{value} " " {notes}</dd>
        </div>
    }
}

/// How many videos and rows are shown, and of how many.
fn counts(summary: &Summary, analysis: Analysis, locale: Locale) -> Vec<Item> {
    let (t, formats) = (&locale.texts.summary, locale.formats());
    let exact = |count: usize| formats.exact(Some(count as u64));
    let (videos, rows) = analysis.rows.with(|rows| {
        let counts = rows.as_ref().map(|rows| (rows.videos().len(), rows.len()));
        counts.unwrap_or_default()
    });
    [
        (t.videos, summary.videos, videos),
        (t.rows, summary.rows, rows),
    ]
    .map(|(name, shown, all)| Item {
        name,
        value: match shown == all {
            true => exact(all),
            false => (t.of_all)(&exact(shown), &exact(all)),
        },
        notes: Vec::new(),
    })
    .into()
}

/// The metrics that are added up.
fn summed(summary: &Summary) -> [(Metric, Total); 3] {
    [
        (Metric::Gmv, summary.gmv),
        (Metric::Units, summary.units),
        (Metric::Views, summary.views),
    ]
}

fn totals(summary: &Summary, locale: Locale) -> Vec<Item> {
    let (t, formats) = (&locale.texts.summary, locale.formats());
    let exact = |count: usize| formats.exact(Some(count as u64));
    summed(summary)
        .map(|(metric, total)| {
            let median = (t.median)(&formats.metric(metric, total.median));
            let counted = (total.counted < summary.videos)
                .then(|| (t.videos_counted)(&exact(total.counted), &exact(summary.videos)));
            let sum = (total.counted > 0).then_some(total.sum);
            Item {
                name: (locale.texts.metric)(metric).name,
                value: formats.metric(metric, sum),
                notes: [median].into_iter().chain(counted).collect(),
            }
        })
        .into()
}

/// Each total and median with all its digits.
fn exact(summary: &Summary, locale: Locale) -> Vec<String> {
    let t = locale.texts;
    let known = summed(summary).into_iter();
    known
        .filter(|(_, total)| total.counted > 0)
        .map(|(metric, total)| {
            let sum = locale.exact(metric, Some(total.sum));
            let median = (t.summary.median)(&locale.exact(metric, total.median));
            let name = (t.metric)(metric).name;
            (t.common.labeled)(name, &(t.common.list)(&[sum, median]))
        })
        .collect()
}

/// What each total excludes, and why.
fn excluded(summary: &Summary, locale: Locale) -> Vec<String> {
    let (t, formats) = (&locale.texts.summary, locale.formats());
    let reasons = |(metric, total): (Metric, Total)| {
        let name = (locale.texts.metric)(metric).name;
        let unknown = (total.unknown > 0).then(|| (t.unknown_excluded)(name, total.unknown));
        let multi_product = total.span.map(|(min, max)| {
            let show = |value| formats.metric(metric, Some(value));
            (t.multi_product_excluded)(name, total.multi_product, &show(min), &show(max))
        });
        [unknown, multi_product].into_iter().flatten()
    };
    summed(summary).into_iter().flat_map(reasons).collect()
}
