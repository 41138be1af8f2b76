//! A video as an article: cover or player, sales, reach, caption and facts.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::all_metrics::AllMetrics;
use super::caption::Caption;
use super::facts::Facts;
use super::imported_facts::ImportedFacts;
use super::metric::MetricList;
use super::player::Player;
use super::sales::Sales;
use super::video_items::VideoItem;
use super::video_name::video_name;
use crate::domain::metrics::Metric;
use crate::domain::rows::ResultRows;
use crate::state::card_focus::card_id;
use crate::state::locale::use_texts;
use crate::state::playing::Playing;

/// How far a video has gone.
const REACH: [Metric; 7] = [
    Metric::Views,
    Metric::Likes,
    Metric::Comments,
    Metric::Shares,
    Metric::Saves,
    Metric::EngagementRate,
    Metric::SaveRate,
];

/// The card of a video.
#[component]
pub fn VideoCard(
    item: Memo<VideoItem>,
    #[prop(optional)] article: NodeRef<html::Article>,
) -> impl IntoView {
    let t = use_texts();
    let playing = expect_context::<Playing>();
    let id = item.with_untracked(VideoItem::key);
    let is_caption_expanded = RwSignal::new(false);
    let has_several_products = move || item.with(|item| item.video().sales.len() > 1);
    view! {
        <article
            class="card"
            class:card--several=has_several_products
            id=card_id(id)
            tabindex="-1"
            aria-label=move || item.with(|item| video_name(item.video(), t))
            node_ref=article
        >
            <Player item playing />
            {move || view! { <MainMetrics item=item.get() /> }}
            <AllMetrics item />
            {move || view! { <About item=item.get() is_caption_expanded /> }}
        </article>
    }
}

/// Sales and reach.
#[component]
fn MainMetrics(item: VideoItem) -> impl IntoView {
    let VideoItem { rows, index } = item;
    let video = &rows.videos()[index];
    let has_several_products = video.sales.len() > 1;
    let sales = view! { <AllSales rows=rows.clone() index /> };
    let reach = rows.of_video(index).next().map(|row| {
        view! {
            <div class="card__reach">
                <MetricList rows=rows.clone() row metrics=&REACH />
            </div>
        }
    });
    let note = has_several_products.then(|| view! { <ProductsNote count=video.sales.len() /> });
    // The sales of several products get the whole width, below the cover.
    match has_several_products {
        true => (reach, note, sales).into_any(),
        false => (sales, reach).into_any(),
    }
}

/// The sales of each product.
#[component]
fn AllSales(rows: Arc<ResultRows>, index: usize) -> impl IntoView {
    let sales = rows
        .of_video(index)
        .map(|row| view! { <Sales rows=rows.clone() row /> })
        .collect_view();
    view! { <div class="card__sales">{sales}</div> }
}

/// How many products there are, and why their sales are not added up.
#[component]
fn ProductsNote(count: usize) -> impl IntoView {
    let t = use_texts();
    view! {
        <p class="card__note">
            <b>{(t.card.product_count)(count)}</b>
            " "
            {t.card.not_totaled}
        </p>
    }
}

/// What the video is about, and where it is from.
#[component]
fn About(item: VideoItem, is_caption_expanded: RwSignal<bool>) -> impl IntoView {
    let t = use_texts();
    let VideoItem { rows, index } = item;
    let video = &rows.videos()[index];
    let caption = video.caption.clone();
    let hashtags = video
        .hashtags
        .iter()
        .map(|hashtag| view! { <li>{format!("#{hashtag}")}</li> })
        .collect_view();
    view! {
        <div class="card__about">
            <Caption text=caption expanded=is_caption_expanded />
            <ul class="tags" aria-label=t.card.hashtags>
                {hashtags}
            </ul>
            <ImportedFacts rows=rows.clone() index />
            <Facts rows index />
        </div>
    }
}
