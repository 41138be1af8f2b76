//! A chart's data as a table, which exists once it is opened. The table view and the export have all rows.

use leptos::html;
use leptos::prelude::*;

use super::context::{ChartContext, RenderedChart};
use super::labels;
use crate::components::card::product::product_name;
use crate::components::ui::copy_id::CopyId;
use crate::domain::charts::shapes::{Mark, MarkTarget};
use crate::domain::rows::RowIndex;
use crate::domain::rows::column::Column;
use crate::domain::view::ChartKind;
use crate::state::locale::{Locale, use_locale};

const MAX_ROWS: usize = 200;

/// The table, to be opened.
#[component]
pub fn ChartData() -> impl IntoView {
    let (chart, locale) = (expect_context::<ChartContext>(), use_locale());
    let details = NodeRef::<html::Details>::new();
    let is_open = RwSignal::new(false);
    let on_toggle = move |_| {
        if let Some(details) = details.get_untracked() {
            is_open.set(details.open());
        }
    };
    let table = move || {
        let rendered = chart.rendered.get().filter(|_| is_open.get());
        rendered.map(|rendered| data_table(&rendered, locale))
    };
    view! {
        <details class="chart__data" node_ref=details on:toggle=on_toggle>
            <summary>{locale.texts.charts.data_table}</summary>
            {move || table()}
        </details>
    }
}

fn data_table(rendered: &RenderedChart, locale: Locale) -> impl IntoView + use<> {
    let t = &locale.texts.charts;
    let (value, other) = labels::value_names(rendered, locale);
    let mark = match rendered.choice.kind {
        ChartKind::Bars | ChartKind::Scatter => t.video,
        ChartKind::Distribution => t.range,
        ChartKind::Timeline => t.published,
        ChartKind::Regions => t.region,
        ChartKind::Hashtags => t.hashtag,
    };
    let column = locale.texts.table.column;
    let product = labels::is_per_row(rendered).then(|| column(Column::Product));
    let marks = &rendered.chart.marks;
    let rows = marks.iter().take(MAX_ROWS);
    let rows = rows
        .map(|mark| data_row(rendered, mark, other.is_some(), locale))
        .collect_view();
    view! {
        <div class="chart__table" tabindex="0" role="region" aria-label=t.data_table>
            <table>
                <caption class="visually-hidden">{labels::title(rendered, locale)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{mark}</th>
                        {product.map(|product| {
                            view! { <th scope="col" class="chart__product">{product}</th> }
                        })}
                        <th scope="col">{value}</th>
                        {other.map(|other| view! { <th scope="col">{other}</th> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {(marks.len() > MAX_ROWS).then(|| view! { <p>{(t.first_rows)(MAX_ROWS)}</p> })}
    }
}

/// A row's product, with its id to copy.
fn product_cell(rendered: &RenderedChart, row: RowIndex, locale: Locale) -> impl IntoView + use<> {
    let name = product_name(&rendered.rows, row, locale);
    let id = rendered.rows.sales(row).product.as_ref();
    let id = id.map(|id| id.as_str().to_owned());
    let is_named = rendered.rows.product(row).is_some();
    view! {
        {name}
        " "
        {id.map(|id| {
            view! {
                {is_named.then(|| view! { <small>{id.clone()}</small> })}
                <CopyId label=locale.texts.card.copy_product_id id />
            }
        })}
    }
}

fn data_row(
    rendered: &RenderedChart,
    mark: &Mark,
    has_other: bool,
    locale: Locale,
) -> impl IntoView + use<> {
    let name = labels::short_name(rendered, mark, locale);
    let id = match mark.target {
        MarkTarget::Row(row) => Some(rendered.rows.video(row).id.to_string()),
        _ => None,
    };
    let product = match mark.target {
        MarkTarget::Row(row) if labels::is_per_row(rendered) => {
            Some(product_cell(rendered, row, locale))
        }
        _ => None,
    };
    let (value, other) = labels::exact_values(rendered, mark, locale);
    view! {
        <tr>
            <th scope="row">{name} " " {id.map(|id| {
                view! {
                    <small>{id.clone()}</small>
                    <CopyId label=locale.texts.card.copy_video_id id />
                }
            })}</th>
            {product.map(|cell| view! { <td class="chart__product">{cell}</td> })}
            <td>{value}</td>
            {has_other.then(|| view! { <td>{other}</td> })}
        </tr>
    }
}
