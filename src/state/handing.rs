//! Owns: what the page hands to the desk's program, and takes there: pages of results as they came.
//! Refuses: anything of the key, of settings, and of what is worked out: each program does that itself.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::kept;
use super::page::Page;
use super::sample;
use crate::api::endpoint;
use crate::api::wire::Provenance;
use crate::domain::query::Query;
use crate::domain::source::Source;

/// A page of results, and after it the others of its query that the tab has.
pub fn handed(page: &Page, source: &Source) -> Array {
    let (query, at) = (&page.query, page.lines.at());
    let is_sample = page.raw.provenance == Provenance::Sample;
    let all = Array::of1(&as_it_came(query, is_sample, at, &page.raw.body));
    let add = |other: Query, at: u64, body: &str| {
        if other != *query {
            all.push(&as_it_came(&other, is_sample, at, body));
        }
    };
    if is_sample {
        for (other, body) in sample::pages(query) {
            add(other, at, &body);
        }
        return all;
    }
    for number in kept::pages(&endpoint::analytics(source, query)) {
        let other = query.with_page(number);
        if let Some(kept) = kept::recall(&endpoint::analytics(source, &other)) {
            add(other, kept.at, &kept.body);
        }
    }
    all
}

fn as_it_came(query: &Query, is_sample: bool, at: u64, body: &str) -> JsValue {
    let parts: [JsValue; 4] = [
        query.to_string().into(),
        is_sample.into(),
        (at as f64).into(),
        body.into(),
    ];
    parts.iter().collect::<Array>().into()
}

/// The pages that were handed over.
pub fn taken(handed: &Array) -> Vec<Page> {
    let pages = handed.iter();
    pages.filter_map(|page| take(&page.into())).collect()
}

fn take(page: &Array) -> Option<Page> {
    let query = page.get(0).as_string()?.parse().ok()?;
    let provenance = match page.get(1).is_truthy() {
        true => Provenance::Sample,
        false => Provenance::Api,
    };
    let (at, body) = (page.get(2).as_f64()?, page.get(3).as_string()?);
    Page::handed(query, body, at as u64, provenance)
}
