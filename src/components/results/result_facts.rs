//! What a page of results holds and where its data is from, in words.

use crate::state::locale::Locale;
use crate::state::page::Page;

/// How many videos and rows, and which page.
pub fn result_facts(page: &Page, locale: Locale) -> Vec<String> {
    let (t, formats) = (locale.texts, locale.formats());
    let mut facts = vec![
        (t.results.video_count)(page.rows.videos().len()),
        (t.results.row_count)(page.rows.len()),
        (t.results.page_position)(&formats.exact(Some(page.query.page.get().into()))),
    ];
    if page.is_last() {
        facts.push(t.results.last_page.to_owned());
    }
    facts
}

/// Where the data is from, since when, and whether it cost a credit.
pub fn data_origin(page: &Page, locale: Locale) -> String {
    let time = locale.formats().date(page.fetched_at);
    (locale.texts.results.data_origin)(page.cache_status, &time)
}
