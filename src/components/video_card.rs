//! Owns: one video as an article. Refuses: sums over its products.

use leptos::prelude::*;

use super::external::External;
use super::figure::Figure;
use super::player::Player;
use super::sales_line::SalesLine;
use crate::domain::age::age;
use crate::domain::links;
use crate::domain::metrics::Figure as Metric;
use crate::domain::video::{Count, Video};
use crate::state::clock::now;
use crate::state::locale::locale;
use crate::state::playing::Playing;

/// A video's card.
#[component]
pub fn VideoCard(video: Video, playing: Playing) -> impl IntoView {
    let locale = locale();
    let (t, formats) = (locale.texts, locale.formats());
    let Video { id, published, seconds, caption, hashtags, region, creator, cover, clip, reach, sales } = video;
    let length = seconds.map(|seconds| format!("{}:{:02}", seconds / 60, seconds % 60)).unwrap_or_default();
    let several = sales.len() > 1;

    let count = |name: &'static str, count: Count| {
        let tip = match count {
            Some(_) => (t.exactly)(&formats.exact(count)),
            None => t.unknown.to_owned(),
        };
        view! { <Figure name value=formats.compact(count) tip /> }
    };
    // A rate of the video itself: the same whichever product stands beside it.
    let rate = |metric: Metric| {
        let text = (t.figure)(metric);
        let value = sales.first().and_then(|sales| metric.of(&reach, sales));
        view! { <Figure name=text.name value=formats.percent(value) tip=text.formula.to_owned() /> }
    };
    let reach_figures = view! {
        <dl class="figures">
            {count(t.views, reach.views)} {count(t.likes, reach.likes)} {count(t.comments, reach.comments)}
            {count(t.shares, reach.shares)} {count(t.saves, reach.saves)} {rate(Metric::EngagementRate)}
            {rate(Metric::SaveRate)}
        </dl>
    };
    let lines = sales
        .iter()
        .map(|sales| view! { <SalesLine sales=sales.clone() reach region=region.clone() /> })
        .collect_view();
    let date = formats.date(published);
    let ago = formats.ago(age(published, now()));
    view! {
        <article class="card" aria-label=(t.video_by)(&id.to_string())>
            <div class="media">
                <Player id clip cover length playing />
            </div>
            <div class="card__figures">
                {several
                    .then(|| {
                        view! {
                            <p class="card__several">
                                <b>{(t.several_products)(sales.len())}</b>
                                " "
                                {t.not_added_up}
                            </p>
                        }
                    })}
                <div class="card__sales" class:card__sales--several=several>{lines}</div>
                {reach_figures}
            </div>
            <div class="card__about">
                <Caption caption />
                <ul class="tags" aria-label=t.hashtags>
                    {hashtags.into_iter().map(|tag| view! { <li>"#" {tag}</li> }).collect_view()}
                </ul>
                <ul class="facts">
                    {region.map(|region| view! { <li class="facts__region" title=t.region>{region}</li> })}
                    <li>
                        <time class="figure figure--plain" tabindex="0">
                            {ago} <span class="tip" role="tooltip">{t.published} " " {date}</span>
                        </time>
                    </li>
                    {creator
                        .map(|creator| {
                            view! { <li><External href=links::creator_page(&creator) text=t.creator /></li> }
                        })}
                    <li><External href=links::video_page(id) text=t.open_on_tiktok /></li>
                </ul>
            </div>
        </article>
    }
}

/// Captions beyond this many characters may be cut and get a button; two lines always hold fewer.
const SHORT: usize = 70;

#[component]
fn Caption(caption: String) -> impl IntoView {
    let t = locale().texts;
    let expanded = RwSignal::new(false);
    if caption.is_empty() {
        return view! { <p class="caption caption--none">{t.no_caption}</p> }.into_any();
    }
    let long = caption.chars().count() > SHORT || caption.contains('\n');
    view! {
        <p class="caption" class:caption--clamped=move || !expanded.get() dir="auto">{caption}</p>
        {long
            .then(|| {
                view! {
                    <button
                        type="button"
                        class="button button--text"
                        aria-expanded=move || expanded.get().to_string()
                        on:click=move |_| expanded.update(|expanded| *expanded = !*expanded)
                    >
                        {move || if expanded.get() { t.show_less } else { t.show_more }}
                    </button>
                }
            })}
    }
    .into_any()
}
