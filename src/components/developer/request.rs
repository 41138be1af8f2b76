//! The request as code in several languages. The API key is in none of them, unless the user reveals it in cURL for
//! bash.

use leptos::prelude::*;
use strum::VariantArray;

use super::code::Code;
use crate::components::ui::checkbox::Checkbox;
use crate::components::ui::copy_button::CopyButton;
use crate::components::ui::segmented::{Segment, SegmentedControl};
use crate::components::ui::show::Show;
use crate::domain::developer::snippet::{Credential, Dialect, snippet};
use crate::state::developer::request_url;
use crate::state::locale::use_texts;
use crate::state::page::Page;
use crate::state::settings::Settings;

/// The code of a page's request, in the chosen language.
#[component]
pub fn Request(page: Page) -> impl IntoView {
    let texts = use_texts();
    let t = &texts.developer;
    let settings = expect_context::<Settings>();
    let url = untrack(|| request_url(settings, &page.query));
    let is_proxy = untrack(|| settings.is_proxy());
    let key = settings
        .key
        .get_untracked()
        .filter(|_| !is_proxy && !page.is_sample());
    let has_key = key.is_some();

    let dialect = RwSignal::new(Dialect::default());
    let is_revealed = RwSignal::new(false);
    let can_reveal = move || has_key && dialect.get() == Dialect::Bash;
    let shows_key = Memo::new(move |_| can_reveal() && is_revealed.get());
    let select = move |code: &'static str| {
        dialect.set(code.parse().unwrap_or_default());
        is_revealed.set(false);
    };
    let note = match (page.is_sample(), is_proxy) {
        (true, _) => t.sample_note,
        (false, true) => t.proxy_note,
        (false, false) => t.masked_note,
    };
    let code = move || {
        let credential = match &key {
            _ if is_proxy => Credential::Proxy,
            Some(key) if shows_key.get() => Credential::Revealed(key),
            _ => Credential::Masked,
        };
        let text = snippet(dialect.get(), &url, credential);
        let copied = match shows_key.get() {
            true => t.copied_with_key,
            false => texts.common.copied,
        };
        view! {
            <Code name=t.request text=text.clone() />
            <CopyButton label=t.copy copied text=move || text.clone() />
        }
    };
    view! {
        <SegmentedControl
            name="dialect"
            label=t.copy_as
            segments=segments()
            value=Signal::derive(move || dialect.get().into_str())
            on_select=Callback::new(select)
        />
        <Show when=can_reveal>
            <Checkbox
                label=t.reveal
                checked=is_revealed
                on_change=Callback::new(move |reveal| is_revealed.set(reveal))
            />
        </Show>
        <p class="field__hint" aria-live="polite">
            {move || if shows_key.get() { t.reveal_warning } else { note }}
        </p>
        {move || code()}
    }
}

fn segments() -> Vec<Segment> {
    let segment = |dialect: &Dialect| Segment {
        code: dialect.into_str(),
        text: Signal::stored(dialect.name().to_owned()),
    };
    Dialect::VARIANTS.iter().map(segment).collect()
}
