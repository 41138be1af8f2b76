//! Owns: what the shown lines come to, and what that leaves out. Refuses: adding anything up itself.

use crate::components::ui::button::said;
use crate::components::tag::{Tag, tag};
use crate::domain::metrics::Metric;
use crate::domain::rows::summary::{Summary, Total};
use crate::state::derived::derived;
use crate::state::analysis::Analysis;
use crate::state::locale::{Locale, locale};

/// The summary over what is shown.
pub fn sums(analysis: Analysis) -> Tag {
    let locale = locale();
    let t = locale.analysis();
    let summary = analysis.summary();
    let list = move || {
        let all = analysis.rows.get();
        let all = all.map_or((0, 0), |lines| (lines.videos().len(), lines.len()));
        summary.with(|summary| list(summary, all, locale))
    };
    let left_out = derived(move || summary.with(|summary| left_out(summary, locale)));
    let items = move || left_out.with(|texts| texts.iter().map(|text| said("li", text)).collect());
    let is_empty = move || left_out.with(Vec::is_empty).then_some("");
    let reasons = tag("details")
        .class("sums__left")
        .live_attr("hidden", is_empty)
        .with(said("summary", t.left_out))
        .with(tag("ul").live(items));
    tag("section")
        .class("sums")
        .attr("aria-label", t.summary)
        .with(tag("dl").class("sums__list").live(list))
        .with(reasons)
}

fn totals(summary: &Summary) -> [(Metric, Total); 3] {
    [
        (Metric::Gmv, summary.gmv),
        (Metric::Units, summary.units),
        (Metric::Views, summary.views),
    ]
}

/// Each sum with its name; `all` are the videos and lines that there are, shown or not.
fn list(summary: &Summary, all: (usize, usize), locale: Locale) -> Vec<Tag> {
    let (t, formats) = (locale.analysis(), locale.formats());
    let exact = |count: usize| formats.exact(Some(count as u64));
    let counted = |name: &str, some: usize, all: usize| {
        let value = match some == all {
            true => exact(all),
            false => (t.of_all)(&exact(some), &exact(all)),
        };
        sum(name, &value, &[])
    };
    let total = |(metric, total): (Metric, Total)| {
        let value = (total.counted > 0).then_some(total.sum);
        let mut more = vec![(t.median)(&formats.metric(metric, total.median))];
        if total.counted < summary.videos {
            more.push((t.counted)(&exact(total.counted), &exact(summary.videos)));
        }
        let name = (locale.texts.metric)(metric).name;
        sum(name, &formats.metric(metric, value), &more)
    };
    let counts = [
        counted(t.videos, summary.videos, all.0),
        counted(t.products, summary.products, all.1),
    ];
    counts
        .into_iter()
        .chain(totals(summary).map(total))
        .collect()
}

/// What each total leaves out, and why.
fn left_out(summary: &Summary, locale: Locale) -> Vec<String> {
    let (t, formats) = (locale.analysis(), locale.formats());
    let reasons = |(metric, total): (Metric, Total)| {
        let name = (locale.texts.metric)(metric).name;
        let unknown = (total.unknown > 0).then(|| (t.left_out_unknown)(name, total.unknown));
        let several = total.span.map(|(least, most)| {
            let show = |value| formats.metric(metric, Some(value));
            (t.left_out_several)(name, total.several, &show(least), &show(most))
        });
        [unknown, several].into_iter().flatten()
    };
    totals(summary).into_iter().flat_map(reasons).collect()
}

fn sum(name: &str, value: &str, more: &[String]) -> Tag {
    let more = more.iter().map(|more| said("small", more));
    let value = said("dd", value).text(" ").with_all(more);
    tag("div").with(said("dt", name)).with(value)
}
