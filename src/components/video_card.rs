//! Owns: one video as an article. Refuses: sums over its products.

use leptos::prelude::*;

use super::drawing::{Drawn, draw, each, words};
use super::external::external;
use super::figure::figure;
use super::player::Player;
use super::sales_line::sales_line;
use crate::domain::age::age;
use crate::domain::links;
use crate::domain::metrics::Figure;
use crate::domain::video::{Count, Video};
use crate::messages::Texts;
use crate::state::clock::now;
use crate::state::locale::{Locale, locale};
use crate::state::playing::Playing;

/// A video's card.
#[component]
pub fn VideoCard(video: Video, playing: Playing) -> impl IntoView {
    let locale = locale();
    let (t, formats) = (locale.texts, locale.formats());
    let several = video.sales.len() > 1;
    let reach = reach_figures(&video, locale);
    let sales = video.sales.iter().map(|sales| sales_line(sales, &video.reach, video.region.as_deref()));
    let sales: Vec<Drawn> = sales.collect();
    let note = each(several.then(|| {
        view! {
            <p class="card__several">
                <b>{(t.several_products)(sales.len())}</b>
                " "
                {t.not_added_up}
            </p>
        }
    }));
    let Video { id, published, seconds, caption, hashtags, region, creator, cover, clip, .. } = video;
    let length = seconds.map(|seconds| format!("{}:{:02}", seconds / 60, seconds % 60)).unwrap_or_default();
    let date = [t.published, " ", &formats.date(published)].concat();
    let region = each(region.map(|region| view! { <li class="facts__region">{region}</li> }));
    let creator = each(creator.map(|creator| {
        view! { <li>{external(links::creator_page(&creator), t.creator.to_owned())}</li> }
    }));
    draw(view! {
        <article
            class=if several { "card card--several" } else { "card" }
            aria-label=(t.video_by)(&id.to_string())
        >
            <div class="media">
                <Player id clip cover length playing />
            </div>
            <div class="card__sales">{note} {sales}</div>
            <div class="card__reach">{reach}</div>
            <div class="card__about">
                {caption_text(caption, t)}
                <ul class="tags" aria-label=t.hashtags>
                    {each(hashtags.into_iter().map(|tag| view! { <li>{["#", &tag].concat()}</li> }))}
                </ul>
                <ul class="facts">
                    {region}
                    <li>
                        <time class="figure" tabindex="0">
                            {formats.ago(age(published, now()))}
                            <span class="tip" role="tooltip">
                                {date}
                            </span>
                        </time>
                    </li>
                    {creator} <li>{external(links::video_page(id), t.open_on_tiktok.to_owned())}</li>
                </ul>
            </div>
        </article>
    })
}

/// How far the video has gone, and the rates of it that are the same whichever product stands beside it.
fn reach_figures(video: &Video, locale: Locale) -> Drawn {
    let (t, formats) = (locale.texts, locale.formats());
    let reach = &video.reach;
    let count = |name: &'static str, count: Count| {
        let tip = match count {
            Some(_) => (t.exactly)(&formats.exact(count)),
            None => t.unknown.to_owned(),
        };
        figure(name, "", formats.compact(count), tip)
    };
    let rate = |metric: Figure| {
        let text = (t.figure)(metric);
        let value = video.sales.first().and_then(|sales| metric.of(reach, sales));
        figure(text.name, "", formats.percent(value), text.formula.to_owned())
    };
    let figures = vec![
        count(t.views, reach.views),
        count(t.likes, reach.likes),
        count(t.comments, reach.comments),
        count(t.shares, reach.shares),
        count(t.saves, reach.saves),
        rate(Figure::EngagementRate),
        rate(Figure::SaveRate),
    ];
    draw(view! { <dl class="figures">{figures}</dl> })
}

/// Captions beyond this many characters may be cut and get a button; two lines always hold fewer.
const SHORT: usize = 70;

fn caption_text(caption: String, t: &'static Texts) -> Drawn {
    if caption.is_empty() {
        return draw(view! { <p class="caption caption--none">{t.no_caption}</p> });
    }
    let expanded = RwSignal::new(false);
    let long = caption.chars().count() > SHORT || caption.contains('\n');
    let class = move || match long && !expanded.get() {
        true => "caption caption--clamped".to_owned(),
        false => "caption".to_owned(),
    };
    let label = move || if expanded.get() { t.show_less } else { t.show_more }.to_owned();
    let toggle = each(long.then(|| {
        view! {
            <button
                type="button"
                class="button button--text"
                aria-expanded=words(move || expanded.get().to_string())
                on:click=move |_| expanded.update(|expanded| *expanded = !*expanded)
            >
                {words(label)}
            </button>
        }
    }));
    draw(view! {
        <p class=words(class) dir="auto">
            {caption}
        </p>
        {toggle}
    })
}
