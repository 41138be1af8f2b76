//! What the results hold and where their data is from, in words.

use crate::domain::query::SearchQuery;
use crate::domain::rows::ResultRows;
use crate::domain::videos::response::CacheStatus;
use crate::state::locale::Locale;
use crate::state::page::Page;

/// How many videos and rows, and which page if it is a single one.
pub fn result_facts(
    rows: &ResultRows,
    pages: &[Page],
    query: &SearchQuery,
    locale: Locale,
) -> Vec<String> {
    let (t, formats) = (locale.texts, locale.formats());
    let mut facts = vec![
        (t.results.video_count)(rows.videos().len()),
        (t.results.row_count)(rows.len()),
    ];
    if let SearchQuery::Page(query) = query {
        facts.push((t.results.page_position)(
            &formats.exact(Some(query.page.get().into())),
        ));
        if pages.last().is_some_and(Page::is_last) {
            facts.push(t.results.last_page.to_owned());
        }
    }
    facts
}

/// Where the data of some pages is from, since when, and whether it cost a credit.
pub fn data_origin(pages: &[Page], locale: Locale) -> String {
    let times = pages.iter().map(|page| page.fetched_at);
    let time = locale.formats().date(times.min().unwrap_or_default());
    (locale.texts.results.data_origin)(cache_status(pages), &time)
}

/// Where the data is from, if all pages are from the same place.
pub fn cache_status(pages: &[Page]) -> CacheStatus {
    let first = pages
        .first()
        .map_or(CacheStatus::Api, |page| page.cache_status);
    let is_same = pages.iter().all(|page| page.cache_status == first);
    if is_same { first } else { CacheStatus::Api }
}
