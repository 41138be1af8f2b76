//! The response as it came: what is known of it, its text, and the text as a file.

use leptos::prelude::*;

use super::code::Code;
use crate::components::ui::button::Button;
use crate::components::ui::copy_button::CopyButton;
use crate::domain::developer::json_preview::indented;
use crate::state::developer::download_response;
use crate::state::locale::{Locale, use_locale, use_texts};
use crate::state::page::Page;

/// How much of a response is shown, in bytes. A browser lays out no more at once.
const PREVIEW: usize = 100_000;

/// From this size on, in bytes, a response's size is given in kilobytes as well.
const LARGE: usize = 10_240;

/// A page's response.
#[component]
pub fn Response(page: Page) -> impl IntoView {
    let t = use_texts();
    let d = &t.developer;
    let raw = page.raw.clone();
    let (preview, is_complete) = indented(&raw.body, PREVIEW);
    let note = match is_complete {
        true => d.formatted_note,
        false => d.cut_note,
    };
    let request_id = raw.request_id.clone();
    let copy_request_id = (!request_id.is_empty()).then(|| {
        view! {
            <CopyButton
                label=t.common.copy_request_id
                copied=t.common.copied
                text=move || request_id.clone()
            />
        }
    });
    let is_blocked = RwSignal::new(false);
    let file = page.clone();
    view! {
        <Facts page />
        <div class="developer__actions">
            {copy_request_id}
            <CopyButton label=d.copy_response copied=d.response_copied text=move || raw.body.to_string() />
            <Button on_click=move || is_blocked.set(!download_response(&file))>{d.download}</Button>
        </div>
        <p class="field__problem" role="alert">
            {move || is_blocked.get().then_some(d.download_blocked)}
        </p>
        <p class="field__hint">{note}</p>
        <Code name=d.response text=preview />
    }
}

/// Request id, status, time and size.
#[component]
fn Facts(page: Page) -> impl IntoView {
    let locale = use_locale();
    let (t, d) = (locale.texts, &locale.texts.developer);
    let formats = locale.formats();
    let raw = &page.raw;
    let unknown = match page.is_sample() {
        true => d.from_sample,
        false => d.saved_response,
    };
    let request_id = match raw.request_id.as_str() {
        "" => d.no_request_id,
        id => id,
    };
    let status = raw.status.map(|status| format!("HTTP {status}"));
    let time = raw
        .milliseconds
        .map(|time| (d.milliseconds)(&formats.exact(Some(time.into()))));
    let facts = [
        (t.common.request_id, request_id.to_owned()),
        (d.status, status.unwrap_or_else(|| unknown.to_owned())),
        (d.time, time.unwrap_or_else(|| unknown.to_owned())),
        (d.size, size(raw.body.len(), locale)),
    ];
    let facts = facts
        .into_iter()
        .map(|(name, value)| {
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd dir="auto">{value}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="note">{facts}</dl> }
}

fn size(bytes: usize, locale: Locale) -> String {
    let number = |number: usize| locale.formats().exact(Some(number as u64));
    let in_bytes = (locale.texts.developer.bytes)(&number(bytes));
    match bytes {
        LARGE.. => format!("{} KB · {in_bytes}", number((bytes + 512) / 1024)),
        _ => in_bytes,
    }
}
