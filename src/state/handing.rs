//! Owns: what the page hands to the desk's program, and takes there: pages of results as they came.
//! Refuses: anything of the key, of settings, and of what is worked out: each program does that itself.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::kept;
use super::page::Page;
use super::sample;
use crate::api::endpoint;
use crate::api::wire::Provenance;
use crate::domain::source::Source;

/// A page of results, and after it the others of its query that the tab has.
pub fn handed(page: &Page, source: &Source) -> Array {
    let all = Array::of1(&as_it_came(page));
    let add = |other: Option<Page>| {
        if let Some(other) = other.filter(|other| other.query != page.query) {
            all.push(&as_it_came(&other));
        }
    };
    if page.raw.provenance == Provenance::Sample {
        for (query, body) in sample::pages(&page.query) {
            add(Page::sampled(query, body).ok());
        }
        return all;
    }
    for number in kept::pages(&endpoint::analytics(source, &page.query)) {
        let query = page.query.with_page(number);
        let kept = kept::recall(&endpoint::analytics(source, &query));
        add(kept.and_then(|kept| Page::recalled(query, kept)));
    }
    all
}

fn as_it_came(page: &Page) -> JsValue {
    let sample = page.raw.provenance == Provenance::Sample;
    let parts: [JsValue; 4] = [
        page.query.to_string().into(),
        sample.into(),
        (page.lines.at() as f64).into(),
        page.raw.body.as_str().into(),
    ];
    parts.iter().collect::<Array>().into()
}

/// The pages that were handed over.
pub fn taken(handed: &Array) -> Vec<Page> {
    handed
        .iter()
        .filter_map(|page| take(&page.into()))
        .collect()
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
