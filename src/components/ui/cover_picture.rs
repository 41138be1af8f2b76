//! A video's cover picture. Its servers often refuse it; then it may be signed, or has a placeholder.

use leptos::prelude::*;

use crate::domain::videos::covers::tone;
use crate::domain::videos::links::MediaUrl;
use crate::state::covers::Covers;

/// What is shown in place of a picture.
#[derive(Clone, Debug, Default)]
pub struct Placeholder {
    /// What the picture is of.
    pub text: String,
    /// In smaller letters.
    pub note: String,
    /// Decides the tone, so that placeholders differ from each other.
    pub seed: u64,
}

/// The picture, or the placeholder if there is none or it does not load.
#[component]
pub fn CoverPicture(url: Option<MediaUrl>, placeholder: Placeholder) -> impl IntoView {
    // A page without this, such as a test's, signs nothing.
    let covers = use_context::<Covers>();
    // How many addresses did not load: the cover's own, or the signed one as well. What was refused to another picture is
    // not tried again.
    let is_refused = covers
        .zip(url.as_ref())
        .is_some_and(|(covers, url)| covers.is_cover_refused(url));
    let failures = RwSignal::new(u8::from(is_refused));
    if let (Some(covers), Some(url)) = (covers, &url) {
        covers.renew(url);
    }
    let url = StoredValue::new(url);
    let shown = Memo::new(move |_| {
        let url = url.get_value()?;
        match failures.get() {
            0 => Some(url),
            1 => covers?.signed(&url),
            _ => None,
        }
    });
    // Once: a signed address that fails at its first use would be signed again and again.
    let was_renewed = StoredValue::new(false);
    let on_error = move |_| {
        let is_signed = failures.get_untracked() > 0;
        if let Some((covers, url)) = covers.zip(url.get_value()) {
            if !is_signed {
                covers.refuse(&url);
            } else if !was_renewed.get_value() && covers.renew(&url) {
                was_renewed.set_value(true);
                return;
            }
        }
        failures.update(|count| *count += 1);
    };
    move || match shown.get() {
        Some(url) => view! {
            <img
                class="media__fill"
                alt=""
                width="180"
                height="320"
                loading="lazy"
                decoding="async"
                referrerpolicy="no-referrer"
                on:error=on_error
                src=url.as_str().to_owned()
            />
        }
        .into_any(),
        None => {
            let Placeholder { text, note, seed } = placeholder.clone();
            let class = format!("media__fill media__none media__none--{}", tone(seed));
            view! {
                <span class=class>
                    <span class="media__words" dir="auto">{text}</span>
                    <small>{note}</small>
                </span>
            }
            .into_any()
        }
    }
}
