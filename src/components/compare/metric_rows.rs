//! A row a metric, with the best value and the differences from the baseline.

use leptos::prelude::*;

use super::selection::Selection;
use crate::domain::metrics::Metric;
use crate::domain::rows::compare::{Cell, MetricRow, metric_rows};
use crate::state::analysis::Analysis;
use crate::state::locale::use_locale;

#[component]
pub fn MetricRows(selection: Memo<Selection>) -> impl IntoView {
    let analysis = expect_context::<Analysis>();
    move || {
        let rows = analysis.rows.get()?;
        let Selection {
            videos, baseline, ..
        } = selection.get();
        let rows = metric_rows(&rows, &videos, baseline).into_iter();
        Some(rows.map(|row| view! { <Row row /> }).collect_view())
    }
}

#[component]
fn Row(row: MetricRow) -> impl IntoView {
    let locale = use_locale();
    let text = (locale.texts.metric)(row.metric);
    let cells = row.cells.into_iter();
    let cells = cells
        .map(|cell| view! { <MetricCell metric=row.metric cell /> })
        .collect_view();
    view! {
        <tr>
            <th scope="row" title=text.formula>
                {text.name}
            </th>
            {cells}
        </tr>
    }
}

#[component]
fn MetricCell(metric: Metric, cell: Cell) -> impl IntoView {
    let locale = use_locale();
    let (t, formats) = (locale.texts, locale.formats());
    let values: Vec<String> = cell
        .values
        .iter()
        .map(|value| formats.metric(metric, *value))
        .collect();
    let exact: Vec<String> = cell
        .values
        .iter()
        .map(|value| locale.exact(metric, *value))
        .collect();
    let note = (values.len() > 1).then_some(t.compare.value_per_product);
    let title = [(t.common.list)(&exact)]
        .into_iter()
        .chain(note.map(str::to_owned));
    let title = title.collect::<Vec<_>>().join("\n");
    let best = cell.is_best.then(|| {
        view! {
            " "
            <small aria-hidden="true">"★"</small>
            <span class="visually-hidden">{t.compare.best}</span>
        }
    });
    let difference = cell.difference.map(|difference| {
        view! { <span class="compare__difference">{formats.difference(difference)}</span> }
    });
    view! {
        <td class:compare__best=cell.is_best title=title>
            {values.join(" / ")}
            {best}
            {difference}
        </td>
    }
}
