//! Every metric of a card with its exact value and its formula, loaded and drawn once they are opened.

use leptos::prelude::*;

use super::product::product_name;
use super::video_items::VideoItem;
use crate::components::ui::copy_id::CopyId;
use crate::components::ui::lazy_view::{LazyView, lazy};
use crate::components::ui::show::Show;
use crate::domain::metrics::{METRICS, Metric, Scope};
use crate::domain::rows::column::Column;
use crate::domain::rows::{ResultRows, RowIndex};
use crate::state::locale::{use_locale, use_texts};

#[component]
pub fn AllMetrics(item: Memo<VideoItem>) -> impl IntoView {
    let t = use_texts();
    let was_opened = RwSignal::new(false);
    view! {
        <details class="card__all" on:toggle=move |_| was_opened.set(true)>
            <summary>{t.card.all_metrics}</summary>
            <Show when=move || was_opened.get()>
                <LazyView load=move |()| metric_lists(item) />
            </Show>
        </details>
    }
}

lazy! { panels: fn metric_lists(item: Memo<VideoItem>) -> AnyView =
    (move || view! { <Lists item=item.get() /> }).into_any()
}

/// The metrics of each of the video's products, and those of the video.
#[component]
fn Lists(item: VideoItem) -> impl IntoView {
    let t = use_texts();
    let VideoItem { rows, index } = item;
    let has_several_products = rows.of_video(index).len() > 1;
    let of_sales = rows
        .of_video(index)
        .map(|row| {
            view! {
                {has_several_products.then(|| product(&rows, row))}
                <dl class="exact">{exact_values(&rows, row, Scope::Row)}</dl>
            }
        })
        .collect_view();
    let of_video = rows.of_video(index).next().map(|row| {
        view! {
            <dl class="exact">
                {exact_values(&rows, row, Scope::Video)}
                <Date
                    name=(t.table.column)(Column::Published)
                    seconds=rows.video(row).published
                />
                {older_data(&rows, row)}
                {ids(&rows, row)}
            </dl>
        }
    });
    view! {
        {of_sales}
        {of_video}
    }
}

/// The ids of the video and its creator. Here they are no further stops for the Tab key on each card.
fn ids(rows: &ResultRows, row: RowIndex) -> impl IntoView + use<> {
    let t = use_texts();
    let video = rows.video(row);
    let creator = video.creator.as_ref().map(|id| id.as_str().to_owned());
    let video = view! {
        <Id
            name=(t.table.column)(Column::VideoId)
            id=video.id.to_string()
            copy=t.card.copy_video_id
        />
    };
    let creator = creator.map(|id| {
        let name = (t.table.column)(Column::Creator);
        view! { <Id name id copy=t.card.copy_creator_id /> }
    });
    (video, creator)
}

/// An id with a button that copies it.
#[component]
fn Id(name: String, id: String, copy: &'static str) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{id.clone()} " " <CopyId label=copy id /></dd>
        </div>
    }
}

/// When the video's data is from, if others have newer data: the results name the newest.
fn older_data(rows: &ResultRows, row: RowIndex) -> Option<impl IntoView + use<>> {
    let t = use_texts();
    let seconds = rows.video(row).fetched_at;
    rows.is_older(rows.video_index(row))
        .then(|| view! { <Date name=t.card.data_from.to_owned() seconds /> })
}

fn product(rows: &ResultRows, row: RowIndex) -> impl IntoView + use<> {
    view! { <p>{product_name(rows, row, use_locale())}</p> }
}

/// The metrics of a row that belong to it, or those that belong to its video.
fn exact_values(rows: &ResultRows, row: RowIndex, scope: Scope) -> impl IntoView + use<> {
    let metrics = METRICS.iter().map(|spec| spec.metric);
    metrics
        .filter(|metric| metric.scope() == scope)
        .map(|metric| view! { <ExactValue metric value=rows.value(row, metric) /> })
        .collect_view()
}

#[component]
fn ExactValue(metric: Metric, value: Option<f64>) -> impl IntoView {
    let locale = use_locale();
    let text = (locale.texts.metric)(metric);
    view! {
        <div>
            <dt>{text.name}</dt>
            <dd>{locale.exact(metric, value)} " " <small>{text.formula}</small></dd>
        </div>
    }
}

/// With the time of day.
#[component]
fn Date(
    name: String,
    /** In Unix seconds. */
    seconds: u64,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{locale.formats().date(seconds)}</dd>
        </div>
    }
}
