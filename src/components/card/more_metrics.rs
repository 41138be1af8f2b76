//! Owns: a card's lists of metrics, and those that are drawn once they are wanted. Refuses: arithmetic.

use leptos::prelude::*;

use crate::components::ui::button::said;
use crate::components::card::metric::metric;
use crate::components::tag::{Tag, tag};
use crate::domain::metrics::Metric;
use crate::domain::videos::{ProductSales, Video};
use crate::state::locale::Locale;

/// Some metrics as a list.
pub fn metrics_of(
    metrics: &[Metric],
    video: &Video,
    sales: Option<&ProductSales>,
    at: u64,
    locale: Locale,
) -> Tag {
    let value = |which: Metric| sales.and_then(|sales| which.of(video, sales, at));
    let metrics = metrics.iter();
    let metrics = metrics.map(|which| metric(*which, value(*which), "", locale));
    tag("dl").class("metrics").with_all(metrics)
}

/// The metrics that few look at, drawn once they are wanted.
pub fn more_metrics(video: &Video, at: u64, locale: Locale) -> Tag {
    let t = locale.texts;
    let open = RwSignal::new(false);
    let video = video.clone();
    let more = move || {
        if !open.get() {
            return Vec::new();
        }
        let of_video = [
            Metric::LikeRate,
            Metric::CommentRate,
            Metric::ShareRate,
            Metric::ViewsPerDay,
        ];
        let of_sales = [
            Metric::GmvPerDay,
            Metric::UnitsPerDay,
            Metric::GmvPerMinute,
            Metric::UnitsPerMinute,
        ];
        let mut lists = vec![metrics_of(
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
            lists.push(metrics_of(&of_sales, &video, Some(sales), at, locale));
        }
        lists
    };
    tag("details")
        .class("card__more")
        .with(said("summary", t.more_metrics))
        .with(tag("div").live(more))
        // It only ever opens more; what was drawn may stay.
        .on("toggle", move |_| open.set(true))
}
