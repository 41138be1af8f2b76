//! What a developer takes away: the address of a request, and a response as a file.

use leptos::prelude::With;

use super::page::Page;
use super::settings::Settings;
use crate::api::endpoint;
use crate::domain::dates::day::Day;
use crate::domain::query::Query;
use crate::platform::{download, location};

/// The absolute API address of a query.
pub fn request_url(settings: Settings, query: &Query) -> String {
    let url = settings
        .source
        .with(|source| endpoint::analytics(source, query));
    location::resolved(&url)
}

/// Offers the response as a file. Whether the browser took it.
pub fn download_response(page: &Page) -> bool {
    let name = format!("clipcart-response-{}.json", Day::of(page.fetched_at));
    download::save_text(&name, "application/json", &page.raw.body)
}
