//! The page when the deployment's `config.json` cannot be read.

use leptos::prelude::*;

use crate::components::ui::button::{Button, ButtonVariant};
use crate::state::locale::use_texts;

#[component]
pub fn ConfigError(reason: String, #[prop(into)] on_reload: Callback<()>) -> impl IntoView {
    let t = use_texts();
    view! {
        <main>
            <div class="panel panel--problem" role="alert">
                <h1>{t.shell.bad_config_title}</h1>
                <p>{t.shell.bad_config_advice}</p>
                <code>{reason}</code>
                <Button variant=ButtonVariant::Primary on_click=on_reload>
                    {t.common.try_again}
                </Button>
            </div>
        </main>
    }
}
