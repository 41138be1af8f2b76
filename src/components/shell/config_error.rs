//! The page when the deployment's `config.json` cannot be loaded or read.

use leptos::prelude::*;

use crate::components::ui::button::{Button, ButtonVariant};
use crate::domain::search::error::SearchError;
use crate::state::locale::use_texts;
use crate::state::start::ConfigProblem;

#[component]
pub fn ConfigError(problem: ConfigProblem, #[prop(into)] on_reload: Callback<()>) -> impl IntoView {
    let t = use_texts();
    let (advice, detail) = match problem {
        ConfigProblem::TimedOut(seconds) => {
            let error = SearchError::Timeout(seconds);
            let title = (t.errors.failure)(&error, false).title;
            (t.shell.config_not_loaded, title.to_owned())
        }
        ConfigProblem::NotReached => (t.shell.config_not_loaded, String::new()),
        ConfigProblem::Status(status) => (t.shell.config_not_loaded, format!("HTTP {status}")),
        ConfigProblem::Invalid(reason) => (t.shell.bad_config_advice, reason),
    };
    let detail = (!detail.is_empty()).then(|| view! { <code>{detail}</code> });
    view! {
        <main>
            <div class="panel panel--problem" role="alert">
                <h1>{t.shell.bad_config_title}</h1>
                <p>{advice}</p>
                {detail}
                <Button variant=ButtonVariant::Primary on_click=on_reload>
                    {t.common.try_again}
                </Button>
            </div>
        </main>
    }
}
