//! Owns: one video as an article. Refuses: sums over its products.

use crate::components::ui::button::said;
use crate::components::card::caption::caption;
use crate::components::ui::external::external;
use crate::components::card::more_metrics::{metrics_of, more_metrics};
use crate::components::card::player::player;
use crate::components::card::sales::sales_line;
use crate::components::tag::{Tag, tag};
use crate::domain::dates::age::age;
use crate::domain::videos::links;
use crate::domain::metrics::Metric;
use crate::domain::videos::Video;
use crate::state::clock::now;
use crate::state::locale::{Locale, locale};
use crate::state::playing::Playing;

/// A video's card. `select` is the way to choose it for comparison.
pub fn video_card(video: &Video, at: u64, select: Tag, playing: Playing) -> Tag {
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
    let sales = video.sales.iter().map(|sales| sales_line(video, sales, at));
    let sales = tag("div")
        .class("card__sales")
        .with_all(note)
        .with_all(sales);
    let reach = tag("div")
        .class("card__reach")
        .with(reach_metrics(video, at, locale))
        .with(more_metrics(video, at, locale));
    let facts = facts(video, locale).with(tag("li").with(select));
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
fn reach_metrics(video: &Video, at: u64, locale: Locale) -> Tag {
    let metrics = [
        Metric::Views,
        Metric::Likes,
        Metric::Comments,
        Metric::Shares,
        Metric::Saves,
        Metric::EngagementRate,
        Metric::SaveRate,
    ];
    metrics_of(&metrics, video, video.sales.first(), at, locale)
}

/// Where and when it was published, and the ways to it and to its creator.
fn facts(video: &Video, locale: Locale) -> Tag {
    let (t, formats) = (locale.texts, locale.formats());
    let date = [t.published, " ", &formats.date(video.published)].concat();
    let ago = formats.ago(age(video.published, now()));
    let published = said("time", &formats.day(video.published))
        .text(" · ")
        .text(&ago)
        .class("metric")
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
