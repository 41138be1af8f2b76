//! The head of the page: the name, where data comes from, Help and Settings.

use leptos::prelude::*;

use crate::components::ui::button::Button;
use crate::components::ui::icon::{Icon, IconName};
use crate::components::ui::show::Show;
use crate::state::locale::use_texts;
use crate::state::search::Search;
use crate::state::settings::{OPEN_SETTINGS, Settings};
use crate::state::shortcuts::Shortcuts;

#[component]
pub fn Masthead() -> impl IntoView {
    let t = use_texts();
    let settings = expect_context::<Settings>();
    let shortcuts = expect_context::<Shortcuts>();
    let search = expect_context::<Search>();
    view! {
        <header class="masthead">
            <div class="masthead__name">
                <img src="favicon.svg" alt="" width="28" height="28" />
                <h1>"ClipCart"</h1>
                <p>{t.shell.tagline}</p>
            </div>
            <Show when=move || settings.is_proxy() && !search.is_sample()>
                <p class="badge">{t.shell.proxy_note}</p>
            </Show>
            <Button on_click=move || shortcuts.is_help_open.set(true)>
                <Icon name=IconName::Help />
                {t.shell.help}
            </Button>
            <Button id=OPEN_SETTINGS on_click=move || settings.open()>
                <Icon name=IconName::Settings />
                {t.shell.settings}
            </Button>
        </header>
    }
}
