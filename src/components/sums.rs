//! Owns: what the shown lines come to, and what that leaves out. Refuses: adding anything up itself.

use super::button::said;
use super::tag::{Tag, tag};
use crate::domain::metrics::Figure;
use crate::domain::summary::Total;
use crate::state::desk::Desk;
use crate::state::locale::locale;

/// The summary over what is shown.
pub fn sums(desk: Desk) -> Tag {
    let locale = locale();
    let (t, formats) = (locale.texts, locale.formats());
    let summary = desk.summary();
    let sums = move || {
        use leptos::prelude::*;
        let (summary, lines) = (summary.get(), desk.lines.get());
        let all = lines.map_or((0, 0), |lines| (lines.videos().len(), lines.len()));
        let exact = |count: usize| formats.exact(Some(count as u64));
        let counted = |name: &str, some: usize, all: usize| {
            let value = match some == all {
                true => exact(all),
                false => (t.desk.of_all)(&exact(some), &exact(all)),
            };
            sum(name, &value, None)
        };
        let totals = [
            (Figure::Gmv, summary.gmv),
            (Figure::Units, summary.units),
            (Figure::Views, summary.views),
        ];
        let total = |(figure, total): (Figure, Total)| {
            let value = (total.counted > 0).then_some(total.sum);
            let median = formats.figure(figure, total.median);
            let name = (t.figure)(figure).name;
            sum(name, &formats.figure(figure, value), Some(&(t.desk.median)(&median)))
        };
        let left_out = totals.iter().flat_map(|(figure, total)| {
            let name = (t.figure)(*figure).name;
            let unknown = (total.unknown > 0).then(|| (t.desk.left_out_unknown)(name, total.unknown));
            let several = total.span.map(|(least, most)| {
                let show = |value| formats.figure(*figure, Some(value));
                (t.desk.left_out_several)(name, total.several, &show(least), &show(most))
            });
            [unknown, several].into_iter().flatten()
        });
        let left_out: Vec<Tag> = left_out.map(|text| said("li", &text)).collect();
        let list = tag("dl")
            .class("sums__list")
            .with(counted(t.desk.videos, summary.videos, all.0))
            .with(counted(t.desk.products, summary.products, all.1))
            .with_all(totals.map(total));
        let left_out = (!left_out.is_empty())
            .then(|| tag("ul").class("sums__left").with_all(left_out));
        [list].into_iter().chain(left_out).collect()
    };
    tag("section")
        .class("sums")
        .attr("aria-label", t.desk.summary)
        .live(sums)
}

fn sum(name: &str, value: &str, more: Option<&str>) -> Tag {
    let more = more.map(|more| said("small", more));
    let value = said("dd", value).text(" ").with_all(more);
    tag("div").with(said("dt", name)).with(value)
}
