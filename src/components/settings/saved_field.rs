//! How long data is kept in this browser, how much there is, and deleting it; and how fast a run is.

use leptos::prelude::*;
use strum::VariantArray;

use crate::components::ui::button::Button;
use crate::components::ui::select::Select;
use crate::components::ui::show::Show;
use crate::domain::saving::{Keep, StorageStatus};
use crate::state::locale::use_locale;
use crate::state::saved_data::SavedData;
use crate::state::settings::Settings;

#[component]
pub fn SavedField() -> impl IntoView {
    let locale = use_locale();
    let t = &locale.texts.saved;
    let saved = expect_context::<SavedData>();
    let keeps = Keep::VARIANTS.iter();
    let options = keeps.map(|keep| (keep.into_str(), (t.keep_name)(*keep).to_owned()));
    let total = move || {
        let (count, bytes) = saved.total.get();
        // Rounded up to a tenth: little is not nothing.
        let tenths = bytes.div_ceil(100_000);
        let megabytes = locale.formats().decimal(Some(tenths as f64 / 10.0));
        (t.total)(count, &megabytes)
    };
    // What the list shows: a choice that deletes something counts after a second press.
    let chosen = RwSignal::new(saved.keep.get_untracked());
    let asks = Memo::new(move |_| {
        let is_stored = matches!(
            saved.status.get(),
            StorageStatus::Saving | StorageStatus::Full
        );
        let is_any_saved = is_stored && saved.total.get().0 > 0;
        is_any_saved && chosen.get().deletes_what_is_kept(saved.keep.get())
    });
    let change = move |code: String| {
        let Ok(keep) = code.parse() else { return };
        chosen.set(keep);
        if !asks.get_untracked() {
            saved.set_keep(keep);
        }
    };
    view! {
        <div class="field">
            <Select
                id="keep"
                label=t.keep
                options=options.collect()
                value=Signal::derive(move || chosen.get().into_str())
                on_change=Callback::new(change)
            />
            <Show when=move || asks.get()>
                <div class="settings__delete" role="alert" tabindex="-1">
                    <p>{t.keeps_less}</p>
                    <Button on_click=move || saved.set_keep(chosen.get_untracked())>
                        {t.keep_less}
                    </Button>
                    <Button on_click=move || chosen.set(saved.keep.get_untracked())>
                        {locale.texts.common.cancel}
                    </Button>
                </div>
            </Show>
            <p class="field__problem">{move || (t.problem)(saved.status.get())}</p>
            <p class="field__hint">{t.note}</p>
            <p class="field__hint">{total}</p>
            <DeleteAll />
        </div>
    }
}

/// Deletes after a second press.
#[component]
fn DeleteAll() -> impl IntoView {
    let locale = use_locale();
    let t = &locale.texts.saved;
    let saved = expect_context::<SavedData>();
    let is_asking = RwSignal::new(false);
    let is_deleted = RwSignal::new(false);
    let delete = move || {
        saved.delete_all();
        is_asking.set(false);
        is_deleted.set(true);
    };
    view! {
        <div class="settings__delete" tabindex="-1">
            <Show when=move || !is_asking.get()>
                <Button on_click=move || is_asking.set(true)>{t.delete_all}</Button>
            </Show>
            <Show when=move || is_asking.get()>
                <Button on_click=delete>{t.delete_confirm}</Button>
                <Button on_click=move || is_asking.set(false)>{locale.texts.common.cancel}</Button>
            </Show>
            <span role="status">{move || is_deleted.get().then_some(t.deleted)}</span>
        </div>
    }
}

/// How many requests of a run are on their way at once.
#[component]
pub fn ParallelField() -> impl IntoView {
    let t = &use_locale().texts.runs;
    let settings = expect_context::<Settings>();
    const COUNTS: [&str; 4] = ["1", "2", "3", "4"];
    let value = move || COUNTS[(settings.parallel.get() - 1).min(COUNTS.len() - 1)];
    let change = move |code: String| {
        if let Ok(count) = code.parse() {
            settings.set_parallel(count);
        }
    };
    view! {
        <div class="field">
            <Select
                id="parallel"
                label=t.parallel
                options=COUNTS.map(|count| (count, count.to_owned())).to_vec()
                value=Signal::derive(value)
                on_change=Callback::new(change)
            />
            <p class="field__hint">{t.parallel_hint}</p>
        </div>
    }
}
