//! "For developers": the request as code, and the response as it came.

mod code;
mod request;
mod response;

use leptos::prelude::*;

use self::request::Request;
use self::response::Response;
use super::ui::button::Button;
use super::ui::dialog::Dialog;
use super::ui::icon::{Icon, IconName};
use super::ui::lazy_view::{LazyView, lazy};
use crate::state::locale::use_texts;
use crate::state::page::Page;

/// The button, and the dialog that it opens.
#[component]
pub fn DeveloperButton(page: Page) -> impl IntoView {
    let t = &use_texts().developer;
    let open = RwSignal::new(false);
    let contents = Callback::new(move |()| developer_contents(page.clone()));
    view! {
        <Button on_click=move || open.set(true)>
            <Icon name=IconName::Code />
            {t.title}
        </Button>
        <Dialog name="developer" title=t.title open>
            <LazyView load=contents />
        </Dialog>
    }
}

lazy! {
    panels: fn developer_contents(page: Page) -> AnyView =
        view! { <DeveloperContents page /> }.into_any()
}

#[component]
fn DeveloperContents(page: Page) -> impl IntoView {
    let t = &use_texts().developer;
    view! {
        <h3>{t.request}</h3>
        <Request page=page.clone() />
        <h3>{t.response}</h3>
        <Response page />
    }
}
