//! A cell of the table.

use std::sync::Arc;

use leptos::prelude::*;

use super::row_context::RowContext;
use crate::components::card::product::price;
use crate::components::ui::copy_id::CopyId;
use crate::components::ui::external_link::ExternalLink;
use crate::domain::metrics::Metric;
use crate::domain::rows::RowIndex;
use crate::domain::rows::column::Column;
use crate::domain::videos::links;
use crate::state::locale::Locale;

/// In place of a text that is unknown.
const UNKNOWN: &str = "—";

/// The cell of a row in a column.
#[component]
pub fn Cell(
    context: Arc<RowContext>,
    row: RowIndex,
    column: Column,
    locale: Locale,
) -> impl IntoView {
    let results = &context.results;
    let (video, sales) = (results.video(row), results.sales(row));
    match column {
        Column::Caption => view! { <TextCell text=video.caption.clone() /> }.into_any(),
        Column::Hashtags => {
            let hashtags: Vec<String> =
                video.hashtags.iter().map(|tag| format!("#{tag}")).collect();
            view! { <TextCell text=hashtags.join(" ") /> }.into_any()
        }
        Column::Region => {
            let region = video.region.as_deref().map(|code| locale.region(code));
            view! { <TextCell text=region.unwrap_or_default() /> }.into_any()
        }
        Column::Published => {
            let formats = locale.formats();
            let (day, date) = (formats.day(video.published), formats.date(video.published));
            view! { <td title=date>{day}</td> }.into_any()
        }
        Column::Creator => {
            let href = video.creator.as_ref().map(links::creator_page);
            let id = video.creator.as_ref().map(|id| id.as_str().to_owned());
            let text = id.clone().unwrap_or_else(|| UNKNOWN.to_owned());
            view! { <LinkCell href text id copy=locale.texts.card.copy_creator_id /> }.into_any()
        }
        Column::VideoId => {
            let href = Some(links::video_page(video.id));
            let id = video.id.to_string();
            let copy = locale.texts.card.copy_video_id;
            view! { <LinkCell href text=id.clone() id=Some(id) copy /> }.into_any()
        }
        Column::Product => {
            let product = sales.product.as_ref();
            let (region, language) = (video.region.as_deref(), locale.language);
            let href = product.map(|id| links::product_page(id, region, language.shop_locale()));
            let id = product.map(|id| id.as_str().to_owned());
            let text = match results.product(row) {
                Some(product) => product.name.clone(),
                None => id
                    .clone()
                    .unwrap_or_else(|| locale.texts.card.unknown_product.to_owned()),
            };
            view! { <LinkCell href text id copy=locale.texts.card.copy_product_id /> }.into_any()
        }
        Column::Price => {
            let range = results.product(row).and_then(|product| product.price);
            let text = range.map_or_else(|| UNKNOWN.to_owned(), |range| price(range, locale));
            view! { <td class="results-table__number">{text}</td> }.into_any()
        }
        Column::Imported(index) => {
            let value = results.imported_value(row, index).unwrap_or_default();
            view! { <TextCell text=value.to_owned() /> }.into_any()
        }
        Column::Metric(metric) => {
            let value = results.value(row, metric);
            let has_bar = context.bar == Some(metric);
            let longest = has_bar.then_some(context.longest);
            view! { <MetricCell metric value longest locale /> }.into_any()
        }
    }
}

/// A text that may be longer than its cell, in any script.
#[component]
fn TextCell(text: String) -> impl IntoView {
    if text.is_empty() {
        return view! { <td>{UNKNOWN}</td> }.into_any();
    }
    let title = text.clone();
    view! { <td dir="auto" title=title>{text}</td> }.into_any()
}

/// A text that is a link if it leads anywhere, with a button that copies its id.
#[component]
fn LinkCell(
    href: Option<String>,
    text: String,
    id: Option<String>,
    /// What the button does.
    copy: &'static str,
) -> impl IntoView {
    let Some(href) = href else {
        return view! { <td>{text}</td> }.into_any();
    };
    let title = text.clone();
    let copy = id.map(|id| view! { <CopyId label=copy id /> });
    view! {
        <td class="results-table__linked" title=title>
            <ExternalLink href text />
            {copy}
        </td>
    }
    .into_any()
}

/// A number, with a bar of its share of the `longest` one if the table is sorted by it.
#[component]
fn MetricCell(
    metric: Metric,
    value: Option<f64>,
    longest: Option<Memo<Option<f64>>>,
    locale: Locale,
) -> impl IntoView {
    let title = value.map(|_| locale.exact(metric, value));
    let text = locale.formats().metric(metric, value);
    let Some(longest) = longest else {
        return view! { <td class="results-table__number" title=title>{text}</td> }.into_any();
    };
    let share = move || {
        let (value, longest) = value.zip(longest.get())?;
        (longest > 0.0).then(|| format!("{}%", (value / longest * 100.0).round() as u32))
    };
    view! {
        <td class="results-table__number results-table__number--bar" title=title style:--share=share>
            {text}
        </td>
    }
    .into_any()
}
