//! Owns: one video as an article. Refuses: sums over its products.

use leptos::prelude::*;

use super::button::{Look, bare_button, said};
use super::external::external;
use super::figure::figure;
use super::player::player;
use super::select::select_button;
use super::sales_line::sales_line;
use super::tag::{Tag, tag};
use crate::domain::age::age;
use crate::domain::links;
use crate::domain::metrics::Figure;
use crate::domain::video::{ProductSales, Video};
use crate::messages::Texts;
use crate::state::clock::now;
use crate::state::desk::Desk;
use crate::state::locale::{Locale, locale};
use crate::state::playing::Playing;

/// A video's card.
pub fn video_card(video: &Video, at: u64, desk: Desk, playing: Playing) -> Tag {
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
        .map(|sales| sales_line(video, sales, at));
    let sales = tag("div")
        .class("card__sales")
        .with_all(note)
        .with_all(sales);
    let reach = tag("div")
        .class("card__reach")
        .with(reach_figures(video, at, locale))
        .with(more_figures(video, at, locale));
    let facts = facts(video, locale).with(tag("li").with(select_button(video.id, desk)));
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
    let card = tag("article")
        .attr("id", &["video-", &video.id.to_string()].concat())
        .attr("tabindex", "-1")
        .attr("aria-label", &(t.video_by)(&video.id.to_string()))
        .with(player(video, playing));
    // Several products fill the place beside the cover by themselves; one leaves room for the reach.
    let card = match several {
        true => card.class("card card--several").with(sales).with(reach),
        false => card.class("card").with(sales.with(reach)),
    };
    card.with(about)
}

/// How far the video has gone, and what follows from that.
fn reach_figures(video: &Video, at: u64, locale: Locale) -> Tag {
    let figures = [
        Figure::Views,
        Figure::Likes,
        Figure::Comments,
        Figure::Shares,
        Figure::Saves,
        Figure::EngagementRate,
        Figure::SaveRate,
    ];
    figures_of(&figures, video, video.sales.first(), at, locale)
}

/// Some figures as a list.
fn figures_of(
    figures: &[Figure],
    video: &Video,
    sales: Option<&ProductSales>,
    at: u64,
    locale: Locale,
) -> Tag {
    let value = |which: Figure| sales.and_then(|sales| which.of(video, sales, at));
    let figures = figures.iter();
    let figures = figures.map(|which| figure(*which, value(*which), "", locale));
    tag("dl").class("figures").with_all(figures)
}

/// The figures that few look at, drawn once they are wanted.
fn more_figures(video: &Video, at: u64, locale: Locale) -> Tag {
    let t = locale.texts;
    let open = RwSignal::new(false);
    let video = video.clone();
    let more = move || {
        if !open.get() {
            return Vec::new();
        }
        let of_video = [
            Figure::LikeRate,
            Figure::CommentRate,
            Figure::ShareRate,
            Figure::ViewsPerDay,
        ];
        let of_sales = [
            Figure::GmvPerDay,
            Figure::UnitsPerDay,
            Figure::GmvPerMinute,
            Figure::UnitsPerMinute,
        ];
        let mut lists = vec![figures_of(&of_video, &video, video.sales.first(), at, locale)];
        for sales in &video.sales {
            if video.sales.len() > 1 {
                let product = sales.product.as_ref();
                let name = product.map(|id| (t.product)(id.as_str()));
                lists.push(said("p", &name.unwrap_or_else(|| t.product_unknown.to_owned())));
            }
            lists.push(figures_of(&of_sales, &video, Some(sales), at, locale));
        }
        lists
    };
    tag("details")
        .class("card__more")
        .with(said("summary", t.more_figures))
        .with(tag("div").live(more))
        // It only ever opens more; what was drawn may stay.
        .on("toggle", move |_| open.set(true))
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
