//! Owns: a card's lists of figures, and those that are drawn once they are wanted. Refuses: arithmetic.

use leptos::prelude::*;

use super::button::said;
use super::figure::figure;
use super::tag::{Tag, tag};
use crate::domain::metrics::Figure;
use crate::domain::video::{ProductSales, Video};
use crate::state::locale::Locale;

/// Some figures as a list.
pub fn figures_of(
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
pub fn more_figures(video: &Video, at: u64, locale: Locale) -> Tag {
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
        let mut lists = vec![figures_of(
            &of_video,
            &video,
            video.sales.first(),
            at,
            locale,
        )];
        for sales in &video.sales {
            if video.sales.len() > 1 {
                let product = sales.product.as_ref();
                let name = product.map(|id| (t.product)(id.as_str()));
                lists.push(said(
                    "p",
                    &name.unwrap_or_else(|| t.product_unknown.to_owned()),
                ));
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
