//! Where and when a video was published, the links to it and to its creator, and "Compare".

use std::sync::Arc;

use leptos::prelude::*;

use super::select_button::SelectButton;
use crate::components::ui::external_link::ExternalLink;
use crate::domain::dates::age::age;
use crate::domain::rows::ResultRows;
use crate::domain::videos::links;
use crate::state::clock::now;
use crate::state::locale::{use_locale, use_texts};

#[component]
pub fn Facts(rows: Arc<ResultRows>, index: usize) -> impl IntoView {
    let t = use_texts();
    let video = &rows.videos()[index];
    let region = video
        .region
        .clone()
        .map(|region| view! { <li class="facts__region">{region}</li> });
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

/// The day, and how long ago it was. The time of day comes on hover and focus.
#[component]
fn Published(
    /** In Unix seconds. */
    seconds: u64,
) -> impl IntoView {
    let locale = use_locale();
    let formats = locale.formats();
    view! {
        <time class="metric" tabindex="0">
            {formats.day(seconds)}
            " · "
            {formats.ago(age(seconds, now()))}
            <span class="tip" role="tooltip">
                {(locale.texts.card.published)(&formats.date(seconds))}
            </span>
        </time>
    }
}
