//! The bar that says that sample data is shown. It stays visible.

use leptos::prelude::*;

use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::show::Show;
use crate::domain::query::form::RawForm;
use crate::domain::query::url::AppUrl;
use crate::state::form::Form;
use crate::state::locale::use_texts;
use crate::state::search::Search;

#[component]
pub fn SampleBar() -> impl IntoView {
    let t = use_texts();
    let search = expect_context::<Search>();
    let form = expect_context::<Form>();
    let leave = move || {
        search.go(AppUrl::default());
        form.fill(RawForm::default(), Vec::new());
        form.edit();
    };
    view! {
        <Show when=move || search.is_sample()>
            <section class="sample-bar" aria-label=t.shell.sample_badge>
                <strong>{t.shell.sample_badge}</strong>
                <span>{t.shell.sample_note}</span>
                <Button variant=ButtonVariant::Text on_click=leave>
                    {t.shell.leave_sample}
                </Button>
            </section>
        </Show>
    }
}
