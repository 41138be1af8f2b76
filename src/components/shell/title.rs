//! The title of the tab: which videos it shows, and how. Bookmarks and history entries are told apart by it.

use leptos::prelude::*;

use crate::components::card::video_name::video_name;
use crate::components::filter::chip_text::chip_text;
use crate::domain::filter::Filter;
use crate::domain::query::SearchQuery;
use crate::domain::view::Mode;
use crate::state::analysis::Analysis;
use crate::state::locale::Locale;
use crate::state::search::Search;

const NAME: &str = "ClipCart";

/// The title, as the address is and the results are now.
pub fn page_title(search: Search, analysis: Analysis, locale: Locale) -> String {
    let t = locale.texts;
    let url = search.url();
    let Some(query) = url.query else {
        return t.shell.page_title.to_owned();
    };
    let mut parts = vec![videos_title(&query, analysis, locale)];
    if let SearchQuery::Page(query) = &query
        && query.page.previous().is_some()
    {
        let page = locale.formats().exact(Some(query.page.get().into()));
        parts.push((t.search.folded_page)(&page));
    }
    if analysis.has_results() {
        parts.extend(view_title(analysis, locale));
    }
    if url.sample {
        parts.push(t.shell.sample_badge.to_owned());
    }
    parts.push(NAME.to_owned());
    parts.join(" · ")
}

/// The first video by its name, and how many others there are. Without results, the query's videos.
fn videos_title(query: &SearchQuery, analysis: Analysis, locale: Locale) -> String {
    let t = locale.texts;
    let shown = analysis.rows.with(|rows| {
        let videos = rows.as_ref()?.videos();
        Some((video_name(videos.first()?, t), videos.len()))
    });
    let (name, count) = shown.unwrap_or_else(|| {
        let first = query.ids().iter().next().map(|id| id.to_string());
        (
            (t.card.video)(&first.unwrap_or_default()),
            query.ids().len(),
        )
    });
    match count {
        0 | 1 => name,
        count => (t.shell.and_more)(&name, count - 1),
    }
}

/// The view, unless it is the cards, and what is filtered.
fn view_title(analysis: Analysis, locale: Locale) -> Vec<String> {
    let t = locale.texts;
    let mode = match analysis.mode.get() {
        Mode::Cards => None,
        Mode::Table => Some(t.results.table.to_owned()),
        Mode::Charts => {
            let kind = (t.charts.kind_name)(analysis.view.with(|view| view.chart.kind));
            Some((t.common.labeled)(t.results.charts, kind))
        }
        Mode::Compare => Some(t.results.compare.to_owned()),
    };
    let imported = analysis.imported.get();
    let filter = analysis.filter.with(Filter::parts).into_iter();
    let filter = filter.map(|part| chip_text(&part, &imported, locale));
    mode.into_iter().chain(filter).collect()
}
