//! Owns: what a developer takes away: the address of a request, and an answer as it came.
//! Refuses: sending anything.

use leptos::prelude::With;

use crate::state::page::Page;
use crate::state::settings::Settings;
use crate::api::endpoint;
use crate::platform::{download, location};
use crate::domain::dates::day::Day;
use crate::domain::query::Query;

/// The absolute address that a query is asked at.
pub fn request(settings: Settings, query: &Query) -> String {
    let address = settings
        .source
        .with(|source| endpoint::analytics(source, query));
    location::resolved(&address)
}

/// Gives the reader the answer as a file. Whether it could be offered.
pub fn download(page: &Page) -> bool {
    let day = Day::of(page.rows.at()).to_string();
    let name = ["clipcart-answer-", &day, ".json"].concat();
    let body = page.raw.body.as_str().into();
    download::save(&name, "application/json", &body)
}
