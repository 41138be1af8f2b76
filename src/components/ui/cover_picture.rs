//! A video's cover picture. Its servers often refuse it.

use leptos::prelude::*;

use crate::domain::videos::links::MediaUrl;

/// The picture, or the text `missing` in its place if there is none or it does not load.
#[component]
pub fn CoverPicture(url: Option<MediaUrl>, missing: &'static str) -> impl IntoView {
    let has_failed = RwSignal::new(false);
    move || match &url {
        Some(url) if !has_failed.get() => view! {
            <img
                class="media__fill"
                alt=""
                loading="lazy"
                decoding="async"
                referrerpolicy="no-referrer"
                on:error=move |_| has_failed.set(true)
                src=url.as_str().to_owned()
            />
        }
        .into_any(),
        _ => view! { <span class="media__fill media__none">{missing}</span> }.into_any(),
    }
}
