//! Where and when a video was published, the links to it and to its creator, and "Compare".

use std::sync::Arc;

use leptos::prelude::*;

use super::select_button::SelectButton;
use crate::components::ui::external_link::ExternalLink;
use crate::components::ui::tip::{Tip, TipState};
use crate::domain::dates::age::age;
use crate::domain::rows::ResultRows;
use crate::domain::videos::links;
use crate::state::clock::now;
use crate::state::locale::use_locale;

#[component]
pub fn Facts(rows: Arc<ResultRows>, index: usize) -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let video = &rows.videos()[index];
    let region = video.region.as_deref().map(|code| {
        view! { <li class="facts__region">{locale.region(code)}</li> }
    });
    let creator = video.creator.as_ref().map(|creator| {
        view! {
            <li>
                <ExternalLink href=links::creator_page(creator) text=t.card.creator />
            </li>
        }
    });
    view! {
        <ul class="facts">
            {region}
            <li>
                <Published seconds=video.published />
            </li>
            {creator}
            <li>
                <ExternalLink href=links::video_page(video.id) text=t.card.open_on_tiktok />
            </li>
            <li>
                <SelectButton id=video.id />
            </li>
        </ul>
    }
}

/// The day, and how long ago it was. The time of day comes on hover; "All metrics" has it too.
#[component]
fn Published(
    /** In Unix seconds. */
    seconds: u64,
) -> impl IntoView {
    let locale = use_locale();
    let formats = locale.formats();
    let tip = TipState::new();
    let tip_text = move || (locale.texts.card.published)(&locale.formats().date(seconds));
    view! {
        <time
            class="metric"
            on:pointerenter=move |event| tip.enter(&event)
            on:pointerleave=move |_| tip.leave()
        >
            {formats.day(seconds)}
            " · "
            {formats.ago(age(seconds, now()))}
            <Tip state=tip text=tip_text />
        </time>
    }
}
