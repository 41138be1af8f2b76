//! Owns: one video as an article. Refuses: sums over its products.

use leptos::prelude::*;

use super::button::{Look, bare_button, said};
use super::external::external;
use super::figure::{derived_figure, figure};
use super::player::player;
use super::sales_line::sales_line;
use super::tag::{Tag, tag};
use crate::domain::age::age;
use crate::domain::links;
use crate::domain::metrics::Figure;
use crate::domain::video::{Count, Video};
use crate::messages::Texts;
use crate::state::clock::now;
use crate::state::locale::{Locale, locale};
use crate::state::playing::Playing;

/// A video's card.
pub fn video_card(video: Video, playing: Playing) -> Tag {
    let locale = locale();
    let t = locale.texts;
    let several = video.sales.len() > 1;
    let note = several.then(|| {
        let count = said("b", &(t.several_products)(video.sales.len()));
        tag("p")
            .class("card__several")
            .with(count)
            .text(" ")
            .text(t.not_added_up)
    });
    let sales = video
        .sales
        .iter()
        .map(|sales| sales_line(sales, &video.reach, video.region.as_deref()));
    let sales = tag("div")
        .class("card__sales")
        .with_all(note)
        .with_all(sales);
    let reach = tag("div")
        .class("card__reach")
        .with(reach_figures(&video, locale));
    let facts = facts(&video, locale);
    let tags = video
        .hashtags
        .iter()
        .map(|tag| said("li", &["#", tag].concat()));
    let about = tag("div")
        .class("card__about")
        .with_all(caption(&video.caption, t))
        .with(
            tag("ul")
                .class("tags")
                .attr("aria-label", t.hashtags)
                .with_all(tags),
        )
        .with(facts);
    let Video {
        id,
        seconds,
        cover,
        clip,
        ..
    } = video;
    let length = seconds
        .map(|seconds| format!("{}:{:02}", seconds / 60, seconds % 60))
        .unwrap_or_default();
    let card = tag("article")
        .attr("aria-label", &(t.video_by)(&id.to_string()))
        .with(player(id, clip, cover, length, playing));
    // Several products fill the place beside the cover by themselves; one leaves room for the reach.
    let card = match several {
        true => card.class("card card--several").with(sales).with(reach),
        false => card.class("card").with(sales.with(reach)),
    };
    card.with(about)
}

/// How far the video has gone, and the rates of it that are the same whichever product stands beside it.
fn reach_figures(video: &Video, locale: Locale) -> Tag {
    let (t, formats) = (locale.texts, locale.formats());
    let reach = &video.reach;
    let count = |(name, count): (&str, Count)| {
        let tip = match count {
            Some(_) => (t.exactly)(&formats.exact(count)),
            None => t.unknown.to_owned(),
        };
        figure(name, "", &formats.compact(count), &tip)
    };
    let rate = |metric: Figure| {
        let value = video
            .sales
            .first()
            .and_then(|sales| metric.of(reach, sales));
        derived_figure(metric, value, &formats.percent(value), locale)
    };
    let counts = [
        (t.views, reach.views),
        (t.likes, reach.likes),
        (t.comments, reach.comments),
        (t.shares, reach.shares),
        (t.saves, reach.saves),
    ];
    let rates = [Figure::EngagementRate, Figure::SaveRate];
    tag("dl")
        .class("figures")
        .with_all(counts.map(count))
        .with_all(rates.map(rate))
}

/// Where and when it was published, and the ways to it and to its creator.
fn facts(video: &Video, locale: Locale) -> Tag {
    let (t, formats) = (locale.texts, locale.formats());
    let date = [t.published, " ", &formats.date(video.published)].concat();
    let ago = formats.ago(age(video.published, now()));
    let published = said("time", &formats.day(video.published))
        .text(" · ")
        .text(&ago)
        .class("figure")
        .attr("tabindex", "0")
        .with(said("span", &date).class("tip").attr("role", "tooltip"));
    let creator = video
        .creator
        .as_ref()
        .map(|creator| external(&links::creator_page(creator), t.creator));
    let links = creator
        .into_iter()
        .chain([external(&links::video_page(video.id), t.open_on_tiktok)]);
    tag("ul")
        .class("facts")
        .with_all(
            video
                .region
                .as_ref()
                .map(|region| said("li", region).class("facts__region")),
        )
        .with(tag("li").with(published))
        .with_all(links.map(|link| tag("li").with(link)))
}

/// Captions beyond this many characters may be cut and get a button; two lines always hold fewer.
const SHORT: usize = 70;

fn caption(caption: &str, t: &'static Texts) -> Vec<Tag> {
    if caption.is_empty() {
        return vec![said("p", t.no_caption).class("caption caption--none")];
    }
    let text = said("p", caption).class("caption").attr("dir", "auto");
    if caption.chars().count() <= SHORT && !caption.contains('\n') {
        return vec![text];
    }
    let expanded = RwSignal::new(false);
    let class = move || {
        if expanded.get() {
            "caption"
        } else {
            "caption caption--clamped"
        }
    };
    let toggle = bare_button(Look::Text)
        .live_attr("aria-expanded", move || {
            Some(if expanded.get() { "true" } else { "false" })
        })
        .live_text(move || {
            if expanded.get() {
                t.show_less
            } else {
                t.show_more
            }
            .to_owned()
        })
        .press(move || expanded.update(|expanded| *expanded = !*expanded));
    vec![text.live_attr("class", move || Some(class())), toggle]
}
